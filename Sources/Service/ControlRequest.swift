import AttendanceModel
import Evidence
import TextCodec
import WireFormats

/// What a command asks of the daemon.
enum ControlRequest: Hashable, Sendable {
    case contribute([Contribution])
    /// Data frames with the file follow, each answered before the next; then `finishImport`.
    case importFile(ImportRequest)
    case finishImport
    case status

    /// The version of the protocol; a request of another version is refused.
    static let version: Int64 = 1

    var json: JSONValue {
        var members = [JSONMember("version", .integer(Self.version))]
        switch self {
        case .contribute(let contributions):
            members.append(JSONMember("do", .string("contribute")))
            members.append(JSONMember("facts", .array(contributions.map(\.json))))
        case .importFile(let request):
            members.append(JSONMember("do", .string("import")))
            members.append(JSONMember("file", request.json))
        case .finishImport: members.append(JSONMember("do", .string("finish")))
        case .status: members.append(JSONMember("do", .string("status")))
        }
        return .object(members)
    }

    init?(json: JSONValue) {
        switch json["do"]?.string {
        case "contribute":
            guard let facts = json["facts"]?.array else { return nil }
            let contributions = facts.compactMap { Contribution(json: $0) }
            guard contributions.count == facts.count else { return nil }
            self = .contribute(contributions)
        case "import":
            guard let request = json["file"].flatMap({ ImportRequest(json: $0) }) else { return nil }
            self = .importFile(request)
        case "finish": self = .finishImport
        case "status": self = .status
        default: return nil
        }
    }
}

extension Contribution {
    var json: JSONValue {
        switch self {
        case .entry(let kind, let entry, let at):
            .object(
                [JSONMember("kind", .string(kind.word)), JSONMember("entry", entry.json)]
                    + (at.map { [JSONMember("at", .integer($0.milliseconds))] } ?? []))
        case .document(let document, let raw):
            .object([
                JSONMember("kind", .string(FactKind.publish.word)), JSONMember("document", document.json),
                JSONMember("raw", .string(Base64.encode(raw))),
            ])
        case .notice(let notice):
            .object([JSONMember("kind", .string(FactKind.notice.word)), JSONMember("notice", notice.json)])
        case .close(let close, let snapshot):
            .object([
                JSONMember("kind", .string(FactKind.close.word)), JSONMember("close", close.json),
                JSONMember("raw", .string(Base64.encode(snapshot))),
            ])
        }
    }

    init?(json: JSONValue) {
        guard let kind = json["kind"]?.string.flatMap({ FactKind(word: $0) }) else { return nil }
        switch kind {
        case .publish:
            guard let document = json["document"].flatMap({ Document(json: $0) }),
                let raw = json["raw"]?.string.flatMap({ Base64.decode($0) })
            else { return nil }
            self = .document(document, raw: raw)
        case .notice:
            guard let notice = json["notice"].flatMap({ Notice(json: $0) }) else { return nil }
            self = .notice(notice)
        case .close:
            guard let close = json["close"].flatMap({ Close(json: $0) }),
                let snapshot = json["raw"]?.string.flatMap({ Base64.decode($0) })
            else { return nil }
            self = .close(close, snapshot: snapshot)
        default:
            guard kind.isEntry, let entry = json["entry"].flatMap({ Entry(json: $0) }) else { return nil }
            self = .entry(kind, entry, at: json["at"]?.integer.map { Instant(milliseconds: $0) })
        }
    }
}

extension ImportRequest {
    var json: JSONValue {
        var members = [
            JSONMember("device", .string(device.text)), JSONMember("name", .string(fileName)),
            JSONMember("zone", .string(zone)), JSONMember("digest", .string(digest)),
            JSONMember("size", .integer(size)),
        ]
        if let fileDate { members.append(JSONMember("date", .string(fileDate.description))) }
        if let dates { members.append(JSONMember("dates", .string(dates.rawValue))) }
        if let since { members.append(JSONMember("since", .string(since.description))) }
        if let remember { members.append(JSONMember("machine", remember.json)) }
        if let completeUntil { members.append(JSONMember("until", .string(completeUntil.description))) }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let device = json["device"]?.string, let name = json["name"]?.string, let zone = json["zone"]?.string,
            let digest = json["digest"]?.string, let size = json["size"]?.integer
        else { return nil }
        self.init(
            device: DeviceID(device), fileName: name, zone: zone,
            fileDate: json["date"]?.string.flatMap { LocalDateTime($0) },
            completeUntil: json["until"]?.string.flatMap { LocalDateTime($0) })
        dates = json["dates"]?.string.flatMap(DateOrder.init(rawValue:))
        since = json["since"]?.string.flatMap { LocalDate(iso: $0) }
        remember = json["machine"].flatMap { MachineReport(json: $0) }
        self.digest = digest
        self.size = size
    }
}
