package import AttendanceModel

/// One row of people.csv.
package struct Person: Hashable, Sendable {
    package var id: PersonID
    package var name: String
    /// `teacher`, `leader`, `external`, `parent` …
    package var kind: String
    /// A rate of rates.csv or a contract's name; nil for no pay.
    package var pay: String?
    package var from: LocalDate?
    /// The last day, inclusive (D.8, 9).
    package var to: LocalDate?
    /// The class, for `@homeroom`.
    package var homeroom: String?
    package var line: Int

    package init(
        id: PersonID, name: String, kind: String, pay: String? = nil, from: LocalDate? = nil, to: LocalDate? = nil,
        homeroom: String? = nil, line: Int = 0
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.pay = pay
        self.from = from
        self.to = to
        self.homeroom = homeroom
        self.line = line
    }

    package func isHere(on date: LocalDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
    }
}

/// One row of cards.csv: a card, or a machine's own user id, is a person's from `from` until before `to`.
package struct CardAssignment: Hashable, Sendable {
    package var credential: Credential
    /// The machine whose user id it is; nil for cards.
    package var device: DeviceID?
    package var person: PersonID
    package var from: LocalDateTime?
    /// Exclusive (D.8, 9).
    package var to: LocalDateTime?
    package var line: Int
    /// When the row was published first, of an unbroken run of versions that have it; nil is before everything else.
    package var said: Instant?

    package init(
        credential: Credential, device: DeviceID?, person: PersonID, from: LocalDateTime?, to: LocalDateTime?,
        line: Int = 0, said: Instant? = nil
    ) {
        self.said = said
        self.credential = credential
        self.device = device
        self.person = person
        self.from = from
        self.to = to
        self.line = line
    }
}

/// One row of devices.csv.
package struct DeviceRow: Hashable, Sendable {
    package var device: DeviceID
    package var place: String?
    /// Machine minus true time in seconds; nil when not measured.
    package var offsetSeconds: Int?
    package var zoneName: String?
    package var uncertaintySeconds: Int?
    /// The duties it may serve; nil means all.
    package var only: [DutyID]?
    /// True for a reader without memory, whose sessions say until when it is complete (D.9).
    package var isReader: Bool
    package var line: Int

    package init(
        device: DeviceID, place: String? = nil, offsetSeconds: Int? = nil, zoneName: String? = nil,
        uncertaintySeconds: Int? = nil, only: [DutyID]? = nil, isReader: Bool = false, line: Int = 0
    ) {
        self.device = device
        self.place = place
        self.offsetSeconds = offsetSeconds
        self.zoneName = zoneName
        self.uncertaintySeconds = uncertaintySeconds
        self.only = only
        self.isReader = isReader
        self.line = line
    }
}

/// One row of rates.csv: integer fen for one credit, from a date on.
package struct Rate: Hashable, Sendable {
    /// The `pay` of a row that limits every rate (schemes.md X5): what the authority allows at most.
    package static let limits = "*"

    /// The word of people.csv; `*` for a row of limits.
    package var pay: String
    package var from: LocalDate
    /// In a row of limits, the most that any rate may come to.
    package var fenPerCredit: Int
    /// On weekends and holidays; nil when they are like other days.
    package var fenOnRestDays: Int?
    /// Credits a day that are paid at most.
    package var creditsPerDay: Int?
    /// Credits a month that are paid at most.
    package var creditsPerMonth: Int?
    package var line: Int

    package init(
        pay: String, from: LocalDate, fenPerCredit: Int, fenOnRestDays: Int? = nil, creditsPerDay: Int? = nil,
        creditsPerMonth: Int? = nil, line: Int = 0
    ) {
        self.pay = pay
        self.from = from
        self.fenPerCredit = fenPerCredit
        self.fenOnRestDays = fenOnRestDays
        self.creditsPerDay = creditsPerDay
        self.creditsPerMonth = creditsPerMonth
        self.line = line
    }
}

/// One row of roster.csv: who has which duty at which post.
package struct RosterRow: Hashable, Sendable {
    package enum Parity: Sendable, Hashable { case odd, even }

    package enum Day: Hashable, Sendable {
        case weekdays(Set<Weekday>, Parity?)
        case date(LocalDate)
    }

    package var day: Day
    package var duty: DutyID
    package var post: String
    package var person: PersonID
    package var variant: String?
    package var seat: Int
    package var line: Int

    package init(
        day: Day, duty: DutyID, post: String, person: PersonID, variant: String? = nil, seat: Int = 1, line: Int = 0
    ) {
        self.day = day
        self.duty = duty
        self.post = post
        self.person = person
        self.variant = variant
        self.seat = seat
        self.line = line
    }
}

/// One row of groups.csv: how many pupils a group has on a day (R-107, R-1002, R-1103).
package struct GroupRow: Hashable, Sendable {
    package var name: String
    package var day: RosterRow.Day
    package var pupils: Int
    /// The duty that looks after it; nil means every duty with that post.
    package var duty: DutyID?
    /// Where the roster has it; the group's name unless the row says otherwise.
    package var post: String
    /// Groups of one grade may be put together (R-1703).
    package var grade: String
    /// The first day of the enrolment; nil means always.
    package var from: LocalDate?
    /// The last day, inclusive.
    package var to: LocalDate?
    package var line: Int

    package init(
        name: String, day: RosterRow.Day, pupils: Int, duty: DutyID? = nil, post: String? = nil, grade: String? = nil,
        from: LocalDate? = nil, to: LocalDate? = nil, line: Int = 0
    ) {
        self.name = name
        self.day = day
        self.pupils = pupils
        self.duty = duty
        self.post = post ?? name
        self.grade = grade ?? name.split(separator: "-").first.map(String.init) ?? name
        self.from = from
        self.to = to
        self.line = line
    }

    package func holds(_ date: LocalDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
    }

    var isDated: Bool {
        if case .date = day { true } else { false }
    }
}

/// One row of calendar.csv.
package struct CalendarRow: Hashable, Sendable {
    /// `event`: people come earlier, and otherwise the day is as it would be.
    package enum Kind: String, CaseIterable, Sendable, Hashable { case school, off, term, event }

    package var dates: ClosedRange<LocalDate>
    package var kind: Kind
    /// Which weekday's roster and labels hold; nil for the date's own.
    package var worksLike: Weekday?
    /// A bell table for the date; nil for the season's.
    package var bells: String?
    package var label: String?
    /// `as` is `ask`: the school has not said yet; never in a published calendar.
    package var isQuestion: Bool
    package var line: Int

    package init(
        dates: ClosedRange<LocalDate>, kind: Kind, worksLike: Weekday? = nil, bells: String? = nil,
        label: String? = nil, isQuestion: Bool = false, line: Int = 0
    ) {
        self.dates = dates
        self.kind = kind
        self.worksLike = worksLike
        self.bells = bells
        self.label = label
        self.isQuestion = isQuestion
        self.line = line
    }
}
