package import AttendanceModel
import TextCodec

/// Puts a school's answers in the place of the open questions of a folder.
///
/// The answers are a JSON5 object: on the left the question as `check` names it (`duties.care.credits`), or
/// `calendar.2026-10-10` for the `as` of a make-up day; on the right the value.
package enum Answers {
    /// What stands behind each answer that is only an example.
    package static let exampleMark = "示例 example"

    /// The name of the file that `init` writes beside an example.
    package static let fileName = "answers.json5"

    /// The folder with the answers filled in, and what is wrong with them; questions without answer stay.
    package static func fill(
        _ texts: [Document.Kind: String], with answers: String, mark: String? = nil
    ) -> (texts: [Document.Kind: String], findings: [Finding]) {
        let reading = JSON5.read(answers)
        var scanner = PlanScanner(file: fileName)
        for error in reading.errors { scanner.report(.syntax(error), at: error.position) }
        guard let root = reading.root else { return (texts, scanner.findings) }
        guard let members = root.members else {
            scanner.wrong(root, fileName, .object)
            return (texts, scanner.findings)
        }
        let plan = texts[.plan].flatMap { PlanReader.outline($0, file: "", zones: utc).plan }
        let calendar = TableReader.calendar(texts[.calendar] ?? "").rows.filter(\.isQuestion)
        var filled = texts
        var planAnswers: [String: String] = [:]
        let paths = (plan?.questions ?? []).map(\.path) + calendar.map(\.answerPath)
        for member in members {
            if let row = calendar.first(where: { $0.answerPath == member.key }), let day = member.node.string {
                filled[.calendar] = filled[.calendar].map { replaceCell(in: $0, line: row.line, by: day) }
            } else if paths.contains(member.key) {
                planAnswers[member.key] = member.node.json
            } else {
                let nearest = Spelling.nearest(member.key, in: paths)
                scanner.report(
                    .unknownKey(member.key, in: Document.Kind.plan.fileName, nearest: nearest), at: member.position)
            }
        }
        if let plan, let text = texts[.plan] {
            filled[.plan] = replaceQuestions(of: plan, in: text, by: planAnswers, mark: mark)
        }
        return (filled, scanner.findings)
    }

    /// The answers only have to find their places; the zone is nothing to them.
    private static func utc(_ name: String) throws(ZoneError) -> ZoneRules { .utc }

    /// The questions of a line stand in it in the order of the list, each as `"ask"`.
    private static func replaceQuestions(
        of plan: Plan, in text: String, by answers: [String: String], mark: String?
    ) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (line, questions) in Dictionary(grouping: plan.questions, by: \.line) {
            guard lines.indices.contains(line - 1) else { continue }
            var rest = lines[line - 1][...]
            var written = ""
            for question in questions.sorted(by: { $0.column < $1.column }) {
                guard let ask = ["\"ask\"", "'ask'"].lazy.compactMap({ rest.firstRange(of: $0) }).first else { break }
                let comment = mark.map { " /* \($0) */" } ?? ""
                written += rest[..<ask.lowerBound] + (answers[question.path].map { $0 + comment } ?? String(rest[ask]))
                rest = rest[ask.upperBound...]
            }
            lines[line - 1] = written + rest
        }
        return lines.joined(separator: "\n")
    }

    private static func replaceCell(in text: String, line: Int, by day: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(line - 1), let ask = lines[line - 1].firstRange(of: ",ask") else { return text }
        lines[line - 1].replaceSubrange(ask, with: "," + day)
        return lines.joined(separator: "\n")
    }
}

extension CalendarRow {
    /// How answers name the row's open question.
    fileprivate var answerPath: String { "calendar.\(dates.lowerBound)" }
}

extension JSON5Node {
    /// The value as JSON in one line.
    fileprivate var json: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let text): JSONValue.string(text).text
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ", ") + "]"
        case .object(let members):
            "{ " + members.map { JSONValue.string($0.key).text + ": " + $0.node.json }.joined(separator: ", ") + " }"
        }
    }
}
