package import AttendanceModel

/// How the daemon and its devices do right now.
package struct Status: Hashable, Sendable {
    package struct Device: Hashable, Sendable {
        package enum State: String, Hashable, Sendable { case up, lost, stopped, waiting }

        package let id: DeviceID
        /// The driver's name in the configuration, such as `rdm6300`.
        package let driver: String
        package let port: String
        package let state: State
        /// Since when it is in this state.
        package let since: Instant
        /// Why it is not up, one sentence.
        package let reason: String?
        /// Complete frames that were read.
        package let frames: Int64
        package let punches: Int64
        /// Bytes thrown away, by reason.
        package let discarded: [String: Int64]
        /// When the last byte came; nil when none did.
        package let lastByte: Instant?
    }

    package enum Store: Hashable, Sendable {
        case fine
        /// Since when the log cannot be written, and why; punches wait.
        case failing(since: Instant, reason: String)
    }

    /// When the daemon started.
    package let started: Instant
    package let version: String
    package let dataDirectory: String
    /// Facts in the log.
    package let facts: Int64
    /// Punches that wait to be written.
    package let waiting: Int
    package let store: Store
    /// The last punch of any device since the daemon started.
    package let lastPunch: Instant?
    package let devices: [Device]
}
