import Adoption
import AttendanceModel
import EventLog
import Reports
import Service
import TextCodec
import Timetable

/// `dutyclock adopt`: takes a school's years before Dutyclock into the log, in one guided step.
///
/// Nothing is written to the log before every question is answered and `--go` is said; everything that is written then
/// is known by its content, so that an interrupted adoption is simply started again.
enum AdoptCommand: Command {
    static let name = "adopt"
    static let summary = Phrase("take over years of old exports, step by step", "分步接收历年导出的旧数据")
    static let usage = "FOLDER … [--plan FOLDER] [--answers FOLDER] [--go]"
    static let options = [
        Option(
            "--plan", value: "FOLDER",
            help: Phrase(
                "the plan folder: its people.csv gives names, and it is published in the end",
                "计划文件夹：用其中的 people.csv 认人，最后一并发布")),
        Option(
            "--answers", value: "FOLDER",
            help: Phrase(
                "where questions are written and answers are read (default adopt)", "写问题、读答案的文件夹（默认 adopt）")),
        Option(
            "--go",
            help: Phrase("write it all into the log, once everything is answered", "全部回答后，正式写入日志")),
        Option("--dry-run", help: Phrase("show only (this is the default)", "只显示，不写入（默认）")),
    ]
    static let examples = [
        (
            "dutyclock adopt drawer --plan plan",
            Phrase(
                "look through the old exports and write the questions into the folder adopt",
                "读旧导出文件，把问题写进 adopt 文件夹")
        ),
        (
            "dutyclock adopt",
            Phrase("check the answers, and show what would happen", "检查答案，显示将要发生什么")
        ),
        ("dutyclock adopt --go", Phrase("import, and publish from the chosen day", "导入，并从所选日期起发布")),
    ]

    /// How deep the folders of a drawer are looked into: brand, machine, year, stick.
    private static let depth = 6

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if arguments.has("--go"), arguments.has("--dry-run") {
            throw .usage(.tooManyOperands("--dry-run"))
        }
        let folder = AnswersFolder(path: arguments["--answers"] ?? "adopt")
        var settings = AdoptionAnswers()
        if let text = try folder.settings() {
            let read = AnswerReader.settings(text)
            // Questions about the date come later, with all the others.
            try refuse(read.findings.filter { $0.severity == .error }, in: context, of: folder)
            settings = read.answers
        }
        let folders = arguments.operands.isEmpty ? settings.folders : arguments.operands
        guard !folders.isEmpty else {
            throw .usage(.missingOperand(Phrase("the folder of the old exports", "旧导出文件所在的文件夹")))
        }
        let plan = arguments["--plan"] ?? settings.plan
        let office = try Office(plan: plan, in: context)
        let told = AnswerReader.told(try folder.tables()[.files] ?? "")
        let found = try AdoptSurvey.understand(
            try ExportList(folders, depth: depth).items, told: told.machines, orders: told.dateOrders,
            calendar: office.calendar,
            now: office.zone.local(at: context.now), in: context)
        let understanding = found.understanding
        guard !understanding.files.isEmpty else {
            throw .failed(
                .noInput,
                Phrase(
                    "\(folders.joined(separator: ", ")): no export of an attendance machine was found.",
                    "\(folders.joined(separator: "、"))：没有找到考勤机的导出文件。"))
        }
        let state = try answers(
            understanding, office, in: folder, settings: settings, folders: folders, plan: plan, context)
        var report = AdoptReport(
            folder: folder, understanding: understanding, others: found.others, answers: state.answers,
            findings: state.findings)
        report.plan =
            state.findings.allSatisfy { $0.severity == .warning }
            ? AdoptionPlan(understanding, state.answers) : nil
        guard arguments.has("--go") else {
            report.show(in: context)
            let errors = state.findings.count { $0.severity == .error }
            guard errors == 0 else { throw unready(errors) }
            return
        }
        guard let work = report.plan, let plan else {
            report.showFindings(in: context)
            guard report.plan == nil else {
                throw .failed(
                    .usage,
                    Phrase(
                        "Which plan folder shall be published? Say --plan FOLDER; nothing was written.",
                        "要发布哪个计划文件夹？请加 --plan 文件夹；没有写入任何内容。"))
            }
            throw unready(state.findings.count { $0.severity > .warning })
        }
        report.done = try AdoptWork(work, found, plan: plan, zone: office.zone, context).perform()
        report.show(in: context)
    }

    private static func unready(_ count: Int) -> CommandError {
        .failed(
            .data,
            Phrase(
                "Nothing was written to the log; to settle first: \(count).", "没有写入日志；须先处理 \(count) 处。"))
    }

    /// Writes what is not written down yet, and reads the whole folder.
    private static func answers(
        _ understanding: Understanding, _ office: Office, in folder: AnswersFolder, settings: AdoptionAnswers,
        folders: [String], plan: String?, _ context: Context
    ) throws(CommandError) -> (answers: AdoptionAnswers, findings: [AnswerFinding]) {
        func read() throws(CommandError) -> (answers: AdoptionAnswers, findings: [AnswerFinding]) {
            AnswerReader.read(
                settings: try folder.settings(), tables: try folder.tables(), understanding: understanding,
                people: office.people, readers: office.readers)
        }
        try folder.make()
        var state = try read()
        if folder.exists, state.findings.contains(where: { $0.severity == .error && !$0.isMissingRow }) { return state }
        if !folder.exists || settings.folders != folders || settings.plan != plan {
            try folder.write(
                settings: AnswerWriter.settings(folders: folders, plan: plan, from: state.answers.from))
        }
        let writer = AnswerWriter(
            understanding, answers: state.answers, proposer: office.proposer, devices: office.devices,
            language: context.language)
        if writer.hasNews { try folder.write(writer.tables()) }
        state = try read()
        return state
    }

    private static func refuse(
        _ findings: [AnswerFinding], in context: Context, of folder: AnswersFolder
    ) throws(CommandError) {
        for finding in findings { context.remark(finding.phrase(in: folder.path)) }
        if !findings.isEmpty { throw unready(findings.count) }
    }
}

