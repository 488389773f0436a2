import AttendanceModel
import Testing
import TextCodec

@Suite struct DateTests {
    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday), ("2026-09-16", 20_712, .wednesday),
        ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday), ("1969-12-31", -1, .wednesday),
    ])
    func datesKnowTheirDayAndWeekday(_ text: String, _ dayNumber: Int, _ weekday: Weekday) throws {
        let date = try #require(LocalDate(iso: text))
        #expect(date.dayNumber == dayNumber)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test func everyDayOfFourCenturiesSurvivesTheRoundTrip() throws {
        var expected = try #require(LocalDate(year: 1896, month: 1, day: 1)).dayNumber
        for year in 1896...2300 {
            for month in 1...12 {
                for day in 1...LocalDate.days(inMonth: month, of: year) {
                    let date = LocalDate(year: year, month: month, day: day)
                    #expect(date?.dayNumber == expected)
                    #expect(date.map { $0.components == (year, month, day) } == true)
                    expected += 1
                }
            }
        }
    }

    @Test(arguments: [
        "2025-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "0000-01-01", "2026-1-01", "2026-01-1",
        "26-01-01", "2026/01/01", "2026-01-01 ", "", "２０２６-01-01",
    ])
    func refusesDatesThatAreNone(_ text: String) {
        #expect(LocalDate(iso: text) == nil)
    }

    @Test func arithmeticStaysWithinTheCalendar() throws {
        let date = try #require(LocalDate(iso: "2026-02-10"))
        #expect(date.firstOfMonth.description == "2026-02-01")
        #expect(date.lastOfMonth.description == "2026-02-28")
        #expect(date.advanced(byDays: -41).description == "2025-12-31")
        #expect(LocalDate.last.advanced(byDays: .max) == .last)
        #expect(LocalDate.first.advanced(byDays: .min) == .first)
    }

    @Test(arguments: [("2026-09-16", 1), ("2026-09-16..2026-09-20", 5)])
    func readsRangesOfDates(_ text: String, _ days: Int) throws {
        let range = try #require(LocalDate.range(text))
        #expect(range.upperBound.dayNumber - range.lowerBound.dayNumber + 1 == days)
        #expect(LocalDate.range("2026-09-20..2026-09-16") == nil)
        #expect(LocalDate.range("\(text).") == nil)
    }

    @Test(arguments: [
        ("07:05", 25_500, "07:05:00"), ("7:05", 25_500, "07:05:00"), ("23:59:60", 86_399, "23:59:59"),
        ("00:00:01", 1, "00:00:01"), ("24:00", 86_400, "24:00:00"),
    ])
    func readsTimesOfDay(_ text: String, _ second: Int, _ written: String) throws {
        let time = try #require(LocalTime(text))
        #expect(time.secondOfDay == second)
        #expect(time.description == written)
    }

    @Test(arguments: [
        "24:01", "23:60", "07:5", "7", "07:05:61", "07:05:1", "-1:00", "07:05 ", "", "a:bc", "07:05:06:07",
    ])
    func refusesTimesThatAreNone(_ text: String) {
        #expect(LocalTime(text) == nil)
    }

    @Test func wallClockReadingsSurviveTheRoundTrip() throws {
        for seconds: Int64 in [0, 1, -1, 86_399, 86_400, -86_400, 1_790_000_000, -2_208_988_800] {
            let wall = LocalDateTime(wallSeconds: seconds)
            #expect(wall.wallSeconds == seconds)
            #expect(LocalDateTime(wall.description) == wall)
        }
        #expect(LocalDateTime("2026-03-02T15:21:26") == LocalDateTime("2026-03-02 15:21:26"))
        #expect(LocalDateTime("2026-03-02") == nil)
        #expect(LocalDateTime("2025-02-30 08:00") == nil)
    }

    @Test func instantsNeverOverflow() {
        #expect(Instant(seconds: .max).milliseconds == .max)
        #expect(Instant(seconds: .min).milliseconds == .min)
        #expect(Instant(milliseconds: -1).seconds == -1)
        #expect(Instant(milliseconds: .max).advanced(bySeconds: 1).milliseconds == .max)
        #expect(Instant(milliseconds: .min).milliseconds(since: Instant(milliseconds: 1)) == .min)
    }

    @Test func zoneTurnsWallClocksIntoInstantsAndBack() throws {
        // Berlin in autumn 2026: 03:00 summer time becomes 02:00 at 2026-10-25T01:00:00Z.
        let berlin = ZoneRules(
            name: "Europe/Berlin", initialOffset: 7200, transitions: [.init(at: 1_792_890_000, offset: 3600)])
        let before = try #require(LocalDateTime("2026-10-25 01:30:00"))
        let twice = try #require(LocalDateTime("2026-10-25 02:30:00"))
        let after = try #require(LocalDateTime("2026-10-25 03:30:00"))
        for wall in [before, twice, after] {
            #expect(berlin.local(at: berlin.instant(of: wall)) == wall)
        }
        #expect(berlin.instant(of: twice).milliseconds(since: berlin.instant(of: before)) == 3_600_000)
        #expect(berlin.instant(of: after).milliseconds(since: berlin.instant(of: before)) == 3 * 3_600_000)
    }
}
