package import Runtime
import WireFormats

/// Opens ports on a thread that may block, so that nothing else waits for a port that hesitates.
package actor PortDesk {
    private let thread: EventLoop
    private let opener: any PortOpener
    private var turns: UInt = 0

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    package init(thread: EventLoop, opener: any PortOpener) {
        self.thread = thread
        self.opener = opener
    }

    /// Returns when the thread has come to it; an empty function would be optimised to not go there at all.
    func turn() { turns &+= 1 }

    func open(_ path: String, _ settings: SerialSettings) throws(DeviceError) -> FileDescriptor {
        try opener.open(path, settings)
    }
}
