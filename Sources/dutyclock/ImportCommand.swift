import AttendanceModel
import Glibc
import Reports
import Runtime
import Service
import TextCodec
import Timetable

/// `dutyclock import`: takes what a machine wrote to a stick into the log.
enum ImportCommand: Command {
    static let name = "import"
    static let summary = Phrase("read a machine's export from its stick", "导入考勤机U盘导出的文件")
    static let usage = "FILE … [--machine NAME] [--complete-until TIME]"
    static let options = [
        Option(
            "--machine", value: "NAME",
            help: Phrase(
                "which machine wrote it (device of devices.csv)", "由哪台考勤机写出（devices.csv 中的名称）")),
        Option(
            "--complete-until", value: "TIME",
            help: Phrase(
                "nothing is missing before this time of the machine's clock",
                "此时刻（按考勤机时钟）以前的数据已齐全")),
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
    ]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        guard !arguments.operands.isEmpty else {
            throw .usage(.missingOperand(Phrase("the export file", "导出文件")))
        }
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
        for path in arguments.operands { try FileText.requireFile(path) }
        let school = try Self.school(arguments, context)
        let connection: OwnerConnection
        do {
            connection = try OwnerConnection(dataDirectory: context.dataDirectory)
        } catch {
            throw CommandError(error)
        }
        for path in arguments.operands {
            let machine = try Self.machine(of: path, arguments["--machine"], school)
            let zone = school?.zone(of: machine) ?? school?.zone.name ?? Configuration.defaultZone
            let request = ImportRequest(
                device: machine, fileName: fileName(path), zone: zone,
                fileDate: modificationTime(of: path, zone: zone), completeUntil: completeUntil)
            let outcome: ImportOutcome
            do {
                outcome = try connection.importFile(at: path, request) { progress in
                    let percent = progress.bytesTotal == 0 ? 100 : progress.bytesDone * 100 / progress.bytesTotal
                    context.terminal.progress("\(request.fileName) \(percent) %")
                }
            } catch {
                context.terminal.progress("")
                throw CommandError(error)
            }
            context.terminal.progress("")
            report(outcome, request, context)
        }
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

    /// The machine that the person names, else the one that the file's name begins with, if devices.csv has it.
    ///
    /// A number in a file's name is no proof: two machines may both call themselves 1, so an unknown one is asked for.
    private static func machine(
        of path: String, _ named: String?, _ school: School?
    ) throws(CommandError) -> DeviceID {
        let known = school?.book.devices.map(\.device) ?? []
        let list = known.map(\.text).joined(separator: ", ")
        if let named {
            guard known.isEmpty || known.contains(DeviceID(named)) else {
                throw .failed(
                    .data,
                    Phrase(
                        "There is no machine “\(named)” in devices.csv (\(list)): add it and publish first.",
                        "devices.csv 里没有考勤机“\(named)”（现有：\(list)）：请先加入并发布。"))
            }
            if school?.book.devices.first(where: { $0.device == DeviceID(named) })?.isReader == true {
                throw .failed(
                    .data,
                    Phrase(
                        "“\(named)” is a reader, which writes no files: say which machine wrote it (\(list)).",
                        "“\(named)”是读卡器，不会写出文件：请说明是哪台考勤机（\(list)）。"))
            }
            return DeviceID(named)
        }
        let prefix = fileName(path).split(separator: "_").first.map(String.init) ?? ""
        if known.contains(DeviceID(prefix)) { return DeviceID(prefix) }
        throw .failed(
            .data,
            Phrase(
                "\(path): which machine wrote this file? Say --machine NAME\(list.isEmpty ? "" : " (\(list))").",
                "\(path)：这是哪台考勤机的文件？请加 --machine 名称\(list.isEmpty ? "" : "（\(list)）")。"))
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// When the file was last written, on the machine's wall clock.
    private static func modificationTime(of path: String, zone name: String) -> LocalDateTime? {
        let zone = ZoneRules(fixedOffset: name) ?? (try? ZoneRules.system(named: name))
        var information = stat()
        // SAFETY: `stat` fills the structure that outlives the call.
        guard let zone, unsafe stat(path, &information) == 0 else { return nil }
        return zone.local(at: Instant(seconds: Int64(information.st_mtim.tv_sec)))
    }

    private static func report(_ outcome: ImportOutcome, _ request: ImportRequest, _ context: Context) {
        let counts = outcome.counts
        if context.format == .json {
            context.terminal.write(json(outcome, request).text + "\n")
            return
        }
        context.say(
            Phrase(
                "\(request.fileName) (machine \(request.device)): \(counts.added) new, \(counts.known) already known, "
                    + "\(counts.refused) refused",
                "\(request.fileName)（考勤机 \(request.device)）：新增 \(counts.added)，已有 \(counts.known)，"
                    + "拒收 \(counts.refused)"))
        if let first = outcome.firstRow, let last = outcome.lastRow {
            context.say(Phrase("  from \(first) to \(last)", "  从 \(first) 到 \(last)"))
        }
        if let until = outcome.completeUntil {
            let isFileDate = request.completeUntil == nil && until != outcome.lastRow
            let source =
                isFileDate
                ? Phrase(
                    " by the file's date; a copy may be younger than the export: then say --complete-until",
                    "（按文件日期；如是后来复制的文件，请用 --complete-until 说明）") : Phrase(verbatim: "")
            context.say(Phrase("  complete until \(until)", "  数据齐全至 \(until)") + source)
        }
        if outcome.impossibleTimes > 0 {
            context.say(
                Phrase(
                    "  \(outcome.impossibleTimes) rows have a time that cannot be true: kept, see duties --strays",
                    "  \(outcome.impossibleTimes) 行时间不可能属实：已保存，见 duties --strays"))
        }
        for refusal in outcome.refusals {
            context.say(
                Phrase(
                    "  \(request.fileName):\(refusal.line): \(refusal.reason)",
                    "  \(request.fileName):\(refusal.line)：\(refusal.chinese)"))
        }
        if counts.refused > Int64(outcome.refusals.count) {
            let more = counts.refused - Int64(outcome.refusals.count)
            context.say(Phrase("  … and \(more) more", "  ……另有 \(more) 行"))
        }
        if let serial = outcome.serialNumber {
            context.say(Phrase("  The machine's serial number is \(serial).", "  考勤机序列号为 \(serial)。"))
        }
        if outcome.endsEarly {
            context.say(
                Phrase(
                    "  The file ends before the machine was done: export again, and keep the stick in until the "
                        + "machine says so.",
                    "  文件没有写完：请重新导出，等考勤机提示完成后再拔 U 盘。"))
        }
    }

    private static func json(_ outcome: ImportOutcome, _ request: ImportRequest) -> JSONValue {
        .object([
            JSONMember("schema", .integer(1)), JSONMember("file", .string(request.fileName)),
            JSONMember("machine", .string(request.device.text)), JSONMember("format", .string(outcome.format)),
            JSONMember("added", .integer(outcome.counts.added)), JSONMember("known", .integer(outcome.counts.known)),
            JSONMember("refused", .integer(outcome.counts.refused)),
            JSONMember("until", outcome.completeUntil.map { .string($0.description) } ?? .null),
            JSONMember(
                "refusals",
                .array(
                    outcome.refusals.map {
                        .object([JSONMember("line", .integer($0.line)), JSONMember("reason", .string($0.reason))])
                    })),
        ])
    }
}

extension School {
    /// The zone of a machine's clock when devices.csv gives it one of its own.
    func zone(of device: DeviceID) -> String? {
        book.devices.first { $0.device == device }?.zoneName
    }
}
