import Glibc

/// Tells when something may have appeared at a path: its folder, or the nearest one that exists, has a new entry.
package struct FolderWatch: ~Copyable, Sendable {
    private let queue: FileDescriptor

    package init(around path: String) throws(Errno) {
        let queue = FileDescriptor(owning: try retrying { inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) })
        try Self.watchFolder(of: path, queue.number)
        self.queue = queue
    }

    private static func watchFolder(of path: String, _ queue: Int32) throws(Errno) {
        let mask = UInt32(IN_CREATE | IN_MOVED_TO | IN_ATTRIB)
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            if unsafe inotify_add_watch(queue, folder.isEmpty ? "/" : folder, mask) >= 0 { return }
        }
        throw .notFound
    }

    /// Suspends until there is a new entry, `timeout` has passed, or the task is cancelled.
    package func change(on loop: EventLoop, within timeout: Duration) async -> EventLoop.Wakeup {
        let wakeup = await loop.wait(for: queue.number, within: timeout)
        // The events' contents do not matter; reading them makes room for the next.
        while let events = try? readBytes(from: queue.number, atMost: 4096), !events.isEmpty {}
        return wakeup
    }
}
