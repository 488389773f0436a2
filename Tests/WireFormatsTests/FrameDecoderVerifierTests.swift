import AttendanceModel
import Testing
import WireFormats

/// Decoders with one fault each: the verifier must find every one of them.
@Suite struct FrameDecoderVerifierTests {
    enum Fault: CaseIterable {
        case none, needsWholeFrameAtOnce, dropsAllOnNoise, ignoresStartWithin, keepsPartAfterSilence, waitsForEver
    }

    /// Frames are `<`, one digit and `>`.
    struct Decoder: FrameDecoder {
        let fault: Fault
        var longestFrame: Int { 3 }
        var gapMilliseconds: Int { 10 }

        mutating func next(in bytes: Span<UInt8>) -> DecoderStep<UInt8> {
            guard bytes.count > 0 else { return .needMore }
            guard bytes[0] == 0x3C else {
                if fault == .waitsForEver { return .needMore }
                return .discard(count: fault == .dropsAllOnNoise ? bytes.count : 1, .noise)
            }
            if bytes.count < 3 {
                if fault == .needsWholeFrameAtOnce { return .discard(count: bytes.count, .short) }
                let restarts = bytes.count == 2 && bytes[1] == 0x3C && fault != .ignoresStartWithin
                return restarts ? .discard(count: 1, .restarted) : .needMore
            }
            if fault != .ignoresStartWithin {
                for index in 1..<3 where bytes[index] == 0x3C { return .discard(count: index, .restarted) }
            }
            guard bytes[2] == 0x3E else { return .discard(count: 3, .foreignCharacter) }
            return .frame(length: 3, bytes[1])
        }

        mutating func lineFellSilent(in bytes: Span<UInt8>) -> DecoderStep<UInt8> {
            guard bytes.count > 0 else { return .needMore }
            if fault == .keepsPartAfterSilence, bytes.count == 2 { return .frame(length: 2, bytes[1]) }
            return .discard(count: bytes.count, .gap)
        }
    }

    @Test(arguments: Fault.allCases) func findsEveryFault(_ fault: Fault) {
        let verifier = FrameDecoderVerifier<UInt8>(
            make: { Decoder(fault: fault) },
            samples: [.init(bytes: Array("<1>".utf8), message: 0x31), .init(bytes: Array("<2>".utf8), message: 0x32)],
            garbage: [[0x20], [0x3E, 0x20]], startsAnew: true)
        #expect(verifier.problems().isEmpty == (fault == .none), "\(verifier.problems())")
    }

    @Test func aFullBufferWithoutAFrameGivesUpOneByteAtATime() {
        var line = Resynchroniser(Decoder(fault: .waitsForEver), capacity: 4)
        #expect(line.feed(Array("123456".utf8)).isEmpty)
        #expect(line.discarded == [.bufferFull: 3])
        #expect(line.pendingCount == 3)
    }
}
