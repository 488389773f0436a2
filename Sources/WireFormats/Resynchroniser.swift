/// Carries bytes of any split from a line to a decoder in a buffer of fixed size, and counts what is lost.
package struct Resynchroniser<Message: Sendable>: Sendable {
    /// A message and the bytes that said it.
    package struct Frame: Sendable {
        package let message: Message
        package let raw: [UInt8]
    }

    private var decoder: any FrameDecoder<Message>
    private var buffer: [UInt8] = []
    private var consumed = 0
    private let capacity: Int
    /// Bytes that belonged to no frame since the beginning, by reason.
    package private(set) var discarded: [DiscardReason: Int] = [:]
    /// Frames since the beginning.
    package private(set) var frameCount = 0

    /// Makes one for a line; `capacity` is the number of bytes held at most, never less than the longest frame.
    package init(_ decoder: any FrameDecoder<Message>, capacity: Int = 0) {
        self.decoder = decoder
        self.capacity = max(capacity, decoder.longestFrame, 1)
        self.buffer.reserveCapacity(self.capacity)
    }

    /// How long the line may be silent, in milliseconds, before the session calls `lineFellSilent()`; counted from the
    /// last byte, while `awaitsSilence`.
    package var gapMilliseconds: Int { decoder.gapMilliseconds }

    /// Whether bytes came since the line was last silent: also when none is pending, silence may end what is dropped.
    package private(set) var awaitsSilence = false

    /// Whether bytes wait for the rest of their frame.
    package var isPending: Bool { pendingCount > 0 }

    /// The number of bytes that wait for the rest of their frame.
    package var pendingCount: Int { buffer.count - consumed }

    /// Takes all of `bytes` and returns the frames that they complete.
    package mutating func feed(_ bytes: Span<UInt8>) -> [Frame] {
        var frames: [Frame] = []
        var taken = 0
        if bytes.count > 0 { awaitsSilence = true }
        while taken < bytes.count {
            compact()
            let room = min(capacity - buffer.count, bytes.count - taken)
            for index in taken..<taken + room { buffer.append(bytes[index]) }
            taken += room
            drain(into: &frames) { decoder, pending in decoder.next(in: pending) }
            if pendingCount == capacity { drop(1, .bufferFull) }
        }
        return frames
    }

    package mutating func feed(_ bytes: [UInt8]) -> [Frame] { feed(bytes.span) }

    /// Tells the decoder that the line was silent for `gapMilliseconds`; nothing is pending afterwards.
    package mutating func lineFellSilent() -> [Frame] {
        awaitsSilence = false
        var frames: [Frame] = []
        drain(into: &frames) { decoder, pending in decoder.lineFellSilent(in: pending) }
        return frames
    }

    private mutating func drain(
        into frames: inout [Frame],
        _ step: (inout any FrameDecoder<Message>, Span<UInt8>) -> DecoderStep<Message>
    ) {
        repeat {
            switch Self.apply(step, &decoder, buffer, from: consumed) {
            case .needMore: return
            case .frame(let length, let message):
                let end = consumed + min(max(length, 1), pendingCount)
                frames.append(Frame(message: message, raw: Array(buffer[consumed..<end])))
                frameCount += 1
                consumed = end
            case .discard(let count, let reason):
                drop(min(max(count, 1), pendingCount), reason)
            }
        } while isPending
    }

    /// Keeps the borrow of the buffer apart from the change of the decoder.
    private static func apply(
        _ step: (inout any FrameDecoder<Message>, Span<UInt8>) -> DecoderStep<Message>,
        _ decoder: inout any FrameDecoder<Message>, _ buffer: [UInt8], from start: Int
    ) -> DecoderStep<Message> {
        step(&decoder, buffer.span.extracting(start..<buffer.count))
    }

    private mutating func drop(_ count: Int, _ reason: DiscardReason) {
        discarded[reason, default: 0] += count
        consumed += count
    }

    private mutating func compact() {
        buffer.removeFirst(consumed)
        consumed = 0
    }
}
