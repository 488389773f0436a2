package import AttendanceModel
package import TextCodec
import Timetable

/// Writes an answers folder: what was understood, what the school has answered already, and `ask` for the rest.
package struct AnswerWriter {
    private let understanding: Understanding
    private let answers: AdoptionAnswers
    private let proposer: PersonProposer
    private let devices: [DeviceID: [String]]
    private let language: Language

    /// `devices` are the machines of devices.csv with the serial numbers that are known of them.
    package init(
        _ understanding: Understanding, answers: AdoptionAnswers, proposer: PersonProposer,
        devices: [DeviceID: [String]],
        language: Language
    ) {
        self.understanding = understanding
        self.answers = answers
        self.proposer = proposer
        self.devices = devices
        self.language = language
    }

    /// Every table as a CSV text without byte order mark; adopt.json5 is `settings`.
    package func tables() -> [AnswerTable: String] {
        Dictionary(
            uniqueKeysWithValues: AnswerTable.allCases.map { table in
                let rows = [table.header(in: language)] + rows(of: table)
                return (table, rows.map { CSVWriter.row($0, flavour: .excel) }.joined())
            })
    }

    /// Whether something was found for which the folder has no row yet.
    package var hasNews: Bool {
        understanding.files.contains { answers.files[AdoptionAnswers.short($0.digest)] == nil }
            || understanding.machines.contains { machine in
                answers.machines[machine.label] == nil
                    || machine.ids.contains {
                        answers.ids[AdoptionAnswers.IDKey(label: machine.label, id: $0.id)] == nil
                    }
                    || doubts(of: machine).contains { answered($0, machine.label) == nil }
            }
    }

    /// adopt.json5 with what only the school knows left as `"ask"`.
    package static func settings(folders: [String], plan: String?, from: AdoptionAnswers.Answer<LocalDate>) -> String {
        func quoted(_ text: String) -> String { JSONValue.string(text).text }
        let list = folders.map { "    \(quoted($0)),\n" }.joined()
        return """
            {
              adopt: 1,
              // the folders that were looked through / 读过的文件夹
              folders: [
            \(list)  ],
              // the plan folder, with people.csv / 计划文件夹（含 people.csv）
              plan: \(quoted(plan ?? "")),
              // the first day that the plan judges; older punches are kept and judged by nothing
              // 从哪一天起按计划判定；更早的打卡只保存，不判定
              from: \(quoted(from.value.map(\.description) ?? AnswerWord.ask)),
            }

            """
    }

    private func rows(of table: AnswerTable) -> [[String]] {
        switch table {
        case .files: understanding.machines.flatMap(fileRows)
        case .machines: understanding.machines.map(machineRow)
        case .ids: understanding.machines.flatMap(idRows)
        case .clocks: understanding.machines.flatMap(clockRows)
        }
    }

    private func text(_ time: LocalDateTime?) -> String { time?.description ?? "" }

    private func said(_ english: String, _ chinese: String) -> String {
        Saying(english, chinese).text(in: language)
    }

    // MARK: Files

    private func fileRows(_ machine: FoundMachine) -> [[String]] {
        zip(machine.files, machine.newRows).map { index, new in
            let file = understanding.files[index]
            let short = AdoptionAnswers.short(file.digest)
            var dates = file.hasOpenDates ? AnswerWord.ask : ""
            if let order = answers.dateOrders[short] { dates = order.value ?? AnswerWord.ask }
            let found: String = answers.files[short].map { $0 ?? AnswerWord.skip } ?? machine.label
            return [
                file.path, found, dates, file.family, file.number ?? "", file.serial ?? "", String(file.rows),
                String(new), String(file.refused), text(file.first), text(file.last), "#" + short,
                note(file, new: new),
            ]
        }
    }

    private func note(_ file: SurveyedFile, new: Int) -> String {
        var notes: [String] = []
        if new == 0, file.rows > 0 { notes.append(said("all its rows are in other files", "全部行都在别的文件里")) }
        if file.endsEarly { notes.append(said("ends before the machine was done", "没有写完")) }
        if !file.isInOrder { notes.append(said("not in the order of the machine's memory", "不是考勤机存储的顺序")) }
        if file.isRotated { notes.append(said("begins in the middle of the machine's memory", "从考勤机存储的中间开始")) }
        if file.impossible > 0 {
            notes.append(said("\(file.impossible) dates cannot be true", "\(file.impossible) 行日期不可能属实"))
        }
        return notes.joined(separator: language == .chinese ? "；" : "; ")
    }

    // MARK: Machines

    private func machineRow(_ machine: FoundMachine) -> [String] {
        var name = AnswerWord.ask
        var place = ""
        switch answers.machines[machine.label] {
        case .said(.called(let id, let at)): (name, place) = (id.text, at ?? "")
        case .said(.skipped): name = AnswerWord.skip
        case .ask: break
        case nil: name = knownName(machine) ?? AnswerWord.ask
        }
        return [
            machine.label, name, place, machine.serials.joined(separator: " "),
            machine.numbers.joined(separator: " "), String(machine.files.count), String(machine.rows),
            String(machine.ids.count), text(machine.first), text(machine.last), note(machine),
        ]
    }

    /// The machine of devices.csv that has the serial number.
    private func knownName(_ machine: FoundMachine) -> String? {
        let owners = devices.filter { !$0.value.isEmpty && !Set($0.value).isDisjoint(with: machine.serials) }
        return owners.count == 1 ? owners.first?.key.text : nil
    }

    private func note(_ machine: FoundMachine) -> String {
        understanding.maybeOne.filter { $0.later == machine.label }.map { pair in
            said(
                "perhaps \(pair.earlier) under the same number: \(pair.sharedIDs) of \(pair.ids) ids are the same",
                "可能就是 \(pair.earlier)（同一机号）：\(pair.ids) 个编号中有 \(pair.sharedIDs) 个相同")
        }.joined(separator: language == .chinese ? "；" : "; ")
    }

    // MARK: Ids

    private func idRows(_ machine: FoundMachine) -> [[String]] {
        machine.ids.flatMap { id -> [[String]] in
            let proposals = proposer.proposals(for: id, newest: understanding.last)
            func row(_ person: String, _ from: String, _ to: String, _ why: String) -> [String] {
                [
                    machine.label, id.id, person, from, to, id.names.map(\.text).joined(separator: " / "),
                    String(id.rows), String(id.days), text(id.first), text(id.last), why,
                ]
            }
            if let holders = answers.ids[AdoptionAnswers.IDKey(label: machine.label, id: id.id)] {
                return holders.map { holder in
                    let person: String =
                        switch holder.person {
                        case .ask: AnswerWord.ask
                        case .said(let person): person?.text ?? AnswerWord.nobody
                        }
                    return row(person, Self.day(holder.from), Self.day(holder.to), "")
                }
            }
            return proposals.map { proposal in
                let person: String =
                    switch proposal.reason {
                    case .unused: AnswerWord.nobody
                    default: proposal.person?.text ?? AnswerWord.ask
                    }
                var why = proposal.reason.saying.text(in: language)
                if let change = id.change {
                    why += (language == .chinese ? "；" : "; ") + change.saying.text(in: language)
                }
                return row(person, proposal.from?.description ?? "", proposal.to?.description ?? "", why)
            }
        }
    }

    private static func day(_ time: LocalDateTime?) -> String {
        guard let time else { return "" }
        return time.time == .midnight ? time.date.description : time.description
    }

    // MARK: Clocks

    /// A time in which a clock seems to have been wrong, and whether only the school can say.
    private struct Doubt {
        let times: ClosedRange<LocalDateTime>
        let rows: Int
        let what: Saying
        let isQuestion: Bool
    }

    private func doubts(of machine: FoundMachine) -> [Doubt] {
        let shifts = machine.shifts.map { shift in
            Doubt(
                times: LocalDateTime(
                    shift.days.lowerBound, .midnight)...LocalDateTime(
                        shift.days.upperBound, LocalTime(clampingSecondOfDay: 86_399)),
                rows: shift.rows, what: shift.saying, isQuestion: true)
        }
        let runs = machine.runs.compactMap { run -> Doubt? in
            guard let first = run.first, let last = run.last else { return nil }
            return Doubt(
                times: min(first, last)...max(first, last), rows: run.rows, what: run.saying,
                isQuestion: run.isLarge && run.kind != .impossible)
        }
        return (shifts + runs).sorted { ($0.times.lowerBound, $0.rows) < ($1.times.lowerBound, $1.rows) }
    }

    /// The answer for a doubt; Excel may have dropped the seconds.
    private func answered(_ doubt: Doubt, _ label: String) -> AdoptionAnswers.ClockLine? {
        func minute(_ time: LocalDateTime) -> Int64 { time.wallSeconds / 60 }
        return answers.clocks.first { line in
            line.label == label && minute(line.times.lowerBound) == minute(doubt.times.lowerBound)
                && minute(line.times.upperBound) == minute(doubt.times.upperBound)
        }
    }

    private func clockRows(_ machine: FoundMachine) -> [[String]] {
        var used: Set<Int> = []
        func cell(_ offset: AdoptionAnswers.Answer<AdoptionAnswers.Offset>) -> String {
            switch offset {
            case .ask: AnswerWord.ask
            case .said(.unknown): AnswerWord.unknown
            case .said(.seconds(0)): AnswerWord.right
            case .said(.seconds(let seconds)): OffsetText.text(seconds)
            }
        }
        var rows = doubts(of: machine).map { doubt in
            let line = answered(doubt, machine.label)
            if let line { used.insert(line.line) }
            return [
                machine.label, text(doubt.times.lowerBound), text(doubt.times.upperBound),
                line.map { cell($0.offset) } ?? (doubt.isQuestion ? AnswerWord.ask : ""), String(doubt.rows),
                doubt.what.text(in: language),
            ]
        }
        // Lines that the school has added by itself.
        rows += answers.clocks.filter { $0.label == machine.label && !used.contains($0.line) }.map { line in
            [
                machine.label, text(line.times.lowerBound), text(line.times.upperBound), cell(line.offset), "", "",
            ]
        }
        return rows
    }
}
