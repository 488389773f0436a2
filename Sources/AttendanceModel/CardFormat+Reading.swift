extension CardNumber {
    /// Reads what a reader wrote for one card (card-readers.md 2.2).
    ///
    /// `text` holds the card's characters alone, without line end, prefix or check digits, hex in either case; a text
    /// that fits several formats is never guessed. `uidOrder` is used for UIDs and Wiegand-32/56 only. With
    /// `zerosDropped` the reader leaves leading zeros out, so that a number may be shorter; else a short text is damage.
    package static func read(
        _ text: some StringProtocol, as format: CardFormat, uidOrder: UIDOrder = .littleEndian,
        zerosDropped: Bool = false
    ) throws(CardNumberError) -> CardNumber {
        let field = CardText(text, format, zerosDropped: zerosDropped)
        switch format {
        case .hex10: return em4100(try field.hex(10))
        case .dec13: return em4100(try field.decimal(13, largest: 0xFF_FFFF_FFFF))
        case .dec14: return em4100(try field.decimal(14, largest: 0xFF_FFFF_FFFF))
        case .dec15BitReversed: return em4100(bytewiseReversed(try field.decimal(15, largest: 0xFF_FFFF_FFFF)))
        case .dec10: return CardNumber(n32: UInt32(truncatingIfNeeded: try field.decimal(10, largest: 0xFFFF_FFFF)))
        case .dec8: return CardNumber(n24: UInt32(truncatingIfNeeded: try field.decimal(8, largest: 0xFF_FFFF)))
        case .inverted24:
            return CardNumber(n24: ~UInt32(truncatingIfNeeded: try field.decimal(8, largest: 0xFF_FFFF)))
        case .threePlusFive:
            let (facility, card) = try field.pair(3, largest: 255)
            return CardNumber(n24: facility << 16 | card)
        case .fivePlusFive:
            let (high, low) = try field.pair(5, largest: 65_535)
            return CardNumber(n32: high << 16 | low)
        case .hex8: return CardNumber(n32: UInt32(truncatingIfNeeded: try field.hex(8)))
        case .hex8Reversed: return CardNumber(n32: UInt32(truncatingIfNeeded: try field.hex(8)).byteSwapped)
        case .hex6: return CardNumber(n24: UInt32(truncatingIfNeeded: try field.hex(6)))
        case .uidHex: return uid(try field.uidBytes(), order: uidOrder)
        case .wiegandBits: return try wiegand(try field.bits(), order: uidOrder)
        }
    }

    /// The number of an EM4100 card from its 40 bits (rule 1).
    package static func em4100(_ bits: UInt64) -> CardNumber {
        CardNumber(n32: UInt32(truncatingIfNeeded: bits), full: upperHex(bits & 0xFF_FFFF_FFFF, width: 10))
    }

    /// The number of a card from its UID in Get-UID order (rules 11 and 12); of other lengths than 4, 7 and 10 bytes
    /// no other reader makes a number, so they are kept as they are.
    package static func uid(_ bytes: [UInt8], order: UIDOrder = .littleEndian) -> CardNumber {
        let full = bytes.map { upperHex(UInt32($0), width: 2) }.joined()
        guard [4, 7, 10].contains(bytes.count) else { return CardNumber(full: full) }
        let firstFour = bytes.prefix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        return CardNumber(n32: order == .bigEndian ? firstFour : firstFour.byteSwapped, full: full)
    }

    /// The number in a Wiegand message, parity bits included (rules 13 to 15).
    ///
    /// 26 and 34 bits have their parity checked; 32 and 56 bits are a UID; every other length means something only to
    /// readers of that kind and is kept whole, as the count of bits, `b` and hex digits.
    package static func wiegand(_ bits: [Bool], order: UIDOrder = .littleEndian) throws(CardNumberError) -> CardNumber {
        switch bits.count {
        case 26, 34:
            let half = bits.count / 2
            let even = bits.prefix(half).count { $0 }
            let odd = bits.suffix(half).count { $0 }
            guard even.isMultiple(of: 2), !odd.isMultiple(of: 2) else {
                throw .parity(bits.map { $0 ? "1" : "0" }.joined())
            }
            let value = bits.dropFirst().dropLast().reduce(0 as UInt32) { $0 << 1 | ($1 ? 1 : 0) }
            return bits.count == 26 ? CardNumber(n24: value) : CardNumber(n32: value)
        case 32, 56: return uid(bytes(of: bits), order: order)
        default:
            let hex = bytes(of: bits).map { upperHex(UInt32($0), width: 2) }.joined()
            return CardNumber(full: "\(bits.count)b\(hex)")
        }
    }

    /// The number in the RAW reply of an OSDP reader (rule 15): `data` holds `bitCount` bits, the first one leftmost.
    ///
    /// Bits of padding at the end are not looked at. A count that does not fit `data` is damage.
    package static func wiegand(
        bitCount: Int, leftJustified data: [UInt8], order: UIDOrder = .littleEndian
    ) throws(CardNumberError) -> CardNumber {
        guard bitCount > 0, (bitCount - 1) / 8 + 1 == data.count else {
            let text = data.map { upperHex(UInt32($0), width: 2) }.joined()
            throw .length(text, .wiegandBits, expected: "\(bitCount) bits")
        }
        return try wiegand((0..<bitCount).map { data[$0 / 8] << UInt8($0 % 8) & 0x80 != 0 }, order: order)
    }

    /// The bits as one big-endian number in whole bytes, zeros in front.
    private static func bytes(of bits: [Bool]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
        for (index, bit) in bits.reversed().enumerated() where bit {
            bytes[bytes.count - 1 - index / 8] |= 1 << UInt8(index % 8)
        }
        return bytes
    }

    /// Reverses the eight bits inside each of the five low bytes (rule 3).
    static func bytewiseReversed(_ value: UInt64) -> UInt64 {
        (0..<5).reduce(0 as UInt64) { result, index in
            let byte = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
            let reversed = (0..<8).reduce(0 as UInt8) { $0 << 1 | (byte >> UInt8($1) & 1) }
            return result | UInt64(reversed) << UInt64(index * 8)
        }
    }
}

