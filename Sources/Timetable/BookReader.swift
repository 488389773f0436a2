package import AttendanceModel
import TextCodec

extension Book {
    /// Reads published documents, in the order in which they were recorded, into one book.
    ///
    /// A document with errors is left out whole, so that nothing is half-taken; its findings are returned. Names in a
    /// table are those of the people and plan that were published when it was.
    package static func assemble(
        documents: [(document: Document, recorded: Instant)]
    ) -> (book: Book, findings: [Finding]) {
        var reader = BookReader()
        for (document, recorded) in documents where document.kind == .plan { reader.readPlan(document, recorded) }
        for (document, recorded) in documents where document.kind == .people { reader.readPeople(document, recorded) }
        for (document, recorded) in documents { reader.readTable(document, recorded) }
        return (reader.book, reader.findings)
    }
}

/// Collects what published documents say.
private struct BookReader {
    private struct Version<Value> {
        let recorded: Instant
        let value: Value
    }

    var book = Book()
    var findings: [Finding] = []
    private var plans: [Version<Plan>] = []
    private var people: [Version<[Person]>] = []

    mutating func readPlan(_ document: Document, _ recorded: Instant) {
        let result = PlanReader.read(document.text) { name throws(ZoneError) in
            if let zone = document.zone { return zone }
            return try ZoneRules.system(named: name)
        }
        findings += result.findings.filter { $0.severity == .error }
        guard var plan = result.plan else { return }
        plan.from = document.from
        plan.digest = document.digest
        book.plans.append(plan)
        plans.append(Version(recorded: recorded, value: plan))
    }

    mutating func readPeople(_ document: Document, _ recorded: Instant) {
        guard let rows = accepted(TableReader.people(document.text)) else { return }
        book.people = rows
        people.append(Version(recorded: recorded, value: rows))
    }

    mutating func readTable(_ document: Document, _ recorded: Instant) {
        let names = NameTable(people: current(people, at: recorded), duties: current(plans, at: recorded)?.duties)
        switch document.kind {
        case .plan, .people: break
        case .roster:
            guard let rows = accepted(TableReader.roster(document.text, names: names)) else { return }
            book.rosters.append(
                Book.RosterVersion(from: document.from, rows: rows, digest: document.digest, recorded: recorded))
        case .calendar:
            if let rows = accepted(TableReader.calendar(document.text)) { book.calendar = rows }
        case .cards:
            if let rows = accepted(TableReader.cards(document.text, names: names)) {
                book.cards = rows.map { $0.said(recorded, after: book.cards) }
            }
        case .devices:
            if let rows = accepted(TableReader.devices(document.text, names: names)) { book.devices = rows }
        case .rates:
            if let rows = accepted(TableReader.rates(document.text)) { book.rates = rows }
        case .groups:
            if let rows = accepted(TableReader.groups(document.text, names: names)) { book.groups = rows }
        }
    }

    /// The rows, unless there is an error.
    private mutating func accepted<Row>(_ result: TableReader.Result<Row>) -> [Row]? {
        let errors = result.findings.filter { $0.severity == .error }
        findings += errors
        return errors.isEmpty ? result.rows : nil
    }

    /// The version that was the last at that moment, or the first one when none was yet.
    private func current<Value>(_ versions: [Version<Value>], at moment: Instant) -> Value? {
        (versions.last { $0.recorded <= moment } ?? versions.first)?.value
    }
}

extension CardAssignment {
    /// The row as it stands in a version recorded at `moment`: one that stood in the version before says nothing new.
    fileprivate func said(_ moment: Instant, after previous: [CardAssignment]) -> CardAssignment {
        let same = previous.first { row in
            row.credential == credential && row.device == device && row.person == person && row.from == from
                && row.to == to
        }
        var row = self
        row.said = same?.said ?? moment
        return row
    }
}
