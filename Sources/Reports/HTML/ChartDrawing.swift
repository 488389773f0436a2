import TextCodec

/// Draws a chart of stacked bars as SVG inside the page; patterns instead of colours.
struct ChartDrawing {
    private typealias Attribute = Markup.Attribute

    private let chart: BarChart
    private let language: Language
    private let definesPatterns: Bool

    /// Lengths in the units of the picture, which is scaled to the width of its column.
    private static let width = 380
    private static let rowHeight = 19
    private static let barHeight = 12
    private static let legendHeight = 22
    /// The number at the end of each bar, such as `214/220`.
    private static let numberWidth = 58
    /// One column of text at the size of the style sheet.
    private static let letterWidth = 6

    init(_ chart: BarChart, language: Language, definesPatterns: Bool) {
        self.chart = chart
        self.language = language
        self.definesPatterns = definesPatterns
    }

    var markup: Markup {
        let height = Self.legendHeight + chart.rows.count * Self.rowHeight + 4
        let title = chart.title.text(in: language)
        let picture = Markup.element(
            .svg,
            [
                Attribute(.viewBox, "0 0 \(Self.width) \(height)"), Attribute(.role, "img"),
                Attribute(.label, title),
            ], [definesPatterns ? patterns : .nothing, legend] + bars + [axis(height)])
        return .tag(.figure, of: [.tag(.figcaption, of: [.text(title)]), picture])
    }

    private var patterns: Markup {
        func pattern(_ id: BarChart.Part, _ path: String) -> Markup {
            .tag(
                .pattern, Attribute(.id, id.rawValue), Attribute(.width, 5), Attribute(.height, 5),
                Attribute(.patternUnits, "userSpaceOnUse"),
                of: [
                    .tag(.rect, Attribute(.width, 5), Attribute(.height, 5), Attribute(.classes, "paper")),
                    .tag(.path, Attribute(.d, path), Attribute(.classes, "hatch")),
                ])
        }
        return .tag(
            .defs, of: [pattern(.late, "M-1 6L6 -1M-1 1L1 -1M4 6L6 4"), pattern(.partial, "M0 1.5H5M1.5 0V5")])
    }

    private var legend: Markup {
        var x = 0
        var pieces: [Markup] = []
        for part in BarChart.Part.allCases {
            let words = part.phrase.text(in: language)
            pieces.append(rect(part, x: x, y: 2, width: 11, height: 10))
            pieces.append(text(words, x: x + 15, y: 11))
            x += 15 + DisplayWidth.of(words) * Self.letterWidth + 9
        }
        return .tag(.g, of: pieces)
    }

    /// Where bars begin: beside the longest label.
    private var left: Int {
        min(150, (chart.rows.map { DisplayWidth.of($0.label) }.max() ?? 0) * Self.letterWidth + 6)
    }

    private var bars: [Markup] {
        let most = max(1, chart.rows.map(\.turnout.due).max() ?? 1)
        let room = Self.width - left - Self.numberWidth
        return chart.rows.enumerated().map { place, row in
            let top = Self.legendHeight + place * Self.rowHeight
            let label = DisplayWidth.truncate(row.label, to: (left - 6) / Self.letterWidth)
            var pieces = [text(label, x: 0, y: top + 11)]
            var sum = 0
            for part in BarChart.Part.allCases {
                let count = part.count(in: row.turnout)
                guard count > 0 else { continue }
                let (from, to) = (sum * room / most, (sum + count) * room / most)
                // One duty of a thousand must be seen all the same.
                pieces.append(
                    rect(part, x: left + from, y: top + 1, width: max(2, to - from), height: Self.barHeight))
                sum += count
            }
            let number = "\(row.turnout.kept)/\(row.turnout.due)"
            pieces.append(text(number, x: Self.width - 2, y: top + 11, isEnd: true))
            return .tag(.g, of: pieces)
        }
    }

    private func axis(_ height: Int) -> Markup {
        .tag(
            .line, Attribute(.classes, "axis"), Attribute(.x1, left), Attribute(.y1, Self.legendHeight - 3),
            Attribute(.x2, left), Attribute(.y2, height - 4))
    }

    private func rect(_ part: BarChart.Part, x: Int, y: Int, width: Int, height: Int) -> Markup {
        .tag(
            .rect, Attribute(.classes, "bar \(part.rawValue)"), Attribute(.x, x), Attribute(.y, y),
            Attribute(.width, width), Attribute(.height, height))
    }

    private func text(_ words: String, x: Int, y: Int, isEnd: Bool = false) -> Markup {
        let place = [Attribute(.x, x), Attribute(.y, y)]
        return .element(.text, isEnd ? place + [Attribute(.classes, "end")] : place, [.text(words)])
    }
}
