/// Splits a text file into lines, from chunks of any size: UTF-8 and code pages, and UTF-16 with or without a mark.
///
/// No byte of a character of GB18030, Big5, Shift JIS or a Windows code page is a tab or a line end unless it is one, so
/// such files are split without knowing which it is. UTF-16 is told by its mark, or by the NUL beside the first
/// character, which is ASCII in every header.
struct TextLines: Sendable {
    /// One line without its line end.
    struct Line {
        /// From 1.
        let number: Int
        let offset: Int64
        let raw: [UInt8]
        /// The same in UTF-8 for a UTF-16 file; else as it is.
        let text: [UInt8]
        /// Whether a line end follows; false for the rest of a file that has none at its end.
        let isEnded: Bool
        let hasReturn: Bool
        /// Whether `raw` is only the beginning, and the rest is skipped.
        let isTooLong: Bool
    }

    enum Units { case bytes, littleEndian, bigEndian }

    /// Bytes of a line without its end: twice 1,024 for UTF-16, and room for long departments.
    static let longest = 4096

    private var units: Units?
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to here, there is no line end after `start`.
    private var scanned = 0
    private var offset: Int64 = 0
    private var number = 1
    private(set) var isSkipping = false

    mutating func append(_ chunk: Span<UInt8>) {
        if start > 0 {
            buffer.removeFirst(start)
            scanned -= start
            start = 0
        }
        buffer.reserveCapacity(buffer.count + chunk.count)
        for index in chunk.indices { buffer.append(chunk[index]) }
        if units == nil, buffer.count >= 3 { findUnits() }
    }

    /// The next line whose end has come, or that is too long to wait for it; nil when more bytes are needed.
    mutating func next() -> Line? {
        guard let units else { return nil }
        while true {
            guard let end = lineEnd(units) else {
                if isSkipping { drop(to: scanned) }
                guard !isSkipping, buffer.count - start > Self.longest else { return nil }
                isSkipping = true
                let line = line(to: start + Self.longest, units, isEnded: false, isTooLong: true)
                drop(to: scanned)
                return line
            }
            defer {
                drop(to: end + (units == .bytes ? 1 : 2))
                number += 1
            }
            if isSkipping {
                isSkipping = false
            } else if end - start > Self.longest {
                return line(to: start + Self.longest, units, isEnded: true, isTooLong: true)
            } else {
                return line(to: end, units, isEnded: true)
            }
        }
    }

    /// What is left when the file has ended; nil when it ended with a line end.
    mutating func last() -> Line? {
        if units == nil { findUnits() }
        guard let units, !isSkipping, start < buffer.count else { return nil }
        let line = line(to: buffer.count, units, isEnded: false)
        drop(to: buffer.count)
        return line
    }

    private mutating func findUnits() {
        func begins(_ bytes: UInt8...) -> Bool { buffer.starts(with: bytes) }
        if begins(0xEF, 0xBB, 0xBF) { drop(to: 3) }
        if begins(0xFF, 0xFE) || begins(0xFE, 0xFF) {
            units = begins(0xFF, 0xFE) ? .littleEndian : .bigEndian
            drop(to: 2)
        } else if buffer.count >= 2, (buffer[0] == 0) != (buffer[1] == 0) {
            units = buffer[1] == 0 ? .littleEndian : .bigEndian
        } else {
            units = .bytes
        }
    }

    private mutating func drop(to index: Int) {
        offset += Int64(index - start)
        start = index
        scanned = max(scanned, index)
    }

    private mutating func lineEnd(_ units: Units) -> Int? {
        var index = scanned
        if units == .bytes {
            while index < buffer.count, buffer[index] != 0x0A { index += 1 }
            scanned = index
            return index < buffer.count ? index : nil
        }
        while index + 1 < buffer.count {
            let unit = units == .littleEndian ? (buffer[index], buffer[index + 1]) : (buffer[index + 1], buffer[index])
            if unit == (0x0A, 0) { break }
            index += 2
        }
        scanned = index
        return index + 1 < buffer.count ? index : nil
    }

    private func line(to end: Int, _ units: Units, isEnded: Bool, isTooLong: Bool = false) -> Line {
        var raw = buffer[start..<end]
        var hasReturn = false
        if !isTooLong {
            switch units {
            case .bytes: hasReturn = raw.last == 0x0D
            case .littleEndian: hasReturn = raw.count % 2 == 0 && raw.suffix(2) == [0x0D, 0]
            case .bigEndian: hasReturn = raw.count % 2 == 0 && raw.suffix(2) == [0, 0x0D]
            }
        }
        if hasReturn { raw.removeLast(units == .bytes ? 1 : 2) }
        let bytes = Array(raw)
        return Line(
            number: number, offset: offset, raw: bytes,
            text: units == .bytes ? bytes : Self.utf8(bytes, littleEndian: units == .littleEndian), isEnded: isEnded,
            hasReturn: hasReturn, isTooLong: isTooLong)
    }

    /// UTF-16 as UTF-8; halves of characters become U+FFFD.
    private static func utf8(_ bytes: [UInt8], littleEndian: Bool) -> [UInt8] {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (low, high) = littleEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt16(high) << 8 | UInt16(low)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
