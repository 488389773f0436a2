import AttendanceModel
import Reconciler
import TextCodec
import Timetable

/// Runs the directives of a case.
///
///     date 2026-09-18                       the date judged, and the one of times without a date (2026-09-16)
///     asof 2026-09-16 08:00                 the moment of knowledge
///     knob precision: "second"              a setting of the plan
///     plan OLD => NEW                       a change of the plan's text
///     +roster ROW, -roster PREFIX           a row added to or taken from a table (also people, cards, devices …)
///     unsheeted, open                       without the base's typed sheets, or complete machines
///     nomorning                             without 王's morning duty, whose absence voids the whole day
///     punch 王 A 07:05:10 [at D T] [live]   a punch; `at` is when it was received
///     fact LINE                             a line of facts.csv
///     session A up T, import A until D T at D T
///     later D T, later+ ROW, later- PREFIX  a roster published then, as the base's with changes
///     zone dst, zone system                 a school abroad: an hour back at 01:00 on 2026-09-17; or tzdata's Shanghai
///     nextplan DATE OLD => NEW              the plan's next version, from a date on
///     closing                               judged as a close does it
///     expect 赵:M late net 0 …              a line of the ledger; the person is 王 unless said
///     post M/3-2班 unstaffed …              the post's answer: empty 07:00-07:12, seat 1 unstaffed …, alert WORD
struct CaseRunner {
    var world = World()
    private var date = LocalDate(iso: "2026-09-16") ?? .first
    private var hasSheets = true
    private var hasComplete = true
    private var deferred: [String] = []

    private static let people = ["王": "T012", "赵": "T033", "李": "T044", "钱": "T060", "周": "L001", "教练": "X003"]
    private static let duties = [
        "M": "morning", "N": "noon", "K": "club", "W": "study", "T": "stairs", "B": "bus", "S": "signoff",
        "F": "floor", "L": "leader", "E": "extra", "R": "rest", "Y": "yard",
    ]

    mutating func setUp(_ line: String) throws {
        let words = line.words
        let rest = line.dropFirst(words[0].count).trimmed
        switch words[0] {
        case "date":
            guard let date = LocalDate(iso: rest) else { throw World.Problem(line) }
            self.date = date
            world.asOf = World.local("\(date.advanced(byDays: 2)) 20:00")
        case "asof": world.asOf = World.local(rest)
        case "knob": try world.addKnob(rest)
        case "plan":
            guard let arrow = rest.firstRange(of: " => ") else { throw World.Problem(line) }
            try world.editPlan(String(rest[..<arrow.lowerBound]), String(rest[arrow.upperBound...]))
        case "later":
            world.laterRoster = (World.local(rest), world.roster)
        case "later+": world.laterRoster?.rows += "\n" + rest
        case "later-":
            let lines = world.laterRoster?.rows.split(separator: "\n") ?? []
            world.laterRoster?.rows = lines.filter { !$0.hasPrefix(rest) }.joined(separator: "\n")
        case "zone": try setZone(rest)
        case "nextplan":
            guard let arrow = rest.firstRange(of: " => ") else { throw World.Problem(line) }
            let old = String(rest[..<arrow.lowerBound]).dropFirst(words[1].count).trimmed
            world.nextPlan = (words[1], old, String(rest[arrow.upperBound...]))
        case "closing": world.isClosing = true
        case "unsheeted": hasSheets = false
        case "open": hasComplete = false
        case "nomorning": try editTable("-roster", "Mon-Fri,morning")
        case "expect", "absent", "total", "stray", "pending", "post": break
        case let word where word.hasPrefix("+") || word.hasPrefix("-"): try editTable(word, rest)
        default: deferred.append(line)
        }
    }

