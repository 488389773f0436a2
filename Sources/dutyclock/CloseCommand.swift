import AttendanceModel
import EventLog
import Evidence
import Reconciler
import Reports
import Service
import Timetable

/// `dutyclock close`: settles a month for ever; what comes later is an adjustment (C-52, C-60).
enum CloseCommand: Command {
    static let name = "close"
    static let summary = Phrase("settle a month for ever", "结算一个月")
    static let usage = "MONTH [--by WHO] [--despite REASON] [--check]   |   MONTH --reopen --by WHO --reason TEXT"
    static let options = [
        Option("--check", help: Phrase("only tell what stands against it and what would be settled", "只检查，不结算")),
        Option("--by", value: "WHO", help: Phrase("whose decision it is", "由谁批准")),
        Option(
            "--despite", value: "REASON",
            help: Phrase(
                "close although something stands against it (the principal says why)", "尽管有障碍仍结算（校长写明原因）")),
        Option(
            "--reopen",
            help: Phrase(
                "take the close back, where the plan allows it (afterClose: \"reopen\")",
                "撤销结算（方案允许时，afterClose: \"reopen\"）")),
        Option("--reason", value: "TEXT", help: Phrase("why it is taken back", "撤销的原因")),
    ]
    static let examples = [
        ("dutyclock close 2026-09 --check", Phrase("can September be closed?", "九月可以结算吗")),
        ("dutyclock close 2026-09 --by T001", Phrase("close it", "结算九月")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let month = try school.month(arguments.operands.first, in: context)
        try school.requirePlan(month)
        let period = school.period(month, in: context)
        if arguments.has("--reopen") { return try reopen(period, arguments, school, context) }
        if let close = period.close { throw alreadyClosed(month, close) }
        let policy = school.policy(of: month)
        let obstacles = period.obstacles(policy)
        if !arguments.has("--check") {
            try refuse(obstacles, month, arguments)
        }
        let draft = try CloseDraft(month, school, context)
        if context.format == .text || arguments.has("--check") { show(draft, school, context) }
        if arguments.has("--check") {
            for obstacle in obstacles { context.remark(obstacle.phrase(month)) }
            return
        }
        let despite = obstacles.isEmpty ? nil : arguments["--despite"]
        let by = try arguments["--by"].map { text throws(CommandError) in try school.author(text) }
        let close = draft.close(by: by, despite: despite)
        let receipts = try contribute([.close(close, snapshot: draft.bytes)], in: context)
        context.say(
            Phrase(
                "#\(receipts.first?.seq ?? 0)  \(month) is closed: \(draft.ledger.lines.count) duties, "
                    + "\(draft.adjustments.count) adjustments, \(draft.bytes.count) bytes, digest \(close.digest)",
                "#\(receipts.first?.seq ?? 0)  \(month) 已结算：\(draft.ledger.lines.count) 项，"
                    + "调整 \(draft.adjustments.count) 项，\(draft.bytes.count) 字节，摘要 \(close.digest)"))
        context.say(Phrase(verbatim: close.checkpoint))
    }

    static func alreadyClosed(_ month: Month, _ closed: Period.Closed) -> CommandError {
        let digest = closed.close.digest.prefix(8)
        return .failed(
            .data,
            Phrase(
                "\(month) was closed on \(closed.recorded) by \(closed.author) (#\(closed.fact), digest \(digest)): "
                    + "what comes later is an adjustment of the open month.",
                "\(month) 已于 \(closed.recorded) 由 \(closed.author) 结算（#\(closed.fact)，摘要 \(digest)）："
                    + "此后的记录作为调整计入未结算的月份。"))
    }

    /// A month that is not over can be closed by nobody; for the rest the principal may have a reason.
    private static func refuse(
        _ obstacles: [CloseObstacle], _ month: Month, _ arguments: Arguments
    ) throws(CommandError) {
        guard !obstacles.isEmpty else { return }
        let isOver = !obstacles.contains { if case .notOver = $0 { true } else { false } }
        if isOver, let reason = arguments["--despite"], !reason.isEmpty {
            guard arguments["--by"] != nil else {
                throw .usage(.missingOperand(Phrase("--by, whose reason it is,", " --by（由谁决定）")))
            }
            return
        }
        throw .failed(.data, .joined(obstacles.map { $0.phrase(month) }, by: Phrase(" ", "")))
    }

    /// What was still open, and how it is settled.
    private static func show(_ draft: CloseDraft, _ school: School, _ context: Context) {
        let settled = draft.ledger.lines.filter(\.isSettled)
        if !settled.isEmpty || context.format != .text {
            let ids = Set(settled.map(\.id))
            context.show(LedgerTables(draft.ledger, names: school.names).settled { ids.contains($0.id) })
        }
        guard context.format == .text else { return }
        context.say(
            settled.isEmpty
                ? Phrase("Nothing was open.", "没有待定或存疑的项目。")
                : Phrase(
                    (settled.count == 1 ? "1 line was open and is" : "\(settled.count) lines were open and are")
                        + " settled by the plan's rule.",
                    "未决 \(settled.count) 项，按方案规定处理。"))
    }

    /// Takes the close back by a fact; the closed ledger stays in the log.
    private static func reopen(
        _ period: Period, _ arguments: Arguments, _ school: School, _ context: Context
    ) throws(CommandError) {
        let month = period.month
        guard let close = period.close else {
            throw .failed(.data, Phrase("\(month) is not closed.", "\(month) 尚未结算。"))
        }
        guard school.policy(of: month).reopens else {
            throw .failed(
                .data,
                Phrase(
                    "The plan in force in \(month) does not allow it (afterClose: \"reopen\"): "
                        + "record what is wrong; it becomes an adjustment.",
                    "\(month) 的方案不允许撤销结算（afterClose: \"reopen\"）：请登记更正，作为调整计入。"))
        }
        guard let by = arguments["--by"], let reason = arguments["--reason"] else {
            throw .usage(.missingOperand(Phrase("--by or --reason", " --by 或 --reason ")))
        }
        let entry = Entry(by: try school.author(by), reason: reason, ref: close.fact)
        let receipts = try contribute([.entry(.retract, entry, at: nil)], in: context)
        context.say(
            Phrase(
                "#\(receipts.first?.seq ?? 0)  \(month) is open again; the closed ledger stays in the log as #\(close.fact).",
                "#\(receipts.first?.seq ?? 0)  \(month) 已撤销结算；原结算数据保留在日志 #\(close.fact)。"))
    }
}

/// The settled ledger of a month at one place of the log, ready to be closed.
struct CloseDraft {
    let ledger: Ledger
    let adjustments: [Adjustment]
    /// The canonical ledger with its adjustments.
    let bytes: [UInt8]
    private let month: Month
    private let asOf: Instant
    private let checkpoint: Checkpoint
    private let bases: [Close.Basis]

