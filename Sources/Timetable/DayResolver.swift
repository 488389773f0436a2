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
