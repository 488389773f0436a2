import AttendanceModel
import TextCodec

extension PlanScanner {
    private static let dutyKeys = [
        "name", "when", "at", "by", "credits", "part", "who", "label", "lead", "need", "absence", "cite", "seats",
        "days", "kind", "places", "posts", "ratio", "merge", "notes",
    ]

    mutating func duties(_ node: JSON5Node?) -> [Duty] {
        guard let node else { return [] }
        guard let members = node.members else {
            wrong(node, "duties", .object)
            return []
        }
        return members.compactMap { duty($0) }
    }

    private mutating func duty(_ member: JSON5Member) -> Duty? {
        let path = "duties.\(member.key)"
        guard let keys = members(member.node, path, keys: Self.dutyKeys + Self.outcomeKeys) else { return nil }
        var duty = Duty(
            id: DutyID(member.key), name: text(keys["name"], "\(path).name") ?? member.key,
            window: window(keys, path), credits: credits(keys["credits"], "\(path).credits") ?? .fixed(0),
            line: member.position.line)
        duty.part = text(keys["part"], "\(path).part")
        duty.who = parsed(keys["who"], "\(path).who", .who) { Self.derivedPersons($0) }
        duty.cite = text(keys["cite"], "\(path).cite")
        duty.days = parsed(keys["days"], "\(path).days", .days) { DaysText.days($0) }
        duty.places = texts(keys["places"], "\(path).places")
        duty.posts = posts(keys["posts"], "\(path).posts")
        duty.ratio = wholeNumber(keys["ratio"], "\(path).ratio", in: 1...999)
        duty.merge = merge(keys["merge"], "\(path).merge")
        duty.notes = notes(keys["notes"], "\(path).notes")
        duty.labels = labels(keys["label"], "\(path).label")
        duty.leadMinutes = leads(keys["lead"], "\(path).lead", duty.window)
        seats(keys, path, of: &duty)
        duty.needs = requirements(keys["need"], "\(path).need")
        duty.consequences = consequences(keys, path)
        duty.absence = keys["absence"].map { consequences(of: $0, "\(path).absence") }
        return duty
    }

    // MARK: Windows

    private mutating func window(_ keys: [String: JSON5Node], _ path: String) -> DutyWindow {
        let given = ["when", "at", "by"].filter { keys[$0] != nil }
        if given.count > 1, let node = keys[given[1]] {
            report(.conflictingKeys(given[0], given[1], in: path), at: node.position)
        }
        if let node = keys["when"] { return interval(node, "\(path).when").map { .span($0.from, $0.until) } ?? .none }
        if let node = keys["at"] { return texts(node, "\(path).at").map { .occurrences($0) } ?? .none }
        if let node = keys["by"] {
            return parsed(node, "\(path).by", .oneOf(["order"])) { $0 == "order" ? .order : nil } ?? .none
        }
        return .none
    }

    /// `a..b` or `a..`; what is no time at all is told apart from what is no interval.
    mutating func interval(_ node: JSON5Node, _ path: String) -> (from: BellTime, until: BellTime?)? {
        guard !isQuestion(node, path) else { return nil }
        guard let text = node.string else {
            wrong(node, path, .interval)
            return nil
        }
        guard let interval = TimeText.interval(text) else {
            if text.contains(where: \.isNumber) {
                report(.unreadableTime(path: path, text: text), at: node.position)
            } else {
                wrong(node, path, .interval)
            }
            return nil
        }
        for end in text.split(separator: ".") {
            let clock = NameFolding.trimmed(end.prefix { $0 != "+" && $0 != "-" })
            guard let meant = TimeText.afternoon(writtenAs: clock) else { continue }
            report(.twelveHour(path: path, text: clock, meant: meant.displayed), at: node.position)
        }
        return interval
    }

    private mutating func leads(_ node: JSON5Node?, _ path: String, _ window: DutyWindow) -> [String: Int] {
        guard let node else { return [:] }
        guard let members = node.members else {
            guard let minutes = minutes(node, path), case .occurrences(let bells) = window else { return [:] }
            return Dictionary(bells.map { ($0, minutes) }) { first, _ in first }
        }
        var leads: [String: Int] = [:]
        for member in members {
            if member.key != "events", case .occurrences(let bells) = window, !bells.contains(member.key) {
                report(
                    .unknownKey(member.key, in: path, nearest: Spelling.nearest(member.key, in: bells)),
                    at: member.position)
            }
            leads[member.key] = minutes(member.node, "\(path).\(member.key)")
        }
        return leads
    }

