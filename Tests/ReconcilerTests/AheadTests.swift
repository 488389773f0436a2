import AttendanceModel
import Reconciler
import Testing
import Timetable

/// What is not over yet is neither kept nor paid; 王 has four duties on weekdays, 赵 the yard.
@Suite struct AheadTests {
    private static let dates = (LocalDate(iso: "2026-09-01") ?? .first)...(LocalDate(iso: "2026-09-30") ?? .first)
    private static let today = LocalDate(iso: "2026-09-16") ?? .first

    private static func world(asOf: String) -> World {
        var world = World()
        world.asOf = World.local(asOf)
        world.roster += "\nMon-Fri,yard,操场,T033,,1"
        return world
    }

    private func line(_ person: String, _ duty: String, in ledger: Ledger) throws -> DutyLine {
        try #require(
            ledger.lines.first {
                $0.id.person.text == person && $0.id.duty.text == duty && $0.id.date == Self.today
            })
    }

    @Test(arguments: [
        ("2026-09-15 20:00", "pending"), ("2026-09-16 16:44", "pending"), ("2026-09-16 17:29", "pending"),
        ("2026-09-16 17:30", "met"),
    ])
    func aDutyWithoutNeedIsPendingUntilItsWindowHasEnded(asOf: String, shown: String) throws {
        let yard = try line("T033", "yard", in: try Self.world(asOf: asOf).ledger(Self.dates))
        #expect(yard.verdict.shown == shown)
        #expect(yard.verdict.base == .met)
        let end = try #require(LocalTime("17:30"))
        #expect(yard.verdict.doubts == (shown == "met" ? [] : [.awaiting(.time(date: Self.today, until: end))]))
    }

    @Test func aPunchInTimeIsNotYetADutyKept() throws {
        var world = Self.world(asOf: "2026-09-16 11:45")
        for time in ["2026-09-16 11:31", "2026-09-16 11:42"] {
            world.punch(.machineUser("12"), at: "A", try #require(LocalDateTime(time)), received: world.asOf)
        }
        #expect(try line("T012", "noon", in: world.ledger(Self.dates)).verdict.shown == "pending")
        world.asOf = World.local("2026-09-16 12:50")
        #expect(try line("T012", "noon", in: world.ledger(Self.dates)).verdict.shown == "met")
    }

    @Test func aSignOutAfterItsBoundIsKeptAtOnce() throws {
        var world = Self.world(asOf: "2026-09-16 16:50")
        world.punch(
            .machineUser("33"), at: "A", try #require(LocalDateTime("2026-09-16 16:46")), received: world.asOf)
        #expect(try line("T033", "signoff", in: world.ledger(Self.dates)).verdict.shown == "met")
    }

    @Test func aDutyWithoutHoursIsPendingUntilItsDayIsOver() throws {
        var world = Self.world(asOf: "2026-09-16 23:00")
        try world.editPlan(#"gate:    { name: "大门口", when: "study..home","#, #"gate:    { name: "大门口","#)
        world.roster += "\nMon-Fri,gate,南门,T033,,1"
        #expect(try line("T033", "gate", in: world.ledger(Self.dates)).verdict.shown == "pending")
        world.asOf = World.local("2026-09-17 00:00")
        #expect(try line("T033", "gate", in: world.ledger(Self.dates)).verdict.shown == "met")
    }

    @Test func leaveOfTomorrowIsExcusedToday() throws {
        var world = Self.world(asOf: "2026-09-15 20:00")
        try world.write("leave,2026-09-16,,,,,T033,,,,2026-09-15 09:00,,")
        let yard = try line("T033", "yard", in: world.ledger(Self.dates))
        #expect(yard.verdict.shown == "excused")
    }

    @Test func aRulingDecidesBeforeTheDutyIsOver() throws {
        var world = Self.world(asOf: "2026-09-16 16:00")
        try world.write("ruling,2026-09-16,yard,,,,T033,missing,L001,left,2026-09-16 15:00,,")
        #expect(try line("T033", "yard", in: world.ledger(Self.dates)).verdict.shown == "missing")
    }

    @Test func totalsInMidMonthCountNoFutureDate() throws {
        let ledger = try Self.world(asOf: "2026-09-16 08:00").ledger(Self.dates)
        let total = try #require(ledger.totals.first { $0.person.text == "T033" })
        let weekdays = (0..<16).map { Self.dates.lowerBound.advanced(byDays: $0) }.filter { $0.weekday.rawValue <= 5 }
        #expect(total.granted == weekdays.count)
        #expect(ledger.lines.contains { $0.id.date > Self.today && $0.id.person.text == "T033" })
    }

    @Test func nobodyIsKnownToBeAtAPostOfTomorrow() throws {
        let ledger = try Self.world(asOf: "2026-09-15 20:00").ledger(Self.dates)
        let post = try #require(ledger.posts.first { $0.duty.text == "yard" && $0.date == Self.today })
        #expect(post.state == .unknown)
    }

    @Test func aFileIsNotCompleteBeyondItsArrivalWhateverWasSaid() throws {
        var world = Self.world(asOf: "2026-09-17 08:00")
        let until = try #require(LocalDateTime("2026-09-30 18:00"))
        world.imported("A", until: until, at: try #require(LocalDateTime("2026-09-16 12:00")))
        let line = try line("T033", "signoff", in: world.ledger(Self.dates))
        let since = LocalDateTime("2026-09-16 12:00")
        #expect(line.verdict.doubts == [.awaiting(.delivery(DeviceID("A"), date: Self.today, since: since))])
    }
}
