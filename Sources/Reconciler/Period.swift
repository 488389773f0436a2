package import AttendanceModel
import TextCodec

/// Where a month stands: open, noticed, its objections, closed (model.md D.1).
package struct Period: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        /// Nothing has been put up yet.
        case open
        /// Put up; people may object.
        case noticed
        /// The days for objections are over: what is answered can be closed.
        case due
        case closed
    }

    /// A notice as the log has it.
    package struct Published: Hashable, Sendable {
        package let fact: Int64
        package let recorded: LocalDateTime
        package let notice: Notice

        package init(fact: Int64, recorded: LocalDateTime, notice: Notice) {
            self.fact = fact
            self.recorded = recorded
            self.notice = notice
        }
    }

    /// A close as the log has it.
    package struct Closed: Hashable, Sendable {
        package let fact: Int64
        package let recorded: LocalDateTime
        package let moment: Instant
        package let author: String
        package let close: Close
        /// The canonical ledger, as it was then.
        package let snapshot: [UInt8]
    }

    package let month: Month
    package let state: State
    /// In the order of their revisions.
    package let notices: [Published]
    /// In the order of the log.
    package let objections: [Objection]
    /// The close in force; nil while the month is open.
    package let close: Closed?
    /// Closes that were taken back (`afterClose: "reopen"`), by the withdrawing facts.
    package let reopened: [Int64]
    /// The date on which it was asked.
    package let today: LocalDate

    /// Those that nobody has answered and that came in time.
    package var openObjections: [Objection] { objections.filter { $0.answer == nil && $0.isInTime } }
    /// The last day of the objection window, inclusive; nil while nothing was put up.
    package var objectionsUntil: LocalDate? { notices.last?.notice.objectionsUntil }
}

/// What somebody objects to (异议), and what became of it.
package struct Objection: Hashable, Sendable {
    package enum Answer: Hashable, Sendable {
        /// A ruling on the same person, date and duty, recorded later.
        case ruling(Int64)
        /// A row of kind `objection` that names it.
        case answered(Int64, text: String, by: String)
        case withdrawn(Int64)
    }

    package let fact: Int64
    package let recorded: LocalDateTime
    package let person: PersonID
    package let date: LocalDate
    /// Nil for all duties of the date.
    package let duty: DutyID?
    package let reason: String
    package let by: String?
    /// It came while the window was open, or before any notice.
    package let isInTime: Bool
    package let answer: Answer?
}

/// What stands against closing a month.
package enum CloseObstacle: Hashable, Sendable {
    /// The month has not ended; it does on this date.
    case notOver(LocalDate)
    /// The plan asks for a notice and none was put up.
    case notNoticed
    /// People may object until this date, inclusive.
    case windowOpen(LocalDate)
    case openObjections([Int64])
}
