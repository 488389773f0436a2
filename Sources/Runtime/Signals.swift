import CLinux
import Glibc

/// Signals as values: blocked everywhere, read from a descriptor.
package final class Signals: Sendable {
    private let source: FileDescriptor

    /// Blocks `numbers` in this thread and all that it starts later: call it before there are others.
    package init(_ numbers: [Int32]) throws(Errno) {
        var set = sigset_t()
        // SAFETY: these calls read and write the one set only.
        unsafe sigemptyset(&set)
        for number in numbers { unsafe sigaddset(&set, number) }
        let code = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        guard code == 0 else { throw Errno(code) }
        let flags = Int32(SFD_CLOEXEC | SFD_NONBLOCK)
        source = FileDescriptor(owning: try retrying { unsafe signalfd(-1, &set, flags) })
    }

    /// The next signal's number; nil when the task is cancelled.
    package func next(on loop: EventLoop) async -> Int32? {
        while true {
            if let number = taken() { return number }
            if await loop.wait(for: source.number) == .cancelled { return nil }
        }
    }

    private func taken() -> Int32? {
        var info = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        // SAFETY: signalfd writes whole structures of this size only.
        let count = unsafe Glibc.read(source.number, &info, size)
        return count == size ? Int32(info.ssi_signo) : nil
    }

    /// Makes a write to a closed socket an error instead of the end of the process.
    package static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}
