import AttendanceModel
import Evidence
import EventLog
import Reports
import Service
import TextCodec
import Timetable

/// `dutyclock publish`: puts a checked plan folder into force, all of it or nothing.
enum PublishCommand: Command {
    static let name = "publish"
    static let summary = Phrase("put a plan folder into force", "发布计划文件夹")
    static let usage = "FOLDER [--from DATE]"
    static let options = [
        Option(
            "--from", value: "DATE",
            help: Phrase(
                "the first day a changed plan or roster holds (an earlier day corrects the past)",
                "修改后的计划或名册从哪天起生效（写过去的日期即更正过去）"))
    ]
    static let examples = [
        ("dutyclock publish plan", Phrase("for the first time", "首次发布")),
        ("dutyclock publish plan --from 2026-10-01", Phrase("what changed holds from October", "修改自十月起生效")),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        guard let path = arguments.operands.first else {
            throw .usage(.missingOperand(Phrase("the folder", "文件夹")))
        }
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        let disk = try FolderOnDisk(path)
        let checked = disk.check()
        try refuse(checked.findings, in: context, of: path)
        guard let plan = checked.book.plans.last else {
            throw .failed(.data, Phrase("\(path) has no plan.json5.", "\(path) 里没有 plan.json5。"))
        }
        let hasher = Hasher256()
        let published = publishedDigests(context)
        let changed = disk.bytes.filter { published[$0.key] != hasher.hash($0.value).description }
        guard !changed.isEmpty else {
            context.say(Phrase("Nothing has changed since it was published.", "与已发布的内容相同，没有变化。"))
            return
        }
        let from = try firstDay(arguments, plan, changed: changed.keys, again: published, context)
        var documents: [Document] = []
        for kind in Document.Kind.allCases {
            guard let bytes = changed[kind] else { continue }
            documents.append(
                Document(
                    kind: kind, from: from, text: try FileText.text(of: bytes, name: kind.fileName),
                    digest: hasher.hash(bytes).description, zone: kind == .plan ? plan.zone : nil))
        }
        let contributions = documents.map { Contribution.document($0, raw: changed[$0.kind] ?? []) }
        let receipts = try contribute(contributions, in: context)
        for (document, receipt) in zip(documents, receipts) {
            let name = document.kind.fileName
            context.say(
                Phrase(
                    "#\(receipt.seq)  \(name) from \(document.from)  #\(document.digest.prefix(4))",
                    "#\(receipt.seq)  \(name) 自 \(document.from) 起  #\(document.digest.prefix(4))"))
        }
    }

    /// Digest of the last published version of each file; empty when nothing was ever published here.
    private static func publishedDigests(_ context: Context) -> [Document.Kind: String] {
        guard let reader = try? LogReader.open(directory: context.dataDirectory),
            let facts = try? reader.facts(FactQuery(kinds: [.publish]))
        else { return [:] }
        var digests: [Document.Kind: String] = [:]
        for fact in facts {
            if case .publish(let document) = fact.body { digests[document.kind] = document.digest }
        }
        return digests
    }

    /// The first day of what is published now: the plan's own for the first time; afterwards people have to say it,
    /// since a changed plan or roster that took hold of past days unasked would rewrite them.
    private static func firstDay(
        _ arguments: Arguments, _ plan: Plan, changed: some Collection<Document.Kind>,
        again published: [Document.Kind: String], _ context: Context
    ) throws(CommandError) -> LocalDate {
        if let text = arguments["--from"] {
            let today = plan.zone.local(at: context.now).date
            guard let range = DateWords.range(text, today: today) else {
                throw .usage(.badValue(option: "--from", value: text, expected: DateWords.expected))
            }
            return range.lowerBound
        }
        let rewritten = [Document.Kind.plan, .roster].filter { changed.contains($0) && published[$0] != nil }
        guard rewritten.isEmpty else {
            let files = rewritten.map(\.fileName).joined(separator: ", ")
            throw .failed(
                .usage,
                Phrase(
                    "\(files) changed: say from which day that holds, as in --from 2026-10-01.",
                    "\(files) 有改动：请说明从哪天起生效，例如 --from 2026-10-01。"))
        }
        return plan.from
    }
}
