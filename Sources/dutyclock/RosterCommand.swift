import AttendanceModel
import Reports

/// `dutyclock roster`: who is really where in a week.
enum RosterCommand: Command {
    static let name = "roster"
    static let summary = Phrase("who is really where in a week", "一周实际值班表")
    static let usage = "[WEEK] [--output FILE]"
    static let options = [Paperwork.output, School.asOfOption]
    static let examples = [
        ("dutyclock roster", Phrase("this week", "本周")),
        ("dutyclock roster 2026-09-14 --output roster.html", Phrase("the week of that day, to print", "那一周，打印")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let week = school.today(context).week
        var dates = try Paperwork.dates(arguments, school, context, standard: week)
        if dates.lowerBound == dates.upperBound { dates = dates.lowerBound.week }
        guard dates.upperBound <= dates.lowerBound.advanced(byDays: 13) else {
            throw .usage(
                .badValue(
                    option: Phrase("the week", "周").text(in: context.language), value: arguments.operands.first ?? "",
                    expected: Phrase("a day of the week, or at most 14 days", "周内的一天，或不超过 14 天")))
        }
        try Paperwork.deliver(school.papers(for: dates, in: context).weekRoster, arguments, in: context)
    }
}
