import AttendanceModel
import Reports
import TextCodec
import Timetable

/// `dutyclock enrol`: whose card is whose: by tapping, by number, from the names in machines; lost, found, handed back.
enum EnrolCommand: Command {
    static let name = "enrol"
    static let summary = Phrase("say whose card it is: tap it, or give its number", "登记卡是谁的：刷一下，或写卡号")
    static let usage =
        "WHO [CARD]   |   --unknown   |   --list [WHO]   |   --lost CARD   |   --teach READER [CARD …]   |   --names FILE …"
    static let options = [
        Option("--reader", value: "READER", help: Phrase("only taps at this reader", "只认这台读卡器上的刷卡")),
        Option("--within", value: "SECONDS", help: Phrase("how long to wait for a tap (default 60)", "等待刷卡的秒数（默认 60）")),
        Option(
            "--from", value: "TIME",
            help: Phrase(
                "since when (default: today); moves a card that somebody else has", "从何时起（默认今天）；也用于把别人的卡改发")),
        Option("--to", value: "TIME", help: Phrase("until when (default: until further notice)", "到何时止（默认不限）")),
        Option("--temporary", help: Phrase("lent: until --to, or the end of the day", "临时借用：到 --to，不写即当天结束")),
        Option("--unknown", help: Phrase("cards and machine numbers that are nobody's", "列出无主的卡和机内编号")),
        Option("--list", help: Phrase("who has which card", "列出谁持有哪张卡")),
        Option("--lost", value: "CARD", help: Phrase("reported lost: it counts for nobody", "挂失：此后刷卡无效")),
        Option("--found", value: "CARD", help: Phrase("a lost card is its holder's again", "找回：恢复给原持卡人")),
        Option("--return", value: "CARD", help: Phrase("handed back: nobody has it", "交回：此后不属于任何人")),
        Option(
            "--at", value: "TIME",
            help: Phrase("when it was lost, found or handed back (default: now)", "挂失、找回或交回的时间（默认现在）")),
        Option(
            "--teach", value: "READER",
            help: Phrase("learn how a reader writes numbers, from a known card", "用一张已知的卡校对读卡器的卡号格式")),
        Option(
            "--names", help: Phrase("propose persons from names in user.dat and exports", "按 user.dat 和导出文件中的姓名提出建议")),
        Option("--machine", value: "NAME", help: Phrase("whose files they are (for --names)", "文件来自哪台考勤机（用于 --names）")),
        Option(
            "--accept", value: "all|1,3-5",
            help: Phrase("enrol these proposals; all: those that are certain", "采用这些建议；all：全部确定无疑的")),
        Option("--by", value: "WHO", help: Phrase("whose decision it is", "由谁决定")),
        Option("--reason", value: "TEXT", help: Phrase("why", "原因")),
    ]
    static let examples = [
        ("dutyclock enrol 王芳", Phrase("the next unknown card that is tapped is hers", "接下来刷的新卡就是她的")),
        (
            "dutyclock enrol T012 62E3086CED --from 2026-09-14",
            Phrase("by number; punches since then count", "按卡号登记；此日以来的打卡都算")
        ),
        ("dutyclock enrol 孙强 gate/41", Phrase("number 41 of the machine “gate”", "考勤机 gate 的 41 号")),
        (
            "dutyclock enrol 李岩 0x77B0 --temporary",
            Phrase("lent for today", "今天借用")
        ),
        ("dutyclock enrol --lost 62E3086CED --at 07:00", Phrase("lost this morning", "今早丢失")),
        (
            "dutyclock enrol --teach hall 62E3086CED",
            Phrase("this card was tapped at “hall”, which writes it its own way", "此卡在 hall 上刷过，由此得知该机的格式")
        ),
        (
            "dutyclock enrol --names user.dat --machine gate --accept all",
            Phrase("everybody whose name is certain", "采用全部确定无疑的姓名")
        ),
    ]

    private static let modes = ["--unknown", "--list", "--lost", "--found", "--return", "--teach", "--names"]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let chosen = modes.filter { arguments.has($0) || arguments[$0] != nil }
        guard chosen.count <= 1 else {
            throw .failed(
                .usage,
                Phrase(
                    "\(chosen.joined(separator: " and ")) are two commands: give them one after the other.",
                    "\(chosen.joined(separator: " 和 "))是两件事：请分两次执行。"))
        }
        let desk = try EnrolDesk(arguments, in: context)
        switch chosen.first {
        case "--unknown": try desk.listUnknown()
        case "--list": try desk.listHoldings()
        case "--lost": try desk.change(arguments["--lost"] ?? "", to: .lost)
        case "--found": try desk.change(arguments["--found"] ?? "", to: .found)
        case "--return": try desk.change(arguments["--return"] ?? "", to: .returned)
        case "--teach": try desk.teach(arguments["--teach"] ?? "")
        case "--names": try desk.proposeNames()
        default:
            guard let who = arguments.operands.first else {
                throw .usage(.missingOperand(Phrase("whose card it is", "持卡人")))
            }
            if arguments.operands.count > 2 { throw .usage(.tooManyOperands(arguments.operands[2])) }
            let person = try desk.school.person(who)
            if arguments.operands.count == 2 {
                try desk.give(try desk.card(arguments.operands[1]), to: person)
            } else {
                try desk.tap(for: person)
            }
        }
    }
}
