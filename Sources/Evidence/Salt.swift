internal import CCrypto

/// 16 random bytes in every leaf: without them a leaf hash in a proof would betray a neighbour's card and minute
/// to anyone who tries them all.
package struct Salt: Hashable, Sendable {
    let high, low: UInt64

    /// Makes a salt of exactly 16 bytes; nil for any other number.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for index in 0..<8 {
            words.high = words.high << 8 | UInt64(bytes[index])
            words.low = words.low << 8 | UInt64(bytes[index + 8])
        }
        (high, low) = words
    }

    fileprivate init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Lends the 16 bytes without an array.
    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { unsafe body($0) }
    }

    package var bytes: [UInt8] {
        var result: [UInt8] = []
        result.append(bigEndian: high)
        result.append(bigEndian: low)
        return result
    }
}

/// Draws salts from the kernel's random numbers, 256 at a time; confined to one thread.
package struct SaltSource {
    private var pool: [UInt64] = []

    package init() {}

    package mutating func next() -> Salt {
        if pool.count < 2 { refill() }
        return Salt(high: pool.removeLast(), low: pool.removeLast())
    }

    private mutating func refill() {
        var words = [UInt64](repeating: 0, count: 512)
        unsafe words.withUnsafeMutableBytes { buffer in
            var filled = 0
            while filled < buffer.count {
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                // Longer requests may be cut short by a signal; the only other failure is an old kernel without it.
                let count = unsafe getrandom(rest.baseAddress, rest.count, 0)
                if count > 0 { filled += count }
            }
        }
        pool = words
    }
}
