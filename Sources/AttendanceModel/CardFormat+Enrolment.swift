/// Why a card must not be given to a person although it can be read (card-readers.md 2.6).
package enum EnrolmentRefusal: Error, Hashable, Sendable {
    /// The reader appended the check byte of the UID: five bytes of which the last is the XOR of the others.
    case checkByteAppended(uid: String)
    /// 88 is the cascade tag: the reader read only the first part of a longer UID.
    case cascadeTag
    /// A 4-byte UID that begins with 08 is drawn anew at every presentation (phones, some passports).
    case randomUID
    /// All bits 0 or all bits 1: an empty or faulty card.
    case blank
}

extension CardNumber {
    /// Why the card that a reader wrote as `text` must not be enrolled; nil when nothing speaks against it.
    ///
    /// While the reader's format is not known (nil), eight and ten hex digits are judged as a UID, too. An EM4100 number
    /// (`hex10`) may end like a check byte by chance and is not judged so.
    package static func refusal(ofEnrolling text: some StringProtocol, as format: CardFormat?) -> EnrolmentRefusal? {
        if let format, format != .uidHex {
            guard let number = try? read(text, as: format) else { return nil }
            return number.isBlank ? .blank : nil
        }
        var bytes: [UInt8] = []
        var high: UInt8?
        for byte in text.utf8 {
            guard let digit = hexDigit(byte) else { continue }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return refusal(ofUID: bytes)
    }

    /// The same for a UID that is known to be one, in Get-UID order.
    package static func refusal(ofUID bytes: [UInt8]) -> EnrolmentRefusal? {
        if bytes.allSatisfy({ $0 == 0 }) || bytes.allSatisfy({ $0 == 0xFF }) { return .blank }
        guard bytes.count == 4 || bytes.count == 5 else { return nil }
        let hasCheckByte = bytes.count == 5 && bytes.reduce(0, ^) == 0
        guard bytes.count == 4 || hasCheckByte else { return nil }
        if bytes[0] == 0x88 { return .cascadeTag }
        if hasCheckByte {
            return .checkByteAppended(uid: bytes.prefix(4).map { upperHex(UInt32($0), width: 2) }.joined())
        }
        return bytes[0] == 0x08 ? .randomUID : nil
    }

    /// Why this card, as a reader saw it, must not be enrolled; nil when nothing speaks against it.
    package var enrolmentRefusal: EnrolmentRefusal? {
        if n24 == nil, let full { return Self.refusal(ofEnrolling: full, as: nil) }
        if isBlank { return .blank }
        guard let full, full.utf8.count == 8 else { return nil }
        return Self.refusal(ofEnrolling: full, as: .uidHex)
    }

    private var isBlank: Bool {
        if let full { return full.allSatisfy { $0 == "0" } || full.allSatisfy { $0 == "F" } }
        if let n32 { return n32 == 0 || n32 == .max }
        return n24 == 0 || n24 == 0xFF_FFFF
    }
}
