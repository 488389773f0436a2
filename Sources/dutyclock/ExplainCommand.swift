import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Timetable

/// `dutyclock explain`: why a person's duties of a day came out as they did.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = Phrase("why a duty came out as it did", "说明某天为什么这样判定")
    static let usage = "PERSON [DATES] [DUTY]"
    static let options = [School.asOfOption]
    static let examples = [
        ("dutyclock explain 王芳 2026-09-16", Phrase("all her duties of that day", "她当天的所有值班")),
        ("dutyclock explain T012 yesterday morning", Phrase("one duty", "其中一项")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        guard let who = arguments.operands.first else {
            throw .usage(.missingOperand(Phrase("the person", "人员")))
        }
        if arguments.operands.count > 3 { throw .usage(.tooManyOperands(arguments.operands[3])) }
        let school = try School(arguments, in: context)
        let person = try school.person(who)
        let today = school.today(context)
        let operand = arguments.operands.count > 1 ? arguments.operands[1] : nil
        let dates = try school.dates(operand, in: context, standard: today...today)
        let duty = arguments.operands.count > 2 ? arguments.operands[2] : nil
        let ledger = try school.ledger(for: dates, in: context)
        let lines = ledger.lines.filter { line in
            line.id.person == person.id && dates.contains(line.id.date)
                && (duty.map { $0 == line.id.duty.text || $0 == line.dutyName } ?? true)
        }.sorted(by: LedgerTables.reading)
        guard !lines.isEmpty else {
            let when = operand ?? today.description
            throw .failed(.noInput, nothing(person, when, duty, ledger, dates))
        }
        if context.format == .json {
            for line in lines { context.terminal.write(LedgerJSON.explanation(line, in: ledger).text + "\n") }
            return
        }
        let texts = lines.map {
            Explanation($0, in: ledger, names: school.names, language: context.language).text
        }
        context.terminal.write(texts.joined(separator: "\n"))
    }

    /// Why there is nothing to explain, with the duties that there are.
    private static func nothing(
        _ person: Person, _ when: String, _ duty: String?, _ ledger: Ledger, _ dates: ClosedRange<LocalDate>
    ) -> Phrase {
        let lines = ledger.lines.filter { $0.id.person == person.id && dates.contains($0.id.date) }
        let names = Set(lines.map { "\($0.id.duty)(\($0.dutyName))" }).sorted().joined(separator: ", ")
        guard let duty, !names.isEmpty else {
            return Phrase("\(person.name) has no duty on \(when).", "\(person.name) 在 \(when) 没有值班。")
        }
        return Phrase(
            "\(person.name) has no duty “\(duty)” on \(when); there is \(names).",
            "\(person.name) 在 \(when) 没有“\(duty)”；当天有 \(names)。")
    }
}
