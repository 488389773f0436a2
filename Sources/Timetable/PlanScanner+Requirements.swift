import AttendanceModel
import TextCodec

extension PlanScanner {
    /// The outcomes that may bring consequences; `else` is any of them (model.md D.3), `proxy` acts beside them (X1).
    static let outcomeKeys = ["late", "early", "short", "missing", "else", "proxy"]

    private static let forms = ["arrive", "leave", "count", "never", "form"]
    private static let requirementKeys =
        forms + [
            "with", "in", "gap", "by", "observers", "text", "cite", "earliest", "strict", "since", "latest", "need",
            "grace", "exclusive", "every", "fields",
        ]

    /// Which forms the keys are for that not every form has.
    private static let keysOfForms: [(key: String, forms: Set<String>)] = [
        ("with", ["arrive", "leave", "count"]), ("in", ["count"]), ("gap", ["count"]), ("by", ["never", "form"]),
        ("observers", ["never"]), ("need", ["never"]), ("earliest", ["arrive"]), ("strict", ["arrive"]),
        ("since", ["leave"]), ("latest", ["leave"]), ("grace", ["arrive", "leave"]),
        ("exclusive", ["arrive", "leave", "count"]), ("every", ["form"]), ("fields", ["form"]),
    ]

    mutating func requirements(_ node: JSON5Node?, _ path: String) -> [Requirement] {
        guard let node else { return [] }
        guard let elements = node.elements else {
            wrong(node, path, .list)
            return []
        }
        var needs: [Requirement] = []
        for (index, element) in elements.enumerated() {
            if let need = requirement(element, "\(path)[\(index)]") { needs.append(need) }
        }
        return needs
    }

    /// Nil for what cannot be judged yet: an error, or a question about the heart of it.
    private mutating func requirement(_ node: JSON5Node, _ path: String) -> Requirement? {
        guard let keys = members(node, path, keys: Self.requirementKeys + Self.outcomeKeys) else { return nil }
        let given = Self.forms.filter { keys[$0] != nil }
        guard let name = given.first, let value = keys[name] else {
            report(.missingKey(Self.forms.joined(separator: "/"), in: path), at: node.position)
            return nil
        }
        if given.count > 1 { report(.conflictingKeys(given[0], given[1], in: path), at: node.position) }
        for (key, forms) in Self.keysOfForms where !forms.contains(name) {
            if let node = keys[key] { report(.uselessKey(key, in: path, form: name), at: node.position) }
        }
        let form = form(name, value, keys, node, path)
        let consequences = consequences(keys, path)
        let with = evidence(keys["with"], "\(path).with")
        var need = Requirement(form: form ?? .never(seen: false), with: with ?? [.punch])
        need.observers = observers(keys, name, path)
        need.text = text(keys["text"], "\(path).text")
        need.cite = text(keys["cite"], "\(path).cite")
        need.earliestMinutes = minutes(keys["earliest"], "\(path).earliest")
        if boolean(keys["strict"], "\(path).strict") == true { need.earliestMinutes = 0 }
        need.sinceMinutes = minutes(keys["since"], "\(path).since")
        need.latest = parsed(keys["latest"], "\(path).latest", .bellTime) { text in
            // `+30m` counts from the lower bound (model.md D.8, 6).
            guard text.hasPrefix("+"), case .leave(var from, _)? = form else { return TimeText.bellTime(text) }
            guard let minutes = TimeText.minutes(text.dropFirst()) else { return nil }
            from.offsetMinutes += minutes
            return from
        }
        need.graceMinutes = minutes(keys["grace"], "\(path).grace")
        let group = text(keys["exclusive"], "\(path).exclusive") ?? planExclusive
        need.exclusive = group == "off" ? nil : group
        need.every = word(keys["every"], "\(path).every", as: Requirement.Every.self) ?? .day
        need.fields = texts(keys["fields"], "\(path).fields") ?? []
        need.consequences = consequences
        need.line = node.position.line
        return form == nil ? nil : need
    }

    private mutating func form(
        _ name: String, _ value: JSON5Node, _ keys: [String: JSON5Node], _ node: JSON5Node, _ path: String
    ) -> Requirement.Form? {
        switch name {
        case "arrive": return arrival(value, "\(path).arrive")
        case "leave":
            return bound(value, "\(path).leave").map { .leave(from: $0.from, until: $0.until) }
        case "count": return count(value, keys, node, path)
        case "form":
            let name = text(value, "\(path).form")
            guard let by = keys["by"] else {
                report(.missingKey("by", in: path), at: node.position)
                return nil
            }
            let deadline = parsed(by, "\(path).by", .deadline) { TimeText.deadline($0) }
            return name.flatMap { name in deadline.map { .form(name, by: $0) } }
        default:
            guard parsed(value, "\(path).never", .oneOf(["absent"]), { $0 == "absent" ? true : nil }) == true else {
                return nil
            }
            let seen = parsed(keys["need"], "\(path).need", .oneOf(["seen"])) { $0 == "seen" ? true : nil }
            return .never(seen: seen == true)
        }
    }

