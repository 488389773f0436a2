/// A fair sample of the distinct rows of a file, of bounded size: those with the smallest keys.
///
/// Two samples are compared below the smaller of their bounds, where both hold every row; so files of any size can be
/// compared row by row without keeping their rows.
struct RowSample: Sendable {
    private struct Entry: Comparable {
        let key: UInt64
        let wall: Int64

        static func < (left: Entry, right: Entry) -> Bool { left.key < right.key }
    }

    /// What two samples have in common within the time that both files cover.
    struct Overlap: Hashable {
        /// Sampled rows of either side in that time, and those in both.
        var left = 0
        var right = 0
        var common = 0
        /// Whether there is any time that both cover.
        var isConcurrent = false

        /// As many rows as one side alone has at most.
        var smaller: Int { min(left, right) }

        /// Whether one machine wrote both: most of what one has is in the other.
        var showsOneMachine: Bool { common >= 3 && common * 2 >= smaller }

        /// Whether two machines wrote them: much was seen at the same time, and hardly a row is the same.
        var showsTwoMachines: Bool { smaller >= 20 && common * 10 < smaller }
    }

    static let capacity = 16_384

    private var entries: [Entry] = []
    /// Every row with a key up to this one is in the sample.
    private var bound = UInt64.max

    mutating func add(_ key: UInt64, wall: Int64) {
        guard key <= bound else { return }
        entries.append(Entry(key: key, wall: wall))
        if entries.count >= 2 * Self.capacity { settle() }
    }

    /// Sorts, drops rows that stand twice and what is above the bound.
    mutating func settle() {
        entries.sort()
        var kept: [Entry] = []
        for entry in entries where kept.last?.key != entry.key { kept.append(entry) }
        if kept.count > Self.capacity {
            kept.removeLast(kept.count - Self.capacity)
            bound = kept.last?.key ?? .max
        }
        entries = kept
    }

    /// Compares two settled samples within `times`, in seconds of the wall clock.
    func overlap(with other: RowSample, in times: ClosedRange<Int64>) -> Overlap {
        var overlap = Overlap(isConcurrent: true)
        let bound = min(self.bound, other.bound)
        var index = 0
        for entry in entries where entry.key <= bound && times.contains(entry.wall) {
            overlap.left += 1
            while index < other.entries.count, other.entries[index].key < entry.key { index += 1 }
            if index < other.entries.count, other.entries[index].key == entry.key { overlap.common += 1 }
        }
        overlap.right = other.entries.count { $0.key <= bound && times.contains($0.wall) }
        return overlap
    }
}
