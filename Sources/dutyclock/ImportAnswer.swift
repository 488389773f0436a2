import AttendanceModel
import Reports
import Service
import TextCodec
import WireFormats

/// What `import` says of a file: what was taken, what was not, and what is odd about its times.
struct ImportAnswer {
    let context: Context

    /// A file or folder of which nothing was wanted.
    func skipped(_ label: String, _ why: Phrase) {
        if context.format == .json {
            let members = [
                JSONMember("schema", .integer(1)), JSONMember("file", .string(label)),
                JSONMember("skipped", .string(why.english)),
            ]
            context.terminal.write(JSONValue.object(members).text + "\n")
        } else {
            let label = label.printable
            context.say(Phrase("\(label): skipped: ", "\(label)：跳过：") + why)
        }
    }

    func imported(_ outcome: ImportOutcome, _ request: ImportRequest, _ label: String) {
        if context.format == .json {
            context.terminal.write(Self.json(outcome, request).text + "\n")
            return
        }
        let counts = outcome.counts
        context.say(
            Phrase(
                "\(label.printable) (machine \(request.device)): \(counts.added) new, \(counts.known) already known, "
                    + "\(counts.refused) refused",
                "\(label.printable)（考勤机 \(request.device)）：新增 \(counts.added)，已有 \(counts.known)，"
                    + "拒收 \(counts.refused)"))
        if let first = outcome.firstRow, let last = outcome.lastRow {
            context.say(Phrase("  from \(first) to \(last)", "  从 \(first) 到 \(last)"))
        }
        completeness(outcome, request)
        if outcome.impossibleTimes > 0 {
            context.say(
                Phrase(
                    "  \(outcome.impossibleTimes) rows have a time that cannot be true: kept, see duties --strays",
                    "  \(outcome.impossibleTimes) 行时间不可能属实：已保存，见 duties --strays"))
        }
        for note in ClockNote.allCases { list(note, outcome.clock) }
        refusals(outcome, label)
        machine(outcome, request)
    }

    private func completeness(_ outcome: ImportOutcome, _ request: ImportRequest) {
        if let until = outcome.completeUntil {
            let isFileDate = request.completeUntil == nil && until != outcome.lastRow
            let source =
                isFileDate
                ? Phrase(
                    " by the file's date; a copy may be younger than the export: then say --complete-until",
                    "（按文件日期；如是后来复制的文件，请用 --complete-until 说明）") : Phrase(verbatim: "")
            context.say(Phrase("  complete until \(until)", "  数据齐全至 \(until)") + source)
        }
        let rows =
            outcome.counts.added + outcome.counts.known
            + [ClockNote.before, .nobody].reduce(0) { $0 + (outcome.clock.counts[$1] ?? 0) }
        if let announced = outcome.announced, announced != rows + outcome.counts.refused {
            context.say(
                Phrase(
                    "  the file says it holds \(announced) punches, and holds \(rows)",
                    "  文件自称有 \(announced) 条记录，实有 \(rows) 条"))
        }
        if outcome.endsEarly {
            context.say(
                Phrase(
                    "  The file ends before the machine was done: export again, and keep the stick in until the "
                        + "machine says so.",
                    "  文件没有写完：请重新导出，等考勤机提示完成后再拔 U 盘。"))
        }
    }

    private func list(_ note: ClockNote, _ clock: ClockNotes) {
        guard let count = clock.counts[note], count > 0 else { return }
        context.say(Phrase("  \(count) × ", "  \(count) × ") + note.phrase)
        let places = clock.places[note] ?? []
        for place in places { context.say(Phrase("    ", "    ") + Self.phrase(place)) }
        let listed = places.reduce(0) { $0 + place(count: $1) }
        if count > listed {
            context.say(Phrase("    … and \(count - listed) more", "    ……另有 \(count - listed) 处"))
        }
    }

    private func place(count place: ClockNotes.Place) -> Int64 { place.lastLine - place.line + 1 }

