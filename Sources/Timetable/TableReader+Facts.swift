package import AttendanceModel
import TextCodec

extension TableReader {
    private static let factColumns = [
        TableColumn("kind", "类型", "种类", "事项", "类别"), TableColumn("date", "日期", "起止日期", required: true),
        TableColumn("duty", "岗位", "值班岗位"), TableColumn("post", "位置", "班级", "地点", "点位"),
        TableColumn("from", "起", "开始", "时间", "开始时间", "签到时间"), TableColumn("to", "止", "结束", "到", "结束时间"),
        personColumn, nameColumn, TableColumn("other", "对方", "代班人", "内容", "其他", "结果"),
        TableColumn("by", "批准", "批准人", "登记人", "经办", "经办人", "检查人"), TableColumn("reason", "原因", "事由", "理由"),
        TableColumn("recorded", "登记时间", "记录时间"), TableColumn("id"), TableColumn("ref", "针对", "引用"), notes,
    ]

    private static let factKinds: [String: FactKind] = [
        "签到": .sign, "签字": .sign, "检查": .seen, "巡查": .seen, "表单": .form, "记录表": .form, "补卡": .attest,
        "请假": .leave, "代班": .cover, "调班": .swap, "换班": .swap, "下雨": .rain, "雨天": .rain, "停课": .closure,
        "提前放学": .closure, "故障": .outage, "停电": .outage, "加班": .order, "校时": .clock, "裁定": .ruling,
        "撤回": .retract, "签到表": .sheet, "数据齐全": .complete,
    ]

    /// facts.csv: what people write into the log, one row each, checked against its kind's columns (D.8).
    ///
    /// `kind` is that of rows that do not say theirs, such as a typed signature sheet; nil means that each must.
    package static func facts(
        _ text: String, file: String = "facts.csv", names: NameTable = NameTable(), kind standard: FactKind? = nil
    ) -> Result<EntryLine> {
        var scanner = TableScanner(text, file: file, columns: factColumns)
        if standard == nil, !scanner.columns.isEmpty, !scanner.columns.contains("kind") {
            scanner.report(.missingColumn("kind"), line: 1)
            return Result(rows: [], findings: scanner.findings)
        }
        var lines: [EntryLine] = []
        for row in scanner.rows {
            let words = FactKind.allCases.filter(\.isEntry).map(\.word)
            let word = { (text: String) in
                factKinds[text] ?? FactKind(word: text.lowercased()).flatMap { $0.isEntry ? $0 : nil }
            }
            let kind =
                standard != nil && row["kind"].isEmpty
                ? standard : scanner.requiredParsed(row, "kind", .oneOf(words), word)
            guard let kind else { continue }
            var reader = FactRowReader(row: row, kind: kind, names: names, scanner: scanner)
            let line = reader.line()
            scanner = reader.scanner
            if let line { lines.append(line) }
        }
        let ids = Set(lines.compactMap(\.id))
        for line in lines {
            guard let ref = line.refID, !ids.contains(ref) else { continue }
            scanner.report(.wrongCell(column: "ref", text: ref, expected: .wholeNumber), line: line.line)
        }
        return Result(rows: lines, findings: scanner.findings)
    }
}

/// Reads one row of facts.csv by the rules of its kind.
private struct FactRowReader {
    let row: TableRow
    let kind: FactKind
    let names: NameTable
    var scanner: TableScanner

    private static let outcomes = ["met", "excused", "late", "early", "short", "missing"]
    private static let outcomeWords = [
        "有效": "met", "免责": "excused", "迟到": "late", "早退": "early", "缺次": "short", "缺勤": "missing",
    ]
    private static let sightings = ["absent", "late", "present"]
    private static let sightingWords = [
        "缺岗": "absent", "不在": "absent", "未到岗": "absent", "不在岗": "absent", "迟到": "late", "在岗": "present",
        "到岗": "present",
    ]

    /// Nil when a cell is wrong or missing; the scanner tells which.
    mutating func line() -> EntryLine? {
        let before = scanner.findings.count
        var entry = Entry()
        entry.dates = scanner.parsed(row, "date", .dates) { TimeText.dates($0) }
        entry.duty = scanner.named(row, "duty") { names.duty($0) }
        entry.post = row["post"].isEmpty ? nil : row["post"]
        entry.person = person("person") ?? (scanner.columns.contains("person") ? nil : person("name"))
        entry.by = by()
        entry.reason = row.prose("reason")
        entry.noted = scanner.parsed(row, "recorded", .dateTime) { TimeText.dateTime($0) }
        entry.other = other()
        entry.from = time("from")
        entry.to = to()
        let ref = row["ref"]
        entry.ref = Int64(ref)
        requireColumns(of: entry)
        guard scanner.findings[before...].allSatisfy({ $0.severity != .error }) else { return nil }
        return EntryLine(
            line: row.line, kind: kind, entry: entry, id: row["id"].isEmpty ? nil : row["id"],
            refID: ref.isEmpty || entry.ref != nil ? nil : ref)
    }

