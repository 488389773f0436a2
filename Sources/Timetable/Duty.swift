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
    /// The posts that the plan itself names; empty when the roster does.
    package var posts: [Post]
    /// Pupils whom one person may look after (R-1103); nil when the plan does not limit them.
    package var ratio: Int?
    package var merge: Merge?
    /// Rules that no attendance fact can show, for the notice.
    package var notes: [PlanNote]
    /// What is done, by day of the week; empty when there is no label.
    package var labels: [Weekday: String]
    /// Minutes before a bell at which one has to be there, by bell name; `events` holds on days with an event.
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
        posts: [Post] = [], ratio: Int? = nil, merge: Merge? = nil, notes: [PlanNote] = [],
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
        self.posts = posts
        self.ratio = ratio
        self.merge = merge
        self.notes = notes
        self.labels = labels
        self.leadMinutes = leadMinutes
        self.days = days
        self.line = line
    }

    /// The post that a place of an observation or machine belongs to: the place itself unless a post covers it.
    package func post(of place: String) -> String {
        posts.first { $0.name == place || $0.covers.contains(place) }?.name ?? place
    }
}

/// When a duty is on, half-open in seconds.
package enum DutyWindow: Hashable, Sendable {
    /// `when: "morning..lesson1"`; an open end (`home..`) is the end of the day, and so is `home..last-pupil`
    /// (`BellTime.lastPupil`) until a fact tells when the last pupil of the post has gone (R-111, R-1801).
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
    /// Overtime by the real time (R-227, C-66).
    case measured(Measure)
}

/// How the time really served becomes credits.
package struct Measure: Hashable, Sendable {
    package enum Reading: Hashable, Sendable {
        /// One credit for every unit of minutes.
        case minutes
        /// The fixed credits of each of these duties whose window was served whole (五.1-4 of the S2 document).
        case periods([DutyID])
    }

    package enum Rounding: String, CaseIterable, Sendable, Hashable { case down, nearest, up }

    package var reading: Reading = .minutes
    package var unitMinutes = 40
    package var round: Rounding = .down
    /// Whether time outside the order is left out.
    package var clips = true

    package init() {}
}

/// Persons by rule instead of by roster: `@homeroom`, `@teachers - study`, `@leaders rotate`.
package struct DerivedPersons: Hashable, Sendable {
    package enum Group: Hashable, Sendable {
        /// Everybody with a homeroom; without turns, each at the post of that class.
        case homeroom
        /// All persons of a kind.
        case kind(String)
    }

    /// When the next in the order of people.csv takes over: each service day of the duty, or each week.
    package enum Turn: String, Sendable, Hashable, CaseIterable { case day, week }

    package var group: Group
    /// Who has one of these duties that day is left out (R-208, C-108).
    package var without: [DutyID]
    /// Nil means all of the group; else `seats` of them at each post, in turn.
    package var turn: Turn?

    package init(_ group: Group, without: [DutyID] = [], turn: Turn? = nil) {
        self.group = group
        self.without = without
        self.turn = turn
    }
}

/// A place where a duty is done, and what else belongs to it (R-239: a floor and the stairs up to the next).
package struct Post: Hashable, Sendable {
    package var name: String
    /// Other places whose observations and punches count for it.
    package var covers: [String]

    package init(_ name: String, covers: [String] = []) {
        self.name = name
        self.covers = covers
    }
}

/// Groups of one grade with few pupils become one (R-1703).
package struct Merge: Hashable, Sendable {
    /// Groups with fewer pupils are put together.
    package var under: Int
    /// Whether a group with exactly so many is put together too.
    package var includesExactly: Bool

    package init(under: Int, includesExactly: Bool) {
        self.under = under
        self.includesExactly = includesExactly
    }
}
