import AttendanceModel
import EventLog
import Evidence
import Reconciler
import Reports
import Service
import Timetable

/// `dutyclock notice`: prints a month's notice, puts it up for everybody to read, and tells what changed since (R-405,
/// C-53).
enum NoticeCommand: Command {
    static let name = "notice"
    static let summary = Phrase("print the monthly notice, and put it up", "打印月度公示，登记公示")
    static let usage =
        "MONTH [--publish [--until DATE] [--by WHO]] [--revision N | --revisions | --changes] [--output FILE]"
    static let options = [
        Option(
            "--publish",
            help: Phrase(
                "record the notice: from then on people may object", "登记本次公示，开始计异议期")),
        Option(
            "--until", value: "DATE",
            help: Phrase(
                "the last day for objections (without: as the plan says)", "异议截止日（不写则按方案）")),
        Option("--by", value: "WHO", help: Phrase("whose decision it is", "由谁批准")),
        Option("--revision", value: "N", help: Phrase("print that notice as it was put up", "照原样打印第 N 版")),
        Option("--revisions", help: Phrase("list the notices so far", "列出历次公示")),
        Option("--changes", help: Phrase("only what has changed since the last notice", "只列与上次公示相比的变化")),
        Paperwork.output,
    ]
    static let examples = [
        (
            "dutyclock notice last-month --publish --by T001 --lang zh --output 公示.html",
            Phrase("put it up: record it, and print it on A4", "公示：登记并打印（A4）")
        ),
        ("dutyclock notice 2026-09 --output draft.html", Phrase("look at it before", "先看草稿")),
        ("dutyclock notice 2026-09 --format csv", Phrase("each person's sums for Excel", "每人汇总，用 Excel 打开")),
        ("dutyclock notice 2026-09 --changes", Phrase("what has changed since the last notice", "与上次公示相比的变化")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let month = try school.month(arguments.operands.first, in: context)
        try school.requirePlan(month)
        let period = school.period(month, in: context)
        if arguments.has("--revisions") {
            return context.show(
                PeriodTables(names: school.names).notices(period),
                ifEmpty: Phrase("\(month) has not been put up yet.", "\(month) 尚未公示。"))
        }
        if let number = try revision(arguments) {
            guard let place = period.notices.firstIndex(where: { $0.notice.revision == number }) else {
                throw .failed(
                    .data,
                    Phrase(
                        "\(month) has no notice \(number): see dutyclock notice \(month) --revisions.",
                        "\(month) 没有第 \(number) 版公示：请看 dutyclock notice \(month) --revisions。"))
            }
            return try Paperwork.deliver(NoticePrint(month, period, school).paper(of: place), arguments, in: context)
        }
        let draft = try NoticeDraft(month, period, school, context)
        if arguments.has("--changes") {
            guard let last = period.notices.last else {
                return context.remark(
                    Phrase(
                        "\(month) has not been put up yet: dutyclock notice \(month) --publish.",
                        "\(month) 尚未公示：请用 dutyclock notice \(month) --publish。"))
            }
            return try show(draft, since: last, school, context)
        }
        guard arguments.has("--publish") else {
            return try Paperwork.deliver(
                NoticePrint(month, period, school).paper(of: draft), arguments, in: context)
        }
        // A paper that cannot be written is refused before the notice is recorded.
        _ = try Paperwork.format(arguments, in: context)
        try publish(draft, period, arguments, school, context)
        guard arguments["--output"] != nil else { return }
        let after = try School(arguments, in: context)
        let published = after.period(month, in: context)
        try Paperwork.deliver(
            NoticePrint(month, published, after).paper(of: published.notices.count - 1), arguments, in: context)
    }

    private static func revision(_ arguments: Arguments) throws(CommandError) -> Int? {
        try arguments["--revision"].map { text throws(CommandError) in
            guard let number = Int(text), number > 0 else {
                throw .usage(
                    .badValue(option: "--revision", value: text, expected: Phrase("1 or more", "1 或更大的数")))
            }
            return number
        }
    }

    /// The difference list of a revision.
    private static func show(
        _ draft: NoticeDraft, since last: Period.Published, _ school: School, _ context: Context
    ) throws(CommandError) {
        let difference = try draft.difference(since: last.notice)
        let revision = last.notice.revision
        guard !difference.isEmpty else {
            return context.remark(
                Phrase(
                    "Nothing has changed since notice \(revision) of \(last.recorded).",
                    "与 \(last.recorded) 的第 \(revision) 版公示相同，没有变化。"))
        }
        context.show(PeriodTables(names: school.names).changes(difference, after: draft.ledger))
        guard context.format == .text else { return }
        context.say(
            Phrase(
                "\(difference.changes.count) lines changed since notice \(revision) of \(last.recorded).",
                "与 \(last.recorded) 的第 \(revision) 版公示相比，变动 \(difference.changes.count) 项。"))
    }

    private static func publish(
        _ draft: NoticeDraft, _ period: Period, _ arguments: Arguments, _ school: School, _ context: Context
    ) throws(CommandError) {
        let month = period.month
        if let close = period.close { throw CloseCommand.alreadyClosed(month, close) }
        let today = school.today(context)
        guard month.first <= today else {
            throw .failed(
                .data, Phrase("\(month) has not begun: there is nothing to put up.", "\(month) 还没有开始，没有可公示的内容。"))
        }
        if let last = period.notices.last, period.state != .open, last.notice.digest == draft.digest {
            throw .failed(
                .data,
                Phrase(
                    "Nothing was recorded: notice \(last.notice.revision) says the same (digest \(draft.digest)).",
                    "没有登记：第 \(last.notice.revision) 版公示内容相同（摘要 \(draft.digest)）。"))
        }
        let notice = AttendanceModel.Notice(
            month: month, revision: (period.notices.last?.notice.revision ?? 0) + 1, digest: draft.digest,
            semantics: draft.ledger.semantics, objectionsUntil: try until(period, arguments, school, context),
            asOf: draft.asOf, size: draft.checkpoint.size, checkpoint: draft.checkpoint.description,
            by: try arguments["--by"].map { text throws(CommandError) in try school.author(text) })
        let receipts = try contribute([.notice(notice)], in: context)
        context.say(
            Phrase(
                "#\(receipts.first?.seq ?? 0)  notice \(notice.revision) of \(month), objections until "
                    + "\(notice.objectionsUntil), digest \(notice.digest)",
                "#\(receipts.first?.seq ?? 0)  \(month) 第 \(notice.revision) 版公示，异议截止 \(notice.objectionsUntil)，"
                    + "摘要 \(notice.digest)"))
        context.say(Phrase(verbatim: notice.checkpoint))
    }

    /// A first notice leaves people the plan's days; a later one at least a whole day to read what changed.
    private static func until(
        _ period: Period, _ arguments: Arguments, _ school: School, _ context: Context
    ) throws(CommandError) -> LocalDate {
        let today = school.today(context)
        if let text = arguments["--until"] {
            guard let range = DateWords.range(text, today: today), range.upperBound >= today else {
                throw .usage(
                    .badValue(
                        option: "--until", value: text,
                        expected: Phrase("a day from \(today) on", "\(today) 或以后的日期")))
            }
            return range.upperBound
        }
        if period.state != .open, let until = period.objectionsUntil { return max(until, today.advanced(byDays: 1)) }
        guard let days = school.policy(of: period.month).objectionDays else {
            throw .failed(
                .usage,
                Phrase(
                    "The plan does not say how long people may object (notice.objections): give --until DATE.",
                    "方案没有规定异议期（notice.objections）：请写 --until 日期。"))
        }
        return today.advanced(byDays: days)
    }
}

/// A month's open ledger at one place of the log, with its digest.
struct NoticeDraft {
    let ledger: Ledger
    let digest: String
    let asOf: Instant
    let checkpoint: Checkpoint
    private let history: History

