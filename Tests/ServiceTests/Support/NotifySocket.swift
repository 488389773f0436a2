import Foundation
import Glibc
import Runtime
import Testing

/// The service manager's end of sd_notify.
final class NotifySocket {
    private let receiver: FileDescriptor

    init(_ path: String) throws {
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        try #require(number >= 0)
        receiver = FileDescriptor(owning: number)
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        try #require(unsafe setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, size) == 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }

    /// The next message that does not begin with `skipped`; nil when none comes within five seconds.
    func next(after skipped: String? = nil) -> String? {
        while let bytes = try? receiver.read(atMost: 1000) {
            let text = String(decoding: bytes, as: UTF8.self)
            if let skipped, text.hasPrefix(skipped) { continue }
            return text
        }
        return nil
    }
}