    private static func phrase(_ place: ClockNotes.Place) -> Phrase {
        if place.line == 0 { return Phrase(verbatim: place.text) }
        let lines = place.line == place.lastLine ? "\(place.line)" : "\(place.line)–\(place.lastLine)"
        return Phrase("line \(lines): \(place.text)", "第 \(lines) 行：\(place.text)")
    }

    private func refusals(_ outcome: ImportOutcome, _ label: String) {
        for refusal in outcome.refusals {
            context.say(
                Phrase(
                    "  \(label.printable):\(refusal.line): \(refusal.reason)",
                    "  \(label.printable):\(refusal.line)：\(refusal.chinese)"))
        }
        let more = outcome.counts.refused - Int64(outcome.refusals.count)
        if more > 0 { context.say(Phrase("  … and \(more) more", "  ……另有 \(more) 行")) }
    }

    private func machine(_ outcome: ImportOutcome, _ request: ImportRequest) {
        if let serial = outcome.serialNumber?.printable {
            context.say(Phrase("  The machine's serial number is \(serial).", "  考勤机序列号为 \(serial)。"))
        }
        guard let learned = request.remember else { return }
        let machine = learned.machine
        if let since = learned.since {
            context.say(
                Phrase(
                    "  Remembered: a new device stands at “\(machine)” since \(since).",
                    "  已记住：自 \(since) 起“\(machine)”处是新设备。"))
        } else {
            context.say(
                Phrase(
                    "  Remembered: files with this serial number are of machine “\(machine)”.",
                    "  已记住：带此序列号的文件属于考勤机“\(machine)”。"))
        }
    }

    private static func json(_ outcome: ImportOutcome, _ request: ImportRequest) -> JSONValue {
        let counts = outcome.counts
        let notes = ClockNote.allCases.compactMap { note -> JSONMember? in
            guard let count = outcome.clock.counts[note], count > 0 else { return nil }
            let places = (outcome.clock.places[note] ?? []).map { place in
                JSONValue.object([
                    JSONMember("line", .integer(place.line)), JSONMember("lastLine", .integer(place.lastLine)),
                    JSONMember("time", .string(place.text)),
                ])
            }
            let body = [JSONMember("count", .integer(count)), JSONMember("places", .array(places))]
            return JSONMember(note.rawValue, .object(body))
        }
        func text(_ time: LocalDateTime?) -> JSONValue { time.map { .string($0.description) } ?? .null }
        return .object([
            JSONMember("schema", .integer(1)), JSONMember("file", .string(request.fileName)),
            JSONMember("machine", .string(request.device.text)), JSONMember("format", .string(outcome.format)),
            JSONMember("added", .integer(counts.added)), JSONMember("known", .integer(counts.known)),
            JSONMember("refused", .integer(counts.refused)), JSONMember("first", text(outcome.firstRow)),
            JSONMember("last", text(outcome.lastRow)), JSONMember("until", text(outcome.completeUntil)),
            JSONMember("endsEarly", .bool(outcome.endsEarly)),
            JSONMember("serial", outcome.serialNumber.map { .string($0) } ?? .null),
            JSONMember("notes", .object(notes)),
            JSONMember(
                "refusals",
                .array(
                    outcome.refusals.map {
                        .object([JSONMember("line", .integer($0.line)), JSONMember("reason", .string($0.reason))])
                    })),
        ])
    }
}

// MARK: Questions

extension ImportAnswer {
    /// What has to be answered first, with everything that helps to answer it.
    func question(
        _ asked: ImportIdentity.Asked, _ contents: ExportContents, _ file: ExportFile, _ label: String,
        machines: [DeviceID], _ memory: MachineMemory
    ) -> CommandError {
        let question = Phrase(
            "\(label.printable): \(asked.question.sentence(in: .english)).",
            "\(label.printable)：\(asked.question.sentence(in: .chinese))。")
        var lines = [holding(contents)]
        if !machines.isEmpty { lines.append(Self.known(machines, memory)) }
        for (machine, count) in asked.known.matches.sorted(by: { $0.key < $1.key }) {
            lines.append(
                Phrase(
                    "of \(asked.known.sampled) rows looked up, \(count) are known under machine “\(machine)”",
                    "抽查 \(asked.known.sampled) 行，其中 \(count) 行已在考勤机“\(machine)”名下"))
        }
        for machine in asked.known.sameFile {
            lines.append(
                Phrase(
                    "this very file was imported for machine “\(machine)”", "这个文件已作为考勤机“\(machine)”的文件导入过"))
        }
        if let hint = Self.hint(file, machines, memory) { lines.append(hint) }
        let text = lines.reduce(question) { $0 + Phrase("\n  ", "\n  ") + $1 }
        return .failed(.data, text)
    }

