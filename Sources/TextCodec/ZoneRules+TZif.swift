extension ZoneRules {
    /// Future changes of the offset are written out up to this year, from the rule in the file's last line.
    package static let lastExpandedYear = 2100

    /// Reads a TZif file (RFC 8536) of version 1 to 4; changes that leave the offset as it is are dropped.
    package init(tzif bytes: [UInt8], name: String) throws(ZoneError) {
        guard let file = TZif(bytes) else { throw .malformed(name) }
        var changes = file.transitions
        if !file.footer.isEmpty {
            guard let rule = PosixZone(file.footer) else { throw .malformed(name) }
            let last = changes.last?.at
            let firstYear = last.map { PosixZone.year(ofSecond: $0) } ?? 1970
            for change in rule.transitions(in: firstYear...max(firstYear, Self.lastExpandedYear))
            where last.map({ change.at > $0 }) ?? true { changes.append(change) }
        }
        var kept: [Transition] = []
        var offset = file.initialOffset
        for change in changes where change.offset != offset {
            kept.append(change)
            offset = change.offset
        }
        self.init(name: name, initialOffset: file.initialOffset, transitions: kept)
    }
}

/// The block of a TZif file that counts, and its last line.
private struct TZif {
    let initialOffset: Int32
    let transitions: [ZoneRules.Transition]
    /// The rule for all times after the last transition; empty in version 1.
    let footer: String

    /// RFC 8536 §3.1: the six counts of a header.
    private struct Header {
        static let length = 44
        let version: UInt8
        let isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int

        init?(_ cursor: inout Cursor) {
            guard cursor.take(4) == Array("TZif".utf8)[...], let version = cursor.take(1)?.first,
                cursor.take(15) != nil
            else { return nil }
            var counts: [Int] = []
            for _ in 0..<6 {
                guard let count = cursor.integer(bytes: 4), (0...100_000).contains(count) else { return nil }
                counts.append(Int(count))
            }
            self.version = version
            isUTCount = counts[0]
            isStandardCount = counts[1]
            leapCount = counts[2]
            timeCount = counts[3]
            typeCount = counts[4]
            characterCount = counts[5]
        }

        /// Bytes of the data block after the header.
        func blockLength(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
                + isStandardCount + isUTCount
        }
    }

    private struct Cursor {
        let bytes: [UInt8]
        var index = 0

        mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard count >= 0, count <= bytes.count - index else { return nil }
            defer { index += count }
            return bytes[index..<index + count]
        }

        /// A signed big-endian integer of 4 or 8 bytes.
        mutating func integer(bytes count: Int) -> Int64? {
            guard let slice = take(count), let first = slice.first else { return nil }
            return slice.reduce(first >= 0x80 ? -1 : 0) { $0 << 8 | Int64($1) }
        }
    }

    init?(_ bytes: [UInt8]) {
        var cursor = Cursor(bytes: bytes)
        guard var header = Header(&cursor) else { return nil }
        var timeSize = 4
        if header.version >= UInt8(ascii: "2") {
            guard cursor.take(header.blockLength(timeSize: 4)) != nil, let second = Header(&cursor) else { return nil }
            header = second
            timeSize = 8
        }
        // The "right/" zones count leap seconds, which the instants of this program do not.
        guard header.leapCount == 0, header.typeCount > 0,
            let block = Self.block(header, timeSize: timeSize, &cursor)
        else { return nil }
        (initialOffset, transitions) = block
        guard timeSize == 8 else {
            footer = ""
            return
        }
        let rest = bytes[cursor.index...]
        guard rest.first == 0x0A, let end = rest.dropFirst().firstIndex(of: 0x0A) else { return nil }
        footer = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    }

    private static func block(
        _ header: Header, timeSize: Int, _ cursor: inout Cursor
    ) -> (Int32, [ZoneRules.Transition])? {
        var times: [Int64] = []
        for _ in 0..<header.timeCount {
            guard let time = cursor.integer(bytes: timeSize), time > times.last ?? .min else { return nil }
            times.append(time)
        }
        guard let types = cursor.take(header.timeCount) else { return nil }
        var offsets: [Int32] = []
        for _ in 0..<header.typeCount {
            guard let offset = cursor.integer(bytes: 4), abs(offset) < 7 * 86_400, cursor.take(2) != nil else {
                return nil
            }
            offsets.append(Int32(offset))
        }
        guard cursor.take(header.characterCount + header.isStandardCount + header.isUTCount) != nil else { return nil }
        var transitions: [ZoneRules.Transition] = []
        for (time, type) in zip(times, types) {
            guard Int(type) < offsets.count else { return nil }
            transitions.append(ZoneRules.Transition(at: time, offset: offsets[Int(type)]))
        }
        return (offsets[0], transitions)
    }
}
