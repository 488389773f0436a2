/// Swift source without its comments and the text of its strings, line for line: what rules about code look at.
///
/// Code in string interpolations stays. Regex literals are not told apart from operators; the house uses none.
struct SwiftCode {
    private let input: [UInt8]
    private var place = 0
    private var output: [UInt8] = []

    static func only(_ source: String) -> String {
        var code = SwiftCode(input: Array(source.utf8))
        code.copyCode(untilClosing: nil)
        return String(decoding: code.output, as: UTF8.self)
    }

    private init(input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")
    private static let pound = UInt8(ascii: "#")
    private static let backslash = UInt8(ascii: "\\")

    private var next: UInt8? { place < input.count ? input[place] : nil }

    private func starts(_ text: StaticString) -> Bool {
        starts(Array("\(text)".utf8))
    }

    private func starts(_ bytes: [UInt8]) -> Bool {
        guard next == bytes.first else { return false }
        return input[place...].starts(with: bytes)
    }

    /// Copies code up to the end, or up to the parenthesis that closes an interpolation.
    private mutating func copyCode(untilClosing closing: UInt8?) {
        var depth = 0
        while let byte = next {
            switch byte {
            case UInt8(ascii: "/") where starts("//"): while let byte = next, byte != Self.newline { place += 1 }
            case UInt8(ascii: "/") where starts("/*"): skipBlockComment()
            case Self.quote: skipString()
            case Self.pound where startsRawString: skipString()
            default:
                if closing != nil, byte == UInt8(ascii: "(") { depth += 1 }
                if byte == closing {
                    if depth == 0 { return }
                    depth -= 1
                }
                output.append(byte)
                place += 1
            }
        }
    }

    private var startsRawString: Bool { input[place...].first { $0 != Self.pound } == Self.quote }

    /// Leaves a byte out, but keeps line ends.
    private mutating func leaveOut() {
        if next == Self.newline { output.append(Self.newline) }
        place += 1
    }

    private mutating func skipBlockComment() {
        var depth = 0
        while next != nil {
            if starts("/*") {
                depth += 1
                place += 2
            } else if starts("*/") {
                depth -= 1
                place += 2
                if depth == 0 { return }
            } else {
                leaveOut()
            }
        }
    }

    private mutating func skipString() {
        let pounds = Array(input[place...].prefix { $0 == Self.pound })
        place += pounds.count
        let quotes = [UInt8](repeating: Self.quote, count: starts("\"\"\"") ? 3 : 1)
        place += quotes.count
        output += [Self.quote, Self.quote]
        let interpolation = [Self.backslash] + pounds + [UInt8(ascii: "(")]
        while let byte = next {
            if starts(interpolation) {
                place += interpolation.count
                output.append(UInt8(ascii: "("))
                copyCode(untilClosing: UInt8(ascii: ")"))
                output.append(UInt8(ascii: ")"))
                place += 1
            } else if pounds.isEmpty, byte == Self.backslash {
                place += 1
                leaveOut()
            } else if starts(quotes + pounds) {
                place += quotes.count + pounds.count
                return
            } else if quotes.count == 1, byte == Self.newline {
                return
            } else {
                leaveOut()
            }
        }
    }
}
