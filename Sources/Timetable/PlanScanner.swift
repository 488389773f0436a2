import AttendanceModel
import TextCodec

/// Walks through the values of a plan file and keeps what it finds on the way.
struct PlanScanner {
    let file: String
    var findings: [Finding] = []
    var questions: [Question] = []
    /// Every bell that some table names, answered or not.
    var declaredBells: Set<String> = []
    /// The gap of counts that give none themselves.
    var planGapMinutes = Knobs().gapMinutes
    /// The group of requirements that name none themselves; nil shares facts.
    var planExclusive: String?
    /// How overtime is measured that says nothing of it itself.
    var planMeasure = Measure()

    init(file: String) {
        self.file = file
    }

    mutating func report(_ kind: FindingKind, at position: TextPosition) {
        findings.append(Finding(file: file, line: position.line, column: position.column, kind))
    }

    mutating func wrong(_ node: JSON5Node, _ path: String, _ expected: FindingKind.Expectation) {
        report(.wrongValue(path: path, found: node.shown, expected: expected), at: node.position)
    }

    /// Whether `node` is an open question, which is then noted.
    mutating func isQuestion(_ node: JSON5Node, _ path: String) -> Bool {
        guard node.string == "ask" else { return false }
        questions.append(Question(path: path, line: node.position.line, column: node.position.column))
        report(.question(path: path), at: node.position)
        return true
    }

    /// The members of an object, after refusing the keys that it does not have.
    mutating func members(
        _ node: JSON5Node, _ path: String, keys: [String]
    ) -> [String: JSON5Node]? {
        guard let members = node.members else {
            wrong(node, path, .object)
            return nil
        }
        var known: [String: JSON5Node] = [:]
        for member in members {
            if keys.contains(member.key) {
                known[member.key] = member.node
            } else {
                report(
                    .unknownKey(member.key, in: path, nearest: Spelling.nearest(member.key, in: keys)),
                    at: member.position)
            }
        }
        return known
    }

    mutating func text(_ node: JSON5Node?, _ path: String) -> String? {
        guard let node else { return nil }
        if isQuestion(node, path) { return nil }
        guard let text = node.string, !text.isEmpty else {
            wrong(node, path, .text)
            return nil
        }
        return text
    }

    /// One text, or a list of them.
    mutating func texts(_ node: JSON5Node?, _ path: String) -> [String]? {
        guard let node else { return nil }
        guard let elements = node.elements else { return text(node, path).map { [$0] } }
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            if let text = text(element, "\(path)[\(index)]") { texts.append(text) }
        }
        return texts
    }

    mutating func wholeNumber(_ node: JSON5Node?, _ path: String, in range: ClosedRange<Int>) -> Int? {
        guard let node, !isQuestion(node, path) else { return nil }
        guard case .integer(let value) = node.value, let number = Int(exactly: value), range.contains(number) else {
            wrong(node, path, .wholeNumber)
            return nil
        }
        return number
    }

    /// A text that `parse` understands; a question or a wrong text gives nil.
    mutating func parsed<Value>(
        _ node: JSON5Node?, _ path: String, _ expected: FindingKind.Expectation, _ parse: (String) -> Value?
    ) -> Value? {
        guard let node, !isQuestion(node, path) else { return nil }
        guard let text = node.string, let value = parse(text) else {
            wrong(node, path, expected)
            return nil
        }
        return value
    }

    /// Minutes as a number or a duration such as `"10m"`.
    mutating func minutes(_ node: JSON5Node?, _ path: String) -> Int? {
        guard let node else { return nil }
        if case .integer(let value) = node.value, (0...1440).contains(value) { return Int(value) }
        return parsed(node, path, .duration) { text in TimeText.minutes(text).flatMap { $0 <= 1440 ? $0 : nil } }
    }

    /// Seconds as a number or a duration such as `"30s"`.
    mutating func seconds(_ node: JSON5Node?, _ path: String) -> Int? {
        guard let node else { return nil }
        if case .integer(let value) = node.value, (0...86_400).contains(value) { return Int(value) }
        return parsed(node, path, .duration) { text in TimeText.seconds(text).flatMap { $0 <= 86_400 ? $0 : nil } }
    }

    /// One of a few words.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ node: JSON5Node?, _ path: String, as type: Word.Type
    ) -> Word? {
        parsed(node, path, .oneOf(type.allCases.map(\.rawValue))) { Word(rawValue: $0) }
    }

    mutating func boolean(_ node: JSON5Node?, _ path: String) -> Bool? {
        guard let node, !isQuestion(node, path) else { return nil }
        guard case .bool(let value) = node.value else {
            wrong(node, path, .boolean)
            return nil
        }
        return value
    }
}

extension JSON5Node {
    /// The value in a few words, for messages.
    var shown: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let text): "\"\(text)\""
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
