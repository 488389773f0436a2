import AttendanceModel
import Testing
import WireFormats

@Suite struct LineReaderDecoderTests {
    typealias Verifier = FrameDecoderVerifier<CardReading>

    @Test func readsTheVectorOfAConverter() throws {
        let vector = try #require(Vector.rdm6300.first { $0.string("family") == "ascii-line" })
        var line = Resynchroniser(LineReaderDecoder(format: .dec10))
        let reading = try #require(line.feed(vector.bytes).first).message
        #expect(reading == CardReading(text: try #require(vector.string("text")), format: .dec10))
        let card = try CardNumber.read(reading.text, as: .dec10)
        #expect(card.n32 == UInt32(try #require(vector.int("value"))))
    }

    /// The line feed after a return is among the garbage: the line has ended before it.
    @Test(arguments: ["\r", "\n", "\u{3}"])
    func verifierFindsNothing(_ end: String) {
        let verifier = Verifier(
            make: { LineReaderDecoder(format: nil) },
            samples: ["0000123478", "04E2", "213,02000", "AA:3F:9B:1A", ";12=3?"].map { sample($0 + end, $0) },
            garbage: [
                [0x0A], [0x0D], [0x0A, 0x0D], Array("\u{7F}\r".utf8), Array("12\r".utf8), Array("hello\n".utf8),
            ],
            startsAnew: false)
        #expect(verifier.problems() == [])
    }

    @Test func verifierFindsNothingForFramedLines() {
        let verifier = Verifier(
            make: { LineReaderDecoder(format: .hex8) },
            samples: [sample("\u{2}04E2A0B1\u{3}", "04E2A0B1", .hex8), sample("\u{2}00D507D0\r", "00D507D0", .hex8)],
            garbage: [[0], [0x0D], Array("zz".utf8), Array(repeating: 0x31, count: 50)], startsAnew: true)
        #expect(verifier.problems() == [])
    }

    @Test func silenceEndsALineOfAReaderThatSendsNoLineEnd() {
        var line = Resynchroniser(LineReaderDecoder(format: .hex6))
        #expect(line.feed(Array("4D76".utf8)).isEmpty)
        #expect(line.feed(Array("03".utf8)).isEmpty)
        #expect(line.lineFellSilent().map(\.message.text) == ["4D7603"])
        #expect(line.feed(Array("4D7604".utf8)).isEmpty)
        #expect(line.lineFellSilent().map(\.message.text) == ["4D7604"])
    }

    @Test func onceLinesHaveEndedSilenceEndsNone() {
        var line = Resynchroniser(LineReaderDecoder(format: .dec10))
        #expect(line.feed(Array("0000123478\r\n0000".utf8)).count == 1)
        #expect(line.lineFellSilent().isEmpty)
        #expect(line.discarded == [.lineEnd: 1, .gap: 4])
    }

    /// The end of an over-long or spoiled line must never pass for a short number.
    @Test(arguments: [String(repeating: "1", count: 40) + "\r", "12\u{7F}345678\r", "hello 12345678\r\n"])
    func neverReadsTheRestOfASpoiledLine(_ text: String) {
        for split in 0...text.utf8.count {
            var line = Resynchroniser(LineReaderDecoder(format: nil))
            let bytes = Array(text.utf8)
            #expect(line.feed(Array(bytes[..<split])).isEmpty)
            #expect(line.feed(Array(bytes[split...])).isEmpty)
            #expect(line.feed(Array("4D7603\r".utf8)).map(\.message.text) == ["4D7603"])
        }
    }

    @Test func shortTextIsNoCard() {
        var line = Resynchroniser(LineReaderDecoder(format: nil))
        #expect(line.feed(Array("1\r2\r123\r".utf8)).isEmpty)
        #expect(line.discarded == [.short: 8])
    }

    @Test func longestTextIsTaken() {
        let text = String(repeating: "9", count: LineReaderDecoder.longestText)
        var line = Resynchroniser(LineReaderDecoder(format: nil))
        #expect(line.feed(Array("\u{2}\(text)\r".utf8)).map(\.message.text) == [text])
    }

    private func sample(_ text: String, _ card: String, _ format: CardFormat? = nil) -> Verifier.Sample {
        Verifier.Sample(bytes: Array(text.utf8), message: CardReading(text: card, format: format))
    }
}
