internal import CSQLite
internal import Glibc

/// The lock file `events.lock` while this process is the owner of a log; given back when it goes away.
@safe final class OwnerLock {
    private let descriptor: Int32

    /// Takes the lock of `directory`; throws `owned` and names the owner when somebody else has it.
    init(directory: String, program: String, socketPath: String?) throws(LogError) {
        let path = LogFiles.lock(directory)
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw LogFiles.failure(path, "open") }
        // The lock belongs to the open file, so a second attempt within this process is refused as well.
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        guard unsafe fcntl(descriptor, Int32(dutyclock_ofd_setlk), &lock) == 0 else {
            let problem = errno
            Glibc.close(descriptor)
            guard problem == EAGAIN || problem == EACCES else { throw LogFiles.failure(path, "lock", problem) }
            let owner = OwnerLock.contents(path)
            throw .owned(
                path: LogFiles.database(directory), program: owner?.program ?? "another program",
                pid: owner?.pid ?? 0)
        }
        self.descriptor = descriptor
        let text = "pid \(getpid())\nprogram \(program)\n" + (socketPath.map { "socket \($0)\n" } ?? "")
        let bytes = Array(text.utf8)
        let written = unsafe pwrite(descriptor, bytes, bytes.count, 0)
        guard written == bytes.count, ftruncate(descriptor, off_t(bytes.count)) == 0 else {
            throw LogFiles.failure(path, "write")
        }
    }

    deinit {
        // A child that was forked a moment ago may still have the file open: closing alone would leave it the lock.
        var lock = flock()
        lock.l_type = Int16(F_UNLCK)
        _ = unsafe fcntl(descriptor, Int32(dutyclock_ofd_setlk), &lock)
        close(descriptor)
    }

    /// Whether anybody has the lock of the open file.
    static func isHeld(_ descriptor: Int32) -> Bool {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        guard unsafe fcntl(descriptor, Int32(dutyclock_ofd_getlk), &lock) == 0 else { return false }
        return lock.l_type != Int16(F_UNLCK)
    }

    /// What the owner wrote into the lock file.
    static func contents(_ path: String) -> LogOwner? {
        guard let text = LogFiles.text(path) else { return nil }
        var values: [Substring: Substring] = [:]
        for line in text.split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            values[line[..<space]] = line[line.index(after: space)...]
        }
        guard let pid = values["pid"].flatMap({ Int32($0) }), let program = values["program"] else { return nil }
        return LogOwner(pid: pid, program: String(program), socketPath: values["socket"].map(String.init))
    }
}
