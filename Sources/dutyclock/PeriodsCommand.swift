import AttendanceModel
import Reconciler
import Reports
import Timetable

/// `dutyclock periods`: where each month stands, its objections, and what came after it was closed.
enum PeriodsCommand: Command {
    static let name = "periods"
    static let summary = Phrase("where each month stands: notices, objections, closes, adjustments", "各月公示、异议、结算和调整的情况")
    static let usage = "[MONTH] [--objections | --adjustments | --recheck]"
    static let options = [
        Option("--objections", help: Phrase("the objections of the month, with what became of them", "列出该月异议及答复")),
        Option(
            "--adjustments",
            help: Phrase("what the month pays or takes back for closed months", "列出计入该月的调整")),
        Option(
            "--recheck",
            help: Phrase(
                "whether this program still judges a closed month as it was closed", "用本版本程序复核已结算的月份")),
        School.asOfOption,
    ]
    static let examples = [
        ("dutyclock periods", Phrase("all months", "所有月份")),
        ("dutyclock periods 2026-10 --adjustments", Phrase("late facts that October settles", "十月的调整")),
        ("dutyclock periods 2026-09 --objections", Phrase("who objected, and the answers", "九月的异议")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let tables = PeriodTables(names: school.names)
        guard let operand = arguments.operands.first else {
            if let flag = ["--objections", "--adjustments", "--recheck"].first(where: arguments.has) {
                throw .usage(.missingOperand(Phrase("the month (for \(flag))", "月份（\(flag) 需要）")))
            }
            return context.show(tables.periods(school.months(context).map { school.period($0, in: context) }))
        }
        let month = try school.month(operand, in: context)
        try school.requirePlan(month)
        let period = school.period(month, in: context)
        if arguments.has("--objections") {
            return context.show(
                tables.objections(period), ifEmpty: Phrase("Nobody has objected.", "没有异议。"))
        }
        if arguments.has("--adjustments") {
            return context.show(
                tables.adjustments(try school.adjustments(in: month, context)),
                ifEmpty: Phrase("\(month) settles nothing for closed months.", "\(month) 没有往月调整。"))
        }
        if arguments.has("--recheck") { return try recheck(period, tables, school, context) }
        context.show(tables.periods([period]))
        guard context.format == .text else { return }
        for obstacle in period.obstacles(school.policy(of: month)) { context.say(obstacle.phrase(month)) }
        let adjustments = try school.adjustments(in: month, context)
        if !adjustments.isEmpty { context.show(tables.adjustments(adjustments)) }
    }

    /// Compares a closed month with what this program makes of the same facts (C-60); nothing is ever changed.
    private static func recheck(
        _ period: Period, _ tables: PeriodTables, _ school: School, _ context: Context
    ) throws(CommandError) {
        guard let close = period.close else {
            throw .failed(.data, Phrase("\(period.month) is not closed.", "\(period.month) 尚未结算。"))
        }
        let month = try school.closed(close)
        let difference = month.wouldChange
        guard !difference.isEmpty else {
            return context.say(
                Phrase(
                    "\(period.month): this program judges every line as it was closed (digest \(close.close.digest)).",
                    "\(period.month)：本版本程序的判定与结算完全一致（摘要 \(close.close.digest)）。"))
        }
        context.show(tables.changes(difference, after: month.judged))
        context.remark(
            Phrase(
                "\(period.month): this program (rules \(Ledger.semanticsVersion)) would change "
                    + "\(difference.changes.count) lines of a month closed by rules \(close.close.semantics). "
                    + "Nothing was changed: what was closed stands.",
                "\(period.month)：本版本程序（规则 \(Ledger.semanticsVersion)）会改变 \(difference.changes.count) 项，"
                    + "该月按规则 \(close.close.semantics) 结算。没有任何改动：以结算为准。"))
    }
}
