import AttendanceModel
package import Reconciler
package import TextCodec

/// The explanation of a line for programs: the same content as `Explanation`, in words that no language changes.
package enum LedgerJSON {
    package static func explanation(_ line: DutyLine, in ledger: Ledger) -> JSONValue {
        let basis = ledger.bases.first { $0.dates.contains(line.id.date) }
        let incidents = ledger.incidents.filter { $0.line == line.id }.map { JSONValue.integer(Int64($0.number)) }
        return .object([
            JSONMember("schema", .integer(1)), JSONMember("date", .string(line.id.date.description)),
            JSONMember("person", .string(line.id.person.text)), JSONMember("name", .string(line.personName)),
            JSONMember("duty", .string(line.id.duty.text)), JSONMember("post", .string(line.id.post)),
            JSONMember("outcome", .string(line.verdict.shown)), JSONMember("base", .string(line.verdict.base.word)),
            JSONMember("granted", .integer(Int64(line.granted))), JSONMember("net", .integer(Int64(line.net))),
            JSONMember("incidents", .array(incidents)),
            JSONMember("requirements", .array(line.results.map(requirement))),
            JSONMember(
                "voidedBy", .array(line.voids.map { .string($0.line.duty.text) })),
            JSONMember("coveredBy", line.coveredBy.map { .string($0.text) } ?? .null),
            JSONMember("covers", line.covers.map { .string($0.text) } ?? .null),
            JSONMember("ruling", line.ruling.map { .integer($0.fact) } ?? .null),
            JSONMember("plan", basis.map { .string("\($0.plan)@\($0.planFrom)") } ?? .null),
            JSONMember("planDigest", basis.map { .string($0.planDigest) } ?? .null),
            JSONMember("rosterDigest", basis?.rosterDigest.map { .string($0) } ?? .null),
        ])
    }

    private static func requirement(_ result: RequirementResult) -> JSONValue {
        .object([
            JSONMember("asked", .string(word(result.form))),
            JSONMember("outcome", .string(result.verdict.shown)),
            JSONMember("base", .string(result.verdict.base.word)),
            JSONMember("text", result.text.map { .string($0) } ?? .null),
            JSONMember("cite", result.cite.map { .string($0) } ?? .null),
            JSONMember("evidence", .array(result.evidence.map(evidence))),
            JSONMember("reliefs", .array(result.reliefs.map { $0.fact.map { .integer($0) } ?? .null })),
        ])
    }

    private static func word(_ form: RequirementResult.Form) -> String {
        switch form {
        case .arrive(_, _, let until): "arrive by \(until.displayed)"
        case .leave(let from, _, _): "leave from \(from.displayed)"
        case .count(let count, let from, let until, let gap):
            "count \(count) in \(from.displayed)..\(until.displayed) gap \(gap)m"
        case .never(let seen): seen ? "seen" : "never absent"
        case .form(let name, let deadline): "form \(name) by \(deadline)"
        case .observation: "observation"
        }
    }

    private static func evidence(_ line: EvidenceLine) -> JSONValue {
        var members = [
            JSONMember("fact", .integer(line.fact)), JSONMember("kind", .string("\(line.kind)")),
            JSONMember("source", .string(line.source)),
            JSONMember("time", line.time.map { .string($0.description) } ?? .null),
            JSONMember("received", .string(line.received.description)),
            JSONMember("author", .string(line.author)),
        ]
        if let clock = line.clock {
            members += [
                JSONMember("wall", clock.wall.map { .string($0.description) } ?? .null),
                JSONMember("offset", .integer(clock.offsetSeconds)),
                JSONMember("uncertainty", .integer(clock.uncertaintySeconds)),
            ]
        }
        let (used, detail): (Bool, String) =
            switch line.use {
            case .counted: (true, "counted")
            case .countedWithinUncertainty: (true, "within clock uncertainty")
            case .late(let minutes): (true, "\(minutes) min late")
            case .early(let minutes): (true, "\(minutes) min early")
            case .observed(let observation): (true, observation.rawValue)
            case .rejected(let rejection): (false, "\(rejection)")
            }
        members += [JSONMember("used", .bool(used)), JSONMember("use", .string(detail))]
        return .object(members)
    }
}
