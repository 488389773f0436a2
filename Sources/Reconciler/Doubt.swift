package import AttendanceModel

/// One reason for which an outcome is pending or contested.
package enum Doubt: Hashable, Sendable {
    /// Something can still arrive; the ledger's pending item of the same value says from whom (D.9).
    case awaiting(Missing)
    /// An observation and other evidence say different things (C-93); the numbers are facts.
    case contradiction(observation: Int64, evidence: Int64)
    /// Two observers disagree (C-96).
    case observersDisagree(Int64, Int64)
    /// `absent` from an inspector whose word alone does not count until a leader signs too (D.8, 12).
    case notCountersigned(Int64)
    /// Leave recorded after the duty began (C-82).
    case leaveRecordedLate(Int64)
    /// On leave, yet the requirement would be met (D.8, 7).
    case presentOnLeave(leave: Int64)
    /// A signature typed after its sheet's deadline (C-99).
    case sheetTypedLate(Int64)
    /// A machine that may serve the duty did not work for part of the interval (D.8, 8).
    case partialOutage(DeviceID)
    /// A punch inside a clock jump (C-32).
    case clockJump(Int64)
    /// A punch that may be another person's (D.8, 9).
    case identity(Int64)
    /// Two punches of one person at different places at almost the same time (`twoPlaces`, C-10).
    case twoPlaces(Int64, Int64)
    /// A cover recorded after the plan's limit (`coverLate`, C-86).
    case coverRecordedLate(Int64)
    /// A roster published after the date says otherwise (`rosterEditAfter: "ruling"`, C-68): the date of its recording.
    case rosterEditedAfter(LocalDate)

    package var flag: Flag {
        if case .awaiting = self { return .pending }
        return .contested
    }
}

/// What has not come yet and might change an outcome.
package enum Missing: Hashable, Sendable {
    /// A machine's memory, a stick or a file: complete only until `since` on its own wall clock; nil means never.
    case delivery(DeviceID, date: LocalDate, since: LocalDateTime?)
    /// The first measurement of a connected machine's clock (C-27).
    case clockOffset(DeviceID, date: LocalDate)
    /// The signature sheet of one date and duty (D.9).
    case sheet(date: LocalDate, duty: DutyID)
    /// A form that may still be filed in time.
    case form(date: LocalDate, duty: DutyID, post: String, name: String, deadline: LocalDateTime)
    /// A patrol round, where the plan says `need: "seen"`.
    case round(date: LocalDate, duty: DutyID)
    /// Pupils of the post are still there, or nobody said that they have gone (C-114).
    case lastPupil(date: LocalDate, duty: DutyID, post: String)
    /// The interval in question has not ended yet on this date.
    case time(date: LocalDate, until: LocalTime)

    package var date: LocalDate {
        switch self {
        case .delivery(_, let date, _), .clockOffset(_, let date), .sheet(let date, _), .form(let date, _, _, _, _),
            .round(let date, _), .lastPupil(let date, _, _), .time(let date, _):
            date
        }
    }

    /// Who has to act.
    package var from: Deliverer {
        switch self {
        case .delivery, .clockOffset: .keeper
        case .sheet: .office
        case .form, .lastPupil: .responsible
        case .round: .observers
        case .time: .nobody
        }
    }
}

/// Who can end a pending state.
package enum Deliverer: Sendable, Hashable {
    /// The keeper of the machine: download it, or bring its stick.
    case keeper
    /// The office: type the sheet, or declare it empty.
    case office
    /// The person on duty: file the form.
    case responsible
    /// The leader or inspectors on their round.
    case observers
    /// Only time has to pass.
    case nobody
}

/// Something missing, with what it blocks: one for each sheet or machine and date, never one for each person.
package struct PendingItem: Hashable, Sendable {
    package let missing: Missing
    /// How many lines wait for it.
    package let lines: Int

    package init(missing: Missing, lines: Int) {
        self.missing = missing
        self.lines = lines
    }
}
