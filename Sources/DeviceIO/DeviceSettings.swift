package import AttendanceModel
package import WireFormats

/// One reader on one port, as the configuration has it.
package struct DeviceSettings: Hashable, Sendable {
    package let id: DeviceID
    /// The name of a driver of the registry.
    package let driver: String
    /// A device file or a symbolic link to one, `/dev/serial/by-path/…` best.
    package let port: String
    package let serial: SerialSettings
    /// How the reader's texts are card numbers; nil where the protocol says it, or where nobody has said it.
    package let format: CardProfile?

    package init(id: DeviceID, driver: String, port: String, serial: SerialSettings, format: CardProfile?) {
        self.id = id
        self.driver = driver
        self.port = port
        self.serial = serial
        self.format = format
    }
}
