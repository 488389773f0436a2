import Glibc
package import Runtime
package import WireFormats

/// Opens a pseudo-terminal with termios alone: always 8 bits without parity, since a pseudo-terminal has no other.
///
/// It is not claimed (TIOCEXCL): while its other end is open the mark outlives a killed daemon, and would lock out
/// every later one but root's. The mark of serial hardware goes with the last descriptor.
package struct TermiosPortOpener: PortOpener {
    package init() {}

    package func open(_ path: String, _ serial: SerialSettings) throws(DeviceError) -> FileDescriptor {
        let descriptor: FileDescriptor
        do throws(Errno) {
            descriptor = try FileDescriptor.open(path, flags: O_RDWR | O_NOCTTY | O_NONBLOCK)
        } catch {
            throw DeviceError(opening: path, error)
        }
        var settings = termios()
        // SAFETY: tcgetattr, cfmakeraw and tcsetattr read and write the one structure.
        guard unsafe tcgetattr(descriptor.number, &settings) == 0 else { throw .notSerial(port: path) }
        unsafe cfmakeraw(&settings)
        settings.c_cflag |= tcflag_t(CLOCAL | CREAD)
        guard let speed = Self.speeds[serial.baudRate], unsafe cfsetspeed(&settings, speed) == 0 else {
            throw .setting(port: path, what: "\(serial.baudRate) bit/s", Errno(EINVAL))
        }
        guard unsafe tcsetattr(descriptor.number, TCSANOW, &settings) == 0 else {
            throw .setting(port: path, what: "raw mode", .last)
        }
        tcflush(descriptor.number, TCIFLUSH)
        return descriptor
    }

    private static let speeds: [Int: speed_t] = [
        1200: speed_t(B1200), 2400: speed_t(B2400), 4800: speed_t(B4800), 9600: speed_t(B9600),
        19200: speed_t(B19200), 38400: speed_t(B38400), 57600: speed_t(B57600), 115200: speed_t(B115200),
    ]
}
