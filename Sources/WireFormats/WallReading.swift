package import AttendanceModel

/// A date and time as a machine's record gives it, whether or not such a moment exists.
package enum WallReading: Hashable, Sendable {
    case time(LocalDateTime)
    /// Well formed, but no such moment (2025-02-30, hour 24), as `YYYY-MM-DD HH:MM:SS`: kept and listed, never repaired.
    case impossible(String)

    /// The moment, when there is one.
    package var time: LocalDateTime? {
        guard case .time(let time) = self else { return nil }
        return time
    }

    /// Judges the six numbers of a record; second 60 reads as 59 (C-40).
    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        if let date = LocalDate(year: year, month: month, day: day),
            let time = LocalTime(hour: hour, minute: minute, second: second)
        {
            self = .time(LocalDateTime(date, time))
        } else {
            self = .impossible(
                "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2)) "
                    + "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))")
        }
    }
}

/// `value` in decimal with leading zeros up to `width`.
func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
