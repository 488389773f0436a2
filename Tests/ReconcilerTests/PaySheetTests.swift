import AttendanceModel
import Reconciler
import Testing
import Timetable

/// Money: rates by kind of person and date, limits, contracts, adjustments (C-122, C-123, R-1505, X5).
@Suite struct PaySheetTests {
    private static let september = PeriodWorld.september

    private func sheet(rates: String, people: String = S2.people) throws -> (sheet: PaySheet, ledger: Ledger) {
        var world = PeriodWorld(rates: rates, people: people)
        try world.live(Self.september)
        let ledger = world.history(Self.september).ledger(below: world.next, asOf: world.now, closing: true)
        return (PaySheet(ledger), ledger)
    }

    private func lines(_ sheet: PaySheet, of person: String) -> [PaySheet.Line] {
        sheet.lines.filter { $0.person.text == person }
    }

    /// 22 weekdays of 7 credits for 王.
    @Test func creditsTimesTheRateOfTheirDate() throws {
        let (sheet, ledger) = try sheet(rates: "pay,from,fen\nrateA,2026-09-01,5050\nrateA,2026-09-16,6000")
        let mine = lines(sheet, of: "T012")
        #expect(mine.map(\.pay.credits) == [11 * 7, 11 * 7])
        #expect(mine.map(\.pay.fenPerCredit) == [5050, 6000])
        #expect(mine.map(\.fen) == [77 * 5050, 77 * 6000])
        #expect(sheet.total == ledger.totals.reduce(0) { $0 + $1.fen })
    }

    @Test func aPersonMayChangeToAnotherRateInTheMiddleOfAMonth() throws {
        let people = S2.people.replacingOccurrences(
            "T012,王芳,teacher,rateA,2020-09-01,,",
            "T012,王芳,teacher,rateA,2020-09-01,2026-09-15,\nT012,王芳,teacher,rateB,2026-09-16,,")
        let (sheet, _) = try sheet(rates: "pay,from,fen\nrateA,2026-09-01,5050\nrateB,2026-09-01,4000", people: people)
        #expect(lines(sheet, of: "T012").map(\.fen) == [77 * 5050, 77 * 4000])
    }

    @Test func twoRowsOfOnePersonMustNotShareADate() {
        let table = "id,name,kind,from,to\nT1,王芳,teacher,2026-01-01,2026-09-15\nT1,王芳,teacher,2026-09-15,\n"
        #expect(TableReader.people(table).findings.count == 1)
        let apart = "id,name,kind,from,to\nT1,王芳,teacher,2026-01-01,2026-09-15\nT1,王芳,teacher,2026-09-16,\n"
        #expect(TableReader.people(apart).findings.isEmpty)
    }

