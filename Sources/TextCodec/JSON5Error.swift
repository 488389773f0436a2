/// Why a text is not JSON5, and where.
package struct JSON5Error: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case unexpectedEnd
        case unexpectedCharacter(Unicode.Scalar)
        case unclosed(closing: Unicode.Scalar, opened: TextPosition)
        case unclosedString
        case unclosedComment
        case missingComma(closing: Unicode.Scalar)
        case missingColon(key: String)
        case unquotedText(String)
        case invalidNumber(String)
        case invalidEscape
        case duplicateKey(String, firstLine: Int)
        case trailingText
        case tooDeep
    }

    package let position: TextPosition
    package let reason: Reason

    package init(position: TextPosition, reason: Reason) {
        self.position = position
        self.reason = reason
    }
}

extension JSON5Error: CustomStringConvertible {
    /// `line:column: what is wrong and what to do`.
    package var description: String { "\(position): \(sentence(in: .english))" }

    /// What is wrong and what to do, in one sentence without the place.
    package func sentence(in language: Language) -> String {
        language == .chinese ? chinese : english
    }

    private var english: String {
        switch reason {
        case .unexpectedEnd: "the text ends in the middle of a value; finish it or remove what was begun"
        case .unexpectedCharacter(let scalar):
            if let plain = scalar.asciiTwin {
                "this is the full-width or typographic “\(scalar)”; type the plain \(plain) instead"
            } else {
                "“\(scalar)” cannot stand here; a value, a key or a closing bracket is expected"
            }
        case .unclosed(let closing, let opened): "the bracket opened at \(opened) is never closed; add \(closing)"
        case .unclosedString: "this text has no closing quote on its line; add the quote"
        case .unclosedComment: "this comment is never closed; add */"
        case .missingComma(let closing): "a comma is missing before this; add , or close with \(closing)"
        case .missingColon(let key): "after the key “\(key)” a colon is missing; write \(key): value"
        case .unquotedText(let word): "“\(word)” is not a value by itself; put it in quotes: \"\(word)\""
        case .invalidNumber(let text): "“\(text)” is not a number; put times and dates in quotes: \"\(text)\""
        case .invalidEscape: "this escape after a backslash does not exist; write the character itself"
        case .duplicateKey(let key, let line): "the key “\(key)” stands here and in line \(line); remove one of them"
        case .trailingText: "there is more text after the end of the value; remove it or check the brackets"
        case .tooDeep: "brackets are nested more than \(JSON5.maximumDepth) deep; check that all are closed"
        }
    }

    private var chinese: String {
        switch reason {
        case .unexpectedEnd: "内容到此中断；请补全，或删去没写完的部分"
        case .unexpectedCharacter(let scalar):
            if let plain = scalar.asciiTwin {
                "这里用了全角或中文符号“\(scalar)”；请改用半角 \(plain)"
            } else {
                "此处不能出现“\(scalar)”；应为值、键名或右括号"
            }
        case .unclosed(let closing, let opened): "\(opened) 处的括号没有闭合；请补上 \(closing)"
        case .unclosedString: "这段文字在本行没有右引号；请补上引号"
        case .unclosedComment: "注释没有结束；请补上 */"
        case .missingComma(let closing): "此处前面缺少逗号；请加 , 或用 \(closing) 结束"
        case .missingColon(let key): "键“\(key)”后面缺少冒号；请写成 \(key): 值"
        case .unquotedText(let word): "“\(word)”不能直接作值；请加引号：\"\(word)\""
        case .invalidNumber(let text): "“\(text)”不是数字；时间和日期请加引号：\"\(text)\""
        case .invalidEscape: "反斜杠后的转义不存在；请直接写该字符"
        case .duplicateKey(let key, let line): "键“\(key)”在此处和第 \(line) 行各出现一次；请删去一个"
        case .trailingText: "值结束之后还有内容；请删去，或检查括号"
        case .tooDeep: "括号嵌套超过 \(JSON5.maximumDepth) 层；请检查括号是否都已闭合"
        }
    }
}

extension Unicode.Scalar {
    /// The plain sign that somebody with a Chinese keyboard meant.
    fileprivate var asciiTwin: String? {
        switch value {
        case 0x201C, 0x201D: "\""
        case 0x2018, 0x2019: "'"
        case 0x3001: ","
        case 0x3010: "["
        case 0x3011: "]"
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0).map { String(Character($0)) }
        default: nil
        }
    }

    var isMisplacedPunctuation: Bool { asciiTwin != nil }
}
