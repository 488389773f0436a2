package import AttendanceModel
import TextCodec
import Timetable

/// A closed month as its close stored it: read back, never worked out again (C-60).
package struct Snapshot: Sendable, Hashable {
    /// What was decided. Its lines have no evidence lists: the facts they name are in the log.
    package private(set) var ledger: Ledger
    /// Those of the period that was closed, in their order.
    package private(set) var adjustments: [Adjustment] = []
    /// For each line, the facts on which it rests.
    package private(set) var facts: [DutyLine.ID: [Int64]] = [:]

    private var people: [PersonID: String] = [:]
    private var duties: [DutyID: String] = [:]

    /// Reads canonical bytes; `asOf` is the moment of knowledge that the close states.
    package init(_ bytes: [UInt8], asOf: Instant) throws(SnapshotError) {
        let lines = bytes.split(separator: 0x0A)
        guard let first = lines.first, var head = Row(first, number: 1) else { throw .unreadable(line: 1) }
        guard head.name == "ledger" else { throw .unreadable(line: 1) }
        let version = try head.count()
        guard version <= LedgerText.version else { throw .newer(version: version) }
        let semantics = try head.count()
        let from = try head.date()
        let to = try head.date()
        guard from <= to else { throw .unreadable(line: 1) }
        ledger = Ledger(
            dates: from...to, asOf: asOf, semantics: semantics, bases: [], lines: [], totals: [], incidents: [],
            pending: [], posts: [], strays: [])
        for (index, line) in lines.enumerated().dropFirst() {
            guard var row = Row(line, number: index + 1) else { throw .unreadable(line: index + 1) }
            try read(&row)
        }
    }

    private mutating func read(_ row: inout Row) throws(SnapshotError) {
        switch row.name {
        case "basis": ledger.bases.append(try Ledger.Basis(&row))
        case "duty": duties[DutyID(try row.text())] = try row.text()
        case "person": people[PersonID(try row.text())] = try row.text()
        case "line": try readLine(&row)
        case "total": ledger.totals.append(try PersonTotal(&row))
        case "incident": ledger.incidents.append(try Incident(&row))
        case "post": ledger.posts.append(try PostState(&row))
        case "adjustment": adjustments.append(try Adjustment(&row))
        default: throw row.unreadable
        }
    }

    private mutating func readLine(_ row: inout Row) throws(SnapshotError) {
        let id = try DutyLine.ID(&row)
        let hours = try row.maybeText()
        let variant = try row.maybeText()
        guard let base = Outcome(word: try row.text()) else { throw row.unreadable }
        let flag = try row.maybeText()
        let (granted, voided) = (try row.count(), try row.count())
        let (docked, net) = (try row.count(), try row.count())
        var line = DutyLine(
            id: id, personName: people[id.person] ?? id.person.text, dutyName: duties[id.duty] ?? id.duty.text,
            label: nil, window: hours.flatMap(Self.window), variant: variant, cite: nil, results: [],
            verdict: Verdict(base), ruling: nil, granted: granted, voided: voided, docked: docked, net: net, voids: [],
            consequences: [], coveredBy: nil, covers: nil, notes: [.closedOtherwise], notFound: [])
        guard flag == nil else { throw row.unreadable }
        let extras = row.rest
        line.coveredBy = extras["by"]?.string.map { PersonID($0) }
        line.covers = extras["for"]?.string.map { PersonID($0) }
        for cells in extras["void"]?.array ?? [] {
            var cause = Row(cells: cells.array ?? [], number: row.number)
            line.voids.append(try VoidCause(&cause))
        }
        if extras["settled"]?.bool == true { line.notes.append(.settledAtClose([], inFavour: true)) }
        facts[id] = (extras["facts"]?.array ?? []).compactMap(\.integer)
        ledger.lines.append(line)
    }

    /// `07:00-08:10`.
    private static func window(_ text: String) -> Range<LocalTime>? {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let from = LocalTime(parts[0]), let to = LocalTime(parts[1]), from <= to else {
            return nil
        }
        return from..<to
    }
}

/// Why the bytes of a close are no snapshot that this program can read.
package enum SnapshotError: Error, Hashable, Sendable {
    case unreadable(line: Int)
    case newer(version: Int)
}

extension SnapshotError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let line): "line \(line) of the closed ledger cannot be read: verify the log"
        case .newer(let version):
            "the closed ledger has format \(version), newer than this program: install a newer one"
        }
    }
}

/// The cells of one line, read from left to right.
private struct Row {
    let name: String
    let number: Int
    private var cells: ArraySlice<JSONValue>

    init?(_ bytes: ArraySlice<UInt8>, number: Int) {
        guard let cells = (try? JSONValue.parse(utf8: Array(bytes)))?.array, let name = cells.first?.string else {
            return nil
        }
        self.name = name
        self.number = number
        self.cells = cells.dropFirst()
    }

    init(cells: [JSONValue], number: Int) {
        name = ""
        self.number = number
        self.cells = cells[...]
    }

    var unreadable: SnapshotError { .unreadable(line: number) }
    /// What is left, when it is an object.
    var rest: JSONValue { cells.first ?? .null }

    mutating func next() throws(SnapshotError) -> JSONValue {
        guard let cell = cells.popFirst() else { throw unreadable }
        return cell
    }

    mutating func text() throws(SnapshotError) -> String {
        guard let text = try next().string else { throw unreadable }
        return text
    }

