package import AttendanceModel

/// What the person importing says of an export file.
package struct ImportRequest: Hashable, Sendable {
    /// The machine that wrote it: the source of its punches.
    package let device: DeviceID
    /// The file's name, without its folder.
    package let fileName: String
    /// The zone of the machine's wall clock, an IANA name.
    package let zone: String
    /// When the file was last written, on the machine's wall clock; believed only if it lies between the last row and
    /// now (D.9).
    package let fileDate: LocalDateTime?
    /// Until when the person importing says the file is complete, on the machine's wall clock (D.9).
    package let completeUntil: LocalDateTime?
    /// SHA-256 of the file, lower-case hex; filled in by `OwnerConnection.importFile`.
    package var digest: String

    package init(
        device: DeviceID, fileName: String, zone: String, fileDate: LocalDateTime? = nil,
        completeUntil: LocalDateTime? = nil, digest: String = ""
    ) {
        self.device = device
        self.fileName = fileName
        self.zone = zone
        self.fileDate = fileDate
        self.completeUntil = completeUntil
        self.digest = digest
    }
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    package let bytesDone: Int64
    package let bytesTotal: Int64
}

/// What an import did; every row of the file is added, known or refused.
package struct ImportOutcome: Hashable, Sendable {
    /// A row that is not a complete record of the format.
    package struct Refusal: Hashable, Sendable {
        /// Counted from 1.
        package let line: Int64
        /// One sentence: what is wrong with the row.
        package let reason: String

        package init(line: Int64, reason: String) {
            self.line = line
            self.reason = reason
        }
    }

    package var format = ""
    package var counts = ImportReport.Counts(added: 0, known: 0, refused: 0)
    /// The first refused rows, at most `refusalsKept` of them; `counts.refused` has them all.
    package var refusals: [Refusal] = []
    /// Rows added whose time cannot be true; they are kept and listed, with no moment.
    package var impossibleTimes: Int64 = 0
    /// The first and last row's time on the machine's wall clock; nil without rows.
    package var firstRow: LocalDateTime?
    package var lastRow: LocalDateTime?
    /// Until when the machine is now complete, on its own wall clock.
    package var completeUntil: LocalDateTime?
    /// Remarks about the file as a whole, such as a missing last line, each one sentence.
    package var notes: [String] = []

    package static let refusalsKept = 20

    package init() {}

    package var rows: Int64 { counts.added + counts.known + counts.refused }
}
