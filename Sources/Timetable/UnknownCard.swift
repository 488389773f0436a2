package import AttendanceModel

/// A card or a machine's user id that punched and is nobody's.
package struct UnknownCard: Hashable, Sendable {
    package var key: CardKey
    /// Why nobody is taken to have punched: `unknown`, `ended`, `lost` or `ambiguous`.
    package var found: CardRegister.Found
    /// Where it punched, by id.
    package var devices: [DeviceID]
    package var punches: Int
    /// By the clocks of the machines as they were; nil when no punch had a time.
    package var first: LocalDateTime?
    package var last: LocalDateTime?

    package init(
        key: CardKey, found: CardRegister.Found, devices: [DeviceID], punches: Int, first: LocalDateTime?,
        last: LocalDateTime?
    ) {
        self.key = key
        self.found = found
        self.devices = devices
        self.punches = punches
        self.first = first
        self.last = last
    }
}

/// Collects the cards and ids that are nobody's, from punches in any order.
///
/// Memory grows with the number of different cards, not with that of the punches.
package struct UnknownCards: Sendable {
    private struct Tally {
        var found: CardRegister.Found
        var devices: Set<DeviceID> = []
        var punches = 0
        var first: LocalDateTime?
        var last: LocalDateTime?
    }

    private let register: CardRegister
    private var tallies: [CardKey: Tally] = [:]

    package init(_ register: CardRegister) {
        self.register = register
    }

    /// Counts a punch if it is nobody's; `time` is that of the school's wall clock, nil when it cannot be known.
    package mutating func note(_ credential: Credential, at device: DeviceID, time: LocalDateTime?) {
        let found = register.find(credential, at: device, time: time ?? LocalDateTime(.last, .endOfDay))
        if case .persons = found { return }
        let key = CardKey(seen: register.read(credential, at: device, time: time), at: device)
        var tally = tallies[key] ?? Tally(found: found)
        tally.found = found
        tally.devices.insert(device)
        tally.punches += 1
        if let time {
            tally.first = min(tally.first ?? time, time)
            tally.last = max(tally.last ?? time, time)
        }
        tallies[key] = tally
    }

    /// The one seen last first; those without any time at the end.
    package var list: [UnknownCard] {
        tallies.map { key, tally in
            UnknownCard(
                key: key, found: tally.found, devices: tally.devices.sorted(), punches: tally.punches,
                first: tally.first, last: tally.last)
        }.sorted { left, right in
            (right.last?.wallSeconds ?? .min, left.key.text) < (left.last?.wallSeconds ?? .min, right.key.text)
        }
    }
}
