import AttendanceModel
package import Evidence
import TextCodec

extension Submission {
    /// What stands between the document and the digest over it.
    private static let seal = #","integrity":""#

    /// The document: one line of JSON, whose last member is SHA-256 of all bytes before it.
    package func bytes(_ hasher: Hasher256) -> [UInt8] {
        var bytes = json(hasher).utf8
        bytes.removeLast()
        let digest = hasher.hash(bytes)
        return bytes + Array((Self.seal + "\(digest)\"}\n").utf8)
    }

    private func json(_ hasher: Hasher256) -> JSONValue {
        var members = [
            JSONMember("schema", .integer(Int64(Self.schema))), JSONMember("document", .string(Self.document)),
        ]
        if let school { members.append(JSONMember("school", .string(school))) }
        members += [
            JSONMember("month", .string(month.description)),
            JSONMember("state", .string(isPreliminary ? "preliminary" : "closed")),
            JSONMember("program", .string(program)), JSONMember("asOf", .integer(asOf.milliseconds)),
            JSONMember("checkpoint", .string(checkpoint.description)),
        ]
        if let close { members.append(JSONMember("close", close.json)) }
        members += [
            JSONMember("plans", .array(plans.map(\.json))), JSONMember("rulings", .array(rulings.map(\.json))),
            JSONMember("handMade", .array(handMade.map(\.json))),
            JSONMember("digest", .string(hasher.hash(ledger).description)),
            JSONMember("ledger", .string(String(decoding: ledger, as: UTF8.self))),
        ]
        return .object(members)
    }

    /// Reads a document, and believes nothing that it does not prove.
    ///
    /// What comes back has the bytes that were made, a ledger with the digest that it states and, for a closed month, a
    /// close of that ledger which is in the log of the checkpoint.
    package init(bytes: [UInt8], _ hasher: Hasher256) throws(SubmissionProblem) {
        guard let value = try? JSONValue.parse(utf8: bytes), value["document"]?.string == Self.document,
            let schema = value["schema"]?.integer
        else { throw .notASubmission }
        guard schema <= Self.schema else { throw .newer(schema: schema) }
        let tail = Self.seal.utf8.count + 64 + 3
        guard bytes.count > tail else { throw .changed }
        let sealed = Array(bytes.dropLast(tail))
        guard bytes.elementsEqual(sealed + Array((Self.seal + "\(hasher.hash(sealed))\"}\n").utf8)) else {
            throw .changed
        }
        try self.init(value)
        guard value["digest"]?.string == hasher.hash(ledger).description else { throw .otherLedger }
        try proveClose(hasher)
        // Whatever is not read back must not be in it: two readers must never see two documents.
        guard self.bytes(hasher) == bytes else { throw .changed }
    }

    private init(_ value: JSONValue) throws(SubmissionProblem) {
        func part<Part>(_ key: String, _ read: (JSONValue) -> Part?) throws(SubmissionProblem) -> Part {
            guard let found = value[key].flatMap(read) else { throw .unreadable(key) }
            return found
        }
        func parts<Part>(_ key: String, _ read: (JSONValue) -> Part?) throws(SubmissionProblem) -> [Part] {
            try part(key) { value in
                let found = value.array?.compactMap(read)
                return found?.count == value.array?.count ? found : nil
            }
        }
        self.init(
            school: value["school"]?.string, month: try part("month") { $0.string.flatMap { Month($0) } },
            program: try part("program", \.string),
            ledger: try part("ledger") { $0.string.map { Array($0.utf8) } },
            asOf: try part("asOf") { $0.integer.map { Instant(milliseconds: $0) } },
            checkpoint: try part("checkpoint") { $0.string.flatMap { Checkpoint($0) } },
            plans: try parts("plans") { PlanText(json: $0) }, rulings: try parts("rulings") { RulingRow(json: $0) },
            handMade: try parts("handMade") { HandMade(json: $0) }, close: nil)
        if value["close"] != nil { close = try part("close") { ProvenClose(json: $0) } }
    }

