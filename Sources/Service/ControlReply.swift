import AttendanceModel
import TextCodec
import WireFormats

/// What the daemon answers.
enum ControlReply: Hashable, Sendable {
    case receipts([Receipt])
    /// The chunk was taken; the next may come.
    case goOn
    case imported(ImportOutcome)
    case status(Status)
    case refused(String, chinese: String? = nil, exitStatus: Int32)

    static func refused(_ error: ServiceError) -> ControlReply {
        .refused(error.description, chinese: error.chinese, exitStatus: error.exitStatus)
    }

    var json: JSONValue {
        var members = [JSONMember("version", .integer(ControlRequest.version))]
        switch self {
        case .receipts(let receipts):
            let list = receipts.map { JSONValue.array([.integer($0.seq), .bool($0.added)]) }
            members.append(JSONMember("receipts", .array(list)))
        case .goOn: members.append(JSONMember("next", .bool(true)))
        case .imported(let outcome): members.append(JSONMember("imported", outcome.json))
        case .status(let status): members.append(JSONMember("status", status.json))
        case .refused(let sentence, let chinese, let status):
            members.append(JSONMember("refused", .string(sentence)))
            if let chinese { members.append(JSONMember("chinese", .string(chinese))) }
            members.append(JSONMember("exit", .integer(Int64(status))))
        }
        return .object(members)
    }

    init?(json: JSONValue) {
        if let sentence = json["refused"]?.string {
            let status = json["exit"]?.integer.flatMap { Int32(exactly: $0) }
            self = .refused(sentence, chinese: json["chinese"]?.string, exitStatus: status ?? 70)
        } else if let list = json["receipts"]?.array {
            var receipts: [Receipt] = []
            for pair in list {
                guard let values = pair.array, values.count == 2, let seq = values[0].integer,
                    let added = values[1].bool
                else { return nil }
                receipts.append(Receipt(seq: seq, added: added))
            }
            self = .receipts(receipts)
        } else if let outcome = json["imported"] {
            guard let outcome = ImportOutcome(json: outcome) else { return nil }
            self = .imported(outcome)
        } else if let status = json["status"] {
            guard let status = Status(json: status) else { return nil }
            self = .status(status)
        } else if json["next"] != nil {
            self = .goOn
        } else {
            return nil
        }
    }
}

extension ImportOutcome {
    var json: JSONValue {
        var members = [
            JSONMember("format", .string(format)), JSONMember("added", .integer(added)),
            JSONMember("known", .integer(known)), JSONMember("refused", .integer(refused)),
            JSONMember("impossible", .integer(impossibleTimes)), JSONMember("endsEarly", .bool(endsEarly)),
            JSONMember(
                "refusals",
                .array(refusals.map { .array([.integer($0.line), .string($0.reason), .string($0.chinese)]) })),
        ]
        for (key, time) in [("first", firstRow), ("last", lastRow), ("until", completeUntil)] {
            if let time { members.append(JSONMember(key, .string(time.description))) }
        }
        if let serialNumber { members.append(JSONMember("serial", .string(serialNumber))) }
        if let announced { members.append(JSONMember("announced", .integer(announced))) }
        members.append(JSONMember("clock", clock.json))
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let format = json["format"]?.string, let added = json["added"]?.integer,
            let known = json["known"]?.integer, let refused = json["refused"]?.integer,
            let impossible = json["impossible"]?.integer, let endsEarly = json["endsEarly"]?.bool,
            let refusals = json["refusals"]?.array
        else { return nil }
        self.format = format
        self.added = added
        self.known = known
        self.refused = refused
        impossibleTimes = impossible
        self.endsEarly = endsEarly
        for pair in refusals {
            guard let values = pair.array, values.count == 3, let line = values[0].integer,
                let reason = values[1].string, let chinese = values[2].string
            else { return nil }
            self.refusals.append(Refusal(line: line, reason: reason, chinese: chinese))
        }
        firstRow = json["first"]?.string.flatMap { LocalDateTime($0) }
        lastRow = json["last"]?.string.flatMap { LocalDateTime($0) }
        completeUntil = json["until"]?.string.flatMap { LocalDateTime($0) }
        serialNumber = json["serial"]?.string
        announced = json["announced"]?.integer
        guard let clock = json["clock"].flatMap({ ClockNotes(json: $0) }) else { return nil }
        self.clock = clock
    }
}

extension ClockNotes {
    /// `{"reset": {"count": 3, "places": [[1, 3, "2000-01-01 00:07:00"]]}, …}`.
    var json: JSONValue {
        .object(
            ClockNote.allCases.compactMap { note in
                guard let count = counts[note], count > 0 else { return nil }
                let places = (self.places[note] ?? []).map { place in
                    JSONValue.array([.integer(place.line), .integer(place.lastLine), .string(place.text)])
                }
                return JSONMember(
                    note.rawValue,
                    .object([JSONMember("count", .integer(count)), JSONMember("places", .array(places))]))
            })
    }

    init?(json: JSONValue) {
        self.init()
        for member in json.object ?? [] {
            guard let note = ClockNote(rawValue: member.key), let count = member.value["count"]?.integer,
                let places = member.value["places"]?.array
            else { return nil }
            counts[note] = count
            self.places[note] = places.compactMap { place in
                guard let values = place.array, values.count == 3, let line = values[0].integer,
                    let lastLine = values[1].integer, let text = values[2].string
                else { return nil }
                return Place(line: line, lastLine: lastLine, text: text)
            }
        }
    }
}
