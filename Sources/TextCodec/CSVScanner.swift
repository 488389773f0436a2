/// Splits CSV text into rows of cells.
struct CSVScanner {
    private static let quote = UInt8(ascii: "\"")
    private static let fullWidthComma: [UInt8] = [0xEF, 0xBC, 0x8C]

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var delimiter = UInt8(ascii: ",")
    private var issues: [CSVTable.Issue] = []

    init(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        self.bytes = bytes
    }

    mutating func table() -> CSVTable {
        skipSeparatorLine()
        skipBlankLines()
        chooseDelimiter()
        guard let header = nextRow(splittingFullWidth: true) else {
            return CSVTable(
                delimiter: ",", header: CSVTable.Row(line: 1, cells: []), rows: [],
                issues: [CSVTable.Issue(line: 1, kind: .noHeader)])
        }
        let named = header.cells.count - header.cells.reversed().prefix { isBlank($0) }.count
        var rows: [CSVTable.Row] = []
        while let row = nextRow(splittingFullWidth: false) {
            if let fitted = fit(row, to: named) { rows.append(fitted) }
        }
        return CSVTable(
            delimiter: Character(Unicode.Scalar(delimiter)),
            header: CSVTable.Row(line: header.line, cells: Array(header.cells.prefix(named))),
            rows: rows, issues: issues)
    }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy { $0.isWhitespace } }

    /// The row with exactly `named` cells; nil for a blank row.
    private mutating func fit(_ row: CSVTable.Row, to named: Int) -> CSVTable.Row? {
        let used = row.cells.count - row.cells.reversed().prefix { isBlank($0) }.count
        guard used > 0 else { return nil }
        if used > named { issues.append(.init(line: row.line, kind: .tooManyCells(found: used, named: named))) }
        let missing = max(0, named - row.cells.count)
        return CSVTable.Row(
            line: row.line, cells: Array(row.cells.prefix(named)) + [String](repeating: "", count: missing))
    }

    // MARK: Lines

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Steps over a line end of any kind.
    private mutating func takeLineEnd() {
        guard let byte = next, isLineEnd(byte) else { return }
        index += 1
        if byte == 0x0D, next == 0x0A { index += 1 }
        line += 1
    }

    private mutating func skipLine() {
        while let byte = next, !isLineEnd(byte) { index += 1 }
        takeLineEnd()
    }

    /// Excel's own first line `sep=;` says nothing that the header does not show.
    private mutating func skipSeparatorLine() {
        if bytes.count >= 4, bytes.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }) { skipLine() }
    }

    /// Skips comment lines and empty lines.
    private mutating func skipUnwanted() {
        while let byte = next {
            if byte == UInt8(ascii: "#") {
                skipLine()
            } else if isLineEnd(byte) {
                takeLineEnd()
            } else {
                return
            }
        }
    }

    /// Skips also lines of spaces and delimiters alone, which cannot be a header.
    private mutating func skipBlankLines() {
        skipUnwanted()
        while next != nil {
            let end = bytes[index...].firstIndex(where: isLineEnd) ?? bytes.count
            guard bytes[index..<end].allSatisfy({ " \t,;".utf8.contains($0) }) else { return }
            skipLine()
            skipUnwanted()
        }
    }

    private mutating func chooseDelimiter() {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes[index...] {
            if byte == Self.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte) { break }
            counts[byte, default: 0] += 1
        }
        for candidate in [UInt8(ascii: ";"), 0x09]
        where counts[candidate, default: 0] > counts[delimiter, default: 0] { delimiter = candidate }
    }

    // MARK: Cells

    private mutating func nextRow(splittingFullWidth: Bool) -> CSVTable.Row? {
        skipUnwanted()
        guard next != nil else { return nil }
        let start = line
        var cells: [String] = []
        var sawFullWidth = false
        while true {
            cells.append(cell(splittingFullWidth: splittingFullWidth))
            if next == delimiter {
                index += 1
            } else if splittingFullWidth, bytes[index...].starts(with: Self.fullWidthComma) {
                index += 3
                sawFullWidth = true
            } else {
                break
            }
        }
        takeLineEnd()
        if sawFullWidth { issues.append(.init(line: start, kind: .fullWidthComma)) }
        return CSVTable.Row(line: start, cells: cells)
    }

    private mutating func cell(splittingFullWidth: Bool) -> String {
        if next == Self.quote { return quotedCell() }
        let start = index
        while let byte = next, byte != delimiter, !isLineEnd(byte) {
            if splittingFullWidth, byte == 0xEF, bytes[index...].starts(with: Self.fullWidthComma) { break }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quotedCell() -> String {
        let start = line
        index += 1
        var content: [UInt8] = []
        while let byte = next {
            if byte == Self.quote {
                index += 1
                guard next == Self.quote else { return closed(content) }
                content.append(Self.quote)
                index += 1
            } else if isLineEnd(byte) {
                takeLineEnd()
                content.append(0x0A)
            } else {
                content.append(byte)
                index += 1
            }
        }
        issues.append(.init(line: start, kind: .unclosedQuote))
        return String(decoding: content, as: UTF8.self)
    }

    /// The cell after its closing quote; text that follows it is kept, and told.
    private mutating func closed(_ content: [UInt8]) -> String {
        let start = index
        while let byte = next, byte != delimiter, !isLineEnd(byte) { index += 1 }
        let rest = String(decoding: bytes[start..<index], as: UTF8.self)
        if !isBlank(rest) { issues.append(.init(line: line, kind: .textAfterQuote)) }
        return String(decoding: content, as: UTF8.self) + (isBlank(rest) ? "" : rest)
    }
}
