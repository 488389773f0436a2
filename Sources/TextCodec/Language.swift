/// A language in which the program speaks to people.
package enum Language: String, CaseIterable, Sendable, Hashable {
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh"
}
