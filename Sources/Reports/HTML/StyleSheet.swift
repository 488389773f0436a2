/// The style of printed documents; only literals of this file can be one, so that no text from outside becomes style.
package struct StyleSheet: Sendable, Hashable {
    let css: String

    private init(_ css: StaticString) { self.css = css.description }

    package static func == (left: Self, right: Self) -> Bool { left.css == right.css }

    package func hash(into hasher: inout Hasher) { hasher.combine(css) }

    package static let portrait = StyleSheet("@page { size: A4 portrait; }\n")
    package static let landscape = StyleSheet("@page { size: A4 landscape; }\n")

    /// What every document looks like: black on white, lines instead of colours, heads repeated, no row torn apart.
    package static let print = StyleSheet(
        """
        @page {
          margin: 14mm 15mm 16mm;
          @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt "Liberation Sans", Arial, sans-serif; }
        }
        html {
          font-family: "Liberation Serif", "Times New Roman", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC",
            SimSun, "Noto Sans CJK SC", "Microsoft YaHei", serif;
          font-size: 10pt; line-height: 1.4; color: #000; background: #fff;
          -webkit-print-color-adjust: exact; print-color-adjust: exact;
        }
        body { margin: 0 auto; max-width: 180mm; padding: 0 .3mm; }
        body.landscape { max-width: 267mm; }
        @media screen { body { padding: 10mm 6mm; } }
        h1, h2, th, figcaption, dt, strong, .sans {
          font-family: "Liberation Sans", Arial, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimHei,
            sans-serif;
        }
        header { border-bottom: 1.6pt solid #000; margin-bottom: 4mm; padding-bottom: 2.5mm; text-align: center; }
        h1 { font-size: 18pt; letter-spacing: .06em; margin: 0 0 1mm; }
        h2 { font-size: 11.5pt; margin: 6mm 0 2mm; break-after: avoid; }
        header p { margin: 0; }
        p { margin: 0 0 2mm; }
        ul { margin: 0 0 2mm; padding-left: 5mm; }
        li { margin-bottom: .8mm; }
        bdi { overflow-wrap: anywhere; }
        dl { display: grid; grid-template-columns: max-content 1fr; column-gap: 5mm; row-gap: .8mm; margin: 0 0 3mm; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; font-size: 9pt; line-height: 1.25; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: .5pt solid #555; padding: .9mm 1.4mm; text-align: left; vertical-align: middle; }
        th { background: #eee; border-color: #000; font-weight: bold; }
        td { overflow-wrap: break-word; }
        td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        th, th.number { white-space: normal; word-break: keep-all; overflow-wrap: normal; }
        td.tight, th.tight { white-space: nowrap; }
        td { min-width: 11mm; }
        td.number, td.tight { min-width: 0; }
        td.name { min-width: 23mm; }
        td.wide { min-width: 40mm; width: 50%; }
        td.strong { font-weight: bold; }
        th.hand, td.hand { width: 30mm; }
        table.hand td { height: 7mm; }
        table.grid td { text-align: center; }
        table.grid td:first-child, table.grid td:nth-child(2) { text-align: left; }
        table.dense { font-size: 7.5pt; }
        table.dense th, table.dense td { padding: .8mm .7mm; }
        tr.sum td { border-top: 1.4pt solid #000; font-weight: bold; }
        tr.first td { border-top: 1pt solid #000; }
        figure { margin: 0; break-inside: avoid; }
        figcaption { font-weight: bold; font-size: 9pt; margin-bottom: 1mm; }
        .charts { display: flex; gap: 8mm; margin: 0 0 3mm; break-inside: avoid; }
        .charts figure { flex: 1 1 0; }
        svg { width: 100%; height: auto; display: block; }
        svg text { font: 11px "Liberation Sans", Arial, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
          sans-serif; fill: #000; }
        svg text.end { text-anchor: end; }
        svg rect.bar { stroke: #000; stroke-width: .8; }
        svg line.axis { stroke: #000; stroke-width: 1; }
        .kept { fill: #c4c4c4; } .late { fill: url(#late); } .partial { fill: url(#partial); } .missing { fill: #000; }
        .open { fill: #fff; }
        .paper { fill: #fff; } .ink { fill: #000; } .hatch { stroke: #000; stroke-width: 1.4; fill: none; }
        .signatures { display: flex; flex-wrap: wrap; gap: 9mm 10mm; margin: 9mm 0 4mm; break-inside: avoid; }
        .signatures span { flex: 1 1 44mm; border-bottom: .6pt solid #000; padding-bottom: 1mm; min-height: 9mm;
          display: flex; align-items: flex-end; }
        footer { border-top: .8pt solid #000; margin-top: 5mm; padding-top: 1.5mm; font-size: 8pt; break-inside: avoid;
          break-before: avoid; }
        footer p { margin: 0 0 .5mm; overflow-wrap: anywhere; }
        section { break-inside: auto; }
        section.page { break-before: page; }
        .whole { break-inside: avoid; }

        """)
}
