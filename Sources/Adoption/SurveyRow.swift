package import AttendanceModel

/// One punch of an export, as far as an adoption looks at it.
package struct SurveyRow: Hashable, Sendable {
    /// The line or record in its file, from 1.
    package let line: Int
    /// The machine's own user id, as the file has it.
    package let userID: String
    /// What the machine's clock showed; nil when there is no such moment (30 February).
    package let wall: LocalDateTime?

    package init(line: Int, userID: String, wall: LocalDateTime?) {
        self.line = line
        self.userID = userID
        self.wall = wall
    }

    /// A number that is the same for the same punch in every export of its machine, and hardly ever for another.
    ///
    /// Zeros in front of the id are left out: one machine pads its ids in one kind of file and not in the other.
    func key(at wall: LocalDateTime) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
        for byte in userID.utf8.drop(while: { $0 == 0x30 }) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        // The finaliser of SplitMix64, so that samples by the smallest keys are fair.
        var key = hash ^ UInt64(bitPattern: wall.wallSeconds) &* 0x9E37_79B9_7F4A_7C15
        key = (key ^ key >> 30) &* 0xBF58_476D_1CE4_E5B9
        key = (key ^ key >> 27) &* 0x94D0_49BB_1331_11EB
        return key ^ key >> 31
    }
}

/// Which readings of a clock can be true: none before 2005, and none more than a day ahead of the person adopting
/// (C-28, C-30).
package struct PlausibleTimes: Hashable, Sendable {
    package let range: ClosedRange<LocalDateTime>

    /// `now` is the moment on the school's wall clock.
    package init(now: LocalDateTime) {
        let first = LocalDateTime(wallSeconds: 1_104_537_600)  // 2005-01-01
        range = first...max(first, LocalDateTime(wallSeconds: now.wallSeconds + 86_400))
    }

    func holds(_ wall: LocalDateTime) -> Bool { range.contains(wall) }
}
