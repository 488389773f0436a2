/// What a file from a stick is, told from its content, never from its name.
package enum ExportFormat: Hashable, Sendable {
    /// ZK `attlog.dat`: read by `AttlogReader`.
    case attlog
    /// Known or unknown, but not read by this program.
    case unsupported(UnsupportedExport)
}

/// A file that is not taken, by what it is.
package enum UnsupportedExport: String, CaseIterable, Sendable, Hashable {
    case empty, utf16
    case aglPunches = "agl"
    case operationLog = "operation-log"
    case anvizBackup = "anviz-bak.kq"
    case zkUsers = "zk-user.dat"
    case zkTemplates = "zk-template.dat"
    case spreadsheet, unknown
}

extension UnsupportedExport: CustomStringConvertible {
    /// One sentence that names what the file is and what to do; the file's name goes in front.
    package var description: String {
        switch self {
        case .empty: "the file is empty: export again and keep the stick in until the machine says done"
        case .utf16:
            "this is text in UTF-16, which no ZK machine writes: import the machine's own file, not one saved by an editor"
        case .aglPunches:
            "this is a punch list of the AGL/GLG family (columns EnNo, DateTime), which is not read yet: use a machine that writes attlog.dat, or record the punches by hand"
        case .operationLog:
            "this is an operation log (who changed the machine's settings), not punches: export the attendance log"
        case .anvizBackup: "this is an Anviz BAK.KQ file, which is not read yet: keep it, it stays valid"
        case .zkUsers: "this is a ZK user.dat, the machine's list of users, not punches: export the attendance log"
        case .zkTemplates:
            "this is a ZK template file of fingerprints, not punches: it is not read, and is best deleted from the stick"
        case .spreadsheet: "this is a spreadsheet or an archive: import the machine's own file"
        case .unknown:
            "this is no export of a machine that this program knows: import the attlog.dat that the machine writes"
        }
    }
}

extension ExportFormat {
    /// The bytes that `recognise` wants at most.
    package static let prefixLength = 4096

    /// Tells what a file is from its first bytes (`prefixLength` of them unless it is shorter) and its size in bytes.
    package static func recognise(prefix: Span<UInt8>, size: Int64) -> ExportFormat {
        .unsupported(.unknown)
    }
}
