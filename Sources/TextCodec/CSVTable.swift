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
