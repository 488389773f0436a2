import AttendanceModel
import Reconciler
import TextCodec
import Timetable

/// A school whose September is closed, and what the log learns afterwards.
///
/// 王 (T012) has the morning, noon, club and study of every weekday, 赵 (T033) a morning of his own, 钱 (T060) the stairs.
struct PeriodWorld {
    static let september = Month(of: LocalDate(iso: "2026-09-01") ?? .first)
    static let october = september.next
    static let november = october.next

    private(set) var facts: [Fact] = []
    /// The moment at which the next fact is recorded.
    var now = World.local("2026-09-01 06:00")
    var policy = PeriodPolicy()
    private(set) var closes: [Month: Period.Closed] = [:]

    init(plan: String = S2.plan, rates: String = S2.rates, people: String = S2.people) {
        let roster = S2.roster + "\nMon-Fri,morning,3-3班,T033,,1\nMon-Fri,stairs,东楼,T060,,1"
        publish(.plan, plan)
        publish(.people, people)
        publish(.roster, roster)
        publish(.calendar, S2.calendar)
        publish(.cards, S2.cards)
        publish(.devices, S2.devices)
        publish(.rates, rates)
    }

    var next: Int64 { Int64(facts.count) }

    private mutating func add(_ body: FactBody, at: Instant? = nil, source: String = "office", raw: [UInt8]? = nil) {
        var subject = ""
        if case .punch(let punch) = body { subject = punch.credential.subject }
        if case .entry(_, let entry) = body { subject = entry.person.map { "person:\($0)" } ?? "" }
        facts.append(
            Fact(
                seq: next, at: at, recorded: now, subject: subject, source: source, author: "chen(1000)", body: body,
                raw: raw))
        now = now.advanced(byMilliseconds: 1)
    }

    mutating func publish(_ kind: Document.Kind, _ text: String, from: String = "2026-09-01") {
        add(
            .publish(
                Document(
                    kind: kind, from: LocalDate(iso: from) ?? .first, text: text, digest: "\(kind.rawValue)\(next)",
                    zone: kind == .plan ? World.zone : nil)))
    }

    /// Writes one line of facts.csv now, and returns its number.
    @discardableResult
    mutating func write(_ line: String) throws -> Int64 {
        let header = "kind,date,duty,post,from,to,person,other,by,reason,recorded,id,ref\n"
        let result = TableReader.facts(header + line)
        guard let row = result.rows.first, result.findings.allSatisfy({ $0.severity != .error }) else {
            throw World.Problem("\(line): \(result.findings)")
        }
        add(.entry(row.kind, row.entry))
        return next - 1
    }

    @discardableResult
    mutating func punch(_ user: String, _ time: String, at machine: String = "A") throws -> Int64 {
        guard let wall = LocalDateTime(time) else { throw World.Problem(time) }
        let punch = Punch(credential: .machineUser(user), wall: wall, codes: .none, basis: .machineAssumed)
        add(.punch(punch), at: World.zone.instant(of: wall), source: machine)
        return next - 1
    }

    /// Everybody is there every weekday of a month, and the sheets are typed; nobody punches on the dates left out.
    mutating func live(_ month: Month, without absent: Set<String> = []) throws {
        for date in month.dates.days where date.weekday.rawValue <= 5 {
            now = World.zone.instant(of: LocalDateTime(date, LocalTime("18:30") ?? .midnight))
            for (user, person) in [("12", "T012"), ("33", "T033"), ("60", "T060")] {
                let times = ["06:58", "11:31", "12:48", "17:35"]
                for time in times where !absent.contains("\(person) \(date)") {
                    try punch(user, "\(date) \(time)")
                }
                if person != "T060" { try write("sign,\(date),morning,,07:00,,\(person),,L001,,,,") }
            }
            try write("sheet,\(date),morning,,,,,,L001,,,,")
            try write("complete,\(date),,,,,,A,,,,,")
        }
    }

    func history(_ month: Month) -> History { History(month, facts: facts) }

    /// Closes a month at this moment as the command does, and returns its canonical bytes.
    @discardableResult
    mutating func close(_ month: Month) -> [UInt8] {
        let size = next
        let ledger = history(month).ledger(below: size, asOf: now, closing: true)
        let bytes = LedgerText.bytes(of: ledger, adjustments: adjustments().filter { $0.period == month })
        let close = Close(
            month: month, digest: "", semantics: ledger.semantics, bases: [], asOf: now, size: size, checkpoint: "",
            settled: 0)
        add(.close(close), raw: bytes)
        closes[month] = period(month).close
        return bytes
    }

    /// What closed months come to after everything that is known now.
    func adjustments(of month: Month? = nil) -> [Adjustment] {
        closes.sorted { $0.key < $1.key }.filter { month == nil || $0.key == month }.flatMap { closed in
            Adjuster.adjustments(
                of: closed.value, history: history(closed.key), closes: closes.mapValues(\.close.size), policy: policy)
        }
    }

    func period(_ month: Month) -> Period {
        Period(month, facts: facts, asOf: now, zone: World.zone, policy: policy)
    }

    /// A school in October: September lived, without 王 on the 16th, and closed on the 10th of October.
    static func closed(policy: PeriodPolicy = PeriodPolicy(), without absent: Set<String> = ["T012 2026-09-16"]) throws
        -> PeriodWorld
    {
        var world = PeriodWorld()
        world.policy = policy
        try world.live(september, without: absent)
        world.now = World.local("2026-10-10 09:00")
        world.close(september)
        world.now = World.local("2026-10-12 08:00")
        return world
    }
}

extension ClosedRange<LocalDate> {
    fileprivate var days: [LocalDate] {
        (lowerBound.dayNumber...upperBound.dayNumber).map { LocalDate(clampingDayNumber: $0) }
    }
}
