package import AttendanceModel

/// What a card reader sent for one card: its characters, and what they mean when the protocol says so.
package struct CardReading: Hashable, Sendable {
    /// The card's characters alone: no framing, check digits or line end; hex digits of framed readers in upper case.
    package let text: String
    /// How the text is to be read; nil when only the configuration of this reader can tell (never guessed).
    package let format: CardFormat?

    package init(text: String, format: CardFormat?) {
        self.text = text
        self.format = format
    }
}
