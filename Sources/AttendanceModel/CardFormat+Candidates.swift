extension CardFormat {
    /// Every format that `text` fits: with more than one, only the reader's profile can tell (card-readers.md 2.4).
    ///
    /// `inverted24` is never among them: it is bad wiring, not a format that a reader is bought with.
    package static func candidates(_ text: some StringProtocol) -> [CardFormat] {
        allCases.filter { format in
            format != .inverted24 && (try? CardNumber.read(text, as: format)) != nil
        }
    }
}
