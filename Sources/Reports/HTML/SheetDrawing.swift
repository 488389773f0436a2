import TextCodec

/// Draws a table of a document.
struct SheetDrawing {
    private typealias Attribute = Markup.Attribute

    private let sheet: Paper.Sheet
    private let language: Language

    init(_ sheet: Paper.Sheet, language: Language) {
        self.sheet = sheet
        self.language = language
    }

    var markup: Markup {
        let table = sheet.table
        let titles = table.columns.map { column in
            Markup.element(
                .th, [Attribute(.scope, "col")] + classes(column, nil), [.text(column.title.text(in: language))])
        }
        var rows: [Markup] = []
        var group: Table.Cell?
        for row in table.rows {
            let begins = table.groupsByFirstColumn && group != row.first
            group = row.first
            rows.append(draw(row, as: begins ? "first" : nil))
        }
        if let sum = table.sum { rows.append(draw(sum, as: "sum")) }
        var kinds: [String] =
            switch sheet.style {
            case .plain: []
            case .grid: ["grid"]
            case .form: ["hand"]
            }
        if table.columns.count > 16 { kinds.append("dense") }
        return .element(
            .table, kinds.isEmpty ? [] : [Attribute(.classes, kinds.joined(separator: " "))],
            [.tag(.thead, of: [.tag(.tr, of: titles)]), .tag(.tbody, of: rows)])
    }

    private func draw(_ row: [Table.Cell], as kind: String?) -> Markup {
        let cells = zip(sheet.table.columns, row).map { column, cell in
            Markup.element(.td, classes(column, cell), [content(cell)])
        }
        return .element(.tr, kind.map { [Attribute(.classes, $0)] } ?? [], cells)
    }

    private func content(_ cell: Table.Cell) -> Markup {
        switch cell {
        case .blank: .nothing
        case .number, .money: .text(cell.text(in: language))
        case .text, .phrase, .strong: .outside(cell.text(in: language))
        }
    }

    private func classes(_ column: Table.Column, _ cell: Table.Cell?) -> [Attribute] {
        var names: [String] = []
        if column.alignment == .right { names.append("number") }
        switch column.width {
        case .standard: break
        case .tight: names.append("tight")
        case .name: names.append("name")
        case .wide: names.append("wide")
        case .hand: names.append("hand")
        }
        if case .strong = cell { names.append("strong") }
        return names.isEmpty ? [] : [Attribute(.classes, names.joined(separator: " "))]
    }
}