    init(_ month: Month, _ school: School, _ context: Context) throws(CommandError) {
        self.month = month
        checkpoint = try school.checkpoint()
        let history = try school.history(of: month, below: checkpoint.size)
        asOf = history.facts.map(\.recorded).max().map { max($0, school.moment(context)) } ?? school.moment(context)
        ledger = history.ledger(below: checkpoint.size, asOf: asOf, closing: true)
        adjustments = try school.adjustments(closes: school.closes(context), below: checkpoint.size)
            .filter { $0.period == month }
        bytes = LedgerText.bytes(of: ledger, adjustments: adjustments)
        bases = Self.bases(history, month)
    }

    func close(by: String?, despite: String?) -> Close {
        Close(
            month: month, digest: Hasher256().hash(bytes).description, semantics: ledger.semantics, bases: bases,
            asOf: asOf, size: checkpoint.size, checkpoint: checkpoint.description,
            settled: ledger.lines.count(where: \.isSettled), by: by, despite: despite)
    }

    /// The last version of each table, and every plan and roster that holds on some date of the month.
    private static func bases(_ history: History, _ month: Month) -> [Close.Basis] {
        var found: [Close.Basis] = []
        for fact in history.facts {
            guard case .publish(let document) = fact.body else { continue }
            let isDated = document.kind == .plan || document.kind == .roster
            if isDated, document.from > month.last { continue }
            // One that holds from the month's first day or earlier replaces what was before it.
            found.removeAll {
                $0.kind == document.kind && (!isDated || document.from <= max($0.from, month.first))
            }
            found.append(Close.Basis(kind: document.kind, from: document.from, digest: document.digest))
        }
        return found.sorted { ($0.kind.rawValue, $0.from) < ($1.kind.rawValue, $1.from) }
    }
}

extension CloseObstacle {
    /// What stands against it, and what to do.
    func phrase(_ month: Month) -> Phrase {
        switch self {
        case .notOver(let last):
            Phrase(
                "\(month) is not over before the end of \(last): close it afterwards.",
                "\(month) 到 \(last) 才结束：请在此之后结算。")
        case .notNoticed:
            Phrase(
                "\(month) has not been put up since it ended: dutyclock notice \(month) --publish, or --despite REASON.",
                "\(month) 结束后尚未公示：请先 dutyclock notice \(month) --publish，或写 --despite 原因。")
        case .windowOpen(let until):
            Phrase(
                "People may object until \(until): close it afterwards, or --despite REASON.",
                "异议期到 \(until) 为止：请在此之后结算，或写 --despite 原因。")
        case .openObjections(let facts):
            Phrase(
                (facts.count == 1 ? "1 objection is" : "\(facts.count) objections are") + " not answered ("
                    + "\(PeriodTables.facts(facts))): record a ruling or an answer "
                    + "(dutyclock record objection --ref \(facts.first ?? 0) …), or --despite REASON.",
                "有 \(facts.count) 条异议未答复（\(PeriodTables.facts(facts))）：请登记裁定或答复"
                    + "（dutyclock record objection --ref \(facts.first ?? 0) …），或写 --despite 原因。")
        }
    }
}
