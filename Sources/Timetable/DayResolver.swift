package import AttendanceModel

/// Says what one date is by the published book: service day or not, bells, weekday, parity, who is on which post.
///
/// Leave, cover, rain and closures are facts and none of its business.
package struct DayResolver: Sendable {
    package let book: Book
    private let calendar: CalendarIndex
    private let rosters: [RosterIndex]

    package init(_ book: Book) {
        self.book = book
        calendar = CalendarIndex(book.calendar)
        rosters = book.rosters.map { RosterIndex($0) }
    }

    /// What `date` is; nil when no plan applies yet.
    package func day(_ date: LocalDate) -> SchoolDay? {
        guard let plan = book.plan(on: date) else { return nil }
        let row = calendar.row(on: date)
        let tableName = row?.bells ?? plan.seasons.first { $0.holds(date) }?.bells
        let isServiceDay =
            switch row?.kind {
            case .off: false
            case .school: true
            case .term, nil: plan.days.contains(date.weekday)
            }
        let versionIndex = book.rosters.lastIndex { $0.from <= date }
        var day = SchoolDay(
            date: date, plan: plan, isServiceDay: isServiceDay, bellsName: tableName,
            bells: tableName.flatMap { plan.bells[$0] } ?? BellTable(times: [:]),
            weekday: row?.worksLike ?? date.weekday, parity: calendar.parity(on: date), label: row?.label,
            rosterDigest: versionIndex.map { book.rosters[$0].digest })
        if let versionIndex { day.rows = rosters[versionIndex].rows(on: day) }
        day.people = book.people.filter { $0.isHere(on: date) }
        return day
    }

    package func isServiceDay(_ date: LocalDate) -> Bool {
        guard let plan = book.plan(on: date) else { return false }
        switch calendar.row(on: date)?.kind {
        case .off: return false
        case .school: return true
        case .term, nil: return plan.days.contains(date.weekday)
        }
    }

    /// The `count`-th service day after `date` (`date` itself for 0); nil when none comes within two years.
    ///
    /// Deadlines of `+1d` count these, never plain days (model.md D.8, 5).
    package func serviceDay(after date: LocalDate, count: Int) -> LocalDate? {
        guard count > 0 else { return date }
        var left = count
        var next = date
        for _ in 0..<732 {
            next = next.advanced(byDays: 1)
            guard isServiceDay(next) else { continue }
            left -= 1
            if left == 0 { return next }
        }
        return nil
    }

    /// The moment of a deadline that belongs to the service day `date`; nil when no such service day is in sight.
    package func moment(of deadline: Deadline, from date: LocalDate) -> LocalDateTime? {
        serviceDay(after: date, count: deadline.serviceDays).map { LocalDateTime($0, deadline.time) }
    }
}

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
