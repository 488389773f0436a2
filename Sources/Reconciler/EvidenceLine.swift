package import AttendanceModel

/// One fact as evidence for one requirement: what was used or rejected, and why, as an explanation prints it (D.4).
package struct EvidenceLine: Hashable, Sendable {
    package enum Kind: Sendable, Hashable { case punch, sign, attest, seen, form, handover, headcount }

    /// The fact's number in the log.
    package let fact: Int64
    package let kind: Kind
    /// The machine, reader or `office`.
    package let source: String
    /// When it happened on the school's wall clock, corrected; nil for a signature without a time.
    package let time: LocalDateTime?
    /// How `time` came about; nil for what people write.
    package let clock: ClockReading?
    /// When the log learned of it, on the school's wall clock.
    package let received: LocalDateTime
    /// Who typed or delivered it.
    package let author: String
    /// Whose observation or claim it is: a person or role.
    package let by: String?
    package var use: EvidenceUse

    package init(
        fact: Int64, kind: Kind, source: String, time: LocalDateTime?, clock: ClockReading?, received: LocalDateTime,
        author: String, by: String?, use: EvidenceUse
    ) {
        self.fact = fact
        self.kind = kind
        self.source = source
        self.time = time
        self.clock = clock
        self.received = received
        self.author = author
        self.by = by
        self.use = use
    }
}

/// How a machine's reading became a time.
package struct ClockReading: Hashable, Sendable {
    package enum Basis: Sendable, Hashable {
        /// The host's clock; false when it was not, or not known to be, synchronised.
        case host(synchronised: Bool)
        /// Taken as right within a margin: the machine only sends files.
        case assumed
        /// devices.csv gives the offset.
        case declared
        /// Offsets measured before and after, or on one side.
        case measured
        /// As the machine showed it, since the plan says so (`clock: { trust: "machine" }`, C-26).
        case asShown
        /// A connected machine whose clock was never measured (C-27).
        case unmeasured
        /// The moment of receipt stands for a time that cannot be true (C-28).
        case received
    }

    /// What the machine's own clock showed; nil for host-timed punches.
    package let wall: LocalDateTime?
    /// Machine minus true time that was taken out, in seconds.
    package let offsetSeconds: Int64
    /// Half the width of the interval in which the true time lies, in seconds.
    package let uncertaintySeconds: Int64
    package let basis: Basis

    package init(wall: LocalDateTime?, offsetSeconds: Int64, uncertaintySeconds: Int64, basis: Basis) {
        self.wall = wall
        self.offsetSeconds = offsetSeconds
        self.uncertaintySeconds = uncertaintySeconds
        self.basis = basis
    }
}

/// What a piece of evidence did for a requirement.
package enum EvidenceUse: Hashable, Sendable {
    /// Fulfils it, or is one of the counted ones.
    case counted
    /// Fulfils it only within the clock's uncertainty, in favour of the person (C-34).
    case countedWithinUncertainty
    /// After an arrive bound, by whole displayed minutes.
    case late(minutes: Int)
    /// Before a leave bound, by whole displayed minutes.
    case early(minutes: Int)
    /// An observation that says so.
    case observed(Observation)
    case rejected(Rejection)
}

package enum Observation: String, Sendable, Hashable { case absent, late, present }

/// Why a fact is not used.
package enum Rejection: Hashable, Sendable {
    /// The machine's place does not serve the duty.
    case place
    /// Before the earliest time that counts for the bound (C-04).
    case tooEarly
    /// At or after the end of the duty's window, or after `latest`.
    case tooLate
    /// Outside the interval of a count.
    case outside
    /// A double tap of the named fact (C-08).
    case sameTap(as: Int64)
    /// Less than the gap after the named counted fact (C-16).
    case tooClose(to: Int64)
    /// More than asked, or the requirement was fulfilled without it.
    case notNeeded
    /// Falls in leave, outage or cancellation.
    case excusedTime
    /// Withdrawn by the named fact.
    case retracted(by: Int64)
    /// A claim after more than a day, or beyond the month's limit (C-55, C-56).
    case claimTooLate
    case claimBeyondLimit
    case claimNotByLeader
    /// The observer has no part in this requirement.
    case observer
    /// Filed after the deadline.
    case afterDeadline
    /// The machine's button says the other direction (`dir: true`, C-25).
    case direction
    /// Another requirement of the same group has used it (`exclusive`).
    case usedFor(DutyID)
}
