package import AttendanceModel

/// The second answer to a roster cell: was somebody at the post, whoever was responsible (model.md D.1)?
///
/// Safety alerts follow this answer, money follows the lines. All times are on the school's wall clock, half-open.
package struct PostState: Hashable, Sendable {
    package enum State: Sendable, Hashable { case staffed, unstaffed, unknown }

    /// A part of the post's hours that is over, in one state.
    package struct Stretch: Hashable, Sendable {
        package let from: LocalTime
        package let to: LocalTime
        package let state: State
        /// Why nobody was there or nobody knows; nil while staffed.
        package let why: Why?

        package init(from: LocalTime, to: LocalTime, state: State, why: Why? = nil) {
            self.from = from
            self.to = to
            self.state = state
            self.why = why
        }
    }

    package enum Why: Hashable, Sendable {
        /// The roster's person has left the school or not yet come to it, and nobody covers.
        case vacant
        /// The responsible person is on leave and nobody covers (C-83); the number is the leave's.
        case leave(Int64)
        /// Nothing shows that the responsible person came.
        case notShown
        case cameLate
        case leftEarly
        /// Somebody saw nobody there; the number is the observation's.
        case seenAbsent(Int64)
        /// Pupils were there although nobody had to be (C-129); the number is the fact that says so.
        case pupilsThere(Int64)
        /// The outcome is open: something may still arrive, or facts contradict each other.
        case open
        /// No machine worked, so that nobody can know.
        case outage
    }

    /// One seat of the post, and who answers for it after covers and swaps.
    package struct Seat: Hashable, Sendable {
        package let number: Int
        /// Nil for a vacant seat.
        package let person: PersonID?
        package let stretches: [Stretch]

        package init(number: Int, person: PersonID?, stretches: [Stretch]) {
            self.number = number
            self.person = person
            self.stretches = stretches
        }
    }

    package var date: LocalDate
    package var duty: DutyID
    package var post: String
    package var seats: Int
    /// Seats at which somebody was at some time, however late.
    package var staffed: Int
    /// Staffed when anybody was there at some time; unstaffed when nobody was; else unknown.
    package var state: State
    /// By number and person.
    package var seatStates: [Seat]
    /// The post as a whole, in the order of time: staffed while any seat is (C-92).
    package var stretches: [Stretch]
    /// The pupils who belong to it that day, by count or else by groups.csv; nil when nothing says so.
    package var pupils: Int?
    package var alerts: [PostAlert]

    /// When nobody was there, as far as it is certain.
    package var empty: [Stretch] { stretches.filter { $0.state == .unstaffed } }
}

/// Something about a post that the leader has to hear of, whoever is paid.
package enum PostAlert: Hashable, Sendable {
    /// Nobody was there, from one time to the other.
    case empty(from: LocalTime, to: LocalTime, why: PostState.Why)
    /// Pupils were there before or after anybody had to be: ask whether the duty needs a lead (C-129).
    case pupilsAlone(from: LocalTime, to: LocalTime, pupils: Int?)
    /// The roster's person is not at the school, and nobody covers.
    case vacantSeat(Int)
    /// The responsible person is on leave, and nobody covers (C-83).
    case onLeave(PersonID)
    /// Fewer seats taken than the kinds of person that the plan asks for (`seats: { leader: 1 }`).
    case kindLacking(String, wanted: Int, found: Int)
    /// More pupils for each person than the plan allows (C-103, R-1103).
    case ratio(pupils: Int, persons: Int, limit: Int)
    /// The pupils of these posts of the grade come here, since they are few (R-1703).
    case takesIn([String], pupils: Int)
    /// Pupils have gone that nobody handed over (C-102).
    case pupilsUnaccounted(Int, since: LocalTime)
    /// Pupils are still there after the end (C-114).
    case pupilsWaiting(Int, since: LocalTime)
}
