package import AttendanceModel

/// Readers, Wiegand converters and barcode scanners that write one line of text for a card (card-readers.md 4.2):
/// Priority-1 WIE232 and WG2RS232 (6 hex digits), S4A (10 digits), scanners in serial mode.
///
/// 9600 bit/s 8N1 unless the configuration says otherwise (scanners also 115200, old ones 7E1 or 8E1).
///
///     ␂?TTTT…␍ or ␊ or ␍␊ or ␃      T: 4 to 32 of 0–9 A–F a–f , : . - space ; = ? %
///
/// A reader without a line end is read by the silence after the text; once a reader has ended a line properly, a text
/// that only silence ends is damage. There is no check value: the configuration must name the port, the format says
/// what the text means, and a line with any other character is dropped whole.
///
/// Unknown: which of these readers send a check character after ETX (ID TECH); they are not covered.
package struct LineReaderDecoder: FrameDecoder {
    package static let shortestText = 4
    package static let longestText = 32

    private let format: CardFormat?
    /// The rest of the current line is dropped, for this reason.
    private var dropping: DiscardReason?
    private var hasSeenLineEnd = false

    package init(format: CardFormat?) {
        self.format = format
    }

    /// STX, the text and one character that ends the line.
    package var longestFrame: Int { Self.longestText + 2 }
    package var gapMilliseconds: Int { 100 }

    package mutating func next(in bytes: Span<UInt8>) -> DecoderStep<CardReading> {
        guard bytes.count > 0 else { return .needMore }
        if let reason = dropping { return dropRest(of: bytes, reason) }
        let ends = bytes.prefixCount(where: Self.endsLine)
        if ends > 0 { return .discard(count: ends, .lineEnd) }
        let first = bytes[0] == 0x02 ? 1 : 0
        var index = first
        while index < bytes.count {
            let byte = bytes[index]
            if Self.endsLine(byte) {
                hasSeenLineEnd = true
                return line(bytes, first..<index, length: index + 1)
            }
            if byte == 0x02 { return .discard(count: index, .restarted) }
            guard Self.isText(byte) else { return drop(index + 1, .foreignCharacter) }
            guard index - first < Self.longestText else { return drop(index + 1, .tooLong) }
            index += 1
        }
        return .needMore
    }

    package mutating func lineFellSilent(in bytes: Span<UInt8>) -> DecoderStep<CardReading> {
        dropping = nil
        guard bytes.count > 0 else { return .needMore }
        let first = bytes[0] == 0x02 ? 1 : 0
        let text = bytes.extracting(first..<bytes.count)
        guard !hasSeenLineEnd, first == 0, text.prefixCount(where: Self.isText) == text.count else {
            return .discard(count: bytes.count, .gap)
        }
        return line(bytes, first..<bytes.count, length: bytes.count)
    }

    private func line(_ bytes: Span<UInt8>, _ text: Range<Int>, length: Int) -> DecoderStep<CardReading> {
        let end = bytes.droppingSpaces(from: text.lowerBound, to: text.upperBound)
        let start = bytes.skippingSpaces(from: text.lowerBound, to: end)
        guard end - start >= Self.shortestText else { return .discard(count: length, .short) }
        return .frame(length: length, CardReading(text: bytes.extracting(start..<end).text, format: format))
    }

    private mutating func drop(_ count: Int, _ reason: DiscardReason) -> DecoderStep<CardReading> {
        dropping = reason
        return .discard(count: count, reason)
    }

    /// Drops up to the end of the line, or to an STX, which begins another.
    private mutating func dropRest(of bytes: Span<UInt8>, _ reason: DiscardReason) -> DecoderStep<CardReading> {
        let count = bytes.prefixCount { !Self.endsLine($0) && $0 != 0x02 }
        guard count < bytes.count else { return .discard(count: count, reason) }
        dropping = nil
        return count > 0 ? .discard(count: count, reason) : next(in: bytes)
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0x03 }

    private static func isText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x25, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3D, 0x3F: true  // space % , - . : ; = ?
        default: hexDigit(byte) != nil
        }
    }
}
