import AttendanceModel
import Testing

@testable import dutyclock

@Suite struct DateWordsTests {
    /// A Wednesday.
    private let today = LocalDate(iso: "2026-09-16") ?? .first

    @Test(arguments: [
        ("today", "2026-09-16", "2026-09-16"), ("今天", "2026-09-16", "2026-09-16"),
        ("yesterday", "2026-09-15", "2026-09-15"), ("昨天", "2026-09-15", "2026-09-15"),
        ("tomorrow", "2026-09-17", "2026-09-17"), ("this-week", "2026-09-14", "2026-09-20"),
        ("last-week", "2026-09-07", "2026-09-13"), ("this-month", "2026-09-01", "2026-09-30"),
        ("last-month", "2026-08-01", "2026-08-31"), ("上月", "2026-08-01", "2026-08-31"),
        ("2026-02", "2026-02-01", "2026-02-28"), ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-09-16", "2026-09-16", "2026-09-16"), ("2026-09-14..2026-09-18", "2026-09-14", "2026-09-18"),
        ("2026-09..2026-10", "2026-09-01", "2026-10-31"), ("2026-09-14..today", "2026-09-14", "2026-09-16"),
    ])
    func readsDatesAsPeopleSayThem(text: String, first: String, last: String) {
        let range = DateWords.range(text, today: today)
        #expect(range?.lowerBound == LocalDate(iso: first))
        #expect(range?.upperBound == LocalDate(iso: last))
    }

    @Test(arguments: [
        "", "soon", "2026", "2026-13", "2026-02-30", "16.9.2026", "2026-09-18..2026-09-14", "..", "2026-09-16..",
        "2026-09-16..2026-09-17..2026-09-18", "2026-9-16",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(DateWords.range(text, today: today) == nil)
    }
}
