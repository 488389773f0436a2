import AttendanceModel
import TextCodec
import WireFormats

/// What the reader of a family makes of a whole file that comes in chunks of `chunk` bytes.
struct ReadExport {
    let bytes: [UInt8]
    var items: [ExportItem] = []
    /// The bytes of each item.
    var raw: [[UInt8]] = []
    var summary = ExportSummary()

    init(_ bytes: [UInt8], _ format: PunchFormat, dates: DateOrder? = nil, chunk: Int = .max) {
        self.bytes = bytes
        var reader = format.reader(dates: dates)
        var start = 0
        while start < bytes.count {
            let end = chunk < bytes.count - start ? start + chunk : bytes.count
            reader.feed(bytes.span.extracting(start..<end)) { item, line in
                items.append(item)
                raw.append(line.array)
            }
            start = end
        }
        summary = reader.finish { item, line in
            items.append(item)
            raw.append(line.array)
        }
    }

    init(_ text: String, _ format: PunchFormat = .agl, dates: DateOrder? = nil) {
        self.init(Array(text.utf8), format, dates: dates)
    }

    var rows: [ExportRow] {
        items.compactMap { item in
            guard case .row(let row) = item else { return nil }
            return row
        }
    }

    var refusals: [ExportRefusal] {
        items.compactMap { item in
            guard case .refused(let refusal) = item else { return nil }
            return refusal
        }
    }

    /// Rows without what depends on where they stand and how they are encoded.
    var meanings: [String] {
        rows.map { row in
            let codes = [row.codes.state, row.codes.verify].map { $0.map { String($0) } ?? "-" }.joined(separator: " ")
            return "\(row.userID) \(row.wall) \(row.device.map { String($0) } ?? "-") \(codes)"
        }
    }

    /// Whether items stand in the order of the file, do not overlap, hold the bytes that stand there, and leave out
    /// nothing but line ends, byte order marks, and the rest of lines that are too long.
    var accountsForEveryByte: Bool {
        var next = 0
        for (item, raw) in zip(items, raw) {
            let start = Int(item.offset)
            guard start >= next, start + raw.count <= bytes.count, Array(bytes[start..<start + raw.count]) == raw else {
                return false
            }
            guard Self.isLineEnd(bytes[next..<start], isFirst: next == 0) else { return false }
            next = start + raw.count
            if case .refused(let refusal) = item, [.tooLong, .zeroBytes].contains(refusal.reason) {
                // The rest of such a line is skipped, up to the next item.
                let after = items.lazy.map { Int($0.offset) }.first { $0 > start }
                next = max(next, after ?? bytes.count)
            }
        }
        return Self.isLineEnd(bytes[next...], isFirst: next == 0)
    }

    private static func isLineEnd(_ bytes: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
        var bytes = bytes
        if isFirst {
            for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] where bytes.starts(with: mark) {
                bytes = bytes.dropFirst(mark.count)
                break
            }
        }
        return bytes.count <= 4 && bytes.allSatisfy { [0x0D, 0x0A, 0].contains($0) }
    }
}

extension [UInt8] {
    /// A text in an encoding of export files, with its mark or without.
    static func encoded(_ text: String, _ encoding: TextEncoding, marked: Bool) -> [UInt8] {
        switch encoding {
        case .utf8: return (marked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
        case .gb18030: return GB18030.encode(text) ?? []
        case .utf16LittleEndian:
            return (marked ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian:
            return (marked ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        }
    }
}
