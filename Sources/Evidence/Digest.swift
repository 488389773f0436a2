/// A SHA-256 digest: 32 bytes.
package struct Digest: Hashable, Sendable {
    // Four big-endian words: no allocation for each of a million digests.
    let first, second, third, fourth: UInt64

    init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }

    /// Makes a digest of exactly 32 bytes; nil for any other number.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
        self.init(words[0], words[1], words[2], words[3])
    }

    package var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(32)
        append(to: &result)
        return result
    }

    /// Appends the 32 bytes to `buffer`.
    package func append(to buffer: inout [UInt8]) {
        buffer.append(bigEndian: first)
        buffer.append(bigEndian: second)
        buffer.append(bigEndian: third)
        buffer.append(bigEndian: fourth)
    }

    /// Lends the 32 bytes without an array.
    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        let words = (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)
        return unsafe withUnsafeBytes(of: words) { unsafe body($0) }
    }

    /// The first eight bytes as a big-endian number.
    package var firstWord: UInt64 { first }
}

extension Digest: CustomStringConvertible {
    /// 64 lower-case hex digits.
    package var description: String { lowerHex(bytes) }
}

/// Two lower-case hex digits for each byte.
package func lowerHex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

extension [UInt8] {
    mutating func append(bigEndian word: UInt64) {
        unsafe Swift.withUnsafeBytes(of: word.bigEndian) { unsafe append(contentsOf: $0) }
    }

    mutating func append(bigEndian word: UInt32) {
        unsafe Swift.withUnsafeBytes(of: word.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
