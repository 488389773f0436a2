package import AttendanceModel
package import WireFormats

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
    /// The order in dates that do not begin with the year, decided for the whole file before.
    package var dates: DateOrder?
    /// The first day of the device that wrote the file under the machine's name: rows from before are left out.
    package var since: LocalDate?
    /// What was learned of the machine; written with the import.
    package var remember: MachineReport?
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
