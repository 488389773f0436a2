import Glibc

/// An error number of the operating system.
package struct Errno: Error, Hashable, Sendable {
    package let code: Int32

    package init(_ code: Int32) {
        self.code = code
    }

    /// What the last system call of this thread left; read it in the same expression as the call's result.
    package static var last: Errno { Errno(errno) }

    package static let tryAgain = Errno(EAGAIN)
    package static let notFound = Errno(ENOENT)
    package static let ioError = Errno(EIO)
}

extension Errno: CustomStringConvertible {
    /// The system's own words, such as `No space left on device`.
    package var description: String {
        var buffer = [CChar](repeating: 0, count: 256)
        // SAFETY: strerror_r writes at most `count` bytes, zero included, and returns a pointer to the text,
        // which is either in the buffer or static; it is copied before the buffer goes.
        return unsafe buffer.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress, let text = unsafe describe(code, base, bytes.count) else {
                return "error \(code)"
            }
            return unsafe String(cString: text)
        }
    }
}

/// glibc has two functions of this name; the one that Swift sees depends on feature macros, so both results are read.
@unsafe private func describe(_ code: Int32, _ buffer: UnsafeMutablePointer<CChar>, _ size: Int) -> UnsafePointer<
    CChar
>? {
    let result = unsafe strerror_r(code, buffer, size)
    return unsafe pick(result, buffer)
}

@unsafe private func pick(_ result: Int32, _ buffer: UnsafeMutablePointer<CChar>) -> UnsafePointer<CChar>? {
    result == 0 ? unsafe UnsafePointer(buffer) : nil
}

@unsafe private func pick(
    _ result: UnsafeMutablePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>
) -> UnsafePointer<CChar>? {
    unsafe UnsafePointer(result)
}

/// Repeats a system call that a signal interrupted.
///
/// - Returns: what the call returned, never negative.
@discardableResult
package func retrying<Value: SignedInteger>(_ call: () -> Value) throws(Errno) -> Value {
    while true {
        let value = call()
        if value >= 0 { return value }
        let error = Errno.last
        if error.code != EINTR { throw error }
    }
}
