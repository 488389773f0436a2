import Adoption
import AttendanceModel
import Reports
import TextCodec
import Timetable

/// What `adopt` says: what it understood, what is open, and what would happen or has happened.
struct AdoptReport {
    let folder: AnswersFolder
    let understanding: Understanding
    let others: [AdoptSurvey.Other]
    let answers: AdoptionAnswers
    let findings: [AnswerFinding]
    /// Nil while something is open.
    var plan: AdoptionPlan?
    /// Nil until it was done.
    var done: AdoptWork.Result?

    private static let linesShown = 12

    func show(in context: Context) {
        switch context.format {
        case .json: context.terminal.write(json.text + "\n")
        case .csv, .html: context.show(table)
        case .text:
            showFiles(in: context)
            context.show(table)
            for machine in understanding.machines { showRemarks(of: machine, in: context) }
            showFindings(in: context)
            showNext(in: context)
        }
    }

    /// Every question and error with its place.
    func showFindings(in context: Context) {
        guard context.format == .text else { return }
        for finding in findings.prefix(Self.linesShown * 2) { context.say(finding.phrase(in: folder.path)) }
        let more = findings.count - Self.linesShown * 2
        if more > 0 { context.say(Phrase("… and \(more) more", "……另有 \(more) 处")) }
    }

    private func showFiles(in context: Context) {
        let files = understanding.files
        let rows = files.reduce(0) { $0 + $1.rows }
        let new = understanding.machines.reduce(0) { $0 + $1.rows }
        context.say(
            Phrase(
                "\(files.count) exports of \(understanding.machines.count) machines: \(rows) rows, \(new) different ones",
                "\(files.count) 个导出文件，\(understanding.machines.count) 台考勤机：共 \(rows) 行，不重复的 \(new) 行"))
        for other in others where other.isExport {
            context.say(
                Phrase(
                    "  not taken: \(other.path): \(other.reason.english)", "  不导入：\(other.path)：\(other.reason.chinese)"
                ))
        }
        let strange = others.count { !$0.isExport }
        if strange > 0 {
            context.say(
                Phrase("  passed over, no exports: \(strange) files", "  略过 \(strange) 个不是导出的文件"))
        }
    }

    private var table: Table {
        var table = Table(columns: [
            .init("found", Phrase("found", "归属")), .init("machine", Phrase("machine", "考勤机")),
            .init("number", Phrase("number", "机号")), .init("serial", Phrase("serial", "序列号")),
            .init("files", Phrase("files", "文件"), .right), .init("rows", Phrase("rows", "行数"), .right),
            .init("ids", Phrase("ids", "编号"), .right), .init("first", Phrase("first", "最早")),
            .init("last", Phrase("last", "最晚")),
        ])
        for machine in understanding.machines {
            table.add([
                .text(machine.label), .text(name(of: machine)), .text(machine.numbers.joined(separator: " ")),
                .text(machine.serials.joined(separator: " ")), .number(Int64(machine.files.count)),
                .number(Int64(machine.rows)), .number(Int64(machine.ids.count)),
                .text(machine.first?.description ?? ""), .text(machine.last?.description ?? ""),
            ])
        }
        return table
    }

    private func name(of machine: FoundMachine) -> String {
        switch answers.machines[machine.label] {
        case .said(.called(let device, _)): device.text
        case .said(.skipped): "skip"
        case .ask, nil: "ask"
        }
    }

    // MARK: Remarks

