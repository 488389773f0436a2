import AttendanceModel
import TextCodec

/// The rules of a plan that stand beside its duties.
extension PlanScanner {
    // MARK: limits

    mutating func limits(_ node: JSON5Node?) -> [Limit] {
        elements(node, "limits").compactMap { limit($1, $0) }
    }

    private mutating func limit(_ node: JSON5Node, _ path: String) -> Limit? {
        let bounds = ["minutes", "credits", "end", "fen"]
        guard let keys = members(node, path, keys: bounds + ["of", "text", "cite"]) else { return nil }
        if bounds.allSatisfy({ keys[$0] == nil }) {
            report(.missingKey(bounds.joined(separator: "/"), in: path), at: node.position)
        }
        var limit = Limit()
        limit.duties = (texts(keys["of"], "\(path).of") ?? []).map { DutyID($0) }
        limit.minutes = minutes(keys["minutes"], "\(path).minutes")
        limit.credits = wholeNumber(keys["credits"], "\(path).credits", in: 0...100)
        limit.end = parsed(keys["end"], "\(path).end", .time) { TimeText.time($0) }
        limit.fen = wholeNumber(keys["fen"], "\(path).fen", in: 0...1_000_000)
        limit.text = text(keys["text"], "\(path).text")
        limit.cite = text(keys["cite"], "\(path).cite")
        limit.line = node.position.line
        return limit
    }

    // MARK: tallies

    mutating func tallies(_ node: JSON5Node?) -> [Tally] {
        elements(node, "tally").compactMap { tally($1, $0) }
    }

    private mutating func tally(_ node: JSON5Node, _ path: String) -> Tally? {
        guard let keys = members(node, path, keys: ["of", "duties", "times", "in", "then", "text", "cite"]) else {
            return nil
        }
        for key in ["of", "times", "in", "then"] where keys[key] == nil {
            report(.missingKey(key, in: path), at: node.position)
        }
        let outcomes = words(keys["of"], "\(path).of", Self.outcomeKeys.filter { $0 != "proxy" })
        let times = wholeNumber(keys["times"], "\(path).times", in: 2...999)
        let period = word(keys["in"], "\(path).in", as: Tally.Period.self)
        let then = keys["then"].map { effects($0, "\(path).then") }
        guard let outcomes, let times, let period, let then else { return nil }
        return Tally(
            outcomes: outcomes, duties: (texts(keys["duties"], "\(path).duties") ?? []).map { DutyID($0) },
            times: times, period: period, then: then, text: text(keys["text"], "\(path).text"),
            cite: text(keys["cite"], "\(path).cite"), line: node.position.line)
    }

    // MARK: notes

    /// A list of texts, or of `{ about: "content", text: "…", cite: "…" }`.
    mutating func notes(_ node: JSON5Node?, _ path: String) -> [PlanNote] {
        elements(node, path).compactMap { path, node in
            guard node.members != nil else { return text(node, path).map { PlanNote(.other, $0) } }
            guard let keys = members(node, path, keys: ["about", "text", "cite"]) else { return nil }
            if keys["text"] == nil { report(.missingKey("text", in: path), at: node.position) }
            let about = word(keys["about"], "\(path).about", as: PlanNote.About.self) ?? .other
            let cite = text(keys["cite"], "\(path).cite")
            return text(keys["text"], "\(path).text").map { PlanNote(about, $0, cite: cite) }
        }
    }

    mutating func notice(_ node: JSON5Node?, _ knobs: inout Knobs) -> Notice {
        var notice = Notice()
        guard let node, let keys = members(node, "notice", keys: ["every", "show", "objections"]) else { return notice }
        if let value = word(keys["every"], "notice.every", as: Notice.Every.self) { notice.every = value }
        notice.show = texts(keys["show"], "notice.show") ?? []
        knobs.objectionDays = wholeNumber(keys["objections"], "notice.objections", in: 0...60)
        return notice
    }

    // MARK: posts

    /// A list of names, or names with the other places that belong to each.
    mutating func posts(_ node: JSON5Node?, _ path: String) -> [Post] {
        guard let node else { return [] }
        guard let members = node.members else { return (texts(node, path) ?? []).map { Post($0) } }
        return members.map { member in
            Post(member.key, covers: texts(member.node, "\(path).\(member.key)") ?? [])
        }
    }

    mutating func merge(_ node: JSON5Node?, _ path: String) -> Merge? {
        guard let node, let keys = members(node, path, keys: ["under", "exactly"]) else { return nil }
        for key in ["under", "exactly"] where keys[key] == nil { report(.missingKey(key, in: path), at: node.position) }
        let under = wholeNumber(keys["under"], "\(path).under", in: 2...999)
        let exactly = parsed(keys["exactly"], "\(path).exactly", .oneOf(["merge", "own"])) {
            ["merge": true, "own": false][$0]
        }
        guard let under, let exactly else { return nil }
        return Merge(under: under, includesExactly: exactly)
    }

    // MARK: helpers

    /// The elements of a list with their paths.
    private mutating func elements(_ node: JSON5Node?, _ path: String) -> [(String, JSON5Node)] {
        guard let node, !isQuestion(node, path) else { return [] }
        guard let elements = node.elements else {
            wrong(node, path, .list)
            return []
        }
        return elements.enumerated().map { ("\(path)[\($0)]", $1) }
    }

    /// One of some words, or a list of them.
    private mutating func words(_ node: JSON5Node?, _ path: String, _ allowed: [String]) -> [String]? {
        guard let node, let words = texts(node, path) else { return nil }
        guard words.allSatisfy({ allowed.contains($0) }) else {
            wrong(node, path, .oneOf(allowed))
            return nil
        }
        return words
    }
}
