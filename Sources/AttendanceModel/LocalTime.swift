/// A time of day without a zone, in whole seconds, from 00:00:00 to 24:00:00 (the end of the day) inclusive.
package struct LocalTime: Hashable, Comparable, Sendable {
    package let secondOfDay: Int

    package static let midnight = LocalTime(unchecked: 0)
    package static let endOfDay = LocalTime(unchecked: 86_400)

    private init(unchecked seconds: Int) {
        self.secondOfDay = seconds
    }

    package init(clampingSecondOfDay seconds: Int) {
        self.secondOfDay = min(max(seconds, 0), 86_400)
    }

    /// Makes a time; nil outside 00:00:00 … 23:59:59. Second 60 (a leap second) reads as 59 (C-40).
    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        self.secondOfDay = hour * 3600 + minute * 60 + min(second, 59)
    }

    /// Reads `HH:MM` or `HH:MM:SS` in the 24-hour clock (one-digit hours too), and `24:00`.
    package init?(_ text: some StringProtocol) {
        if text == "24:00" || text == "24:00:00" {
            self = .endOfDay
            return
        }
        let parts = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = digits(parts[0]), let minute = digits(parts[1])
        else { return nil }
        var second = 0
        if parts.count == 3 {
            guard parts[2].count == 2, let value = digits(parts[2]) else { return nil }
            second = value
        }
        self.init(hour: hour, minute: minute, second: second)
    }

    package var hour: Int { secondOfDay / 3600 }
    package var minute: Int { secondOfDay / 60 % 60 }
    package var second: Int { secondOfDay % 60 }

    /// The time `seconds` later, held within the day.
    package func advanced(bySeconds seconds: Int) -> LocalTime {
        let (sum, overflow) = secondOfDay.addingReportingOverflow(seconds)
        return LocalTime(clampingSecondOfDay: overflow ? (seconds < 0 ? 0 : 86_400) : sum)
    }

    package static func < (left: LocalTime, right: LocalTime) -> Bool { left.secondOfDay < right.secondOfDay }

    /// `HH:MM`.
    package var displayed: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
}

extension LocalTime: CustomStringConvertible {
    /// `HH:MM:SS`.
    package var description: String { "\(displayed):\(padded(second, to: 2))" }
}

/// A date and a time of day without a zone: what a wall clock beside a calendar shows.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    package let date: LocalDate
    package let time: LocalTime

    package init(_ date: LocalDate, _ time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// Makes the wall-clock reading `seconds` after 1970-01-01T00:00:00 of the same wall clock.
    package init(wallSeconds seconds: Int64) {
        let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let day = remainder < 0 ? quotient - 1 : quotient
        self.date = LocalDate(clampingDayNumber: Int(day))
        self.time = LocalTime(clampingSecondOfDay: Int(remainder < 0 ? remainder + 86_400 : remainder))
    }

    /// Reads `YYYY-MM-DD HH:MM[:SS]`, with a space or `T` between.
    package init?(_ text: some StringProtocol) {
        guard let separator = text.firstIndex(where: { $0 == " " || $0 == "T" }),
            let date = LocalDate(iso: text[..<separator]),
            let time = LocalTime(text[text.index(after: separator)...])
        else { return nil }
        self.init(date, time)
    }

    /// Seconds since 1970-01-01T00:00:00 of the same wall clock, as if every day had 86,400 s.
    package var wallSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay) }

    package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        left.wallSeconds < right.wallSeconds
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// `YYYY-MM-DD HH:MM:SS`.
    package var description: String { "\(date) \(time)" }
}
