import Glibc

/// Where the daemon says what happened: the journal when it runs under one, else standard error.
package struct Journal: Sendable {
    /// The levels of syslog(3) that the daemon uses.
    package enum Level: Int, Sendable, Hashable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6

        var word: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .notice: "notice"
            case .info: "info"
            }
        }
    }

    private let path: String?
    private let program: String
    private let isSilent: Bool

    /// Uses the journal if `JOURNAL_STREAM` names what standard error is connected to (systemd.exec(5)), or at
    /// `socket`, for tests.
    package init(program: String, socket: String? = nil) {
        self.program = program
        isSilent = false
        path = socket ?? (Self.standardErrorIsJournal() ? "/run/systemd/journal/socket" : nil)
    }

    private init() {
        program = ""
        isSilent = true
        path = nil
    }

    /// Says nothing, for a daemon within a program that tells its own story.
    package static let silent = Journal()

    /// Writes one entry; `fields` are further journal fields, named in capitals.
    package func log(_ level: Level, _ message: String, fields: [(name: String, value: String)] = []) {
        if isSilent { return }
        if let path {
            var entry: [UInt8] = []
            Self.append(&entry, "MESSAGE", message)
            Self.append(&entry, "PRIORITY", String(level.rawValue))
            Self.append(&entry, "SYSLOG_IDENTIFIER", program)
            for field in fields { Self.append(&entry, field.name, field.value) }
            if (try? LocalSocket.send(entry, to: path)) != nil { return }
        }
        let line = "\(program): \(level.word): \(message)\n"
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty, let count = try? writeBytes(rest, to: STDERR_FILENO), count > 0 {
            rest = rest.dropFirst(count)
        }
    }

    /// The journal's native form: `NAME=value`, or the name, a 64-bit little-endian length and the value when it has
    /// line ends.
    static func append(_ entry: inout [UInt8], _ name: String, _ value: String) {
        entry += name.utf8
        if value.utf8.contains(0x0A) {
            entry.append(0x0A)
            let length = UInt64(value.utf8.count)
            for shift in stride(from: 0, to: 64, by: 8) { entry.append(UInt8(truncatingIfNeeded: length >> shift)) }
        } else {
            entry.append(0x3D)
        }
        entry += value.utf8
        entry.append(0x0A)
    }

    private static func standardErrorIsJournal() -> Bool {
        guard let stream = environmentVariable("JOURNAL_STREAM") else { return false }
        var status = stat()
        // SAFETY: fstat fills the one structure.
        guard unsafe fstat(STDERR_FILENO, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }
}
