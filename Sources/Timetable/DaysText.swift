import AttendanceModel
import TextCodec

/// Reads and writes days of the week: `Mon-Fri`, `Mon,Wed`, `周一-周五`, `周一、周三`, `Mon/odd`, `周一/单周`.
enum DaysText {
    static func days(_ text: some StringProtocol) -> Set<Weekday>? {
        var days: Set<Weekday> = []
        let folded = NameFolding.word(text)
        guard !folded.isEmpty else { return nil }
        for part in folded.split(omittingEmptySubsequences: false, whereSeparator: { ",、".contains($0) }) {
            let ends = part.split(omittingEmptySubsequences: false) { "-~–—至到".contains($0) }
            guard let first = ends.first.flatMap({ day($0) }) else { return nil }
            switch ends.count {
            case 1: days.insert(first)
            case 2:
                guard let last = day(ends[1]) else { return nil }
                var next = first
                days.insert(next)
                while next != last {
                    next = Weekday(rawValue: next.rawValue % 7 + 1) ?? last
                    days.insert(next)
                }
            default: return nil
            }
        }
        return days
    }

    /// Days with an optional week after a slash.
    static func pattern(_ text: some StringProtocol) -> (days: Set<Weekday>, parity: RosterRow.Parity?)? {
        let parts = NameFolding.word(text).split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let days = days(first) else { return nil }
        guard parts.count == 2 else { return (days, nil) }
        switch parts[1] {
        case "odd", "单", "单周": return (days, .odd)
        case "even", "双", "双周": return (days, .even)
        default: return nil
        }
    }

    static func day(_ text: some StringProtocol) -> Weekday? {
        let word = NameFolding.word(text)
        for (weekday, names) in names where names.contains(word) { return weekday }
        for prefix in ["周", "星期", "礼拜"] where word.hasPrefix(prefix) {
            return chinese[word.dropFirst(prefix.count)[...]]
        }
        return nil
    }

    static func name(of day: Weekday, in language: Language) -> String {
        switch language {
        case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.rawValue - 1]
        case .chinese: "周" + ["一", "二", "三", "四", "五", "六", "日"][day.rawValue - 1]
        }
    }

    private static let names: [Weekday: Set<String>] = [
        .monday: ["mon", "monday"], .tuesday: ["tue", "tues", "tuesday"], .wednesday: ["wed", "wednesday"],
        .thursday: ["thu", "thur", "thurs", "thursday"], .friday: ["fri", "friday"], .saturday: ["sat", "saturday"],
        .sunday: ["sun", "sunday"],
    ]

    private static let chinese: [Substring: Weekday] = [
        "一": .monday, "二": .tuesday, "三": .wednesday, "四": .thursday, "五": .friday, "六": .saturday,
        "日": .sunday, "天": .sunday, "1": .monday, "2": .tuesday, "3": .wednesday, "4": .thursday, "5": .friday,
        "6": .saturday, "7": .sunday,
    ]
}
