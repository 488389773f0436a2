/// The offsets of one time zone over time: what tzdata says of it, without the machine's clock or environment.
///
/// All times are seconds; instants are UTC since 1970, wall times are counted on the zone's own wall clock.
package struct ZoneRules: Hashable, Sendable {
    /// One change of the offset.
    package struct Transition: Hashable, Sendable {
        /// The first second (UTC) at which `offset` holds.
        package let at: Int64
        /// Seconds to add to UTC to get the wall clock; positive east of Greenwich.
        package let offset: Int32

        package init(at: Int64, offset: Int32) {
            self.at = at
            self.offset = offset
        }
    }

    /// The IANA name, such as `Asia/Shanghai`.
    package let name: String
    /// The offset before the first transition.
    package let initialOffset: Int32
    /// In rising order of `at`.
    package let transitions: [Transition]

    package init(name: String, initialOffset: Int32, transitions: [Transition]) {
        self.name = name
        self.initialOffset = initialOffset
        self.transitions = transitions
    }

    package static let utc = ZoneRules(name: "UTC", initialOffset: 0, transitions: [])

    /// The offset in force at a UTC second.
    package func offset(at second: Int64) -> Int32 {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= second { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// The UTC second at which the wall clock shows `wallSecond`.
    ///
    /// A wall time that exists twice is the first one (model.md D.8, 10); one that is skipped is read with the
    /// offset before the gap, so it lands as much after the gap as it was written after the gap's start.
    package func second(ofWall wallSecond: Int64) -> Int64 {
        // Offsets of real zones stay within a day, so only the offsets around the guess can apply.
        let before = offset(at: wallSecond - 86_400)
        let first = wallSecond - Int64(before)
        if offset(at: first) == before { return first }
        let after = offset(at: wallSecond + 86_400)
        let second = wallSecond - Int64(after)
        return offset(at: second) == after ? second : first
    }
}
