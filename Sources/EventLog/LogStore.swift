package import AttendanceModel
package import Evidence

/// The one writer of a log, for as long as it lives; confined to the thread that opened it.
///
/// What `append` returns is on disk. Open a store only where nobody else does: it holds `events.lock`.
package final class LogStore {
    package let directory: String
    /// The random name of this log: 32 lower-case hex digits.
    package let logID: String
    /// The number of facts, those of an uncommitted import included: the next fact's seq.
    package private(set) var size: Int64

    private init(directory: String, logID: String, size: Int64) {
        self.directory = directory
        self.logID = logID
        self.size = size
    }

    /// Opens the log in `directory` for writing, making directory and log when there is none.
    ///
    /// - Parameters:
    ///   - directory: the data directory; its rights are kept.
    ///   - program: the name told to a second program that tries the same.
    ///   - socketPath: where the owner takes commands, for `LogOwner`; nil when it takes none.
    ///   - now: the host's clock.
    package static func open(
        directory: String, program: String, socketPath: String?, now: @escaping () -> Instant
    ) throws(LogError) -> LogStore {
        throw .missing(path: directory)
    }

    /// Sets a damaged log aside and begins a new one whose first fact names the last known checkpoint.
    ///
    /// The files are renamed, never written.
    /// - Returns: the new log, and the path that the old one has now.
    package static func startNewSegment(
        directory: String, program: String, socketPath: String?, now: @escaping () -> Instant
    ) throws(LogError) -> (store: LogStore, setAside: String) {
        throw .missing(path: directory)
    }

    /// Writes facts in one transaction, all or none; they are on disk when this returns.
    ///
    /// Rows of an open import join it and are committed at once. The result has one element for each fact, in order.
    package func append(_ facts: [NewFact]) throws(LogError) -> [Appended] {
        throw .closed(path: directory)
    }

    package func append(_ fact: NewFact) throws(LogError) -> Appended {
        throw .closed(path: directory)
    }

    /// Begins a bulk import: rows are committed now and then, and at `ImportBatch.commit`.
    package func beginImport() -> ImportBatch { ImportBatch(store: self) }

    /// The log as it is on disk now, uncommitted import rows excluded.
    package func checkpoint() throws(LogError) -> Checkpoint {
        throw .closed(path: directory)
    }

    /// Moves what the write-ahead log holds into the main file; call it when there is nothing to do.
    package func tidy() throws(LogError) {
        throw .closed(path: directory)
    }

    /// Commits, tidies up and gives the log back; later calls throw `closed`.
    package func close() throws(LogError) {}
}

/// A file or download on its way into the log.
///
/// What is appended here is on disk only after `commit`, or after a `LogStore.append` that came between.
package final class ImportBatch {
    private let store: LogStore

    init(store: LogStore) {
        self.store = store
    }

    package func append(_ facts: [NewFact]) throws(LogError) -> [Appended] {
        try store.append(facts)
    }

    /// Makes everything durable; throws `importLost` when a failed write took rows of this import with it.
    package func commit() throws(LogError) {}
}