    /// `a..b`, or one time that is both the beginning and the bound.
    private mutating func bound(_ node: JSON5Node, _ path: String) -> (from: BellTime, until: BellTime?)? {
        if let text = node.string, text != "ask", let time = TimeText.bellTime(text) { return (time, nil) }
        return interval(node, path)
    }

    private mutating func arrival(_ node: JSON5Node, _ path: String) -> Requirement.Form? {
        let isOpen = node.string?.hasSuffix("..") ?? false
        guard !isOpen else {
            wrong(node, path, .interval)
            return nil
        }
        return bound(node, path).map { .arrive(from: $0.from, until: $0.until ?? $0.from) }
    }

    private mutating func count(
        _ value: JSON5Node, _ keys: [String: JSON5Node], _ node: JSON5Node, _ path: String
    ) -> Requirement.Form? {
        let count = wholeNumber(value, "\(path).count", in: 1...99)
        let gap = keys["gap"] == nil ? planGapMinutes : minutes(keys["gap"], "\(path).gap")
        guard let node = keys["in"] else {
            report(.missingKey("in", in: path), at: node.position)
            return nil
        }
        guard let interval = interval(node, "\(path).in") else { return nil }
        guard let until = interval.until else {
            wrong(node, "\(path).in", .interval)
            return nil
        }
        return count.flatMap { count in
            gap.map { .count(count, from: interval.from, until: until, gapMinutes: $0) }
        }
    }

    private mutating func evidence(_ node: JSON5Node?, _ path: String) -> [Requirement.Evidence]? {
        guard let node, let words = texts(node, path) else { return nil }
        var kinds: [Requirement.Evidence] = []
        for word in words {
            guard let kind = Requirement.Evidence(rawValue: word) else {
                wrong(node, path, .evidence)
                return nil
            }
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds.isEmpty ? nil : kinds
    }

    /// Whose observations count: `by: ["leader", "pioneer"]` of a `never`, or `observers`.
    private mutating func observers(_ keys: [String: JSON5Node], _ form: String, _ path: String) -> [String] {
        if form != "form", let by = keys["by"] { return texts(by, "\(path).by") ?? [] }
        return texts(keys["observers"], "\(path).observers") ?? []
    }

    // MARK: Consequences

    /// The outcome keys among the keys of a duty or requirement.
    mutating func consequences(_ keys: [String: JSON5Node], _ path: String) -> Consequences {
        var consequences: Consequences = [:]
        for key in Self.outcomeKeys {
            if let node = keys[key] { consequences[key] = effects(node, "\(path).\(key)") }
        }
        return consequences
    }

    /// An object of outcome keys.
    mutating func consequences(of node: JSON5Node, _ path: String) -> Consequences {
        members(node, path, keys: Self.outcomeKeys).map { consequences($0, path) } ?? [:]
    }

    mutating func effects(_ node: JSON5Node, _ path: String) -> [Consequence] {
        let nodes = node.elements ?? [node]
        return nodes.compactMap { node in parsed(node, path, .consequence) { Consequence(text: $0) } }
    }
}

extension Consequence {
    /// Reads `void self`, `void afternoon`, `dock 1/4 day`, `incident safety`, `notify leader`, and any of them
    /// `on leader`.
    init?(text: String) {
        var words = text.split(separator: " ").map(String.init)
        var role: String?
        if words.count > 3, words[words.count - 2] == "on" {
            role = words.removeLast()
            words.removeLast()
        }
        switch (words.first, words.count) {
        case ("void", 2): self.init(.void(Scope(word: words[1])), onRole: role)
        case ("incident", 2): self.init(.incident(words[1]), onRole: role)
        case ("notify", 2): self.init(.notify(words[1]), onRole: role)
        case ("dock", 3):
            let parts = words[1].split(separator: "/").compactMap { Int($0) }
            guard parts.count == 2, parts[0] >= 1, parts[1] <= 1000, parts[0] <= parts[1] else { return nil }
            self.init(.dock(numerator: parts[0], denominator: parts[1], scope: Scope(word: words[2])), onRole: role)
        default: return nil
        }
    }
}

extension Consequence.Scope {
    init(word: String) {
        switch word {
        case "self": self = .duty
        case "day": self = .day
        case "month": self = .month
        default: self = .part(word)
        }
    }
}
