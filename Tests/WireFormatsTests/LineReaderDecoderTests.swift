import AttendanceModel
import Testing
import WireFormats

@Suite struct LineReaderDecoderTests {
    @Test func readsALineEndedByReturnAndLineFeed() {
        var line = Resynchroniser(LineReaderDecoder(format: .dec10))
        let frames = line.feed(Array("0000123478\r\n".utf8))
        #expect(frames.map(\.message) == [CardReading(text: "0000123478", format: .dec10)])
    }
}
