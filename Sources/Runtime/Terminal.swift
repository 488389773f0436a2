import CLinux
import Glibc

/// Terminals: serial ports and the pseudo-terminals that stand for them.
package enum Terminal {
    /// Keeps other programs from opening the terminal while it is open here (root can always).
    package static func claim(_ number: Int32) throws(Errno) {
        try retrying { cl_terminal_claim(number) }
    }

    /// Lets a read of a terminal that does not block tell "nothing yet" (`EAGAIN`) from "gone" (no bytes).
    package static func tellEmptyFromGone(_ number: Int32) throws(Errno) {
        var settings = termios()
        // SAFETY: both calls and the closure touch the one structure; VMIN is an index of its c_cc.
        try retrying { unsafe tcgetattr(number, &settings) }
        unsafe withUnsafeMutableBytes(of: &settings.c_cc) { unsafe $0[Int(VMIN)] = 1 }
        try retrying { unsafe tcsetattr(number, TCSANOW, &settings) }
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
