import AttendanceModel
import Reports
import TextCodec
import Timetable

/// The kinds of fact that people record, as the help of `record` lists them.
enum RecordKinds {
    static func table(in language: Language) -> String {
        var table = Table(columns: [
            .init("kind", Phrase("kind", "种类")), .init("chinese", Phrase("or", "中文")),
            .init("needs", Phrase("needs", "必须写")), .init("meaning", Phrase("what the others mean", "其他选项的意思")),
        ])
        for kind in FactKind.allCases where kind.isEntry {
            let columns = TableReader.requiredColumns(of: kind).map { "--\($0)" }.joined(separator: " ")
            table.add([
                .text(kind.word), .text(kind.phrase.chinese), .text(kind == .retract ? "--ref" : columns),
                .phrase(meaning(kind), key: kind.word),
            ])
        }
        let title = Phrase("kinds:", "种类：").text(in: language)
        let lines = table.text(in: language).split(separator: "\n").map { "  \($0)\n" }
        return "\n\(title)\n" + lines.joined()
    }

    private static func meaning(_ kind: FactKind) -> Phrase {
        switch kind {
        case .sign: Phrase("--from: the time on paper; in time without", "--from：纸上的时间；不写即按时")
        case .seen: Phrase("--other: absent, late or present", "--other：缺岗、迟到或在岗")
        case .form: Phrase("--other: the form's name", "--other：表格名称")
        case .attest: Phrase("--from: when; --by: the leader who vouches", "--from：几点；--by：证明的领导")
        case .leave: Phrase("--from, --to: part of the day; all day without", "--from、--to：一天中的一段；不写即全天")
        case .cover: Phrase("--other: who takes the duty", "--other：代班人")
        case .swap: Phrase("--other: with whom; --to: the date of that duty", "--other：与谁换；--to：对方值班的日期")
        case .rain: Phrase("--from: declared when; --other off: revoked", "--from：何时宣布；--other 取消：撤销")
        case .closure: Phrase("--from: closed from then on; all day without", "--from：从几点起停课；不写即全天")
        case .outage: Phrase("--other: the machine; --from, --to", "--other：考勤机；--from、--to：起止")
        case .order: Phrase("--from, --to: overtime ordered", "--from、--to：安排的加班时间")
        case .clock:
            Phrase(
                "--other: the machine; --from: true time; --to: seconds it is ahead",
                "--other：考勤机；--from：准确时间；--to：快多少秒")
        case .ruling:
            Phrase(
                "--other: met, excused, late, early, short or missing; --to: who signed in the person's place",
                "--other：合格、免责、迟到、早退、不足或缺勤；--to：代签人")
        case .retract: Phrase("--ref: the fact's number, see dutyclock log", "--ref：记录编号，见 dutyclock log")
        case .sheet: Phrase("the sheet of that day and duty is entered in full", "当天该岗位的签到表已录完")
        case .complete: Phrase("--other: the machine; --from: until when", "--other：考勤机；--from：到几点")
        case .card:
            Phrase(
                "--other: the card, or MACHINE/ID; --as: issued, temporary, lost, found or returned; --from, --to: since "
                    + "and until when; easier with dutyclock enrol",
                "--other：卡号，或 考勤机/机内编号；--as：启用、临时、挂失、找回或交回；--from、--to：起止时间；更方便：dutyclock enrol")
        case .reader:
            Phrase(
                "--other: the reader; --as: how it writes card numbers; easier with dutyclock enrol --teach",
                "--other：读卡器；--as：卡号格式；更方便：dutyclock enrol --teach")
        case .handover:
            Phrase(
                "--other: guardian or who takes them; --count: how many", "--other：家长或接手的人；--count：人数")
        case .headcount: Phrase("--post: the group or place; --count: how many are there", "--post：班组或地点；--count：在场人数")
        case .approval: Phrase("--by: the authority; --reason: its letter", "--by：批复机关；--reason：文号")
        case .objection:
            Phrase(
                "--duty: all of the day without; or --ref --by --reason: an answer",
                "--duty：不写即全天；或 --ref --by --reason：答复")
        case .genesis, .punch, .publish, .session, .imported, .machine, .notice, .close: Phrase("", "")
        }
    }
}
