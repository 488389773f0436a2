package import AttendanceModel

/// The time of ZK records: one 32-bit number, wall clock (attendance-machines.md 2.6).
///
///     ((year % 100 · 12 · 31 + (month − 1) · 31 + day − 1) · 24 + hour) · 60 · 60 + minute · 60 + second
///
/// Months have 31 days in it, so it can say 30 February; such a record is kept with what it says. The published decoder
/// that divides by 365 is wrong (adrobinoga/pyzatt issue 18).
package enum ZKTime {
    /// What a stored number says; every number says something.
    package static func decode(_ value: UInt32) -> WallReading {
        var rest = Int(value)
        func next(_ radix: Int) -> Int {
            defer { rest /= radix }
            return rest % radix
        }
        let second = next(60)
        let minute = next(60)
        let hour = next(24)
        let day = next(31) + 1
        let month = next(12) + 1
        return WallReading(year: 2000 + rest, month: month, day: day, hour: hour, minute: minute, second: second)
    }

    /// The number for a time from 2000 to 2099; nil outside.
    package static func encode(_ time: LocalDateTime) -> UInt32? {
        let (year, month, day) = time.date.components
        guard (2000...2099).contains(year), time.time.secondOfDay < 86_400 else { return nil }
        let days = ((year - 2000) * 12 + month - 1) * 31 + day - 1
        return UInt32(exactly: days * 86_400 + time.time.secondOfDay)
    }
}