    /// Facts come last, since they may need the date of a later directive.
    mutating func check(_ lines: [String]) throws -> [String] {
        for line in deferred { try happen(line) }
        let days = [date, date.advanced(byDays: 1)]
        for day in days where hasSheets {
            for duty in ["morning", "guard"] { try world.write("sheet,\(day),\(duty),,,,,,,,,,") }
        }
        for day in days where hasComplete {
            for device in ["A", "B"] { try world.write("complete,\(day),,,,,,\(device),,,,,") }
        }
        let first = date.advanced(byDays: -2)
        let ledger = try world.ledger(first...date.advanced(byDays: 7))
        return lines.compactMap { line in
            let words = line.words
            let wrong: String? =
                switch words[0] {
                case "expect": expect(words, ledger)
                case "absent": expectAbsent(words, ledger)
                case "total": expectTotal(words, ledger)
                case "stray": expectStray(words, ledger)
                case "pending": expectPending(words, ledger)
                case "post": expectPost(words, ledger)
                default: nil
                }
            return wrong.map { "\(line): \($0)" }
        }
    }

    // MARK: setting up

    private mutating func editTable(_ word: String, _ rest: String) throws {
        func edit(_ text: inout String) throws {
            if word.hasPrefix("+") {
                text += "\n" + rest
            } else {
                let lines = text.split(separator: "\n")
                let kept = lines.filter { !$0.hasPrefix(rest) }
                guard kept.count < lines.count else { throw World.Problem("no row “\(rest)”") }
                text = kept.joined(separator: "\n")
            }
        }
        switch word.dropFirst() {
        case "roster": try edit(&world.roster)
        case "people": try edit(&world.people)
        case "cards": try edit(&world.cards)
        case "devices": try edit(&world.devices)
        case "calendar": try edit(&world.calendar)
        case "rates": try edit(&world.rates)
        case "groups": try edit(&world.groups)
        default: throw World.Problem(word)
        }
    }

    /// A zone whose clocks go back in autumn; or the real Shanghai of 1986, with its summer time.
    private mutating func setZone(_ name: String) throws {
        switch name {
        case "dst":
            // On 2026-09-16 at 23:00 UTC, 01:00 of the next day becomes 00:00.
            world.zone = ZoneRules(
                name: "Europe/Berlin", initialOffset: 7200,
                transitions: [ZoneRules.Transition(at: 1_789_599_600, offset: 3600)])
        case "system": world.zone = try ZoneRules.system(named: "Asia/Shanghai")
        default: throw World.Problem(name)
        }
    }

    private mutating func happen(_ line: String) throws {
        var words = line.words
        switch words.removeFirst() {
        case "punch": try punch(words)
        case "fact": try world.write(line.dropFirst(5).trimmed)
        case "session":
            guard words.count >= 3, let state = SessionReport.State(rawValue: words[1]),
                let time = moment(words[2...])
            else { throw World.Problem(line) }
            world.session(words[0], state, time)
        case "import":
            guard let at = words.firstIndex(of: "at"), let until = moment(words[2..<at]),
                let time = moment(words[(at + 1)...])
            else { throw World.Problem(line) }
            world.imported(words[0], until: until, at: time)
        case "again":
            guard let fact = world.facts.last else { throw World.Problem(line) }
            world.add(fact)
        default: throw World.Problem(line)
        }
    }

    private mutating func punch(_ words: [String]) throws {
        let line = words.joined(separator: " ")
        let at = words.firstIndex(of: "at")
        let live = words.firstIndex(of: "live")
        let receivedLive = words.firstIndex(of: "received")
        let state = words.firstIndex(of: "key")
        let again = words.firstIndex(of: "second")
        let unsure = words.firstIndex(of: "unsure")
        let end =
            [at, live, receivedLive, state, again, unsure, words.endIndex].compactMap { $0 }.min() ?? words.endIndex
        guard words.count >= 3, let time = moment(words[2..<end]) else { throw World.Problem(line) }
        let received = at.flatMap { moment(words[($0 + 1)..<min($0 + 3, words.endIndex)]) }
        let ids = ["王": "12", "赵": "33", "李": "44", "钱": "60"]
        guard let credential = Credential(subject: ids[words[0]].map { "user:\($0)" } ?? words[0]) else {
            throw World.Problem(line)
        }
        let key = state.flatMap { UInt8(words[min($0 + 1, words.count - 1)]) }
        // The second of two equal wall times is an hour later.
        let second = again.map { _ in world.zone.instant(of: time).advanced(bySeconds: 3600) }
        world.punch(
            credential, at: words[1], time, received: received.map { world.zone.instant(of: $0) },
            isLive: live != nil, basis: receivedLive != nil ? .received : unsure != nil ? .hostUnsynchronised : nil,
            state: key, second: second)
    }

