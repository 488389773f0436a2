import CLinux
import Glibc

/// What the daemon tells its service manager: one datagram each, as sd_notify(3) describes.
package struct Notify: Sendable {
    private let path: String?
    /// How often the manager wants to hear that the program is alive; nil when it does not care.
    package let watchdogInterval: Duration?

    /// Reads `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`; without them every message is a no-op.
    package init(environment: (String) -> String? = environmentVariable) {
        path = environment("NOTIFY_SOCKET").flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        let isForUs = environment("WATCHDOG_PID").map { Int32($0) == getpid() } ?? true
        let microseconds = environment("WATCHDOG_USEC").flatMap { Int64($0) }
        watchdogInterval = isForUs ? microseconds.flatMap { $0 > 0 ? .microseconds($0) : nil } : nil
    }

    package enum State: Sendable {
        case ready
        /// The configuration is being read again; `ready` follows.
        case reloading
        case stopping
        case watchdog
    }

    /// Says `state`, with one line for `systemctl status`. A manager that does not listen is no reason to stop.
    package func tell(_ state: State? = nil, status: String? = nil) {
        var lines: [String] = []
        switch state {
        case .ready: lines.append("READY=1")
        case .reloading:
            var time = timespec()
            // SAFETY: clock_gettime writes one timespec.
            _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
            lines += ["RELOADING=1", "MONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)"]
        case .stopping: lines.append("STOPPING=1")
        case .watchdog: lines.append("WATCHDOG=1")
        case nil: break
        }
        if let status { lines.append("STATUS=\(status.split(separator: "\n").joined(separator: " "))") }
        guard let path, !lines.isEmpty else { return }
        try? LocalSocket.send(Array(lines.joined(separator: "\n").utf8), to: path)
    }
}

/// The value of an environment variable; nil when it is not set.
package func environmentVariable(_ name: String) -> String? {
    // SAFETY: the environment is not changed after the start; the text is copied at once.
    unsafe getenv(name).map { unsafe String(cString: $0) }
}
