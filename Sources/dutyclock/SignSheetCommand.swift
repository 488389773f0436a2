import AttendanceModel
import Reports
import Timetable

/// `dutyclock signsheet`: the sheet to sign tomorrow, with the right names.
enum SignSheetCommand: Command {
    static let name = "signsheet"
    static let summary = Phrase("tomorrow's sheet to sign, with the right names", "打印签到表（已按请假、代班更新）")
    static let usage = "[DATE] [--duty DUTY,…] [--all] [--output FILE]"
    static let options = [
        Option("--duty", value: "DUTY,…", help: Phrase("only these duties (ids or names)", "只印这些岗位（代号或名称）")),
        Option("--all", help: Phrase("all duties, not only those to sign for", "所有岗位，不只需要签到的")),
        Paperwork.output, School.asOfOption,
    ]
    static let examples = [
        ("dutyclock signsheet --lang zh --output 签到.html", Phrase("the next school day, to print", "下一个上课日，打印")),
        (
            "dutyclock signsheet 2026-09-16 --output 0916.csv",
            Phrase(
                "to type the times into, then: dutyclock record sign 0916.csv", "填入时间后：dutyclock record sign 0916.csv")
        ),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let today = school.today(context)
        let next = DayResolver(school.book).serviceDay(after: today, count: 1) ?? today.advanced(byDays: 1)
        let dates = try Paperwork.dates(arguments, school, context, standard: next...next)
        guard dates.lowerBound == dates.upperBound else {
            throw .usage(
                .badValue(
                    option: Phrase("the date", "日期").text(in: context.language), value: arguments.operands.first ?? "",
                    expected: Phrase("one day", "某一天")))
        }
        var duties: Set<DutyID>?
        if arguments.has("--all") { duties = Set(school.book.plans.flatMap(\.duties).map(\.id)) }
        if let list = arguments["--duty"] {
            duties = []
            for word in list.split(whereSeparator: { ",，、".contains($0) }) {
                duties?.insert(try school.duty(String(word), option: "--duty").id)
            }
        }
        try Paperwork.deliver(
            school.papers(for: dates, in: context).signSheet(duties: duties), arguments, in: context)
    }
}
