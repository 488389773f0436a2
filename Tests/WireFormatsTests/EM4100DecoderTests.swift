import AttendanceModel
import Testing
import WireFormats

@Suite struct EM4100DecoderTests {
    typealias Verifier = FrameDecoderVerifier<CardReading>

    private static let covered = ["rdm6300", "id-12la", "ascii-line"]

    /// Families of the file that no driver speaks yet; a new driver takes its name off this list.
    @Test func familiesOfTheFileThatAreNotCoveredAreNamed() {
        let families = Set(Vector.rdm6300.compactMap { $0.string("family") })
        #expect(Vector.rdm6300.count == 16)
        #expect(families.subtracting(Self.covered) == ["yhy", "aadd", "abba", "r200", "uhfreader18"])
    }

    @Test(arguments: Vector.rdm6300.filter { ["rdm6300", "id-12la"].contains($0.string("family")) })
    func readsTheVectors(_ vector: Vector) {
        for takesBareFrames in [false, true] {
            var line = Resynchroniser(EM4100Decoder(takesBareFrames: takesBareFrames))
            let frames = line.feed(vector.bytes)
            if let data = vector.string("data") {
                #expect(frames.map(\.message) == [CardReading(text: data, format: .hex10)])
                #expect(frames.map(\.raw) == [vector.bytes])
                #expect(line.discarded.isEmpty)
            } else {
                #expect(frames.isEmpty)
                #expect(line.discarded == [.checksum: vector.bytes.count])
            }
        }
    }

    @Test func verifierFindsNothing() {
        let samples = [
            sample("\u{2}62E3086CED08\u{3}", "62E3086CED"), sample("\u{2}0C000621A58E\r\n\u{3}", "0C000621A5"),
            sample("\u{2}0a004d760332\u{3}", "0A004D7603"),
        ]
        for bare in [false, true] {
            let verifier = Verifier(
                make: { EM4100Decoder(takesBareFrames: bare) }, samples: samples,
                garbage: [[0], [0xFF, 0x0D, 0x0A], [0x03], Array("62E3086CED09".utf8), Array("\u{2}6\u{3}".utf8)],
                startsAnew: true)
            #expect(verifier.problems() == [])
        }
    }

    @Test func verifierFindsNothingForBareModules() {
        let verifier = Verifier(
            make: { EM4100Decoder(takesBareFrames: true) },
            samples: [sample("62E3086CED08", "62E3086CED"), sample("0C000621A58E", "0C000621A5")],
            garbage: [[0], [0x0D, 0x0A], [0x03, 0x20]], startsAnew: false)
        #expect(verifier.problems() == [])
    }

    @Test func bareFramesAreTakenOnlyWhereTheyAreExpected() {
        var line = Resynchroniser(EM4100Decoder(takesBareFrames: false))
        #expect(line.feed(Array("62E3086CED08".utf8)).isEmpty)
        #expect(line.discarded == [.noise: 12])
    }

    /// A byte lost on the line shifts every later window of twelve: one in 256 would pass its check as a wrong card.
    @Test func damagedBareFrameIsFollowedBySilenceBeforeTheNextIsRead() {
        var line = Resynchroniser(EM4100Decoder(takesBareFrames: true))
        #expect(line.feed(Array("62E3086CED0962E3086CED08".utf8)).isEmpty)
        #expect(!line.isPending)
        #expect(line.awaitsSilence)
        #expect(line.lineFellSilent().isEmpty)
        #expect(!line.awaitsSilence)
        #expect(line.feed(Array("62E3086CED08".utf8)).map(\.message.text) == ["62E3086CED"])
    }

    @Test(arguments: [
        ("\u{2}62E3086CED0\u{3}", DiscardReason.short), ("\u{2}62E3G", .foreignCharacter),
        ("\u{2}62E3086CED080", .tooLong), ("\u{2}62E3086CED09\u{3}", .checksum), ("62E3", .noise),
        ("\u{2}\r\n\r\n\r\n\r\n62E308\r\n\r", .tooLong), ("\r\n", .lineEnd),
    ])
    func countsWhatItDrops(_ text: String, _ reason: DiscardReason) {
        var line = Resynchroniser(EM4100Decoder(takesBareFrames: false))
        #expect(line.feed(Array(text.utf8)).isEmpty)
        #expect(line.discarded[reason] == text.utf8.count)
    }

    @Test func silenceWithinAFrameDropsIt() {
        var line = Resynchroniser(EM4100Decoder(takesBareFrames: false))
        #expect(line.feed(Array("\u{2}62E308".utf8)).isEmpty)
        #expect(line.isPending)
        #expect(line.lineFellSilent().isEmpty)
        #expect(line.discarded == [.gap: 7])
        #expect(line.feed(Array("6CED08\u{3}".utf8)).isEmpty)
    }

    @Test func whatTheProtocolSaysGoesBeforeTheProfile() throws {
        let framed = CardReading(text: "0045131261", format: .hex10)
        #expect(try framed.number(CardProfile(format: .dec10))?.full == "0045131261")
        let line = CardReading(text: "0045131261", format: nil)
        #expect(try line.number(CardProfile(format: .dec10))?.n32 == 0x02B0_A5FD)
        #expect(try line.number(nil) == nil)
    }

    private func sample(_ text: String, _ digits: String) -> Verifier.Sample {
        Verifier.Sample(bytes: Array(text.utf8), message: CardReading(text: digits, format: .hex10))
    }
}
