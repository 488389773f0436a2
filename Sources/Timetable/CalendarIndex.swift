import AttendanceModel

/// The calendar by date.
struct CalendarIndex: Sendable {
    private var single: [LocalDate: CalendarRow] = [:]
    private var ranges: [CalendarRow] = []
    private var terms: [LocalDate] = []

    init(_ rows: [CalendarRow]) {
        for row in rows {
            if row.kind == .term {
                terms.append(row.dates.lowerBound)
            } else if row.dates.lowerBound == row.dates.upperBound {
                single[row.dates.lowerBound] = row
            } else {
                ranges.append(row)
            }
        }
        terms.sort()
    }

    /// The row that decides: one for that date alone before a range, a shorter range before a longer, a later before
    /// an earlier row.
    func row(on date: LocalDate) -> CalendarRow? {
        if let row = single[date] { return row }
        var best: CalendarRow?
        for row in ranges where row.dates.contains(date) {
            if best.map({ Self.days(of: row) <= Self.days(of: $0) }) ?? true { best = row }
        }
        return best
    }

    /// Odd or even week, counted from the first Monday of the term as week 1 (model.md D.8, C-39).
    ///
    /// The days of a term before its first Monday are week 0, even. Nil before the first term.
    func parity(on date: LocalDate) -> RosterRow.Parity? {
        guard let start = terms.last(where: { $0 <= date }) else { return nil }
        let firstMonday = start.advanced(byDays: (8 - start.weekday.rawValue) % 7)
        let days = date.dayNumber - firstMonday.dayNumber
        let week = days >= 0 ? days / 7 + 1 : 0
        return week % 2 == 0 ? .even : .odd
    }

    private static func days(of row: CalendarRow) -> Int {
        row.dates.upperBound.dayNumber - row.dates.lowerBound.dayNumber
    }
}
