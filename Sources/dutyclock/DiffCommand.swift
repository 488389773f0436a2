import AttendanceModel
import Reconciler
import Reports
import Timetable

/// `dutyclock diff`: what a month says differently at two moments, and why; or under another plan.
enum DiffCommand: Command {
    static let name = "diff"
    static let summary = Phrase("what changed between two moments, or under another plan", "两个时刻或两个方案之间的差别")
    static let usage = "MONTH [--from TIME] [--to TIME] [--totals]   |   MONTH --plan FOLDER [--totals]"
    static let options = [
        Option(
            "--from", value: "TIME",
            help: Phrase(
                "the earlier moment (without: the close, else the last notice)", "较早的时刻（不写：结算时，或上次公示时）")),
        Option("--to", value: "TIME", help: Phrase("the later moment (without: now)", "较晚的时刻（不写：现在）")),
        Option(
            "--plan", value: "FOLDER",
            help: Phrase(
                "the same facts under the plan and tables of a folder (what if?)", "同样的记录按此文件夹的方案和表格重算（试算）")),
        Option("--totals", help: Phrase("only the sums of each person", "只列每人合计")),
    ]
    static let examples = [
        ("dutyclock diff 2026-09", Phrase("since the close or the last notice", "自结算或上次公示以来")),
        (
            "dutyclock diff 2026-09 --from 2026-10-05 --to 2026-10-10",
            Phrase("what changed between two days, and why", "两天之间的变化和原因")
        ),
        ("dutyclock diff last-month --plan 下学期", Phrase("last month under next term's plan", "按下学期方案试算上个月")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let month = try school.month(arguments.operands.first, in: context)
        if let folder = arguments["--plan"] {
            if let other = ["--from", "--to"].first(where: { arguments[$0] != nil }) {
                throw .failed(
                    .usage,
                    Phrase(
                        "--plan compares with what is known now: leave \(other) out.",
                        "--plan 按现在的记录试算：请去掉 \(other)。"))
            }
            try school.requirePlan(month)
            return try whatIf(folder, month, arguments, school, context)
        }
        let moments = try Moments(arguments, month, school, context)
        let (before, after, causes) = try moments.ledgers(month, school, context)
        let difference = LedgerDifference(from: before, to: after) { causes.of($0, $1) }
        show(difference, after, arguments, school, context)
    }

    private static func show(
        _ difference: LedgerDifference, _ after: Ledger, _ arguments: Arguments, _ school: School, _ context: Context
    ) {
        let tables = PeriodTables(names: school.names)
        let isText = context.format == .text
        if difference.isEmpty, isText { return context.say(Phrase("Nothing is different.", "没有差别。")) }
        if !arguments.has("--totals") { context.show(tables.changes(difference, after: after)) }
        if arguments.has("--totals") || isText {
            if isText, !arguments.has("--totals") { context.say(Phrase(verbatim: "")) }
            context.show(tables.totals(difference))
        }
        guard isText else { return }
        let credits = difference.totals.reduce(0) { $0 + $1.netAfter - $1.netBefore }
        let fen = difference.totals.reduce(0) { $0 + $1.fenAfter - $1.fenBefore }
        context.say(
            Phrase(
                "Lines: \(difference.changes.count), persons: \(difference.totals.count), "
                    + "\(PeriodTables.signed(credits)) credits, \(PeriodTables.signedYuan(fen)) yuan.",
                "共 \(difference.changes.count) 项、\(difference.totals.count) 人，课时 \(PeriodTables.signed(credits))，"
                    + "金额 \(PeriodTables.signedYuan(fen)) 元。"))
    }

    // MARK: what if

    /// The same facts under other files: those of the folder stand for the published ones, from the month's first day.
    private static func whatIf(
        _ folder: String, _ month: Month, _ arguments: Arguments, _ school: School, _ context: Context
    ) throws(CommandError) {
        let disk = try FolderOnDisk(folder)
        let report = disk.check()
        try refuse(report.findings, in: context, of: folder)
        let history = try school.history(of: month)
        let isClosed = school.period(month, in: context).state == .closed
        let moment = school.moment(context)
        let before = reconcile(
            school.book, facts: history.facts, dates: month.dates, asOf: moment, closing: isClosed)
        let book = school.book.replacing(report.book, of: Set(disk.bytes.keys), from: month.first)
        let after = reconcile(book, facts: history.facts, dates: month.dates, asOf: moment, closing: isClosed)
        context.remark(
            Phrase(
                "\(month) as it is, and as it would be under \(folder); nothing was published.",
                "\(month) 现状与按 \(folder) 试算的对比；没有发布任何内容。"))
        show(LedgerDifference(from: before, to: after), after, arguments, school, context)
    }
}

/// The two moments that a difference is between.
private struct Moments {
    private let from: Instant
    private let to: Instant
    /// Whether everything that the log knows now counts, a closed month judged again.
    private let isRejudged: Bool

