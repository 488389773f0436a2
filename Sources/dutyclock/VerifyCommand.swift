import EventLog
import Evidence
import Reports

/// `dutyclock verify`: recomputes everything the log states about itself.
enum VerifyCommand: Command {
    static let name = "verify"
    static let summary = Phrase("prove that no stored fact was changed", "验证日志没有被改动")
    static let usage = "[--checkpoint LINE]"
    static let options = [
        Option(
            "--checkpoint", value: "LINE",
            help: Phrase(
                "a checkpoint kept from before, which the log must still contain",
                "以前保存的校验行，日志必须仍与之相符"))
    ]
    static let examples = [
        ("dutyclock verify", Phrase("check the whole log", "检查整个日志")),
        (
            "dutyclock verify --checkpoint 'dutyclock/6f… 1204 mV…='",
            Phrase("against the line printed on last month's notice", "与上月公示上印的校验行核对")
        ),
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if let word = arguments.operands.first { throw .usage(.tooManyOperands(word)) }
        var expected: Checkpoint?
        if let line = arguments["--checkpoint"] {
            guard let checkpoint = Checkpoint(line) else {
                throw .usage(
                    .badValue(
                        option: "--checkpoint", value: line,
                        expected: Phrase("a line printed by dutyclock verify", "dutyclock verify 打印过的一行")))
            }
            expected = checkpoint
        }
        let verification: Verification
        do {
            verification = try Verifier.verify(directory: context.dataDirectory, expected: expected) { done, all in
                let percent = all == 0 ? 100 : done * 100 / all
                context.terminal.progress("verify \(percent) %")
            }
            context.terminal.progress("")
        } catch {
            throw CommandError(error)
        }
        guard verification.isWhole, let checkpoint = verification.checkpoint else {
            for finding in verification.findings { context.say(phrase(finding)) }
            throw .failed(
                .data,
                Phrase(
                    "The log is not as it was written; findings: \(verification.findings.count). Keep the files.",
                    "日志与写入时不符：\(verification.findings.count) 处。请保留文件。"))
        }
        if context.format != .text {
            var table = Table(columns: [
                .init("facts", Phrase("facts", "记录"), .right), .init("checkpoint", Phrase("checkpoint", "校验行")),
            ])
            table.add([.number(verification.size), .text("\(checkpoint)")])
            return context.show(table)
        }
        context.say(
            Phrase(
                "\(verification.size) facts, every one as it was written.",
                "\(verification.size) 条记录，与写入时完全一致。"))
        context.terminal.write("\(checkpoint)\n")
    }

    private static func phrase(_ finding: Verification.Finding) -> Phrase {
        switch finding {
        case .structure(let detail):
            Phrase("the database file is damaged: \(detail)", "数据库文件损坏：\(detail)")
        case .schema(let name, let problem):
            Phrase("the protection “\(name)” of the log was changed: \(problem)", "日志的保护「\(name)」被改动：\(problem)")
        case .gap(let seq): Phrase("fact #\(seq) is missing", "缺少记录 #\(seq)")
        case .altered(let seq, let what):
            Phrase("fact #\(seq) was changed (\(what))", "记录 #\(seq) 被改动（\(what)）")
        case .block(let seqs, let problem):
            Phrase(
                "facts #\(seqs.lowerBound)–#\(seqs.upperBound - 1) do not match their stored root: \(problem)",
                "记录 #\(seqs.lowerBound)–#\(seqs.upperBound - 1) 与保存的树根不符：\(problem)")
        case .checkpoint(let problem):
            Phrase("the log does not match the checkpoint: \(problem)", "日志与校验行不符：\(problem)")
        }
    }
}
