import AttendanceModel
import Testing

@testable import Adoption

@Suite struct ClockTests {
    private func runs(_ walls: [String?]) -> (runs: [ClockRun], walk: ClockWalk) {
        var walk = ClockWalk(plausible: Drawer.plausible)
        for (index, wall) in walls.enumerated() { walk.take(wall.map(Drawer.wall), line: index + 1) }
        return (walk.finish(), walk)
    }

    @Test func aResetToTheYear2000IsOneRunBetweenItsNeighbours() throws {
        let (runs, _) = runs([
            "2024-03-04 17:31:00", "2000-01-01 00:01:03", "2000-01-01 09:12:00", nil, "2024-03-06 07:11:00",
        ])
        let run = try #require(runs.first)
        #expect(runs.count == 1)
        #expect(run.kind == .impossible && run.lines == 2...4 && run.rows == 3)
        #expect(run.before == Drawer.wall("2024-03-04 17:31:00") && run.after == Drawer.wall("2024-03-06 07:11:00"))
        let offsets = try #require(run.offsets)
        #expect(offsets.lowerBound < -760_000_000 && offsets.upperBound < -760_000_000)
    }

    @Test func aYearAheadIsARunEvenIfNothingElseTellsIt() throws {
        let (runs, _) = runs([
            "2024-03-01 07:00:00", "2024-03-04 07:00:00", "2025-03-05 07:02:00", "2025-03-06 07:01:00",
            "2024-03-07 07:03:00", "2024-03-08 07:03:00",
        ])
        let run = try #require(runs.first)
        #expect(runs.count == 1)
        #expect(run.kind == .ahead && run.rows == 2 && run.lines == 3...4 && run.isLarge)
        #expect(run.offsets?.contains(365 * 86_400) == true)
    }

    @Test func aYearBehindIsARunUntilTheClockIsRightAgain() throws {
        let (runs, _) = runs([
            "2024-03-04 17:00:00", "2023-03-05 07:02:00", "2023-03-06 07:01:00", "2024-03-07 07:03:00",
        ])
        let run = try #require(runs.first)
        #expect(run.kind == .behind && run.rows == 2 && run.isLarge)
        #expect(run.offsets?.contains(-366 * 86_400) == true)
    }

    @Test func settingTheClockBackAnHourIsSmall() throws {
        let (runs, walk) = runs([
            "2024-03-04 10:00:00", "2024-03-04 10:30:00", "2024-03-04 09:31:00", "2024-03-04 11:00:00",
        ])
        #expect(runs.map(\.kind) == [.behind])
        #expect(runs.first?.isLarge == false)
        #expect(walk.stepsBack == 1)
    }

    @Test func holidaysAreNoLeaps() {
        let (runs, _) = runs([
            "2024-06-28 17:00:00", "2024-09-02 07:00:00", "2024-09-03 07:00:00", "2024-09-03 06:58:30",
            "2024-09-03 08:00:00",
        ])
        #expect(runs.allSatisfy { $0.kind == .behind && !$0.isLarge })
    }

    @Test func aRingThatBeginsInTheMiddleIsNoClockError() {
        let (runs, walk) = runs([
            "2024-03-04 10:00:00", "2024-03-05 10:00:00", "2023-01-03 10:00:00", "2023-06-03 10:00:00",
            "2024-03-03 10:00:00",
        ])
        #expect(runs.isEmpty)
        #expect(walk.isRotated)
    }

    @Test func aFileSortedByPersonSaysNothingOfTheClock() {
        let days = (1...25).map { "2024-03-\($0 < 10 ? "0" : "")\($0) 07:00:00" }
        let (runs, walk) = runs((0..<30).flatMap { _ in days })
        #expect(runs.isEmpty)
        #expect(!walk.isInOrder)
    }

    @Test(arguments: [60, -60, 120, -180, 360]) func daysMovedByHoursAreFound(_ minutes: Int) throws {
        let ids = (1...20).map(String.init)
        var rows = Drawer.machine(seed: 9, ids: ids, days: Drawer.date("2025-02-17")...Drawer.date("2025-07-04"))
        let wrong = Drawer.date("2025-03-10")...Drawer.date("2025-03-21")
        rows = rows.map { row in
            guard wrong.contains(row.wall.date) else { return row }
            return Drawer.Row(
                id: row.id, wall: LocalDateTime(wallSeconds: row.wall.wallSeconds + Int64(minutes) * 60))
        }
        let machine = Drawer.survey([rows])
        let shift = try #require(machine.shifts.first)
        #expect(machine.shifts.count == 1)
        #expect(abs(shift.minutes - minutes) <= 15)
        #expect(abs(shift.days.lowerBound.dayNumber - wrong.lowerBound.dayNumber) <= 1)
        #expect(abs(shift.days.upperBound.dayNumber - wrong.upperBound.dayNumber) <= 1)
    }

    @Test func anExamAndANewTimetableAreNoClockErrors() {
        let ids = (1...20).map(String.init)
        let spring = Drawer.machine(seed: 9, ids: ids, days: Drawer.date("2025-02-17")...Drawer.date("2025-05-01"))
        // Half an hour later in summer, and two days of examinations that begin two hours later.
        let summer = Drawer.machine(
            seed: 10, ids: ids, days: Drawer.date("2025-05-05")...Drawer.date("2025-07-01"), morning: 7 * 3600 + 1800)
        let exams = Drawer.machine(
            seed: 11, ids: ids, days: Drawer.date("2025-07-02")...Drawer.date("2025-07-03"), morning: 9 * 3600)
        #expect(Drawer.survey([spring + summer + exams]).shifts.isEmpty)
    }
}
