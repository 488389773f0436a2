/// How one reader is to be read: what teaching finds and the configuration stores.
package struct CardProfile: Hashable, Sendable {
    package let format: CardFormat
    package let uidOrder: UIDOrder
    /// Whether the reader leaves leading zeros out, so that a shorter text is whole, not damaged.
    package let zerosDropped: Bool

    package init(format: CardFormat, uidOrder: UIDOrder = .littleEndian, zerosDropped: Bool = false) {
        self.format = format
        self.uidOrder = uidOrder
        self.zerosDropped = zerosDropped
    }

    /// Reads what this reader wrote for one card.
    package func read(_ text: some StringProtocol) throws(CardNumberError) -> CardNumber {
        try CardNumber.read(text, as: format, uidOrder: uidOrder, zerosDropped: zerosDropped)
    }

    /// The profiles under which `text` is the card whose number is known (card-readers.md 2.5).
    ///
    /// One left: it is this reader's profile. More: another card decides. None: this reader's cards are enrolled apart.
    /// Bad wiring is offered only when nothing else fits.
    package static func teaching(_ text: some StringProtocol, is known: CardNumber) -> [CardProfile] {
        let tried = CardFormat.candidates(text).flatMap { format in
            let orders = format == .uidHex || format == .wiegandBits ? UIDOrder.allCases : [.littleEndian]
            return orders.map { CardProfile(format: format, uidOrder: $0) }
        }
        let fitting = tried.filter { $0.gives(known, from: text) }
        if !fitting.isEmpty { return fitting }
        let wiring = CardProfile(format: .inverted24)
        return wiring.gives(known, from: text) ? [wiring] : []
    }

    /// Whether a text read under this profile agrees with every part of `known` that both have.
    private func gives(_ known: CardNumber, from text: some StringProtocol) -> Bool {
        guard let card = try? read(text) else { return false }
        return card.match(known) != .different
    }
}
