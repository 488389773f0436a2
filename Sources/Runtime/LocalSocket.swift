import CLinux
import Glibc

/// Who is at the other end of a local socket, as the kernel knows it.
package struct Peer: Hashable, Sendable {
    package let user: UInt32
    package let group: UInt32
    package let process: Int32

    package init(user: UInt32, group: UInt32, process: Int32) {
        self.user = user
        self.group = group
        self.process = process
    }
}

/// Stream and datagram sockets in the file system.
package enum LocalSocket {
    /// Listens at `path`, replacing the socket of a process that is gone.
    ///
    /// The caller knows that no living process serves this path (it holds the log's lock, say).
    package static func listen(at path: String, mode: UInt32) throws(Errno) -> FileDescriptor {
        try removeStale(path)
        let socket = try make(Int32(SOCK_STREAM.rawValue), nonBlocking: true)
        try unsafe withAddress(path) { unsafe bind(socket.number, $0, $1) }
        try retrying { unsafe chmod(path, mode) }
        try retrying { Glibc.listen(socket.number, 16) }
        return socket
    }

    /// The listening socket that the service manager opened for us (sd_listen_fds(3)); nil when it did not. Take it over once.
    package static func activated(environment: (String) -> String? = environmentVariable) -> Int32? {
        guard environment("LISTEN_PID").flatMap({ Int32($0) }) == getpid(),
            let count = environment("LISTEN_FDS").flatMap({ Int32($0) }), count >= 1
        else { return nil }
        let first: Int32 = 3
        guard fcntl(first, F_SETFD, FD_CLOEXEC) == 0, fcntl(first, F_SETFL, O_NONBLOCK) == 0 else { return nil }
        return first
    }

    /// Where a socket is bound; nil for one that has no path.
    package static func path(of socket: Int32) -> String? {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        // SAFETY: the kernel writes at most `length` bytes of the structure.
        let result = unsafe withUnsafeMutablePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe getsockname(socket, $0, &length) }
        }
        guard result == 0 else { return nil }
        let name = unsafe withUnsafeBytes(of: &address.sun_path) { unsafe Array($0.prefix { $0 != 0 }) }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    /// Connects to a listening process; the descriptor blocks.
    package static func connect(to path: String) throws(Errno) -> FileDescriptor {
        let socket = try make(Int32(SOCK_STREAM.rawValue), nonBlocking: false)
        try unsafe withAddress(path) { unsafe Glibc.connect(socket.number, $0, $1) }
        return socket
    }

    /// Takes the next caller of a listening socket; nil when nobody waits. The descriptor does not block.
    package static func accept(on listener: Int32) throws(Errno) -> FileDescriptor? {
        do throws(Errno) {
            return FileDescriptor(owning: try retrying { cl_accept(listener) })
        } catch {
            // A caller that hung up before it was taken is not our fault.
            if error == .tryAgain || error.code == ECONNABORTED { return nil }
            throw error
        }
    }

    /// Who is at the other end of a connected socket.
    package static func peer(of socket: Int32) throws(Errno) -> Peer {
        var peer = cl_peer()
        // SAFETY: the kernel fills the one structure.
        try retrying { unsafe cl_peer_credentials(socket, &peer) }
        return Peer(user: peer.uid, group: peer.gid, process: peer.pid)
    }

    /// Sends one datagram to `path`, whose first character `@` stands for the abstract namespace.
    package static func send(_ bytes: [UInt8], to path: String) throws(Errno) {
        let socket = try make(Int32(SOCK_DGRAM.rawValue), nonBlocking: true)
        try unsafe withAddress(path) { address, length in
            // SAFETY: sendto reads `count` bytes and the address, both of which outlive the call.
            unsafe bytes.withUnsafeBytes {
                Int32(
                    truncatingIfNeeded: unsafe sendto(
                        socket.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL), address, length))
            }
        }
    }

    private static func make(_ type: Int32, nonBlocking: Bool) throws(Errno) -> FileDescriptor {
        let flags = Int32(SOCK_CLOEXEC.rawValue) | (nonBlocking ? Int32(SOCK_NONBLOCK.rawValue) : 0)
        return FileDescriptor(owning: try retrying { socket(AF_UNIX, type | flags, 0) })
    }

    private static func removeStale(_ path: String) throws(Errno) {
        var status = stat()
        // SAFETY: lstat fills the one structure; the path is read only.
        guard unsafe lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw Errno(EEXIST) }
        try retrying { unsafe unlink(path) }
    }

    /// Calls `body` with the address of `path`; one too long for an address goes through its folder's descriptor.
    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(Errno) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count >= capacity else {
            try unsafe call(with: &address, naming: path, body)
            return
        }
        let cut = path.lastIndex(of: "/")
        let folder = try FileDescriptor.open(
            cut.map { String(path[..<$0]) } ?? ".", flags: O_RDONLY | O_DIRECTORY)
        let name = cut.map { path[path.index(after: $0)...] } ?? path[...]
        let short = "/proc/self/fd/\(folder.number)/\(name)"
        guard short.utf8.count < capacity else { throw Errno(ENAMETOOLONG) }
        try unsafe call(with: &address, naming: short, body)
    }

    @unsafe private static func call(
        with address: inout sockaddr_un, naming name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(Errno) {
        var bytes = Array(name.utf8)
        let isAbstract = bytes.first == 0x40
        if isAbstract { bytes[0] = 0 }
        // SAFETY: the caller checked that the name and its zero fit.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let used = MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1)
        try retrying {
            unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe body($0, socklen_t(used))
                }
            }
        }
    }
}
