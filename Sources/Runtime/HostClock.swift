import CLinux
import Glibc
import Synchronization

/// The time of the computer; injected, so that a demo or a test can live through a month in a minute.
package protocol HostClock: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    func now() -> Int64
    /// Whether something keeps this clock right.
    func synchronisation() -> ClockSynchronisation
}

/// What is known of the host clock's truth; stored with every punch that carries host time.
package enum ClockSynchronisation: Sendable, Hashable {
    case synchronised, unsynchronised, unknown
}

/// The real clock.
package struct SystemClock: HostClock {
    /// systemd-timesyncd touches this file at every synchronisation.
    private static let stamp = "/run/systemd/timesync/synchronized"

    package init() {}

    package func now() -> Int64 {
        var time = timespec()
        // SAFETY: clock_gettime writes one timespec; CLOCK_REALTIME always exists.
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// The kernel's own word, or timesyncd's where the sandbox forbids to ask the kernel (`ProtectClock=`).
    package func synchronisation() -> ClockSynchronisation {
        var state = timex()
        // SAFETY: with `modes` 0 adjtimex only fills the structure.
        let answer = unsafe adjtimex(&state)
        if answer >= 0 { return state.status & STA_UNSYNC == 0 ? .synchronised : .unsynchronised }
        return unsafe access(Self.stamp, F_OK) == 0 ? .synchronised : .unknown
    }
}

/// A clock that stands still until it is told to move.
package final class ManualClock: HostClock {
    private let time: Mutex<Int64>

    /// - Parameter now: milliseconds since 1970-01-01T00:00:00Z.
    package init(now: Int64) {
        time = Mutex(now)
    }

    package func now() -> Int64 { time.withLock { $0 } }

    package func synchronisation() -> ClockSynchronisation { .synchronised }

    package func set(_ now: Int64) { time.withLock { $0 = now } }

    package func advance(byMilliseconds delta: Int64) { time.withLock { $0 &+= delta } }
}
