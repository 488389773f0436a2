package import TextCodec

/// A device session began, was lost or ended; between `up` and `lost` a reader without memory is complete (D.9).
package struct SessionReport: Hashable, Sendable {
    package enum State: String, Sendable, Hashable { case up, lost, stopped }

    package let state: State
    /// Why, in one sentence, for `lost`.
    package let reason: String?

    package init(state: State, reason: String? = nil) {
        self.state = state
        self.reason = reason
    }

    package var json: JSONValue {
        var members = [JSONMember("state", .string(state.rawValue))]
        if let reason { members.append(JSONMember("reason", .string(reason))) }
        return .object(members)
    }

    package init?(json: JSONValue) {
        guard let state = json["state"]?.string.flatMap(State.init(rawValue:)) else { return nil }
        self.init(state: state, reason: json["reason"]?.string)
    }
}
