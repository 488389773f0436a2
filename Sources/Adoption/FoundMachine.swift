package import AttendanceModel

/// One machine, as its exports show it.
package struct FoundMachine: Hashable, Sendable {
    /// A week or more without a row.
    package struct Gap: Hashable, Sendable {
        /// The days without rows, both included.
        package let days: ClosedRange<LocalDate>
        /// Whether other machines saw people meanwhile, so that it was no holiday.
        package internal(set) var isAlone: Bool
        /// School days in it by the calendar; nil without one.
        package internal(set) var schoolDays: Int?
    }

    /// `M1`, `M2` …
    package let label: String
    /// Indices of its files, in the order of time.
    package let files: [Int]
    /// Rows that each of those files brings and no earlier one had.
    package let newRows: [Int]
    package let serials: [String]
    package let numbers: [String]
    /// Different rows in all its files.
    package let rows: Int
    /// Of them, those whose date cannot be true.
    package let impossible: Int
    package let first: LocalDateTime?
    package let last: LocalDateTime?
    /// By id, those with the most rows first.
    package let ids: [FoundID]
    package let runs: [ClockRun]
    package let shifts: [ClockShift]
    package internal(set) var gaps: [Gap]
    /// False when there were more rows than are compared one by one: rows are then counted per file.
    package let isExact: Bool
    /// Days with rows, rising.
    let days: [Int]
}

/// Looks through all files of one machine, one after the other, and counts each row once.
package struct MachineSurveyor: Sendable {
    /// More rows than this are not compared one by one, so that memory stays bounded.
    package static let mostRows = 4_000_000
    /// More ids than any school has on one machine; those beyond are counted as rows only.
    package static let mostIDs = 20_000

    private let plausible: PlausibleTimes
    private var seen: Set<UInt64> = []
    private var profile = DayProfile()
    private var ids: [String: IDCollector] = [:]
    private var rows = 0
    private var impossible = 0
    private var isExact = true
    private var newRows: [Int] = []

    package init(plausible: PlausibleTimes) {
        self.plausible = plausible
    }

    package mutating func take(_ row: SurveyRow) {
        guard let wall = row.wall, plausible.holds(wall) else { return takeImpossible(row) }
        guard isNew(row.key(at: wall)) else { return }
        rows += 1
        profile.add(wall)
        edit(row.userID) { $0.take(wall) }
    }

    /// The same impossible time again may be another replay of the clock: every file's are counted once by themselves.
    private mutating func takeImpossible(_ row: SurveyRow) {
        if let wall = row.wall, !isNew(row.key(at: wall)) { return }
        rows += 1
        impossible += 1
        edit(row.userID) { $0.take(nil) }
    }

    private mutating func isNew(_ key: UInt64) -> Bool {
        guard isExact else { return true }
        guard seen.count < Self.mostRows else {
            isExact = false
            seen = []
            return true
        }
        return seen.insert(key).inserted
    }

    private mutating func edit(_ id: String, _ change: (inout IDCollector) -> Void) {
        guard ids[id] != nil || ids.count < Self.mostIDs else { return }
        change(&ids[id, default: IDCollector()])
    }

    /// Ends one file.
    package mutating func endFile() {
        newRows.append(rows - newRows.reduce(0, +))
    }

    /// Takes what an export or a user list says of an id; `asOf` is the latest row of the export, or of those beside
    /// the list.
    package mutating func takeUser(id: String, name: String, card: UInt32?, asOf: LocalDateTime?) {
        edit(id) { collector in
            if !name.isEmpty { collector.call(name, asOf: asOf) }
            collector.card = card ?? collector.card
        }
    }

    package mutating func finish(_ group: MachineFinder.Group, files: [SurveyedFile]) -> FoundMachine {
        let own = group.files.map { files[$0] }
        let days = profile.days
        let found = ids.map { id, collector in
            var collector = collector
            return collector.finish(id: id, activeDays: days)
        }
        var runs: [ClockRun] = []
        var known: Set<ClockRun.Identity> = []
        for run in own.flatMap(\.runs) where known.insert(run.identity).inserted { runs.append(run) }
        return FoundMachine(
            label: group.label, files: group.files, newRows: newRows, serials: Self.distinct(own.compactMap(\.serial)),
            numbers: Self.distinct(own.compactMap(\.number)), rows: rows, impossible: impossible,
            first: own.compactMap(\.first).min(), last: own.compactMap(\.last).max(),
            ids: found.sorted { ($1.rows, $0.id) < ($0.rows, $1.id) },
            runs: runs, shifts: profile.shifts(), gaps: Self.gaps(days), isExact: isExact, days: days)
    }

    private static func distinct(_ texts: [String]) -> [String] { Set(texts).sorted() }

    private static func gaps(_ days: [Int]) -> [FoundMachine.Gap] {
        zip(days, days.dropFirst()).filter { $1 - $0 > 7 }.map { last, first in
            FoundMachine.Gap(
                days: LocalDate(clampingDayNumber: last + 1)...LocalDate(clampingDayNumber: first - 1),
                isAlone: false)
        }
    }
}
