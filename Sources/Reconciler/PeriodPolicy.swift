package import Timetable

/// What the plan says of closed months (model.md D.6).
package struct PeriodPolicy: Hashable, Sendable {
    /// Days after a notice in which people may object; nil when the plan asks for no notice.
    package var objectionDays: Int?
    /// A closed month may be opened again (`afterClose: "reopen"`); else what comes later is an adjustment.
    package var reopens = false
    /// A late fact that takes credits away waits for a ruling (`negativeAfterClose: "ruling"`, C-54).
    package var negativesWait = true
    /// So does what a plan or roster published later changes in a closed month (`rosterEditAfter: "ruling"`, C-68).
    package var editsWait = false

    package init() {}

    /// The policy of the plan that holds at the month's end.
    package init(_ knobs: Knobs) {
        objectionDays = knobs.objectionDays
        reopens = knobs.afterClose == .reopen
        negativesWait = knobs.negativeAfterClose == .ruling
        editsWait = knobs.rosterEditAfter == .ruling
    }
}
