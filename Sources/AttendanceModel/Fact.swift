package import TextCodec

/// One immutable line of the log.
package struct Fact: Hashable, Sendable {
    /// Place in the log, dense from 0.
    package let seq: Int64
    /// When it happened; nil when that cannot be known.
    package let at: Instant?
    /// When the log learned of it, by the host's clock.
    package let recorded: Instant
    /// Half the width of the interval in which `at` truly lies.
    package let uncertaintyMilliseconds: Int64
    /// The credential of a punch, `person:ID` for a fact about a person, else empty.
    package let subject: String
    /// The device, machine or office it came from.
    package let source: String
    /// The account that wrote it, by name and number: `chen(1000)`.
    package let author: String
    /// The import or session fact that it came in with; nil for what people write one by one.
    package let origin: Int64?
    package let body: FactBody
    /// The bytes as the wire or file had them; nil for what people write.
    package let raw: [UInt8]?

    package init(
        seq: Int64, at: Instant?, recorded: Instant, uncertaintyMilliseconds: Int64 = 0, subject: String = "",
        source: String, author: String, origin: Int64? = nil, body: FactBody, raw: [UInt8]? = nil
    ) {
        self.seq = seq
        self.at = at
        self.recorded = recorded
        self.uncertaintyMilliseconds = uncertaintyMilliseconds
        self.subject = subject
        self.source = source
        self.author = author
        self.origin = origin
        self.body = body
        self.raw = raw
    }

    package var kind: FactKind { body.kind }
}

/// What a fact says, by kind.
package enum FactBody: Hashable, Sendable {
    case punch(Punch)
    /// One line of facts.csv; the kind is one for which `FactKind.isEntry` holds.
    case entry(FactKind, Entry)
    case publish(Document)
    case session(SessionReport)
    case imported(ImportReport)
    case notice(Notice)
    /// The fact's raw bytes are the snapshot.
    case close(Close)
    case machine(MachineReport)
    case genesis(Genesis)

    package var kind: FactKind {
        switch self {
        case .punch: .punch
        case .entry(let kind, _): kind
        case .publish: .publish
        case .session: .session
        case .imported: .imported
        case .notice: .notice
        case .close: .close
        case .machine: .machine
        case .genesis: .genesis
        }
    }

    /// The small JSON body that the log stores; nil for punches, which have typed columns.
    package var json: JSONValue? {
        switch self {
        case .punch: nil
        case .entry(_, let entry): entry.json
        case .publish(let document): document.json
        case .session(let report): report.json
        case .imported(let report): report.json
        case .notice(let notice): notice.json
        case .close(let close): close.json
        case .machine(let report): report.json
        case .genesis(let genesis): genesis.json
        }
    }

    /// Reads the body of any kind but `punch`; nil when it is not one that this program writes.
    package init?(kind: FactKind, json: JSONValue) {
        switch kind {
        case .punch: return nil
        case .publish:
            guard let document = Document(json: json) else { return nil }
            self = .publish(document)
        case .session:
            guard let report = SessionReport(json: json) else { return nil }
            self = .session(report)
        case .imported:
            guard let report = ImportReport(json: json) else { return nil }
            self = .imported(report)
        case .notice:
            guard let notice = Notice(json: json) else { return nil }
            self = .notice(notice)
        case .close:
            guard let close = Close(json: json) else { return nil }
            self = .close(close)
        case .machine:
            guard let report = MachineReport(json: json) else { return nil }
            self = .machine(report)
        case .genesis:
            guard let genesis = Genesis(json: json) else { return nil }
            self = .genesis(genesis)
        default:
            guard kind.isEntry, let entry = Entry(json: json) else { return nil }
            self = .entry(kind, entry)
        }
    }
}