    mutating func maybeText() throws(SnapshotError) -> String? {
        let cell = try next()
        if cell == .null { return nil }
        guard let text = cell.string else { throw unreadable }
        return text
    }

    mutating func count() throws(SnapshotError) -> Int {
        guard let value = try next().integer.flatMap({ Int(exactly: $0) }) else { throw unreadable }
        return value
    }

    mutating func date() throws(SnapshotError) -> LocalDate {
        guard let date = LocalDate(iso: try text()) else { throw unreadable }
        return date
    }

    mutating func month() throws(SnapshotError) -> Month {
        guard let month = Month(try text()) else { throw unreadable }
        return month
    }

    mutating func outcome() throws(SnapshotError) -> Outcome {
        guard let outcome = Outcome(word: try text()) else { throw unreadable }
        return outcome
    }

    mutating func rows() throws(SnapshotError) -> [Row] {
        guard let values = try next().array else { throw unreadable }
        return values.map { Row(cells: $0.array ?? [], number: number) }
    }
}

extension Ledger.Basis {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let from = try row.date()
        let to = try row.date()
        guard from <= to else { throw row.unreadable }
        let (plan, planName) = (try row.text(), try row.text())
        let (planFrom, planDigest) = (try row.date(), try row.text())
        self.init(
            dates: from...to, plan: plan, planName: planName, planFrom: planFrom, planDigest: planDigest,
            rosterFrom: try row.maybeText().flatMap { LocalDate(iso: $0) }, rosterDigest: try row.maybeText())
    }
}

extension DutyLine.ID {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let (date, person) = (try row.date(), try row.text())
        let (duty, post) = (try row.text(), try row.text())
        self.init(date: date, person: PersonID(person), duty: DutyID(duty), post: post, seat: try row.count())
    }
}

extension VoidCause {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let scope = Consequence.Scope(word: try row.text())
        let line = try DutyLine.ID(&row)
        self.init(scope: scope, line: line, outcome: try row.outcome())
    }
}

extension PersonTotal {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let (person, name, kind) = (try row.text(), try row.text(), try row.text())
        let (granted, voided, docked) = (try row.count(), try row.count(), try row.count())
        let (net, incidents, open) = (try row.count(), try row.count(), try row.count())
        var pay: [PayLine] = []
        for var cells in try row.rows() { pay.append(try PayLine(&cells)) }
        self.init(
            person: PersonID(person), name: name, kind: kind, granted: granted, voided: voided, docked: docked,
            net: net, incidents: incidents, open: open, pay: pay)
    }
}

extension PayLine {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let (pay, from) = (try row.text(), try row.maybeText())
        guard let isRestDay = try row.next().bool else { throw row.unreadable }
        let rate = try row.next()
        let (credits, fen, beyond) = (try row.count(), try row.count(), try row.count())
        self.init(
            pay: pay, from: from.flatMap { LocalDate(iso: $0) }, isRestDay: isRestDay,
            fenPerCredit: rate.integer.flatMap { Int(exactly: $0) }, credits: credits, fen: fen, beyondLimit: beyond)
    }
}

extension Incident {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let (number, kind) = (try row.count(), try row.text())
        let line = try DutyLine.ID(&row)
        let outcome = try row.outcome()
        self.init(number: number, kind: kind, line: line, outcome: outcome, closedBy: try row.next().integer)
    }
}

extension PostState {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let (date, duty, post) = (try row.date(), try row.text(), try row.text())
        let (seats, staffed, word) = (try row.count(), try row.count(), try row.text())
        let all: [State] = [.staffed, .unstaffed, .unknown]
        guard let state = all.first(where: { $0.word == word }) else { throw row.unreadable }
        self.init(
            date: date, duty: DutyID(duty), post: post, seats: seats, staffed: staffed, state: state,
            seatStates: [], stretches: [], pupils: nil, alerts: [])
    }
}

extension Adjustment {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let (period, month, date) = (try row.month(), try row.month(), try row.date())
        let (person, name, kind) = (try row.text(), try row.text(), try row.text())
        guard let causes = try row.next().array, let recorded = LocalDateTime(try row.text()) else {
            throw row.unreadable
        }
        let word = try row.text()
        guard let state = [State.effective, .waiting, .lifted].first(where: { $0.word == word }) else {
            throw row.unreadable
        }
        let credits = try row.count()
        var pay: [PayLine] = []
        for var cells in try row.rows() { pay.append(try PayLine(&cells)) }
        var changes: [Change] = []
        for var cells in try row.rows() { changes.append(try Change(&cells)) }
        self.init(
            period: period, month: month, date: date, person: PersonID(person), personName: name, personKind: kind,
            causes: causes.compactMap(\.integer), recorded: recorded, changes: changes, credits: credits, pay: pay,
            state: state)
    }
}

extension Adjustment.Change {
    fileprivate init(_ row: inout Row) throws(SnapshotError) {
        let line = try DutyLine.ID(&row)
        let name = try row.text()
        let before = try LineState(try row.next(), row)
        self.init(line: line, dutyName: name, before: before, after: try LineState(try row.next(), row))
    }
}

extension LineState {
    fileprivate init?(_ value: JSONValue, _ row: Row) throws(SnapshotError) {
        if value == .null { return nil }
        var cells = Row(cells: value.array ?? [], number: row.number)
        let shown = try cells.text()
        let granted = try cells.count()
        self.init(shown: shown, granted: granted, net: try cells.count())
    }
}
