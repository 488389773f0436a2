/// Reads an Anviz `BAK.KQ`: a count of three bytes, high byte first, then as many records (attendance-machines.md 3.2).
///
/// A record's line is its number, from 1. Records beyond the count are read too, and a missing one is told by
/// `ExportSummary.announced`.
package struct AnvizBackupReader: ExportReader {
    static let headerSize = 3

    private var carry: [UInt8] = []
    /// Bytes before those in `carry`.
    private var offset: Int64 = 0
    private var record = 0
    private var summary = ExportSummary()

    package init() {}

    package mutating func feed<E: Error>(
        _ chunk: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        for index in chunk.indices {
            carry.append(chunk[index])
            if offset == 0 {
                guard carry.count == Self.headerSize else { continue }
                summary.announced = carry.reduce(0) { $0 << 8 | Int($1) }
                try deliver(.note(line: 0, offset: 0), carry.span)
            } else if let found = AnvizRecord(carry.span) {
                record += 1
                summary.rows += 1
                let row = ExportRow(
                    line: record, offset: offset, userID: String(found.userID),
                    wall: .time(AnvizTime.decode(found.seconds)), device: nil, codes: found.codes)
                try deliver(.row(row), carry.span)
            } else {
                continue
            }
            offset += Int64(carry.count)
            carry.removeAll(keepingCapacity: true)
        }
    }

    package mutating func finish<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) -> ExportSummary {
        if !carry.isEmpty {
            summary.refused += 1
            let refusal = ExportRefusal(line: record + 1, offset: offset, reason: .cut)
            try deliver(.refused(refusal), carry.span)
        }
        summary.endsEarly = !carry.isEmpty || summary.announced.map { $0 > summary.rows } ?? true
        return summary
    }
}
