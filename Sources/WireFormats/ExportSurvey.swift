package import AttendanceModel

/// What a whole export file of punches holds, before any of it is taken: what is asked about, and shown with a question.
package struct ExportContents: Hashable, Sendable {
    package let format: PunchFormat
    /// The order of its dates; nil when all begin with the year.
    package let dates: DateOrder?
    package let summary: ExportSummary
    /// The earliest and latest time that can be true, on the machine's wall clock.
    package let firstRow: LocalDateTime?
    package let lastRow: LocalDateTime?
    /// How many user ids there are; counted up to `ExportSurvey.mostUsers`.
    package let users: Int
    /// The numbers that the machine gives itself, at most 16 of them; two machines may both be 1.
    package let devices: [UInt32]
    /// Rows from everywhere in the file whose time can be true, at most `ExportSurvey.mostSamples`.
    package let samples: [ExportRow]
    package let clock: ClockNotes
}

/// Reads a whole export file of punches without taking anything, with a bounded memory.
///
/// A file is read twice: what an import needs to know first (the order of its dates, whose machine it is) only the whole
/// file tells, and nothing may be taken of a file that is refused.
package struct ExportSurvey: Sendable {
    package static let mostUsers = 100_000
    /// Enough that a fortieth of a file in another machine's rows is seen all but surely.
    package static let mostSamples = 1024
    /// Bytes without a line end that no export has.
    private static let longestLine: Int64 = 16 << 20

    private let format: PunchFormat
    private let said: DateOrder?
    private var reader: any ExportReader
    private var watch: ClockWatch
    private var users: Set<String> = []
    private var devices: Set<UInt32> = []
    private var samples: [ExportRow] = []
    private var stride = 1
    private var possibleRows = 0
    private var bytesSinceItem: Int64 = 0

    /// `dates` is what the person says of their order, nil when nobody was asked; `watch` looks at the rows' times.
    package init(format: PunchFormat, dates: DateOrder?, watch: ClockWatch) {
        self.format = format
        self.watch = watch
        said = dates
        reader = format.reader(dates: dates)
    }

    /// Takes the next bytes; throws `endlessLine` once a line has gone on for 16 MiB.
    package mutating func feed(_ chunk: Span<UInt8>) throws(UnsupportedExport) {
        var hasItem = false
        var reader = reader
        reader.feed(chunk) { item, _ in
            hasItem = true
            note(item)
        }
        self.reader = reader
        bytesSinceItem = hasItem ? 0 : bytesSinceItem + Int64(chunk.count)
        guard bytesSinceItem <= Self.longestLine else { throw .endlessLine }
    }

    /// Ends the file; throws when its dates are in no one order, or when nobody said in which.
    ///
    /// Without `dates`, the rows were read as if the month stood first: when `ExportContents.dates` is another order,
    /// the file has to be read again, with that order.
    package mutating func finish() throws(UnsupportedExport) -> ExportContents {
        var reader = reader
        let summary = reader.finish { item, _ in note(item) }
        let dates = try summary.dateOrders.map { orders throws(UnsupportedExport) in try decided(orders) }
        return ExportContents(
            format: format, dates: dates, summary: summary, firstRow: watch.firstRow, lastRow: watch.lastRow,
            users: users.count, devices: devices.sorted(), samples: samples, clock: watch.finish())
    }

    private func decided(_ orders: Set<DateOrder>) throws(UnsupportedExport) -> DateOrder {
        guard let order = orders.first else { throw .mixedDates }
        if let said {
            guard orders.contains(said) else { throw .otherDates }
            return said
        }
        guard orders.count == 1 else { throw .ambiguousDates }
        return order
    }

    private mutating func note(_ item: ExportItem) {
        guard case .row(let row) = item, !row.isNobody else { return }
        if users.count < Self.mostUsers { users.insert(row.userID) }
        guard case .possible = watch.see(line: row.line, row.wall) else { return }
        if let device = row.device, devices.count < 16 { devices.insert(device) }
        if possibleRows % stride == 0 {
            samples.append(row)
            if samples.count > Self.mostSamples { thin() }
        }
        possibleRows += 1
    }

    /// Keeps every second sample, and from now on half as many rows.
    private mutating func thin() {
        samples = samples.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        stride *= 2
    }
}
