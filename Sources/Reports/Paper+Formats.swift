package import TextCodec

extension Paper {
    package func rendered(as format: OutputFormat, in language: Language) -> String {
        switch format {
        case .text: text(in: language)
        case .csv: (csvTable ?? sheets.first?.table)?.csv(in: language) ?? ""
        case .json: jsonLines
        case .html: MarkupWriter.document(PaperPage(self, language: language).markup)
        }
    }

    /// For a terminal: the same blocks; what is only there to be signed is left out.
    package func text(in language: Language) -> String {
        func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
        func list(_ terms: [Term]) -> String {
            let width = terms.map { DisplayWidth.of(say($0.label)) }.max() ?? 0
            return terms.map { DisplayWidth.pad(say($0.label), to: width + 2) + say($0.value) + "\n" }.joined()
        }
        var parts = [[title, subtitle].map(say).filter { !$0.isEmpty }.joined(separator: "  ") + "\n"]
        for block in blocks {
            switch block {
            case .heading(let phrase): parts.append("\n" + say(phrase) + "\n")
            case .paragraph(let phrase): parts.append(say(phrase) + "\n")
            case .points(let points): parts += points.map { "· " + say($0) + "\n" }
            case .terms(let terms): parts.append(list(terms))
            case .table(let sheet): parts.append(sheet.table.text(in: language))
            case .charts(let charts): parts += charts.map { "\n" + say($0.title) + "\n" + $0.table.text(in: language) }
            case .signatures, .newPage: break
            }
        }
        if !foot.isEmpty { parts.append("\n" + list(foot)) }
        return parts.joined()
    }

    /// The document's facts in the first line, then one line for each row, with the table's name in `table`.
    package var jsonLines: String {
        var members = [JSONMember("schema", .integer(1)), JSONMember("document", .string(kind))]
        members += terms.map { JSONMember($0.key, .string($0.value.english)) }
        return JSONValue.object(members).text + "\n" + sheets.map { $0.table.jsonLines(of: $0.key) }.joined()
    }
}

extension BarChart {
    /// The chart's numbers, for a terminal.
    package var table: Table {
        var table = Table(
            columns: [.init("label", Phrase("", ""))]
                + Part.allCases.map { .init($0.rawValue, $0.phrase, .right) })
        for row in rows {
            table.add([.text(row.label)] + Part.allCases.map { .number(Int64($0.count(in: row.turnout))) })
        }
        return table
    }
}