    // MARK: Persons and credits

    /// A whole number of credits; for overtime by the real time `{ reading: "minutes", unit: 40 }`, or `{ reading:
    /// "periods", of: [duties] }` (R-227).
    private mutating func credits(_ node: JSON5Node?, _ path: String) -> Credits? {
        guard let node, !isQuestion(node, path) else { return nil }
        if case .integer(let value) = node.value, (0...100).contains(value) { return .fixed(Int(value)) }
        guard node.members != nil else {
            wrong(node, path, .credits)
            return nil
        }
        guard let keys = members(node, path, keys: ["reading", "of", "unit", "round", "clip"]) else { return nil }
        if keys["reading"] == nil { report(.missingKey("reading", in: path), at: node.position) }
        let reading = parsed(keys["reading"], "\(path).reading", .oneOf(["minutes", "periods"])) {
            ["minutes": true, "periods": false][$0]
        }
        var measure = measure(keys, "\(path).", planMeasure)
        if reading == false {
            if keys["of"] == nil { report(.missingKey("of", in: path), at: node.position) }
            measure.reading = .periods((texts(keys["of"], "\(path).of") ?? []).map { DutyID($0) })
        } else if let node = keys["of"] {
            report(.conflictingKeys("reading: \"minutes\"", "of", in: path), at: node.position)
        }
        return .measured(measure)
    }

    /// `@homeroom`, `@teachers - study, club`, `@leaders rotate`, `@homeroom rotate weekly`.
    private static func derivedPersons(_ text: String) -> DerivedPersons? {
        var words = text.split { $0 == " " || $0 == "," }.map(String.init)
        guard let first = words.first, first.hasPrefix("@"), first.count > 1 else { return nil }
        words.removeFirst()
        let word = String(first.dropFirst())
        var who = DerivedPersons(
            word == "homeroom" ? .homeroom : .kind(word.hasSuffix("s") ? String(word.dropLast()) : word))
        if words.last == "weekly", words.dropLast().last == "rotate" {
            who.turn = .week
            words.removeLast(2)
        } else if words.last == "rotate" {
            who.turn = .day
            words.removeLast()
        }
        if words.first == "-", words.count > 1 {
            who.without = words.dropFirst().map { DutyID($0) }
            words = []
        }
        return words.isEmpty ? who : nil
    }

    private mutating func labels(_ node: JSON5Node?, _ path: String) -> [Weekday: String] {
        guard let node else { return [:] }
        guard let members = node.members else {
            guard let label = text(node, path) else { return [:] }
            return Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, label) })
        }
        var labels: [Weekday: String] = [:]
        for member in members {
            guard let days = DaysText.days(member.key) else {
                report(
                    .wrongValue(path: path, found: "\"\(member.key)\"", expected: .days), at: member.position)
                continue
            }
            guard let label = text(member.node, "\(path).\(member.key)") else { continue }
            for day in days { labels[day] = label }
        }
        return labels
    }

    /// `seats: 2`, or `seats: { leader: 1, parent: 1 }`, or `kind: "parent"` for every seat.
    private mutating func seats(_ keys: [String: JSON5Node], _ path: String, of duty: inout Duty) {
        if let node = keys["seats"] {
            if let members = node.members {
                for member in members {
                    duty.seatKinds[member.key] = wholeNumber(member.node, "\(path).seats.\(member.key)", in: 1...99)
                }
                duty.seats = max(1, duty.seatKinds.values.reduce(0, +))
            } else {
                duty.seats = wholeNumber(node, "\(path).seats", in: 1...99) ?? 1
            }
        }
        guard let kind = text(keys["kind"], "\(path).kind") else { return }
        if let node = keys["kind"], !duty.seatKinds.isEmpty {
            report(.conflictingKeys("seats", "kind", in: path), at: node.position)
        }
        duty.seatKinds = [kind: duty.seats]
    }
}