    private func holding(_ contents: ExportContents) -> Phrase {
        let rows = contents.summary.rows
        let serial = contents.summary.serialNumber?.printable
        let devices = contents.devices.map { String($0) }.joined(separator: ", ")
        var english = "it holds \(rows) rows of \(contents.users) users"
        var chinese = "文件有 \(rows) 行，\(contents.users) 个工号"
        if let first = contents.firstRow, let last = contents.lastRow {
            english += ", from \(first) to \(last)"
            chinese += "，从 \(first) 到 \(last)"
        }
        if !devices.isEmpty {
            english += "; its machine calls itself \(devices), as others may"
            chinese += "；机号 \(devices)（别的考勤机也可能用同一机号）"
        }
        if let serial {
            english += "; serial number \(serial)"
            chinese += "；序列号 \(serial)"
        }
        return Phrase(english, chinese)
    }

    private static func known(_ machines: [DeviceID], _ memory: MachineMemory) -> Phrase {
        func list(_ device: (String) -> String) -> String {
            machines.map { machine in
                machine.text + (memory.device(of: machine)?.serialNumber.map { device($0.printable) } ?? "")
            }.joined(separator: ", ")
        }
        return Phrase("machines: \(list { " (device \($0))" })", "考勤机：\(list { "（设备 \($0)）" })")
    }

    /// A name that begins with a known serial number, or with a machine's own name, helps to remember and proves nothing.
    private static func hint(_ file: ExportFile, _ machines: [DeviceID], _ memory: MachineMemory) -> Phrase? {
        guard let prefix = file.name.split(separator: "_").first.map(String.init), prefix != file.name else {
            return nil
        }
        let named = machines.first { $0.text == prefix }
        guard let machine = memory.report(serialNumber: prefix)?.machine ?? named else { return nil }
        return Phrase(
            "its name looks like machine “\(machine)”, which proves nothing: files are renamed, and numbers shared",
            "从文件名看像是考勤机“\(machine)”，但文件名不能作准：可能改过名，机号也可能相同")
    }
}

extension ClockNote {
    /// What the rows of a list have in common.
    var phrase: Phrase {
        switch self {
        case .impossible: Phrase("a date that does not exist: kept without a time", "日期不存在：已保存，不作时间依据")
        case .reset:
            Phrase(
                "before 2005, as a clock shows that lost its battery: kept without a time",
                "早于 2005 年，像是时钟断电复位：已保存，不作时间依据")
        case .ahead: Phrase("in the future: kept without a time", "在将来：已保存，不作时间依据")
        case .later: Phrase("after the file itself was written: taken as it stands", "晚于文件写出的时间：照原样导入")
        case .back:
            Phrase("earlier than the row before: the clock was set back, or rows are not in order", "比上一行早：时钟被调慢，或行序不对")
        case .repeated: Phrase("the same punch again in this file: stored once", "文件内重复：只存一次")
        case .replayed:
            Phrase(
                "perhaps the same as in another file, with a time that cannot be true: kept", "时间不可能属实，可能与别的文件重复：已保存")
        case .before: Phrase("from before this device stood here: left out", "早于此设备启用之日：未导入")
        case .nobody:
            Phrase(
                "user 0, as the machine writes it when it recognises nobody: left out", "工号 0，考勤机没有认出任何人：未导入")
        case .gap: Phrase("no row for more than \(ClockNote.gapDays) days", "连续 \(ClockNote.gapDays) 天以上没有记录")
        }
    }
}
