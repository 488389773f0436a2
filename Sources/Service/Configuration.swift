package import AttendanceModel

/// What dutyclock.json5 says.
package struct Configuration: Hashable, Sendable {
    /// One reader on one port.
    package struct Device: Hashable, Sendable {
        package enum Driver: String, Hashable, Sendable, CaseIterable {
            case rdm6300, id12, line
        }

        package let id: DeviceID
        package let driver: Driver
        /// A device file or a symbolic link to one, `/dev/serial/by-path/…` best.
        package let port: String
        /// Bits per second.
        package let baud: Int
        package let place: String?
        /// How a line reader's digits are to be read: the number format's name in WireFormats.
        package let format: String?
    }

    /// Where the log lives.
    package let dataDirectory: String
    /// The zone of the school, an IANA name.
    package let zone: String
    /// Where the daemon listens; nil means `control.sock` in the data directory.
    package let socket: String?
    package let devices: [Device]

    package static let defaultPath = "/etc/dutyclock/dutyclock.json5"
    package static let defaultDataDirectory = "/var/lib/dutyclock"
    package static let defaultZone = "Asia/Shanghai"
}
