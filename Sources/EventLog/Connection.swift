internal import CSQLite
internal import Glibc

/// One SQLite connection, set up the way every connection of this program is; confined to one thread.
@safe final class Connection {
    enum Role { case owner, reader, backup }

    let path: String
    private let handle: OpaquePointer
    /// Frames in the write-ahead log after the last commit of this connection.
    private let walFrames: UnsafeMutablePointer<Int32>
    private var isOpen = true

    init(path: String, role: Role) throws(LogError) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_NOMUTEX | (role == .reader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE)
        let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened = unsafe opened else {
            throw .failed(path: path, action: "open", reason: "out of memory")
        }
        self.path = path
        unsafe handle = opened
        unsafe walFrames = .allocate(capacity: 1)
        unsafe walFrames.initialize(to: 0)
        guard code == SQLITE_OK else { throw failure(code, "open") }
        unsafe sqlite3_extended_result_codes(handle, 1)
        try setUp(role)
    }

    deinit {
        if isOpen { unsafe sqlite3_close_v2(handle) }
        unsafe walFrames.deallocate()
    }

    /// Closes the connection; its statements must be gone.
    func close() throws(LogError) {
        guard isOpen else { return }
        let code = unsafe sqlite3_close(handle)
        guard code == SQLITE_OK else { throw failure(code, "close") }
        isOpen = false
    }

    private func setUp(_ role: Role) throws(LogError) {
        try check(unsafe sqlite3_busy_timeout(handle, 2000), "set up")
        try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
        try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        try execute("PRAGMA trusted_schema=OFF")
        try execute("PRAGMA cell_size_check=ON")
        if role == .reader { try execute("PRAGMA query_only=ON") }
        guard role == .owner else { return }
        // The triggers are for every other tool; here the same rules are code, at twice the speed.
        try configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
        var persist: Int32 = 1
        try check(unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &persist), "set up")
        unsafe sqlite3_wal_hook(
            handle,
            { context, _, _, frames in
                unsafe context?.assumingMemoryBound(to: Int32.self).pointee = frames
                return SQLITE_OK
            }, walFrames)
    }

    /// Switches to the write-ahead log; setting the hook above has switched automatic checkpoints off already.
    func useWriteAheadLog() throws(LogError) {
        guard try text("PRAGMA journal_mode=WAL") == "wal" else {
            throw .failed(path: path, action: "use a write-ahead log", reason: "the file system does not allow it")
        }
        try execute("PRAGMA synchronous=FULL")
        try execute("PRAGMA cache_size=-\(LogStore.cacheWhenIdle)")
        // A write-ahead log that a long import made large shrinks to this when it begins anew.
        try execute("PRAGMA journal_size_limit=16777216")
    }

    var framesInLog: Int { Int(unsafe walFrames.pointee) }

    enum CheckpointMode { case passive, truncate }

    /// Copies the write-ahead log into the main file; returns whether all of it could be copied.
    func checkpoint(_ mode: CheckpointMode) throws(LogError) -> Bool {
        var frames: Int32 = 0
        var copied: Int32 = 0
        let mode = mode == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE
        let code = unsafe sqlite3_wal_checkpoint_v2(handle, "main", mode, &frames, &copied)
        if code & 0xFF == SQLITE_BUSY { return false }
        try check(code, "copy its write-ahead log")
        return frames == copied
    }

    /// Copies one state of the whole database into the empty one of `other`.
    func copy(into other: Connection) throws(LogError) {
        guard let copying = unsafe sqlite3_backup_init(other.handle, "main", handle, "main") else {
            throw other.failure(unsafe sqlite3_errcode(other.handle), "take a copy")
        }
        let code = unsafe sqlite3_backup_step(copying, -1)
        let end = unsafe sqlite3_backup_finish(copying)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            throw other.failure(end == SQLITE_OK ? code : end, "take a copy")
        }
    }

    func releaseMemory() {
        unsafe sqlite3_db_release_memory(handle)
    }

    /// Whether a transaction is open; SQLite ends it by itself after some failures.
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// The rows that the last statement inserted.
    var changes: Int64 { unsafe sqlite3_changes64(handle) }

    func configure(_ option: Int32, _ value: Bool) throws(LogError) {
        try check(unsafe dutyclock_db_config(handle, option, value ? 1 : 0, nil), "set up")
    }

    func configuration(_ option: Int32) throws(LogError) -> Bool {
        var value: Int32 = -1
        try check(unsafe dutyclock_db_config(handle, option, -1, &value), "read its settings")
        return value == 1
    }

    /// Whether the write-ahead log stays when the last connection closes, so that others can still read.
    func keepsWriteAheadLog() throws(LogError) -> Bool {
        var persist: Int32 = -1
        try check(unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &persist), "read its settings")
        return persist == 1
    }

    /// Runs SQL without results.
    func execute(_ sql: String) throws(LogError) {
        try check(unsafe sqlite3_exec(handle, sql, nil, nil, nil), "run “\(sql.prefix(60))”")
    }

    func prepare(_ sql: String) throws(LogError) -> Statement {
        var statement: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement = unsafe statement else { throw failure(code, "read") }
        return unsafe Statement(statement, of: self)
    }

    /// The first column of the first row as a number; nil when there is no row or it is null.
    func integer(_ sql: String) throws(LogError) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.optionalInteger(0) : nil
    }

    func text(_ sql: String) throws(LogError) -> String? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.text(0) : nil
    }

    func check(_ code: Int32, _ action: String) throws(LogError) {
        if code != SQLITE_OK { throw failure(code, action) }
    }

    /// What the last failure of this connection means.
    func failure(_ code: Int32, _ action: String) -> LogError {
        let detail = unsafe String(cString: sqlite3_errmsg(handle))
        let system = unsafe sqlite3_system_errno(handle)
        switch code & 0xFF {
        case SQLITE_FULL: return .full(path: path)
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .damaged(path: path, detail: detail)
        case SQLITE_PERM, SQLITE_AUTH: return .forbidden(path: path)
        case SQLITE_CANTOPEN where system == EACCES || system == EPERM: return .forbidden(path: path)
        case SQLITE_CANTOPEN where system == ENOENT: return .missing(path: path)
        case SQLITE_IOERR where system == ENOSPC || system == EDQUOT || system == EFBIG: return .full(path: path)
        case SQLITE_IOERR where system != 0:
            return .failed(path: path, action: action, reason: "\(detail), \(unsafe String(cString: strerror(system)))")
        default: return .failed(path: path, action: action, reason: "\(detail) (SQLite \(code))")
        }
    }
}
