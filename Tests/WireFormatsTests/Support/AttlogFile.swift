import WireFormats

/// What a reader makes of a whole file that comes in chunks of `chunk` bytes.
struct AttlogFile {
    let bytes: [UInt8]
    var items: [ExportItem] = []
    /// The bytes of each item's line.
    var raw: [[UInt8]] = []
    var summary = ExportSummary()

    init(_ bytes: [UInt8], chunk: Int = .max) {
        self.bytes = bytes
        var reader = AttlogReader()
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

    init(_ text: String, chunk: Int = .max) {
        self.init(Array(text.utf8), chunk: chunk)
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

    /// Whether every byte is in an item, in the line end after one, in a byte order mark, or in what was given up.
    var accountsForEveryByte: Bool {
        let places = zip(items, raw).map { (item: $0, offset: Int($0.offset), raw: $1) }.sorted {
            $0.offset < $1.offset
        }
        var next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for (index, place) in places.enumerated() {
            let end = place.offset + place.raw.count
            guard place.offset == next, end <= bytes.count, Array(bytes[place.offset..<end]) == place.raw else {
                return false
            }
            let limit = index + 1 < places.count ? places[index + 1].offset : bytes.count
            guard end <= limit else { return false }
            let rest = bytes[end..<limit]
            guard place.item.endsEarly || [[], [0x0A], [0x0D], [0x0D, 0x0A]].contains(Array(rest)) else { return false }
            next = limit
        }
        return next == bytes.count
    }
}

extension ExportItem {
    var offset: Int64 {
        switch self {
        case .row(let row): row.offset
        case .serialNumber(_, _, let offset), .checksum(_, _, let offset), .blank(_, let offset), .note(_, let offset):
            offset
        case .refused(let refusal): refusal.offset
        }
    }

    /// Whether the item stands for more bytes than the reader keeps.
    fileprivate var endsEarly: Bool {
        guard case .refused(let refusal) = self else { return false }
        return [.tooLong, .zeroBytes, .utf16].contains(refusal.reason)
    }
}
