import AttendanceModel
import District
import Evidence
import Reports

/// `dutyclock district`: the months of many schools, school by school, district by district, and all together.
enum DistrictCommand: Command {
    static let name = "district"
    static let summary = Phrase("add up the months of many schools", "汇总各校的月份")
    static let usage = "MONTH --schools FILE [--packages DIR] [--logs] [--persons FILE] [--sample N] [--output FILE]"
    static let options = [
        Option("--schools", value: "FILE", help: Phrase("the list of schools (schools.csv)", "学校名单（schools.csv）")),
        Option("--packages", value: "DIR", help: Phrase("the folder with what the schools handed in", "各校报送文件所在的目录")),
        Option("--logs", help: Phrase("read the logs that the list names, too", "同时直接读取名单所列的日志")),
        Option(
            "--persons", value: "FILE",
            help: Phrase("who is the same person in several schools (persons.csv)", "多校任职人员对照表（persons.csv）")),
        Option(
            "--sample", value: "N",
            help: Phrase("how many pieces of hand-made evidence are drawn (default 20)", "抽查多少条人工依据（默认 20）")),
        Paperwork.output,
    ]
    static let examples = [
        (
            "dutyclock district 2026-09 --schools schools.csv --packages 报送",
            Phrase("what came and what it adds up to", "收到了什么，合计多少")
        ),
        (
            "dutyclock district 2026-09 --schools schools.csv --logs --output 汇总.html",
            Phrase("from the schools' logs, to print", "直接读日志，打印")
        ),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        guard let word = arguments.operands.first else { throw .usage(.missingOperand(Phrase("the month", "月份"))) }
        guard let month = Month(word) else {
            throw .usage(
                .badValue(
                    option: Phrase("the month", "月份").text(in: context.language), value: word,
                    expected: Phrase("a month such as 2026-09", "月份，例如 2026-09")))
        }
        guard arguments["--packages"] != nil || arguments.has("--logs") else {
            throw .usage(.missingOperand(Phrase("--packages DIR or --logs", " --packages 目录 或 --logs")))
        }
        let sampled = try sampled(arguments)
        let list = try list(arguments, context)
        let hasher = Hasher256()
        var received: [RollUp.Received] = []
        if let folder = arguments["--packages"] {
            for file in try ExportList([folder]).items {
                let bytes = try FileText.bytes(file.path)
                received.append(RollUp.Received(name: file.label, submission: result(bytes, hasher)))
            }
        }
        if arguments.has("--logs") {
            for school in list.schools where !school.isExempt {
                if let folder = school.folder {
                    received.append(try read(school, folder, month, arguments, context, hasher))
                }
            }
        }
        let rollUp = RollUp(month, list, received)
        try Paperwork.deliver(rollUp.paper(sampled: sampled, hasher), arguments, in: context)
    }

    private static func sampled(_ arguments: Arguments) throws(CommandError) -> Int {
        guard let word = arguments["--sample"] else { return 20 }
        guard let count = Int(word), (0...100_000).contains(count) else {
            throw .usage(
                .badValue(option: "--sample", value: word, expected: Phrase("a number such as 20", "数字，例如 20")))
        }
        return count
    }

    /// The list with its keys; nothing of it is used when anything in it is wrong.
    private static func list(_ arguments: Arguments, _ context: Context) throws(CommandError) -> SchoolList {
        guard let path = arguments["--schools"] else {
            throw .usage(.missingOperand(Phrase("--schools", " --schools")))
        }
        var (list, findings) = SchoolList.read(try FileText.read(path), file: FileText.name(path))
        if let path = arguments["--persons"] {
            findings += list.readKeys(try FileText.read(path), file: FileText.name(path))
        }
        for finding in findings {
            context.remark(Phrase(verbatim: "\(finding.file):\(finding.line): ") + finding.phrase)
        }
        guard findings.isEmpty else {
            throw .failed(
                .data,
                Phrase(
                    "The list was not used: mend the \(findings.count) places above.",
                    "名单没有使用：请改正以上 \(findings.count) 处。"))
        }
        return list
    }

    private static func result(_ bytes: [UInt8], _ hasher: Hasher256) -> Result<Submission, SubmissionProblem> {
        Result { () throws(SubmissionProblem) in try Submission(bytes: bytes, hasher) }
    }

    /// The month straight from a school's log, through the same document and the same proof.
    private static func read(
        _ school: SchoolList.School, _ folder: String, _ month: Month, _ arguments: Arguments, _ context: Context,
        _ hasher: Hasher256
    ) throws(CommandError) -> RollUp.Received {
        let there = Context(
            language: context.language, format: context.format, dataDirectory: folder, terminal: context.terminal,
            now: context.now)
        do throws(CommandError) {
            let log = try School(arguments, in: there)
            let maker = SubmissionMaker(school: log, context: there, id: school.id)
            let bytes = try maker.submission(of: month, mayBeOpen: true).bytes(hasher)
            return RollUp.Received(name: folder, submission: result(bytes, hasher))
        } catch {
            guard case .failed(_, let phrase) = error else { throw error }
            context.remark(Phrase(verbatim: "\(school.id): ") + phrase)
            return RollUp.Received(name: folder, submission: .failure(.noLog), school: school.id)
        }
    }
}
