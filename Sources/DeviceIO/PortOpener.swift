import Glibc
package import Runtime
package import WireFormats

/// Opens a reader's port: no flow control, DTR and RTS raised, claimed for us alone, what had arrived before thrown away.
///
/// Opening may block for seconds (a modem-like port waits for its lines), so it happens on a thread of its own.
package protocol PortOpener: Sendable {
    /// The open port, which does not block.
    func open(_ path: String, _ settings: SerialSettings) throws(DeviceError) -> FileDescriptor
}

/// What the daemon uses: libserialport for serial hardware, plain termios for pseudo-terminals.
///
/// libserialport refuses a pseudo-terminal, which has neither modem lines nor an entry in sysfs.
package struct StandardPortOpener: PortOpener {
    package init() {}

    package func open(_ path: String, _ settings: SerialSettings) throws(DeviceError) -> FileDescriptor {
        let real = try resolve(path)
        return real.hasPrefix("/dev/pts/")
            ? try TermiosPortOpener().open(real, settings) : try SerialPortOpener().open(real, settings)
    }
}

/// The device file behind a stable name such as `/dev/serial/by-path/…`.
func resolve(_ path: String) throws(DeviceError) -> String {
    // SAFETY: realpath returns a text from malloc, which is copied and freed here, or nil.
    guard let real = unsafe realpath(path, nil) else { throw DeviceError(opening: path, .last) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
}
