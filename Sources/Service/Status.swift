package import AttendanceModel

/// How the daemon and its devices do right now.
package struct Status: Hashable, Sendable {
    package struct Device: Hashable, Sendable {
        package enum State: String, Hashable, Sendable {
            case up, lost, stopped
            /// Not opened yet.
            case waiting
        }

        package let id: DeviceID
        /// The driver's name in the configuration, such as `rdm6300`.
        package let driver: String
        package let port: String
        /// Where it is, as the configuration says.
        package var place: String?
        package var state: State
        /// Since when it is in this state.
        package var since: Instant
        /// Why it is lost, one sentence.
        package var reason: String?
        /// Complete frames since the port was last opened.
        package var frames: Int64 = 0
        /// Punches since the daemon started.
        package var punches: Int64 = 0
        /// Bytes that belonged to no frame since the port was last opened, by reason.
        package var discarded: [String: Int64] = [:]
        /// When the last byte came; nil when none did.
        package var lastByte: Instant?

        package init(id: DeviceID, driver: String, port: String, state: State, since: Instant) {
            self.id = id
            self.driver = driver
            self.port = port
            self.state = state
            self.since = since
        }
    }

    package enum Store: Hashable, Sendable {
        case fine
        /// Since when the log cannot be written, and why; punches wait meanwhile.
        case failing(since: Instant, reason: String)
    }

    /// When the daemon started.
    package let started: Instant
    package let version: String
    package let dataDirectory: String
    /// Facts in the log.
    package var facts: Int64 = 0
    /// Submissions that wait to be written.
    package var waiting = 0
    package var store = Store.fine
    /// The last punch of any reader since the daemon started.
    package var lastPunch: Instant?
    /// In the order of the configuration.
    package var devices: [Device] = []

    package init(started: Instant, version: String, dataDirectory: String) {
        self.started = started
        self.version = version
        self.dataDirectory = dataDirectory
    }
}
