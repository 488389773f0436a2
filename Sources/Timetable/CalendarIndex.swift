import AttendanceModel

/// The calendar by date.
struct CalendarIndex: Sendable {
    private var single: [LocalDate: CalendarRow] = [:]
    private var ranges: [CalendarRow] = []
    private var terms: [LocalDate] = []
    private var events: [CalendarRow] = []

    init(_ rows: [CalendarRow]) {
        for row in rows {
            switch row.kind {
            case .term: terms.append(row.dates.lowerBound)
            case .event: events.append(row)
            case .school, .off:
                if row.dates.lowerBound == row.dates.upperBound {
                    single[row.dates.lowerBound] = row
                } else {
                    ranges.append(row)
                }
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

    /// Whether duties take place: on days of the plan that are no holidays, and on days that the calendar calls school.
    ///
    /// A range of school days, such as a summer service (R-2101), holds the plan's days of the week only.
    func isServiceDay(_ date: LocalDate, plan: Plan) -> Bool {
        guard let row = row(on: date) else { return plan.days.contains(date.weekday) }
        switch row.kind {
        case .off: return false
        case .school:
            return row.dates.lowerBound == row.dates.upperBound || row.worksLike != nil
                || plan.days.contains(date.weekday)
        case .term, .event: return plan.days.contains(date.weekday)
        }
    }

    /// A major event of the date, as far as the calendar tells.
    func event(on date: LocalDate) -> CalendarRow? { events.last { $0.dates.contains(date) } }

    /// The beginning of the term that holds the date, as far as the calendar tells.
    func termStart(on date: LocalDate) -> LocalDate? { terms.last { $0 <= date } }

    /// Odd or even week, counted from `monday` as week 1, or else counted from the first Monday of the term as week 1 (model.md D.8, C-39).
    ///
    /// The days of a term before its first Monday are week 0, even. Nil before the first term.
    func parity(on date: LocalDate, from monday: LocalDate? = nil) -> RosterRow.Parity? {
        guard let start = monday ?? termStart(on: date) else { return nil }
        let firstMonday = start.advanced(byDays: (8 - start.weekday.rawValue) % 7)
        let days = date.dayNumber - firstMonday.dayNumber
        let week = days >= 0 ? days / 7 + 1 : monday == nil ? 0 : (days + 1) / 7
        return week % 2 == 0 ? .even : .odd
    }

    private static func days(of row: CalendarRow) -> Int {
        row.dates.upperBound.dayNumber - row.dates.lowerBound.dayNumber
    }
}
