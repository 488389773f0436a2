import Testing
import TextCodec

struct JSON5Tests {
    private func root(_ text: String) throws -> JSON5Node {
        let result = JSON5.read(text)
        #expect(result.errors == [])
        return try #require(result.root)
    }

    @Test func readsWhatPeopleWrite() throws {
        let node = try root(
            "\u{FEFF}// 注释\n{ /* block\n comment */ 早读: 'it\\'s', \"b\": [0x1F, +5, .5, 5., -1e3,], $c_1: null, d: true, }"
        )
        #expect(node["早读"]?.string == "it's")
        let elements = try #require(node["b"]?.elements)
        let shown = elements.map { "\($0.value)" }
        #expect(shown == ["integer(31)", "integer(5)", "number(0.5)", "number(5.0)", "number(-1000.0)"])
        #expect(node.members?.map(\.key) == ["早读", "b", "$c_1", "d"])
    }

    @Test func tellsWhereValuesAndKeysBegin() throws {
        let node = try root("{\r\n  a: 1,\n\n  早读: [ 2,\r\t\t'x' ],\n}")
        let members = try #require(node.members)
        #expect(members.map(\.position.description) == ["2:3", "4:3"])
        #expect(members.map(\.node.position.description) == ["2:6", "4:7"])
        #expect(members[1].node.elements?.map(\.position.description) == ["4:9", "5:3"])
    }

    @Test func readsEscapesAndLineContinuations() throws {
        #expect(try root(#"'\x41\u4e2d\uD83D\uDE00\n\0\q'"#).string == "A中😀\n\0q")
        #expect(try root("'a\\\r\nb'").string == "ab")
    }

    @Test func refusesEveryRepeatedKeyAndKeepsTheFirst() throws {
        let result = JSON5.read("{ a: 1,\n a: 2,\n b: { c: 1,\n \"c\": 2 } }")
        #expect(
            result.errors == [
                JSON5Error(position: TextPosition(line: 2, column: 2), reason: .duplicateKey("a", firstLine: 1)),
                JSON5Error(position: TextPosition(line: 4, column: 2), reason: .duplicateKey("c", firstLine: 3)),
            ])
        #expect(result.root?["a"]?.position == TextPosition(line: 1, column: 6))
    }

    @Test(arguments: [
        ("{ a: 1", "1:7", JSON5Error.Reason.unclosed(closing: "}", opened: TextPosition(line: 1, column: 1))),
        ("[\n1, ", "2:4", .unexpectedEnd),
        ("{ a: 1 b: 2 }", "1:8", .missingComma(closing: "}")),
        ("{ a 1 }", "1:5", .missingColon(key: "a")),
        ("{ a： 1 }", "1:4", .missingColon(key: "a")),
        ("{ a: 1， b: 2 }", "1:7", .unexpectedCharacter("，")),
        ("{ a: “x” }", "1:6", .unexpectedCharacter("“")),
        ("{ a: summer }", "1:6", .unquotedText("summer")),
        ("{ a: 07:00 }", "1:6", .invalidNumber("07")),
        ("{ a: 1.2.3 }", "1:6", .invalidNumber("1.2.3")),
        ("{ a: 0x }", "1:6", .invalidNumber("0x")),
        ("{ a: 1e999 }", "1:6", .invalidNumber("1e999")),
        ("{ a: + }", "1:6", .invalidNumber("+")),
        ("{ a: 'x\n' }", "1:6", .unclosedString),
        ("{ a: 'x", "1:6", .unclosedString),
        ("/* a", "1:1", .unclosedComment),
        ("{} {}", "1:4", .trailingText),
        ("{ a: '\\u12' }", "1:11", .invalidEscape),
        ("", "1:1", .unexpectedEnd),
        ("{ , }", "1:3", .unexpectedCharacter(",")),
    ])
    func tellsWhatIsWrongAndWhere(text: String, place: String, reason: JSON5Error.Reason) throws {
        let result = JSON5.read(text)
        #expect(result.root == nil)
        let error = try #require(result.errors.last)
        #expect(error.reason == reason)
        #expect(error.position.description == place)
        #expect(error.sentence(in: .english) != error.sentence(in: .chinese))
    }

    @Test func refusesDeepNestingWithoutTrapping() {
        let result = JSON5.read(String(repeating: "[", count: 50_000))
        #expect(result.errors.map(\.reason) == [.tooDeep])
    }

    @Test func neverTrapsOnDamagedText() {
        let text = Array("{ a: [1, -.5e1, 'x\\n', null], // c\n \"b\": { c: 0x1F } }")
        for end in text.indices {
            #expect(JSON5.read(String(text[..<end])).root == nil)
            for character: Character in ["\\", "'", "}", "/", "*", "\u{0}", "，", "9"] {
                var changed = text
                changed[end] = character
                _ = JSON5.read(String(changed))
            }
        }
    }
}
