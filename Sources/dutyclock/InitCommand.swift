import AttendanceModel
import Glibc
import Reports
import Timetable

/// `dutyclock init`: a plan folder to start from.
enum InitCommand: Command {
    static let name = "init"
    static let summary = Phrase("make a plan folder to start from", "生成一个起步用的计划文件夹")
    static let usage = "FOLDER [--scheme s2 | --sample]"
    static let options = [
        Option("--scheme", value: "s2", help: Phrase("which scheme (default s2)", "采用哪个方案（默认 s2）")),
        Option(
            "--sample",
            help: Phrase(
                "a filled-in sample school: an example, not a policy", "填好的示例学校：仅作示例，不是规定")),
    ]
    static let examples = [
        ("dutyclock init plan --scheme s2", Phrase("with the questions the school has to answer", "带有需要学校回答的问题")),
        ("dutyclock init sample --sample", Phrase("to try things out", "试用")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        guard let path = arguments.operands.first else {
            throw .usage(.missingOperand(Phrase("the folder", "文件夹")))
        }
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        if let scheme = arguments["--scheme"], scheme.lowercased() != "s2" {
            throw .usage(.badValue(option: "--scheme", value: scheme, expected: Phrase("s2", "s2")))
        }
        let files = arguments.has("--sample") ? S2Sample.texts : S2Starter.texts
        if let existing = files.keys.first(where: { unsafe access("\(path)/\($0.fileName)", F_OK) == 0 }) {
            throw .failed(
                .cannotCreate,
                Phrase(
                    "\(path)/\(existing.fileName) is there already: nothing was written. Name another folder.",
                    "\(path)/\(existing.fileName) 已经存在：没有写入任何文件。请换一个文件夹。"))
        }
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileText.cannotWrite(path) }
        for (kind, text) in files.sorted(by: { $0.key.fileName < $1.key.fileName }) {
            try FileText.write(Array(text.utf8), to: "\(path)/\(kind.fileName)")
            context.say(Phrase(verbatim: "\(path)/\(kind.fileName)"))
        }
        context.remark(
            Phrase("Next: dutyclock check \(path)", "下一步：dutyclock check \(path)"))
    }
}
