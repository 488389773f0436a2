package import AttendanceModel
package import Timetable

/// The facts about one month in the order of the log, so that it can be judged as it stood at any place in the log.
///
/// Places and not moments: a host's clock may go back, the log's numbers never do.
package struct History: Sendable {
    package let month: Month
    /// Each once, by number; the published files among them.
    package let facts: [Fact]
    private let documents: [(seq: Int64, document: Document, recorded: Instant)]

    /// `facts` in any order, with or without repeats: everything that `factsNeeded` names for the month, and all
    /// published files.
    package init(_ month: Month, facts: [Fact]) {
        self.month = month
        var seen: Set<Int64> = []
        self.facts = facts.sorted { $0.seq < $1.seq }.filter { seen.insert($0.seq).inserted }
        documents = self.facts.compactMap { fact in
            guard case .publish(let document) = fact.body else { return nil }
            return (fact.seq, document, fact.recorded)
        }
    }

    /// What had been published by the facts numbered below `size`.
    package func book(below size: Int64) -> Book {
        let known = documents.prefix { $0.seq < size }
        return Book.assemble(documents: known.map { ($0.document, recorded: $0.recorded) }).book
    }

    /// The facts numbered below `size`.
    package func facts(below size: Int64) -> ArraySlice<Fact> {
        facts.prefix { $0.seq < size }
    }

    /// The month by the facts numbered below `size`, at `asOf` or when the last of them was recorded.
    package func ledger(below size: Int64, asOf: Instant, closing: Bool) -> Ledger {
        ledger(book(below: size), below: size, asOf: asOf, closing: closing)
    }

    func ledger(_ book: Book, below size: Int64, asOf: Instant, closing: Bool) -> Ledger {
        let known = facts(below: size)
        let moment = known.map(\.recorded).max().map { max($0, asOf) } ?? asOf
        return reconcile(book, facts: Array(known), dates: month.dates, asOf: moment, closing: closing)
    }
}
