package import TextCodec

/// One thing said to people, in every language that the program speaks.
package struct Saying: Hashable, Sendable {
    package let english: String
    package let chinese: String

    init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    package func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
