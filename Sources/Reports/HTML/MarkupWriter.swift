/// Writes markup as text; the one place that knows how HTML is escaped.
package struct MarkupWriter {
    private var output = ""

    /// A whole document, with its type in front.
    package static func document(_ root: Markup) -> String {
        var writer = MarkupWriter()
        writer.output = "<!DOCTYPE html>\n"
        writer.write(root)
        writer.output += "\n"
        return writer.output
    }

    /// The text of one piece, for tests.
    package static func text(of markup: Markup) -> String {
        var writer = MarkupWriter()
        writer.write(markup)
        return writer.output
    }

    private mutating func write(_ markup: Markup) {
        switch markup {
        case .text(let text): escape(text)
        case .outside(let text):
            guard !text.isEmpty else { return }
            output += "<bdi>"
            escape(text)
            output += "</bdi>"
        case .group(let children): for child in children { write(child) }
        case .style(let sheet): output += "<style>\n\(sheet.css)</style>\n"
        case .element(let tag, let attributes, let children):
            output += "<\(tag.rawValue)"
            for attribute in attributes {
                output += " \(attribute.name.rawValue)=\""
                escape(attribute.value)
                output += "\""
            }
            output += ">"
            guard !tag.isVoid else { return }
            for child in children { write(child) }
            output += "</\(tag.rawValue)>"
            if Self.endsLine.contains(tag) { output += "\n" }
        }
    }

    /// After these a line ends, so that people can read the source and compare two files.
    private static let endsLine: Set<Markup.Tag> = [
        .title, .head, .header, .section, .footer, .figure, .h1, .h2, .p, .ul, .dl, .dd, .li, .tr, .thead, .tbody,
        .table,
        .svg, .defs, .g,
    ]

    /// HTML forbids control characters, and some browsers read them as markup's: they show as U+FFFD.
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(" ")
            default:
                let isControl = scalar.properties.generalCategory == .control
                output.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
            }
        }
    }
}
