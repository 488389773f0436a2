package import TextCodec

/// A table that people read on a terminal and programs read as CSV or JSON lines.
package struct Table: Sendable {
    package enum Alignment: Sendable { case left, right }

    package struct Column: Sendable {
        /// The member's name in JSON.
        package let key: String
        package let title: Phrase
        package let alignment: Alignment

        package init(_ key: String, _ title: Phrase, _ alignment: Alignment = .left) {
            self.key = key
            self.title = title
            self.alignment = alignment
        }
    }

    /// What a cell holds: JSON keeps the type, people and CSV read the text.
    package enum Cell: Sendable, Hashable {
        case text(String)
        case phrase(Phrase, key: String)
        case number(Int64)
        case blank

        package func text(in language: Language) -> String {
            switch self {
            case .text(let text): text
            case .phrase(let phrase, _): phrase.text(in: language)
            case .number(let number): String(number)
            case .blank: ""
            }
        }

        var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .phrase(_, let key): .string(key)
            case .number(let number): .integer(number)
            case .blank: .null
            }
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[Cell]] = []

    package init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row; cells that are missing at its end are blank.
    package mutating func add(_ cells: [Cell]) {
        rows.append(cells + Array(repeating: .blank, count: max(0, columns.count - cells.count)))
    }

    /// The table for a terminal: columns aligned by display width, a rule below the titles, no trailing blanks.
    package func text(in language: Language) -> String {
        let titles = columns.map { $0.title.text(in: language) }
        let texts = rows.map { row in row.map { $0.text(in: language) } }
        var widths = titles.map { DisplayWidth.of($0) }
        for row in texts {
            for (index, text) in row.enumerated() where index < widths.count {
                widths[index] = max(widths[index], DisplayWidth.of(text))
            }
        }
        var lines = [line(titles, widths)]
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
        lines += texts.map { line($0, widths) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ texts: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, text) in texts.enumerated() where index < columns.count {
            if index > 0 { line += "  " }
            let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
            line += columns[index].alignment == .right ? padding + text : text + padding
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The table as CSV with translated titles, for Excel: UTF-8 with a BOM and CRLF.
    package func csv(in language: Language) -> String {
        let titles = CSVWriter.row(columns.map { $0.title.text(in: language) }, flavour: .excel)
        let lines = rows.map { row in CSVWriter.row(row.map { $0.text(in: language) }, flavour: .excel) }
        return "\u{FEFF}" + titles + lines.joined()
    }

    /// One JSON object a line, each with `"schema": 1` first; keys and words do not depend on the language.
    package var jsonLines: String {
        rows.map { row in
            let members = zip(columns, row).map { JSONMember($0.key, $1.json) }
            return JSONValue.object([JSONMember("schema", .integer(1))] + members).text + "\n"
        }.joined()
    }

    package func rendered(as format: OutputFormat, in language: Language) -> String {
        switch format {
        case .text: text(in: language)
        case .csv: csv(in: language)
        case .json: jsonLines
        }
    }
}

extension Table {
    /// The rows without titles, for answers that go on: text cells are separated by two blanks, unaligned.
    package func bareRows(as format: OutputFormat, in language: Language) -> String {
        switch format {
        case .json: jsonLines
        case .csv: rows.map { row in CSVWriter.row(row.map { $0.text(in: language) }, flavour: .excel) }.joined()
        case .text:
            rows.map { row in
                row.map { $0.text(in: language) }.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
            }.joined()
        }
    }
}

/// How a command's answer is written (`--format`).
package enum OutputFormat: String, CaseIterable, Sendable {
    case text, csv, json
}
