/// The rule of a TZ string (POSIX.1-2017 §8.3, with the longer hours of RFC 8536 §3.3.1): `EST5EDT,M3.2.0,M11.1.0`.
struct PosixZone {
    /// When a change happens each year, on the wall clock before it.
    struct Rule {
        enum Day {
            /// `Jn`, 1 to 365; 29 February is never counted.
            case julian(Int)
            /// `n`, 0 to 365.
            case zeroBased(Int)
            /// `Mm.w.d`: the w-th (5 = last) weekday d (0 = Sunday) of month m.
            case weekday(month: Int, week: Int, weekday: Int)
        }

        let day: Day
        /// Seconds after midnight, −167 h to 167 h.
        let time: Int
    }

    /// Seconds east of Greenwich.
    let standard: Int32
    let daylight: (offset: Int32, start: Rule, end: Rule)?

    init?(_ text: String) {
        var parser = Parser(text: Array(text.utf8))
        guard parser.name(), let west = parser.offset() else { return nil }
        standard = Int32(-west)
        if parser.atEnd {
            daylight = nil
            return
        }
        guard parser.name() else { return nil }
        var daylightOffset = -west + 3600
        if !parser.next(is: UInt8(ascii: ",")) {
            guard let west = parser.offset() else { return nil }
            daylightOffset = -west
        }
        guard parser.take(UInt8(ascii: ",")), let start = parser.rule(), parser.take(UInt8(ascii: ",")),
            let end = parser.rule(), parser.atEnd
        else { return nil }
        daylight = (Int32(daylightOffset), start, end)
    }

    /// The changes of the years in `years`, in rising order.
    func transitions(in years: ClosedRange<Int>) -> [ZoneRules.Transition] {
        guard let daylight else { return [] }
        var changes: [(change: ZoneRules.Transition, isDaylight: Bool)] = []
        for year in years {
            let start = Self.second(of: daylight.start, in: year) - Int64(standard)
            let end = Self.second(of: daylight.end, in: year) - Int64(daylight.offset)
            changes.append((ZoneRules.Transition(at: start, offset: daylight.offset), true))
            changes.append((ZoneRules.Transition(at: end, offset: standard), false))
        }
        // A rule for "daylight time all year" ends each year at the instant at which the next begins: the later one wins.
        changes.sort { ($0.change.at, $0.isDaylight ? 1 : 0) < ($1.change.at, $1.isDaylight ? 1 : 0) }
        var kept: [ZoneRules.Transition] = []
        for (change, _) in changes {
            if kept.last?.at == change.at { kept.removeLast() }
            kept.append(change)
        }
        return kept
    }

    static func year(ofSecond second: Int64) -> Int {
        // A year has 365.2425 days on average; being one early only repeats changes that the caller has.
        max(1, Int(clamping: second / 31_556_952) + 1969)
    }

    /// Days from 1970-01-01 to 1 January of `year` (1 or later).
    private static func days(beforeYear year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400 - 719_162
    }

    private static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

    private static func second(of rule: Rule, in year: Int) -> Int64 {
        let newYear = days(beforeYear: year)
        let day =
            switch rule.day {
            case .julian(let day): newYear + day - 1 + (day >= 60 && isLeap(year) ? 1 : 0)
            case .zeroBased(let day): newYear + day
            case .weekday(let month, let week, let weekday):
                newYear + dayOfYear(month: month, week: week, weekday: weekday, newYear: newYear, leap: isLeap(year))
            }
        return Int64(day) * 86_400 + Int64(rule.time)
    }

    private static func dayOfYear(month: Int, week: Int, weekday: Int, newYear: Int, leap: Bool) -> Int {
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let first = lengths.prefix(month - 1).reduce(0, +)
        let weekdayOfFirst = ((newYear + first + 4) % 7 + 7) % 7  // 1970-01-01 was a Thursday, day 4 from Sunday
        var day = (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
        if day >= lengths[month - 1] { day -= 7 }
        return first + day
    }
}

extension PosixZone {
    private struct Parser {
        let text: [UInt8]
        var index = 0

        var atEnd: Bool { index == text.count }

        func next(is byte: UInt8) -> Bool { index < text.count && text[index] == byte }

        mutating func take(_ byte: UInt8) -> Bool {
            guard next(is: byte) else { return false }
            index += 1
            return true
        }

        /// `EST` or `<+03>`.
        mutating func name() -> Bool {
            let start = index
            if take(UInt8(ascii: "<")) {
                while index < text.count, text[index] != UInt8(ascii: ">") { index += 1 }
                return take(UInt8(ascii: ">"))
            }
            while index < text.count, (0x41...0x5A).contains(text[index] & 0xDF) { index += 1 }
            return index - start >= 3
        }

        mutating func number(_ range: ClosedRange<Int>) -> Int? {
            let start = index
            var value = 0
            while index < text.count, (0x30...0x39).contains(text[index]), index - start < 4 {
                value = value * 10 + Int(text[index] - 0x30)
                index += 1
            }
            return index > start && range.contains(value) ? value : nil
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func offset() -> Int? {
            let isNegative = take(UInt8(ascii: "-"))
            if !isNegative { _ = take(UInt8(ascii: "+")) }
            guard let hours = number(0...167) else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where take(UInt8(ascii: ":")) {
                guard let value = number(0...59) else { return nil }
                seconds += value * unit
            }
            return isNegative ? -seconds : seconds
        }

        mutating func rule() -> Rule? {
            guard let day = day() else { return nil }
            guard take(UInt8(ascii: "/")) else { return Rule(day: day, time: 7200) }
            return offset().map { Rule(day: day, time: $0) }
        }

        private mutating func day() -> Rule.Day? {
            if take(UInt8(ascii: "J")) { return number(1...365).map { .julian($0) } }
            guard take(UInt8(ascii: "M")) else { return number(0...365).map { .zeroBased($0) } }
            guard let month = number(1...12), take(UInt8(ascii: ".")), let week = number(1...5),
                take(UInt8(ascii: ".")), let weekday = number(0...6)
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
    }
}