    /// Follows the proof from the ledger over the close to the checkpoint.
    private func proveClose(_ hasher: Hasher256) throws(SubmissionProblem) {
        guard let close else { return }
        var fact = close.fact
        guard fact.kind == Int64(FactKind.close.rawValue), let body = fact.body,
            let json = try? JSONValue.parse(utf8: Array(body.utf8)), let stated = Close(json: json)
        else { throw .unreadable("close") }
        guard stated.month == month, stated.asOf == asOf, stated.digest == hasher.hash(ledger).description else {
            throw .otherLedger
        }
        fact.raw = ledger
        var buffer: [UInt8] = []
        let leaf = fact.leaf(hasher, buffer: &buffer)
        let isProven = MerkleProof.verifyInclusion(
            of: leaf, index: fact.seq, size: checkpoint.size, path: close.path, root: checkpoint.root, hasher)
        guard isProven else { throw .notProven }
    }
}

extension Submission.PlanText {
    fileprivate var json: JSONValue {
        .object([
            JSONMember("from", .string(from.description)), JSONMember("digest", .string(digest)),
            JSONMember("text", .string(text)),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let from = json["from"]?.string.flatMap({ LocalDate(iso: $0) }), let digest = json["digest"]?.string,
            let text = json["text"]?.string
        else { return nil }
        self.init(from: from, digest: digest, text: text)
    }
}

extension RulingRow {
    fileprivate var json: JSONValue {
        var members = [
            JSONMember("fact", .integer(fact)), JSONMember("person", .string(person)),
            JSONMember("date", .string(date.description)),
        ]
        if let duty { members.append(JSONMember("duty", .string(duty))) }
        members.append(JSONMember("outcome", .string(outcome)))
        if let by { members.append(JSONMember("by", .string(by))) }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let fact = json["fact"]?.integer, let person = json["person"]?.string,
            let date = json["date"]?.string.flatMap({ LocalDate(iso: $0) }), let outcome = json["outcome"]?.string
        else { return nil }
        self.init(
            fact: fact, person: person, date: date, duty: json["duty"]?.string, outcome: outcome,
            by: json["by"]?.string)
    }
}

extension HandMade {
    fileprivate var json: JSONValue {
        .array([
            .string(kind.rawValue), .integer(fact), .string(date.description), .string(person), .string(author),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let cells = json.array, cells.count == 5, let kind = cells[0].string.flatMap({ Kind(rawValue: $0) }),
            let fact = cells[1].integer, let date = cells[2].string.flatMap({ LocalDate(iso: $0) }),
            let person = cells[3].string, let author = cells[4].string
        else { return nil }
        self.init(kind: kind, fact: fact, date: date, person: person, author: author)
    }
}

extension Submission.ProvenClose {
    /// The columns of the row in their order, then the path.
    fileprivate var json: JSONValue {
        func number(_ value: Int64?) -> JSONValue { value.map { .integer($0) } ?? .null }
        let columns: [JSONValue] = [
            .integer(fact.seq), .integer(fact.kind), number(fact.at), .integer(fact.recorded),
            .integer(fact.uncertainty), .string(fact.subject), .integer(fact.clock), .string(fact.source),
            .integer(fact.codes), .integer(fact.session), .integer(fact.basis), .string(fact.author),
            number(fact.origin), fact.body.map { .string($0) } ?? .null,
            .string(Base64.encode(fact.salt.bytes)),
        ]
        return .object([
            JSONMember("row", .array(columns)),
            JSONMember("path", .array(path.map { .string(Base64.encode($0.bytes)) })),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let row = json["row"]?.array, row.count == 15, let seq = row[0].integer, let kind = row[1].integer,
            let recorded = row[3].integer, let uncertainty = row[4].integer, let subject = row[5].string,
            let clock = row[6].integer, let source = row[7].string, let codes = row[8].integer,
            let session = row[9].integer, let basis = row[10].integer, let author = row[11].string,
            let salt = row[14].string.flatMap({ Base64.decode($0) }).flatMap({ Salt($0) }),
            let steps = json["path"]?.array
        else { return nil }
        let path = steps.compactMap { $0.string.flatMap { Base64.decode($0) }.flatMap { Digest($0) } }
        guard path.count == steps.count else { return nil }
        self.init(
            fact: StoredFact(
                seq: seq, kind: kind, at: row[2].integer, recorded: recorded, uncertainty: uncertainty,
                subject: subject, clock: clock, source: source, codes: codes, session: session, basis: basis,
                author: author, origin: row[12].integer, body: row[13].string, raw: nil, salt: salt),
            path: path)
    }
}
