package import Runtime

/// Why a reader's port cannot be used, or is no longer there.
package enum DeviceError: Error, Hashable, Sendable {
    /// Nothing is plugged in there.
    case absent(port: String)
    case forbidden(port: String)
    /// Another program has the port open (ModemManager, brltty, a terminal program).
    case busy(port: String)
    case notSerial(port: String)
    /// A setting that the port does not take.
    case setting(port: String, what: String, Errno)
    /// A system call failed.
    case failed(port: String, doing: String, Errno)
    /// It was pulled out, or its other end was closed.
    case unplugged(port: String)
}

extension DeviceError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .absent(let port): "Nothing is plugged in at \(port): check the cable, or the path in the configuration."
        case .forbidden(let port):
            "The port \(port) may not be opened by this account: install the udev rules, or give its group access."
        case .busy(let port): "The port \(port) is in use by another program: end that program (ModemManager, brltty?)."
        case .notSerial(let port): "The path \(port) is not a serial port: name one below /dev/serial/by-path."
        case .setting(let port, let what, let error): "The port \(port) does not take \(what): \(error)."
        case .failed(let port, let doing, let error): "The port \(port) failed to \(doing): \(error)."
        case .unplugged(let port): "The port \(port) is gone: the reader was pulled out."
        }
    }

    /// The case that an error of open(2) on a port means.
    init(opening port: String, _ error: Errno) {
        switch error {
        case Errno(2), Errno(6), Errno(19): self = .absent(port: port)  // ENOENT, ENXIO, ENODEV
        case Errno(1), Errno(13): self = .forbidden(port: port)  // EPERM, EACCES
        case Errno(16): self = .busy(port: port)  // EBUSY
        case Errno(25): self = .notSerial(port: port)  // ENOTTY
        default: self = .failed(port: port, doing: "open", error)
        }
    }
}
