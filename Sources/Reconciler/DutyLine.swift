package import AttendanceModel
package import Timetable

/// One cell of the roster on one date: who, what, how it was kept, what it earns and why (D.1).
package struct DutyLine: Hashable, Sendable {
    /// What names a line; stable over recomputation.
    package struct ID: Hashable, Comparable, Sendable {
        package let date: LocalDate
        package let person: PersonID
        package let duty: DutyID
        package let post: String
        package let seat: Int

        package init(date: LocalDate, person: PersonID, duty: DutyID, post: String, seat: Int) {
            self.date = date
            self.person = person
            self.duty = duty
            self.post = post
            self.seat = seat
        }

        package static func < (left: Self, right: Self) -> Bool {
            if left.date != right.date { return left.date < right.date }
            if left.person != right.person { return left.person < right.person }
            if left.duty != right.duty { return left.duty < right.duty }
            return (left.post, left.seat) < (right.post, right.seat)
        }
    }

    package var id: ID
    package var personName: String
    package var dutyName: String
    /// What is done on this weekday.
    package var label: String?
    /// Half-open; nil for a duty without window. Of several occurrences: the first start and the last end.
    package var window: Range<LocalTime>?
    /// The roster variant that held, such as `rain`; nil for rows without variant.
    package var variant: String?
    /// The section of the plan's source document.
    package var cite: String?

    package var results: [RequirementResult]
    /// The worst base outcome, or the ruling's.
    package var verdict: Verdict
    package var ruling: RulingNote?

    package var granted: Int
    /// Credits taken by voids, each credit once.
    package var voided: Int
    /// Credits taken by docks that name this line; docks of a whole day stand on the first line with credits.
    package var docked: Int
    package var net: Int
    /// Every void that takes in this line, its own included.
    package var voids: [VoidCause]
    /// What this line's own failures bring.
    package var consequences: [AppliedConsequence]

    /// Who takes this duty instead, when it was covered or swapped away.
    package var coveredBy: PersonID?
    /// Whose duty this is, when this person covers or swapped.
    package var covers: PersonID?
    package var notes: [LineNote]
    /// What was looked for and not found, for explanations.
    package var notFound: [NotFound]

    package var isFailure: Bool { verdict.base.isFailure }
}

/// The decision that a line follows (裁定).
package struct RulingNote: Hashable, Sendable {
    package let fact: Int64
    package let by: String?
    package let reason: String?
    package let recorded: LocalDateTime
    /// What the line came to without it.
    package let instead: Verdict
}

/// A void that takes in a line, and the line whose failure brought it.
package struct VoidCause: Hashable, Sendable {
    package let scope: Consequence.Scope
    package let line: DutyLine.ID
    package let outcome: Outcome

    package init(scope: Consequence.Scope, line: DutyLine.ID, outcome: Outcome) {
        self.scope = scope
        self.line = line
        self.outcome = outcome
    }
}

/// A consequence that a line's failure brings, or would bring if nothing held it back.
package struct AppliedConsequence: Hashable, Sendable {
    package let consequence: Consequence
    /// The outcome that brought it.
    package let outcome: Outcome
    /// Place of the requirement in `results`.
    package let result: Int
    /// Held back because the outcome is pending or contested.
    package let held: Bool

    package init(consequence: Consequence, outcome: Outcome, result: Int, held: Bool) {
        self.consequence = consequence
        self.outcome = outcome
        self.result = result
        self.held = held
    }
}

/// Something a reader of the line should know that changes no outcome.
package enum LineNote: Hashable, Sendable {
    /// Evidence before the earliest bell still counted as arriving (C-04).
    case cameBeforeWindow
    /// The cover was recorded after the duty began (C-86).
    case coverRecordedAfter(Int64)
    /// Nobody made a round (C-95).
    case notInspected
    /// Accepted within the clock's uncertainty (C-34).
    case withinClockUncertainty(Int64)
    /// The same person punched at two places within a minute (C-10).
    case twoPlaces(Int64, Int64)
    /// Cancelled, or its end moved, by a closure (C-76).
    case closed(Int64, moved: Bool)
    /// The source never came within the wait; judged on what is there (D.9).
    case sourceNeverCame(Missing)
    /// A claim for a forgotten punch was used (C-55).
    case attested(Int64)
    /// The responsible person is on leave and nobody covers (C-83).
    case postUncovered
    /// Measured overtime in minutes.
    case measured(minutes: Int)
    /// Accepted within the plan's grace (X1).
    case withinGrace(Int64)
    /// The first fact does not count, since the second weighs more (C-93, C-96).
    case outweighed(Int64, by: Int64)
    /// Another duty of the person at the same time, brought about by a fact (C-91, C-110).
    case overlaps(DutyID)
    /// The cover was not accepted: the taker has that duty at the same time (`overlap: "refuse"`).
    case coverRefused(Int64, overlapping: DutyID)
    /// Rain after the start: the place may have moved, or the rest is another person's (C-78).
    case rainMidway(Int64, handedOver: Bool)
    /// The ruling names who signed or punched in the person's place (C-100).
    case proxy(PersonID)
    /// The so-many-eth failure of the month, week or day, which brings what the plan says of it (X3).
    case tally(count: Int, period: Tally.Period, text: String?)
    /// What was contested or missing when the month was closed, for these reasons, was decided so (`atClose`, C-93).
    case settledAtClose([Doubt], inFavour: Bool)
    /// This program would judge the closed line otherwise; what was closed stands (C-60).
    case closedOtherwise
}

/// Kinds of fact that were looked for without finding one.
package enum NotFound: Sendable, Hashable, CaseIterable { case leave, cover, outage, clockAnomaly, ruling }
