import CLibSerialPort
package import Runtime
package import WireFormats

/// Opens serial hardware through libserialport.
///
/// The library finds, opens and sets up; the descriptor then belongs to the event loop, since the library's own reads
/// never report an unplug.
package struct SerialPortOpener: PortOpener {
    package init() {}

    package func open(_ path: String, _ settings: SerialSettings) throws(DeviceError) -> FileDescriptor {
        let port = try LibraryPort(named: path)
        try port.open()
        let descriptor = try port.duplicateHandle()
        // The system refuses our claim only on what is no terminal, which `open` has ruled out; data lines come first.
        try? Terminal.claim(descriptor.number)
        try port.configure(settings)
        do throws(Errno) {
            // The library asks for reads that return nothing when there is nothing, as an unplug does.
            try Terminal.tellEmptyFromGone(descriptor.number)
        } catch {
            throw .setting(port: path, what: "reads that wait", error)
        }
        return descriptor
    }
}

/// One `sp_port`, closed and freed with its owner.
@safe private struct LibraryPort: ~Copyable {
    private let name: String
    private let port: OpaquePointer

    init(named name: String) throws(DeviceError) {
        var found: OpaquePointer?
        // SAFETY: the name is copied; on success `found` is ours until sp_free_port.
        let result = unsafe sp_get_port_by_name(name, &found)
        guard result == SP_OK, let found = unsafe found else {
            // The library says only "bad argument" for a name that is not below /sys/class/tty.
            throw result == SP_ERR_ARG ? .notSerial(port: name) : .failed(port: name, doing: "be found", .last)
        }
        self.name = name
        unsafe port = found
    }

    deinit {
        // SAFETY: this is the only owner; closing a port that is not open is a reported error without effect.
        _ = unsafe sp_close(port)
        unsafe sp_free_port(port)
    }

    func open() throws(DeviceError) {
        if unsafe sp_open(port, SP_MODE_READ_WRITE) == SP_OK { return }
        throw DeviceError(opening: name, Errno(sp_last_error_code()))
    }

    /// A descriptor of the port that lives on when the library's own is closed.
    func duplicateHandle() throws(DeviceError) -> FileDescriptor {
        var number: Int32 = -1
        // SAFETY: for SP_MODE_… on Unix the handle is an int.
        guard unsafe sp_get_port_handle(port, &number) == SP_OK else {
            throw .failed(port: name, doing: "give its descriptor", Errno(sp_last_error_code()))
        }
        do throws(Errno) {
            return try FileDescriptor.duplicate(of: number)
        } catch {
            throw .failed(port: name, doing: "be kept open", error)
        }
    }

    func configure(_ settings: SerialSettings) throws(DeviceError) {
        try check(unsafe sp_set_baudrate(port, Int32(clamping: settings.baudRate)), "\(settings.baudRate) bit/s")
        try check(unsafe sp_set_bits(port, Int32(clamping: settings.dataBits)), "\(settings.dataBits) data bits")
        try check(unsafe sp_set_parity(port, settings.parity.libraryValue), "parity \(settings.parity.rawValue)")
        try check(unsafe sp_set_stopbits(port, Int32(clamping: settings.stopBits)), "\(settings.stopBits) stop bits")
        try check(unsafe sp_set_flowcontrol(port, SP_FLOWCONTROL_NONE), "no flow control")
        try check(unsafe sp_set_dtr(port, SP_DTR_ON), "DTR")
        try check(unsafe sp_set_rts(port, SP_RTS_ON), "RTS")
        try check(unsafe sp_flush(port, SP_BUF_BOTH), "being emptied")
    }

    private func check(_ result: sp_return, _ what: String) throws(DeviceError) {
        guard result == SP_OK else { throw .setting(port: name, what: what, Errno(sp_last_error_code())) }
    }
}

extension SerialSettings.Parity {
    fileprivate var libraryValue: sp_parity {
        switch self {
        case .none: SP_PARITY_NONE
        case .even: SP_PARITY_EVEN
        case .odd: SP_PARITY_ODD
        }
    }
}
