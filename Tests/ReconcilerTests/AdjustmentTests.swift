import AttendanceModel
import Reconciler
import Testing
import Timetable

/// Facts that come after the close of their month (C-52, C-54, C-60).
@Suite struct AdjustmentTests {
    private let september = PeriodWorld.september

    /// On the 16th 王 signed the sheet and punched nowhere: 7 credits of the day are void.
    @Test func aLatePunchIsAnAdjustmentInTheMonthOfItsRecording() throws {
        var world = try PeriodWorld.closed()
        #expect(world.adjustments().isEmpty)
        let first = try world.punch("12", "2026-09-16 07:03")
        let adjustments = world.adjustments()
        let adjustment = try #require(adjustments.first)
        #expect(adjustments.count == 1)
        #expect(adjustment.causes == [first])
        #expect((adjustment.period, adjustment.month) == (PeriodWorld.october, september))
        #expect((adjustment.date, adjustment.person.text) == (LocalDate(iso: "2026-09-16"), "T012"))
        #expect(adjustment.state == .effective)
        // The morning is met; noon and afternoon are missing still, by their own rules.
        #expect(adjustment.credits == 2)
        #expect(adjustment.fen == 2 * 5050)
        #expect(adjustment.changes.contains { $0.line.duty.text == "morning" && $0.after?.shown == "met" })
    }

    @Test func eachLateFactIsToldOnceAndTheirSumIsTheDifference() throws {
        var world = try PeriodWorld.closed()
        let before = world.history(september).ledger(below: world.next, asOf: world.now, closing: true)
        var facts: [Int64] = []
        for time in ["07:03", "11:31", "12:48", "17:35"] { facts.append(try world.punch("12", "2026-09-16 \(time)")) }
        let adjustments = world.adjustments()
        let after = world.history(september).ledger(below: world.next, asOf: world.now, closing: true)
        // The first noon punch alone is one of two: no credits, and yet another outcome.
        #expect(adjustments.map(\.causes) == facts.map { [$0] })
        #expect(adjustments.map(\.credits) == [2, 0, 3, 2])
        let net = { (ledger: Ledger) in ledger.totals.reduce(0) { $0 + $1.net } }
        #expect(adjustments.reduce(0) { $0 + $1.credits } == net(after) - net(before))
    }

    @Test func aClosedMonthReadAgainIsTheSame() throws {
        var world = try PeriodWorld.closed()
        let closed = try #require(world.period(september).close)
        try world.punch("12", "2026-09-16 07:03")
        try world.write("seen,2026-09-17,stairs,东楼,10:20,,,absent,L001,,,,")
        world.publish(.rates, "pay,from,fen\nrateA,2026-09-01,9999")
        let judged = world.history(september).ledger(below: closed.close.size, asOf: closed.close.asOf, closing: true)
        #expect(LedgerText.bytes(of: judged) == closed.snapshot)
        #expect(try Snapshot(closed.snapshot, asOf: closed.close.asOf).wouldChange(with: judged).isEmpty)
    }

    @Test func whatTakesCreditsAwayWaitsForARuling() throws {
        var world = try PeriodWorld.closed()
        let seen = try world.write("seen,2026-09-17,stairs,东楼,10:20,,,absent,L001,,,,")
        let waiting = try #require(world.adjustments().first)
        #expect(waiting.state == .waiting)
        #expect(waiting.causes == [seen])
        #expect(waiting.person.text == "T060")
        #expect(waiting.credits < 0)

        let ruling = try world.write("ruling,2026-09-17,stairs,东楼,,,T060,missing,L001,核实,,,")
        let adjustments = world.adjustments()
        let ruled = try #require(adjustments.first)
        #expect(adjustments.count == 1)
        #expect(ruled.state == .effective)
        #expect(ruled.causes == [seen, ruling])
        #expect(ruled.credits == waiting.credits)
    }

    @Test func aRulingOnAnotherDutyConfirmsNothing() throws {
        var world = try PeriodWorld.closed()
        try world.write("seen,2026-09-17,stairs,东楼,10:20,,,absent,L001,,,,")
        try world.write("ruling,2026-09-17,morning,3-2班,,,T012,met,L001,x,,,")
        #expect(world.adjustments().map(\.state) == [.waiting])
    }

    @Test func whereThePlanSaysSoANegativeOneTakesEffectAtOnce() throws {
        var policy = PeriodPolicy()
        policy.negativesWait = false
        var world = try PeriodWorld.closed(policy: policy)
        try world.write("seen,2026-09-17,stairs,东楼,10:20,,,absent,L001,,,,")
        #expect(world.adjustments().map(\.state) == [.effective])
    }

    @Test func aWithdrawnCauseLiftsWhatWaited() throws {
        var world = try PeriodWorld.closed()
        let seen = try world.write("seen,2026-09-17,stairs,东楼,10:20,,,absent,L001,,,,")
        let retract = try world.write("retract,,,,,,,,L001,看错,,,\(seen)")
        let adjustments = world.adjustments()
        #expect(adjustments.map(\.state) == [.lifted])
        #expect(adjustments.map(\.causes) == [[seen, retract]])
    }

