package import AttendanceModel

/// The one primitive (model.md D.2): evidence kinds × interval × count × gap × side.
package struct Requirement: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// Evidence by `until` at the latest; `from` is where `earliest` counts back from.
        case arrive(from: BellTime, until: BellTime)
        /// Some evidence at or after the bell.
        case leave(from: BellTime, until: BellTime?)
        /// `count` pieces of evidence in the closed interval, pairwise at least `gapMinutes` apart.
        case count(Int, from: BellTime, until: BellTime, gapMinutes: Int)
        /// No negative observation; `seen: true` also wants a positive one (`need: "seen"`).
        case never(seen: Bool)
        /// A document filed by the deadline.
        case form(String, by: Deadline)
    }

    /// The kinds of evidence asked for; each must be there (dual attendance) unless `dual` is `any`.
    ///
    /// A fact of a kind other than `punch` and `sign` is evidence for the person it names: whom somebody saw present,
    /// who handed pupils over or took them from a colleague (R-901, R-1105), who counted heads.
    package enum Evidence: String, Sendable, Hashable, CaseIterable { case punch, sign, seen, handover, headcount }

    /// How often a form is due: for every date, or once for a week (Monday to Sunday) or month (R-1301).
    package enum Every: String, Sendable, Hashable, CaseIterable { case day, week, month }

    package var form: Form
    package var with: [Evidence]
    /// The roles whose observations count for `never`; empty means all.
    package var observers: [String]
    /// The school's own sentence, which explanations quote.
    package var text: String?
    package var cite: String?
    /// Overrides of the plan's knobs; nil means the plan's.
    package var earliestMinutes: Int?
    package var sinceMinutes: Int?
    /// Minutes beyond the bound that still count as kept (X1); nil means the plan's.
    package var graceMinutes: Int?
    package var latest: BellTime?
    /// Requirements of one group do not share a fact (model.md D.2); nil shares. The plan's default is filled in.
    package var exclusive: String?
    /// How often a form is due; `day` for everything else.
    package var every: Every
    /// What is to be filled in on a form, for the printed sheet.
    package var fields: [String]
    /// What this requirement's own failure brings, beside the duty's; a form brings nothing else (D.8, 1).
    package var consequences: Consequences
    /// Where the requirement stands in its file.
    package var line: Int

    package init(
        form: Form, with: [Evidence] = [.punch], observers: [String] = [], text: String? = nil, cite: String? = nil,
        earliestMinutes: Int? = nil, sinceMinutes: Int? = nil, graceMinutes: Int? = nil, latest: BellTime? = nil,
        exclusive: String? = nil, every: Every = .day, fields: [String] = [], consequences: Consequences = [:],
        line: Int = 0
    ) {
        self.form = form
        self.with = with
        self.observers = observers
        self.text = text
        self.cite = cite
        self.earliestMinutes = earliestMinutes
        self.sinceMinutes = sinceMinutes
        self.graceMinutes = graceMinutes
        self.latest = latest
        self.exclusive = exclusive
        self.every = every
        self.fields = fields
        self.consequences = consequences
        self.line = line
    }
}

/// By when something is to be filed: a time of the service day `serviceDays` later (D.8, 5).
package struct Deadline: Hashable, Sendable {
    package var serviceDays: Int
    package var time: LocalTime

    package init(serviceDays: Int, time: LocalTime) {
        self.serviceDays = serviceDays
        self.time = time
    }
}
