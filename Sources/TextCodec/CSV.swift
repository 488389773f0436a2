/// A table read from CSV text: RFC 4180, and what Excel and people make of it.
///
/// The delimiter is the comma, semicolon or tab that the header has most of. Line ends may be CRLF, LF or CR. Lines that
/// begin with `#`, blank rows and empty columns at the right edge are skipped; short rows are filled up with blanks.
package struct CSVTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// The line on which the row begins, from 1.
        package let line: Int
        /// As many as the header has; without quotes, otherwise as written.
        package let cells: [String]

        package init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// Something about the text that people should know; the table is what could be read all the same.
    package struct Issue: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case noHeader
            /// A quoted cell that begins on this line never ends.
            case unclosedQuote
            case textAfterQuote
            /// A row has text in more columns than the header names.
            case tooManyCells(found: Int, named: Int)
            /// Cells are separated by `，` instead of a comma; they were read as if by commas.
            case fullWidthComma
        }

        package let line: Int
        package let kind: Kind

        package init(line: Int, kind: Kind) {
            self.line = line
            self.kind = kind
        }
    }

    package let delimiter: Character
    package let header: Row
    package let rows: [Row]
    package let issues: [Issue]

    package init(delimiter: Character, header: Row, rows: [Row], issues: [Issue]) {
        self.delimiter = delimiter
        self.header = header
        self.rows = rows
        self.issues = issues
    }

    /// Reads a whole table; what cannot be read is in `issues`.
    package init(_ text: String) {
        var scanner = CSVScanner(text)
        self = scanner.table()
    }
}

/// Writes tables as CSV.
package enum CSVWriter {
    package enum Flavour: Sendable, Hashable {
        /// RFC 4180 as it stands, for programs.
        case plain
        /// For Excel: a cell that Excel would take for a formula begins with an apostrophe instead.
        case excel
    }

    /// One row with its CRLF.
    package static func row(_ cells: [String], flavour: Flavour = .plain) -> String {
        cells.map { cell($0, flavour: flavour) }.joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String, flavour: Flavour) -> String {
        let safe = flavour == .excel && isFormula(text) ? "'" + text : text
        let needsQuotes = safe.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes || safe.first == " " || safe.last == " " || safe.first == "#" else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether a spreadsheet would evaluate the cell (CSV injection); a plain signed number is only a number.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        switch first {
        case "=", "@", "\t", "\r", "＝", "＠": return true
        case "+", "-", "＋", "－": return Double(text) == nil
        default: return false
        }
    }
}
