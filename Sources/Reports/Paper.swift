/// A document that the school prints, posts or files: what it says, apart from how it is drawn.
///
/// One value gives every format, so that the sheet on the wall, the file for Excel and the screen say the same.
package struct Paper: Sendable {
    package enum Block: Sendable {
        case heading(Phrase)
        case paragraph(Phrase)
        case points([Phrase])
        case terms([Term])
        case table(Sheet)
        case charts([BarChart])
        /// Lines to sign on, each with what stands before it.
        case signatures([Phrase])
        case newPage
    }

    /// A named fact, such as what the ledger's digest is.
    package struct Term: Sendable, Hashable {
        /// The member's name in JSON.
        package let key: String
        package let label: Phrase
        package let value: Phrase

        package init(_ key: String, _ label: Phrase, _ value: Phrase) {
            self.key = key
            self.label = label
            self.value = value
        }

        package init(_ key: String, _ label: Phrase, _ value: String) {
            self.init(key, label, Phrase(verbatim: value))
        }
    }

    /// A table with its place in the document.
    package struct Sheet: Sendable {
        package enum Style: Sendable, Hashable {
            case plain
            /// Many short cells, centred.
            case grid
            /// High rows to write in.
            case form
        }

        /// What JSON calls its rows.
        package let key: String
        package let style: Style
        package let table: Table
        /// Printed on one page if it fits on one.
        package let isWhole: Bool

        package init(_ key: String, _ table: Table, style: Style = .plain, isWhole: Bool = false) {
            self.key = key
            self.style = style
            self.table = table
            self.isWhole = isWhole
        }
    }

    /// What JSON calls the document.
    package let kind: String
    package let title: Phrase
    package let subtitle: Phrase
    package var isLandscape = false
    package var blocks: [Block] = []
    /// What stands at the very end: by what it was made and how to check it.
    package var foot: [Term] = []
    /// What `--format csv` writes where that is none of the printed tables.
    package var csvTable: Table?

    package init(_ kind: String, _ title: Phrase, _ subtitle: Phrase) {
        self.kind = kind
        self.title = title
        self.subtitle = subtitle
    }

    package var sheets: [Sheet] {
        blocks.compactMap { block in
            if case .table(let sheet) = block { sheet } else { nil }
        }
    }

    package var terms: [Term] {
        let within = blocks.flatMap { block -> [Term] in
            if case .terms(let terms) = block { terms } else { [] }
        }
        return within + foot
    }

    package mutating func add(_ blocks: Block...) { self.blocks += blocks }

    /// Adds a heading and a table, or a sentence in place of an empty one.
    package mutating func add(_ heading: Phrase, _ sheet: Sheet, ifEmpty nothing: Phrase) {
        add(.heading(heading))
        // An empty file for Excel still has its titles.
        if sheet.table.rows.isEmpty, csvTable == nil, sheets.isEmpty { csvTable = sheet.table }
        add(sheet.table.rows.isEmpty ? .paragraph(nothing) : .table(sheet))
    }
}
