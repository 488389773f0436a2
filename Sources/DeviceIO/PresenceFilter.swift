import AttendanceModel

/// Makes one punch of a card that lies on a reader which repeats its frame (card-readers.md 4.1, RDM6300: every 65 ms).
struct PresenceFilter {
    /// A card is gone after this silence; nil for readers that send once for each presentation.
    let silenceMilliseconds: Int?
    private var lastSeen: [Credential: Instant] = [:]

    init(silenceMilliseconds: Int?) {
        self.silenceMilliseconds = silenceMilliseconds
    }

    /// Whether a frame begins a new presentation; every frame extends the card's presence.
    mutating func isNew(_ credential: Credential, at now: Instant) -> Bool {
        guard let silenceMilliseconds else { return true }
        // A clock that steps back ends all presences: one punch too many is harmless, one too few is not.
        lastSeen = lastSeen.filter { (0...Int64(silenceMilliseconds)).contains(now.milliseconds(since: $0.value)) }
        let isNew = lastSeen[credential] == nil
        lastSeen[credential] = now
        return isNew
    }
}
