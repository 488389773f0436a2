/// Finds the frames of one protocol in a stream of bytes; total: every byte ends in a frame or in a discard.
///
/// The caller owns the buffer, calls `next(in:)` until it says `needMore`, and removes the bytes of each step from the
/// front before the next call. A decoder never keeps bytes itself, only what it must remember about the line.
package protocol FrameDecoder<Message>: Sendable {
    associatedtype Message: Sendable

    /// The longest frame in bytes; a full buffer of at least this size always makes a step.
    var longestFrame: Int { get }

    /// How long the line may be silent, in milliseconds, before the session calls `lineFellSilent(in:)`.
    var gapMilliseconds: Int { get }

    /// Looks at everything not yet consumed, oldest byte first.
    mutating func next(in bytes: Span<UInt8>) -> DecoderStep<Message>

    /// The line was silent for `gapMilliseconds`: a pending frame is either ended by that or will never be whole.
    ///
    /// Called whether or not bytes are pending, and again until it returns `needMore`, which it does when and only when
    /// the buffer is empty.
    mutating func lineFellSilent(in bytes: Span<UInt8>) -> DecoderStep<Message>
}

/// What a decoder makes of the bytes at the front of the buffer.
package enum DecoderStep<Message: Sendable>: Sendable {
    /// The bytes may begin a frame; nothing is consumed.
    case needMore
    /// The first `length` bytes (at least 1) are one frame that says `Message`.
    case frame(length: Int, Message)
    /// The first `count` bytes (at least 1) belong to no frame.
    case discard(count: Int, DiscardReason)
}

extension DecoderStep: Equatable where Message: Equatable {}

/// Why bytes belong to no frame; each is a counter that `status` shows.
package enum DiscardReason: String, CaseIterable, Sendable, Hashable {
    /// Line ends between frames (CR LF readers); not a fault.
    case lineEnd = "line-end"
    /// Bytes outside any frame.
    case noise
    /// The check value of a frame does not fit its bytes.
    case checksum
    /// A character that this protocol never sends within a frame.
    case foreignCharacter = "foreign-character"
    /// A frame ended before it had all its characters.
    case short
    /// A frame or line ran on beyond the longest one.
    case tooLong = "too-long"
    /// A new frame began before the last one ended.
    case restarted
    /// The line fell silent within a frame.
    case gap
    /// The buffer was full without a frame in it.
    case bufferFull = "buffer-full"
}