/// One text under one format: checks characters, length and range, in this order.
private struct CardText {
    private let text: String
    private let bytes: [UInt8]
    private let format: CardFormat
    private let zerosDropped: Bool

    init(_ text: some StringProtocol, _ format: CardFormat, zerosDropped: Bool) {
        self.text = String(text)
        self.bytes = Array(text.utf8)
        self.format = format
        self.zerosDropped = zerosDropped
    }

    private static let separators: Set<UInt8> = [0x2C, 0x2E, 0x3A, 0x2D, 0x20]  // , . : - space

    private func checkLength(_ width: Int) throws(CardNumberError) {
        let fits = zerosDropped ? (1...width).contains(bytes.count) : bytes.count == width
        guard fits else { throw .length(text, format, expected: zerosDropped ? "1 to \(width)" : "\(width)") }
    }

    func decimal(_ width: Int, largest: UInt64) throws(CardNumberError) -> UInt64 {
        try decimal(bytes[...], checkingLength: width, largest: largest)
    }

    private func decimal(
        _ part: ArraySlice<UInt8>, checkingLength width: Int?, largest: UInt64
    ) throws(CardNumberError) -> UInt64 {
        guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .characters(text, format) }
        if let width { try checkLength(width) }
        // At most 15 digits get here, which fit into 64 bits.
        let value = part.reduce(0 as UInt64) { $0 &* 10 &+ UInt64($1 - 0x30) }
        guard value <= largest else { throw .range(text, format, largest: largest) }
        return value
    }

    func hex(_ width: Int) throws(CardNumberError) -> UInt64 {
        var value: UInt64 = 0
        for byte in bytes {
            guard let digit = hexDigit(byte) else { throw .characters(text, format) }
            value = value << 4 | UInt64(digit)
        }
        try checkLength(width)
        return value
    }

    /// Two decimal parts; without a separator both have their full width.
    func pair(_ width: Int, largest: UInt64) throws(CardNumberError) -> (UInt32, UInt32) {
        let expected = "\(width) and 5 digits"
        let first: ArraySlice<UInt8>
        let second: ArraySlice<UInt8>
        if let split = bytes.firstIndex(where: Self.separators.contains) {
            first = bytes[..<split]
            second = bytes[(split + 1)...]
        } else {
            guard bytes.count == width + 5 else { throw .length(text, format, expected: expected) }
            first = bytes[..<width]
            second = bytes[width...]
        }
        let fits =
            zerosDropped
            ? (1...width).contains(first.count) && (1...5).contains(second.count)
            : first.count == width && second.count == 5
        guard fits else { throw .length(text, format, expected: expected) }
        let high = try decimal(first, checkingLength: nil, largest: largest)
        let low = try decimal(second, checkingLength: nil, largest: 65_535)
        return (UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: low))
    }

    /// The bytes of a UID; separators stand between whole bytes only.
    func uidBytes() throws(CardNumberError) -> [UInt8] {
        var result: [UInt8] = []
        var high: UInt8?
        for byte in bytes {
            if let digit = hexDigit(byte) {
                if let first = high { result.append(first << 4 | digit) }
                high = high == nil ? digit : nil
            } else {
                guard high == nil, !result.isEmpty, byte != 0x2C, Self.separators.contains(byte) else {
                    throw .characters(text, format)
                }
            }
        }
        guard high == nil, [4, 7, 8, 10].contains(result.count) else {
            throw .length(text, format, expected: "8, 14, 16 or 20 hex digits")
        }
        return result
    }

    func bits() throws(CardNumberError) -> [Bool] {
        guard bytes.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) else { throw .characters(text, format) }
        guard (24...256).contains(bytes.count) else { throw .length(text, format, expected: "24 to 256 bits") }
        return bytes.map { $0 == 0x31 }
    }
}

/// The value of a hex digit in either case.
package func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}
