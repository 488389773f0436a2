package import AttendanceModel

/// One complete punch of an export file, whatever family wrote it.
package struct ExportRow: Hashable, Sendable {
    /// The line in the file, or the record of a binary one, from 1.
    package let line: Int
    /// Where the line or record begins in the file, in bytes from 0.
    package let offset: Int64
    /// The machine's own user id without the padding; leading zeros kept.
    package let userID: String
    /// The machine's wall clock.
    package let wall: WallReading
    /// The machine's number in its own network; nil when the row has none. Two machines may both be 1.
    package let device: UInt32?
    /// State, verification and work code; nil for what the row does not have, or has as a word.
    package let codes: PunchCodes
    /// The name beside the id, in the file's encoding; empty when there is none.
    package let name: [UInt8]

    /// Whether the machine recognised nobody, which it writes as user 0 (a wrong finger, a door): never a person.
    package var isNobody: Bool { userID.utf8.allSatisfy { $0 == 0x30 } }

    init(
        line: Int, offset: Int64, userID: String, wall: WallReading, device: UInt32?, codes: PunchCodes,
        name: [UInt8] = []
    ) {
        self.line = line
        self.offset = offset
        self.userID = userID
        self.wall = wall
        self.device = device
        self.codes = codes
        self.name = name
    }
}

/// What a line or record of an export file is.
package enum ExportItem: Hashable, Sendable {
    case row(ExportRow)
    /// The first line of a black-and-white machine's file.
    case serialNumber(String, line: Int, offset: Int64)
    /// The last line of a black-and-white machine's file; kept, never verified: its rule is not public.
    case checksum(String, line: Int, offset: Int64)
    /// Says something of the file and nothing of a person: a header, a `#` line, the count in front of records.
    case note(line: Int, offset: Int64)
    /// A line of blanks, or none at all.
    case blank(line: Int, offset: Int64)
    /// A line or record that is no complete row; the others are taken all the same.
    case refused(ExportRefusal)
}

/// A line or record that is not taken, and why.
package struct ExportRefusal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The file ends within this row (stick pulled out early): nothing of it is taken.
        case cut
        /// No tab, or fewer columns than the header: not a row of this format.
        case notARow
        /// Zero bytes, as a broken file system leaves them.
        case zeroBytes
        /// The line is longer than any row; the rest of it is skipped.
        case tooLong
        /// The user id is empty, longer than 64 characters, or has a character that is not printable ASCII.
        case userID
        /// The second column of an attlog.dat is not `YYYY-MM-DD HH:MM:SS`.
        case time
        /// No column, or more than one, of a punch list with a header is a date and time.
        case dateTime
        /// A code column (3 device, 4 state, 5 verification, 6 work code) is not a number of its range.
        case column(Int)
        /// The file is UTF-16; no ZK machine writes that, an editor did.
        case utf16
    }

    /// From 1, as in `ExportRow`.
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
package struct ExportSummary: Hashable, Sendable {
    package internal(set) var rows = 0
    package internal(set) var refused = 0
    /// What the file gives as its machine's serial number.
    package internal(set) var serialNumber: String?
    package internal(set) var checksum: String?
    /// How many punches the file itself says it holds.
    package internal(set) var announced: Int?
    /// In which orders the dates can be meant that do not begin with the year; nil when all begin with it.
    package internal(set) var dateOrders: Set<DateOrder>?
    /// Whether the machine's file goes on after this one ends: it ends within a line or record, has fewer rows than it
    /// announces, or lacks the checksum line that its first line promises. Then nothing says that the machine is
    /// complete up to the last row.
    package internal(set) var endsEarly = false

    package init() {}
}
