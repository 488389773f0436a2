package import AttendanceModel

/// One complete punch of a ZK `attlog.dat` (attendance-machines.md 2.7).
package struct AttlogRow: Hashable, Sendable {
    /// The line in the file, from 1.
    package let line: Int
    /// Where the line begins in the file, in bytes from 0.
    package let offset: Int64
    /// The machine's own user id without the padding; leading zeros kept.
    package let userID: String
    /// The machine's wall clock.
    package let wall: WallReading
    /// The machine's number in its own network; nil when the row has no such column.
    package let device: UInt32?
    /// State, verification and work code; nil for columns that the row does not have.
    package let codes: PunchCodes
}

/// What a line of an `attlog.dat` is.
package enum AttlogItem: Hashable, Sendable {
    case row(AttlogRow)
    /// The first line of a black-and-white machine's file.
    case serialNumber(String, line: Int, offset: Int64)
    /// The last line of a black-and-white machine's file; kept, never verified: its rule is not public.
    case checksum(String, line: Int, offset: Int64)
    /// A line of blanks, or none at all.
    case blank(line: Int, offset: Int64)
    /// A line that is no complete row; the others are taken all the same.
    case refused(AttlogRefusal)
}

/// A line that is not taken, and why.
package struct AttlogRefusal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The file ends within this row (stick pulled out early): nothing of it is taken.
        case cut
        /// No tab: not a row of this format.
        case notARow
        /// Zero bytes, as a broken file system leaves them.
        case zeroBytes
        /// The line is longer than any row; the rest of it is skipped.
        case tooLong
        /// The user id is empty, longer than 64 characters, or has a character that is not printable ASCII.
        case userID
        /// The second column is not `YYYY-MM-DD HH:MM:SS`.
        case time
        /// A code column (3 device, 4 state, 5 verification, 6 work code) is not a number of its range.
        case column(Int)
        /// The file is UTF-16; no machine writes that, an editor did.
        case utf16
    }

    package let line: Int
    package let offset: Int64
    package let reason: Reason

    package init(line: Int, offset: Int64, reason: Reason) {
        self.line = line
        self.offset = offset
        self.reason = reason
    }
}

/// What a whole file came to, once it has ended.
package struct AttlogSummary: Hashable, Sendable {
    package internal(set) var rows = 0
    package internal(set) var refused = 0
    package internal(set) var serialNumber: String?
    package internal(set) var checksum: String?
    /// Whether the machine's file goes on after this one ends: it ends within a line, or without the checksum line that
    /// its first line promises. Then nothing says that the machine is complete up to the last row.
    package internal(set) var endsEarly = false

    package init() {}
}
