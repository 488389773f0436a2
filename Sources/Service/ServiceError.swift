package import Runtime

/// Why the service, or a connection to it, cannot do what was asked.
package enum ServiceError: Error, Hashable, Sendable {
    /// A file or folder cannot be used: what was tried, on what, why.
    case file(doing: String, path: String, Errno)
    /// Input has faults; each finding is `place: what, why, what to do`.
    case findings([String])
    /// Somebody owns the log but does not answer at its socket.
    case ownerSilent(dataDirectory: String, socket: String, Errno)
    /// The owner answered with something that this program does not understand.
    case notUnderstood(socket: String, detail: String)
    /// The owner refused; its own sentence, the same in Chinese if it has one, and exit status.
    case refused(String, chinese: String? = nil, exitStatus: Int32)
    /// The log cannot be opened or written: the store's own sentence and exit status.
    case store(String, exitStatus: Int32)

    /// The exit status for this error, as in sysexits.h.
    package var exitStatus: Int32 {
        switch self {
        case .file(_, _, let error): error == .notFound ? 66 : 74
        case .findings: 65
        case .ownerSilent: 69
        case .notUnderstood: 76
        case .refused(_, _, let status), .store(_, let status): status
        }
    }
}

extension ServiceError {
    /// The owner's sentence in Chinese, where it is about somebody's file.
    var chinese: String? {
        if case .refused(_, let chinese, _) = self { chinese } else { nil }
    }
}

extension ServiceError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let doing, let path, let error): "Cannot \(doing) \(path): \(error)."
        case .findings(let findings): findings.joined(separator: "\n")
        case .ownerSilent(let directory, let socket, let error):
            "The log in \(directory) is in use, but nobody answers at \(socket) (\(error)); "
                + "wait for the other command to end, or restart dutyclockd."
        case .notUnderstood(let socket, let detail):
            "The answer from \(socket) is not understood (\(detail)); use dutyclock and dutyclockd of one version."
        case .refused(let sentence, _, _), .store(let sentence, _): sentence
        }
    }
}
