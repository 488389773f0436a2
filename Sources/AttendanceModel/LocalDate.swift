/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
package enum Weekday: Int, CaseIterable, Sendable, Hashable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A date of the proleptic Gregorian calendar without a zone, from year 1 to year 9999.
package struct LocalDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    package let dayNumber: Int

    package static let first = LocalDate(dayNumber: -719_162)
    package static let last = LocalDate(dayNumber: 2_932_896)

    /// Makes the date `dayNumber` days after 1970-01-01, held at the ends of the range.
    package init(clampingDayNumber dayNumber: Int) {
        self.dayNumber = min(max(dayNumber, Self.first.dayNumber), Self.last.dayNumber)
    }

    private init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// Makes a date; nil when there is no such day (2025-02-30) or the year is not 1 … 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        // Howard Hinnant's civil-from-days arithmetic: years begin in March so that a leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.dayNumber = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    package var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    package var weekday: Weekday {
        let index = ((dayNumber + 3) % 7 + 7) % 7  // 1970-01-01 was a Thursday
        return Weekday(rawValue: index + 1) ?? .monday
    }

    /// The date `days` later (earlier when negative), held at the ends of the range.
    package func advanced(byDays days: Int) -> LocalDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return LocalDate(clampingDayNumber: overflow ? (days < 0 ? .min : .max) : sum)
    }

    package var firstOfMonth: LocalDate { LocalDate(dayNumber: dayNumber - components.day + 1) }

    package var lastOfMonth: LocalDate {
        let (year, month, day) = components
        return LocalDate(dayNumber: dayNumber - day + Self.days(inMonth: month, of: year))
    }

    package static func < (left: LocalDate, right: LocalDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension ClosedRange<LocalDate> {
    /// Each date of the range, rising.
    package var days: some BidirectionalCollection<LocalDate> {
        (lowerBound.dayNumber...upperBound.dayNumber).lazy.map { LocalDate(clampingDayNumber: $0) }
    }
}

extension LocalDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

/// The value of ASCII digits; nil when there is any other byte, none, or more than nine.
func digits(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}

/// `value` in decimal with leading zeros up to `width`.
func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
