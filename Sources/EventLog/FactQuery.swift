package import AttendanceModel

/// Which facts to read; the parts that are not nil must all hold.
package struct FactQuery: Hashable, Sendable {
    package var seqs: Range<Int64>?
    package var kinds: Set<FactKind>?
    /// When it happened, the end excluded; punches whose time is unknown match only beside `untimed`.
    package var times: Range<Instant>?
    /// Beside `times`: punches whose time is unknown, too.
    package var untimed = false
    /// The whole subject, such as `user:213` or `person:T012`.
    package var subject: String?
    /// How the subject begins, such as `card:E3086CED` whatever else was read of the card.
    package var subjectPrefix: String?
    /// The machine's own wall clock, in milliseconds as if it were UTC, the end excluded; host time for readers
    /// without a clock, and the date and time written for what people write.
    ///
    /// Beside a subject this reads only what it returns, where `times` must look at everything of that subject: ask
    /// for a day more on both sides, and judge by `at`. A machine whose clock is further off than that is missed.
    package var clocks: Range<Int64>?
    /// Facts that came in with one of these are left out: the rows of imports, say.
    package var leftOutOrigins: Set<Int64> = []
    /// From the newest to the oldest.
    package var backwards = false
    package var limit: Int64?

    package init(
        seqs: Range<Int64>? = nil, kinds: Set<FactKind>? = nil, times: Range<Instant>? = nil, untimed: Bool = false,
        subject: String? = nil,
        subjectPrefix: String? = nil, clocks: Range<Int64>? = nil, backwards: Bool = false, limit: Int64? = nil
    ) {
        self.seqs = seqs
        self.kinds = kinds
        self.times = times
        self.untimed = untimed
        self.subject = subject
        self.subjectPrefix = subjectPrefix
        self.clocks = clocks
        self.backwards = backwards
        self.limit = limit
    }

    /// Whether the index of identities leads to the facts; else they are read in the order of the table.
    var usesIdentity: Bool { subject != nil || subjectPrefix != nil }
}

extension FactQuery {
    /// The conditions in SQL beside the range of seqs, with their values in order; parameters are numbered from 3.
    var conditions: (sql: String, values: [Value]) {
        var sql = ""
        var values: [Value] = []
        func add(_ condition: String, _ value: Value) {
            values.append(value)
            sql += " AND \(condition) ?\(values.count + 2)"
        }
        if let kinds {
            // The plus keeps SQLite from weighing conditions that no index serves.
            let list = kinds.map(\.rawValue).sorted().map(String.init).joined(separator: ",")
            sql += " AND +kind IN (\(list))"
        }
        if let times {
            values += [
                .integer(times.lowerBound.milliseconds), .integer(times.upperBound.milliseconds),
            ]
            let within = "at >= ?\(values.count + 1) AND at < ?\(values.count + 2)"
            sql += untimed ? " AND (\(within) OR at IS NULL)" : " AND \(within)"
        }
        if !leftOutOrigins.isEmpty {
            let list = leftOutOrigins.sorted().map(String.init).joined(separator: ",")
            sql += " AND (origin IS NULL OR origin NOT IN (\(list)))"
        }
        if let subject { add("subject =", .text(subject)) }
        if let subjectPrefix {
            add("subject >=", .text(subjectPrefix))
            // No subject goes on with the last character of Unicode.
            add("subject <", .text(subjectPrefix + "\u{10FFFF}"))
        }
        if let clocks {
            add("clock >=", .integer(clocks.lowerBound))
            add("clock <", .integer(clocks.upperBound))
        }
        return (sql, values)
    }

    enum Value {
        case integer(Int64)
        case text(String)
    }
}
