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
