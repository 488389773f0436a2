import Testing
import AttendanceModel
import Reconciler
import Timetable

/// One case of the table in `Cases`: what is changed in the base, what happens, and what must come out.
struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let lines: [String]

    var testDescription: String { title }

    /// A case is a line that is not indented, with its directives indented below it.
    static func parse(_ text: String) -> [Case] {
        var cases: [Case] = []
        var title: String?
        var lines: [String] = []
        func finish() {
            if let title { cases.append(Case(title: title, lines: lines)) }
            lines = []
        }
        for line in text.split(separator: "\n") where !line.hasPrefix("//") {
            if line.first == " " {
                lines.append(line.trimmed)
            } else {
                finish()
                title = String(line)
            }
        }
        finish()
        return cases
    }

    /// The case without its first directive that begins with `prefix`.
    func without(_ prefix: String) -> Case {
        var rest = lines
        if let place = rest.firstIndex(where: { $0.hasPrefix(prefix) }) { rest.remove(at: place) }
        return Case(title: title, lines: rest)
    }

    /// Everything that did not come out as expected; empty when all did.
    func failures(planEdits: [(String, String)] = []) throws -> [String] {
        var runner = CaseRunner()
        for (old, new) in planEdits { try runner.world.editPlan(old, new) }
        for line in lines { try runner.setUp(line) }
        return try runner.check(lines)
    }
}

extension StringProtocol {
    var trimmed: String {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }

    var words: [String] { String(self).split(separator: " ").map { String($0) } }
}
