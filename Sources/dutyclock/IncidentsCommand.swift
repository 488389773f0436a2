import AttendanceModel
import Reports

/// `dutyclock incidents`: the register of incidents.
enum IncidentsCommand: Command {
    static let name = "incidents"
    static let summary = Phrase("the register of incidents", "安全责任事故登记表")
    static let usage = "[DATES] [--output FILE]"
    static let options = [Paperwork.output, School.asOfOption]
    static let examples = [
        ("dutyclock incidents", Phrase("this month so far", "本月至今")),
        ("dutyclock incidents 2026-09 --output incidents.html", Phrase("to print and sign", "打印后签名")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let today = school.today(context)
        let dates = try Paperwork.dates(
            arguments, school, context, standard: today.firstOfMonth...today.lastOfMonth)
        try Paperwork.deliver(school.papers(for: dates, in: context).incidentRegister, arguments, in: context)
    }
}
