import AttendanceModel
import TextCodec

extension Status {
    var json: JSONValue {
        var members = [
            JSONMember("started", .integer(started.milliseconds)), JSONMember("version", .string(version)),
            JSONMember("data", .string(dataDirectory)), JSONMember("facts", .integer(facts)),
            JSONMember("waiting", .integer(Int64(waiting))),
            JSONMember("devices", .array(devices.map(\.json))),
        ]
        if case .failing(let since, let reason) = store {
            members.append(JSONMember("failingSince", .integer(since.milliseconds)))
            members.append(JSONMember("failing", .string(reason)))
        }
        if let lastPunch { members.append(JSONMember("lastPunch", .integer(lastPunch.milliseconds))) }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let started = json["started"]?.integer, let version = json["version"]?.string,
            let data = json["data"]?.string, let facts = json["facts"]?.integer,
            let waiting = json["waiting"]?.integer.flatMap({ Int(exactly: $0) }), let list = json["devices"]?.array
        else { return nil }
        self.init(started: Instant(milliseconds: started), version: version, dataDirectory: data)
        self.facts = facts
        self.waiting = waiting
        devices = list.compactMap { Device(json: $0) }
        guard devices.count == list.count else { return nil }
        if let since = json["failingSince"]?.integer, let reason = json["failing"]?.string {
            store = .failing(since: Instant(milliseconds: since), reason: reason)
        }
        lastPunch = json["lastPunch"]?.integer.map { Instant(milliseconds: $0) }
    }
}

extension Status.Device {
    var json: JSONValue {
        var members = [
            JSONMember("id", .string(id.text)), JSONMember("driver", .string(driver)),
            JSONMember("port", .string(port)), JSONMember("state", .string(state.rawValue)),
            JSONMember("since", .integer(since.milliseconds)), JSONMember("frames", .integer(frames)),
            JSONMember("punches", .integer(punches)),
            JSONMember(
                "discarded",
                .object(discarded.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer($0.value)) })),
        ]
        if let place { members.append(JSONMember("place", .string(place))) }
        if let reason { members.append(JSONMember("reason", .string(reason))) }
        if let lastByte { members.append(JSONMember("lastByte", .integer(lastByte.milliseconds))) }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let id = json["id"]?.string, let driver = json["driver"]?.string, let port = json["port"]?.string,
            let state = json["state"]?.string.flatMap(State.init(rawValue:)), let since = json["since"]?.integer,
            let frames = json["frames"]?.integer, let punches = json["punches"]?.integer,
            let discarded = json["discarded"]?.object
        else { return nil }
        self.init(
            id: DeviceID(id), driver: driver, port: port, state: state, since: Instant(milliseconds: since))
        self.frames = frames
        self.punches = punches
        for member in discarded { self.discarded[member.key] = member.value.integer }
        place = json["place"]?.string
        reason = json["reason"]?.string
        lastByte = json["lastByte"]?.integer.map { Instant(milliseconds: $0) }
    }
}
