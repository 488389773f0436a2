package import AttendanceModel

/// How one machine's user id was used over the years.
package struct FoundID: Hashable, Sendable {
    /// A name that an export or a user list gave the id, and until when it did.
    package struct Name: Hashable, Sendable {
        package let text: String
        /// The latest row of the files that call the id so: what they were exported with.
        package let asOf: LocalDateTime?
    }

    /// A long silence after which somebody else seems to use the id.
    package struct Change: Hashable, Sendable {
        package enum Sign: Hashable, Sendable {
            /// The names of an earlier and a later export differ.
            case name(String, String)
            /// The usual first punch of a day moved from one time to the other.
            case rhythm(LocalTime, LocalTime)
        }

        /// The last day of the first user, and the first day of the second.
        package let last: LocalDate
        package let first: LocalDate
        package let sign: Sign
    }

    package let id: String
    package let rows: Int
    /// Days with at least one row.
    package let days: Int
    package let first: LocalDateTime?
    package let last: LocalDateTime?
    /// In the order of the exports; the last one is the latest.
    package let names: [Name]
    /// The card that a user list gives the id; nil without one.
    package let card: UInt32?
    package let change: Change?
}

/// Collects the use of one id.
struct IDCollector: Sendable {
    /// One day of use, with the minute of the first punch, in one number so that ten years of an id are 8 KiB.
    private var uses: [UInt32] = []
    private var rows = 0
    private var first: LocalDateTime?
    private var last: LocalDateTime?
    private var names: [(text: String, asOf: LocalDateTime?)] = []
    var card: UInt32?

    private static let namesKept = 8

    mutating func take(_ wall: LocalDateTime?) {
        rows += 1
        guard let wall else { return }
        first = min(first ?? wall, wall)
        last = max(last ?? wall, wall)
        let day = UInt32(clamping: wall.date.dayNumber)
        let use = day << 11 | UInt32(wall.time.secondOfDay / 60)
        if let latest = uses.last, latest >> 11 == day {
            uses[uses.count - 1] = min(latest, use)
        } else {
            uses.append(use)
        }
    }

    /// Notes what an export calls the id; `asOf` is that export's last row.
    mutating func call(_ name: String, asOf: LocalDateTime?) {
        if let index = names.firstIndex(where: { $0.text == name }) {
            names[index].asOf = [names[index].asOf, asOf].compactMap(\.self).max()
        } else if names.count < Self.namesKept {
            names.append((name, asOf))
        }
    }

    /// `activeDays` are the days on which the machine saw anybody, rising.
    mutating func finish(id: String, activeDays: [Int]) -> FoundID {
        uses.sort()
        var days: [UInt32] = []
        for use in uses where days.last.map({ $0 >> 11 != use >> 11 }) ?? true { days.append(use) }
        let ordered = names.enumerated()
            .sorted { left, right in
                (left.element.asOf?.wallSeconds ?? .min, left.offset)
                    < (right.element.asOf?.wallSeconds ?? .min, right.offset)
            }
            .map { FoundID.Name(text: $0.element.text, asOf: $0.element.asOf) }
        return FoundID(
            id: id, rows: rows, days: days.count, first: first, last: last, names: ordered, card: card,
            change: change(days, ordered, activeDays))
    }

    // MARK: Another user

    /// So many days on which others used the machine are a long silence.
    private static let silence = 40
    /// So many days of use on either side tell a rhythm.
    private static let enoughDays = 8
    private static let movedMinutes = 45

    private func change(_ uses: [UInt32], _ names: [FoundID.Name], _ activeDays: [Int]) -> FoundID.Change? {
        if let renamed = renamed(uses, names) { return renamed }
        guard names.count < 2, let index = longestSilence(uses, activeDays) else { return nil }
        let (before, after) = (uses[..<index], uses[index...])
        guard before.count >= Self.enoughDays, after.count >= Self.enoughDays else { return nil }
        let (old, new) = (Self.middle(before), Self.middle(after))
        guard abs(old - new) >= Self.movedMinutes else { return nil }
        return Self.change(
            uses, at: index,
            .rhythm(LocalTime(clampingSecondOfDay: old * 60), LocalTime(clampingSecondOfDay: new * 60)))
    }

    /// Two exports call the id differently: it changed hands after the last row of the earlier one, most likely in the
    /// longest time without use since then. A name that is the beginning of the other was only cut off.
    private func renamed(_ uses: [UInt32], _ names: [FoundID.Name]) -> FoundID.Change? {
        guard let new = names.last,
            let old = names.dropLast().last(where: {
                !$0.text.hasPrefix(new.text) && !new.text.hasPrefix($0.text)
            }),
            let until = old.asOf?.date.dayNumber
        else { return nil }
        let later = uses.indices.dropFirst().filter { Int(uses[$0] >> 11) > until }
        let index = later.max { left, right in
            (uses[left] >> 11) - (uses[left - 1] >> 11) < (uses[right] >> 11) - (uses[right - 1] >> 11)
        }
        return index.map { Self.change(uses, at: $0, .name(old.text, new.text)) }
    }

    private static func change(_ uses: [UInt32], at index: Int, _ sign: FoundID.Change.Sign) -> FoundID.Change {
        FoundID.Change(
            last: LocalDate(clampingDayNumber: Int(uses[index - 1] >> 11)),
            first: LocalDate(clampingDayNumber: Int(uses[index] >> 11)), sign: sign)
    }

    /// Where the longest time without use ends, counted in days on which the machine saw somebody; nil when none is long.
    private func longestSilence(_ uses: [UInt32], _ activeDays: [Int]) -> Int? {
        var longest: (index: Int, days: Int)?
        var active = 0
        for index in uses.indices.dropFirst() {
            let (before, after) = (Int(uses[index - 1] >> 11), Int(uses[index] >> 11))
            while active < activeDays.count, activeDays[active] <= before { active += 1 }
            var days = 0
            while active + days < activeDays.count, activeDays[active + days] < after { days += 1 }
            if days >= Self.silence, days > longest?.days ?? 0 { longest = (index, days) }
        }
        return longest?.index
    }

    /// The median minute of the first punches.
    private static func middle(_ uses: ArraySlice<UInt32>) -> Int {
        let minutes = uses.map { Int($0 & 0x7FF) }.sorted()
        return minutes.isEmpty ? 0 : minutes[minutes.count / 2]
    }
}
