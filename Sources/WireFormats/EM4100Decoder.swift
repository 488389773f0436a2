import AttendanceModel

/// RDM6300, RDM630, EM-18, ID-2LA, ID-12LA and ID-20LA: 125 kHz modules for EM4100 cards (card-readers.md 4.1).
///
/// 9600 bit/s, 8N1, 5 V TTL levels (not RS-232). One frame for a card, one character for a byte:
///
///     ␂DDDDDDDDDDCC␃        RDM6300, RDM630     14 bytes
///     ␂DDDDDDDDDDCC␍␊␃      ID-2LA … ID-20LA    16 bytes
///     DDDDDDDDDDCC          EM-18 and others    12 bytes
///
/// D: the 40 bits of the card in hex, C: the XOR of their five bytes in hex, no polynomial. Both cases of letters come.
/// RDM6300 repeats the frame about every 65 ms while the card is there, and a card is gone after 300 ms of silence;
/// ID-12LA sends once. Sources: arduino12/rdm6300 `src/rdm6300.cpp`, the data sheets of Seeed 113020002 and of
/// ID-Innovations (2013).
///
/// Unknown: whether any module sends lower-case digits, and what EM-18 clones send after their twelve characters.
package struct EM4100Decoder: FrameDecoder {
    /// Blanks and line ends that are skipped within a frame.
    private static let longestPadding = 4

    /// Whether frames without STX and ETX are taken, too.
    private let takesBareFrames: Bool
    /// A bare frame was damaged: twelve characters of the next bytes could be a wrong number by chance, so all is
    /// dropped until the line falls silent.
    private var waitsForSilence = false

    package init(takesBareFrames: Bool) {
        self.takesBareFrames = takesBareFrames
    }

    package var longestFrame: Int { 14 + Self.longestPadding }
    package var gapMilliseconds: Int { 100 }

    package mutating func next(in bytes: Span<UInt8>) -> DecoderStep<CardReading> {
        guard bytes.count > 0 else { return .needMore }
        switch bytes[0] {
        case 0x02:
            waitsForSilence = false
            return framed(bytes)
        case 0x0A, 0x0D, 0x20: return .discard(count: 1, .lineEnd)
        default:
            if takesBareFrames, !waitsForSilence, hexDigit(bytes[0]) != nil { return bare(bytes) }
            let end = bytes.firstIndex(of: 0x02, from: 0) ?? bytes.count
            return .discard(count: takesBareFrames && !waitsForSilence ? 1 : end, .noise)
        }
    }

    package mutating func lineFellSilent(in bytes: Span<UInt8>) -> DecoderStep<CardReading> {
        waitsForSilence = false
        return bytes.count > 0 ? .discard(count: bytes.count, .gap) : .needMore
    }

    /// A frame that begins with STX; another STX within begins again.
    private func framed(_ bytes: Span<UInt8>) -> DecoderStep<CardReading> {
        var digits = Digits()
        var index = 1
        while index < bytes.count {
            if index == longestFrame { return .discard(count: index, .tooLong) }
            let byte = bytes[index]
            switch byte {
            case 0x02: return .discard(count: index, .restarted)
            case 0x03:
                index += 1
                guard digits.count == 12 else { return .discard(count: index, .short) }
                guard let card = digits.card else { return .discard(count: index, .checksum) }
                return .frame(length: index, card)
            case 0x0A, 0x0D, 0x20: break
            default:
                guard let digit = hexDigit(byte) else { return .discard(count: index + 1, .foreignCharacter) }
                guard digits.count < 12 else { return .discard(count: index + 1, .tooLong) }
                digits.append(digit)
            }
            index += 1
        }
        return index >= longestFrame ? .discard(count: index, .tooLong) : .needMore
    }

    /// Twelve characters without a frame around them, told from noise by their check value alone.
    private mutating func bare(_ bytes: Span<UInt8>) -> DecoderStep<CardReading> {
        var digits = Digits()
        for index in 0..<min(bytes.count, 12) {
            if bytes[index] == 0x02 { return .discard(count: index, .restarted) }
            guard let digit = hexDigit(bytes[index]) else {
                waitsForSilence = true
                return .discard(count: index + 1, .foreignCharacter)
            }
            digits.append(digit)
        }
        guard digits.count == 12 else { return .needMore }
        if let card = digits.card { return .frame(length: 12, card) }
        waitsForSilence = true
        return .discard(count: 12, .checksum)
    }

    /// Twelve hex digits: five bytes and their XOR.
    private struct Digits {
        private var value: UInt64 = 0
        private(set) var count = 0

        mutating func append(_ digit: UInt8) {
            value = value << 4 | UInt64(digit)
            count += 1
        }

        /// The card, when the check value fits.
        var card: CardReading? {
            let check = (0..<6).reduce(0 as UInt8) { $0 ^ UInt8(truncatingIfNeeded: value >> UInt64($1 * 8)) }
            return check == 0 ? CardReading(text: upperHex(value >> 8, width: 10), format: .hex10) : nil
        }
    }
}
