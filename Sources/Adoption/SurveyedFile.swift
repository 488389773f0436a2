package import AttendanceModel

/// What one export file says of itself, without its rows.
package struct SurveyedFile: Sendable {
    /// Where it lies, as people gave it.
    package let path: String
    /// SHA-256 of its bytes, lower-case hex.
    package let digest: String
    /// The kind of export, in one word.
    package let family: String
    /// The machine's number in its rows, or else in the file's name; two machines may have the same.
    package let number: String?
    /// The machine's serial number, where the file has one.
    package let serial: String?
    package let rows: Int
    /// Lines that are no complete row.
    package let refused: Int
    /// Rows whose date cannot be true.
    package let impossible: Int
    /// The earliest and the latest time that can be true; nil without one.
    package let first: LocalDateTime?
    package let last: LocalDateTime?
    /// Where the clock was changed, in the order of the file.
    package let runs: [ClockRun]
    /// False for a file that is sorted by person, or otherwise not in the order in which its rows were stored.
    package let isInOrder: Bool
    /// The oldest rows come last: the machine's memory is a ring.
    package let isRotated: Bool
    /// Whether it ends before the machine was done writing it.
    package let endsEarly: Bool
    /// Whether day and month of its dates could be either way round.
    package let hasOpenDates: Bool
    /// The order in which its dates were read, `mdy` or `dmy`; nil when all begin with the year.
    package let dateOrder: String?
    let sample: RowSample

    package var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The folder that it lies in, with the last slash.
    package var folder: Substring { path.dropLast(fileName.count) }

    /// The times that both files cover, in seconds of the wall clock; nil when one ends before the other begins.
    func commonTimes(_ other: SurveyedFile) -> ClosedRange<Int64>? {
        guard let first, let last, let otherFirst = other.first, let otherLast = other.last else { return nil }
        let start = max(first, otherFirst).wallSeconds
        let end = min(last, otherLast).wallSeconds
        return start <= end ? start...end : nil
    }

    func overlap(with other: SurveyedFile) -> RowSample.Overlap {
        guard let times = commonTimes(other) else { return RowSample.Overlap() }
        return sample.overlap(with: other.sample, in: times)
    }
}

/// Looks through one file for the first time: which machine could have written it, and how its clock went.
package struct FileSurveyor: Sendable {
    private let plausible: PlausibleTimes
    private var walk: ClockWalk
    private var rows = 0
    private var impossible = 0
    private var first: LocalDateTime?
    private var last: LocalDateTime?
    private var sample = RowSample()

    package init(plausible: PlausibleTimes) {
        self.plausible = plausible
        walk = ClockWalk(plausible: plausible)
    }

    package mutating func take(_ row: SurveyRow) {
        rows += 1
        walk.take(row.wall, line: row.line)
        guard let wall = row.wall, plausible.holds(wall) else {
            impossible += 1
            return
        }
        first = min(first ?? wall, wall)
        last = max(last ?? wall, wall)
        sample.add(row.key(at: wall), wall: wall.wallSeconds)
    }

    /// Ends the file.
    package mutating func finish(
        path: String, digest: String, family: String, number: String?, serial: String?, refused: Int, endsEarly: Bool,
        hasOpenDates: Bool = false, dateOrder: String? = nil
    ) -> SurveyedFile {
        sample.settle()
        let runs = walk.finish()
        return SurveyedFile(
            path: path, digest: digest, family: family, number: number, serial: serial, rows: rows, refused: refused,
            impossible: impossible, first: first, last: last, runs: runs, isInOrder: walk.isInOrder,
            isRotated: walk.isRotated, endsEarly: endsEarly, hasOpenDates: hasOpenDates,
            dateOrder: dateOrder, sample: sample)
    }
}
