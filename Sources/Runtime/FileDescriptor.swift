import CLinux
import Glibc

/// An open file that closes itself when its owner lets go of it.
package struct FileDescriptor: ~Copyable, Sendable {
    /// The number, for system calls made while this value lives; it is never kept beyond it.
    package let number: Int32

    /// Takes over an open descriptor; nobody else may close it.
    package init(owning number: Int32) {
        self.number = number
    }

    deinit {
        // A failed close cannot be repaired here and leaves the descriptor closed on Linux.
        _ = close(number)
    }

    /// Opens `path` with the `O_…` flags of open(2), always close-on-exec; `mode` is for a file that it makes.
    package static func open(_ path: String, flags: Int32, mode: UInt32 = 0o640) throws(Errno) -> FileDescriptor {
        let number = try retrying { unsafe path.withCString { unsafe cl_open($0, flags | O_CLOEXEC, mode) } }
        return FileDescriptor(owning: number)
    }

    /// Another descriptor of the same open file.
    package static func duplicate(of number: Int32) throws(Errno) -> FileDescriptor {
        FileDescriptor(owning: try retrying { cl_duplicate(number) })
    }

    /// Gives the number away; whoever takes it closes it.
    package consuming func release() -> Int32 {
        let number = self.number
        discard self
        return number
    }

    /// Reads at most `limit` bytes; an empty result is the end of the file.
    package borrowing func read(atMost limit: Int) throws(Errno) -> [UInt8] {
        try readBytes(from: number, atMost: limit)
    }

    /// Writes all of `bytes`, waiting as long as it takes.
    package borrowing func write(_ bytes: [UInt8]) throws(Errno) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try writeBytes(rest, to: number)
            rest = rest.dropFirst(count)
        }
    }
}

/// Reads at most `limit` bytes from a descriptor that its owner keeps open; an empty result is the end of the file.
package func readBytes(from number: Int32, atMost limit: Int) throws(Errno) -> [UInt8] {
    var failure: Errno?
    // SAFETY: read(2) writes at most `capacity` bytes and returns how many.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, limit)) { buffer, count in
        do throws(Errno) {
            count = try retrying { unsafe Glibc.read(number, buffer.baseAddress, buffer.count) }
        } catch {
            failure = error
        }
    }
    if let failure { throw failure }
    return bytes
}

/// Writes as many of `bytes` as the descriptor takes now and returns how many that were.
package func writeBytes(_ bytes: ArraySlice<UInt8>, to number: Int32) throws(Errno) -> Int {
    // SAFETY: write(2) reads `count` bytes of the buffer, which outlives the call.
    try retrying { unsafe bytes.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) } }
}