    private mutating func person(_ column: String) -> PersonID? { scanner.named(row, column) { names.person($0) } }

    /// A person by id or name, or a role as it stands.
    private mutating func by() -> String? {
        let text = row["by"]
        guard !text.isEmpty else { return nil }
        switch names.person(text) {
        case .found(let id): return id.text
        case .failed(.ambiguousName(let name, let ids)):
            scanner.report(.ambiguousName(name: name, ids: ids), line: row.line)
            return nil
        case .failed: return Self.roles[text] ?? text
        }
    }

    private static let roles = ["带班领导": "leader", "领导": "leader", "少先队": "pioneer", "少先队员": "pioneer", "教务处": "office"]

    private mutating func other() -> String? {
        switch kind {
        case .cover, .swap: return person("other")?.text
        case .seen:
            return scanner.parsed(row, "other", .oneOf(Self.sightings)) { word in
                Self.sightingWords[word] ?? (Self.sightings.contains(word) ? word : nil)
            }
        case .ruling:
            return scanner.parsed(row, "other", .oneOf(Self.outcomes)) { word in
                Self.outcomeWords[word] ?? (Self.outcomes.contains(word) ? word : nil)
            }
        case .rain:
            return scanner.parsed(row, "other", .oneOf(["off"])) { ["off": "off", "取消": "off"][$0] }
        default: return row["other"].isEmpty ? nil : row["other"]
        }
    }

    /// A time of day in canonical form.
    private mutating func time(_ column: String) -> String? {
        let time = scanner.parsed(row, column, .time) { TimeText.time($0) }
        if let time, let meant = TimeText.afternoon(for: time), kind != .clock, kind != .retract {
            scanner.report(
                .twelveHourCell(column: column, text: row[column], meant: meant.displayed), line: row.line)
        }
        return time.map { $0.second == 0 ? $0.displayed : $0.description }
    }

    private mutating func to() -> String? {
        switch kind {
        case .swap: return scanner.parsed(row, "to", .date) { TimeText.date($0) }?.description
        case .clock:
            return scanner.parsed(row, "to", .seconds) { text in
                Int32(text.hasPrefix("+") ? String(text.dropFirst()) : text)
            }.map { String($0) }
        default: return time("to")
        }
    }

    /// Tells which columns the kind cannot do without.
    private mutating func requireColumns(of entry: Entry) {
        for column in Self.requiredColumns(kind) where row[column].isEmpty {
            if column == "person", !scanner.columns.contains("person"), !row["name"].isEmpty { continue }
            scanner.report(.blankFactCell(column: column, fact: kind), line: row.line)
        }
        if kind == .retract, row["ref"].isEmpty {
            for column in ["date", "person", "other", "from"] where row[column].isEmpty {
                scanner.report(.blankFactCell(column: column, fact: kind), line: row.line)
            }
        }
        if kind != .swap, kind != .clock, let from = entry.fromTime, let to = entry.toTime, to <= from {
            scanner.report(.wrongCell(column: "to", text: row["to"], expected: .laterTime), line: row.line)
        }
        let needsOneDate: Set<FactKind> = [.sign, .seen, .form, .attest, .clock, .ruling, .sheet, .swap]
        if needsOneDate.contains(kind), let dates = entry.dates, dates.lowerBound != dates.upperBound {
            scanner.report(.wrongCell(column: "date", text: row["date"], expected: .date), line: row.line)
        }
    }

    private static func requiredColumns(_ kind: FactKind) -> [String] {
        switch kind {
        case .leave: ["date", "person"]
        case .cover: ["date", "person", "other"]
        case .swap: ["date", "person", "other", "to"]
        case .rain, .closure: ["date"]
        case .sign: ["date", "person", "duty"]
        case .attest: ["date", "person", "duty", "from", "by"]
        case .seen: ["date", "other", "by"]
        case .form: ["date", "duty", "other"]
        case .outage: ["date", "other"]
        case .clock: ["date", "from", "to", "other"]
        case .order: ["date", "duty", "person", "from", "to"]
        case .ruling: ["date", "person", "duty", "other", "by", "reason"]
        case .sheet: ["date", "duty"]
        case .complete: ["date", "other"]
        case .retract, .genesis, .punch, .publish, .session, .imported: []
        }
    }
}
