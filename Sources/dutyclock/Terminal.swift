import Glibc

/// Standard output and standard error, written by `write(2)`: nothing is buffered when the program ends.
struct Terminal: Sendable {
    /// Whether people look at it: standard output is a terminal.
    let isInteractive = isatty(STDOUT_FILENO) == 1
    /// Says nothing, for a command that another one runs on the way.
    var isSilent = false

    func write(_ text: String) {
        if !isSilent { Self.write(text, to: STDOUT_FILENO) }
    }

    func writeError(_ text: String) {
        if !isSilent { Self.write(text, to: STDERR_FILENO) }
    }

    /// Replaces the progress line on standard error; nothing when that is no terminal.
    func progress(_ text: String) {
        guard !isSilent, isatty(STDERR_FILENO) == 1 else { return }
        Self.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var offset = 0
        while offset < bytes.count {
            // SAFETY: the buffer pointer lives through the call, and `offset` stays below its count.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
            }
            if written < 0 && errno == EINTR { continue }
            // A closed pipe ends the answer: `dutyclock log | head` is no error of ours.
            guard written > 0 else { return }
            offset += written
        }
    }
}
