import AttendanceModel
import EventLog
import Glibc

/// Hands out facts as they are committed, from a moment on.
///
/// The rows of an import are told by its own facts alone: a million of them would hide who is at the gate now.
struct LogFollower: ~Copyable {
    private let reader: LogReader
    private let watch: WriteWatch
    private var next: Int64
    private var imports: Set<Int64>

    /// Begins at fact number `first`; nil is behind the newest one.
    init(_ reader: LogReader, folder: String, from first: Int64? = nil) throws(CommandError) {
        let watch = WriteWatch(folder)
        let newest = try Self.size(reader)
        let imports = try School.facts(reader, FactQuery(kinds: [.imported])).map(\.seq)
        _ = try Self.hasChanged(reader)
        self.reader = reader
        self.watch = watch
        self.imports = Set(imports)
        next = first ?? newest
    }

    /// The facts that came, in the order of recording; empty when none had come at `deadline`, nil is none.
    ///
    /// The kernel tells when the write-ahead log grows; the commit is visible a moment later.
    mutating func facts(until deadline: ContinuousClock.Instant? = nil) throws(CommandError) -> [Fact] {
        while true {
            let end = try Self.size(reader)
            if end > next {
                let begun = try School.facts(reader, FactQuery(seqs: next..<end, kinds: [.imported]))
                imports.formUnion(begun.map(\.seq))
                var query = FactQuery(seqs: next..<end)
                query.leftOutOrigins = imports
                next = end
                return try School.facts(reader, query)
            }
            if let deadline, deadline <= .now { return [] }
            try waitForCommit(until: deadline)
        }
    }

    /// A write is seen before its sync has ended, so the commit is awaited in small steps; a commit that took longer
    /// is found by the look once a second.
    private func waitForCommit(until deadline: ContinuousClock.Instant?) throws(CommandError) {
        while deadline.map({ .now < $0 }) ?? true {
            let left = deadline.map { ContinuousClock.now.duration(to: $0) } ?? .seconds(1)
            let steps = watch.waitForWrite(milliseconds: left < .seconds(1) ? left.wholeMilliseconds : 1000) ? 100 : 1
            for _ in 0..<steps {
                if try Self.hasChanged(reader) { return }
                usleep(2000)
            }
        }
    }

    private static func hasChanged(_ reader: LogReader) throws(CommandError) -> Bool {
        do { return try reader.hasChanged() } catch { throw CommandError(error) }
    }

    static func size(_ reader: LogReader) throws(CommandError) -> Int64 {
        do { return try reader.size() } catch { throw CommandError(error) }
    }
}

extension Duration {
    /// Rounded up and held between 1 and 1000.
    fileprivate var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        return Int32(clamping: min(1000, max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)))
    }
}