extension AdoptCommand {
    /// What the school has told already: its plan folder, and what the log knows of machines.
    struct Office {
        /// Nil without a people.csv.
        let people: [Person]?
        let calendar: [CalendarRow]
        let zone: ZoneRules
        let proposer: PersonProposer
        /// Machines by name, with the serial numbers that are known of them.
        let devices: [DeviceID: [String]]
        /// Devices that write no files.
        let readers: Set<DeviceID>

        init(plan: String?, in context: Context) throws(CommandError) {
            var book = Book()
            if let plan { book = try FolderOnDisk(plan).check().book }
            var devices = Dictionary(book.devices.map { ($0.device, [String]()) }) { first, _ in first }
            var people = book.people
            if let reader = try? LogReader.open(directory: context.dataDirectory) {
                for fact in try School.facts(reader, FactQuery(kinds: [.machine])) {
                    guard case .machine(let report) = fact.body, let serial = report.serialNumber else { continue }
                    devices[report.machine, default: []].append(serial)
                }
                if people.isEmpty, let school = try? School(try Arguments([], options: []), in: context) {
                    people = school.book.people
                }
            }
            self.people = people.isEmpty ? nil : people
            self.devices = devices
            readers = Set(book.devices.filter(\.isReader).map(\.device))
            calendar = book.calendar
            zone = if let own = book.plans.last?.zone { own } else { try Self.standardZone() }
            proposer = PersonProposer(people: people, cards: book.cards)
        }

        private static func standardZone() throws(CommandError) -> ZoneRules {
            do throws(ZoneError) {
                return try ZoneRules.system(named: Configuration.defaultZone)
            } catch {
                throw .failed(
                    .configuration,
                    Phrase(
                        "\(error.description): install tzdata, or name a plan folder with --plan.",
                        "\(error.description)：请安装 tzdata，或用 --plan 指定计划文件夹。"))
            }
        }
    }
}

extension AnswerFinding {
    /// Whether only a row is missing, which is written anew.
    var isMissingRow: Bool {
        switch kind {
        case .rowMissing, .table(.noHeader): true
        default: false
        }
    }

    func phrase(in folder: String) -> Phrase {
        Phrase("\(folder)/\(description(in: .english))", "\(folder)/\(description(in: .chinese))")
    }
}
