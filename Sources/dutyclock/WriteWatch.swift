import Glibc

/// Waits until something in a folder was written.
struct WriteWatch: ~Copyable {
    private let descriptor: Int32

    init(_ folder: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        _ = unsafe inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY))
    }

    deinit {
        close(descriptor)
    }

    /// Waits for the next write; false when there was none for that long.
    func waitForWrite(milliseconds: Int32) -> Bool {
        var events = [UInt8](repeating: 0, count: 4096)
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // SAFETY: one pollfd is passed, as the count says, and the buffer outlives the read.
        guard unsafe poll(&request, 1, milliseconds) > 0 else { return false }
        _ = unsafe read(descriptor, &events, events.count)
        return true
    }
}
