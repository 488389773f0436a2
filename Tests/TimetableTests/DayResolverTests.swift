import AttendanceModel
import TextCodec
import Testing
import Timetable

struct DayResolverTests {
    private let resolver: DayResolver

    init() {
        resolver = DayResolver(PlanFolder(texts: S2Sample.texts).check().book)
    }

    private func day(_ text: String) throws -> SchoolDay { try #require(resolver.day(Fixture.date(text))) }

    private func duty(_ id: String, on day: SchoolDay) throws -> Duty { try #require(day.plan.duty(DutyID(id))) }

    private func persons(_ id: String, on day: SchoolDay, variant: String? = nil) throws -> [String] {
        day.cells(of: try duty(id, on: day), variant: variant).map { "\($0.post)=\($0.person)" }
    }

    @Test func nothingIsBeforeThePlan() {
        #expect(resolver.day(Fixture.date("2026-08-31")) == nil)
        #expect(!resolver.isServiceDay(Fixture.date("2026-08-31")))
    }

    @Test func seasonsSwitchFromOneDayToTheNext() throws {
        let summer = try day("2026-09-30")
        let other = try day("2026-10-08")
        #expect(summer.bellsName == "summer")
        #expect(other.bellsName == "other")
        #expect(try day("2027-05-03").bellsName == "summer")
        let club = try duty("club", on: summer)
        #expect(summer.occurrences(of: club).map(\.start) == [Fixture.time("16:20")])
        #expect(other.occurrences(of: club).map(\.start) == [Fixture.time("15:50")])
        #expect(other.occurrences(of: club).map(\.end) == [Fixture.time("16:15")])
    }

    @Test func aSeasonMayRunOverNewYear() {
        let winter = Season(
            from: Season.Day(year: nil, month: 10, day: 1), to: Season.Day(year: nil, month: 4, day: 30), bells: "w")
        #expect(winter.holds(Fixture.date("2026-12-31")))
        #expect(winter.holds(Fixture.date("2027-04-30")))
        #expect(!winter.holds(Fixture.date("2027-05-01")))
        let dated = Season(
            from: Season.Day(year: 2026, month: 10, day: 1), to: Season.Day(year: 2027, month: 4, day: 30), bells: "w")
        #expect(dated.holds(Fixture.date("2027-01-01")))
        #expect(!dated.holds(Fixture.date("2027-10-01")))
    }

    @Test func weekendsAndHolidaysServeNothing() throws {
        for text in ["2026-09-19", "2026-09-25", "2026-10-01", "2026-10-07", "2027-02-01"] {
            let day = try day(text)
            #expect(!day.isServiceDay)
            #expect(day.duties.map(\.id.text) == ["extra"])
            #expect(day.cells() == [])
        }
        #expect(try day("2026-10-08").isServiceDay)
    }

    @Test func weeksCountFromTheFirstMondayOfTheTerm() throws {
        // The term begins on Tuesday 2026-09-01; its first Monday is 09-07.
        #expect(try day("2026-09-04").parity == .even)
        #expect(try day("2026-09-07").parity == .odd)
        #expect(try day("2026-09-13").parity == .odd)
        #expect(try day("2026-09-14").parity == .even)
        // The second term begins on a Monday, which is its own first.
        #expect(try day("2027-02-22").parity == .odd)
        #expect(try persons("study", on: try day("2026-09-07")).contains("3-2班=T012"))
        #expect(try persons("study", on: try day("2026-09-14")).contains("3-2班=T033"))
    }

    @Test func aMakeUpDayHasTheOtherWeekdaysRosterButItsOwnWeek() throws {
        let day = try day("2026-10-10")
        #expect(day.isServiceDay)
        #expect(day.weekday == .thursday)
        #expect(day.label == "补班按周四")
        #expect(try persons("club", on: day) == ["合唱@音乐室=T060"])
        #expect(try persons("leader", on: day) == ["全校=L002"])
        #expect(day.label(of: try duty("rest", on: day)) == "英语阅读")
        #expect(day.parity == (try self.day("2026-10-05").parity))
    }

    @Test func bellsOfTheDateComeBeforeTheSeasons() throws {
        let day = try day("2026-10-23")
        #expect(day.bellsName == "sports")
        let study = try duty("study", on: day)
        #expect(day.occurrences(of: study).map(\.end) == [Fixture.time("15:30")])
        #expect(day.time(of: BellTime(.bell("home"), offsetMinutes: -10)) == Fixture.time("15:20"))
    }

    @Test func aDutyThatWouldEndBeforeItBeginsDoesNotExist() throws {
        let bells = Fixture.bells.replacing(
            "other: {", with: #"short: { like: "summer", home: "16:30" }, other: {"#)
        let book = Fixture.check([
            .plan: Fixture.plan(
                bells: bells, duties: #"club: { when: "club..study" }, study: { when: "study..home" }"#),
            .calendar: "date,kind,bells\n2026-09-16,school,short\n",
        ]).book
        #expect(DayResolver(book).day(Fixture.date("2026-09-16"))?.duties.map(\.id.text) == ["club"])
        #expect(DayResolver(book).day(Fixture.date("2026-09-17"))?.duties.map(\.id.text) == ["club", "study"])
    }

    @Test func datedRowsReplaceTheirCellOnly() throws {
        #expect(try persons("stairs", on: try day("2026-09-17")) == ["东楼1-2层=T052"])
        #expect(try persons("stairs", on: try day("2026-09-18")) == ["东楼1-2层=T061"])
        #expect(try persons("floor", on: try day("2026-09-18")) == ["二楼=T062"])
    }

    @Test func theVariantDecidesBetweenRows() throws {
        let wednesday = try day("2026-09-16")
        #expect(wednesday.usualVariant == "dry")
        #expect(try persons("club", on: wednesday) == ["足球@操场=T041", "书法@3-2班=T012"])
        #expect(try persons("club", on: wednesday, variant: "rain") == ["足球@体育馆=T041", "书法@3-2班=T012"])
    }

    @Test func aRowOfTheVariantReplacesTheOneForAll() {
        let roster = """
            day,duty,post,person,variant,seat
            Mon-Fri,club,x,T1,,
            Mon-Fri,club,x,T2,rain,
            2026-09-16,club,x,T3,,
            """
        let book = Fixture.check([.roster: roster]).book
        func cells(_ date: String, _ variant: String) -> [String]? {
            DayResolver(book).day(Fixture.date(date))?.cells(variant: variant).map(\.person.text)
        }
        #expect(cells("2026-09-15", "dry") == ["T1"])
        #expect(cells("2026-09-15", "rain") == ["T2"])
        // The dated row is of no variant, so it replaces the row of no variant.
        #expect(cells("2026-09-16", "dry") == ["T3"])
        #expect(cells("2026-09-16", "rain") == ["T2"])
    }

    @Test func rulesSayWhoHasDerivedDuties() throws {
        let monday = try day("2026-09-07")
        #expect(try persons("rest", on: monday) == ["3-2班=T012", "3-1班=T033"])
        // Odd Monday: T052 and T012 have study; leaders, parents and persons from outside are no teachers.
        #expect(
            try persons("signoff", on: monday).map { String($0.dropFirst()) } == [
                "T033", "T041", "T060", "T061", "T062", "T063", "T064",
            ])
        #expect(monday.cells(of: try duty("signoff", on: monday)).allSatisfy { $0.origin == .rule })
    }

    @Test func datedRowsOnDaysOffServeOnlyOrders() {
        let roster = "day,duty,post,person\n2026-09-19,club,x,T1\n2026-09-19,extra,y,T1\n"
        let book = Fixture.check([
            .plan: Fixture.plan(duties: #"club: { when: "club..study" }, extra: { by: "order" }"#), .roster: roster,
        ]).book
        let day = DayResolver(book).day(Fixture.date("2026-09-19"))
        #expect(day?.cells().map(\.duty.text) == ["extra"])
    }

    @Test func personsWhoAreNotHereLeaveTheirPostUncovered() throws {
        let people = "id,name,kind,from,to\nT1,王芳,teacher,,2026-09-16\n"
        let book = Fixture.check([.people: people, .roster: "day,duty,post,person\nMon-Fri,club,x,T1\n"]).book
        let here = try #require(DayResolver(book).day(Fixture.date("2026-09-16")))
        let gone = try #require(DayResolver(book).day(Fixture.date("2026-09-17")))
        #expect(here.cells().map(\.isHere) == [true])
        #expect(gone.cells().map(\.isHere) == [false])
        #expect(gone.people == [])
    }

    @Test func occurrencesComeWithTheirLead() throws {
        let day = try day("2026-09-16")
        let stairs = day.occurrences(of: try duty("stairs", on: day))
        #expect(stairs.map(\.bell) == ["breaks", "bigBreak", "breaks", "noon", "breaks", "breaks", "dismissal"])
        #expect(stairs[1].start == Fixture.time("09:37"))
        #expect(stairs[1].end == Fixture.time("09:40"))
        #expect(stairs[0].start == stairs[0].end)
        let bus = day.occurrences(of: try duty("bus", on: day))
        #expect(bus.map(\.end) == [.endOfDay])
        #expect(day.occurrences(of: try duty("signoff", on: day)) == [])
        #expect(day.occurrences(of: try duty("extra", on: day)) == [])
    }

    @Test func serviceDaysSkipWeekendsAndHolidays() {
        #expect(resolver.serviceDay(after: Fixture.date("2026-09-18"), count: 1) == Fixture.date("2026-09-21"))
        #expect(resolver.serviceDay(after: Fixture.date("2026-09-30"), count: 1) == Fixture.date("2026-10-08"))
        #expect(resolver.serviceDay(after: Fixture.date("2026-10-09"), count: 1) == Fixture.date("2026-10-10"))
        #expect(resolver.serviceDay(after: Fixture.date("2026-10-09"), count: 2) == Fixture.date("2026-10-12"))
        #expect(resolver.serviceDay(after: Fixture.date("2026-10-09"), count: 0) == Fixture.date("2026-10-09"))
        #expect(resolver.serviceDay(after: Fixture.date("2026-10-09"), count: 5000) == nil)
        #expect(
            resolver.moment(
                of: Deadline(serviceDays: 1, time: Fixture.time("12:00")), from: Fixture.date("2026-09-18"))
                == LocalDateTime("2026-09-21 12:00"))
    }

    @Test func aSingleDateComesBeforeARangeAndAShorterRangeBeforeALonger() {
        let calendar = "date,kind\n2026-09-14..2026-09-18,off\n2026-09-16,school\n2026-09-17..2026-09-18,school\n"
        let resolver = DayResolver(Fixture.check([.calendar: calendar]).book)
        let service = (14...18).filter { resolver.isServiceDay(Fixture.date("2026-09-\($0)")) }
        #expect(service == [16, 17, 18])
    }
}
