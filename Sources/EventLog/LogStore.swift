internal import AttendanceModel
package import Evidence

/// The one writer of a log, for as long as it lives; confined to the thread that opened it.
///
/// What `append` returns is on disk. The store holds `events.lock`, so a second one is refused. Nothing of a failed
/// call is kept, and the store can be used on: only `damaged` asks for a new segment.
package final class LogStore {
    /// What changes with every fact; a copy from before a transaction undoes it.
    struct Memory {
        var edge = LogEdge()
        var rules = RepeatRules()
    }

    /// Rows of an import that are committed at the latest when there are so many: that bounds the write-ahead log.
    static let rowsPerTransaction = 65_536
    /// The write-ahead log is copied into the main file when it has grown by so much.
    private static let bytesPerCheckpoint = 4 << 20
    private static let pageSize = 4096
    /// KiB of pages kept in memory: the index of identities is random access, and an import touches all of it.
    private static let cacheWhenImporting = 65_536
    static let cacheWhenIdle = 2048

    package let directory: String
    /// The random name of this log: 32 lower-case hex digits.
    package private(set) var logID = ""

    let connection: Connection
    let hasher = Hasher256()
    let statements: StoreStatements
    private var lock: OwnerLock?
    private let now: () -> Instant
    private var salts = SaltSource()
    private var leafBuffer: [UInt8] = []
    private var memory = Memory()
    /// As of the last commit.
    private var committed = Memory()
    private var rowsInTransaction = 0
    private var isCacheLarge = false
    /// Counts the failures that took rows of an open import with them.
    private(set) var losses = 0
    /// Frames in the write-ahead log at which it is copied next.
    private var checkpointAt = bytesPerCheckpoint / pageSize

    init(
        directory: String, connection: Connection, lock: OwnerLock, now: @escaping () -> Instant
    ) throws(LogError) {
        self.directory = directory
        self.connection = connection
        self.lock = lock
        self.now = now
        statements = try StoreStatements(connection)
    }

    /// The number of facts, those of an uncommitted import included: the next fact's seq.
    package var size: Int64 { memory.edge.size }

    /// Takes over what opening has read.
    func begin(with memory: Memory, logID: String) {
        self.memory = memory
        self.logID = logID
        committed = memory
    }

    /// Writes facts in one transaction, all or none; they are on disk when this returns.
    ///
    /// Rows of an open import join it and are committed at once. The result has one element for each fact, in order.
    package func append(_ facts: [NewFact]) throws(LogError) -> [Appended] {
        let result = try insert(facts)
        try commit()
        return result
    }

    package func append(_ fact: NewFact) throws(LogError) -> Appended {
        try append([fact])[0]
    }

    /// The fact that would make `fact` a repeat; nil when the log has none like it. Nothing is written.
    package func known(_ fact: NewFact) throws(LogError) -> Int64? {
        guard lock != nil else { throw .closed(path: connection.path) }
        let row = try StoredFact(fact, seq: size, recorded: now(), salt: salts.next(), hasher: hasher)
        return try statements.known(like: row, anySession: fact.session == 0)
    }

    /// Begins a bulk import: rows are committed now and then, and at `ImportBatch.commit`.
    package func beginImport() -> ImportBatch { ImportBatch(store: self) }

    /// The log as it is on disk now, uncommitted import rows excluded; kept in `events.checkpoint` too.
    package func checkpoint() throws(LogError) -> Checkpoint {
        guard lock != nil else { throw .closed(path: connection.path) }
        let checkpoint = Checkpoint(log: logID, size: committed.edge.size, root: committed.edge.root(hasher))
        try LogFiles.replace(LogFiles.checkpoint(directory), with: "\(checkpoint)\n")
        return checkpoint
    }

    /// Moves what the write-ahead log holds into the main file; call it when there is nothing to do.
    package func tidy() throws(LogError) {
        guard lock != nil else { throw .closed(path: connection.path) }
        guard !connection.isInTransaction else { return }
        if isCacheLarge {
            try connection.execute("PRAGMA cache_size=-\(Self.cacheWhenIdle)")
            isCacheLarge = false
            connection.releaseMemory()
        }
        if connection.framesInLog > 0 { try copyWriteAheadLog() }
    }

    /// Commits, tidies up and gives the log back, even when it throws; later calls throw `closed`.
    ///
    /// Facts that were acknowledged are safe whatever is thrown.
    package func close() throws(LogError) {
        guard lock != nil else { return }
        defer { lock = nil }
        var problem: LogError?
        func attempt(_ step: () throws(LogError) -> Void) {
            do throws(LogError) { try step() } catch { problem = problem ?? error }
        }
        attempt(commit)
        attempt { () throws(LogError) in _ = try checkpoint() }
        // An empty write-ahead log is the mark of a clean stop; a reader at work may prevent it, which is harmless.
        attempt { () throws(LogError) in _ = try connection.checkpoint(.truncate) }
        statements.finish()
        attempt(connection.close)
        if let problem { throw problem }
    }

    // MARK: Transactions

    /// Adds facts to the open transaction, or to a new one; none of them when one fails.
    func insert(_ facts: [NewFact]) throws(LogError) -> [Appended] {
        guard lock != nil else { throw .closed(path: connection.path) }
        noticeLostTransaction()
        let before = memory
        let joins = connection.isInTransaction
        if !joins { try statements.begin.run() }
        do throws(LogError) {
            if joins { try statements.savepoint.run() }
            let recorded = now()
            var result: [Appended] = []
            result.reserveCapacity(facts.count)
            for fact in facts { result.append(try insert(fact, recorded: recorded)) }
            if joins { try statements.release.run() }
            rowsInTransaction += facts.count
            return result
        } catch {
            undo(to: before, keepingEarlierRows: joins)
            throw error
        }
    }

    /// Makes the open transaction durable.
    func commit() throws(LogError) {
        guard lock != nil else { throw .closed(path: connection.path) }
        noticeLostTransaction()
        guard connection.isInTransaction else { return }
        do throws(LogError) {
            try statements.commit.run()
        } catch {
            undo(to: committed, keepingEarlierRows: false)
            throw error
        }
        committed = memory
        rowsInTransaction = 0
        // The facts are on disk: trouble with the copy waits for the next one, or for `tidy` to report it.
        if connection.framesInLog >= checkpointAt { try? copyWriteAheadLog() }
    }

    /// Commits when an import has grown large.
    func commitIfLarge() throws(LogError) {
        if !isCacheLarge {
            try connection.execute("PRAGMA cache_size=-\(Self.cacheWhenImporting)")
            isCacheLarge = true
        }
        if rowsInTransaction >= Self.rowsPerTransaction { try commit() }
    }

    /// Ends the transaction, or only what this call added to it when SQLite has kept the rest.
    private func undo(to before: Memory, keepingEarlierRows: Bool) {
        if keepingEarlierRows, connection.isInTransaction, (try? statements.rollbackTo.run()) != nil,
            (try? statements.release.run()) != nil
        {
            memory = before
            return
        }
        statements.resetAll()
        if connection.isInTransaction { try? connection.execute("ROLLBACK") }
        if rowsInTransaction > 0 { losses += 1 }
        rowsInTransaction = 0
        memory = committed
    }

    /// After some failures SQLite ends a transaction by itself, and the rows of an import with it.
    private func noticeLostTransaction() {
        guard rowsInTransaction > 0, !connection.isInTransaction else { return }
        losses += 1
        rowsInTransaction = 0
        memory = committed
    }

    /// Copies the write-ahead log; when a reader holds on to an old state, tries again after as many bytes more.
    private func copyWriteAheadLog() throws(LogError) {
        let step = Self.bytesPerCheckpoint / Self.pageSize
        checkpointAt = connection.framesInLog + step
        if try connection.checkpoint(.passive) { checkpointAt = step }
    }

    // MARK: One fact

    private func insert(_ new: NewFact, recorded: Instant) throws(LogError) -> Appended {
        var row = try StoredFact(new, seq: size, recorded: recorded, salt: salts.next(), hasher: hasher)
        if !(try insert(row)) {
            let earlier = try statements.latest(like: row, anySession: new.body.kind != .punch)
            guard memory.rules.isNews(new.body, since: earlier) else { return .known(earlier) }
            row.session = earlier
            guard try insert(row) else {
                throw .damaged(path: connection.path, detail: "fact \(earlier) is in its index twice")
            }
        }
        memory.rules.note(new.body, seq: row.seq)
        return .added(row.seq)
    }

    /// Inserts a row unless its identity is there already; returns whether it did.
    private func insert(_ row: StoredFact) throws(LogError) -> Bool {
        let leaf = row.leaf(hasher, buffer: &leafBuffer)
        try row.bind(to: statements.insertFact, leaf: leaf)
        do throws(LogError) {
            try statements.insertFact.run()
        } catch {
            statements.insertFact.reset()
            throw error
        }
        guard connection.changes == 1 else { return false }
        if let root = memory.edge.append(kind: row.kind, at: row.at, leaf: leaf, hasher) {
            try statements.insertTile(memory.edge.full.size / Schema.blockSize, root, memory.edge.block)
            memory.edge.beginBlock(after: root, hasher)
        }
        return true
    }
}
