import Glibc
package import Runtime

/// A port that is not there: a pseudo-terminal behind a symbolic link, which can be pulled out and plugged in again.
package final class PseudoTerminal {
    /// The stable path, as `/dev/serial/by-path/…` is one.
    package let link: String
    private var master: FileDescriptor?

    /// Makes the link, and plugs in.
    package init(link: String) throws(Errno) {
        self.link = link
        try plugIn()
    }

    deinit {
        unplug()
    }

    /// A new pseudo-terminal behind the same link; no effect when one is plugged in.
    package func plugIn() throws(Errno) {
        guard master == nil else { return }
        var path = ""
        master = try Terminal.makePseudo(path: &path)
        try makeRaw(path)
        // A link is replaced in one step, so that there is never a half-made one.
        let fresh = link + ".new"
        _ = unsafe unlink(fresh)
        try retrying { unsafe symlink(path, fresh) }
        try retrying { unsafe rename(fresh, link) }
    }

    /// Pulls the plug: whoever has the port open sees a hang-up, and the link is gone.
    package func unplug() {
        _ = unsafe Glibc.unlink(link)
        master = nil
    }

    /// What the device sends; bytes that the line cannot take at once wait.
    package func send(_ bytes: [UInt8]) throws(Errno) {
        guard let number = master?.number else { throw .ioError }
        var rest = bytes[...]
        while !rest.isEmpty {
            do throws(Errno) {
                rest = rest.dropFirst(try writeBytes(rest, to: number))
            } catch {
                if error != .tryAgain { throw error }
                usleep(1000)
            }
        }
    }

    /// Until a program opens it a terminal echoes, which would send the device's own bytes back to it.
    private func makeRaw(_ path: String) throws(Errno) {
        let slave = try FileDescriptor.open(path, flags: O_RDWR | O_NOCTTY)
        var settings = termios()
        // SAFETY: these calls read and write the one structure.
        try retrying { unsafe tcgetattr(slave.number, &settings) }
        unsafe cfmakeraw(&settings)
        try retrying { unsafe tcsetattr(slave.number, TCSANOW, &settings) }
    }
}
