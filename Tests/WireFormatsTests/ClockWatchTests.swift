import AttendanceModel
import Testing
import WireFormats

/// What is odd about the times of a file's rows is counted and placed.
@Suite struct ClockWatchTests {
    private func notes(_ times: [String], fileDate: String? = nil) throws -> ClockNotes {
        var watch = ClockWatch(
            fileDate: fileDate.flatMap { LocalDateTime($0) }, now: try #require(LocalDateTime("2026-03-20 12:00")))
        for (index, text) in times.enumerated() {
            let wall = LocalDateTime(text).map { WallReading.time($0) } ?? .impossible(text)
            _ = watch.see(line: index + 1, wall)
        }
        return watch.finish()
    }

    @Test func anOrderlyFileHasNothingOdd() throws {
        let found = try notes(
            ["2026-03-02 07:00", "2026-03-02 07:00", "2026-03-03 07:00"], fileDate: "2026-03-04 12:00")
        #expect(found == ClockNotes())
    }

    @Test(
        arguments: [
            (["2026-02-30 07:00:00"], ClockNote.impossible, 1), (["2000-01-01 00:07", "2004-12-31 23:59"], .reset, 2),
            (["2026-03-21 12:01", "2063-01-01 00:00"], .ahead, 2), (["2026-03-05 07:00"], .later, 1),
            (["2026-03-02 08:00", "2026-03-02 07:59:59", "2026-03-02 08:01"], .back, 1),
            (["2026-02-20 07:00", "2026-03-02 07:00"], .gap, 0), (["2026-02-19 07:00", "2026-03-02 07:00"], .gap, 1),
        ] as [([String], ClockNote, Int64)])
    func everyKindIsCounted(_ times: [String], _ note: ClockNote, _ count: Int64) throws {
        let found = try notes(times, fileDate: "2026-03-04 12:00")
        #expect(found.counts[note] ?? 0 == count)
        #expect(found.counts.count == (count == 0 ? 0 : 1))
    }

    @Test func rowsThatFollowEachOtherAreOnePlace() throws {
        let found = try notes([
            "2026-03-02 07:00", "2000-01-01 00:00", "2000-01-01 00:01", "2026-03-02 07:01", "2000-01-01 00:00",
        ])
        #expect(found.counts[.reset] == 3)
        #expect(found.places[.reset]?.map { [$0.line, $0.lastLine] } == [[2, 3], [5, 5]])
        #expect(found.places[.reset]?.first?.text == "2000-01-01 00:00:00")
        #expect(found.counts[.back] == nil, "a reset is no step of the clock that ran before and after it")
    }

    @Test func aStepBackSaysFromWhereToWhere() throws {
        let found = try notes(["2026-03-02 07:00", "2026-03-02 08:00", "2026-03-02 07:30", "2026-03-02 09:00"])
        #expect(found.places[.back]?.map(\.text) == ["2026-03-02 08:00:00 → 2026-03-02 07:30:00"])
        #expect(found.places[.back]?.map(\.line) == [3])
    }

    @Test func aListWithTheNewestFirstStepsForward() throws {
        let times = [19, 18, 17, 16, 18, 15, 14, 13].map { "2026-03-\($0) 08:00" }
        #expect(try notes(times).places[.back]?.map(\.line) == [5])
    }

    @Test func aGapNamesItsFirstAndLastDay() throws {
        let found = try notes(["2026-01-20 07:00", "2026-02-25 07:00"])
        #expect(found.places[.gap]?.map(\.text) == ["2026-01-21 … 2026-02-24"])
    }

    @Test func onlyTheFirstPlacesAreKeptAndAllAreCounted() throws {
        let found = try notes((0..<100).map { $0.isMultiple(of: 2) ? "2000-01-01 00:00" : "2026-03-02 07:00" })
        #expect(found.counts[.reset] == 50)
        #expect(found.places[.reset]?.count == ClockNotes.placesKept)
    }

    @Test func aFileDateInTheFutureIsThatOfAWrongClock() throws {
        #expect(try notes(["2026-03-20 07:00"], fileDate: "2030-01-01 00:00") == ClockNotes())
    }
}
