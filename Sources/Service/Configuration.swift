package import DeviceIO

/// What dutyclock.json5 says.
package struct Configuration: Hashable, Sendable {
    /// Where the log lives.
    package var dataDirectory = defaultDataDirectory
    /// The zone of the school, an IANA name.
    package var zone = defaultZone
    /// Where the daemon listens; nil means `control.sock` in the data directory.
    package var socket: String?
    package var devices: [DeviceSettings] = []
    /// Where each device is, by its id, as people say it.
    package var places: [String: String] = [:]

    package static let defaultPath = "/etc/dutyclock/dutyclock.json5"
    package static let defaultDataDirectory = "/var/lib/dutyclock"
    package static let defaultZone = "Asia/Shanghai"

    package init() {}

    /// Where the daemon listens.
    package var socketPath: String { socket ?? dataDirectory + "/control.sock" }
}