    @Test func creditsAboveALimitAreListedAndBringNothing() throws {
        let (daily, _) = try sheet(rates: "pay,from,fen,a day\nrateA,2026-09-01,5050,5")
        #expect(lines(daily, of: "T012").map(\.pay.credits) == [22 * 5])
        #expect(lines(daily, of: "T012").map(\.fen) == [110 * 5050])
        #expect(
            daily.unpaid.contains { $0.person.text == "T012" && $0.credits == 44 && $0.reason == .beyondLimit("rateA") }
        )
        let (monthly, _) = try sheet(rates: "pay,from,fen,a month\nrateA,2026-09-01,5050,\n*,2026-09-01,5000,60")
        #expect(lines(monthly, of: "T012").map(\.pay.credits) == [60])
        #expect(lines(monthly, of: "T012").map(\.pay.fenPerCredit) == [5000], "the authority's limit for one credit")
    }

    /// 09-19 is a Saturday made a school day, 09-20 a Sunday.
    @Test(arguments: [("2026-09-18", 50), ("2026-09-19", 50), ("2026-09-20", 80), ("2026-10-01", 80)])
    func restDaysHaveARateOfTheirOwn(date: String, fen: Int) throws {
        var world = PeriodWorld(rates: "pay,from,fen,rest days\nrateA,2026-09-01,50,80")
        world.publish(.calendar, S2.calendar + "\n2026-09-19,school,Fri,,\n")
        let day = try #require(LocalDate(iso: date))
        world.now = World.local("\(date) 23:00")
        try world.write("order,\(date),extra,,08:00,11:30,T044,,L001,值守,,,")
        try world.punch("44", "\(date) 07:55")
        try world.punch("44", "\(date) 11:40")
        world.publish(.calendar, S2.calendar + "\n2026-09-19,school,Fri,,\n2026-09-20,school,Fri,,\n")
        if fen == 80 { world.publish(.calendar, S2.calendar) }
        let month = Month(of: day)
        let ledger = world.history(month).ledger(below: world.next, asOf: world.now, closing: true)
        let rates = lines(PaySheet(ledger), of: "T044").compactMap(\.pay.fenPerCredit)
        #expect(rates == [fen], "\(ledger.lines.filter { $0.id.person.text == "T044" }.map(\.granted))")
    }

    @Test func contractStaffStandOnASheetOfTheirOwn() throws {
        let people = S2.people.replacingOccurrences("T060,钱伟,teacher,rateB", "T060,钱伟,external,contract-7")
        let (sheet, ledger) = try sheet(rates: S2.rates, people: people)
        let mine = try #require(lines(sheet, of: "T060").first)
        #expect(mine.part == .contract)
        #expect(mine.pay.fenPerCredit == nil)
        #expect(mine.pay.credits == ledger.totals.first { $0.person.text == "T060" }?.net)
        #expect(sheet.total(of: .contract) == 0)
        #expect(sheet.total(of: .staff) == sheet.total)
        #expect(!sheet.unpaid.contains { $0.person.text == "T060" })
    }

    @Test func whatIsNotPaidSaysWhy() throws {
        let people = S2.people.replacingOccurrences("T060,钱伟,teacher,rateB", "T060,钱伟,teacher,")
        let (sheet, _) = try sheet(rates: "pay,from,fen\nrateC,2026-09-01,1", people: people)
        let reasons = Dictionary(sheet.unpaid.map { ($0.person.text, $0.reason) }) { first, _ in first }
        #expect(reasons["T012"] == .noRate("rateA"))
        #expect(reasons["T060"] == .noPay)
        #expect(sheet.lines.isEmpty)
    }

    @Test func adjustmentsAreLinesOfTheirOwnAndWaitingOnesAreNotPaid() throws {
        var world = try PeriodWorld.closed()
        let punch = try world.punch("12", "2026-09-16 07:03")
        let seen = try world.write("seen,2026-09-17,,3-2班,07:20,,T012,absent,L001,,,,")
        let october = world.history(PeriodWorld.october).ledger(below: world.next, asOf: world.now, closing: false)
        let sheet = PaySheet(october, adjustments: world.adjustments())
        let line = try #require(sheet.lines.first { $0.source != .duties })
        let date = try #require(LocalDate(iso: "2026-09-16"))
        #expect(line.source == .adjustment(month: Self.september, date: date, causes: [punch]))
        #expect(line.fen == 2 * 5050)
        let waits = sheet.unpaid.contains { unpaid in
            if case .waiting(_, _, let causes) = unpaid.reason { causes == [seen] } else { false }
        }
        #expect(waits == world.adjustments().contains { $0.state == .waiting })
    }

    /// A limit of the month holds for the closed month and its adjustments together.
    @Test func anAdjustmentPaysNothingBeyondTheLimitOfItsMonth() throws {
        var world = PeriodWorld(rates: "pay,from,fen,a month\nrateA,2026-09-01,5050,100")
        try world.live(Self.september, without: ["T012 2026-09-16"])
        world.now = World.local("2026-10-10 09:00")
        world.close(Self.september)
        try world.punch("12", "2026-09-16 07:03")
        let adjustment = try #require(world.adjustments().first)
        #expect(adjustment.credits == 2)
        #expect(adjustment.fen == 0)
        #expect(adjustment.pay.map(\.beyondLimit) == [2])
    }
}

extension String {
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
