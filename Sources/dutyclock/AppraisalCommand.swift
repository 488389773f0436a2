import AttendanceModel
import Reports
import Timetable

/// `dutyclock appraisal`: each person's part in the service over a term.
enum AppraisalCommand: Command {
    static let name = "appraisal"
    static let summary = Phrase("everybody's part in a term, for the appraisal", "学期考核汇总")
    static let usage = "[FROM..TO] [--output FILE]"
    static let options = [Paperwork.output, School.asOfOption]
    static let examples = [
        ("dutyclock appraisal --output 考核.csv", Phrase("this term so far, for Excel", "本学期至今，用 Excel 打开")),
        ("dutyclock appraisal 2026-09-01..2027-01-17", Phrase("these dates", "这段日期")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let today = school.today(context)
        let terms = school.book.calendar.filter { $0.kind == .term && $0.dates.lowerBound <= today }
        let first = terms.map(\.dates.lowerBound).max() ?? today.firstOfMonth
        let dates = try Paperwork.dates(arguments, school, context, standard: first...today)
        try Paperwork.deliver(school.papers(for: dates, in: context).appraisal, arguments, in: context)
    }
}
