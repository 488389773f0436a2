import AttendanceModel
import Glibc
import Reports
import TextCodec
import Timetable

/// `dutyclock init`: a plan folder to start from.
enum InitCommand: Command {
    static let name = "init"
    static let summary = Phrase("make a plan folder to start from", "生成一个起步用的计划文件夹")
    static let usage =
        "FOLDER [--scheme s1…s21, x1…x4 | --template FOLDER] [--answers FILE | --example] | --sample | --list"
    static let options = [
        Option("--scheme", value: "s2", help: Phrase("which scheme (default s2)", "采用哪个方案（默认 s2）")),
        Option(
            "--template", value: "FOLDER",
            help: Phrase("a folder with open questions, such as a district's", "带有待答问题的文件夹，例如区里的模板")),
        Option(
            "--answers", value: "FILE",
            help: Phrase("answers to the questions, as answers.json5 shows", "问题的答案，写法见 answers.json5")),
        Option(
            "--example",
            help: Phrase("the scheme with example answers: not a policy", "填入示例答案的方案：仅作示例，不是规定")),
        Option(
            "--sample",
            help: Phrase(
                "a filled-in sample school: an example, not a policy", "填好的示例学校：仅作示例，不是规定")),
        Option("--list", help: Phrase("list the schemes", "列出各个方案")),
    ]
    static let examples = [
        ("dutyclock init plan --scheme s2", Phrase("with the questions the school has to answer", "带有需要学校回答的问题")),
        ("dutyclock init try --scheme s17 --example", Phrase("another scheme, to look at", "看看另一个方案")),
        (
            "dutyclock init school-12 --template district --answers school-12.json5",
            Phrase("a school's plan from the district's template", "用区里的模板生成一所学校的方案")
        ),
        ("dutyclock init sample --sample", Phrase("to try things out", "试用")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.has("--list") { return list(in: context) }
        guard let path = arguments.operands.first else {
            throw .usage(.missingOperand(Phrase("the folder", "文件夹")))
        }
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let files = try files(arguments, context)
        if let existing = files.map(\.name).first(where: { unsafe access("\(path)/\($0)", F_OK) == 0 }) {
            throw .failed(
                .cannotCreate,
                Phrase(
                    "\(path)/\(existing) is there already: nothing was written. Name another folder.",
                    "\(path)/\(existing) 已经存在：没有写入任何文件。请换一个文件夹。"))
        }
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileText.cannotWrite(path) }
        for (name, text) in files.sorted(by: { $0.name < $1.name }) {
            try FileText.write(Array(text.utf8), to: "\(path)/\(name)")
            context.say(Phrase(verbatim: "\(path)/\(name)"))
        }
        context.remark(
            Phrase("Next: dutyclock check \(path)", "下一步：dutyclock check \(path)"))
    }

    private static func list(in context: Context) {
        var table = Table(columns: [
            .init("scheme", Phrase("scheme", "方案")), .init("title", Phrase("what it is", "内容")),
            .init("questions", Phrase("questions", "待答"), .right),
        ])
        for starter in Starter.all {
            let questions = PlanFolder(texts: starter.texts).check().findings.count { $0.severity == .question }
            table.add([
                .text(starter.id), .phrase(Phrase(starter.english, starter.chinese), key: starter.english),
                .number(Int64(questions)),
            ])
        }
        context.show(table)
    }

    /// The files to write, by name.
    private static func files(
        _ arguments: Arguments, _ context: Context
    ) throws(CommandError) -> [(name: String, text: String)] {
        let sources = ["--scheme", "--template", "--sample"].filter { arguments.has($0) || arguments[$0] != nil }
        if sources.count > 1 { throw .usage(.tooManyOperands(sources[1])) }
        if arguments.has("--example"), arguments["--answers"] != nil { throw .usage(.tooManyOperands("--example")) }
        if arguments.has("--example"), sources.contains(where: { $0 != "--scheme" }) {
            throw .usage(.tooManyOperands("--example"))
        }
        var texts = S2Sample.texts
        var answers: String?
        if let template = arguments["--template"] {
            texts = try decoded(FolderOnDisk(template))
        } else if !arguments.has("--sample") {
            let starter = try starter(arguments["--scheme"] ?? "s2")
            texts = arguments.has("--example") ? starter.example : starter.texts
            answers = starter.answers
        }
        if let file = arguments["--answers"] { texts = try filled(texts, from: file) }
        var files = texts.map { ($0.key.fileName, $0.value) }
        // What the example answered stands beside it, to be answered by the school.
        if arguments.has("--example"), let answers { files.append((Answers.fileName, answers)) }
        return files
    }

    private static func starter(_ id: String) throws(CommandError) -> Starter {
        guard let starter = Starter.named(id) else {
            let ids = Starter.all.map(\.id).joined(separator: ", ")
            throw .usage(.badValue(option: "--scheme", value: id, expected: Phrase(verbatim: ids)))
        }
        return starter
    }

    private static func decoded(_ folder: FolderOnDisk) throws(CommandError) -> [Document.Kind: String] {
        let (decoded, findings) = PlanFolder.decode(folder.bytes)
        if !findings.isEmpty { throw refused(findings) }
        return decoded.texts
    }

    private static func filled(
        _ texts: [Document.Kind: String], from file: String
    ) throws(CommandError) -> [Document.Kind: String] {
        let text = try FileText.read(file)
        let (filled, findings) = Answers.fill(texts, with: text)
        if !findings.isEmpty { throw refused(findings) }
        return filled
    }

    private static func refused(_ findings: [Finding]) -> CommandError {
        .failed(
            .data,
            Phrase(
                findings.map { $0.description(in: .english) }.joined(separator: "\n"),
                findings.map { $0.description(in: .chinese) }.joined(separator: "\n")))
    }
}
