package import AttendanceModel

/// What follows from the plans, rosters and facts known at one moment, over some dates.
package struct Ledger: Sendable, Hashable {
    /// The version of the rules of this reconciler; a close stores it (design.md §6).
    package static let semanticsVersion = 1

    /// Which published versions a run of dates was judged by.
    package struct Basis: Hashable, Sendable {
        package let dates: ClosedRange<LocalDate>
        package let plan: String
        package let planName: String
        package let planFrom: LocalDate
        package let planDigest: String
        package let rosterFrom: LocalDate?
        package let rosterDigest: String?
    }

    package let dates: ClosedRange<LocalDate>
    package let asOf: Instant
    package let semantics: Int
    package var bases: [Basis]
    /// In the order of their ids: date, person, duty, post, seat.
    package var lines: [DutyLine]
    /// One for each person with a line up to the date of `asOf`, by id: what lies ahead is not earned.
    package var totals: [PersonTotal]
    /// Numbered from 1 in each calendar month, in the order of lines.
    package var incidents: [Incident]
    package var pending: [PendingItem]
    /// Whether somebody was at each post, whoever was responsible (D.1).
    package var posts: [PostState]
    /// Punches that are evidence for nothing, with why.
    package var strays: [StrayPunch]
}

/// A person's credits over the ledger's dates: net = granted − voided − docked, never below 0.
package struct PersonTotal: Hashable, Sendable {
    package var person: PersonID
    package var name: String
    package var kind: String
    package var granted: Int
    package var voided: Int
    package var docked: Int
    package var net: Int
    package var incidents: Int
    /// Lines that are pending or contested.
    package var open: Int
    /// One for each rate; empty for persons without pay.
    package var pay: [PayLine]
    package var fen: Int { pay.reduce(0) { $0 + $1.fen } }
}

/// Credits at one rate; the amount is exact, since a rate is whole fen for one credit.
package struct PayLine: Hashable, Sendable {
    package var pay: String
    /// The first day of the rate; nil when there is none.
    package var from: LocalDate?
    /// Whether the credits were earned on weekends and holidays, which may have a rate of their own.
    package var isRestDay = false
    /// Nil when rates.csv gives no rate for these dates; `fen` is 0 then.
    package var fenPerCredit: Int?
    package var credits: Int
    package var fen: Int
    /// Net credits above the limit of the rate a day or a month, which bring nothing; not part of `credits`.
    package var beyondLimit = 0

    package init(
        pay: String, from: LocalDate? = nil, isRestDay: Bool = false, fenPerCredit: Int?, credits: Int, fen: Int,
        beyondLimit: Int = 0
    ) {
        self.pay = pay
        self.from = from
        self.isRestDay = isRestDay
        self.fenPerCredit = fenPerCredit
        self.credits = credits
        self.fen = fen
        self.beyondLimit = beyondLimit
    }
}

/// One entry of the register of incidents: one for each failed duty and kind (C-118).
package struct Incident: Hashable, Sendable {
    package var number: Int
    package var kind: String
    package var line: DutyLine.ID
    package var outcome: Outcome
    /// The register never shrinks: an excused one stays, closed (C-125).
    package var closedBy: Int64?
}

/// A punch that belongs to no duty's evidence.
package struct StrayPunch: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// No duty asks for it that day (C-65).
        case noDuty
        /// Nobody has this card or user id at that time (C-42).
        case unknownCredential
        /// Known, but handed back before, or given out only later.
        case notValidThen(PersonID)
        /// The card had been reported lost: somebody else used it (C-45).
        case reportedLost(PersonID)
        /// The short number fits several cards.
        case ambiguous([PersonID])
        /// Assigned to two persons at once, and not exactly one of them was on duty.
        case shared([PersonID])
        /// Its time cannot be true.
        case quarantined
        /// One of two possible times, in a clock jump.
        case clockJump
        /// In impossible time, the same record again from another download.
        case possibleRepeat
        case retracted(by: Int64)
        /// Many punches in a few minutes (C-12).
        case storm(count: Int)
    }

    package var fact: Int64
    package var source: String
    package var credential: Credential
    package var person: PersonID?
    /// Corrected, on the school's wall clock; nil when it cannot be known.
    package var time: LocalDateTime?
    package var wall: LocalDateTime?
    package var received: LocalDateTime
    package var reason: Reason
}
