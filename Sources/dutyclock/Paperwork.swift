import AttendanceModel
import Evidence
import Reconciler
import Reports
import Timetable

/// What the commands share that make a document: where it goes, in which format, about which dates.
enum Paperwork {
    static let output = Option(
        "--output", value: "FILE",
        help: Phrase(
            "write this file, all of it or nothing; its ending (.html, .csv, .json, .txt) gives the format",
            "写入此文件（要么完整，要么不写）；扩展名 .html、.csv、.json、.txt 决定格式"))

    /// Writes the document to `--output` or to standard output.
    static func deliver(_ paper: Paper, _ arguments: Arguments, in context: Context) throws(CommandError) {
        guard let path = arguments["--output"] else {
            context.terminal.write(paper.rendered(as: context.format, in: context.language))
            return
        }
        let format = try format(arguments, in: context)
        try FileText.replace(path, with: Array(paper.rendered(as: format, in: context.language).utf8))
        context.remark(Phrase("\(path) is written.", "已写入 \(path)。"))
    }

    /// That of `--format`, else by the ending of `--output`. Another ending is refused: Excel and Word would complain of
    /// a file that is not what its name says.
    static func format(_ arguments: Arguments, in context: Context) throws(CommandError) -> OutputFormat {
        guard let path = arguments["--output"], arguments["--format"] == nil else { return context.format }
        let name = FileText.name(path)
        guard let dot = name.lastIndex(of: ".") else { return context.format }
        switch name[dot...].lowercased() {
        case ".html", ".htm": return .html
        case ".csv": return .csv
        case ".json", ".jsonl": return .json
        case ".txt": return .text
        default:
            throw .usage(
                .badValue(
                    option: "--output", value: path,
                    expected: Phrase(
                        "a name that ends in .html (to print), .csv (for Excel), .json or .txt",
                        "以 .html（打印）、.csv（Excel）、.json 或 .txt 结尾的文件名")))
        }
    }

    /// The dates of the operand, or `standard`; more operands are refused.
    static func dates(
        _ arguments: Arguments, _ school: School, _ context: Context, standard: ClosedRange<LocalDate>
    ) throws(CommandError) -> ClosedRange<LocalDate> {
        if arguments.operands.count > 1 { throw .usage(.tooManyOperands(arguments.operands[1])) }
        return try school.dates(arguments.operands.first, in: context, standard: standard)
    }
}

extension School {
    /// What documents about `dates` are made from.
    func papers(for dates: ClosedRange<LocalDate>, in context: Context) throws(CommandError) -> PaperSource {
        let ledger = try ledger(for: dates, in: context)
        return PaperSource(ledger, book: book, dates: dates, checkpoint: try checkpoint().description)
    }

    /// The one duty that an operand or option names by id or name.
    func duty(_ text: String, option: String) throws(CommandError) -> Duty {
        let duties = book.plans.flatMap(\.duties)
        guard let duty = duties.last(where: { $0.id.text == text || $0.name == text }) else {
            let known = Set(duties.map { "\($0.id)(\($0.name))" }).sorted().joined(separator: ", ")
            throw .usage(
                .badValue(option: option, value: text, expected: Phrase("one of \(known)", "其中之一：\(known)")))
        }
        return duty
    }
}
