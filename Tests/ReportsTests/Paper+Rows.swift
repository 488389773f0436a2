import Reports
import TextCodec

extension Paper {
    /// A table's rows as texts by column; empty when the document does not have the table.
    func rows(_ key: String, in language: Language = .chinese) -> [[String: String]] {
        sheets.filter { $0.key == key }.flatMap { $0.table.records(in: language) }
    }

    /// The last line of a table, by column.
    func sum(_ key: String) -> [String: String] {
        guard let table = sheets.first(where: { $0.key == key })?.table, let sum = table.sum else { return [:] }
        return Dictionary(zip(table.columns.map(\.key), sum.map { $0.text(in: .chinese) })) { first, _ in first }
    }

    func html(_ language: Language = .chinese) -> String { rendered(as: .html, in: language) }
}

extension Table {
    func records(in language: Language = .chinese) -> [[String: String]] {
        rows.map { row in
            Dictionary(zip(columns.map(\.key), row.map { $0.text(in: language) })) { first, _ in first }
        }
    }
}
