import AttendanceModel

/// Follows the clock of a machine through the rows of one file in their order and notes where it was changed.
///
/// The order of the rows is the order in which the machine stored them, whatever its clock showed. A file that is
/// sorted otherwise (by person) tells nothing and is recognised by its many steps.
struct ClockWalk: Sendable {
    /// A long time without rows: an empty holiday, or a clock that was set ahead, which only a step back will tell.
    private struct Leap {
        let line: Int
        let row: Int
        let before: LocalDateTime
        let after: LocalDateTime
    }

    private struct Place {
        let line: Int
        let wall: LocalDateTime
    }

    private let plausible: PlausibleTimes
    private var rows = 0
    private var firstWall: LocalDateTime?
    private var previous: Place?
    /// The latest time shown so far.
    private var high: LocalDateTime?
    private var leaps: [Leap] = []
    private var impossible: ClockRun?
    private var behind: ClockRun?
    private var runs: [ClockRun] = []
    /// Steps back of more than a minute.
    private(set) var stepsBack = 0
    /// Whether the file begins in the middle of the machine's ring of records: the oldest rows come last.
    private(set) var isRotated = false

    private static let tolerance: Int64 = 60
    private static let day: Int64 = 86_400
    private static let runsKept = 200
    private static let leapsKept = 64

    init(plausible: PlausibleTimes) {
        self.plausible = plausible
    }

    /// Whether the rows are in the order of time but for a few steps.
    var isInOrder: Bool { stepsBack <= max(20, rows / 50) }

    mutating func take(_ wall: LocalDateTime?, line: Int) {
        rows += 1
        guard let wall, plausible.holds(wall) else { return takeImpossible(wall, line: line) }
        if var run = impossible {
            run.after = wall
            keep(run)
            impossible = nil
        }
        firstWall = firstWall ?? wall
        let isStepBack = previous.map { wall.wallSeconds < $0.wall.wallSeconds - Self.tolerance } ?? false
        if isStepBack { stepsBack += 1 }
        if isStepBack, let leap = leaps.last(where: { $0.before <= wall && wall < $0.after }) {
            endLeap(leap, at: wall)
        } else if let high, wall.wallSeconds < high.wallSeconds - Self.tolerance {
            takeBehind(wall, line: line, high: high)
        } else {
            takeAhead(wall, line: line)
        }
        previous = Place(line: line, wall: wall)
    }

    private mutating func takeImpossible(_ wall: LocalDateTime?, line: Int) {
        if var run = impossible {
            run.rows += 1
            run.lines = run.lines.lowerBound...max(line, run.lines.lowerBound)
            run.last = wall ?? run.last
            impossible = run
        } else {
            impossible = ClockRun(
                kind: .impossible, lines: line...line, rows: 1, first: wall, last: wall, before: previous?.wall)
        }
    }

    private mutating func takeBehind(_ wall: LocalDateTime, line: Int, high: LocalDateTime) {
        if var run = behind {
            run.rows += 1
            run.lines = run.lines.lowerBound...max(line, run.lines.lowerBound)
            run.last = wall
            behind = run
        } else {
            behind = ClockRun(kind: .behind, lines: line...line, rows: 1, first: wall, last: wall, before: high)
        }
    }

    /// The clock shows a time later than ever before.
    private mutating func takeAhead(_ wall: LocalDateTime, line: Int) {
        if var run = behind {
            run.after = wall
            keep(run)
            behind = nil
        }
        if let previous, wall.wallSeconds - previous.wall.wallSeconds > Self.day {
            leaps.append(Leap(line: line, row: rows, before: previous.wall, after: wall))
            if leaps.count > Self.leapsKept { leaps.removeFirst() }
        }
        high = max(high ?? wall, wall)
    }

    /// The clock is back where it was before a leap: what lies between ran ahead.
    private mutating func endLeap(_ leap: Leap, at wall: LocalDateTime) {
        guard let previous else { return }
        behind = nil
        keep(
            ClockRun(
                kind: .ahead, lines: leap.line...max(leap.line, previous.line), rows: rows - leap.row,
                first: leap.after, last: previous.wall, before: leap.before, after: wall))
        leaps.removeAll { $0.row >= leap.row }
        high = wall
    }

    private mutating func keep(_ run: ClockRun) {
        if runs.count < Self.runsKept { runs.append(run) }
    }

    /// Ends the file; no runs when the rows are not in the order in which they were stored.
    mutating func finish() -> [ClockRun] {
        if let run = impossible { keep(run) }
        if let run = behind {
            if let last = run.last, let firstWall, last <= firstWall {
                isRotated = true
            } else {
                keep(run)
            }
        }
        return isInOrder ? runs : runs.filter { $0.kind == .impossible }
    }
}
