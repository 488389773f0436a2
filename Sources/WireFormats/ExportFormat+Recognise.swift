extension ExportFormat {
    /// The bytes that `recognise` wants at most.
    package static let prefixLength = 4096

    /// Tells what a file is from its first bytes (`prefixLength` of them unless it is shorter) and its size in bytes.
    package static func recognise(prefix: Span<UInt8>, size: Int64) -> ExportFormat {
        let bytes = prefix.array
        // Three zero bytes are an Anviz backup of no records.
        guard size > 0, !bytes.isEmpty, bytes != [0, 0, 0] else { return .unsupported(.empty) }
        if let (_, what) = signatures.first(where: { bytes.starts(with: $0.bytes) }) { return .unsupported(what) }
        if let list = headedList(bytes) { return list }
        if holdsAttlogRow(prefix) { return .punches(.attlog) }
        if holdsWideText(bytes) { return .unsupported(.utf16) }
        if isAnvizBackup(prefix, size: size) { return .punches(.anviz) }
        if let layout = userList(prefix, size: size) { return .users(layout) }
        // attendance-machines.md 2.7: templates are 608 bytes each; no text file holds zero bytes.
        if size % 608 == 0, bytes.contains(0) { return .unsupported(.templates) }
        return .unsupported(.unknown)
    }

    private static let signatures: [(bytes: [UInt8], what: UnsupportedExport)] = [
        ([0x50, 0x4B, 0x03, 0x04], .spreadsheet), ([0xD0, 0xCF, 0x11, 0xE0], .spreadsheet),  // ZIP, OLE
        ([0xFF, 0xD8, 0xFF], .picture), ([0x89, 0x50, 0x4E, 0x47], .picture),  // JPEG, PNG
        (Array("GIF8".utf8), .picture), (Array("ZoucqGENLOGData".utf8), .binaryList),
        (Array("ZoucqEnrollData".utf8), .templates),
    ]

    private static func holdsAttlogRow(_ prefix: Span<UInt8>) -> Bool {
        var reader = AttlogReader()
        var found = false
        reader.feed(prefix) { item, _ in
            if case .row = item { found = true }
        }
        _ = reader.finish { item, _ in
            if case .row = item { found = true }
        }
        return found
    }

    /// UTF-16, with a mark or without: every second byte of digits and tabs is zero.
    private static func holdsWideText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let first = bytes.prefix(64)
        return first.count >= 8
            && (0..<2).contains { side in
                first.indices.allSatisfy { ($0 % 2 == side) == (bytes[$0] == 0) }
            }
    }

    /// The lists with a header by the names in it (attendance-machines.md 3.1); the first line that names any decides.
    ///
    /// Without one, rows that look as if they had lost it are named for what they are.
    private static func headedList(_ bytes: [UInt8]) -> ExportFormat? {
        var lines = TextLines()
        lines.append(bytes.span)
        var next = lines.next() ?? lines.last()
        var other: UnsupportedExport?
        while let line = next {
            if ListHeader(line.text) != nil { return .punches(.agl) }
            if ListHeader.isOperationLog(line.text) { return .unsupported(.operationLog) }
            if ListHeader.isSpaced(line.text) { other = .spacedColumns }
            if other == nil, isRowOfList(line.text) { other = .headerless }
            next = lines.next() ?? lines.last()
        }
        return other.map { .unsupported($0) }
    }

    /// Three numbers in front, and the last cell that is not empty a date and time.
    private static func isRowOfList(_ text: [UInt8]) -> Bool {
        let cells = text.split(separator: 0x09, omittingEmptySubsequences: false)
        guard cells.count > 4, let last = cells.last(where: { !$0.isEmpty }) else { return false }
        let isNumbered = cells.prefix(3).allSatisfy { cell in
            !cell.isEmpty && cell.allSatisfy { (0x30...0x39).contains($0) }
        }
        return isNumbered && WrittenTime(Array(last).span, from: 0, to: last.count) != nil
    }

    /// A count of three bytes, high byte first, then as many records of 14 bytes (attendance-machines.md 3.2); with
    /// another count only when every record could be a real one.
    private static func isAnvizBackup(_ prefix: Span<UInt8>, size: Int64) -> Bool {
        let first = AnvizBackupReader.headerSize
        guard prefix.count >= first + AnvizRecord.size else { return false }
        let count = (0..<first).reduce(0 as Int64) { $0 << 8 | Int64(prefix[$1]) }
        if count > 0, size == Int64(first) + Int64(AnvizRecord.size) * count { return true }
        return count > 0
            && (0..<(prefix.count - first) / AnvizRecord.size).allSatisfy { index in
                let start = first + index * AnvizRecord.size
                return AnvizRecord(prefix.extracting(start..<start + AnvizRecord.size))?.isPlausible ?? false
            }
    }

    /// Whole records of 28 or 72 bytes, all of them with a known privilege, a name and an id.
    private static func userList(_ prefix: Span<UInt8>, size: Int64) -> ZKUser.Layout? {
        ZKUser.Layout.allCases.first { layout in
            let width = layout.rawValue
            guard size % Int64(width) == 0, prefix.count >= width else { return false }
            return (0..<prefix.count / width).allSatisfy { index in
                guard let user = ZKUser(prefix.extracting(index * width..<(index + 1) * width), layout: layout)
                else { return false }
                return user.uid > 0 && user.privilege & ~0x0F == 0 && !user.userID.isEmpty && user.userID != "0"
            }
        }
    }
}
