import AttendanceModel
import Reports
import Timetable

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
        case 1: return single(text, today) ?? spelled(text)
        case 2:
            guard let first = named(parts[0], today: today) ?? single(parts[0], today),
                let last = named(parts[1], today: today) ?? single(parts[1], today),
                first.lowerBound <= last.upperBound
            else { return nil }
            return first.lowerBound...last.upperBound
        default: return nil
        }
    }

    /// A day or a month, as in tables (`2026/9/16`, `2026年9月16日`); without a year, that of today (`9月`, `9月16日`).
    private static func single(_ text: String, _ today: LocalDate) -> ClosedRange<LocalDate>? {
        let isYearless = text.prefix(3).contains("月")
        let full = isYearless ? "\(today.year)年\(text)" : text
        if let date = TimeText.date(full) { return date...date }
        let month = full.hasSuffix("月") ? String(full.dropLast()) : full
        guard let separator = month.first(where: { "-/年".contains($0) }),
            let first = TimeText.date("\(month)\(separator == "年" ? "月" : separator)1")
        else { return nil }
        return first...first.lastOfMonth
    }

    /// Two dates as tables write them, with `~` or `至` between.
    private static func spelled(_ text: String) -> ClosedRange<LocalDate>? { TimeText.dates(text) }

    private static func named(_ text: String, today: LocalDate) -> ClosedRange<LocalDate>? {
        switch text {
        case "today", "今天", "今日": return today...today
        case "yesterday", "昨天":
            let day = today.advanced(byDays: -1)
            return day...day
        case "前天":
            let day = today.advanced(byDays: -2)
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
