import Reports
import TextCodec
import Timetable

/// `dutyclock check`: everything that is wrong, open or doubtful in a plan folder, at once.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = Phrase("look through a plan folder before publishing", "发布前检查计划文件夹")
    static let usage = "FOLDER"
    static let options: [Option] = []
    static let examples = [
        ("dutyclock check plan", Phrase("every finding with file, line and what to do", "列出全部问题，含文件、行号和改法"))
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        guard let path = arguments.operands.first else {
            throw .usage(.missingOperand(Phrase("the folder", "文件夹")))
        }
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let findings = try FolderOnDisk(path).check().findings
        show(findings, context)
        let blocking = findings.count { $0.severity > .warning }
        if blocking > 0 {
            throw .failed(
                .data,
                Phrase(
                    "Findings to settle before this can be published: \(blocking).",
                    "有 \(blocking) 处必须处理后才能发布。"))
        }
        context.remark(
            findings.isEmpty
                ? Phrase("Nothing found: ready to publish.", "没有问题：可以发布。")
                : Phrase("Can be published; warnings: \(findings.count).", "\(findings.count) 条提醒：可以发布。"))
    }

    private static func show(_ findings: [Finding], _ context: Context) {
        if context.format == .text {
            for finding in findings {
                context.say(finding.description)
            }
            return
        }
        var table = Table(columns: [
            .init("severity", Phrase("severity", "级别")), .init("place", Phrase("place", "位置")),
            .init("finding", Phrase("finding", "问题")),
        ])
        for finding in findings {
            table.add([
                .text("\(finding.severity)"), .text(finding.place),
                .phrase(finding.kind.phrase, key: finding.kind.phrase.english),
            ])
        }
        context.show(table)
    }
}
