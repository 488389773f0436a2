import AttendanceModel
import Reports

/// Dates as people say them, in English and Chinese.
enum DateWords {
    static let expected = Phrase(
        "today, yesterday, tomorrow, this-week, this-month, last-month, 2026-09, 2026-09-16 or 2026-09-16..2026-09-20",
        "今天、昨天、明天、本周、本月、上月、2026-09、2026-09-16 或 2026-09-16..2026-09-20")

    /// Reads a day, a month or a range; both ends are inclusive.
    static func range(_ text: String, today: LocalDate) -> ClosedRange<LocalDate>? {
        if let named = named(text.lowercased(), today: today) { return named }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return single(text)
        case 2:
            guard let first = named(parts[0], today: today) ?? single(parts[0]),
                let last = named(parts[1], today: today) ?? single(parts[1]),
                first.lowerBound <= last.upperBound
            else { return nil }
            return first.lowerBound...last.upperBound
        default: return nil
        }
    }

    private static func single(_ text: String) -> ClosedRange<LocalDate>? {
        if let date = LocalDate(iso: text) { return date...date }
        guard text.utf8.count == 7, let first = LocalDate(iso: text + "-01") else { return nil }
        return first...first.lastOfMonth
    }

    private static func named(_ text: String, today: LocalDate) -> ClosedRange<LocalDate>? {
        switch text {
        case "today", "今天", "今日": return today...today
        case "yesterday", "昨天":
            let day = today.advanced(byDays: -1)
            return day...day
        case "tomorrow", "明天":
            let day = today.advanced(byDays: 1)
            return day...day
        case "this-week", "本周":
            let monday = today.advanced(byDays: 1 - today.weekday.rawValue)
            return monday...monday.advanced(byDays: 6)
        case "last-week", "上周":
            let monday = today.advanced(byDays: -6 - today.weekday.rawValue)
            return monday...monday.advanced(byDays: 6)
        case "this-month", "本月": return today.firstOfMonth...today.lastOfMonth
        case "last-month", "上月":
            let last = today.firstOfMonth.advanced(byDays: -1)
            return last.firstOfMonth...last
        default: return nil
        }
    }
}