    init(_ month: Month, _ period: Period, _ school: School, _ context: Context) throws(CommandError) {
        checkpoint = try school.checkpoint()
        history = try school.history(of: month, below: checkpoint.size)
        asOf = history.facts.map(\.recorded).max().map { max($0, school.moment(context)) } ?? school.moment(context)
        ledger = history.ledger(below: checkpoint.size, asOf: asOf, closing: false)
        digest = Hasher256().hash(LedgerText.bytes(of: ledger)).description
    }

    /// What is different from a notice, and the facts in between that brought it.
    func difference(since notice: AttendanceModel.Notice) throws(CommandError) -> LedgerDifference {
        let before = history.ledger(below: notice.size, asOf: notice.asOf, closing: false)
        let causes = Causes(history.facts.filter { $0.seq >= notice.size })
        return LedgerDifference(from: before, to: ledger) { causes.of($0, $1) }
    }
}

extension School {
    /// The log's checkpoint as it stands.
    func checkpoint() throws(CommandError) -> Checkpoint {
        do {
            return try reader.checkpoint()
        } catch {
            throw CommandError(error)
        }
    }

    /// Whose decision it is: a person by id or name, or a role as it stands.
    func author(_ text: String) throws(CommandError) -> String {
        let found = Names.persons(called: text, in: book)
        return found.count == 1 ? found[0].id.text : text
    }
}
