import Reports
import Testing

/// Nothing that a person or file brings can become markup.
@Suite struct MarkupTests {
    private static let texts: [(String, String)] = [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("a\u{0}b\u{1B}[2J", "a\u{FFFD}b\u{FFFD}[2J"), ("两\n行", "两 行"),
        ("&amp;", "&amp;amp;"), ("👩‍🏫", "👩‍🏫"),
    ]

    @Test(arguments: texts)
    func escapesText(text: String, written: String) {
        #expect(MarkupWriter.text(of: .text(text)) == written)
        #expect(MarkupWriter.text(of: .outside(text)) == "<bdi>\(written)</bdi>")
        #expect(
            MarkupWriter.text(of: .tag(.p, .init(.label, text), of: [])) == "<p aria-label=\"\(written)\"></p>\n")
    }

    @Test func isolatesTheDirectionOfOutsideText() {
        let name = "محمد \u{202E}علي"
        #expect(MarkupWriter.text(of: .outside(name)) == "<bdi>\(name)</bdi>")
        #expect(MarkupWriter.text(of: .outside("")) == "")
    }

    @Test func writesElementsInOrderAndVoidOnesWithoutAnEnd() {
        let markup = Markup.tag(
            .td, .init(.classes, "number"), of: [.text("1"), .tag(.br), .tag(.strong, of: [.text("2")])])
        #expect(MarkupWriter.text(of: markup) == "<td class=\"number\">1<br><strong>2</strong></td>")
    }
}
