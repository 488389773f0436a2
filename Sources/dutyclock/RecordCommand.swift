import AttendanceModel
import EventLog
import Reports
import Service
import TextCodec
import Timetable

/// `dutyclock record`: what people know and machines do not: leave, cover, signatures, observations, rulings.
enum RecordCommand: Command {
    static let name = "record"
    static let summary = Phrase(
        "leave, cover, signatures, observations, rulings", "登记请假、代班、签到、检查、裁定等")
    static let usage = "KIND --date DATE [--person WHO] …   |   [KIND] FILE.csv"
    static let options = [
        Option("--date", value: "DATES", help: Phrase("the day or days it is about", "日期")),
        Option("--duty", value: "DUTY", help: Phrase("the duty (id or name); all without", "岗位（代号或名称）；不写即全部")),
        Option("--post", value: "POST", help: Phrase("the post; all without", "位置；不写即全部")),
        Option("--from", value: "TIME", help: Phrase("from, or the time on paper", "开始时间，或纸上的时间")),
        Option("--to", value: "TIME", help: Phrase("until", "结束时间")),
        Option("--person", value: "WHO", help: Phrase("whom it is about (id or name)", "人员（工号或姓名）")),
        Option(
            "--other", value: "WHAT",
            help: Phrase(
                "the substitute, machine, form, outcome or word, as the kind says", "代班人、考勤机、表格、结果等")),
        Option("--as", value: "WORD", help: Phrase("a card's status, or a reader's format", "卡的状态，或读卡器的格式")),
        Option("--count", value: "NUMBER", help: Phrase("how many pupils", "学生人数")),
        Option("--by", value: "WHO", help: Phrase("whose decision or observation it is", "由谁决定或检查")),
        Option("--reason", value: "TEXT", help: Phrase("why", "原因")),
        Option("--recorded", value: "TIME", help: Phrase("when the paper says it was noted", "纸上登记的时间")),
        Option(
            "--ref", value: "NUMBER",
            help: Phrase("the fact that is withdrawn, or the objection that is answered", "要撤回的记录，或要答复的异议的编号")),
    ]
    static let examples = [
        (
            "dutyclock record leave --date today --person 王芳 --from 07:00 --to 12:00 --by T001 --reason 看病",
            Phrase("leave for the morning", "上午请假")
        ),
        (
            "dutyclock record cover --date 2026-09-16 --duty morning --person T012 --other T033 --by T001",
            Phrase("T033 takes her morning duty", "T033 代她的早读")
        ),
        ("dutyclock record sign 九月签到.csv", Phrase("signature sheets typed in Excel", "Excel 录入的签到表")),
        ("dutyclock record facts.csv", Phrase("many facts of any kind", "一次登记多条各类事实")),
    ]

