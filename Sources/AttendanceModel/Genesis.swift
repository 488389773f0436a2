package import TextCodec

/// The first fact of a log.
package struct Genesis: Hashable, Sendable {
    /// 32 lower-case hex digits, random: names this log in checkpoints.
    package let log: String
    /// The last checkpoint of the segment before, as a line; nil for a school's first log.
    package let previous: String?

    package init(log: String, previous: String?) {
        self.log = log
        self.previous = previous
    }

    package var json: JSONValue {
        var members = [JSONMember("log", .string(log)), JSONMember("version", .integer(1))]
        if let previous { members.append(JSONMember("previous", .string(previous))) }
        return .object(members)
    }

    package init?(json: JSONValue) {
        guard let log = json["log"]?.string else { return nil }
        self.init(log: log, previous: json["previous"]?.string)
    }
}
