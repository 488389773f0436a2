/// One message on the control socket: four bytes of payload length (big-endian), one byte of kind, the payload.
struct Frame: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// A request or an answer, one JSON object in UTF-8.
        case json = 0x4A
        /// Bytes of a file on its way into the log.
        case data = 0x44
    }

    let kind: Kind
    let payload: [UInt8]

    static let headerLength = 5

    /// The longest payload: all published documents of a school are far below a megabyte, a chunk of a file is 64 KiB.
    static func longestPayload(_ kind: Kind) -> Int {
        switch kind {
        case .json: 8 << 20
        case .data: 256 << 10
        }
    }

    var bytes: [UInt8] {
        let length = UInt32(truncatingIfNeeded: payload.count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + [kind.rawValue] + payload
    }
}

/// Why bytes on the control socket are no frame; the connection then ends.
enum FrameError: Error, Hashable, Sendable {
    case unknownKind(UInt8)
    case tooLong(Int)
}

extension FrameError: CustomStringConvertible {
    var description: String {
        switch self {
        case .unknownKind(let byte): "a message of the unknown kind \(byte)"
        case .tooLong(let length): "a message of \(length) bytes, more than is ever needed"
        }
    }
}

/// Cuts a stream of bytes into frames; what a header promises is judged before any of it is stored.
struct FrameBuffer: Sendable {
    private var bytes: [UInt8] = []

    /// Whether a frame has begun.
    var isPending: Bool { !bytes.isEmpty }

    mutating func append(_ more: [UInt8]) { bytes += more }

    /// The next whole frame; nil when more bytes are needed.
    mutating func next() throws(FrameError) -> Frame? {
        guard bytes.count >= Frame.headerLength else { return nil }
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard let kind = Frame.Kind(rawValue: bytes[4]) else { throw .unknownKind(bytes[4]) }
        guard length <= Frame.longestPayload(kind) else { throw .tooLong(length) }
        let end = Frame.headerLength + length
        guard bytes.count >= end else { return nil }
        defer { bytes.removeFirst(end) }
        return Frame(kind: kind, payload: Array(bytes[Frame.headerLength..<end]))
    }
}
