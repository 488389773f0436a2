package import TextCodec

/// A month's ledger was put up for everybody to read (公示, R-405): the body of a `notice` fact.
package struct Notice: Hashable, Sendable {
    package var month: Month
    /// From 1; a late fact inside the objection window makes the next one (C-53).
    package var revision: Int
    /// SHA-256 of the month's canonical ledger, lower-case hex.
    package var digest: String
    /// The version of the rules by which it was judged.
    package var semantics: Int
    /// The last day of the objection window, inclusive.
    package var objectionsUntil: LocalDate
    /// The ledger shows what the log knew then.
    package var asOf: Instant
    /// How many facts the log had: the ledger follows from those below this number alone.
    package var size: Int64
    /// The log's checkpoint line at that size.
    package var checkpoint: String
    /// Whose decision it was; nil for the account that wrote it.
    package var by: String?

    package init(
        month: Month, revision: Int, digest: String, semantics: Int, objectionsUntil: LocalDate, asOf: Instant,
        size: Int64, checkpoint: String, by: String? = nil
    ) {
        self.month = month
        self.revision = revision
        self.digest = digest
        self.semantics = semantics
        self.objectionsUntil = objectionsUntil
        self.asOf = asOf
        self.size = size
        self.checkpoint = checkpoint
        self.by = by
    }

    package var json: JSONValue {
        var members = [
            JSONMember("month", .string(month.description)), JSONMember("revision", .integer(Int64(revision))),
            JSONMember("digest", .string(digest)), JSONMember("semantics", .integer(Int64(semantics))),
            JSONMember("objections", .string(objectionsUntil.description)),
            JSONMember("asOf", .integer(asOf.milliseconds)), JSONMember("size", .integer(size)),
            JSONMember("checkpoint", .string(checkpoint)),
        ]
        if let by { members.append(JSONMember("by", .string(by))) }
        return .object(members)
    }

    package init?(json: JSONValue) {
        guard let month = json["month"]?.string.flatMap({ Month($0) }),
            let revision = json["revision"]?.integer.flatMap({ Int(exactly: $0) }), revision > 0,
            let digest = json["digest"]?.string,
            let semantics = json["semantics"]?.integer.flatMap({ Int(exactly: $0) }),
            let until = json["objections"]?.string.flatMap({ LocalDate(iso: $0) }),
            let asOf = json["asOf"]?.integer, let size = json["size"]?.integer,
            let checkpoint = json["checkpoint"]?.string
        else { return nil }
        self.init(
            month: month, revision: revision, digest: digest, semantics: semantics, objectionsUntil: until,
            asOf: Instant(milliseconds: asOf), size: size, checkpoint: checkpoint, by: json["by"]?.string)
    }
}
