/// What a file from a stick is, told from its content, never from its name.
package enum ExportFormat: Hashable, Sendable {
    /// ZK `attlog.dat`: read by `AttlogReader`.
    case attlog
    /// A file that this program does not read, whether or not it knows what it is.
    case unsupported(UnsupportedExport)
}

/// A file that is not taken, by what it is.
package enum UnsupportedExport: String, CaseIterable, Sendable, Hashable {
    case empty
    case utf16
    /// The punch lists of Timmy and many unbranded machines (attendance-machines.md 3.1).
    case aglPunches = "agl"
    case operationLog = "operation-log"
    /// attendance-machines.md 3.2
    case anvizBackup = "anviz-bak.kq"
    case zkUsers = "zk-user.dat"
    case zkTemplates = "zk-template.dat"
    case spreadsheet
    case unknown
}
