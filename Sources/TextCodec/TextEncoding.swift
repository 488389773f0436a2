/// How a file's bytes stand for characters.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// The national encoding of China; what Excel saves as "CSV" there (a superset of GBK and GB2312).
    case gb18030 = "GB18030"

    /// A file's text, without its byte-order mark.
    package struct Decoded: Hashable, Sendable {
        package let text: String
        package let encoding: TextEncoding
    }

    /// Finds out the encoding of a whole file and decodes it.
    ///
    /// In this order: a byte-order mark; NUL bytes mostly in every second place (UTF-16 without a mark); strict UTF-8; GB18030. A
    /// damaged UTF-8 file is not taken for GB18030 when three or more Chinese characters before the damage are sound.
    package static func decode(_ bytes: [UInt8]) throws(TextEncodingError) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try decodeUTF8(bytes, after: 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return try decodeUTF16(bytes, after: 2, littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(bytes, after: 2, littleEndian: false) }
        if let littleEndian = sideOfNULs(in: bytes) {
            return try decodeUTF16(bytes, after: 0, littleEndian: littleEndian)
        }
        let soundness = UTF8Soundness(of: bytes)
        guard soundness.firstDamage != nil, !soundness.looksLikeUTF8 else { return try decodeUTF8(bytes, after: 0) }
        switch GB18030.decode(bytes) {
        case .text(let text): return Decoded(text: text, encoding: .gb18030)
        case .damage(let offset): throw TextEncodingError(encoding: .gb18030, offset: offset, in: bytes)
        case .unavailable: throw TextEncodingError(encoding: .utf8, offset: soundness.firstDamage ?? 0, in: bytes)
        }
    }

    private static func decodeUTF8(_ bytes: [UInt8], after mark: Int) throws(TextEncodingError) -> Decoded {
        if let text = String(validating: bytes[mark...], as: UTF8.self) { return Decoded(text: text, encoding: .utf8) }
        let damage = UTF8Soundness(of: bytes).firstDamage ?? 0
        throw TextEncodingError(encoding: .utf8, offset: damage, in: bytes)
    }

    private static func decodeUTF16(
        _ bytes: [UInt8], after mark: Int, littleEndian: Bool
    ) throws(TextEncodingError) -> Decoded {
        let encoding: TextEncoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
        var text = String.UnicodeScalarView()
        var index = mark
        func unit(at index: Int) -> UInt32? {
            guard index + 1 < bytes.count else { return nil }
            let (low, high) = littleEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt32(high) << 8 | UInt32(low)
        }
        while index < bytes.count {
            var value = unit(at: index)
            var length = 2
            if let high = value, (0xD800..<0xDC00).contains(high), let low = unit(at: index + 2),
                (0xDC00..<0xE000).contains(low)
            {
                value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
                length = 4
            }
            guard let value, let scalar = Unicode.Scalar(value) else {
                let line = 1 + text.count { $0 == "\n" }
                throw TextEncodingError(encoding: encoding, offset: index, line: line)
            }
            text.append(scalar)
            index += length
        }
        return Decoded(text: String(text), encoding: encoding)
    }

    /// True when most NUL bytes stand at odd offsets (little endian), false when at even ones; nil without a majority.
    ///
    /// They are the other halves of digits, commas and line ends; 一 (U+4E00) and its like have theirs on the wrong side.
    private static func sideOfNULs(in bytes: [UInt8]) -> Bool? {
        var odd = 0
        var even = 0
        for (index, byte) in bytes.enumerated() where byte == 0 {
            if index % 2 == 0 { even += 1 } else { odd += 1 }
        }
        return odd == even ? nil : odd > even
    }
}

/// How far bytes are well-formed UTF-8 (Unicode 15, table 3-7).
private struct UTF8Soundness {
    private(set) var firstDamage: Int?
    private var twoByte = 0
    private var threeByte = 0

    init(of bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            guard let length = Self.length(of: bytes, at: index) else {
                firstDamage = index
                return
            }
            if length == 2 { twoByte += 1 }
            if length == 3 { threeByte += 1 }
            index += length
        }
    }

    /// GB18030 text gives three-byte sequences of UTF-8 only by rare chance, and then more two-byte ones.
    var looksLikeUTF8: Bool { threeByte >= 3 && threeByte > twoByte }

    /// Length of the well-formed sequence at `index`; nil when there is none.
    private static func length(of bytes: [UInt8], at index: Int) -> Int? {
        func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch bytes[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return follows(1) ? 2 : nil
        case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : nil
        case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : nil
        case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : nil
        case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : nil
        case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : nil
        case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : nil
        default: return nil
        }
    }
}
