import CLinux
import Glibc

/// Terminals: serial ports and the pseudo-terminals that stand for them.
package enum Terminal {
    /// Keeps other programs from opening the terminal while it is open here (root can always).
    package static func claim(_ number: Int32) throws(Errno) {
        try retrying { cl_terminal_claim(number) }
    }

    /// A new pseudo-terminal: the device's end, which does not block; `path` becomes the port's.
    package static func makePseudo(path: inout String) throws(Errno) -> FileDescriptor {
        var name = [CChar](repeating: 0, count: 64)
        // SAFETY: the name and its zero are written within the given capacity.
        let number = try retrying {
            unsafe name.withUnsafeMutableBufferPointer {
                unsafe cl_pseudo_terminal($0.baseAddress, UInt($0.count))
            }
        }
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return FileDescriptor(owning: number)
    }
}
