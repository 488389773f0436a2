package import AttendanceModel

/// A kind of post that people take in turn (岗位): when, what it earns, what proves it, what follows.
package struct Duty: Sendable {
    package var id: DutyID
    package var name: String
    package var window: DutyWindow
    package var credits: Credits
    /// The part of the day that a `void <part>` takes in, such as `afternoon`.
    package var part: String?
    /// Nil when the roster names the persons.
    package var who: DerivedPersons?
    /// Persons at each post.
    package var seats: Int
    /// Seats by kind of person (`seats: { leader: 1, parent: 1 }`); empty when any kind may sit.
    package var seatKinds: [String: Int]
    /// Devices or places whose punches count; nil means all that are not bound to other duties (devices.csv `only`).
    package var places: [String]?
    package var needs: [Requirement]
    /// What its own outcomes bring, by outcome; `else` is any of them.
    package var consequences: Consequences
    /// Replaces the plan's `absence` when not nil.
    package var absence: Consequences?
    /// The section of the plan's source document.
    package var cite: String?
    /// What is done, by day of the week; empty when there is no label.
    package var labels: [Weekday: String]
    /// Minutes before a bell at which one has to be there, by bell name.
    package var leadMinutes: [String: Int]
    /// Nil means the plan's days.
    package var days: Set<Weekday>?
    /// Where the duty stands in its file, for findings.
    package var line: Int

    package init(
        id: DutyID, name: String, window: DutyWindow, credits: Credits, part: String? = nil,
        who: DerivedPersons? = nil, seats: Int = 1, seatKinds: [String: Int] = [:], places: [String]? = nil,
        needs: [Requirement] = [],
        consequences: Consequences = [:], absence: Consequences? = nil, cite: String? = nil,
        labels: [Weekday: String] = [:], leadMinutes: [String: Int] = [:], days: Set<Weekday>? = nil, line: Int = 0
    ) {
        self.id = id
        self.name = name
        self.window = window
        self.credits = credits
        self.part = part
        self.who = who
        self.seats = seats
        self.seatKinds = seatKinds
        self.places = places
        self.needs = needs
        self.consequences = consequences
        self.absence = absence
        self.cite = cite
        self.labels = labels
        self.leadMinutes = leadMinutes
        self.days = days
        self.line = line
    }
}

/// When a duty is on, half-open in seconds.
package enum DutyWindow: Hashable, Sendable {
    /// `when: "morning..lesson1"`; an open end (`home..`) is the end of the day.
    case span(BellTime, BellTime?)
    /// `at: ["breaks", "noon"]`: several occurrences at bells; the day counts once.
    case occurrences([String])
    /// `by: "order"`: only when ordered, over the ordered time.
    case order
    /// No window: a duty such as `signoff` that is the instant of its bound (D.8, 6).
    case none
}

/// What a kept duty earns, in whole credits (课时).
package enum Credits: Hashable, Sendable {
    case fixed(Int)
    /// Overtime: minutes ÷ unit, rounded down to whole credits (D.6).
    case measured(unitMinutes: Int)
}

/// Persons by rule instead of by roster.
package enum DerivedPersons: Hashable, Sendable {
    /// `@homeroom`: everybody with a homeroom, at the post of that class.
    case homeroom
    /// `@teachers - study`: all teachers who do not have that duty that day.
    case teachersWithout(DutyID)
    /// `@teachers`, `@leaders` …: all persons of a kind.
    case kind(String)
}

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
    package enum Evidence: String, Sendable, Hashable, CaseIterable { case punch, sign }

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
    package var latest: BellTime?
    /// What this requirement's own failure brings, beside the duty's; a form brings nothing else (D.8, 1).
    package var consequences: Consequences
    /// Where the requirement stands in its file.
    package var line: Int

    package init(
        form: Form, with: [Evidence] = [.punch], observers: [String] = [], text: String? = nil, cite: String? = nil,
        earliestMinutes: Int? = nil, sinceMinutes: Int? = nil, latest: BellTime? = nil,
        consequences: Consequences = [:], line: Int = 0
    ) {
        self.form = form
        self.with = with
        self.observers = observers
        self.text = text
        self.cite = cite
        self.earliestMinutes = earliestMinutes
        self.sinceMinutes = sinceMinutes
        self.latest = latest
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

/// What an outcome brings, by the outcome's word (`late`, `early`, `short`, `missing`, `else`).
package typealias Consequences = [String: [Consequence]]

/// One effect of an outcome (model.md D.3).
package struct Consequence: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        /// This duty only (`self`).
        case duty
        case part(String)
        case day
        case month
    }

    package enum Effect: Hashable, Sendable {
        case void(Scope)
        case dock(numerator: Int, denominator: Int, scope: Scope)
        case incident(String)
        case notify(String)
    }

    package var effect: Effect
    /// `on leader`: another role than the person's own; nil means the person.
    package var onRole: String?

    package init(_ effect: Effect, onRole: String? = nil) {
        self.effect = effect
        self.onRole = onRole
    }
}

/// The plan's settings with model.md D.6's defaults.
package struct Knobs: Hashable, Sendable {
    package enum Precision: String, CaseIterable, Sendable, Hashable { case minute, second }
    package enum Doubt: String, CaseIterable, Sendable, Hashable { case person, rule }
    package enum Unsheeted: String, CaseIterable, Sendable, Hashable { case person, rule }

    package var precision: Precision = .minute
    package var earliestMinutes = 60
    package var gapMinutes = 10
    package var sinceMinutes = 60
    /// False accepts evidence of any one of the `with` kinds (`dual: "any"`).
    package var dualAll = true
    package var doubt: Doubt = .person
    package var sheetBy = Deadline(
        serviceDays: 1, time: LocalTime(clampingSecondOfDay: 12 * 3600))
    /// Service days after which a source that never came no longer blocks (D.9).
    package var waitServiceDays = 7
    /// For whom a sheet or round that never came decides once the wait is over (D.9).
    package var unsheeted: Unsheeted = .person
    /// Seconds by which a machine that is never connected may be wrong (D.8, 10).
    package var assumedClockSeconds = 60
    /// A double tap within so many seconds is shown as the same tap.
    package var bounceSeconds = 30
    /// Minutes of a credit for measured overtime.
    package var unitMinutes = 40
    package var attestMaximumPerMonth = 2
    package var cancelledCreditsFull = false
    package var dayStart: LocalTime = .midnight
    /// Days after the monthly notice in which people may object; nil when the plan does not say.
    package var objectionDays: Int?

    package init() {}
}
