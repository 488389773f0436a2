import AttendanceModel
import TextCodec
import Testing
import Timetable

/// One place of a scheme's example that states a rule, and the folder without it.
struct RuleRemoval: Sendable, CustomTestStringConvertible {
    let id: String
    let scheme: String
    /// Where it stands: a path of the plan, a row of a table, or an edit.
    let place: String
    private let change: Change

    private enum Change: Sendable {
        case node(path: String)
        case row(Document.Kind, String)
        case edit(RuleEdit)
    }

    var testDescription: String { "\(id) of \(scheme) at \(place)" }

    /// The texts of the folder without the rule; nil when nothing changes.
    func applied(to texts: [Document.Kind: String]) -> [Document.Kind: String]? {
        var edited = texts
        switch change {
        case .node(let path):
            edited[.plan] = texts[.plan].flatMap { JSON5.read($0).root }?.json(without: path)
        case .row(let kind, let row):
            edited[kind] = texts[kind]?.replacing(row + "\n", with: "")
        case .edit(let edit):
            for kind in Document.Kind.allCases where kind.fileName == edit.file {
                edited[kind] = texts[kind]?.replacing(edit.from, with: edit.to)
            }
        }
        return edited == texts ? nil : edited
    }

    /// Every place of every example that names a rule: the `cite` of a part of the plan, the note of a row, the edits.
    static let all: [RuleRemoval] = SchemeDay.all.flatMap { day -> [RuleRemoval] in
        guard let texts = Starter.named(day.id)?.example else { return [] }
        let nodes = texts[.plan].flatMap { JSON5.read($0).root }?.cited(at: "") ?? []
        let cited = nodes.flatMap { path, cite in
            cite.split(separator: " ").filter { isRule($0) }.map {
                RuleRemoval(id: String($0), scheme: day.id, place: path, change: .node(path: path))
            }
        }
        let rows = [Document.Kind.roster, .calendar, .groups].flatMap { kind in
            (texts[kind] ?? "").split(separator: "\n").flatMap { row in
                (row.split(separator: ",").last ?? "").split(separator: " ").filter { isRule($0) }.map {
                    RuleRemoval(
                        id: String($0), scheme: day.id, place: "\(kind.fileName): \(row)",
                        change: .row(kind, String(row)))
                }
            }
        }
        let edits = RuleEdit.all.filter { $0.scheme == day.id }.map {
            RuleRemoval(id: $0.id, scheme: day.id, place: "\($0.file): \($0.from)", change: .edit($0))
        }
        return cited + rows + edits
    }

    private static func isRule(_ word: some StringProtocol) -> Bool {
        word.hasPrefix("R-") || word.count == 2 && word.hasPrefix("X")
    }
}

extension JSON5Node {
    /// The objects with a `cite`, by path.
    fileprivate func cited(at path: String) -> [(path: String, cite: String)] {
        if let elements {
            return elements.enumerated().flatMap { $1.cited(at: "\(path)[\($0)]") }
        }
        guard let members else { return [] }
        let own = self["cite"]?.string.map { [(path, $0)] } ?? []
        return own + members.flatMap { $0.node.cited(at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }

    /// The value as JSON, without what stands at a path.
    fileprivate func json(without removed: String, at path: String = "") -> String {
        switch value {
        case .null: return "null"
        case .bool(let value): return "\(value)"
        case .integer(let value): return "\(value)"
        case .number(let value): return "\(value)"
        case .string(let text): return JSONValue.string(text).text
        case .array(let elements):
            let kept = elements.enumerated().compactMap { index, node in
                "\(path)[\(index)]" == removed ? nil : node.json(without: removed, at: "\(path)[\(index)]")
            }
            return "[" + kept.joined(separator: ", ") + "]"
        case .object(let members):
            let kept = members.compactMap { member in
                let place = path.isEmpty ? member.key : "\(path).\(member.key)"
                return place == removed
                    ? nil : JSONValue.string(member.key).text + ": " + member.node.json(without: removed, at: place)
            }
            return "{" + kept.joined(separator: ",\n") + "}"
        }
    }
}
