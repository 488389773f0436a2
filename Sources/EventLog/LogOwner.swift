/// Who writes the log of a directory just now.
package struct LogOwner: Hashable, Sendable {
    package let pid: Int32
    package let program: String
    /// Where it takes commands; nil when it takes none.
    package let socketPath: String?

    /// Asks who holds `events.lock` in `directory`, without touching the lock; nil when nobody does.
    package static func current(directory: String) throws(LogError) -> LogOwner? {
        throw .missing(path: directory)
    }
}
