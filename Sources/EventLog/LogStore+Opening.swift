package import AttendanceModel
internal import Evidence

extension LogStore {
    /// Opens the log in `directory` for writing, making directory and log when there is none.
    ///
    /// The first fact of a new log names the last checkpoint that was kept in the directory: that of a log which is
    /// gone.
    /// After an unclean stop the file is checked first; `damaged` asks for `startNewSegment`.
    /// - Parameters:
    ///   - directory: the data directory; its rights are kept.
    ///   - program: the name told to a second program that tries the same.
    ///   - socketPath: where the owner takes commands, for `LogOwner`; nil when it takes none.
    ///   - now: the host's clock.
    /// - Throws: `owned` when another program writes it; `notALog`, `newer` and `damaged` for the file; else `failed`.
    /// - Returns: the open log.
    package static func open(
        directory: String, program: String, socketPath: String?, now: @escaping () -> Instant
    ) throws(LogError) -> LogStore {
        try LogFiles.makeDirectory(directory)
        let lock = try OwnerLock(directory: directory, program: program, socketPath: socketPath)
        return try open(directory: directory, lock: lock, now: now)
    }

    /// Sets a damaged log aside and begins a new one whose first fact names the last known checkpoint.
    ///
    /// The files are renamed, never written.
    /// - Returns: the new log, and the path that the old one has now.
    package static func startNewSegment(
        directory: String, program: String, socketPath: String?, now: @escaping () -> Instant
    ) throws(LogError) -> (store: LogStore, setAside: String) {
        let lock = try OwnerLock(directory: directory, program: program, socketPath: socketPath)
        let setAside = try LogFiles.setAside(directory, suffix: suffix(now()))
        return (try open(directory: directory, lock: lock, now: now), setAside)
    }

    private static func suffix(_ time: Instant) -> String {
        let local = LocalDateTime(wallSeconds: time.seconds)
        let digits = "\(local.date)T\(local.time)Z".filter { $0 != "-" && $0 != ":" }
        return ".damaged-\(digits)"
    }

    private static func open(
        directory: String, lock: OwnerLock, now: @escaping () -> Instant
    ) throws(LogError) -> LogStore {
        let path = LogFiles.database(directory)
        if !LogFiles.exists(path) {
            // A write-ahead log without its database would be taken for the new one's.
            if LogFiles.exists(path + "-wal") { _ = try LogFiles.setAside(directory, suffix: suffix(now())) }
            try LogFiles.makeFile(path)
            try LogFiles.syncDirectory(directory)
        }
        let wasStoppedCleanly = LogFiles.byteCount(path + "-wal") == 0
        let connection = try Connection(path: path, role: .owner)
        _ = try Schema.checkedVersion(connection)
        try connection.useWriteAheadLog()
        if !wasStoppedCleanly { try quickCheck(connection) }
        let isNew = try Schema.prepare(connection)
        let store = try LogStore(directory: directory, connection: connection, lock: lock, now: now)
        if isNew {
            store.begin(with: Memory(), logID: "")
            _ = try store.append(genesis(LogFiles.keptCheckpoint(directory)))
        }
        let reading = try LogReading(connection)
        store.begin(with: try reading.memory(store.hasher), logID: try reading.logID())
        return store
    }

    private static func quickCheck(_ connection: Connection) throws(LogError) {
        let result = try connection.text("PRAGMA quick_check(1)")
        guard result == "ok" else { throw .damaged(path: connection.path, detail: result ?? "no answer") }
    }

    private static func genesis(_ previous: Checkpoint?) -> NewFact {
        var salts = SaltSource()
        let name = lowerHex(salts.next().bytes)
        return NewFact(
            .genesis(Genesis(log: name, previous: previous?.description)), at: nil, source: "log", author: "log")
    }
}
