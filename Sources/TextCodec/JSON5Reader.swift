/// Reads one JSON5 text from its first character to its last.
struct JSON5Reader {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private(set) var duplicates: [JSON5Error] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" {
            index = 1
            lineStart = 1
        }
    }

    mutating func document() throws(JSON5Error) -> JSON5Node {
        let root = try value(depth: 0)
        try skipSpace()
        guard index == scalars.count else { throw error(.trailingText) }
        return root
    }

    // MARK: Characters

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private var afterNext: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }
    private var position: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

    private func error(_ reason: JSON5Error.Reason) -> JSON5Error { JSON5Error(position: position, reason: reason) }

    /// What is wrong when the next character cannot stand here.
    private var unexpected: JSON5Error { error(next.map { .unexpectedCharacter($0) } ?? .unexpectedEnd) }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// Steps over one character, or over a carriage return with its line feed.
    private mutating func advance() {
        guard let scalar = next else { return }
        index += 1
        guard Self.isLineEnd(scalar) else { return }
        if scalar == "\r", next == "\n" { index += 1 }
        line += 1
        lineStart = index
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() throws(JSON5Error) {
        while let scalar = next {
            if scalar == "/" {
                try skipComment()
            } else if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                advance()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(JSON5Error) {
        switch afterNext {
        case "/":
            while let scalar = next, !Self.isLineEnd(scalar) { index += 1 }
        case "*":
            let start = error(.unclosedComment)
            index += 2
            while !(next == "*" && afterNext == "/") {
                guard next != nil else { throw start }
                advance()
            }
            index += 2
        default: throw unexpected
        }
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(JSON5Error) -> JSON5Node {
        guard depth <= JSON5.maximumDepth else { throw error(.tooDeep) }
        try skipSpace()
        let start = position
        switch next {
        case "{": return JSON5Node(.object(try members(depth: depth)), at: start)
        case "[": return JSON5Node(.array(try elements(depth: depth)), at: start)
        case "\"", "'": return JSON5Node(.string(try string()), at: start)
        case .some(let scalar) where scalar.isNumberStart: return JSON5Node(try number(), at: start)
        case .some(let scalar) where scalar.isNameStart: return JSON5Node(try word(at: start), at: start)
        default: throw unexpected
        }
    }

    private mutating func word(at start: TextPosition) throws(JSON5Error) -> JSON5Node.Value {
        let word = name()
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "Infinity": return .number(.infinity)
        case "NaN": return .number(.nan)
        default: throw JSON5Error(position: start, reason: .unquotedText(word))
        }
    }

    /// The run of letters, digits, `_` and `$` that begins here.
    private mutating func name() -> String {
        var view = String.UnicodeScalarView()
        while let scalar = next, scalar.isNamePart {
            view.append(scalar)
            index += 1
        }
        return String(view)
    }

    private mutating func elements(depth: Int) throws(JSON5Error) -> [JSON5Node] {
        let opened = position
        index += 1
        var elements: [JSON5Node] = []
        while true {
            try skipSpace()
            if take("]") { return elements }
            elements.append(try value(depth: depth + 1))
            try skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw separatorError(opened: opened, closing: "]") }
        }
    }

    private mutating func members(depth: Int) throws(JSON5Error) -> [JSON5Member] {
        let opened = position
        index += 1
        var members: [JSON5Member] = []
        var lines: [String: Int] = [:]
        while true {
            try skipSpace()
            if take("}") { return members }
            let start = position
            let key = try key(opened: opened)
            try skipSpace()
            guard take(":") else { throw next == nil ? unexpected : error(.missingColon(key: key)) }
            let node = try value(depth: depth + 1)
            if let first = lines[key] {
                duplicates.append(JSON5Error(position: start, reason: .duplicateKey(key, firstLine: first)))
            } else {
                lines[key] = start.line
                members.append(JSON5Member(key, at: start, node))
            }
            try skipSpace()
            if take("}") { return members }
            guard take(",") else { throw separatorError(opened: opened, closing: "}") }
        }
    }

    private func separatorError(opened: TextPosition, closing: Unicode.Scalar) -> JSON5Error {
        guard let scalar = next else { return error(.unclosed(closing: closing, opened: opened)) }
        return scalar.isMisplacedPunctuation
            ? error(.unexpectedCharacter(scalar)) : error(.missingComma(closing: closing))
    }

    private mutating func key(opened: TextPosition) throws(JSON5Error) -> String {
        switch next {
        case "\"", "'": return try string()
        case .some(let scalar) where scalar.isNameStart: return name()
        case nil: throw error(.unclosed(closing: "}", opened: opened))
        default: throw unexpected
        }
    }

    // MARK: Strings

    private mutating func string() throws(JSON5Error) -> String {
        let unclosed = error(.unclosedString)
        let quote = next
        index += 1
        var content = String.UnicodeScalarView()
        while let scalar = next {
            if scalar == quote {
                index += 1
                return String(content)
            }
            if scalar == "\\" {
                try escape(into: &content)
            } else if scalar == "\n" || scalar == "\r" {
                throw unclosed
            } else {
                content.append(scalar)
                advance()
            }
        }
        throw unclosed
    }

    private mutating func escape(into content: inout String.UnicodeScalarView) throws(JSON5Error) {
        index += 1
        guard let scalar = next else { throw error(.unclosedString) }
        if Self.isLineEnd(scalar) {
            advance()
            return
        }
        index += 1
        switch scalar {
        case "b": content.append("\u{8}")
        case "f": content.append("\u{C}")
        case "n": content.append("\n")
        case "r": content.append("\r")
        case "t": content.append("\t")
        case "v": content.append("\u{B}")
        case "0": content.append("\0")
        case "x": content.append(try scalarValue(hexadecimal(2)))
        case "u":
            let first = try hexadecimal(4)
            if (0xD800..<0xDC00).contains(first), next == "\\", afterNext == "u" {
                index += 2
                let second = try hexadecimal(4)
                guard (0xDC00..<0xE000).contains(second) else { throw error(.invalidEscape) }
                content.append(try scalarValue(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)))
            } else {
                content.append(try scalarValue(first))
            }
        case "1"..."9": throw error(.invalidEscape)
        default: content.append(scalar)
        }
    }

    private func scalarValue(_ value: UInt32) throws(JSON5Error) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw error(.invalidEscape) }
        return scalar
    }

    private mutating func hexadecimal(_ count: Int) throws(JSON5Error) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let scalar = next, scalar.isASCII, let digit = hexadecimalValue(UInt8(scalar.value)) else {
                throw error(.invalidEscape)
            }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(JSON5Error) -> JSON5Node.Value {
        let start = position
        var text = ""
        while let scalar = next, scalar.isNumberPart || scalar.isNamePart {
            text.unicodeScalars.append(scalar)
            index += 1
        }
        guard let value = Self.number(text) else { throw JSON5Error(position: start, reason: .invalidNumber(text)) }
        return value
    }

    private static func number(_ text: String) -> JSON5Node.Value? {
        var digits = text[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits.removeFirst() }
        if digits == "Infinity" { return .number(isNegative ? -.infinity : .infinity) }
        if digits == "NaN" { return .number(.nan) }
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
            guard let first = digits.dropFirst(2).first, first.isHexDigit,
                let value = Int64((isNegative ? "-" : "") + digits.dropFirst(2), radix: 16)
            else { return nil }
            return .integer(value)
        }
        guard let first = digits.first, first == "." || first.isASCII && first.isNumber,
            digits.allSatisfy({ "0123456789.eE+-".contains($0) })
        else { return nil }
        let whole = digits.prefix { $0.isNumber }
        if whole.count > 1, whole.first == "0" { return nil }  // 010: octal or ten? (JSON5 §6 forbids it too)
        if whole.count == digits.count, let value = Int64((isNegative ? "-" : "") + digits) { return .integer(value) }
        guard digits != ".", let value = Double((isNegative ? "-" : "") + padded(digits)), value.isFinite else {
            return nil
        }
        return .number(value)
    }

    /// Swift wants digits on both sides of the point, JSON5 on one.
    private static func padded(_ digits: Substring) -> String {
        guard let point = digits.firstIndex(of: ".") else { return String(digits) }
        let after = digits.index(after: point)
        let needsZero = after == digits.endIndex || !digits[after].isNumber
        return (point == digits.startIndex ? "0" : "") + digits[..<after] + (needsZero ? "0" : "") + digits[after...]
    }
}

extension Unicode.Scalar {
    fileprivate var isNameStart: Bool { properties.isIDStart || self == "_" || self == "$" }
    fileprivate var isNamePart: Bool { properties.isIDContinue || self == "$" }
    fileprivate var isNumberStart: Bool { ("0"..."9").contains(self) || isNumberPart }
    fileprivate var isNumberPart: Bool { self == "." || self == "+" || self == "-" }
}