    @Test func aWithdrawalAfterTheNextCloseIsTheCounterAdjustment() throws {
        var policy = PeriodPolicy()
        policy.negativesWait = false
        var world = try PeriodWorld.closed(policy: policy)
        let punch = try world.punch("12", "2026-09-16 07:03")
        try world.live(PeriodWorld.october)
        world.now = World.local("2026-11-10 09:00")
        world.close(PeriodWorld.october)
        world.now = World.local("2026-11-12 09:00")
        let retract = try world.write("retract,,,,,,,,L001,代打,,,\(punch)")
        let adjustments = world.adjustments(of: september)
        #expect(adjustments.map(\.period) == [PeriodWorld.october, PeriodWorld.november])
        #expect(adjustments.map(\.credits) == [2, -2])
        #expect(adjustments.map(\.causes) == [[punch], [retract]])
        // The one of October stands in its closed ledger, as it was.
        let october = try #require(world.period(PeriodWorld.october).close)
        let snapshot = try Snapshot(october.snapshot, asOf: october.close.asOf)
        #expect(snapshot.adjustments == [adjustments[0]])
    }

    @Test func factsAboutOtherMonthsChangeNothing() throws {
        var world = try PeriodWorld.closed()
        try world.live(PeriodWorld.october)
        try world.write("leave,2026-10-20,,,,,T012,,L001,病,,,")
        try world.write("objection,2026-09-16,,,,,T012,,,到岗了,,,")
        let late = Adjuster.lateFacts(
            world.history(september), after: try #require(world.period(september).close).close)
        #expect(late.allSatisfy { $0.kind == .punch || $0.kind == .clock }, "\(late)")
        #expect(world.adjustments().isEmpty)
    }

    @Test func aRosterPublishedLaterWaitsWhereThePlanAsksForARuling() throws {
        let roster =
            S2.roster.replacing("club,足球@操场,T012", with: "club,足球@操场,T044")
            + "\nMon-Fri,morning,3-3班,T033,,1\nMon-Fri,stairs,东楼,T060,,1"
        for isGuarded in [true, false] {
            var policy = PeriodPolicy()
            policy.negativesWait = false
            policy.editsWait = isGuarded
            var world = try PeriodWorld.closed(policy: policy)
            world.publish(.roster, roster)
            let states = Set(world.adjustments().map(\.state))
            #expect(states == [isGuarded ? .waiting : .effective])
        }
    }

    @Test func aRateThatCameTooLateIsMoneyWithoutCredits() throws {
        var world = PeriodWorld(rates: "pay,from,fen\nrateZ,2026-09-01,1")
        try world.live(september)
        world.now = World.local("2026-10-10 09:00")
        world.close(september)
        world.now = World.local("2026-10-12 08:00")
        let before = world.history(september).ledger(below: world.next, asOf: world.now, closing: true)
        #expect(PaySheet(before).total == 0)
        world.publish(.rates, S2.rates)
        let adjustments = world.adjustments()
        #expect(adjustments.map(\.person.text) == ["T012", "T033"])
        #expect(adjustments.allSatisfy { $0.credits == 0 && $0.state == .effective && $0.fen > 0 })
        let net = before.totals.first { $0.person.text == "T012" }?.net ?? 0
        #expect(adjustments[0].fen == net * 5050)
    }

    /// Every kind of fact, 500 of them: the closed month is the same, and each that matters is told once.
    @Test func fiveHundredLaterFactsLeaveTheClosedMonthAsItIs() throws {
        var world = try PeriodWorld.closed(without: ["T012 2026-09-16", "T033 2026-09-21", "T012 2026-09-23"])
        let closed = try #require(world.period(september).close)
        var mattering: [Int64] = []
        mattering.append(try world.punch("12", "2026-09-16 07:03"))
        mattering.append(try world.write("attest,2026-09-21,morning,,07:04,,T033,,L001,忘打卡,2026-09-21 16:00,,"))
        mattering.append(try world.write("ruling,2026-09-23,study,3-2班,,,T012,met,L001,核实监控,,,"))
        try world.write("leave,2026-10-20,,,,,T012,,L001,病,,,")
        try world.write("sheet,2026-10-20,morning,,,,,,L001,,,,")
        try world.write("objection,2026-09-16,,,,,T012,,,到岗了,,,")
        try world.write("complete,2026-09-16,,,,,,B,,,,,")
        try world.write("rain,2026-09-16,,,15:40,,,,L001,雷阵雨,,,")
        try world.write("form,2026-09-16,study,3-2班,,,,看管记录,,,,,")
        try world.write("seen,2026-09-16,yard,,16:55,,,present,L001,,,,")
        try world.write("clock,2026-10-13,,,12:00:00,0,,A,L001,,,,")
        world.publish(.calendar, S2.calendar + "\n2026-12-31,off,,,")
        var number = 0
        while world.next < closed.fact + 501 {
            number += 1
            let day = 1 + number % 28
            let date = "2026-10-" + (day < 10 ? "0" : "") + "\(day)"
            try world.punch(["12", "33", "60", "99"][number % 4], "\(date) 1\(number % 10):0\(number % 7):00")
        }
        let adjustments = world.adjustments()
        #expect(adjustments.map(\.causes) == mattering.map { [$0] })
        let judged = world.history(september).ledger(below: closed.close.size, asOf: closed.close.asOf, closing: true)
        #expect(LedgerText.bytes(of: judged) == closed.snapshot)
    }
}

extension String {
    fileprivate func replacing(_ old: String, with new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
