/// A piece of an HTML document.
///
/// Names and reasons are hostile input. They get in only as `text` and `outside`, which the writer escapes, and there
/// is no case that holds finished markup; tags and attributes are closed sets without scripts, links or styles.
package indirect enum Markup: Sendable, Hashable {
    /// Words of our own.
    case text(String)
    /// Words of others, in a direction of their own (`<bdi>`): an Arabic name or a stray override turns nothing round.
    case outside(String)
    case element(Tag, [Attribute], [Markup])
    case style(StyleSheet)
    case group([Markup])

    /// An element with the children that are not empty groups.
    package static func tag(_ tag: Tag, _ attributes: Attribute..., of children: [Markup] = []) -> Markup {
        .element(tag, attributes, children)
    }

    package static let nothing = Markup.group([])

    /// The elements of HTML and SVG that documents use.
    package enum Tag: String, Sendable, Hashable {
        case html, head, meta, title, style, body
        case header, main, section, footer, figure, figcaption
        case h1, h2, p, ul, li, dl, dt, dd, div, span, strong, bdi, br
        case table, caption, thead, tbody, tr, th, td
        case svg, defs, pattern, rect, path, line, text, g

        /// Elements that have no end tag.
        var isVoid: Bool { self == .meta || self == .br }
    }

    /// One attribute; the value is escaped like text.
    package struct Attribute: Sendable, Hashable {
        package enum Name: String, Sendable, Hashable {
            case lang, charset, name, content, id, role, scope, colspan, rowspan
            case classes = "class"
            case httpEquiv = "http-equiv"
            case label = "aria-label"
            case viewBox, x, y, x1, y1, x2, y2, width, height, d, patternUnits
        }

        let name: Name
        let value: String

        package init(_ name: Name, _ value: String) {
            self.name = name
            self.value = value
        }

        package init(_ name: Name, _ value: Int) {
            self.init(name, String(value))
        }
    }
}
