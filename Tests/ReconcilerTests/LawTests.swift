import AttendanceModel
import Reconciler
import Testing
import Timetable

/// The same numbers for the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

/// A week of four teachers with everything that can happen, drawn from a seed.
struct GeneratedWeek {
    static let first = LocalDate(iso: "2026-09-14") ?? .first
    static let dates = first...first.advanced(byDays: 4)
    private static let people = ["T012", "T033", "T044", "T060"]
    private static let users = ["12", "33", "44", "60"]
    private static let times = [
        "06:40:10", "06:58:00", "07:05:30", "07:10:59", "07:11:00", "07:40:00", "08:15:00", "11:31:05", "11:31:09",
        "11:41:10", "12:48:00", "13:30:59", "15:30:00", "16:20:00", "16:44:59", "16:45:00", "17:29:00", "17:30:00",
        "18:02:00", "23:10:00",
    ]

    var world = World()
    private var random: Seeded

    init(seed: UInt64) throws {
        random = Seeded(seed)
        world.asOf = World.local("2026-09-18 23:30")
        world.roster += """

            Mon-Fri,morning,3-3班,T033,,1
            Mon-Fri,study,3-3班,T044,,1
            Mon-Fri,stairs,东楼,T060,,1
            Mon-Fri,floor,二楼,T033,,1
            """
        for offset in 0..<5 { try fill(Self.first.advanced(byDays: offset)) }
    }

    private mutating func fill(_ date: LocalDate) throws {
        for _ in 0..<Int.random(in: 4...24, using: &random) { punch(on: date) }
        if Bool.random(using: &random) { try world.write("sheet,\(date),morning,,,,,,,,,,") }
        if Bool.random(using: &random) { try world.write("complete,\(date),,,\(time),,,A,,,,,") }
        for _ in 0..<Int.random(in: 0...3, using: &random) { try office(date) }
    }

    private var time: String { "\(world.nextSeq % 2 == 0 ? "07:05" : "13:40")" }

    mutating func punch(on date: LocalDate) {
        guard let user = Self.users.randomElement(using: &random),
            let time = Self.times.randomElement(using: &random).flatMap({ LocalTime($0) })
        else { return }
        world.punch(.machineUser(user), at: "A", LocalDateTime(date, time))
    }

    private mutating func office(_ date: LocalDate) throws {
        guard let person = Self.people.randomElement(using: &random),
            let other = Self.people.filter({ $0 != person }).randomElement(using: &random)
        else { return }
        let late = Bool.random(using: &random) ? "\(date) 12:10" : ""
        let lines = [
            "sign,\(date),morning,,07:05,,\(person),,L001,,\(late),,",
            "sign,\(date),morning,,,,\(person),,L001,,,,",
            "leave,\(date),,,,,\(person),,L001,,\(late),,",
            "leave,\(date),,,11:00,12:00,\(person),,L001,,\(late),,",
            "cover,\(date),,,,,\(person),\(other),L001,,\(late),,",
            "seen,\(date),,3-2班,16:55,,,absent,L001,,,,",
            "seen,\(date),stairs,东楼,10:20,,,absent,pioneer,,,,",
            "outage,\(date),,,07:00,11:40,,A,L001,,,,",
            "closure,\(date),,,17:00,,,,L001,,,,",
            "attest,\(date),noon,,11:40,,\(person),,L001,,,,",
            "ruling,\(date),morning,,,,\(person),met,L001,x,,,",
            "clock,\(date),,,06:00,\(Int.random(in: -90...90, using: &random)),,A,,,,,",
        ]
        if let line = lines.randomElement(using: &random) { try world.write(line) }
    }

    mutating func shuffle() {
        var random = self.random
        world.replaceFacts { $0.shuffled(using: &random) }
    }
}

@Suite struct LawTests {
    static let seeds = Array<UInt64>(1...12)

    @Test(arguments: seeds)
    func orderAndRepetitionOfFactsDoNotMatter(seed: UInt64) throws {
        var week = try GeneratedWeek(seed: seed)
        let ledger = try week.world.ledger(GeneratedWeek.dates)
        week.shuffle()
        week.world.replaceFacts { $0 + $0.prefix(40) }
        let again = try week.world.ledger(GeneratedWeek.dates)
        #expect(ledger == again)
    }

