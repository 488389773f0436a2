package import AttendanceModel
internal import Evidence

/// A fact that is about to be written; the log gives it its place, its time of recording, salt and leaf hash.
///
/// Its subject follows from the body: the credential of a punch, `person:ID` for an entry about a person, else empty.
package struct NewFact: Hashable, Sendable {
    package var body: FactBody
    /// When it happened; nil when that cannot be known.
    package var at: Instant?
    /// Half the width of the interval in which `at` truly lies; 0 or more.
    package var uncertaintyMilliseconds: Int64
    /// The device, machine or office it came from.
    package var source: String
    /// The account that wrote it, by name and number: `chen(1000)`.
    package var author: String
    /// The import or session fact that it came in with.
    package var origin: Int64?
    /// The bytes as the wire or file had them.
    package var raw: [UInt8]?
    /// 0, or for a machine time that cannot be true the `occasion` of the download or file that brought it:
    /// a clock reset again and again shows the same impossible times, and only the occasion tells such punches apart.
    package var session: Int64

    package init(
        _ body: FactBody, at: Instant?, uncertaintyMilliseconds: Int64 = 0, source: String, author: String,
        origin: Int64? = nil, raw: [UInt8]? = nil, session: Int64 = 0
    ) {
        self.body = body
        self.at = at
        self.uncertaintyMilliseconds = uncertaintyMilliseconds
        self.source = source
        self.author = author
        self.origin = origin
        self.raw = raw
        self.session = session
    }

    /// A number for `session` out of a text that names the download or file: the file's digest, say.
    ///
    /// It is negative; positive ones are the log's own.
    package static func occasion(_ text: String) -> Int64 {
        Int64(bitPattern: Hasher256().hash(Array(text.utf8)).firstWord | 1 << 63)
    }
}

/// What became of a fact that was handed to the log.
package enum Appended: Hashable, Sendable {
    /// Written as this sequence number.
    case added(Int64)
    /// The log had it already, as this sequence number: nothing was written.
    case known(Int64)

    /// The fact's place in the log, whichever way.
    package var seq: Int64 {
        switch self {
        case .added(let seq), .known(let seq): seq
        }
    }

    package var isAdded: Bool {
        if case .added = self { true } else { false }
    }
}
