package import AttendanceModel

/// Which dates are weekends and holidays: a rate may be another one on them (schemes.md X5).
///
/// A holiday of the calendar is a day of rest, a make-up Saturday is none (C-64).
package struct RestDays: Sendable {
    private let calendar: CalendarIndex

    package init(_ book: Book) {
        calendar = CalendarIndex(book.calendar)
    }

    package func contains(_ date: LocalDate) -> Bool {
        switch calendar.row(on: date)?.kind {
        case .off: true
        case .school: false
        default: [.saturday, .sunday].contains(date.weekday)
        }
    }
}
