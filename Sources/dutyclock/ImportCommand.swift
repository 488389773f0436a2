import AttendanceModel
import EventLog
import Reports
import Service
import TextCodec
import Timetable
import WireFormats

/// `dutyclock import`: takes what machines wrote to a stick into the log.
enum ImportCommand: Command {
    static let name = "import"
    static let summary = Phrase("read machines' exports from a stick", "导入考勤机U盘导出的文件")
    static let usage = "FILE|FOLDER … [--machine NAME] [--complete-until TIME]"
    static let options = [
        Option(
            "--machine", value: "NAME",
            help: Phrase(
                "which machine wrote it (device of devices.csv)", "由哪台考勤机写出（devices.csv 中的名称）")),
        Option(
            "--replaced", value: "DATE",
            help: Phrase(
                "it is of a new device, which stands there since DATE", "文件出自新换的设备，自该日起在此使用")),
        Option(
            "--complete-until", value: "TIME",
            help: Phrase(
                "nothing is missing before this time of the machine's clock",
                "此时刻（按考勤机时钟）以前的数据已齐全")),
        Option(
            "--date-order", value: "dmy|mdy",
            help: Phrase(
                "what stands first in its dates, day or month, if they do not show it", "日期中日在前还是月在前（文件看不出时）")),
        Option(
            "--anyway",
            help: Phrase(
                "it is this machine's, whatever its rows look like", "确是这台考勤机的文件，无论记录看起来如何")),
    ]
    static let examples = [
        (
            "dutyclock import /media/stick/1_attlog.dat --machine east",
            Phrase("what machine “east” wrote", "考勤机 east 写出的文件")
        ),
        (
            "dutyclock import 1_attlog.dat --machine east --complete-until '2026-09-30 18:00'",
            Phrase("the machine was asked at 18:00, after its last punch", "18:00 导出，最后一次打卡之后也已齐全")
        ),
        (
            "dutyclock import /media/stick",
            Phrase("a whole stick, if its files tell their machines by serial number", "整个 U 盘（文件里有序列号，可认出考勤机）")
        ),
        (
            "dutyclock import AGL_001.TXT --machine east --replaced 2026-09-01",
            Phrase("a new device stands there since September 1", "9 月 1 日起换了新机")
        ),
    ]

    static func appendix(in language: Language) -> String {
        let text = Phrase(
            """

            Read: ZK attlog.dat, lists with a header (AGL, GLG, ALOG), Anviz BAK.KQ; told by content, never by name.
            The machine is told by you or by the serial number in the file; else import stops and asks.
            Exit status 0: all that the machine wrote is in the log. 65: what was whole is in the log, but rows or
            files were not taken, or the machine's file is not complete; each is listed with its reason.

            """,
            """

            可读：中控 attlog.dat、带表头的记录（AGL、GLG、ALOG）、安威士 BAK.KQ；按内容识别，不看文件名。
            考勤机由您指定，或由文件里的序列号认出；否则停下来询问。
            退出状态 0：考勤机写出的内容已全部入库。65：完整的记录已入库，但有的行或文件未导入，或文件没有写完；均逐条列出原因。

            """)
        return text.text(in: language)
    }

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        guard !arguments.operands.isEmpty else {
            throw .usage(.missingOperand(Phrase("the export file", "导出文件")))
        }
        let wish = try ImportWish(arguments)
        let school = try Self.school(arguments, context)
        try checkMachine(wish.answers.machine, school)
        let list = try ExportList(arguments.operands)
        var run = ImportRun(wish: wish, school: school, context: context)
        for item in list.items { try run.take(item, isOnly: list.items.count == 1 && !item.isFound) }
        run.skip(list.skipped)
        try run.end()
    }

    /// What was published so far; nil where there is no log yet.
    private static func school(_ arguments: Arguments, _ context: Context) throws(CommandError) -> School? {
        do {
            return try School(arguments, in: context)
        } catch .failed(.noInput, _) {
            return nil
        } catch {
            throw error
        }
    }

    private static func checkMachine(_ machine: DeviceID?, _ school: School?) throws(CommandError) {
        guard let machine, let devices = school?.book.devices, !devices.isEmpty else { return }
        let list = School.machines(of: devices).map(\.text).joined(separator: ", ")
        guard let row = devices.first(where: { $0.device == machine }) else {
            throw .failed(
                .data,
                Phrase(
                    "There is no machine “\(machine)” in devices.csv (\(list)): add it and publish first.",
                    "devices.csv 里没有考勤机“\(machine)”（现有：\(list)）：请先加入并发布。"))
        }
        guard !row.isReader else {
            throw .failed(
                .data,
                Phrase(
                    "“\(machine)” is a reader, which writes no files: say which machine wrote it (\(list)).",
                    "“\(machine)”是读卡器，不会写出文件：请说明是哪台考勤机（\(list)）。"))
        }
    }
}

/// What the person importing says of the files.
struct ImportWish {
    let answers: ImportIdentity.Answers
    let completeUntil: LocalDateTime?
    let dates: DateOrder?

    init(_ arguments: Arguments) throws(CommandError) {
        var answers = ImportIdentity.Answers(
            machine: arguments["--machine"].map { DeviceID($0) }, anyway: arguments.has("--anyway"))
        if let text = arguments["--replaced"] {
            guard let date = TimeText.date(text) else {
                throw .usage(
                    .badValue(option: "--replaced", value: text, expected: Phrase("“2026-09-01”", "“2026-09-01”")))
            }
            guard answers.machine != nil else {
                throw .usage(.missingOperand(Phrase("--machine, beside --replaced,", "--replaced 所需的 --machine")))
            }
            answers.replaced = date
        }
        self.answers = answers
        var completeUntil: LocalDateTime?
        if let text = arguments["--complete-until"] {
            guard let time = LocalDateTime(text) else {
                throw .usage(
                    .badValue(
                        option: "--complete-until", value: text,
                        expected: Phrase("“2026-09-30 18:00”", "“2026-09-30 18:00”")))
            }
            completeUntil = time
        }
        self.completeUntil = completeUntil
        var dates: DateOrder?
        if let text = arguments["--date-order"] {
            guard let order = DateOrder(rawValue: text) else {
                throw .usage(
                    .badValue(
                        option: "--date-order", value: text, expected: Phrase("dmy, mdy or ymd", " dmy、mdy 或 ymd")))
            }
            // Dates that begin with the year need no answer.
            dates = order == .yearMonthDay ? nil : order
        }
        self.dates = dates
    }
}

extension School {
    /// The zone of a machine's clock when devices.csv gives it one of its own.
    func zone(of device: DeviceID) -> String? {
        book.devices.first { $0.device == device }?.zoneName
    }

    /// Those that write files, in the order of devices.csv.
    static func machines(of devices: [DeviceRow]) -> [DeviceID] {
        devices.filter { !$0.isReader }.map(\.device)
    }
}
