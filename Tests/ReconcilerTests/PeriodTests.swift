import AttendanceModel
import Reconciler
import Testing
import Timetable

/// A month on its way from open to closed, and its objections.
@Suite struct PeriodTests {
    private let september = PeriodWorld.september

    private func notice(_ revision: Int, until: String, on date: String) -> Fact {
        let recorded = World.local("\(date) 09:00")
        return Fact(
            seq: 1000 + Int64(revision), at: nil, recorded: recorded, source: "office", author: "chen(1000)",
            body: .notice(
                Notice(
                    month: september, revision: revision, digest: "ab", semantics: 1,
                    objectionsUntil: LocalDate(iso: until) ?? .first, asOf: recorded, size: 9, checkpoint: "")))
    }

    private func entry(_ seq: Int64, _ kind: FactKind, _ entry: Entry, on date: String = "2026-10-06") -> Fact {
        Fact(
            seq: seq, at: nil, recorded: World.local("\(date) 10:00"), source: "office", author: "chen(1000)",
            body: .entry(kind, entry))
    }

    private func period(_ facts: [Fact], on date: String, policy: PeriodPolicy? = nil) -> Period {
        var standard = PeriodPolicy()
        standard.objectionDays = 5
        return Period(
            september, facts: facts, asOf: World.local("\(date) 12:00"), zone: World.zone, policy: policy ?? standard)
    }

    private var policy: PeriodPolicy {
        var policy = PeriodPolicy()
        policy.objectionDays = 5
        return policy
    }

    private static let day = LocalDate(iso: "2026-09-16").map { $0...$0 }

    private var objection: Entry {
        Entry(dates: Self.day, duty: DutyID("morning"), person: PersonID("T012"), reason: "到岗了")
    }

    @Test func goesFromOpenThroughItsNoticeToTheDayOnWhichItCanBeClosed() {
        #expect(period([], on: "2026-10-02").state == .open)
        let noticed = [notice(1, until: "2026-10-10", on: "2026-10-05")]
        #expect(period(noticed, on: "2026-10-04").state == .open)
        #expect(period(noticed, on: "2026-10-10").state == .noticed)
        #expect(period(noticed, on: "2026-10-11").state == .due)
        #expect(period(noticed, on: "2026-10-11").obstacles(policy).isEmpty)
    }

    @Test func saysWhatStandsAgainstClosing() {
        let last = september.last
        #expect(period([], on: "2026-09-30").obstacles(policy) == [.notOver(last), .notNoticed])
        #expect(period([], on: "2026-10-01").obstacles(policy) == [.notNoticed])
        #expect(period([], on: "2026-10-01", policy: PeriodPolicy()).obstacles(PeriodPolicy()).isEmpty)
        let noticed = [notice(1, until: "2026-10-10", on: "2026-10-05"), entry(1100, .objection, objection)]
        let until = LocalDate(iso: "2026-10-10") ?? .first
        #expect(period(noticed, on: "2026-10-10").obstacles(policy) == [.windowOpen(until), .openObjections([1100])])
        #expect(period(noticed, on: "2026-10-11").obstacles(policy) == [.openObjections([1100])])
    }

    /// A notice of the running month (X2: every half month) does not show all of it.
    @Test func aNoticeBeforeTheMonthsEndIsNotEnough() {
        let early = [notice(1, until: "2026-09-20", on: "2026-09-16")]
        #expect(period(early, on: "2026-10-02").obstacles(policy) == [.notNoticed])
    }

    @Test func anObjectionIsAnsweredByARulingARowOrItsWithdrawal() {
        let asked = [notice(1, until: "2026-10-10", on: "2026-10-05"), entry(1100, .objection, objection)]
        let ruling = Entry(
            dates: Self.day, duty: DutyID("morning"), person: PersonID("T012"), other: "met", by: "L001", reason: "x")
        var elsewhere = ruling
        elsewhere.duty = DutyID("noon")
        let answers: [(Fact, Objection.Answer?)] = [
            (entry(1101, .ruling, ruling), .ruling(1101)), (entry(1099, .ruling, ruling), nil),
            (entry(1101, .ruling, elsewhere), nil),
            (
                entry(1101, .objection, Entry(by: "L001", reason: "维持", ref: 1100)),
                .answered(1101, text: "维持", by: "L001")
            ),
            (entry(1101, .retract, Entry(reason: "x", ref: 1100)), .withdrawn(1101)),
        ]
        for (fact, answer) in answers {
            let period = period(asked + [fact], on: "2026-10-11")
            #expect(period.objections.map(\.answer) == [answer], "\(fact)")
            #expect(period.openObjections.isEmpty == (answer != nil))
        }
    }

    @Test func anObjectionAfterTheLastDayIsListedAndHoldsNothingUp() {
        let facts = [
            notice(1, until: "2026-10-10", on: "2026-10-05"),
            entry(1100, .objection, objection, on: "2026-10-11"),
        ]
        let period = period(facts, on: "2026-10-11")
        #expect(period.objections.map(\.isInTime) == [false])
        #expect(period.obstacles(policy).isEmpty)
    }

    @Test func aCloseIsTakenBackOnlyWhereThePlanAllowsIt() throws {
        var world = try PeriodWorld.closed()
        let close = try #require(world.period(september).close)
        try world.write("retract,,,,,,,,L001,算错,,,\(close.fact)")
        #expect(world.period(september).state == .closed)
        world.policy.reopens = true
        let reopened = world.period(september)
        #expect(reopened.state == .open)
        #expect(reopened.reopened.count == 1)
    }

    @Test func aPastMomentKnowsNothingOfTheClose() throws {
        let world = try PeriodWorld.closed()
        let before = Period(
            september, facts: world.facts, asOf: World.local("2026-10-10 08:59"), zone: World.zone,
            policy: PeriodPolicy())
        #expect(before.state == .open)
    }
}
