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

    /// The card's number; nil when neither the protocol nor this reader's profile says how to read the text.
    ///
    /// What the protocol says goes before a profile of another format.
    package func number(_ profile: CardProfile?) throws(CardNumberError) -> CardNumber? {
        if let profile, format ?? profile.format == profile.format { return try profile.read(text) }
        guard let format else { return nil }
        return try CardNumber.read(text, as: format)
    }
}
