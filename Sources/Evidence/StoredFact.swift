/// One fact exactly as the log's table holds it, column by column; its leaf hash is made of these.
package struct StoredFact: Hashable, Sendable {
    package var seq: Int64
    package var kind: Int64
    /// Milliseconds since 1970 UTC; nil when it cannot be known.
    package var at: Int64?
    package var recorded: Int64
    package var uncertainty: Int64
    package var subject: String
    package var clock: Int64
    package var source: String
    package var codes: Int64
    package var session: Int64
    package var basis: Int64
    package var author: String
    package var origin: Int64?
    package var body: String?
    package var raw: [UInt8]?
    package var salt: Salt

    package init(
        seq: Int64, kind: Int64, at: Int64?, recorded: Int64, uncertainty: Int64, subject: String, clock: Int64,
        source: String, codes: Int64, session: Int64, basis: Int64, author: String, origin: Int64?, body: String?,
        raw: [UInt8]?, salt: Salt
    ) {
        self.seq = seq
        self.kind = kind
        self.at = at
        self.recorded = recorded
        self.uncertainty = uncertainty
        self.subject = subject
        self.clock = clock
        self.source = source
        self.codes = codes
        self.session = session
        self.basis = basis
        self.author = author
        self.origin = origin
        self.body = body
        self.raw = raw
        self.salt = salt
    }
}

extension StoredFact {
    /// The version of the canonical encoding, its first byte.
    package static let encodingVersion: UInt8 = 1

    /// Appends the canonical encoding, version 1, to `buffer`.
    ///
    /// The fields come in the order of the table's columns, nothing between them:
    ///
    /// | field | bytes |
    /// |---|---|
    /// | version | 1 byte, 0x01 |
    /// | seq, kind | 8 bytes each |
    /// | at | 0x00 for none; else 0x01 and 8 bytes |
    /// | recorded, uncertainty | 8 bytes each |
    /// | subject | 4 bytes length, then UTF-8 |
    /// | clock | 8 bytes |
    /// | source | 4 bytes length, then UTF-8 |
    /// | codes, session, basis | 8 bytes each |
    /// | author | 4 bytes length, then UTF-8 |
    /// | origin | 0x00 for none; else 0x01 and 8 bytes |
    /// | body | 0x00 for none; else 0x01, 4 bytes length, UTF-8 |
    /// | raw | 0x00 for none; else 0x01, 4 bytes length, the bytes |
    /// | salt | 16 bytes |
    ///
    /// Numbers are big-endian, those of 8 bytes in two's complement; a length counts bytes and has no sign. The leaf
    /// hash is SHA-256 of 0x00 and this encoding.
    package func encode(to buffer: inout [UInt8]) {
        buffer.append(Self.encodingVersion)
        buffer.append(number: seq)
        buffer.append(number: kind)
        buffer.append(optional: at)
        buffer.append(number: recorded)
        buffer.append(number: uncertainty)
        buffer.append(text: subject)
        buffer.append(number: clock)
        buffer.append(text: source)
        buffer.append(number: codes)
        buffer.append(number: session)
        buffer.append(number: basis)
        buffer.append(text: author)
        buffer.append(optional: origin)
        if let body {
            buffer.append(1)
            buffer.append(text: body)
        } else {
            buffer.append(0)
        }
        if let raw {
            buffer.append(1)
            buffer.append(bigEndian: UInt32(clamping: raw.count))
            buffer.append(contentsOf: raw)
        } else {
            buffer.append(0)
        }
        buffer.append(bigEndian: salt.high)
        buffer.append(bigEndian: salt.low)
    }

    /// The leaf hash; `buffer` is scratch space that a loop keeps.
    package func leaf(_ hasher: Hasher256, buffer: inout [UInt8]) -> Digest {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(0)
        encode(to: &buffer)
        return hasher.hash(buffer)
    }
}

extension [UInt8] {
    fileprivate mutating func append(number value: Int64) {
        append(bigEndian: UInt64(bitPattern: value))
    }

    fileprivate mutating func append(optional value: Int64?) {
        guard let value else { return append(0) }
        append(1)
        append(number: value)
    }

    fileprivate mutating func append(text: String) {
        append(bigEndian: UInt32(clamping: text.utf8.count))
        append(contentsOf: text.utf8)
    }
}
