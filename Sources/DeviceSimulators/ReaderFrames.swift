/// What card readers put on the wire, written from card-readers.md part 4, not from our decoders.
package enum ReaderFrames {
    /// RDM6300: 02, ten hex digits, two hex digits of checksum, 03 (4.1); `card` has 40 bits.
    package static func rdm6300(card: UInt64) -> [UInt8] {
        [0x02] + digits(card) + checksum(card) + [0x03]
    }

    /// ID-12LA: as RDM6300, with CR LF before the 03 (4.1).
    package static func id12(card: UInt64) -> [UInt8] {
        [0x02] + digits(card) + checksum(card) + [0x0D, 0x0A, 0x03]
    }

    /// A line reader: the text and CR LF (4.2).
    package static func line(_ text: String) -> [UInt8] { Array(text.utf8) + [0x0D, 0x0A] }

    /// The frame with a checksum that is off by one bit.
    package static func withWrongChecksum(_ frame: [UInt8]) -> [UInt8] {
        var frame = frame
        guard frame.count > 12 else { return frame }
        frame[12] = frame[12] == 0x30 ? 0x31 : 0x30
        return frame
    }

    private static func digits(_ card: UInt64) -> [UInt8] {
        (0..<10).map { hexDigit(UInt8(truncatingIfNeeded: card >> UInt64(36 - 4 * $0)) & 15) }
    }

    /// The exclusive or of the five bytes that the digits form.
    private static func checksum(_ card: UInt64) -> [UInt8] {
        let sum = (0..<5).reduce(0 as UInt8) { $0 ^ UInt8(truncatingIfNeeded: card >> UInt64(8 * $1)) }
        return [hexDigit(sum >> 4), hexDigit(sum & 15)]
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}
