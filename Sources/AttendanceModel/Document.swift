package import TextCodec

/// A published file: a plan, a roster, a calendar, a list of people, cards, rates, devices or groups of pupils.
package struct Document: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case plan, roster, calendar, people, cards, rates, devices, groups

        /// The file's name in a plan folder.
        package var fileName: String { self == .plan ? "plan.json5" : "\(rawValue).csv" }
    }

    package let kind: Kind
    /// The first date it applies to.
    package let from: LocalDate
    /// The text, in Unicode, whatever the file's encoding was; the fact's raw bytes keep the file itself.
    package let text: String
    /// SHA-256 of the file's bytes, lower-case hex.
    package let digest: String
    /// The zone's transitions as this computer knew them, for a plan, so that the log alone gives every ledger.
    package let zone: ZoneRules?

    package init(kind: Kind, from: LocalDate, text: String, digest: String, zone: ZoneRules?) {
        self.kind = kind
        self.from = from
        self.text = text
        self.digest = digest
        self.zone = zone
    }

    package var json: JSONValue {
        var members = [
            JSONMember("document", .string(kind.rawValue)),
            JSONMember("from", .string(from.description)),
            JSONMember("digest", .string(digest)),
            JSONMember("text", .string(text)),
        ]
        if let zone { members.append(JSONMember("zone", zone.json)) }
        return .object(members)
    }

    package init?(json: JSONValue) {
        guard let kind = json["document"]?.string.flatMap(Kind.init(rawValue:)),
            let from = json["from"]?.string.flatMap({ LocalDate(iso: $0) }),
            let digest = json["digest"]?.string, let text = json["text"]?.string
        else { return nil }
        var zone: ZoneRules?
        if let stored = json["zone"] {
            guard let rules = ZoneRules(json: stored) else { return nil }
            zone = rules
        }
        self.init(kind: kind, from: from, text: text, digest: digest, zone: zone)
    }
}

extension ZoneRules {
    /// `{"name": …, "initial": s, "transitions": [[second, offset], …]}`.
    package var json: JSONValue {
        .object([
            JSONMember("name", .string(name)),
            JSONMember("initial", .integer(Int64(initialOffset))),
            JSONMember(
                "transitions", .array(transitions.map { .array([.integer($0.at), .integer(Int64($0.offset))]) })),
        ])
    }

    package init?(json: JSONValue) {
        guard let name = json["name"]?.string, let initial = json["initial"]?.integer.flatMap(Int32.init(exactly:)),
            let stored = json["transitions"]?.array
        else { return nil }
        var transitions: [Transition] = []
        for pair in stored {
            guard let values = pair.array, values.count == 2, let at = values[0].integer,
                let offset = values[1].integer.flatMap(Int32.init(exactly:))
            else { return nil }
            transitions.append(Transition(at: at, offset: offset))
        }
        self.init(name: name, initialOffset: initial, transitions: transitions)
    }
}
