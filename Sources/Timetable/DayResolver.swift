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
        day(date, roster: book.rosters.lastIndex { $0.from <= date })
    }

    /// The date by the roster that was the last one published by its end; nil when that is the one in force.
    package func dayAsThen(_ date: LocalDate) -> SchoolDay? {
        guard let zone = book.plan(on: date)?.zone else { return nil }
        let then = book.rosters.lastIndex { version in
            version.from <= date && version.recorded.map { zone.local(at: $0).date <= date } ?? true
        }
        guard let then, then != book.rosters.lastIndex(where: { $0.from <= date }) else { return nil }
        return day(date, roster: then)
    }

    private func day(_ date: LocalDate, roster versionIndex: Int?) -> SchoolDay? {
        guard let plan = book.plan(on: date) else { return nil }
        let row = calendar.row(on: date)
        let event = calendar.event(on: date)
        let tableName = row?.bells ?? plan.seasons.first { $0.holds(date) }?.bells
        var day = SchoolDay(
            date: date, plan: plan, isServiceDay: calendar.isServiceDay(date, plan: plan), bellsName: tableName,
            bells: tableName.flatMap { plan.bells[$0] } ?? BellTable(times: [:]),
            weekday: row?.worksLike ?? date.weekday, parity: calendar.parity(on: date, from: plan.knobs.weekParityFrom),
            label: row?.label ?? event?.label,
            rosterDigest: versionIndex.map { book.rosters[$0].digest })
        if let versionIndex { day.rows = rosters[versionIndex].rows(on: day) }
        day.people = book.people.filter { $0.isHere(on: date) }
        day.isEvent = event != nil
        day.groups = groups(on: day)
        for duty in plan.duties {
            if let turn = duty.who?.turn { day.turns[duty.id] = turns(of: duty, turn, before: date, plan) }
            for need in duty.needs where need.every != .day {
                let dates = day.dates(of: need.every)
                day.lastDates[duty.id, default: [:]][need.every] = dates.days.last { exists(duty, on: $0, plan) }
            }
        }
        return day
    }

    package func isServiceDay(_ date: LocalDate) -> Bool {
        book.plan(on: date).map { calendar.isServiceDay(date, plan: $0) } ?? false
    }

    /// Whether `duty` takes place on the date by its days of the week.
    private func exists(_ duty: Duty, on date: LocalDate, _ plan: Plan) -> Bool {
        guard calendar.isServiceDay(date, plan: plan) else { return false }
        return duty.days?.contains(calendar.row(on: date)?.worksLike ?? date.weekday) ?? true
    }

    /// How often a duty has changed hands before the date, from the term's first day or else the plan's.
    private func turns(of duty: Duty, _ turn: DerivedPersons.Turn, before date: LocalDate, _ plan: Plan) -> Int {
        let start = calendar.termStart(on: date) ?? plan.from
        guard start < date else { return 0 }
        switch turn {
        case .week: return (date.firstOfWeek.dayNumber - start.firstOfWeek.dayNumber) / 7
        case .day: return (start...date.advanced(byDays: -1)).days.count { exists(duty, on: $0, plan) }
        }
    }

    /// The groups of the date: a row for the date alone replaces the pattern of its group and duty.
    private func groups(on day: SchoolDay) -> [GroupRow] {
        let current = book.groups.filter { row in
            guard row.holds(day.date) else { return false }
            switch row.day {
            case .date(let date): return date == day.date
            case .weekdays(let days, let parity):
                return days.contains(day.weekday) && (parity == nil || parity == day.parity)
            }
        }
        let dated = current.filter { $0.isDated }
        return current.filter { row in
            row.isDated || !dated.contains { $0.name == row.name && $0.duty == row.duty }
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
