/// A calendar month: the period in which duties are settled (结算期). A duty belongs to the month of its date, never
/// to that of its recording (C-130).
package struct Month: Hashable, Comparable, Sendable {
    package let first: LocalDate

    /// The month that holds `date`.
    package init(of date: LocalDate) {
        first = date.firstOfMonth
    }

    /// Reads `YYYY-MM`, and nothing else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, let first = LocalDate(iso: "\(text)-01") else { return nil }
        self.init(of: first)
    }

    package var last: LocalDate { first.lastOfMonth }
    package var dates: ClosedRange<LocalDate> { first...last }
    package var next: Month { Month(of: last.advanced(byDays: 1)) }
    package var previous: Month { Month(of: first.advanced(byDays: -1)) }

    package static func < (left: Month, right: Month) -> Bool { left.first < right.first }
}

extension Month: CustomStringConvertible {
    /// `YYYY-MM`.
    package var description: String { String("\(first)".prefix(7)) }
}
