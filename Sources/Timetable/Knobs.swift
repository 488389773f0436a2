package import AttendanceModel

/// The plan's settings with model.md D.6's defaults.
///
/// Settings that one requirement may override (`grace`, `earliest`, `since`) hold here for all the others. `gap`,
/// `exclusive`, `unit`, `round` and `clip` are filled into requirements and credits when the plan is read.
package struct Knobs: Hashable, Sendable {
    package enum Precision: String, CaseIterable, Sendable, Hashable { case minute, second }
    /// For whom something undecidable decides: the person, or the rule against him.
    package enum Favour: String, CaseIterable, Sendable, Hashable { case person, rule }
    /// What an outage of the machines does to a punch that is missing: it excuses it, leaves it to a ruling, or nothing.
    package enum Outage: String, CaseIterable, Sendable, Hashable { case excuse, contest, ignore }
    /// Who decides when an observation contradicts other evidence: a ruling, the evidence in favour, the observation.
    package enum Contradiction: String, CaseIterable, Sendable, Hashable { case ruling, person, rule }
    /// What leave over a part of an interval does: only the rest is asked for, all is excused, or nothing.
    package enum PartialLeave: String, CaseIterable, Sendable, Hashable { case reduce, excuse, ignore }
    /// Who earns the credits of a duty that somebody else took.
    package enum CoverCredits: String, CaseIterable, Sendable, Hashable { case taker, giver, none }
    /// Until when a cover may be recorded and still count.
    package enum CoverLimit: Hashable, Sendable {
        /// As long as the month is open.
        case untilClose
        /// Before the duty begins; later ones need a ruling.
        case beforeStart
        case deadline(Deadline)
    }
    /// What two duties of one person at the same time are: told, an error that is refused, or nothing.
    package enum Overlap: String, CaseIterable, Sendable, Hashable { case warn, refuse, allow }
    /// What a fact that comes after the close does: an adjustment in the open month, or the month is opened again.
    package enum AfterClose: String, CaseIterable, Sendable, Hashable { case adjust, reopen }
    /// Whether something takes effect by itself or waits for a ruling.
    package enum Effect: String, CaseIterable, Sendable, Hashable { case ruling, direct }
    /// Who keeps an outdoor duty that has begun when rain is declared (C-78).
    package enum Midway: String, CaseIterable, Sendable, Hashable {
        /// The person who began; evidence counts from the places of either variant.
        case keep
        /// The person of the new variant from then on.
        case `switch`
    }
    /// Whether times are corrected by the machine's measured offset, or taken as the machine showed them (C-26).
    package enum ClockTrust: String, CaseIterable, Sendable, Hashable { case measured, machine }
    /// When the moment of reception replaces an impossible time of the machine (C-28): for live punches, or never.
    package enum ReceiveTime: String, CaseIterable, Sendable, Hashable { case live, never }
    /// Whether a machine's own user ids are its own, or those of all machines of the school (C-47).
    package enum IDSpace: String, CaseIterable, Sendable, Hashable { case device, school }

    /// So many punches of one person within so many minutes are told as noise (C-12).
    package struct Storm: Hashable, Sendable {
        package var count: Int
        package var minutes: Int

        package init(count: Int, minutes: Int) {
            self.count = count
            self.minutes = minutes
        }
    }

    /// Which claims for forgotten punches count (C-55, C-56).
    package struct Attest: Hashable, Sendable {
        /// Until when after the date.
        package var within = Deadline(serviceDays: 1, time: .endOfDay)
        /// Roles that may vouch; a principal always may.
        package var by = ["leader"]
        /// For one person in one month.
        package var maximum = 2

        package init() {}
    }

    // MARK: Evidence
    package var precision: Precision = .minute
    package var earliestMinutes = 60
    package var gapMinutes = 10
    package var sinceMinutes = 60
    /// Minutes beyond a bound that still count as kept (X1).
    package var graceMinutes = 0
    /// False accepts evidence of any one of the `with` kinds (`dual: "any"`).
    package var dualAll = true
    /// Whether the machine's IN and OUT buttons count: then OUT never shows an arrival and IN never a leaving (C-25).
    package var usesDirection = false
    /// A double tap within so many seconds is shown as the same tap.
    package var bounceSeconds = 30
    /// Two punches of one person at different places within so many seconds make both doubtful; nil only notes them
    /// (C-10).
    package var twoPlacesSeconds: Int?
    package var storm = Storm(count: 10, minutes: 5)
    package var idSpace: IDSpace = .device

    // MARK: Clocks and sources
    package var doubt: Favour = .person
    package var clockTrust: ClockTrust = .measured
    package var receiveTime: ReceiveTime = .live
    /// Seconds by which a machine that is never connected may be wrong (D.8, 10).
    package var assumedClockSeconds = 60
    /// Whether a line is pending while a machine that could still deliver is silent (C-50).
    package var waitsForMachines = true
    /// Service days after which a source that never came no longer blocks (D.9).
    package var waitServiceDays = 7
    package var outage: Outage = .excuse

    // MARK: Paper and observations
    package var sheetBy = Deadline(
        serviceDays: 1, time: LocalTime(clampingSecondOfDay: 12 * 3600))
    /// For whom a sheet or round that never came decides once the wait is over (D.9).
    package var unsheeted: Favour = .person
    package var contradiction: Contradiction = .ruling
    /// For whom an unruled contradiction decides when the month is closed (C-93).
    package var atClose: Favour = .person
    /// Roles in falling order: the word of an earlier one beats that of a later one (C-96); empty leaves it to a ruling.
    package var weight: [String] = []
    package var attest = Attest()

    // MARK: Leave, cover, closure
    package var partialLeave: PartialLeave = .reduce
    /// Minutes before the duty's start by which leave has to be asked for (R-113, C-82).
    package var leaveBeforeMinutes = 0
    package var coverCredits: CoverCredits = .taker
    package var coverLimit: CoverLimit = .untilClose
    package var overlap: Overlap = .warn
    package var cancelledCreditsFull = false
    package var midway: Midway = .keep

    // MARK: Calendar and roster
    package var dayStart: LocalTime = .midnight
    /// The Monday of week 1, odd; nil counts from the first Monday of each term (C-39).
    package var weekParityFrom: LocalDate?
    /// What a roster that is published for days already past does to those days (C-68).
    package var rosterEditAfter: Effect = .direct

    // MARK: Periods
    package var afterClose: AfterClose = .adjust
    /// Whether an adjustment against the person takes effect only with a ruling (C-54).
    package var negativeAfterClose: Effect = .ruling
    /// Days after the monthly notice in which people may object; nil when the plan does not say.
    package var objectionDays: Int?

    package init() {}
}
