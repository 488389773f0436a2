import AttendanceModel
import EventLog
import Glibc
import Reports
import Runtime
import Service
import TextCodec
import Timetable

/// `dutyclock demo`: a school day on simulated hardware, with the real daemon, log and reconciler.
enum DemoCommand: Command {
    static let name = "demo"
    static let summary = Phrase("a school day on simulated hardware", "用模拟硬件演示一个上学日")
    static let usage = ""
    static let options: [Option] = []
    static let examples = [("dutyclock demo --lang zh", Phrase("in Chinese", "用中文演示"))]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if let word = arguments.operands.first { throw .usage(.tooManyOperands(word)) }
        let zone: ZoneRules
        do {
            zone = try .system(named: Configuration.defaultZone)
        } catch {
            throw .failed(.unavailable, Phrase("\(error.description)", "\(error.description)"))
        }
        let opening = LocalDateTime(DemoDay.date, LocalTime(hour: 6, minute: 30) ?? .midnight)
        let station = try DemoStation(zone: zone, starting: opening)
        let show = DemoShow(station: station, zone: zone, context: context)
        defer { station.end() }
        try show.play()
    }
}

/// What the demo tells and shows, in order; every answer is that of the command printed before it.
struct DemoShow {
    let station: DemoStation
    let zone: ZoneRules
    let context: Context

    func play() throws(CommandError) {
        headline(Phrase("1  A school publishes its plan", "1  学校发布方案"))
        try station.waitForFacts(1)
        let plan = station.folder + "/plan"
        try run(InitCommand.self, [plan, "--sample"], silently: true)
        try run(CheckCommand.self, [plan])
        try run(PublishCommand.self, [plan, "--from", DemoDay.date.description])

        headline(
            Phrase(
                "2  Wednesday 16 September: cards at two readers, notes of the office",
                "2  九月十六日（周三）：两台读卡器实时打卡，办公室登记"))
        try live()

        headline(Phrase("3  That evening: what is still missing, and from whom", "3  当天傍晚：还缺什么、由谁处理"))
        station.now(DemoDay.evening)
        try run(DutiesCommand.self, [DemoDay.date.description, "--pending"])

        headline(
            Phrase(
                "4  Next morning: the stick of the machine at the gate, read twice", "4  次日早上：大门口考勤机的U盘，导入两次"))
        station.now(DemoDay.stickArrives)
        try stick()

        headline(Phrase("5  The office types the signature sheet", "5  办公室录入签到表"))
        try paper()

        headline(Phrase("6  Who kept which duty", "6  谁到岗、谁没到岗"))
        station.now(DemoDay.asked)
        try run(DutiesCommand.self, [DemoDay.date.description])

        headline(Phrase("7  Why does 王芳 lose the day?", "7  王芳当天为什么作废？"))
        try run(ExplainCommand.self, ["王芳", DemoDay.date.description, "morning"])

        headline(Phrase("8  What September earns so far", "8  九月至今的课时和补助"))
        try run(TotalsCommand.self, ["2026-09"])

        headline(Phrase("9  Is every fact as it was written?", "9  每一条记录都与写入时一致吗？"))
        try run(VerifyCommand.self, [])
    }

    private func headline(_ phrase: Phrase) {
        context.terminal.write("\n== \(phrase.text(in: context.language))\n")
    }

    /// The punches of the day: each goes over the wire, and is shown once it can be read back from the log.
    private func live() throws(CommandError) {
        var size = station.size()
        var seen = size
        for moment in DemoDay.live {
            station.now(moment.time)
            switch moment.event {
            case .tap(let reader, let card): try station.tap(reader, card: card)
            case .record(let row, let meaning):
                try record("kind,date,duty,post,from,to,person,other,by,reason\n" + row + "\n", kind: nil)
                context.terminal.write("  \(moment.time.time)  \(meaning.text(in: context.language))\n")
            }
            size += 1
            try station.waitForFacts(size)
            if case .tap = moment.event { try showNewest(from: seen) }
            seen = size
            pace()
        }
    }

    private func showNewest(from seq: Int64) throws(CommandError) {
        let school = try School(Arguments([], options: []), in: inner)
        let table = FactTable(names: school.names, zone: zone, holder: school.holder)
        for fact in try School.facts(school.reader, FactQuery(seqs: seq..<Int64.max)) {
            guard case .punch(let punch) = fact.body, let at = fact.at else { continue }
            let cells = table.row(fact).map { $0.text(in: context.language) }
            context.terminal.write(
                "  \(zone.local(at: at).time)  \(cells[3])  \(punch.credential.displayed) @ \(fact.source)  #\(fact.seq)\n"
            )
        }
    }

    private func stick() throws(CommandError) {
        let path = station.folder + "/1_attlog.dat"
        try FileText.write(DemoDay.stickFile, to: path)
        station.date(path, DemoDay.stickArrives)
        let options = [path, "--machine", "gate", "--complete-until", DemoDay.stickArrives.description]
        try run(ImportCommand.self, options)
        try run(ImportCommand.self, options)
    }

    private func paper() throws(CommandError) {
        station.now(DemoDay.sheetTyped)
        let sheet = station.folder + "/签到.csv"
        try FileText.write(Array(DemoDay.sheet.utf8), to: sheet)
        try run(RecordCommand.self, ["sign", sheet])
        station.now(DemoDay.formFiled)
        try run(
            RecordCommand.self,
            [
                "form", "--date", DemoDay.date.description, "--duty", "study", "--post", "3-1班", "--other", "看管记录",
                "--by", "T033",
            ])
    }

    private func record(_ table: String, kind: String?) throws(CommandError) {
        let path = station.folder + "/facts.csv"
        try FileText.write(Array(table.utf8), to: path)
        try RecordCommand.run(
            Arguments([path], options: RecordCommand.options), in: inner.silent)
    }

    /// Prints a command as it would be typed, then what it answers.
    private func run(_ command: any Command.Type, _ words: [String], silently: Bool = false) throws(CommandError) {
        if !silently {
            let typed = words.map { $0.hasPrefix(station.folder) ? FileText.name($0) : $0 }
                .map { $0.contains(" ") ? "'\($0)'" : $0 }
            context.terminal.write("$ dutyclock \(([command.name] + typed).joined(separator: " "))\n")
        }
        try command.run(
            Arguments(words, options: command.options + Invocation.globalOptions), in: silently ? inner.silent : inner)
        pace()
    }

    /// The demo's own log and clock in place of the computer's.
    private var inner: Context {
        Context(
            language: context.language, format: .text, dataDirectory: station.dataDirectory,
            terminal: context.terminal, now: Instant(milliseconds: station.clock.now()))
    }

    /// Slow enough to read along on a terminal; at full speed elsewhere.
    private func pace() {
        if context.terminal.isInteractive { usleep(400_000) }
    }
}
