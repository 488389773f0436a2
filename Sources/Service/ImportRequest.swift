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
    package var digest = ""
    /// The file's size in bytes; filled in by `OwnerConnection.importFile`.
    package var size: Int64 = 0

    package init(
        device: DeviceID, fileName: String, zone: String, fileDate: LocalDateTime? = nil,
        completeUntil: LocalDateTime? = nil
    ) {
        self.device = device
        self.fileName = fileName
        self.zone = zone
        self.fileDate = fileDate
        self.completeUntil = completeUntil
    }
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    package let bytesDone: Int64
    package let bytesTotal: Int64
}
