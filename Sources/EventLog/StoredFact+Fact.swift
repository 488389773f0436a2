internal import AttendanceModel
internal import Evidence
internal import TextCodec

extension StoredFact {
    /// `clock` of a punch whose machine showed no date at all (month 13, say).
    static let unreadableClock = Int64.min

    /// The row of a new fact, all but its place, salt and leaf; throws `refused` when it contradicts itself.
    init(_ new: NewFact, seq: Int64, recorded: Instant, salt: Salt, hasher: Hasher256) throws(LogError) {
        try StoredFact.check(new, seq: seq)
        let body = new.body.json?.text
        var basis = ClockBasis.none
        let codes: Int64
        if case .punch(let punch) = new.body {
            codes = punch.codes.packed
            basis = punch.basis
        } else {
            let text = [UInt8(truncatingIfNeeded: new.body.kind.rawValue)] + Array((body ?? "").utf8)
            codes = Int64(bitPattern: hasher.hash(text).firstWord)
        }
        self.init(
            seq: seq, kind: Int64(new.body.kind.rawValue), at: new.at?.milliseconds,
            recorded: recorded.milliseconds, uncertainty: new.uncertaintyMilliseconds, subject: new.body.subject,
            clock: new.body.identityClock(at: new.at), source: new.source, codes: codes, session: new.session,
            basis: Int64(basis.rawValue), author: new.author, origin: new.origin, body: body, raw: new.raw, salt: salt)
    }

    private static func check(_ new: NewFact, seq: Int64) throws(LogError) {
        guard new.uncertaintyMilliseconds >= 0 else { throw .refused(reason: "its uncertainty is negative") }
        guard new.session <= 0 else { throw .refused(reason: "its session number is not one of NewFact.occasion") }
        if let origin = new.origin, !(0..<seq).contains(origin) {
            throw .refused(reason: "it names fact \(origin) as its origin, which is not in the log")
        }
        switch new.body {
        case .punch(let punch):
            let isMachine = [.machineAssumed, .machineMeasured, .received].contains(punch.basis)
            guard punch.basis != .none, punch.wall == nil || isMachine,
                punch.wall != nil || punch.basis != .machineAssumed,
                punch.wall != nil || punch.basis != .machineMeasured
            else { throw .refused(reason: "the punch's clock basis does not fit the time it shows") }
            // A row with a date that does not exist has its raw bytes and its occasion, and nothing else to say when.
            guard punch.wall != nil || new.at != nil || (new.session != 0 && new.raw != nil) else {
                throw .refused(reason: "the punch has no time at all")
            }
        case .session where new.at == nil: throw .refused(reason: "the session report has no time")
        case .entry(let kind, _) where !kind.isEntry:
            throw .refused(reason: "a \(kind.word) is not written as an entry")
        case .genesis where seq != 0: throw .refused(reason: "a log begins only once")
        default: break
        }
    }

    /// The fact that the row states; nil when this program does not understand it.
    var fact: Fact? {
        guard let body = factBody else { return nil }
        return Fact(
            seq: seq, at: at.map { Instant(milliseconds: $0) }, recorded: Instant(milliseconds: recorded),
            uncertaintyMilliseconds: uncertainty, subject: subject, source: source, author: author, origin: origin,
            body: body, raw: raw)
    }

    private var factBody: FactBody? {
        guard let kind = Int(exactly: kind).flatMap({ FactKind(rawValue: $0) }) else { return nil }
        guard kind == .punch else {
            guard let body, let json = try? JSONValue.parse(utf8: Array(body.utf8)) else { return nil }
            return FactBody(kind: kind, json: json)
        }
        guard let credential = Credential(subject: subject),
            let basis = Int(exactly: basis).flatMap({ ClockBasis(rawValue: $0) })
        else { return nil }
        let isMachine = [.machineAssumed, .machineMeasured, .received].contains(basis)
        let wall = isMachine && clock != Self.unreadableClock ? LocalDateTime(wallSeconds: floorSeconds(clock)) : nil
        return .punch(Punch(credential: credential, wall: wall, codes: PunchCodes(packed: codes), basis: basis))
    }
}

extension FactBody {
    /// The credential of a punch, `person:ID` for an entry about a person, else empty.
    var subject: String {
        switch self {
        case .punch(let punch): punch.credential.subject
        case .entry(_, let entry): entry.person.map { "person:\($0)" } ?? ""
        case .publish, .session, .imported, .machine, .notice, .close, .genesis: ""
        }
    }

    /// The time that makes the fact the same event: a wall clock's reading as milliseconds as if it were UTC, and
    /// host time for what has no clock of its own.
    ///
    /// For what people write it follows from what is written alone, so that the same line again is the same fact.
    func identityClock(at: Instant?) -> Int64 {
        switch self {
        case .punch(let punch):
            if let wall = punch.wall { return wall.wallSeconds * 1000 }
            return punch.basis == .received
                ? StoredFact.unreadableClock : at?.milliseconds ?? StoredFact.unreadableClock
        case .entry(_, let entry):
            guard let date = entry.dates?.lowerBound else { return 0 }
            return LocalDateTime(date, entry.fromTime ?? .midnight).wallSeconds * 1000
        case .publish(let document): return LocalDateTime(document.from, .midnight).wallSeconds * 1000
        case .session: return at?.milliseconds ?? 0
        case .notice(let notice): return LocalDateTime(notice.month.first, .midnight).wallSeconds * 1000
        case .close(let close): return LocalDateTime(close.month.first, .midnight).wallSeconds * 1000
        case .imported, .machine, .genesis: return 0
        }
    }
}

/// Whole seconds in `milliseconds`, rounded down.
private func floorSeconds(_ milliseconds: Int64) -> Int64 {
    Instant(milliseconds: milliseconds).seconds
}
