import AttendanceModel
import EventLog
import Reconciler
import Reports
import TextCodec
import Timetable

/// `dutyclock log`: the facts themselves, as they came.
enum LogCommand: Command {
    static let name = "log"
    static let summary = Phrase("the facts as they were recorded", "按记录顺序列出事实")
    static let usage = "[DATES] [--person WHO] [--kind KIND] [--last N] [--follow]"
    static let options = [
        Option("--person", value: "WHO", help: Phrase("only about this person (id or name)", "只看此人（工号或姓名）")),
        Option("--kind", value: "KIND", help: Phrase("only this kind, such as punch or leave", "只看此种类，如打卡、请假")),
        Option("--last", value: "N", help: Phrase("the newest N (default 50 without dates)", "最新 N 条（无日期时默认 50）")),
        Option(
            "--follow", "-f",
            help: Phrase(
                "go on with new facts as they come (an imported file is one line)", "持续显示新记录（导入的文件只显示一行）")),
        School.asOfOption,
    ]
    static let examples = [
        ("dutyclock log", Phrase("the newest 50", "最新 50 条")),
        ("dutyclock log --follow --kind punch", Phrase("punches as they happen", "实时看打卡")),
        ("dutyclock log 2026-09-16 --person 王芳", Phrase("everything about her that day", "她当天的所有记录")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let selection = try Selection(arguments, school, context)
        let table = FactTable(names: school.names, zone: school.zone, holder: school.holder)
        // What is committed while the list is printed is followed.
        let end = try LogFollower.size(school.reader)
        let facts = try selection.facts(school, before: end)
        context.show(table.table(facts))
        guard arguments.has("--follow") else { return }
        var follower = try LogFollower(school.reader, folder: context.dataDirectory, from: end)
        while true {
            for fact in try follower.facts() where selection.takes(fact, school) {
                context.terminal.write(line(table.row(fact), context))
            }
        }
    }

    private static func line(_ cells: [Table.Cell], _ context: Context) -> String {
        var table = Table(columns: FactTable.columns)
        table.add(cells)
        return table.bareRows(as: context.format, in: context.language)
    }
}

/// Which facts a person asked for.
private struct Selection {
    private let dates: ClosedRange<LocalDate>?
    private let person: PersonID?
    private let kind: FactKind?
    private let last: Int?
    private let holder: @Sendable (Fact) -> PersonID?

    init(_ arguments: Arguments, _ school: School, _ context: Context) throws(CommandError) {
        let today = school.today(context)
        if let operand = arguments.operands.first {
            dates = try school.dates(operand, in: context, standard: today...today)
        } else {
            dates = nil
        }
        person = try arguments["--person"].map { text throws(CommandError) in try school.person(text).id }
        kind = try arguments["--kind"].map { word throws(CommandError) in
            let kind =
                FactKind(word: word) ?? TableReader.factKind(word)
                ?? FactKind.allCases.first { $0.phrase.chinese == word }
            guard let kind else {
                let words = FactKind.allCases.map(\.word).joined(separator: ", ")
                throw .usage(
                    .badValue(
                        option: "--kind", value: word,
                        expected: Phrase(
                            "one of \(words)",
                            "其中之一：" + FactKind.allCases.map(\.phrase.chinese).joined(separator: "、"))))
            }
            return kind
        }
        if let text = arguments["--last"] {
            guard let number = Int(text), number > 0 else {
                throw .usage(
                    .badValue(
                        option: "--last", value: text, expected: Phrase("a number such as 20", "数字，例如 20")))
            }
            last = number
        } else {
            last = dates == nil ? 50 : nil
        }
        holder = school.holder
    }

    func takes(_ fact: Fact, _ school: School) -> Bool {
        guard fact.recorded <= school.asOf, kind.map({ $0 == fact.kind }) ?? true else { return false }
        if let person, self.person(of: fact) != person { return false }
        guard let dates else { return true }
        if let at = fact.at { return dates.contains(school.zone.local(at: at).date) }
        if case .entry(_, let entry) = fact.body, let about = entry.dates { return about.overlaps(dates) }
        return dates.contains(school.zone.local(at: fact.recorded).date)
    }

    private func person(of fact: Fact) -> PersonID? {
        switch fact.body {
        case .punch: holder(fact)
        case .entry(_, let entry): entry.person
        case .publish, .session, .imported, .machine, .notice, .close, .genesis: nil
        }
    }

    /// In the order of recording.
    func facts(_ school: School, before end: Int64) throws(CommandError) -> [Fact] {
        var query = FactQuery(seqs: 0..<end)
        query.backwards = true
        if let kind { query.kinds = [kind] }
        var found: [Fact] = []
        do {
            try school.reader.forEach(query) { fact in
                if takes(fact, school) { found.append(fact) }
                return last.map { found.count < $0 } ?? true
            }
        } catch {
            throw CommandError(error)
        }
        return found.reversed()
    }
}