    private func showRemarks(of machine: FoundMachine, in context: Context) {
        var remarks: [Phrase] = []
        let damaged = machine.files.map { understanding.files[$0] }.filter { $0.refused > 0 }
        if !damaged.isEmpty {
            let lines = damaged.reduce(0) { $0 + $1.refused }
            remarks.append(
                Phrase(
                    "\(lines) lines of \(damaged.count) files are no rows: see files.csv",
                    "\(damaged.count) 个文件中有 \(lines) 行不是打卡记录：见 files.csv"))
        }
        let copies = zip(machine.files, machine.newRows).filter { $1 == 0 }.map { understanding.files[$0.0].fileName }
        if !copies.isEmpty {
            let names = copies.prefix(4).joined(separator: ", ") + (copies.count > 4 ? " …" : "")
            remarks.append(
                Phrase(
                    "\(copies.count) files bring nothing that others have not: \(names)",
                    "\(copies.count) 个文件没有新的内容：\(names)"))
        }
        if machine.impossible > 0 {
            remarks.append(
                Phrase(
                    "\(machine.impossible) rows have dates that cannot be true: kept, judged by nothing",
                    "\(machine.impossible) 行日期不可能属实：只保存，不判定"))
        }
        for gap in machine.gaps where gap.isAlone || gap.schoolDays ?? 0 >= 5 { remarks.append(gap.phrase) }
        remarks += machine.shifts.map { shift in
            let days = "\(shift.days.lowerBound)..\(shift.days.upperBound)"
            return Phrase("\(days): \(shift.saying.english)", "\(days)：\(shift.saying.chinese)")
        }
        remarks += machine.runs.filter(\.isLarge).map { Phrase($0.saying.english, $0.saying.chinese) }
        remarks += machine.ids.compactMap { id in
            id.change.map { Phrase("id \(id.id): \($0.saying.english)", "编号 \(id.id)：\($0.saying.chinese)") }
        }
        guard !remarks.isEmpty else { return }
        context.say(Phrase(verbatim: "\(machine.label):"))
        for remark in remarks.prefix(Self.linesShown) { context.say(Phrase(verbatim: "  ") + remark) }
        if remarks.count > Self.linesShown {
            let more = remarks.count - Self.linesShown
            context.say(
                Phrase(
                    "  … and \(more) more: see \(folder.path)/clocks.csv and ids.csv",
                    "  ……另有 \(more) 处，见 \(folder.path)/clocks.csv 和 ids.csv"))
        }
    }

    private func showNext(in context: Context) {
        if let done { return showDone(done, in: context) }
        let questions = findings.count { $0.severity == .question }
        guard let plan else {
            context.say(
                Phrase(
                    "Nothing was written to the log. Open questions: \(questions). Answer them in \(folder.path), "
                        + "then run dutyclock adopt --answers \(folder.path) again.",
                    "没有写入日志。还有 \(questions) 个问题：请在 \(folder.path) 里填写，"
                        + "再运行 dutyclock adopt --answers \(folder.path)。"))
            return
        }
        let people = Set(plan.cards.map(\.person)).count
        context.say(
            Phrase(
                "All is answered. Would import \(plan.imports.count) files, leave out \(plan.leftOut.count), name "
                    + "\(plan.cards.count) ids of \(people) persons, correct clocks in \(plan.clocks.count / 4) stretches, "
                    + "and judge from \(plan.from) on. To do it, say --go.",
                "全部问题已回答。将导入 \(plan.imports.count) 个文件（另有 \(plan.leftOut.count) 个不导入），"
                    + "把 \(plan.cards.count) 个编号对到 \(people) 人，更正 \(plan.clocks.count / 4) 段时钟，"
                    + "从 \(plan.from) 起判定。确认执行请加 --go。"))
    }

    private func showDone(_ done: AdoptWork.Result, in context: Context) {
        context.say(
            Phrase(
                "Imported: \(done.added) new punches, \(done.known) known already, \(done.refused) refused lines; "
                    + "dates that cannot be true: \(done.impossible); facts on clocks: \(done.clocks), on ids: \(done.cards).",
                "已导入：新增 \(done.added) 条打卡，已有 \(done.known) 条，拒收 \(done.refused) 行；"
                    + "日期不可能属实 \(done.impossible) 条；时钟记录 \(done.clocks) 条，编号记录 \(done.cards) 条。"))
        for path in done.extended {
            context.say(Phrase("Extended: \(path)", "已补充：\(path)"))
        }
        if let plan {
            context.say(
                Phrase(
                    "Published; duties are judged from \(plan.from) on, older punches are kept and judged by nothing.",
                    "已发布；从 \(plan.from) 起判定，更早的打卡只保存，不判定。"))
        }
    }
}

extension FoundMachine.Gap {
    /// What is missing, and how that is known.
    var phrase: Phrase {
        let range = "\(days.lowerBound)..\(days.upperBound)"
        var english = "\(range): no rows"
        var chinese = "\(range)：没有记录"
        if let schoolDays {
            english += " on \(schoolDays) school days"
            chinese += "，其中 \(schoolDays) 个上课日"
        }
        if isAlone {
            english += ", while other machines went on"
            chinese += "，而别的考勤机有记录"
        }
        return Phrase(english, chinese)
    }
}
