package import AttendanceModel
package import Evidence

/// Which facts to read; the parts that are not nil must all hold.
package struct FactQuery: Hashable, Sendable {
    package var seqs: Range<Int64>?
    package var kinds: Set<FactKind>?
    /// When it happened, the end excluded; facts whose time is unknown never match.
    package var times: Range<Instant>?
    package var subject: String?
    /// From the newest to the oldest.
    package var backwards = false
    package var limit: Int64?

    package init() {}
}

/// Reads a log, whether or not somebody is writing it; confined to one thread.
package final class LogReader {
    package let path: String
    package let logID: String

    private init(path: String, logID: String) {
        self.path = path
        self.logID = logID
    }

    /// Opens `events.db` in `directory` read-only.
    package static func open(directory: String) throws(LogError) -> LogReader {
        throw .missing(path: directory)
    }

    /// The number of facts.
    package func size() throws(LogError) -> Int64 { throw .closed(path: path) }

    /// Hands the facts to `visit` one by one, in order of seq, until it returns false.
    ///
    /// They are those of one moment. A fact that this program cannot understand throws `damaged` and names it.
    package func forEach(_ query: FactQuery, _ visit: (Fact) -> Bool) throws(LogError) {
        throw .closed(path: path)
    }

    package func facts(_ query: FactQuery = FactQuery()) throws(LogError) -> [Fact] {
        throw .closed(path: path)
    }

    package func count(_ query: FactQuery) throws(LogError) -> Int64 { throw .closed(path: path) }

    /// Whether another program has committed since the last call; cheap, for `log --follow`.
    package func hasChanged() throws(LogError) -> Bool { throw .closed(path: path) }

    /// The log as it is now.
    package func checkpoint() throws(LogError) -> Checkpoint { throw .closed(path: path) }

    package func close() {}
}
