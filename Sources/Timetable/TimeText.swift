package import AttendanceModel
import TextCodec

/// Reads the times, intervals, durations and days that plans and tables are written in.
package enum TimeText {
    /// `7:05`, `07:05`, `07:05:30`, `7：05`.
    static func time(_ text: some StringProtocol) -> LocalTime? {
        LocalTime(NameFolding.ascii(text))
    }

    /// Like `afternoon(for:)`, and also for 5 and 6 o'clock written with one digit (R-401: 「下午5:30-6:00」).
    ///
    /// Who keeps the 24-hour clock writes 05:30.
    static func afternoon(writtenAs text: some StringProtocol) -> LocalTime? {
        guard let time = time(text) else { return nil }
        let isShort = NameFolding.trimmed(NameFolding.ascii(text)).prefix { $0 != ":" }.count == 1
        return isShort && (5...6).contains(time.hour) ? time.advanced(bySeconds: 12 * 3600) : afternoon(for: time)
    }

    /// The time twelve hours later, when `time` looks like an afternoon time of a 12-hour clock: 1:00 to 4:59.
    ///
    /// No school rings a bell then; the source documents write 3:50 for 15:50.
    static func afternoon(for time: LocalTime) -> LocalTime? {
        (1...4).contains(time.hour) ? time.advanced(bySeconds: 12 * 3600) : nil
    }

    /// Seconds of `10m`, `1h`, `1h30m`, `90s`.
    static func seconds(_ text: some StringProtocol) -> Int? {
        var total = 0
        var value: Int?
        var units: [Character: Int] = ["h": 3600, "m": 60, "s": 1]
        for character in NameFolding.ascii(text).lowercased() where character != " " {
            if let digit = character.isASCII ? character.wholeNumberValue : nil {
                let next = (value ?? 0) * 10 + digit
                guard next < 1_000_000 else { return nil }
                value = next
            } else {
                guard let count = value, let unit = units.removeValue(forKey: character) else { return nil }
                total += count * unit
                value = nil
            }
        }
        return value == nil && units.count < 3 ? total : nil
    }

    /// Whole minutes of a duration.
    static func minutes(_ text: some StringProtocol) -> Int? {
        guard let seconds = seconds(text), seconds % 60 == 0 else { return nil }
        return seconds / 60
    }

    /// `home`, `morning+10m`, `13:30`, `13:30-5m`.
    static func bellTime(_ text: some StringProtocol) -> BellTime? {
        let text = NameFolding.ascii(text)
        guard !text.isEmpty, !text.contains("..") else { return nil }
        var base = text[...]
        var offset = 0
        if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }),
            let minutes = minutes(text[text.index(after: sign)...])
        {
            base = text[..<sign]
            offset = text[sign] == "-" ? -minutes : minutes
        }
        let name = NameFolding.trimmed(base)
        if let time = LocalTime(name) { return BellTime(.clock(time), offsetMinutes: offset) }
        guard let first = name.first, first.isLetter || first == "_", name.allSatisfy(isNamePart) else { return nil }
        return BellTime(.bell(name), offsetMinutes: offset)
    }

    /// The two ends of `a..b`; the second is nil for `a..`. One time alone has no `..` and is not an interval.
    static func interval(_ text: some StringProtocol) -> (from: BellTime, until: BellTime?)? {
        let text = NameFolding.ascii(text)
        guard let dots = text.firstRange(of: "..") else { return nil }
        guard let from = bellTime(text[..<dots.lowerBound]) else { return nil }
        let rest = NameFolding.trimmed(text[dots.upperBound...])
        if rest.isEmpty { return (from, nil) }
        // `dismissal..+70m`: only how long it lasts.
        if rest.hasPrefix("+") {
            guard let minutes = minutes(rest.dropFirst()) else { return nil }
            return (from, BellTime(from.base, offsetMinutes: from.offsetMinutes + minutes))
        }
        guard let until = bellTime(rest) else { return nil }
        return (from, until)
    }

    /// `+1d 12:00`, `+2d`, `17:30`.
    static func deadline(_ text: some StringProtocol) -> Deadline? {
        let parts = NameFolding.ascii(text).split(separator: " ")
        guard let first = parts.first, parts.count <= 2 else { return nil }
        guard first.hasPrefix("+"), first.hasSuffix("d") else {
            return parts.count == 1 ? time(first).map { Deadline(serviceDays: 0, time: $0) } : nil
        }
        guard let days = Int(first.dropFirst().dropLast()), (0...366).contains(days) else { return nil }
        guard parts.count == 2 else { return Deadline(serviceDays: days, time: .endOfDay) }
        return time(parts[1]).map { Deadline(serviceDays: days, time: $0) }
    }

    /// `2026-09-01`, and `2026/9/1` or `2026.9.1` as Excel writes it, and `2026年9月1日`.
    package static func date(_ text: some StringProtocol) -> LocalDate? {
        let text = NameFolding.ascii(text)
        if let date = LocalDate(iso: text) { return date }
        let plain = text.hasSuffix("日") ? text.dropLast() : text[...]
        let parts = plain.split(omittingEmptySubsequences: false) { "/.-年月".contains($0) }
        guard parts.count == 3, parts[0].count == 4, let year = number(parts[0]), let month = number(parts[1]),
            let day = number(parts[2])
        else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }

    /// One date, or two with `..` or `~` between them, rising.
    package static func dates(_ text: some StringProtocol) -> ClosedRange<LocalDate>? {
        let text = NameFolding.ascii(text)
        if let date = date(text) { return date...date }
        for separator in ["..", "~", "至"] {
            guard let range = text.firstRange(of: separator) else { continue }
            guard let first = date(text[..<range.lowerBound]), let last = date(text[range.upperBound...]),
                first <= last
            else { return nil }
            return first...last
        }
        return nil
    }

    /// A date, and a time after a space or `T`; midnight without a time.
    package static func dateTime(_ text: some StringProtocol) -> LocalDateTime? {
        let text = NameFolding.ascii(text)
        if let date = date(text) { return LocalDateTime(date, .midnight) }
        guard let separator = text.firstIndex(where: { $0 == " " || $0 == "T" }),
            let date = date(text[..<separator]), let time = time(text[text.index(after: separator)...])
        else { return nil }
        return LocalDateTime(date, time)
    }

    /// `05-01` or a full date.
    static func seasonDay(_ text: some StringProtocol) -> Season.Day? {
        if let date = date(text) { return Season.Day(year: date.year, month: date.month, day: date.day) }
        let parts = NameFolding.ascii(text).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let month = number(parts[0]), let day = number(parts[1]),
            LocalDate(year: 2024, month: month, day: day) != nil  // a leap year, so that 02-29 exists
        else { return nil }
        return Season.Day(year: nil, month: month, day: day)
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    private static func isNamePart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "-"
    }
}
