import AttendanceModel
import Reports

/// `dutyclock patrol`: what rounds found, day by day.
enum PatrolCommand: Command {
    static let name = "patrol"
    static let summary = Phrase("what rounds found, day by day", "每日巡查统计、周报")
    static let usage = "[DATES] [--output FILE]"
    static let options = [Paperwork.output, School.asOfOption]
    static let examples = [
        ("dutyclock patrol", Phrase("this week so far", "本周至今")),
        ("dutyclock patrol last-week --output patrol.html", Phrase("the weekly report to print", "打印周报")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let dates = try Paperwork.dates(
            arguments, school, context, standard: school.today(context).week)
        try Paperwork.deliver(school.papers(for: dates, in: context).patrolReport, arguments, in: context)
    }
}

extension LocalDate {
    /// The week from Monday to Sunday that holds the date.
    var week: ClosedRange<LocalDate> {
        let monday = advanced(byDays: 1 - weekday.rawValue)
        return monday...monday.advanced(byDays: 6)
    }
}