    /// `07:05`, `2026-09-17 07:05`.
    private func moment(_ words: ArraySlice<String>) -> LocalDateTime? {
        guard let first = words.first else { return nil }
        if let day = LocalDate(iso: first) {
            return words.dropFirst().first.flatMap { LocalTime($0) }.map { LocalDateTime(day, $0) }
        }
        return LocalTime(first).map { LocalDateTime(date, $0) }
    }

    // MARK: checking

    /// `赵:M@2026-09-17/post`
    private func find(_ text: String, _ ledger: Ledger) -> [DutyLine] {
        let colon = text.split(separator: ":", maxSplits: 1).map(String.init)
        let person = colon.count > 1 ? Self.people[colon[0]] ?? colon[0] : "T012"
        let slash = (colon.last ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        let parts = slash[0].split(separator: "@").map(String.init)
        let duty = Self.duties[parts[0]] ?? parts[0]
        let day = parts.count > 1 ? LocalDate(iso: parts[1]) : date
        return ledger.lines.filter {
            $0.id.person.text == person && $0.id.duty.text == duty && $0.id.date == day
                && (slash.count < 2 || $0.id.post == slash[1])
        }
    }

    private func expect(_ words: [String], _ ledger: Ledger) -> String? {
        let lines = find(words[1], ledger)
        guard let line = lines.first, lines.count == 1 else { return "\(lines.count) lines" }
        var wrong: [String] = []
        if line.verdict.shown != words[2] { wrong.append("is \(line.verdict.shown)") }
        let incidents = ledger.incidents.filter { $0.line == line.id }
        for index in stride(from: 3, to: words.count - 1, by: 2) {
            let wanted = words[index + 1]
            let found: String
            switch words[index] {
            case "base": found = line.verdict.base.word
            case "granted": found = "\(line.granted)"
            case "net": found = "\(line.net)"
            case "docked": found = "\(line.docked)"
            case "incidents": found = "\(incidents.count)"
            case "open": found = "\(incidents.filter { $0.closedBy == nil }.count)"
            case "held": found = "\(line.consequences.filter(\.held).count)"
            case "minutes": found = line.notes.compactMap(\.minutes).map { "\($0)" }.first ?? "-"
            case "label": found = line.label ?? "-"
            case "window": found = line.window.map { "\($0.lowerBound.displayed)-\($0.upperBound.displayed)" } ?? "-"
            case "by": found = line.coveredBy?.text ?? "-"
            case "for": found = line.covers?.text ?? "-"
            case "post": found = line.id.post
            case "note": found = has(line.notes, wanted)
            case "nonote": found = has(line.notes, wanted) == wanted ? "there" : wanted
            case "doubt": found = has(line.verdict.doubts, wanted)
            case "use": found = has(line.results.flatMap { $0.evidence.map(\.use) }, wanted)
            case "relief": found = has(line.results.flatMap { $0.reliefs.map(\.cause) }, wanted)
            default: found = "?"
            }
            if found != wanted { wrong.append("\(words[index]) \(found)") }
        }
        if wrong.isEmpty { return nil }
        return wrong.joined(separator: ", ") + " [doubts \(line.verdict.doubts), notes \(line.notes)]"
    }

    private func has(_ values: [some Any], _ word: String) -> String {
        let texts = values.map { "\($0)" }
        return texts.contains { $0.hasPrefix(word) || $0.hasPrefix("rejected") && $0.contains(".\(word)") }
            ? word : "\(texts)"
    }

    private func expectAbsent(_ words: [String], _ ledger: Ledger) -> String? {
        let lines = find(words[1], ledger)
        return lines.isEmpty ? nil : "there is a line, \(lines[0].verdict.shown)"
    }

    private func expectTotal(_ words: [String], _ ledger: Ledger) -> String? {
        let id = Self.people[words[1]] ?? words[1]
        let lines = ledger.lines.filter { $0.id.person.text == id && $0.id.date == date }
        var wrong: [String] = []
        for index in stride(from: 2, to: words.count - 1, by: 2) {
            let found: Int
            switch words[index] {
            case "granted": found = lines.reduce(0) { $0 + $1.granted }
            case "net": found = lines.reduce(0) { $0 + $1.net }
            case "docked": found = lines.reduce(0) { $0 + $1.docked }
            case "incidents":
                found = ledger.incidents.filter { $0.line.person.text == id && $0.line.date == date }.count
            default: found = -1
            }
            if "\(found)" != words[index + 1] { wrong.append("\(words[index]) \(found)") }
        }
        return wrong.isEmpty ? nil : wrong.joined(separator: ", ")
    }

    /// `stray quarantined 2`
    private func expectStray(_ words: [String], _ ledger: Ledger) -> String? {
        let found = ledger.strays.filter { "\($0.reason)".hasPrefix(words[1]) }.count
        let wanted = words.count > 2 ? words[2] : "1"
        return "\(found)" == wanted ? nil : "\(found) of \(ledger.strays.map { "\($0.reason)" })"
    }

    /// `pending sheet 3`: one item, blocking three lines of the date.
    private func expectPending(_ words: [String], _ ledger: Ledger) -> String? {
        let found = ledger.pending.filter { $0.missing.date == date && "\($0.missing)".hasPrefix(words[1]) }
        let counts = found.map { "\($0.lines)" }.joined(separator: " ")
        let wanted = words.dropFirst(2).joined(separator: " ")
        return counts == wanted ? nil : "is \(counts)"
    }

    /// `post M/3-2班 unstaffed empty 07:00-07:12 seat 1 staffed alert onLeave pupils 25`; without a post, all of the duty.
    private func expectPost(_ words: [String], _ ledger: Ledger) -> String? {
        let name = words[1].split(separator: "/", maxSplits: 1).map(String.init)
        let duty = Self.duties[name[0]] ?? name[0]
        let found = ledger.posts.filter {
            $0.date == date && $0.duty.text == duty && (name.count < 2 || $0.post == name[1])
        }
        guard words.count > 3, let post = found.first else {
            let states = found.map { "\($0.state)" }
            return states == Array(words.dropFirst(2)) ? nil : "is \(states)"
        }
        var wrong: [String] = "\(post.state)" == words[2] ? [] : ["is \(post.state)"]
        func span(_ stretch: PostState.Stretch) -> String { "\(stretch.from.displayed)-\(stretch.to.displayed)" }
        for index in stride(from: 3, to: words.count - 1, by: 2) {
            let wanted = words[index + 1]
            let shown: String
            switch words[index] {
            case "empty": shown = post.empty.isEmpty ? "-" : post.empty.map(span).joined(separator: "+")
            case "unknown":
                shown = post.stretches.filter { $0.state == .unknown }.map(span).joined(separator: "+")
            case "why": shown = has(post.stretches.compactMap(\.why), wanted)
            case "seats": shown = "\(post.staffed)/\(post.seats)"
            case "pupils": shown = post.pupils.map { "\($0)" } ?? "-"
            case "alert": shown = has(post.alerts, wanted)
            case "noalert": shown = post.alerts.contains { "\($0)".hasPrefix(wanted) } ? "there" : wanted
            default: shown = "?"
            }
            if shown != wanted { wrong.append("\(words[index]) \(shown)") }
        }
        return wrong.isEmpty ? nil : wrong.joined(separator: ", ") + " [\(post.stretches) \(post.alerts)]"
    }
}

extension LineNote {
    fileprivate var minutes: Int? {
        if case .measured(let minutes) = self { return minutes }
        return nil
    }
}
