extension ExportFormat {
    /// The bytes that `recognise` wants at most.
    package static let prefixLength = 4096

    /// Tells what a file is from its first bytes (`prefixLength` of them unless it is shorter) and its size in bytes.
    package static func recognise(prefix: Span<UInt8>, size: Int64) -> ExportFormat {
        guard prefix.count > 0, size > 0 else { return .unsupported(.empty) }
        let bytes = prefix.array
        let signatures: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]  // ZIP, OLE
        if signatures.contains(where: bytes.starts(with:)) { return .unsupported(.spreadsheet) }
        if let table = headedTable(bytes) { return .unsupported(table) }
        if holdsAttlogRow(prefix) { return .attlog }
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isUTF16 { return .unsupported(.utf16) }
        if isAnvizBackup(bytes, size: size) { return .unsupported(.anvizBackup) }
        if isUserList(prefix, size: size) { return .unsupported(.zkUsers) }
        // attendance-machines.md 2.7: templates are 608 bytes each; no text file holds zero bytes.
        if size % 608 == 0, bytes.contains(0) { return .unsupported(.zkTemplates) }
        return .unsupported(.unknown)
    }

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

    /// The AGL/GLG family by the names in its header line (attendance-machines.md 3.1), in any encoding of ASCII.
    private static func headedTable(_ bytes: [UInt8]) -> UnsupportedExport? {
        let ascii = bytes.filter { $0 != 0 && $0 < 0x80 }
        let header = ascii.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            .first { $0.first != 0x23 }  // # lines stand before it
        guard let header else { return nil }
        let names = header.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
            .map { String($0.drop { $0 == " " }) }
        if names.contains("SEnNo") || names.contains("GEnNo") { return .operationLog }
        return names.contains("EnNo") && names.contains("DateTime") ? .aglPunches : nil
    }

    /// A count of three bytes, high byte first, then as many records of 14 bytes (attendance-machines.md 3.2).
    private static func isAnvizBackup(_ bytes: [UInt8], size: Int64) -> Bool {
        guard bytes.count >= 3 else { return false }
        let count = bytes.prefix(3).reduce(0 as Int64) { $0 << 8 | Int64($1) }
        return count > 0 && size == 3 + 14 * count
    }

    /// Whole records of 28 or 72 bytes, all of them with a known privilege, a name and an id.
    private static func isUserList(_ prefix: Span<UInt8>, size: Int64) -> Bool {
        ZKUser.Layout.allCases.contains { layout in
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
