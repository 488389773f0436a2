import WireFormats

/// Puts one decoder through every way in which a line can cut, glue and spoil a stream (style.md S14).
struct FrameDecoderVerifier<Message: Sendable & Equatable> {
    struct Sample {
        let bytes: [UInt8]
        let message: Message
    }

    let make: () -> any FrameDecoder<Message>
    /// Frames that can follow each other at once.
    let samples: [Sample]
    /// Bytes before, between and after frames that cost no frame.
    let garbage: [[UInt8]]
    /// Whether each sample begins with a byte that begins a frame wherever it stands.
    let startsAnew: Bool

    /// What is wrong with the decoder, one sentence each; empty when nothing is.
    func problems() -> [String] {
        wholeAndGlued() + everySplit() + garbageAround() + truncatedTail() + plantedStart() + fullBuffer()
    }

    private var stream: [UInt8] { samples.flatMap(\.bytes) }
    private var messages: [Message] { samples.map(\.message) }

    private func wholeAndGlued() -> [String] {
        samples.flatMap { check("alone", [$0.bytes], gives: [$0.message]) }
            + check("glued", [stream], gives: messages)
            + check("byte by byte", stream.map { [$0] }, gives: messages)
    }

    private func everySplit() -> [String] {
        stream.indices.flatMap { split in
            check("split at \(split)", [Array(stream[..<split]), Array(stream[split...])], gives: messages)
        }
    }

    private func garbageAround() -> [String] {
        garbage.flatMap { noise in
            let spoiled = noise + samples.flatMap { $0.bytes + noise }
            return check("garbage \(noise)", [spoiled], gives: messages)
                + check("garbage \(noise) byte by byte", spoiled.map { [$0] }, gives: messages)
        }
    }

    /// A frame that is cut and then silence gives nothing, and the next frame is read.
    private func truncatedTail() -> [String] {
        guard let first = samples.first else { return ["no samples"] }
        return samples.flatMap { sample in
            (1..<sample.bytes.count).flatMap { cut -> [String] in
                var line = Resynchroniser(make())
                var found = line.feed(first.bytes).map(\.message)
                found += line.feed(Array(sample.bytes[..<cut])).map(\.message)
                found += line.lineFellSilent().map(\.message)
                if line.isPending { return ["cut at \(cut): bytes are pending after silence"] }
                found += line.feed(sample.bytes).map(\.message)
                return found == [first.message, sample.message] ? [] : ["cut at \(cut): gives \(found)"]
            }
        }
    }

    /// A frame that another one interrupts gives only the other one.
    private func plantedStart() -> [String] {
        guard startsAnew else { return [] }
        return samples.flatMap { sample in
            (1..<sample.bytes.count).flatMap { cut in
                check("start planted at \(cut)", [Array(sample.bytes[..<cut]) + sample.bytes], gives: [sample.message])
            }
        }
    }

    /// A full buffer always makes a step, so that nothing can stop up the line.
    private func fullBuffer() -> [String] {
        var numbers = SeededNumbers(seed: 7)
        return (0..<200).flatMap { round -> [String] in
            var decoder = make()
            var bytes = numbers.bytes(decoder.longestFrame, from: round.isMultiple(of: 2) ? stream : nil)
            if let start = stream.first, round % 3 == 0 { bytes[0] = start }
            if case .needMore = decoder.next(in: bytes.span) { return ["a full buffer waits for more: \(bytes)"] }
            return []
        }
    }

    private func check(_ name: String, _ pieces: [[UInt8]], gives expected: [Message]) -> [String] {
        var line = Resynchroniser(make())
        let frames = pieces.flatMap { line.feed($0) }
        var problems = frames.map(\.message) == expected ? [] : ["\(name): gives \(frames.map(\.message))"]
        let taken = frames.reduce(0) { $0 + $1.raw.count }
        let dropped = line.discarded.values.reduce(0, +)
        let fed = pieces.reduce(0) { $0 + $1.count }
        if taken + dropped + line.pendingCount != fed {
            problems.append("\(name): \(fed) bytes in, \(taken) + \(dropped) + \(line.pendingCount) out")
        }
        return problems
    }
}
