import AttendanceModel
import Evidence
import Reconciler
import Reports

/// `dutyclock pay`: the pay sheet of a month.
enum PayCommand: Command {
    static let name = "pay"
    static let summary = Phrase("the pay sheet of a month, to sign", "打印补助发放表")
    static let usage = "MONTH [--contracts] [--output FILE]"
    static let options = [
        Option("--contracts", help: Phrase("the sheet of contract staff instead", "改为合同人员的发放表")),
        Paperwork.output, School.asOfOption,
    ]
    static let examples = [
        ("dutyclock pay last-month --output pay.csv", Phrase("for Excel", "用 Excel 打开")),
        ("dutyclock pay 2026-09 --lang zh --output 补助.html", Phrase("to print and sign", "打印后签名")),
        ("dutyclock pay 2026-09 --contracts", Phrase("who is paid by contract", "合同人员")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let month = try school.month(arguments.operands.first, in: context)
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        try school.requirePlan(month)
        let closed = school.closes(context)[month]
        let ledger = try school.ledger(for: month.dates, in: context)
        let checkpoint = try school.checkpoint().description
        let papers = PaperSource(
            ledger, book: school.book, dates: month.dates,
            digest: closed?.close.digest ?? Hasher256().hash(LedgerText.bytes(of: ledger)).description,
            checkpoint: closed?.close.checkpoint ?? checkpoint)
        let part: PaySheet.Part = arguments.has("--contracts") ? .contract : .staff
        let sheet = PaySheet(ledger, adjustments: try school.adjustments(in: month, context))
        try Paperwork.deliver(papers.pay(sheet, part: part, closed: closed), arguments, in: context)
        let contracts = Set(sheet.unpaid.filter { $0.isContract }.map(\.person))
            .union(sheet.lines.filter { $0.part == .contract }.map(\.person))
        guard part == .staff, !contracts.isEmpty else { return }
        context.remark(
            Phrase(
                "\(contracts.count) more \(contracts.count == 1 ? "is" : "are") paid by contract: dutyclock pay MONTH --contracts.",
                "另有 \(contracts.count) 人按合同支付：dutyclock pay 月份 --contracts。"))
    }
}

extension PaySheet.Unpaid {
    fileprivate var isContract: Bool {
        if case .noRate(let word) = reason { PaySheet.Part(word: word) == .contract } else { false }
    }
}
