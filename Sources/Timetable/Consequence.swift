package import AttendanceModel

/// What an outcome brings, by the outcome's word (`late`, `early`, `short`, `missing`, `else`).
///
/// `proxy` acts beside them when a ruling names who signed or punched in the person's place (C-100, X1).
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
    ///
    /// `other` is the person whom the deciding ruling names beside the one on duty (X1). A role does not hit whoever
    /// reported the failure himself (X4: a leader who misses a violation shares it, one who reports it does not).
    package var onRole: String?

    package init(_ effect: Effect, onRole: String? = nil) {
        self.effect = effect
        self.onRole = onRole
    }
}

/// What a failure brings when it happens again and again (X3): at every `times`-th within the period.
package struct Tally: Hashable, Sendable {
    package enum Period: String, Sendable, Hashable, CaseIterable { case day, week, month }

    /// The outcomes that count, by word (`late`, `early`, `short`, `missing`); `else` is any of them.
    package var outcomes: [String]
    /// The duties that count; empty means all.
    package var duties: [DutyID]
    /// From 2.
    package var times: Int
    /// Weeks run from Monday to Sunday.
    package var period: Period
    /// Acts on the line that completes the count, as if it stood beside its duty's own consequences.
    package var then: [Consequence]
    package var text: String?
    package var cite: String?
    /// Where it stands in its file.
    package var line: Int

    package init(
        outcomes: [String], duties: [DutyID] = [], times: Int, period: Period, then: [Consequence],
        text: String? = nil, cite: String? = nil, line: Int = 0
    ) {
        self.outcomes = outcomes
        self.duties = duties
        self.times = times
        self.period = period
        self.then = then
        self.text = text
        self.cite = cite
        self.line = line
    }
}
