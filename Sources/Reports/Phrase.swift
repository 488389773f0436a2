package import TextCodec

/// One thing said to people, in every language that the program speaks.
///
/// Everything that a person reads is a `Phrase` of one of the tables of this folder (`Phrase+Topic.swift`), so
/// that no sentence exists in one language only.
package struct Phrase: Hashable, Sendable {
    package let english: String
    package let chinese: String

    package init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// A text that is the same in every language: a name, a number, an id.
    package init(verbatim text: String) {
        self.english = text
        self.chinese = text
    }

    package func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
