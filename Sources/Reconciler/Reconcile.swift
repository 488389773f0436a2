package import AttendanceModel
package import Timetable

/// Judges every duty of `dates` by what the book says and the facts prove.
///
/// Pure: no clock, no input or output. `facts` may come in any order, with duplicates; only those recorded at or
/// before `asOf` count, as if the later ones did not exist. `book` must be assembled as of the same moment.
///
/// `closing` judges as a close does: nothing is waited for any more, and what nobody has ruled on is decided by the
/// plan's `atClose` (C-93). A close must be read again with the same value.
package func reconcile(
    _ book: Book, facts: [Fact], dates: ClosedRange<LocalDate>, asOf: Instant, closing: Bool = false
) -> Ledger {
    let judged = dates.lowerBound.firstOfMonth...dates.upperBound.lastOfMonth
    let school = School(book: book, facts: facts, dates: judged, asOf: asOf, isClosing: closing)
    return LedgerBuilder(school: school, dates: dates, judged: judged).ledger()
}

/// Which facts `reconcile` can use for some dates, so that a caller reads no more of the log than it must.
package struct FactsNeeded: Hashable, Sendable {
    /// The dates really judged: whole months, since `void month`, claims and incident numbers look at the month.
    package let judged: ClosedRange<LocalDate>
    /// Punches are wanted whose `at` lies here, both ends included, or that have no `at` and were recorded here.
    package let punches: ClosedRange<Instant>
    /// Kinds of which every fact is wanted, whatever its time.
    package static let always: [FactKind] = FactKind.allCases.filter { kind in
        switch kind {
        case .punch, .publish, .machine, .genesis, .notice, .close, .objection: false
        default: true
        }
    }
}

/// Which facts are needed to judge `dates`.
package func factsNeeded(for dates: ClosedRange<LocalDate>) -> FactsNeeded {
    let judged = dates.lowerBound.firstOfMonth...dates.upperBound.lastOfMonth
    // Three days cover every difference of zones and every clock correction that is not one of days.
    let first = Int64(judged.lowerBound.dayNumber - 3) * 86_400
    let last = Int64(judged.upperBound.dayNumber + 4) * 86_400
    return FactsNeeded(judged: judged, punches: Instant(seconds: first)...Instant(seconds: last))
}
