package import TextCodec

/// A month was closed: the body of a `close` fact, whose raw bytes are the snapshot itself.
///
/// From then on the snapshot is the month (C-60): it is shown, never worked out again.
package struct Close: Hashable, Sendable {
    /// A published file that the snapshot rests on.
    package struct Basis: Hashable, Sendable {
        package var kind: Document.Kind
        package var from: LocalDate
        /// SHA-256 of the file's bytes, lower-case hex.
        package var digest: String

        package init(kind: Document.Kind, from: LocalDate, digest: String) {
            self.kind = kind
            self.from = from
            self.digest = digest
        }
    }

    package var month: Month
    /// SHA-256 of the snapshot, lower-case hex.
    package var digest: String
    /// The version of the rules by which it was judged.
    package var semantics: Int
    /// The files in force on some date of the month.
    package var bases: [Basis]
    /// The snapshot shows what the log knew then.
    package var asOf: Instant
    /// How many facts the log had: those below this number are in the snapshot, the others came late.
    package var size: Int64
    /// The log's checkpoint line at that size.
    package var checkpoint: String
    /// Lines whose doubt was settled by the plan's rule for the close.
    package var settled: Int
    package var by: String?
    /// Why it was closed although something stood against it; nil when nothing did.
    package var despite: String?

    package init(
        month: Month, digest: String, semantics: Int, bases: [Basis], asOf: Instant, size: Int64, checkpoint: String,
        settled: Int, by: String? = nil, despite: String? = nil
    ) {
        self.month = month
        self.digest = digest
        self.semantics = semantics
        self.bases = bases
        self.asOf = asOf
        self.size = size
        self.checkpoint = checkpoint
        self.settled = settled
        self.by = by
        self.despite = despite
    }

    package var json: JSONValue {
        var members = [
            JSONMember("month", .string(month.description)), JSONMember("digest", .string(digest)),
            JSONMember("semantics", .integer(Int64(semantics))),
            JSONMember("bases", .array(bases.map(\.json))),
            JSONMember("asOf", .integer(asOf.milliseconds)), JSONMember("size", .integer(size)),
            JSONMember("checkpoint", .string(checkpoint)), JSONMember("settled", .integer(Int64(settled))),
        ]
        if let by { members.append(JSONMember("by", .string(by))) }
        if let despite { members.append(JSONMember("despite", .string(despite))) }
        return .object(members)
    }

    package init?(json: JSONValue) {
        guard let month = json["month"]?.string.flatMap({ Month($0) }), let digest = json["digest"]?.string,
            let semantics = json["semantics"]?.integer.flatMap({ Int(exactly: $0) }),
            let stored = json["bases"]?.array, let asOf = json["asOf"]?.integer, let size = json["size"]?.integer,
            let checkpoint = json["checkpoint"]?.string,
            let settled = json["settled"]?.integer.flatMap({ Int(exactly: $0) })
        else { return nil }
        let bases = stored.compactMap { Basis(json: $0) }
        guard bases.count == stored.count else { return nil }
        self.init(
            month: month, digest: digest, semantics: semantics, bases: bases, asOf: Instant(milliseconds: asOf),
            size: size, checkpoint: checkpoint, settled: settled, by: json["by"]?.string,
            despite: json["despite"]?.string)
    }
}

extension Close.Basis {
    fileprivate var json: JSONValue {
        .object([
            JSONMember("document", .string(kind.rawValue)), JSONMember("from", .string(from.description)),
            JSONMember("digest", .string(digest)),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let kind = json["document"]?.string.flatMap({ Document.Kind(rawValue: $0) }),
            let from = json["from"]?.string.flatMap({ LocalDate(iso: $0) }), let digest = json["digest"]?.string
        else { return nil }
        self.init(kind: kind, from: from, digest: digest)
    }
}
