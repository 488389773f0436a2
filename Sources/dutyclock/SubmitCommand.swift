import AttendanceModel
import District
import Evidence
import Reports

/// `dutyclock submit`: the month of this school as one document for the district.
enum SubmitCommand: Command {
    static let name = "submit"
    static let summary = Phrase("hand a closed month to the district", "向区县报送一个月")
    static let usage = "MONTH [--school ID] [--open] [--output FILE]"
    static let options = [
        Option("--school", value: "ID", help: Phrase("the school's id in the district's list", "本校在区县名单中的编号")),
        Option(
            "--open",
            help: Phrase("although the month is not closed: marked preliminary", "尚未结算也报送，注明未结算")),
        Option(
            "--output", value: "FILE",
            help: Phrase("write this file (default: to standard output)", "写入此文件（默认输出到屏幕）")),
        School.asOfOption,
    ]
    static let examples = [
        (
            "dutyclock submit 2026-09 --school S017 --output S017-2026-09.json",
            Phrase("September, for the district", "报送九月")
        )
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let school = try School(arguments, in: context)
        let month = try school.month(arguments.operands.first, in: context)
        let maker = SubmissionMaker(school: school, context: context, id: arguments["--school"])
        let submission = try maker.submission(of: month, mayBeOpen: arguments.has("--open"))
        let bytes = submission.bytes(Hasher256())
        guard let path = arguments["--output"] else {
            context.terminal.write(String(decoding: bytes, as: UTF8.self))
            return
        }
        try FileText.replace(path, with: bytes)
        let state = submission.isPreliminary ? Phrase("preliminary", "未结算") : Phrase("closed", "已结算")
        context.remark(
            Phrase(
                "\(path): \(month), \(state.english), \(bytes.count) bytes, \(submission.checkpoint)",
                "\(path)：\(month)，\(state.chinese)，\(bytes.count) 字节，\(submission.checkpoint)"))
    }
}
