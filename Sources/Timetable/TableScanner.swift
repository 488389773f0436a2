import TextCodec

/// One column of a table: the word that the program writes, and those that schools write.
struct TableColumn {
    let name: String
    let synonyms: [String]
    let isRequired: Bool

    init(_ name: String, _ synonyms: String..., required: Bool = false) {
        self.name = name
        self.synonyms = synonyms
        self.isRequired = required
    }

    func isCalled(_ word: String) -> Bool { word == NameFolding.word(name) || synonyms.contains(word) }
}

/// One row of a table, by column.
struct TableRow {
    let line: Int
    fileprivate let cells: [String: String]

    /// The text of a cell, folded as ids and numbers are compared; empty when blank or when there is no such column.
    subscript(column: String) -> String { NameFolding.ascii(cells[column] ?? "") }

    /// The folded text of a cell; nil when it is blank.
    func filled(_ column: String) -> String? {
        let text = self[column]
        return text.isEmpty ? nil : text
    }

    /// The text of a cell as people wrote it.
    func prose(_ column: String) -> String? {
        let text = NameFolding.trimmed(cells[column] ?? "")
        return text.isEmpty ? nil : text
    }
}

/// Reads a CSV table with named columns and keeps what it finds on the way.
struct TableScanner {
    let file: String
    private(set) var rows: [TableRow] = []
    private(set) var columns: Set<String> = []
    var findings: [Finding] = []

    /// Without all required columns, `rows` is empty.
    init(_ text: String, file: String, columns known: [TableColumn]) {
        self.file = file
        let table = CSVTable(text)
        for issue in table.issues { report(.csv(issue.kind), line: issue.line) }
        guard !table.header.cells.isEmpty else { return }
        let names = header(table.header, known)
        columns = Set(names.compactMap(\.self))
        let missing = known.filter { $0.isRequired && !columns.contains($0.name) }
        for column in missing { report(.missingColumn(column.name), line: table.header.line) }
        guard missing.isEmpty else { return }
        rows = table.rows.map { row in
            var cells: [String: String] = [:]
            for (name, cell) in zip(names, row.cells) {
                if let name { cells[name] = cell }
            }
            return TableRow(line: row.line, cells: cells)
        }
    }

    /// The column of each header cell; nil for those that say nothing to us.
    private mutating func header(_ header: CSVTable.Row, _ known: [TableColumn]) -> [String?] {
        var names: [String?] = []
        for cell in header.cells {
            let column = Self.column(cell, known)
            if let column, names.contains(column.name) {
                report(.repeatedColumn(NameFolding.trimmed(cell)), line: header.line)
                names.append(nil)
                continue
            }
            if column == nil, !NameFolding.word(cell).isEmpty {
                let nearest = Spelling.nearest(NameFolding.word(cell), in: known.map(\.name))
                report(.unknownColumn(NameFolding.trimmed(cell), nearest: nearest), line: header.line)
            }
            names.append(column?.name)
        }
        return names
    }

    /// The column that a header names: `岗位`, `duty`, `岗位(duty)`, `人员/工号`.
    private static func column(_ header: String, _ known: [TableColumn]) -> TableColumn? {
        let word = NameFolding.word(header)
        if let column = known.first(where: { $0.isCalled(word) }) { return column }
        let parts = word.split { "()[]/".contains($0) }.map(String.init)
        guard parts.count > 1 else { return nil }
        return parts.lazy.compactMap { part in known.first { $0.isCalled(part) } }.first
    }

    mutating func report(_ kind: FindingKind, line: Int) {
        findings.append(Finding(file: file, line: line, kind))
    }

    /// The text of a cell that must not be blank.
    mutating func required(_ row: TableRow, _ column: String) -> String? {
        let text = row[column]
        if text.isEmpty { report(.blankCell(column: column), line: row.line) }
        return text.isEmpty ? nil : text
    }

    /// What `parse` makes of a cell; nil for a blank one, and for a wrong one, which is told.
    mutating func parsed<Value>(
        _ row: TableRow, _ column: String, _ expected: FindingKind.Expectation, _ parse: (String) -> Value?
    ) -> Value? {
        let text = row[column]
        guard !text.isEmpty else { return nil }
        guard let value = parse(text) else {
            report(.wrongCell(column: column, text: text, expected: expected), line: row.line)
            return nil
        }
        return value
    }

    /// `parsed` of a cell that must not be blank.
    mutating func requiredParsed<Value>(
        _ row: TableRow, _ column: String, _ expected: FindingKind.Expectation, _ parse: (String) -> Value?
    ) -> Value? {
        guard required(row, column) != nil else { return nil }
        return parsed(row, column, expected, parse)
    }

    /// Resolves a cell that names a thing; a blank cell gives nil.
    mutating func named<ID>(
        _ row: TableRow, _ column: String, _ lookup: (String) -> NameTable.Lookup<ID>
    ) -> ID? {
        let text = row[column]
        guard !text.isEmpty else { return nil }
        switch lookup(text) {
        case .found(let id): return id
        case .failed(let kind):
            report(kind, line: row.line)
            return nil
        }
    }
}
