import TextCodec

/// Draws a document as one HTML file that needs no other: for a browser, and for A4.
struct PaperPage {
    private typealias Attribute = Markup.Attribute

    private let paper: Paper
    private let language: Language

    init(_ paper: Paper, language: Language) {
        self.paper = paper
        self.language = language
    }

    var markup: Markup {
        let name = [paper.title, paper.subtitle].map(say).filter { !$0.isEmpty }.joined(separator: " ")
        let head: [Markup] = [
            .tag(.meta, Attribute(.charset, "utf-8")),
            // Should anything ever slip through, the browser runs no script and loads nothing.
            .tag(
                .meta, Attribute(.httpEquiv, "Content-Security-Policy"),
                Attribute(.content, "default-src 'none'; style-src 'unsafe-inline'")),
            .tag(.meta, Attribute(.name, "viewport"), Attribute(.content, "width=device-width")),
            .tag(.title, of: [.text(name)]),
            .style(.print), .style(paper.isLandscape ? .landscape : .portrait),
        ]
        let header = Markup.tag(
            .header,
            of: [
                .tag(.h1, of: [.text(say(paper.title))]),
                paper.subtitle.english.isEmpty ? .nothing : .tag(.p, of: [.text(say(paper.subtitle))]),
            ])
        return .tag(
            .html, Attribute(.lang, language == .chinese ? "zh-CN" : "en"),
            of: [
                .tag(.head, of: head),
                .tag(
                    .body, Attribute(.classes, paper.isLandscape ? "landscape" : "portrait"),
                    of: [header, .tag(.main, of: sections), foot]),
            ])
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    /// A heading and what follows up to the next one stay together as a section; a new page begins one.
    private var sections: [Markup] {
        var sections: [Markup] = []
        var open: [Markup] = []
        var kind = ""
        // Where the words after the last table begin: what is signed stays with what it is signed for.
        var words = 0
        func close() {
            words = 0
            guard !open.isEmpty else { return }
            sections.append(.element(.section, kind.isEmpty ? [] : [Attribute(.classes, kind)], open))
            open = []
            kind = ""
        }
        for block in paper.blocks {
            switch block {
            case .newPage:
                // What is signed carries its digest; the annex comes after it.
                open.append(foot)
                close()
                kind = "page"
            case .heading:
                if kind != "page" || !open.isEmpty { close() }
                open.append(draw(block))
            case .signatures:
                let signed = Array(open[words...]) + [draw(block)]
                open.replaceSubrange(words..., with: [.tag(.div, Attribute(.classes, "whole"), of: signed)])
            case .table(let sheet):
                open.append(draw(block))
                words = open.count
                if sheet.isWhole, kind.isEmpty { kind = "whole" }
            default: open.append(draw(block))
            }
        }
        close()
        return sections
    }

    private func draw(_ block: Paper.Block) -> Markup {
        switch block {
        case .heading(let phrase): return .tag(.h2, of: [.text(say(phrase))])
        case .paragraph(let phrase): return .tag(.p, of: [.text(say(phrase))])
        case .points(let points): return .tag(.ul, of: points.map { .tag(.li, of: [.text(say($0))]) })
        case .terms(let terms):
            let items = terms.map { term in
                Markup.group([
                    .tag(.dt, of: [.text(say(term.label))]), .tag(.dd, of: [.outside(say(term.value))]),
                ])
            }
            return terms.isEmpty ? .nothing : .tag(.dl, of: items)
        case .table(let sheet): return SheetDrawing(sheet, language: language).markup
        case .charts(let charts):
            let drawn = charts.filter { !$0.rows.isEmpty }.enumerated().map { place, chart in
                ChartDrawing(chart, language: language, definesPatterns: place == 0).markup
            }
            return drawn.isEmpty ? .nothing : .tag(.div, Attribute(.classes, "charts"), of: drawn)
        case .signatures(let lines):
            return .tag(
                .div, Attribute(.classes, "signatures"), of: lines.map { .tag(.span, of: [.text(say($0))]) })
        case .newPage: return .nothing
        }
    }

    private var foot: Markup {
        guard !paper.foot.isEmpty else { return .nothing }
        let colon = Phrase(": ", "：")
        return .tag(
            .footer,
            of: paper.foot.map { term in
                .tag(.p, of: [.text(say(term.label + colon)), .outside(say(term.value))])
            })
    }
}
