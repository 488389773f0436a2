import AttendanceModel
import Reconciler
import TextCodec
import Timetable

/// A school for one test: published files that can be edited, and facts that are written one by one.
struct World {
    struct Problem: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    static let zone = ZoneRules(name: "Asia/Shanghai", initialOffset: 28_800, transitions: [])

    var plan = S2.plan
    var roster = S2.roster
    var people = S2.people
    var cards = S2.cards
    var devices = S2.devices
    var calendar = S2.calendar
    var rates = S2.rates
    var groups = S2.groups
    /// A roster published later than the plan, with the moment of its publication.
    var laterRoster: (recorded: Instant, rows: String)?
    /// The next version of the plan: from when, and what it says instead of what.
    var nextPlan: (from: String, old: String, new: String)?
    /// Judged as a close does it.
    var isClosing = false
    var zone = World.zone
    var asOf = local("2026-09-18 20:00")
    private(set) var facts: [Fact] = []

    static func local(_ text: String) -> Instant {
        LocalDateTime(text).map { zone.instant(of: $0) } ?? Instant(milliseconds: 0)
    }

    mutating func editPlan(_ old: String, _ new: String) throws {
        guard plan.contains(old) else { throw Problem("the plan has no “\(old)”") }
        plan = plan.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }

    mutating func addKnob(_ text: String) throws { try editPlan("/*more*/", "\(text), /*more*/") }

    func book() throws -> Book {
        let zone = self.zone
        let read = PlanReader.read(plan) { _ throws(ZoneError) in zone }
        guard var plan = read.plan else { throw Problem("the plan: \(read.findings.map { "\($0)" })") }
        plan.digest = "a41c"
        var plans = [plan]
        if let next = nextPlan {
            var later = self
            try later.editPlan("from: \"\(plan.from)\"", "from: \"\(next.from)\"")
            try later.editPlan(next.old, next.new)
            let second = PlanReader.read(later.plan) { _ throws(ZoneError) in zone }
            guard let second = second.plan else { throw Problem("the next plan: \(second.findings)") }
            plans.append(second)
        }
        let rows = try accepted(TableReader.people(people), "people")
        let names = NameTable(people: rows, duties: plan.duties)
        var rosters = [
            Book.RosterVersion(
                from: plan.from, rows: try accepted(TableReader.roster(roster, names: names), "roster"),
                digest: "09b2")
        ]
        if let later = laterRoster {
            rosters.append(
                Book.RosterVersion(
                    from: plan.from, rows: try accepted(TableReader.roster(later.rows, names: names), "roster"),
                    digest: "09b3", recorded: later.recorded))
        }
        return Book(
            plans: plans, rosters: rosters,
            calendar: try accepted(TableReader.calendar(calendar), "calendar"), people: rows,
            cards: try accepted(TableReader.cards(cards, names: names), "cards"),
            devices: try accepted(TableReader.devices(devices, names: names), "devices"),
            rates: try accepted(TableReader.rates(rates), "rates"),
            groups: try accepted(TableReader.groups(groups, names: names), "groups"))
    }

    private func accepted<Row>(_ result: TableReader.Result<Row>, _ table: String) throws -> [Row] {
        let errors = result.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Problem("\(table): \(errors)") }
        return result.rows
    }

    func ledger(_ dates: ClosedRange<LocalDate>) throws -> Ledger {
        reconcile(try book(), facts: facts, dates: dates, asOf: asOf, closing: isClosing)
    }

    // MARK: facts

    mutating func add(_ fact: Fact) { facts.append(fact) }

    mutating func replaceFacts(_ change: ([Fact]) -> [Fact]) { facts = change(facts) }

    var nextSeq: Int64 { (facts.map(\.seq).max() ?? 0) + 1 }

    /// One line of facts.csv, its last column being `count` or `as`; blank `recorded` is in time: as if it had been
    /// written when the day began.
    mutating func write(_ line: String) throws {
        let isOfPupils = line.hasPrefix("handover") || line.hasPrefix("headcount")
        let last = isOfPupils ? ",count" : line.count { $0 == "," } > 12 ? ",as" : ""
        let header = "kind,date,duty,post,from,to,person,other,by,reason,recorded,id,ref\(last)\n"
        let result = TableReader.facts(header + line)
        let errors = result.findings.filter { $0.severity == .error }
        guard errors.isEmpty, let row = result.rows.first else { throw Problem("fact \(line): \(errors)") }
        let moment = row.entry.from.flatMap { LocalDateTime($0) }
        let date = row.entry.dates?.lowerBound ?? moment?.date ?? LocalDate(clampingDayNumber: 0)
        let recorded = row.entry.noted ?? LocalDateTime(date, .midnight)
        add(
            Fact(
                seq: nextSeq, at: nil, recorded: zone.instant(of: recorded),
                subject: row.entry.person.map { "person:\($0)" } ?? "", source: "office", author: "chen(1000)",
                body: .entry(row.kind, row.entry)))
    }

    /// A record of a machine with its own clock, or of a reader without one when `isLive`.
    mutating func punch(
        _ credential: Credential, at device: String, _ time: LocalDateTime, received: Instant? = nil,
        isLive: Bool = false, basis: ClockBasis? = nil, uncertaintySeconds: Int64 = 0, state: UInt8? = nil,
        second: Instant? = nil
    ) {
        let at = second ?? zone.instant(of: time)
        let punch = Punch(
            credential: credential, wall: isLive ? nil : time,
            codes: PunchCodes(state: state, verify: nil, workCode: nil),
            basis: basis ?? (isLive ? .hostSynchronised : .machineAssumed))
        add(
            Fact(
                seq: nextSeq, at: basis == .received ? received : at,
                recorded: received ?? (isLive ? at : at.advanced(bySeconds: 3600)),
                uncertaintyMilliseconds: uncertaintySeconds * 1000, subject: credential.subject, source: device,
                author: "daemon(997)", body: .punch(punch)))
    }

    mutating func session(_ device: String, _ state: SessionReport.State, _ time: LocalDateTime) {
        add(
            Fact(
                seq: nextSeq, at: nil, recorded: zone.instant(of: time), source: device, author: "daemon(997)",
                body: .session(SessionReport(state: state))))
    }

    /// A finished import of a machine's file.
    mutating func imported(_ device: String, until: LocalDateTime, at time: LocalDateTime) {
        let report = ImportReport(
            fileName: "attlog.dat", digest: "00", format: "zk",
            counts: ImportReport.Counts(added: 1, known: 0, refused: 0), completeUntil: until)
        add(
            Fact(
                seq: nextSeq, at: nil, recorded: zone.instant(of: time), source: device, author: "chen(1000)",
                body: .imported(report)))
    }
}
