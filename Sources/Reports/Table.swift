package import TextCodec

/// A table that people read on a terminal and programs read as CSV or JSON lines.
package struct Table: Sendable {
    package enum Alignment: Sendable { case left, right }

    /// How a column is set on paper.
    package enum Width: Sendable {
        case standard
        /// As wide as its longest cell; never wrapped.
        case tight
        /// Somebody's name, however long: wrapped, never crushed.
        case name
        /// Takes the room that is left.
        case wide
        /// Empty, to be filled in by hand; only in HTML and CSV.
        case hand
    }

    package struct Column: Sendable {
        /// The member's name in JSON.
        package let key: String
        package let title: Phrase
        package let alignment: Alignment
        package let width: Width

        package init(
            _ key: String, _ title: Phrase, _ alignment: Alignment = .left, width: Width = .standard
        ) {
            self.key = key
            self.title = title
            self.alignment = alignment
            self.width = width
        }
    }

    /// What a cell holds: JSON keeps the type, people and CSV read the text.
    package enum Cell: Sendable, Hashable {
        case text(String)
        case phrase(Phrase, key: String)
        /// A phrase that must not be overlooked: bold on paper.
        case strong(Phrase, key: String)
        case number(Int64)
        /// Yuan with two decimals, kept as whole fen (C-122).
        case money(fen: Int)
        case blank

        package func text(in language: Language) -> String {
            switch self {
            case .text(let text): text
            case .phrase(let phrase, _), .strong(let phrase, _): phrase.text(in: language)
            case .number(let number): String(number)
            case .money(let fen): LedgerTables.yuan(fen)
            case .blank: ""
            }
        }

        var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .phrase(_, let key), .strong(_, let key): .string(key)
            case .number(let number): .integer(number)
            case .money(let fen): .string(LedgerTables.yuan(fen))
            case .blank: .null
            }
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[Cell]] = []
    /// What the columns come to, below the rows; not in JSON, which has the rows to add up.
    package private(set) var sum: [Cell]?
    /// Rows with the same first cell belong together, as the duties of one person do.
    package var groupsByFirstColumn = false

    package init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row; cells that are missing at its end are blank.
    package mutating func add(_ cells: [Cell]) {
        rows.append(filled(cells))
    }

    /// Sets the last line, which says what the columns come to.
    package mutating func close(with cells: [Cell]) {
        sum = filled(cells)
    }

    private func filled(_ cells: [Cell]) -> [Cell] {
        cells + Array(repeating: .blank, count: max(0, columns.count - cells.count))
    }

    /// The table for a terminal: columns aligned by display width, a rule below the titles, no trailing blanks.
    package func text(in language: Language) -> String {
        let shown = columns.indices.filter { columns[$0].width != .hand }
        func texts(_ row: [Cell]) -> [String] { shown.map { row[$0].text(in: language).onOneLine } }
        let titles = shown.map { columns[$0].title.text(in: language) }
        let body = rows.map(texts)
        let last = sum.map(texts)
        var widths = titles.map { DisplayWidth.of($0) }
        for row in body + [last].compactMap(\.self) {
            for (index, text) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(text)) }
        }
        let alignments = shown.map { columns[$0].alignment }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        var lines = [Self.line(titles, widths, alignments), rule]
        lines += body.map { Self.line($0, widths, alignments) }
        if let last { lines += [rule, Self.line(last, widths, alignments)] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ texts: [String], _ widths: [Int], _ alignments: [Alignment]) -> String {
        var line = ""
        for (index, text) in texts.enumerated() {
            if index > 0 { line += "  " }
            let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
            line += alignments[index] == .right ? padding + text : text + padding
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The table as CSV with translated titles, for Excel: UTF-8 with a BOM and CRLF.
    package func csv(in language: Language) -> String {
        let titles = CSVWriter.row(columns.map { $0.title.text(in: language) }, flavour: .excel)
        let lines = (rows + [sum].compactMap(\.self)).map { row in
            CSVWriter.row(row.map { $0.text(in: language) }, flavour: .excel)
        }
        return "\u{FEFF}" + titles + lines.joined()
    }

    /// One JSON object a line, each with `"schema": 1` first; keys and words do not depend on the language.
    package var jsonLines: String { jsonLines(of: nil) }

    /// The same as a part of a document, with the table's name in `table`.
    func jsonLines(of name: String?) -> String {
        let head =
            [JSONMember("schema", .integer(1))] + [name.map { JSONMember("table", .string($0)) }].compactMap(\.self)
        return rows.map { row in
            let members = zip(columns, row).filter { $0.0.width != .hand }.map { JSONMember($0.key, $1.json) }
            return JSONValue.object(head + members).text + "\n"
        }.joined()
    }

    package func rendered(as format: OutputFormat, in language: Language) -> String {
        switch format {
        case .text: text(in: language)
        case .csv: csv(in: language)
        case .json: jsonLines
        case .html: Paper(of: self).rendered(as: .html, in: language)
        }
    }
}

extension Paper {
    /// A table as a page of its own, for a command that answers with one table.
    fileprivate init(of table: Table) {
        self.init("table", Phrase("Answer of the log", "日志查询结果"), Phrase("", ""))
        isLandscape = table.columns.count > 9
        add(.table(Sheet("rows", table)))
    }
}

extension Table {
    /// The rows without titles, for answers that go on: text cells are separated by two blanks, unaligned.
    package func bareRows(as format: OutputFormat, in language: Language) -> String {
        switch format {
        case .json: jsonLines
        case .csv: rows.map { row in CSVWriter.row(row.map { $0.text(in: language) }, flavour: .excel) }.joined()
        case .text, .html:
            rows.map { row in
                row.map { $0.text(in: language) }.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
            }.joined()
        }
    }
}

/// How a command's answer is written (`--format`).
package enum OutputFormat: String, CaseIterable, Sendable {
    case text, csv, json, html
}

extension String {
    /// Without characters that would break a line or steer a terminal.
    fileprivate var onOneLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