    static func appendix(in language: Language) -> String { RecordKinds.table(in: language) }

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let school = try School(arguments, in: context)
        let (text, file, kind) = try input(arguments, school, context)
        let names = NameTable(people: school.book.people, duties: school.book.plans.last?.duties ?? [])
        let result = TableReader.facts(text, file: file, names: names, kind: kind)
        if isFile(file) {
            try refuse(result.findings, in: context, of: file)
        } else {
            try refuseFlags(result.findings)
        }
        guard !result.rows.isEmpty else {
            throw .failed(.data, Phrase("\(file) holds no rows.", "\(file) 没有内容。"))
        }
        if let row = result.rows.first(where: { $0.refID != nil }), let ref = row.refID {
            throw .failed(
                .data,
                Phrase(
                    "\(file):\(row.line): “\(ref)” is no fact of the log: withdraw a fact by its number (dutyclock log).",
                    "\(file):\(row.line)：“\(ref)”不是日志中的记录：请用记录编号撤回（见 dutyclock log）。"))
        }
        for row in result.rows where row.kind == .retract {
            if let ref = row.entry.ref { try requireRetractable(ref, school) }
        }
        for row in result.rows where row.kind == .objection {
            if let ref = row.entry.ref { try requireObjection(ref, school) }
        }
        var lines = result.rows.map { (kind: $0.kind, entry: isFile(file) ? inTime($0.entry) : $0.entry) }
        let sheets = isFile(file) ? sheetsEntered(lines) : []
        lines += sheets
        let contributions = lines.map { line in
            Contribution.entry(line.kind, line.entry, at: moment(line.kind, line.entry, in: school.zone))
        }
        report(try contribute(contributions, in: context), lines, sheets: sheets.count, school, context)
    }

    /// The text to read as facts.csv, what to call it in findings, and the kind of rows that do not say theirs.
    private static func input(
        _ arguments: Arguments, _ school: School, _ context: Context
    ) throws(CommandError) -> (text: String, file: String, kind: FactKind?) {
        var operands = arguments.operands
        guard let first = operands.first else {
            throw .usage(.missingOperand(Phrase("the kind of fact, or a CSV file", "种类或 CSV 文件")))
        }
        let kind = TableReader.factKind(first)
        if kind != nil { operands.removeFirst() }
        if operands.count > 1 { throw .usage(.tooManyOperands(operands[1])) }
        if let path = operands.first {
            guard kind != nil || path.contains(".") || path.contains("/") else { throw .usage(unknownKind(path)) }
            return (try FileText.read(path), FileText.name(path), kind)
        }
        guard let kind else { throw .usage(unknownKind(first)) }
        return (try row(kind, arguments, school, context), commandLine, nil)
    }

    /// A row of a typed file that does not say when the paper was noted was noted in time (model.md D.8, Files).
    private static func inTime(_ entry: Entry) -> Entry {
        var entry = entry
        if entry.noted == nil, let date = entry.dates?.lowerBound { entry.noted = LocalDateTime(date, .midnight) }
        return entry
    }

    private static let commandLine = "--"

    private static func isFile(_ file: String) -> Bool { file != commandLine }

    /// What is wrong with the options, without a place: there is only the one line that was typed.
    private static func refuseFlags(_ findings: [Finding]) throws(CommandError) {
        let errors = findings.filter { $0.severity > .warning }.map(\.kind)
        guard !errors.isEmpty else { return }
        var missing: [String] = []
        var phrases: [Phrase] = []
        for error in errors {
            if case .blankFactCell(let column, _) = error {
                missing.append("--\(column)")
            } else {
                phrases.append(error.phrase)
            }
        }
        if !missing.isEmpty {
            phrases.append(
                Phrase(
                    "it needs \(missing.joined(separator: ", ")) as well", "还必须写 \(missing.joined(separator: "、"))"))
        }
        throw .failed(.data, Phrase("nothing was recorded: ", "没有登记：") + .joined(phrases, by: .semicolon))
    }

    /// Only what a machine saw or a person wrote can be withdrawn, and only if it is there.
    private static func requireRetractable(_ ref: Int64, _ school: School) throws(CommandError) {
        var query = FactQuery()
        query.seqs = ref..<(ref == .max ? ref : ref + 1)
        guard let fact = try School.facts(school.reader, query).first else {
            throw .failed(
                .data,
                Phrase(
                    "The log has no fact #\(ref): look up its number with dutyclock log; nothing was recorded.",
                    "日志里没有记录 #\(ref)：请用 dutyclock log 查编号；没有登记。"))
        }
        guard fact.kind == .punch || fact.kind.isEntry else {
            throw .failed(
                .data,
                Phrase(
                    "Fact #\(ref) (\(fact.kind.phrase.english)) cannot be withdrawn: publish the right file instead; "
                        + "nothing was recorded.",
                    "记录 #\(ref)（\(fact.kind.phrase.chinese)）不能撤回：请发布改正后的文件；没有登记。"))
        }
    }

    /// Only an objection can be answered.
    private static func requireObjection(_ ref: Int64, _ school: School) throws(CommandError) {
        var query = FactQuery(kinds: [.objection])
        query.seqs = ref..<(ref == .max ? ref : ref + 1)
        guard try School.facts(school.reader, query).isEmpty else { return }
        throw .failed(
            .data,
            Phrase(
                "Fact #\(ref) is no objection: look up its number with dutyclock periods MONTH --objections; "
                    + "nothing was recorded.",
                "记录 #\(ref) 不是异议：请用 dutyclock periods 月份 --objections 查编号；没有登记。"))
    }

    private static func unknownKind(_ word: String) -> UsageProblem {
        let kinds = FactKind.allCases.filter(\.isEntry)
        return .badValue(
            option: "KIND", value: word,
            expected: Phrase(
                "one of \(kinds.map(\.word).joined(separator: ", ")), or a file FILE.csv",
                "其中之一：\(kinds.map(\.phrase.chinese).joined(separator: "、"))，或一个 CSV 文件"))
    }

    /// The flags as one row of facts.csv, so that both ways in are read and checked by the same rules.
    private static func row(
        _ kind: FactKind, _ arguments: Arguments, _ school: School, _ context: Context
    ) throws(CommandError) -> String {
        let columns = [
            "date", "duty", "post", "from", "to", "person", "other", "as", "by", "reason", "recorded", "ref",
            "count",
        ]
        var header = ["kind"]
        var cells = [kind.word]
        for column in columns {
            guard var value = arguments["--\(column)"] else { continue }
            if column == "date" {
                let dates = try school.dates(value, in: context, standard: LocalDate.first...LocalDate.first)
                value =
                    dates.lowerBound == dates.upperBound
                    ? "\(dates.lowerBound)" : "\(dates.lowerBound)..\(dates.upperBound)"
            }
            header.append(column)
            cells.append(value)
        }
        let isAnswer = kind == .objection && header.contains("ref")
        if TableReader.requiredColumns(of: kind).contains("date"), !isAnswer, !header.contains("date") {
            throw .usage(.missingOperand(Phrase("--date", "--date")))
        }
        return CSVWriter.row(header) + CSVWriter.row(cells)
    }

    /// A file of signatures is the sheet of each date and duty in it, typed in full (model.md D.9).
    private static func sheetsEntered(
        _ lines: [(kind: FactKind, entry: Entry)]
    ) -> [(kind: FactKind, entry: Entry)] {
        var seen: Set<Entry> = []
        var sheets: [(kind: FactKind, entry: Entry)] = []
        for line in lines where line.kind == .sign && line.entry.duty != nil {
            let sheet = Entry(dates: line.entry.dates, duty: line.entry.duty)
            if seen.insert(sheet).inserted { sheets.append((.sheet, sheet)) }
        }
        return sheets
    }

    /// When an entry applies; nil when it has no time of its own.
    private static func moment(_ kind: FactKind, _ entry: Entry, in zone: ZoneRules) -> Instant? {
        if kind == .card || kind == .reader {
            return entry.from.flatMap { LocalDateTime($0) }.map { zone.instant(of: $0) }
        }
        guard let date = entry.dates?.lowerBound else { return nil }
        if let time = entry.fromTime { return zone.instant(of: LocalDateTime(date, time)) }
        switch kind {
        case .leave, .closure, .outage: return zone.instant(of: LocalDateTime(date, .midnight))
        default: return nil
        }
    }

    private static func report(
        _ receipts: [Receipt], _ lines: [(kind: FactKind, entry: Entry)], sheets: Int, _ school: School,
        _ context: Context
    ) {
        var table = Table(columns: [
            .init("fact", Phrase("no.", "编号"), .right), .init("state", Phrase("state", "状态")),
            .init("kind", Phrase("kind", "种类")), .init("date", Phrase("date", "日期")),
            .init("name", Phrase("name", "姓名")), .init("says", Phrase("says", "内容")),
        ])
        let facts = FactTable(names: school.names, zone: school.zone) { _ in nil }
        for (receipt, line) in zip(receipts, lines) {
            let says = facts.says(line.kind, line.entry)
            table.add([
                .number(receipt.seq),
                receipt.added
                    ? .phrase(Phrase("recorded", "已登记"), key: "recorded")
                    : .phrase(Phrase("known already", "已有"), key: "known"),
                .phrase(line.kind.phrase, key: line.kind.word),
                .text(line.entry.dates.map { $0.lowerBound.description } ?? ""),
                .text(line.entry.person.map(school.names.person) ?? ""), .phrase(says, key: says.english),
            ])
        }
        // A typed month is long: people want the sum, programs every row.
        if context.format != .text || receipts.count <= 20 { context.show(table) }
        let added = receipts.count { $0.added }
        context.remark(
            Phrase(
                "\(added) recorded, \(receipts.count - added) known already"
                    + (sheets > 0 ? "; sheets entered in full: \(sheets)" : ""),
                "登记 \(added) 条，已有 \(receipts.count - added) 条" + (sheets > 0 ? "；\(sheets) 张签到表录入完整" : "")))
    }
}

/// Hands contributions to the owner of the log, all or none.
func contribute(_ contributions: [Contribution], in context: Context) throws(CommandError) -> [Receipt] {
    do {
        return try OwnerConnection(dataDirectory: context.dataDirectory).contribute(contributions)
    } catch {
        throw CommandError(error)
    }
}

/// Lists findings on standard error; throws when any of them forbids taking the file.
func refuse(_ findings: [Finding], in context: Context, of file: String) throws(CommandError) {
    for finding in findings {
        context.remark(finding.description)
    }
    let count = findings.count { $0.severity > .warning }
    guard count > 0 else { return }
    throw .failed(
        .data,
        Phrase(
            "\(file): nothing was taken; findings: \(count).", "\(file)：有 \(count) 处问题，全部没有采用。"))
}
