internal import Evidence
internal import Glibc

/// The files of a data directory.
enum LogFiles {
    static func database(_ directory: String) -> String { directory + "/events.db" }
    static func lock(_ directory: String) -> String { directory + "/events.lock" }
    /// The last checkpoint line, for the day on which the database itself can no longer be read.
    static func checkpoint(_ directory: String) -> String { directory + "/events.checkpoint" }

    static func failure(_ path: String, _ action: String, _ code: Int32 = errno) -> LogError {
        switch code {
        case ENOENT: .missing(path: path)
        case EACCES, EPERM: .forbidden(path: path)
        case ENOSPC, EDQUOT: .full(path: path)
        default: .failed(path: path, action: action, reason: unsafe String(cString: strerror(code)))
        }
    }

    /// Makes `directory` when it is missing: its group may read, and new files get its group.
    static func makeDirectory(_ directory: String) throws(LogError) {
        if unsafe mkdir(directory, 0o750) == 0 {
            guard unsafe chmod(directory, 0o2750) == 0 else { throw failure(directory, "set the rights of") }
        } else if errno != EEXIST {
            throw failure(directory, "make")
        }
    }

    /// Makes an empty file readable by the group, unless it is there; SQLite gives its side files the same rights.
    static func makeFile(_ path: String) throws(LogError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw failure(path, "make")
        }
        defer { close(descriptor) }
        // The umask must not take the group's right to read.
        guard fchmod(descriptor, 0o640) == 0 else { throw failure(path, "set the rights of") }
    }

    /// Makes the names in `directory` survive a power cut.
    static func syncDirectory(_ directory: String) throws(LogError) {
        let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(directory, "open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(directory, "write") }
    }

    /// Makes a finished file and its name survive a power cut.
    static func sync(_ path: String) throws(LogError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, "open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path, "write") }
        let end = path.lastIndex(of: "/")
        try syncDirectory(end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    }

    /// Removes a database that was not finished, and its side files.
    static func remove(_ path: String) {
        for side in ["", "-journal", "-wal", "-shm"] { unsafe unlink(path + side) }
    }

    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Bytes in a file; 0 when there is none.
    static func byteCount(_ path: String) -> Int64 {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// The text of a small file, at most 4096 bytes of it; nil when it cannot be read.
    static func text(_ path: String) -> String? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// The checkpoint that a writer left in `directory`; nil when there is none that can be read.
    static func keptCheckpoint(_ directory: String) -> Checkpoint? {
        text(checkpoint(directory)).flatMap { Checkpoint($0.prefix { $0 != "\n" }) }
    }

    /// Replaces a small file as a whole: a reader, or a power cut, sees the old text or the new.
    static func replace(_ path: String, with text: String) throws(LogError) {
        let temporary = path + ".new"
        // One that another account left behind could not be written, but it can be removed.
        unsafe unlink(temporary)
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(temporary, "make") }
        let bytes = Array(text.utf8)
        let written = unsafe write(descriptor, bytes, bytes.count)
        let isSynced = written == bytes.count && fchmod(descriptor, 0o640) == 0 && fsync(descriptor) == 0
        let problem = errno
        close(descriptor)
        guard isSynced else { throw failure(temporary, "write", problem) }
        guard unsafe rename(temporary, path) == 0 else { throw failure(path, "replace") }
    }

    /// Renames the database and its side files by adding `suffix`; returns the database's new path.
    ///
    /// The write-ahead log belongs to the database: it gets its second name first, so that no power cut between
    /// can part them, and its first name goes last.
    static func setAside(_ directory: String, suffix: String) throws(LogError) -> String {
        let old = database(directory)
        let new = old + suffix
        for side in ["-wal", "-shm"] where exists(old + side) {
            guard unsafe link(old + side, new + side) == 0 || errno == EEXIST else {
                throw failure(old + side, "rename")
            }
        }
        if exists(old) {
            guard unsafe rename(old, new) == 0 else { throw failure(old, "rename") }
        }
        try syncDirectory(directory)
        for side in ["-wal", "-shm"] where exists(old + side) {
            guard unsafe unlink(old + side) == 0 else { throw failure(old + side, "rename") }
        }
        return new
    }
}
