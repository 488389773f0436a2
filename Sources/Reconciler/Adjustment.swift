package import AttendanceModel

/// What a fact that came after the close of its month changes: shown and paid in the period in which it was recorded,
/// for the closed month itself never changes (C-52, C-60).
package struct Adjustment: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case effective
        /// It takes credits away, or follows from a plan or roster published later: a ruling has to say so first (C-54).
        case waiting
        /// It waited, and a later fact took its cause away; it never took effect.
        case lifted
    }

    /// One line of the closed month, before and after; nil where there is no such line.
    package struct Change: Hashable, Sendable {
        package let line: DutyLine.ID
        package let dutyName: String
        package let before: LineState?
        package let after: LineState?

        package init(line: DutyLine.ID, dutyName: String, before: LineState?, after: LineState?) {
            self.line = line
            self.dutyName = dutyName
            self.before = before
            self.after = after
        }

        package var credits: Int { (after?.net ?? 0) - (before?.net ?? 0) }
    }

    /// The open period that it belongs to: the month in which its cause was recorded.
    package var period: Month
    /// The closed month that it is about.
    package var month: Month
    /// The service date.
    package var date: LocalDate
    package var person: PersonID
    package var personName: String
    package var personKind: String
    /// The facts that brought it, in the order of the log.
    package var causes: [Int64]
    /// When the log learned of them.
    package var recorded: LocalDateTime
    package var changes: [Change]
    /// Net credits more (or, negative, fewer) than before.
    package var credits: Int
    /// The same in money, at the rates of the service date; one for each rate.
    package var pay: [PayLine]
    package var state: State

    package init(
        period: Month, month: Month, date: LocalDate, person: PersonID, personName: String, personKind: String,
        causes: [Int64], recorded: LocalDateTime, changes: [Change], credits: Int, pay: [PayLine], state: State
    ) {
        self.period = period
        self.month = month
        self.date = date
        self.person = person
        self.personName = personName
        self.personKind = personKind
        self.causes = causes
        self.recorded = recorded
        self.changes = changes
        self.credits = credits
        self.pay = pay
        self.state = state
    }

    package var fen: Int { pay.reduce(0) { $0 + $1.fen } }
}

/// What of a line counts for people and money.
package struct LineState: Hashable, Sendable {
    /// `met` … `missing`, `pending` or `contested`.
    package let shown: String
    package let granted: Int
    package let net: Int

    package init(shown: String, granted: Int, net: Int) {
        self.shown = shown
        self.granted = granted
        self.net = net
    }

    package init(_ line: DutyLine) {
        self.init(shown: line.verdict.shown, granted: line.granted, net: line.net)
    }
}
