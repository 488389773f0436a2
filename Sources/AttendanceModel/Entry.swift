package import TextCodec

/// One line of facts.csv: what people write into the log (model.md D.8, "Files"); texts are canonical, already checked.
///
/// Which columns a kind uses, and what they mean, is the table of D.8. Blank columns are nil.
package struct Entry: Hashable, Sendable {
    /// The dates it is about, both ends included; a single date has equal ends. Nil for `retract`, `card`, `reader`.
    package var dates: ClosedRange<LocalDate>?
    /// Nil means every duty.
    package var duty: DutyID?
    /// Nil means every post.
    package var post: String?
    /// A time of day (`07:05`, `07:05:12`), or as the kind says: a date and time for `card` and `reader`.
    package var from: String?
    package var to: String?
    package var person: PersonID?
    /// A person, a machine, a form's name or a word, as the kind says.
    package var other: String?
    /// Whose decision or observation it is: a person id or a role.
    package var by: String?
    package var reason: String?
    /// When the paper says it was noted (`YYYY-MM-DD HH:MM`); nil means when it was recorded.
    package var noted: LocalDateTime?
    /// The sequence number of the fact it is about, for `retract`; of the punch it was learned from, for `reader`.
    package var ref: Int64?
    /// How many pupils were handed over or counted; not negative.
    package var count: Int?
    /// A card's status, or a reader's format.
    package var `as`: String?

    package init(
        dates: ClosedRange<LocalDate>? = nil, duty: DutyID? = nil, post: String? = nil, from: String? = nil,
        to: String? = nil, person: PersonID? = nil, other: String? = nil, by: String? = nil, reason: String? = nil,
        noted: LocalDateTime? = nil, ref: Int64? = nil, count: Int? = nil, `as`: String? = nil
    ) {
        self.dates = dates
        self.duty = duty
        self.post = post
        self.from = from
        self.to = to
        self.person = person
        self.other = other
        self.by = by
        self.reason = reason
        self.noted = noted
        self.ref = ref
        self.count = count
        self.as = `as`
    }

    /// In `other` of a hand-over: the pupils went home with whoever fetches them (R-251, R-1105).
    package static let guardian = "guardian"

    package var fromTime: LocalTime? { from.flatMap { LocalTime($0) } }
    package var toTime: LocalTime? { to.flatMap { LocalTime($0) } }

    /// The stored body: the columns that are not blank, in the order of the file.
    package var json: JSONValue {
        var members: [JSONMember] = []
        func add(_ key: String, _ text: String?) {
            if let text { members.append(JSONMember(key, .string(text))) }
        }
        if let dates {
            add(
                "date",
                dates.lowerBound == dates.upperBound
                    ? "\(dates.lowerBound)" : "\(dates.lowerBound)..\(dates.upperBound)")
        }
        add("duty", duty?.text)
        add("post", post)
        add("from", from)
        add("to", to)
        add("person", person?.text)
        add("other", other)
        add("as", `as`)
        add("by", by)
        add("reason", reason)
        add("noted", noted?.description)
        if let ref { members.append(JSONMember("ref", .integer(ref))) }
        if let count { members.append(JSONMember("count", .integer(Int64(count)))) }
        return .object(members)
    }

    /// Reads what `json` wrote; nil when a column has another type or a date does not exist.
    package init?(json: JSONValue) {
        guard let members = json.object else { return nil }
        self.init()
        for member in members {
            switch (member.key, member.value) {
            case ("date", .string(let text)):
                guard let range = LocalDate.range(text) else { return nil }
                dates = range
            case ("duty", .string(let text)): duty = DutyID(text)
            case ("post", .string(let text)): post = text
            case ("from", .string(let text)): from = text
            case ("to", .string(let text)): to = text
            case ("person", .string(let text)): person = PersonID(text)
            case ("other", .string(let text)): other = text
            case ("as", .string(let text)): self.as = text
            case ("by", .string(let text)): by = text
            case ("reason", .string(let text)): reason = text
            case ("noted", .string(let text)):
                guard let time = LocalDateTime(text) else { return nil }
                noted = time
            case ("ref", .integer(let value)): ref = value
            case ("count", .integer(let value)):
                guard let number = Int(exactly: value), number >= 0 else { return nil }
                count = number
            default: return nil
            }
        }
    }
}

extension LocalDate {
    /// Reads `YYYY-MM-DD` or `YYYY-MM-DD..YYYY-MM-DD` with rising ends.
    package static func range(_ text: some StringProtocol) -> ClosedRange<LocalDate>? {
        if let date = LocalDate(iso: text) { return date...date }
        guard text.utf8.count == 22, let first = LocalDate(iso: text.prefix(10)),
            text.dropFirst(10).hasPrefix(".."), let last = LocalDate(iso: text.suffix(10)), first <= last
        else { return nil }
        return first...last
    }
}
