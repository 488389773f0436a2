import AttendanceModel

/// One version of the roster by date and weekday.
struct RosterIndex: Sendable {
    private var byDate: [LocalDate: [RosterRow]] = [:]
    private var byWeekday: [Weekday: [RosterRow]] = [:]

    init(_ version: Book.RosterVersion) {
        for row in version.rows {
            switch row.day {
            case .date(let date): byDate[date, default: []].append(row)
            case .weekdays(let days, _):
                for day in days { byWeekday[day, default: []].append(row) }
            }
        }
    }

    /// The rows that name `day`, the pattern's cells replaced by those of the date.
    func rows(on day: SchoolDay) -> [RosterRow] {
        let dated = byDate[day.date] ?? []
        guard day.isServiceDay else {
            // Model.md D.8, "Files": on days off, dated rows serve only duties by order.
            return dated.filter { row in day.plan.duty(row.duty).map { $0.window == .order } ?? false }
        }
        let replaced = Set(dated.map { CellKey($0) })
        let pattern = (byWeekday[day.weekday] ?? []).filter { row in
            guard case .weekdays(_, let parity) = row.day else { return false }
            return (parity == nil || parity == day.parity) && !replaced.contains(CellKey(row))
        }
        return pattern + dated
    }
}

/// What a dated row replaces: the same duty, post, seat and variant.
struct CellKey: Hashable {
    let duty: DutyID
    let post: String
    let seat: Int
    let variant: String?

    init(_ row: RosterRow) {
        duty = row.duty
        post = row.post
        seat = row.seat
        variant = row.variant
    }
}
