package import AttendanceModel
package import WireFormats

/// What an import did; every row of the file is added, known, refused, or left out (`ClockNote.before` and `nobody`).
package struct ImportOutcome: Hashable, Sendable {
    /// A row that is not a complete record of the format.
    package struct Refusal: Hashable, Sendable {
        /// Counted from 1.
        package let line: Int64
        /// What is wrong with the row, one sentence without a full stop.
        package let reason: String
        /// The same in Chinese.
        package let chinese: String

        package init(line: Int64, reason: String, chinese: String) {
            self.line = line
            self.reason = reason
            self.chinese = chinese
        }
    }

    package var format = ""
    var added: Int64 = 0
    var known: Int64 = 0
    var refused: Int64 = 0
    /// The first refused rows, at most `refusalsKept`; `counts.refused` has them all.
    package var refusals: [Refusal] = []
    /// Rows added whose time cannot be true; they are kept and listed, without a moment (C-28, C-30).
    package var impossibleTimes: Int64 = 0
    /// The earliest and the latest possible time of a row, on the machine's wall clock; nil without such rows.
    package var firstRow: LocalDateTime?
    package var lastRow: LocalDateTime?
    /// What is odd about the rows' times, by lines.
    package var clock = ClockNotes()
    /// How many punches the file itself says it holds; nil when it does not say.
    package var announced: Int64?
    /// What the file gives as its machine's serial number.
    package var serialNumber: String?
    /// Until when the machine is complete by this file, on its own wall clock; nil when nothing says so.
    package var completeUntil: LocalDateTime?
    /// Whether the file ends before the machine was done writing it.
    package var endsEarly = false

    package static let refusalsKept = 100

    package init() {}

    package var counts: ImportReport.Counts {
        ImportReport.Counts(added: added, known: known, refused: refused)
    }
}
