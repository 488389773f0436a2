internal import Glibc

/// Who writes the log of a directory just now.
package struct LogOwner: Hashable, Sendable {
    package let pid: Int32
    package let program: String
    /// Where it takes commands; nil when it takes none.
    package let socketPath: String?

    /// Asks who holds `events.lock` in `directory`, without touching the lock; nil when nobody does.
    package static func current(directory: String) throws(LogError) -> LogOwner? {
        let path = LogFiles.lock(directory)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LogFiles.failure(path, "open")
        }
        defer { close(descriptor) }
        guard OwnerLock.isHeld(descriptor) else { return nil }
        return OwnerLock.contents(path) ?? LogOwner(pid: 0, program: "another program", socketPath: nil)
    }
}
