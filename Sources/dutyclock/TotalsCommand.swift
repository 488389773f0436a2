import AttendanceModel
import Reconciler
import Reports
import Timetable

/// `dutyclock totals`: what each person's duties earn.
enum TotalsCommand: Command {
    static let name = "totals"
    static let summary = Phrase("credits and pay of a month", "一个月的课时和补助")
    static let usage = "[MONTH] [--person WHO]"
    static let options = [
        Option("--person", value: "WHO", help: Phrase("only this person (id or name)", "只看此人（工号或姓名）")),
        School.asOfOption,
    ]
    static let examples = [
        ("dutyclock totals", Phrase("this month so far", "本月至今")),
        ("dutyclock totals 2026-09 --format csv > 2026-09.csv", Phrase("for Excel", "用 Excel 打开")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let today = school.today(context)
        let month = try school.dates(
            arguments.operands.first, in: context, standard: today.firstOfMonth...today.lastOfMonth)
        guard month == month.lowerBound.firstOfMonth...month.upperBound.lastOfMonth else {
            throw .usage(
                .badValue(
                    option: Phrase("the month", "月份").text(in: context.language),
                    value: arguments.operands.first ?? "",
                    expected: Phrase("a whole month such as 2026-09", "整月，例如 2026-09")))
        }
        let person = try arguments["--person"].map { text throws(CommandError) in try school.person(text).id }
        let ledger = try school.ledger(for: month, in: context)
        let tables = LedgerTables(ledger, names: school.names)
        var adjustments: [Adjustment] = []
        var period = Month(of: month.lowerBound)
        while period.first <= month.upperBound {
            adjustments += try school.adjustments(in: period, context)
            period = period.next
        }
        func isWanted(_ other: PersonID) -> Bool { person.map { $0 == other } ?? true }
        context.show(tables.totals(adjustments: adjustments, where: isWanted))
        let mine = adjustments.filter { isWanted($0.person) }
        if context.format == .text, !mine.isEmpty {
            context.say(Phrase("\nFor months that were closed before:", "\n往月调整："))
            context.show(PeriodTables(names: school.names).adjustments(mine))
        }
        guard context.format == .text, !ledger.pending.isEmpty else { return }
        let soFar = ledger.lines.filter { $0.id.date <= today }
        let open = soFar.count { $0.verdict.flag != nil }
        context.say(
            Phrase(
                "\(open) of \(soFar.count) duties so far are still open; see dutyclock duties MONTH --pending.",
                "至今 \(soFar.count) 项中有 \(open) 项待定；请看 dutyclock duties 月份 --pending。"))
    }
}
