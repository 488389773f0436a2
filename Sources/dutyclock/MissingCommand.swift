import AttendanceModel
import Reports

/// `dutyclock missing`: what has not come yet, and from whom.
enum MissingCommand: Command {
    static let name = "missing"
    static let summary = Phrase("what is still missing, and from whom", "还缺什么、由谁处理")
    static let usage = "[DATES] [--output FILE]"
    static let options = [Paperwork.output, School.asOfOption]
    static let examples = [
        ("dutyclock missing", Phrase("this month so far", "本月至今")),
        ("dutyclock missing 2026-09 --lang zh --output 待补.html", Phrase("to print and tick off", "打印后逐项勾销")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let today = school.today(context)
        let dates = try Paperwork.dates(
            arguments, school, context, standard: today.firstOfMonth...today.lastOfMonth)
        try Paperwork.deliver(school.papers(for: dates, in: context).missingList, arguments, in: context)
    }
}
