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

extension UnsupportedExport: CustomStringConvertible {
    /// One sentence that names what the file is and what to do; the file's name goes in front.
    package var description: String {
        switch self {
        case .empty: "the file is empty: export again, and keep the stick in until the machine says done"
        case .utf16:
            "this is text in UTF-16, which no ZK machine writes: import the machine's own file, "
                + "not one saved by an editor"
        case .aglPunches:
            "this is a punch list of the AGL/GLG family (columns EnNo and DateTime), which this version does not read: "
                + "keep the file, nothing of it was taken"
        case .operationLog:
            "this is an operation log (who changed the machine's settings), not punches: export the attendance log"
        case .anvizBackup:
            "this is an Anviz BAK.KQ, which this version does not read: keep the file, nothing of it was taken"
        case .zkUsers: "this is a ZK user.dat, the machine's list of users, not punches: export the attendance log"
        case .zkTemplates:
            "this is a ZK file of fingerprint templates, not punches: it is not read, and does not belong on a stick"
        case .spreadsheet: "this is a spreadsheet or an archive: import the file as the machine wrote it"
        case .unknown:
            "this is no export that this program knows: import the attlog.dat that the machine writes"
        }
    }
}
