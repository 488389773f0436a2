import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Timetable

/// `dutyclock duties`: every duty of some dates with its outcome.
enum DutiesCommand: Command {
    static let name = "duties"
    static let summary = Phrase("who kept which duty", "谁到岗、谁没到岗")
    static let usage = "[DATES] [--person WHO] [--duty DUTY] [--outcome WORD] [--pending] [--incidents]"
    static let options = [
        Option("--person", value: "WHO", help: Phrase("only this person (id or name)", "只看此人（工号或姓名）")),
        Option("--duty", value: "DUTY", help: Phrase("only this duty (id or name)", "只看此岗位（代号或名称）")),
        Option(
            "--outcome", value: "WORD",
            help: Phrase(
                "only met, excused, late, early, short, missing, pending or contested",
                "只看合格、免责、迟到、早退、不足、缺勤、待定或存疑")),
        Option("--pending", help: Phrase("what is still missing, and from whom", "列出还缺什么、由谁处理")),
        Option("--incidents", help: Phrase("the register of incidents", "列出事故登记")),
        Option("--strays", help: Phrase("punches that are evidence for nothing", "列出没有用上的打卡")),
        School.asOfOption,
    ]
    static let examples = [
        ("dutyclock duties", Phrase("today", "今天")),
        (
            "dutyclock duties 2026-09 --outcome missing --format csv",
            Phrase("every missed duty of September, for Excel", "九月所有缺勤，用 Excel 打开")
        ),
        ("dutyclock duties 2026-09 --pending", Phrase("what September still waits for", "九月还缺什么")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let today = school.today(context)
        let dates = try school.dates(arguments.operands.first, in: context, standard: today...today)
        var ledger = try school.ledger(for: dates, in: context)
        ledger.pending.removeAll { !dates.contains($0.missing.date) }
        ledger.incidents.removeAll { !dates.contains($0.line.date) }
        let tables = LedgerTables(ledger, names: school.names)
        if arguments.has("--pending") {
            return context.show(tables.pending, ifEmpty: Phrase("Nothing is missing.", "没有待补的材料。"))
        }
        if arguments.has("--incidents") {
            return context.show(tables.incidents, ifEmpty: Phrase("There was no incident.", "没有事故。"))
        }
        if arguments.has("--strays") {
            return context.show(
                tables.strays { stray in
                    (stray.time ?? stray.wall).map { dates.contains($0.date) } ?? true
                })
        }
        let filter = try LineFilter(arguments, school)
        let lines = ledger.lines.filter { dates.contains($0.id.date) && filter.takes($0) }
        context.show(tables.duties { dates.contains($0.id.date) && filter.takes($0) })
        guard context.format == .text else { return }
        context.say(summary(lines))
        if lines.isEmpty { explainNothing(dates, school, context) }
    }

    private static func summary(_ lines: [DutyLine]) -> Phrase {
        var counts: [String: (phrase: Phrase, count: Int)] = [:]
        for line in lines {
            counts[line.verdict.shown, default: (line.verdict.phrase, 0)].count += 1
        }
        let order = Outcome.allCases.map(\.word) + ["pending", "contested"]
        let parts = order.compactMap { word in
            counts[word].map { $0.phrase + Phrase(" \($0.count)", " \($0.count)") }
        }
        guard !parts.isEmpty else { return Phrase("No duties.", "没有值班。") }
        return Phrase(lines.count == 1 ? "1 duty: " : "\(lines.count) duties: ", "共 \(lines.count) 项：")
            + .joined(parts, by: .comma)
    }

    /// An empty table is only useful with the reason for it.
    private static func explainNothing(
        _ dates: ClosedRange<LocalDate>, _ school: School, _ context: Context
    ) {
        if let first = school.book.plans.map(\.from).min(), dates.upperBound < first {
            context.remark(
                Phrase("The first plan holds from \(first).", "最早的计划自 \(first) 起生效。"))
        } else if dates.lowerBound == dates.upperBound {
            let day = dates.lowerBound
            context.remark(
                Phrase(
                    "\(day) is a \(day.weekday.phrase.english): no school day, or nobody in roster.csv fits.",
                    "\(day) 是\(day.weekday.phrase.chinese)：不是上课日，或 roster.csv 里没有符合的人。"))
        }
    }
}

/// Which lines a person asked for.
struct LineFilter {
    private let person: PersonID?
    private let duty: DutyID?
    private let outcome: String?

    init(_ arguments: Arguments, _ school: School) throws(CommandError) {
        if let text = arguments["--person"] {
            person = try school.person(text).id
        } else {
            person = nil
        }
        duty = try arguments["--duty"].map { text throws(CommandError) in
            try school.duty(text, option: "--duty").id
        }
        outcome = try arguments["--outcome"].map { word throws(CommandError) in
            let known = Outcome.allCases.map { ($0.word, $0.phrase) } + Self.flags
            guard let found = known.first(where: { $0.0 == word || $0.1.chinese == word }) else {
                let list = known.map(\.0).joined(separator: ", ")
                let chinese = known.map(\.1.chinese).joined(separator: "、")
                throw .usage(
                    .badValue(
                        option: "--outcome", value: word, expected: Phrase("one of \(list)", "其中之一：\(chinese)")))
            }
            return found.0
        }
    }

    private static let flags = [("pending", Flag.pending.phrase), ("contested", Flag.contested.phrase)]

    func takes(_ line: DutyLine) -> Bool {
        (person.map { $0 == line.id.person } ?? true) && (duty.map { $0 == line.id.duty } ?? true)
            && (outcome.map { $0 == line.verdict.shown } ?? true)
    }
}