    init(_ arguments: Arguments, _ month: Month, _ school: School, _ context: Context) throws(CommandError) {
        let now = context.now
        let first = try School.moment(arguments["--from"], "--from", in: school.zone, now: now)
        let last = try School.moment(arguments["--to"], "--to", in: school.zone, now: now)
        let period = school.period(month, in: context)
        let standard = period.close?.moment ?? period.notices.last?.notice.asOf
        guard let from = first ?? standard else {
            throw .failed(
                .usage,
                Phrase(
                    "\(month) was neither put up nor closed: say since when, as in --from 2026-10-05.",
                    "\(month) 没有公示也没有结算：请说明从何时起，例如 --from 2026-10-05。"))
        }
        self.from = from
        to = last ?? now
        isRejudged = first == nil && last == nil && period.close != nil
        guard from <= to else {
            throw .usage(
                .badValue(
                    option: "--to", value: arguments["--to"] ?? "",
                    expected: Phrase("a moment after --from", "晚于 --from 的时间")))
        }
    }

    /// Both ledgers, and the facts in between; what the log learned after a moment does not exist at it.
    func ledgers(
        _ month: Month, _ school: School, _ context: Context
    ) throws(CommandError) -> (before: Ledger, after: Ledger, causes: Causes) {
        let history = try school.history(of: month)
        let causes = Causes(history.facts.filter { from < $0.recorded && $0.recorded <= to })
        if isRejudged, let closed = school.period(month, in: context).close {
            let closed = try school.closed(closed)
            let after = closed.history.ledger(below: .max, asOf: to, closing: true)
            let late = Causes(Adjuster.lateFacts(history, after: closed.closed.close))
            return (closed.ledger, after, late)
        }
        let then = try school.asKnown(at: from, in: context)
        guard !then.book.plans.isEmpty else {
            let time = school.zone.local(at: from.advanced(byMilliseconds: -1))
            throw .failed(
                .noInput,
                Phrase(
                    "Nothing had been published by \(time): compare with a later --from.",
                    "到 \(time) 为止还没有发布任何计划：请写晚一些的 --from。"))
        }
        let before = try then.ledger(for: month.dates, in: context)
        let after = try school.asKnown(at: to, in: context).ledger(for: month.dates, in: context)
        return (before, after, causes)
    }
}

extension Book {
    /// This book with some of another's files in the place of its own; plans and rosters hold from `date` on.
    fileprivate func replacing(_ other: Book, of kinds: Set<Document.Kind>, from date: LocalDate) -> Book {
        var book = self
        for kind in kinds {
            switch kind {
            case .plan:
                book.plans += other.plans.map { plan in
                    var plan = plan
                    plan.from = date
                    return plan
                }
            case .roster:
                book.rosters += other.rosters.map { Book.RosterVersion(from: date, rows: $0.rows, digest: $0.digest) }
            case .calendar: book.calendar = other.calendar
            case .people: book.people = other.people
            case .cards: book.cards = other.cards
            case .devices: book.devices = other.devices
            case .rates: book.rates = other.rates
            case .groups: book.groups = other.groups
            }
        }
        return book
    }
}
