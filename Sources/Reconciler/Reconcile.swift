package import AttendanceModel
package import Timetable

/// Judges every duty of `dates` by what the book says and the facts prove.
///
/// Pure: no clock, no input or output. `facts` may come in any order, with duplicates; only those recorded at or
/// before `asOf` count, as if the later ones did not exist. `book` must be assembled as of the same moment.
package func reconcile(_ book: Book, facts: [Fact], dates: ClosedRange<LocalDate>, asOf: Instant) -> Ledger {
    Ledger(
        dates: dates, asOf: asOf, semantics: Ledger.semanticsVersion, bases: [], lines: [], totals: [],
        incidents: [], pending: [], posts: [], strays: [])
}

/// Which facts `reconcile` can use for some dates, so that a caller reads no more of the log than it must.
package struct FactsNeeded: Hashable, Sendable {
    /// The dates really judged: whole months, since `void month` and claims look at the month.
    package let judged: ClosedRange<LocalDate>
    /// Punches whose `at` or `recorded` lies here are wanted, both ends included.
    package let punches: ClosedRange<Instant>
    /// Kinds of which every fact is wanted, whatever its time.
    package static let always: [FactKind] = FactKind.allCases.filter { $0 != .punch && $0 != .publish }
}

/// Which facts are needed to judge `dates`.
package func factsNeeded(for dates: ClosedRange<LocalDate>, in book: Book) -> FactsNeeded {
    let judged = dates.lowerBound.firstOfMonth...dates.upperBound.lastOfMonth
    // Three days cover every zone difference and the clock corrections that are not jumps of days.
    let first = Int64(judged.lowerBound.dayNumber - 3) * 86_400
    let last = Int64(judged.upperBound.dayNumber + 4) * 86_400
    return FactsNeeded(judged: judged, punches: Instant(seconds: first)...Instant(seconds: last))
}
