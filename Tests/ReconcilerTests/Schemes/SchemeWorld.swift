import AttendanceModel
import Reconciler
import TextCodec
import Timetable

/// The example folder of a starter, with edits, and what a ledger of it comes to, in words.
struct SchemeWorld {
    struct Problem: Error {
        let what: String
    }

    let day: SchemeDay
    var texts: [Document.Kind: String]

    init(_ day: SchemeDay) throws {
        guard let starter = Starter.named(day.id) else { throw Problem(what: "no starter \(day.id)") }
        self.day = day
        texts = starter.example
    }

    /// Everything about the plan and its days that a reader sees, a line each.
    func snapshot() throws -> [String] {
        let book = PlanFolder(texts: texts).check().book
        guard let plan = book.plans.first else { throw Problem(what: "the plan cannot be read") }
        let world = try facts()
        guard let dates = LocalDate.range(day.days) else { throw Problem(what: day.days) }
        let asOf = World.local("\(dates.upperBound.advanced(byDays: 35)) 20:00")
        let ledger = reconcile(book, facts: world.facts, dates: dates, asOf: asOf)
        let resolver = DayResolver(book)
        let labels = dates.days.compactMap { date in resolver.day(date)?.label.map { "\(date): \($0)" } }
        return Self.words(of: plan) + labels + ledger.lines.map { Self.words(of: $0) }
            + ledger.posts.map { Self.words(of: $0) }
            + probed()
    }

    private func facts() throws -> World {
        guard let dates = LocalDate.range(day.days) else { throw Problem(what: day.days) }
        var world = World()
        for line in day.facts.split(separator: "\n").map(String.init) {
            let words = line.split(separator: " ").map(String.init)
            if words.first == "punch" {
                let date = words.count > 3 ? LocalDate(iso: words[3]) : dates.lowerBound
                guard words.count > 2, let date, let time = LocalTime(words[2]),
                    let user = Credential(subject: "user:\(words[1])")
                else { throw Problem(what: line) }
                world.punch(user, at: "gate", LocalDateTime(date, time))
            } else {
                let row = line.replacing(",D,", with: ",\(dates.lowerBound),").replacing(
                    ",E,", with: ",\(dates.upperBound),")
                try world.write(row)
            }
        }
        for date in dates.days {
            try world.write("complete,\(date),,,,,,gate")
            for duty in ["care", "helper", "morning", "afternoon", "evening", "leader"] {
                try world.write("sheet,\(date),\(duty)")
            }
        }
        return world
    }

    private func probed() -> [String] {
        day.probes.map { probe in
            var edited = texts
            for kind in Document.Kind.allCases where kind.fileName == probe.file {
                edited[kind] = edited[kind]?.replacing(probe.from, with: probe.to)
            }
            let found = PlanFolder(texts: edited).check().findings.map { $0.description(in: .english) }
            return found.contains { $0.contains(probe.words) }
                ? "check: \(probe.words)" : "check says nothing: \(found)"
        }
    }

    // MARK: words

    private static func words(of plan: Plan) -> [String] {
        var lines: [String] = []
        let tenant = [plan.tenant.city, plan.tenant.district, plan.tenant.school].compactMap(\.self)
        if !tenant.isEmpty { lines.append("plan of " + tenant.joined(separator: " ")) }
        if let authority = plan.approvedBy { lines.append("approved by \(authority)") }
        if plan.notice.every != .month || !plan.notice.show.isEmpty {
            lines.append("notice \(plan.notice.every) \(plan.notice.show.joined(separator: " "))")
        }
        for note in plan.notes + plan.duties.flatMap(\.notes) {
            lines.append("note \(note.cite ?? "-") \(note.about): \(note.text)")
        }
        for duty in plan.duties {
            for case .form(let name, _) in duty.needs.map(\.form) {
                let fields = duty.needs.first { $0.form.name == name }?.fields ?? []
                if !fields.isEmpty { lines.append("\(duty.id) \(name): \(fields.joined(separator: ","))") }
            }
        }
        return lines
    }

    private static func words(of line: DutyLine) -> String {
        let window = line.window.map { " \($0.lowerBound.displayed)-\($0.upperBound.displayed)" } ?? ""
        var words = "\(line.id.date) \(line.id.duty) \(line.id.post) \(line.id.person)\(window): "
        words += "\(line.verdict.shown) \(line.granted)→\(line.net)"
        words += line.results.map { " [\($0.form.word) \($0.verdict.shown)]" }.joined()
        let brought = line.consequences.map { ($0.held ? "(held) " : "") + "\($0.consequence.words)" }
        if !brought.isEmpty { words += " → " + brought.joined(separator: ", ") }
        if let label = line.label { words += " “\(label)”" }
        return words
    }

    private static func words(of post: PostState) -> String {
        var words = "\(post.date) post \(post.duty) \(post.post): \(post.staffed)/\(post.seats)"
        if let pupils = post.pupils { words += ", \(pupils) pupils" }
        for alert in post.alerts {
            switch alert {
            case .ratio(let pupils, let persons, let limit): words += ", ratio \(pupils):\(persons) > \(limit)"
            case .takesIn(let posts, _): words += ", takes in \(posts.joined(separator: " "))"
            case .kindLacking(let kind, _, _): words += ", lacks \(kind)"
            case .pupilsWaiting(let count, let since): words += ", \(count) waiting since \(since.displayed)"
            case .pupilsUnaccounted(let count, _): words += ", \(count) unaccounted for"
            case .empty, .pupilsAlone, .vacantSeat, .onLeave: break
            }
        }
        return words
    }
}

extension Requirement.Form {
    fileprivate var name: String? {
        if case .form(let name, _) = self { name } else { nil }
    }
}

extension RequirementResult.Form {
    fileprivate var word: String {
        switch self {
        case .arrive(_, _, let until): "arrive \(until.displayed)"
        case .leave(let from, _, _): "leave \(from.displayed)"
        case .count(let count, let from, let until, _): "count \(count) \(from.displayed)-\(until.displayed)"
        case .never: "never"
        case .form(let name, let deadline): "\(name) by \(deadline.date) \(deadline.time.displayed)"
        case .observation: "seen"
        }
    }
}

extension Consequence {
    fileprivate var words: String {
        let what =
            switch effect {
            case .void(let scope): "void \(scope)"
            case .dock(let numerator, let denominator, let scope): "dock \(numerator)/\(denominator) \(scope)"
            case .incident(let kind): "incident \(kind)"
            case .notify(let role): "notify \(role)"
            }
        return what + (onRole.map { " on \($0)" } ?? "")
    }
}
