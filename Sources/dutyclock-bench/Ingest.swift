import AttendanceModel
import EventLog
import Glibc
import WireFormats

/// The import of an export file as the service does it: parse, make facts, write in one batch.
struct Ingest {
    private let export: String

    init(_ export: String) {
        self.export = export
    }

    func run(into directory: String) throws {
        let store = try LogStore.open(directory: directory, program: "dutyclock-bench", socketPath: nil) {
            Instant(seconds: 1_790_000_000)
        }
        let descriptor = unsafe open(export, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Bench.Problem.parser("open \(export)") }
        defer { close(descriptor) }
        let batch = store.beginImport()
        var reader = AttlogReader()
        var facts: [NewFact] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            facts.removeAll(keepingCapacity: true)
            reader.feed(chunk.span.extracting(0..<count)) { item, bytes in take(item, bytes, &facts) }
            _ = try batch.append(facts)
        }
        facts.removeAll()
        let summary = reader.finish { item, bytes in take(item, bytes, &facts) }
        guard summary.refused == 0 else { throw Bench.Problem.parser("read every line") }
        _ = try batch.append(facts)
        try batch.commit()
        try store.close()
    }

    private func take(_ item: ExportItem, _ bytes: Span<UInt8>, _ facts: inout [NewFact]) {
        guard case .row(let row) = item, let wall = row.wall.time else { return }
        let punch = Punch(
            credential: .machineUser(row.userID), wall: wall, codes: row.codes, basis: .machineAssumed)
        facts.append(
            NewFact(
                .punch(punch), at: Instant(seconds: wall.wallSeconds - 8 * 3600), uncertaintyMilliseconds: 60_000,
                source: "gate", author: "bench(0)", origin: 0,
                raw: unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }))
    }
}
