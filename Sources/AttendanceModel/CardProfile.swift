/// How one reader writes card numbers: what teaching finds, what a `reader` fact stores and the configuration says.
///
/// Its words are a format and, in any order, what is special about it: `dec10`, `dec10 zeros`, `uid-hex be`,
/// `hex6 inverted`.
package struct CardProfile: Hashable, Sendable {
    /// What a reader does to the bits of a number before it writes them (card-readers.md 2.5, step 3).
    package enum Twist: String, CaseIterable, Sendable, Hashable {
        /// Every bit is inverted: the wires D0 and D1 are exchanged.
        case inverted
        /// The last byte comes first.
        case bytesReversed = "bytes-reversed"
        /// The last bit of each byte comes first.
        case bitsReversed = "bits-reversed"
    }

    package let format: CardFormat
    package let uidOrder: UIDOrder
    /// Whether the reader leaves leading zeros out, so that a shorter text is whole, not damaged.
    package let zerosDropped: Bool
    package let twist: Twist?

    package init(
        format: CardFormat, uidOrder: UIDOrder = .littleEndian, zerosDropped: Bool = false, twist: Twist? = nil
    ) {
        self.format = format
        self.uidOrder = uidOrder
        self.zerosDropped = zerosDropped
        self.twist = twist
    }

    private static let zerosWord = "zeros"

    /// Every word that may stand after the format.
    package static var options: [String] {
        [UIDOrder.bigEndian.rawValue, zerosWord] + Twist.allCases.map(\.rawValue)
    }

    /// Whether the reader tells no more of a card than 24 bits.
    package var isShort: Bool { [.dec8, .inverted24, .threePlusFive, .hex6].contains(format) }

    /// The profile in its words, as `init(_:)` reads them.
    package var text: String {
        var words = [format.rawValue]
        if uidOrder == .bigEndian { words.append(uidOrder.rawValue) }
        if zerosDropped { words.append(Self.zerosWord) }
        if let twist { words.append(twist.rawValue) }
        return words.joined(separator: " ")
    }

    /// Reads a profile's words; nil when one is unknown or stands twice.
    package init?(_ text: some StringProtocol) {
        var words = String(text).split(separator: " ").map { String($0) }
        guard !words.isEmpty, let format = CardFormat(rawValue: words.removeFirst()),
            Set(words).count == words.count
        else { return nil }
        let twists = words.compactMap { Twist(rawValue: $0) }
        let rest = words.filter { Twist(rawValue: $0) == nil }
        let orders = rest.compactMap { UIDOrder(rawValue: $0) }
        guard twists.count <= 1, orders.count <= 1,
            rest.allSatisfy({ $0 == Self.zerosWord || UIDOrder(rawValue: $0) != nil })
        else { return nil }
        self.init(
            format: format, uidOrder: orders.first ?? .littleEndian, zerosDropped: rest.contains(Self.zerosWord),
            twist: twists.first)
    }

    /// Reads what this reader wrote for one card.
    package func read(_ text: some StringProtocol) throws(CardNumberError) -> CardNumber {
        let number = try CardNumber.read(text, as: format, uidOrder: uidOrder, zerosDropped: zerosDropped)
        return twist.map(number.twisted) ?? number
    }

    /// What this reader saw, read as it was taught; nil when that says nothing else than what is stored.
    ///
    /// A text that nobody could read becomes a number, and the order of a UID's bytes can be told afterwards. A number
    /// that was stored with its bits twisted is mended only by a profile that was taught from numbers, which is
    /// `hex6` or `hex8` with a twist.
    package func read(seen number: CardNumber) -> CardNumber? {
        guard let full = number.full else {
            guard twist != nil else { return nil }
            if let n32 = number.n32 { return format == .hex8 ? try? read(upperHex(n32, width: 8)) : nil }
            return format == .hex6 ? number.n24.flatMap { try? read(upperHex($0, width: 6)) } : nil
        }
        if number.n24 == nil { return try? read(full) }
        let isUID = format == .uidHex || format == .wiegandBits
        return isUID ? try? CardNumber.read(full, as: .uidHex, uidOrder: uidOrder) : nil
    }

    /// What this reader writes for a card; nil when too little is known of the card, and for `wiegand-bits`.
    ///
    /// The two parts of `3+5` and `5+5` stand without a separator.
    package func write(_ card: CardNumber) -> String? {
        let number = twist.map(card.twisted) ?? card
        // A reader of 24 bits twists these alone.
        let n24 = card.n24.map { CardNumber(n24: $0) }.flatMap { twist.map($0.twisted) ?? $0 }?.n24
        func decimal(_ value: some UnsignedInteger, _ width: Int) -> String {
            let text = String(value)
            return zerosDropped ? text : String(repeating: "0", count: max(0, width - text.count)) + text
        }
        func hex(_ value: UInt32, _ width: Int) -> String { upperHex(value, width: zerosDropped ? 1 : width) }
        switch format {
        case .hex10: return number.em4100.map { upperHex($0, width: zerosDropped ? 1 : 10) }
        case .dec13: return number.em4100.map { decimal($0, 13) }
        case .dec14: return number.em4100.map { decimal($0, 14) }
        case .dec15BitReversed: return number.em4100.map { decimal(CardNumber.bytewiseReversed($0), 15) }
        case .dec10: return number.n32.map { decimal($0, 10) }
        case .dec8: return n24.map { decimal($0, 8) }
        case .inverted24: return n24.map { decimal(~$0 & 0xFF_FFFF, 8) }
        case .threePlusFive: return n24.map { decimal($0 >> 16, 3) + decimal($0 & 0xFFFF, 5) }
        case .fivePlusFive: return number.n32.map { decimal($0 >> 16, 5) + decimal($0 & 0xFFFF, 5) }
        case .hex8: return number.n32.map { hex($0, 8) }
        case .hex8Reversed: return number.n32.map { hex($0.byteSwapped, 8) }
        case .hex6: return n24.map { hex($0, 6) }
        case .uidHex: return number.full.flatMap { [8, 14, 20].contains($0.utf8.count) ? $0 : nil }
        case .wiegandBits: return nil
        }
    }
}

extension CardNumber {
    /// The 40 bits of an EM4100 card, when they are known.
    fileprivate var em4100: UInt64? {
        full.flatMap { $0.utf8.count == 10 ? UInt64($0, radix: 16) : nil }
    }

    /// The number whose bits a reader twisted, or what such a reader makes of it; `full` is lost.
    fileprivate func twisted(by twist: CardProfile.Twist) -> CardNumber {
        func turned(_ value: UInt32, bytes: Int) -> UInt32 {
            switch twist {
            case .inverted: return ~value
            case .bytesReversed: return value.byteSwapped >> UInt32(8 * (4 - bytes))
            case .bitsReversed: return UInt32(truncatingIfNeeded: Self.bytewiseReversed(UInt64(value)))
            }
        }
        if let n32 { return CardNumber(n32: turned(n32, bytes: 4)) }
        if let n24 { return CardNumber(n24: turned(n24, bytes: 3)) }
        return self
    }
}
