/// Why the log could not be opened, read or written; each case's description is one sentence for people.
package enum LogError: Error, Hashable, Sendable {
    /// There is no log at `path` (exit 66).
    case missing(path: String)
    /// The account may not open the log at `path` (exit 77).
    case forbidden(path: String)
    /// Another program writes it: only one may (exit 75).
    case owned(path: String, program: String, pid: Int32)
    /// The file is not a log of ours (exit 65).
    case notALog(path: String)
    /// A later version of this program wrote it (exit 65).
    case newer(path: String, version: Int64, known: Int64)
    /// The file's content contradicts itself (exit 65): `LogStore.startNewSegment` sets it aside.
    case damaged(path: String, detail: String)
    /// No space is left, or a limit is reached (exit 74); nothing of the open transaction was kept.
    case full(path: String)
    /// The operating system or SQLite reported a failure (exit 74); nothing of the open transaction was kept.
    case failed(path: String, action: String, reason: String)
    /// A fact that cannot be stored as it is (exit 65): the caller's mistake; nothing of its call was kept.
    case refused(reason: String)
    /// The rows of an import that were not yet committed are gone, since another write failed: begin it again.
    case importLost
    /// The store or reader was closed before.
    case closed(path: String)
}

extension LogError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "There is no event log at \(path): start dutyclockd, or name its directory with --data."
        case .forbidden(let path):
            "The event log \(path) may not be opened by this account: join the group that owns its directory;"
                + " to write, dutyclockd has to run as well."
        case .owned(let path, let program, let pid):
            "The event log \(path) is already being written by \(program) (pid \(pid)):"
                + " send the command to it, or stop it first."
        case .notALog(let path):
            "The file \(path) is not an event log of dutyclock: move it away, or name another directory."
        case .newer(let path, let version, let known):
            "The event log \(path) has format \(version) and this program knows up to \(known):"
                + " install the newer dutyclock."
        case .damaged(let path, let detail):
            "The event log \(path) is damaged (\(detail)): keep the file, it is needed to find out what is missing."
        case .full(let path):
            "The event log \(path) could not be written because no space is left: free some, nothing was half-written."
        case .failed(let path, let action, let reason):
            "The event log \(path) failed to \(action): \(reason)."
        case .refused(let reason):
            "A fact was refused: \(reason)."
        case .importLost:
            "The rows of the import that were not yet committed are lost because a write failed: import it again."
        case .closed(let path):
            "The event log \(path) was used after it was closed."
        }
    }
}
