/// Reads the punches of one family of export files from chunks of any size, with a bounded memory.
///
/// Total on any bytes. Every byte of the file is in exactly one item, in the line end after one, in a byte order mark,
/// or in the rest of a line that was refused as too long; a split anywhere gives the same as the whole.
package protocol ExportReader: Sendable {
    /// Takes the next bytes of the file; `deliver` gets each item with its bytes, without the line end.
    ///
    /// After an error of `deliver` the reader is of no further use.
    mutating func feed<E: Error>(
        _ chunk: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E)

    /// Ends the file: judges what is left, and says what the whole came to.
    mutating func finish<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) -> ExportSummary
}

/// The families of export files that hold punches.
package enum PunchFormat: String, CaseIterable, Sendable, Hashable {
    /// ZK `attlog.dat` (attendance-machines.md 2.7).
    case attlog
    /// The punch lists with a header of Timmy and many unbranded machines: AGL, GLG, ALOG (attendance-machines.md 3.1).
    case agl
    /// Anviz `BAK.KQ` (attendance-machines.md 3.2).
    case anviz = "bak.kq"

    /// A reader for a file of this family.
    ///
    /// `dates` is the order in dates that do not begin with the year; `monthDayYear` is assumed without it, and
    /// `ExportSummary.dateOrders` says what can be meant.
    package func reader(dates: DateOrder? = nil) -> any ExportReader {
        switch self {
        case .attlog: AttlogReader()
        case .agl: HeadedListReader(dates: dates ?? .monthDayYear)
        case .anviz: AnvizBackupReader()
        }
    }
}

/// What stands first, second and third in a date of numbers.
package enum DateOrder: String, CaseIterable, Sendable, Hashable {
    case yearMonthDay = "ymd"
    case monthDayYear = "mdy"
    case dayMonthYear = "dmy"
}
