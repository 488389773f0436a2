import AttendanceModel
import TextCodec
import Timetable

/// The canonical text of a ledger: what a digest is taken of, and what a closed month is for ever.
///
/// One JSON array a line, named by its first element. Equal ledgers give equal bytes, whatever the order of the facts
/// and the language of the answer. It holds what was decided, by which facts; how the evidence reads follows from the
/// log. The moment of knowledge is not in it: a ledger in which nothing changed keeps its digest.
package enum LedgerText {
    /// The version of this encoding, in the first line.
    static let version = 1

    /// The bytes of a ledger, UTF-8, followed by the adjustments of its period.
    package static func bytes(of ledger: Ledger, adjustments: [Adjustment] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows(of: ledger) + adjustments.map(\.row) {
            JSONValue.array(row).write(to: &bytes)
            bytes.append(0x0A)
        }
        return bytes
    }

    private static func rows(of ledger: Ledger) -> [[JSONValue]] {
        var duties: [DutyID: String] = [:]
        var people: [PersonID: String] = [:]
        for line in ledger.lines {
            duties[line.id.duty] = line.dutyName
            people[line.id.person] = line.personName
        }
        let head: [JSONValue] = [
            .string("ledger"), .integer(Int64(version)), .integer(Int64(ledger.semantics)),
            .date(ledger.dates.lowerBound), .date(ledger.dates.upperBound),
        ]
        return [head] + ledger.bases.map(\.row)
            + duties.sorted { $0.key < $1.key }.map { [.string("duty"), .string($0.key.text), .string($0.value)] }
            + people.sorted { $0.key < $1.key }.map { [.string("person"), .string($0.key.text), .string($0.value)] }
            + ledger.lines.map(\.row) + ledger.totals.map(\.row) + ledger.incidents.map(\.row)
            + ledger.posts.map(\.row)
    }
}

extension JSONValue {
    static func date(_ date: LocalDate) -> JSONValue { .string(date.description) }
    static func count(_ value: Int) -> JSONValue { .integer(Int64(value)) }
    static func maybe(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func numbers(_ values: [Int64]) -> JSONValue { .array(values.map { .integer($0) }) }
}

extension Ledger.Basis {
    fileprivate var row: [JSONValue] {
        [
            .string("basis"), .date(dates.lowerBound), .date(dates.upperBound), .string(plan), .string(planName),
            .date(planFrom), .string(planDigest), .maybe(rosterFrom?.description), .maybe(rosterDigest),
        ]
    }
}

extension DutyLine.ID {
    var cells: [JSONValue] {
        [.date(date), .string(person.text), .string(duty.text), .string(post), .count(seat)]
    }
}

extension DutyLine {
    fileprivate var row: [JSONValue] {
        let row: [JSONValue] =
            [.string("line")] + id.cells + [
                .maybe(window.map { "\($0.lowerBound.displayed)-\($0.upperBound.displayed)" }), .maybe(variant),
                .string(verdict.base.word), .maybe(verdict.flag?.word), .count(granted), .count(voided), .count(docked),
                .count(net),
            ]
        let rest = extras
        return rest.isEmpty ? row : row + [.object(rest)]
    }

    /// What only some lines have.
    private var extras: [JSONMember] {
        var members: [JSONMember] = []
        if let coveredBy { members.append(JSONMember("by", .string(coveredBy.text))) }
        if let covers { members.append(JSONMember("for", .string(covers.text))) }
        if let ruling { members.append(JSONMember("ruling", .integer(ruling.fact))) }
        if !voids.isEmpty { members.append(JSONMember("void", .array(voids.map { .array($0.cells) }))) }
        if results.contains(where: { $0.verdict.base != .met }) {
            members.append(JSONMember("needs", .array(results.map { .string($0.verdict.base.word) })))
        }
        if !factsUsed.isEmpty { members.append(JSONMember("facts", .numbers(factsUsed))) }
        if isSettled { members.append(JSONMember("settled", .bool(true))) }
        return members
    }

    /// The facts on which the line rests: evidence that was used, and what excuses.
    var factsUsed: [Int64] {
        let evidence = results.flatMap(\.evidence).filter { line in
            if case .rejected = line.use { false } else { true }
        }
        return Set(evidence.map(\.fact) + results.flatMap(\.reliefs).compactMap(\.fact)).sorted()
    }

    /// Whether something was open when the month was closed, so that the plan's rule decided.
    package var isSettled: Bool { notes.contains(where: \.isOfClose) }
}

extension LineNote {
    /// Whether it tells what was open when the month was closed.
    package var isOfClose: Bool {
        switch self {
        case .settledAtClose, .sourceNeverCame: true
        default: false
        }
    }
}

extension VoidCause {
    fileprivate var cells: [JSONValue] { [.string(scope.word)] + line.cells + [.string(outcome.word)] }
}

extension Consequence.Scope {
    /// The word of plans: `self`, `day`, `month` or the part's own name.
    var word: String {
        switch self {
        case .duty: "self"
        case .part(let part): part
        case .day: "day"
        case .month: "month"
        }
    }

    init(word: String) {
        switch word {
        case "self": self = .duty
        case "day": self = .day
        case "month": self = .month
        default: self = .part(word)
        }
    }
}

extension PersonTotal {
    fileprivate var row: [JSONValue] {
        [
            .string("total"), .string(person.text), .string(name), .string(kind), .count(granted), .count(voided),
            .count(docked), .count(net), .count(incidents), .count(open), .array(pay.map { .array($0.cells) }),
        ]
    }
}

extension PayLine {
    fileprivate var cells: [JSONValue] {
        [
            .string(pay), .maybe(from?.description), .bool(isRestDay), fenPerCredit.map { .count($0) } ?? .null,
            .count(credits), .count(fen), .count(beyondLimit),
        ]
    }
}

extension Incident {
    fileprivate var row: [JSONValue] {
        [.string("incident"), .count(number), .string(kind)] + line.cells
            + [.string(outcome.word), closedBy.map { .integer($0) } ?? .null]
    }
}

extension PostState {
    fileprivate var row: [JSONValue] {
        [
            .string("post"), .date(date), .string(duty.text), .string(post), .count(seats), .count(staffed),
            .string(state.word),
        ]
    }
}

extension PostState.State {
    var word: String {
        switch self {
        case .staffed: "staffed"
        case .unstaffed: "unstaffed"
        case .unknown: "unknown"
        }
    }
}

extension Adjustment {
    fileprivate var row: [JSONValue] {
        [
            .string("adjustment"), .string(period.description), .string(month.description), .date(date),
            .string(person.text), .string(personName), .string(personKind), .numbers(causes),
            .string(recorded.description), .string(state.word), .count(credits), .array(pay.map { .array($0.cells) }),
            .array(changes.map { .array($0.cells) }),
        ]
    }
}

extension Adjustment.State {
    var word: String {
        switch self {
        case .effective: "effective"
        case .waiting: "waiting"
        case .lifted: "lifted"
        }
    }
}

extension Adjustment.Change {
    fileprivate var cells: [JSONValue] {
        line.cells + [.string(dutyName), before.map(\.value) ?? .null, after.map(\.value) ?? .null]
    }
}

extension LineState {
    fileprivate var value: JSONValue { .array([.string(shown), .count(granted), .count(net)]) }
}