    @Test(arguments: seeds)
    func morePunchesNeverWorsenPresence(seed: UInt64) throws {
        var week = try GeneratedWeek(seed: seed)
        let before = try week.world.ledger(GeneratedWeek.dates)
        for _ in 0..<6 { week.punch(on: GeneratedWeek.first.advanced(byDays: 2)) }
        let after = try week.world.ledger(GeneratedWeek.dates)
        #expect(before.lines.map(\.id) == after.lines.map(\.id))
        for (old, new) in zip(before.lines, after.lines) {
            for (first, second) in zip(old.results, new.results)
            where first.form.isPresence && first.index == second.index {
                #expect(second.verdict.base <= first.verdict.base, "\(new.id)")
            }
        }
    }

    @Test(arguments: seeds)
    func aPunchChangesOnlyItsOwnDate(seed: UInt64) throws {
        var week = try GeneratedWeek(seed: seed)
        let date = GeneratedWeek.first.advanced(byDays: 2)
        let before = try week.world.ledger(GeneratedWeek.dates)
        for _ in 0..<6 { week.punch(on: date) }
        let after = try week.world.ledger(GeneratedWeek.dates)
        #expect(before.lines.filter { $0.id.date != date } == after.lines.filter { $0.id.date != date })
        #expect(before.lines != after.lines || before.strays != after.strays)
    }

    @Test(arguments: seeds)
    func netLiesBetweenNothingAndWhatWasGranted(seed: UInt64) throws {
        var week = try GeneratedWeek(seed: seed)
        try week.world.editPlan(#"else: ["void noon"]"#, #"else: ["dock 1/4 day", "void noon"]"#)
        try week.world.editPlan(#"else: ["void afternoon"]"#, #"else: ["dock 2/3 month", "dock 1/3 afternoon"]"#)
        let ledger = try week.world.ledger(GeneratedWeek.dates)
        for line in ledger.lines {
            #expect(line.net >= 0 && line.net <= line.granted, "\(line.id)")
            #expect(line.net == line.granted - line.voided - line.docked, "\(line.id)")
        }
        for total in ledger.totals {
            let lines = ledger.lines.filter { $0.id.person == total.person }
            #expect(total.net == lines.reduce(0) { $0 + $1.net })
        }
        #expect(ledger.totals.contains { $0.docked > 0 })
    }

    @Test(arguments: seeds)
    func aVoidTwiceIsAVoid(seed: UInt64) throws {
        var week = try GeneratedWeek(seed: seed)
        let once = try week.world.ledger(GeneratedWeek.dates)
        try week.world.editPlan(#"else: ["void day"]"#, #"else: ["void day", "void day"], short: ["void day"]"#)
        let twice = try week.world.ledger(GeneratedWeek.dates)
        #expect(once.totals == twice.totals)
        #expect(once.lines.map(\.voids) == twice.lines.map(\.voids))
    }

    @Test(arguments: seeds)
    func everyFailureHasAReasonAndNamesTheNearestEvidence(seed: UInt64) throws {
        let week = try GeneratedWeek(seed: seed)
        let ledger = try week.world.ledger(GeneratedWeek.dates)
        let punched = Set(
            ledger.lines.flatMap { line in
                line.results.flatMap(\.evidence).filter { $0.kind == .punch }.map { _ in
                    PersonDay(person: line.id.person, date: line.id.date)
                }
            })
        for line in ledger.lines where line.verdict.base != .met || line.verdict.flag != nil {
            let hasReason =
                line.coveredBy != nil || line.ruling != nil || !line.notes.isEmpty
                || line.results.contains { $0.verdict.base != .met || !$0.verdict.doubts.isEmpty }
            #expect(hasReason, "\(line.id)")
            for result in line.results where result.verdict.base == .missing && result.form.isPresence {
                let day = PersonDay(person: line.id.person, date: line.id.date)
                if punched.contains(day) { #expect(!result.evidence.isEmpty, "\(line.id)") }
            }
        }
    }

    @Test(arguments: seeds)
    func whatWasRecordedLaterDoesNotExistYet(seed: UInt64) throws {
        var week = try GeneratedWeek(seed: seed)
        week.world.asOf = World.local("2026-09-16 12:00")
        let ledger = try week.world.ledger(GeneratedWeek.dates)
        let asOf = week.world.asOf
        week.world.replaceFacts { $0.filter { $0.recorded <= asOf } }
        let known = try week.world.ledger(GeneratedWeek.dates)
        #expect(ledger == known)
        #expect(ledger.pending.contains { $0.missing.date > GeneratedWeek.first.advanced(byDays: 2) })
    }

    private struct PersonDay: Hashable {
        let person: PersonID
        let date: LocalDate
    }
}

extension RequirementResult.Form {
    fileprivate var isPresence: Bool {
        switch self {
        case .arrive, .leave, .count: true
        case .never, .form, .observation: false
        }
    }
}
