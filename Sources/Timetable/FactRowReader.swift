import AttendanceModel
import TextCodec

/// Reads one row of facts.csv by the rules of its kind.
struct FactRowReader {
    let row: TableRow
    let kind: FactKind
    let names: NameTable
    var scanner: TableScanner

    private static let outcomes = ["met", "excused", "late", "early", "short", "missing"]
    private static let outcomeWords = [
        "有效": "met", "合格": "met", "免责": "excused", "迟到": "late", "早退": "early", "缺次": "short", "不足": "short",
        "缺勤": "missing",
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
        entry.as = asWord()
        entry.from = from()
        entry.to = to()
        let ref = row["ref"]
        entry.ref = Int64(ref)
        entry.count = scanner.parsed(row, "count", .wholeNumber) { text in
            Int(text).flatMap { (0...9999).contains($0) ? $0 : nil }
        }
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
        if let role = Self.roles[text] { return role }
        switch names.person(text) {
        case .found(let id): return id.text
        case .failed(.ambiguousName(let name, let ids)):
            scanner.report(.ambiguousName(name: name, ids: ids), line: row.line)
            return nil
        case .failed: return text
        }
    }

    private static let roles = [
        "带班领导": "leader", "领导": "leader", "少先队": "pioneer", "少先队员": "pioneer", "教务处": "office", "校长": "principal",
    ]

    private mutating func other() -> String? {
        switch kind {
        case .handover: return taker()
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
        case .card: return card()
        default: return row["other"].isEmpty ? nil : row["other"]
        }
    }

    /// Who takes pupils over: a person by id or name, or a word such as `guardian`.
    private mutating func taker() -> String? {
        guard let text = row.filled("other") else { return nil }
        if let word = Self.takers[text] { return word }
        if case .found(let id) = names.person(text) { return id.text }
        return text
    }

    private static let takers = ["家长": Entry.guardian, "监护人": Entry.guardian]

    private mutating func card() -> String? {
        guard !row["other"].isEmpty else { return nil }
        let reading = CardWord.read(row["other"])
        if let finding = reading.finding(row["other"]) { scanner.report(finding, line: row.line) }
        guard case .key(let key) = reading else { return nil }
        return key.text
    }

    /// A card's status or a reader's format, in canonical form.
    private mutating func asWord() -> String? {
        switch kind {
        case .card:
            let status = scanner.parsed(row, "as", .oneOf(CardStatus.allCases.map(\.rawValue))) { word in
                Self.statusWords[word] ?? CardStatus(rawValue: word.lowercased())
            }
            return (status ?? .issued).rawValue
        case .reader:
            let formats = CardFormat.allCases.map(\.rawValue)
            return scanner.parsed(row, "as", .oneOf(formats + CardProfile.options)) { CardProfile($0)?.text }
        default: return row["as"].isEmpty ? nil : row["as"]
        }
    }

    private static let statusWords: [String: CardStatus] = [
        "启用": .issued, "发卡": .issued, "临时": .temporary, "临时卡": .temporary, "挂失": .lost, "丢失": .lost,
        "找回": .found, "交回": .returned, "退卡": .returned, "注销": .returned,
    ]

    /// Whether `from` and `to` are moments with a date, from one day to another.
    private var hasMoments: Bool { kind == .card || kind == .reader }

    private mutating func from() -> String? {
        hasMoments ? scanner.parsed(row, "from", .dateTime) { TimeText.dateTime($0) }?.description : time("from")
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
        // Who signed or punched in the person's place (C-100).
        case .ruling: return person("to")?.text
        case .clock:
            return scanner.parsed(row, "to", .seconds) { text in
                Int32(text.hasPrefix("+") ? String(text.dropFirst()) : text)
            }.map { String($0) }
        case .card, .reader: return scanner.parsed(row, "to", .dateTime) { TimeText.dateTime($0) }?.description
        default: return time("to")
        }
    }

    /// Tells which columns the kind cannot do without.
    private mutating func requireColumns(of entry: Entry) {
        // What names an objection answers it: the objection says whom and what it is about.
        let isAnswer = kind == .objection && !row["ref"].isEmpty
        for column in isAnswer ? ["by", "reason"] : Self.requiredColumns(kind) where row[column].isEmpty {
            if column == "person", !scanner.columns.contains("person"), !row["name"].isEmpty { continue }
            scanner.report(.blankFactCell(column: column, fact: kind), line: row.line)
        }
        if kind == .retract, row["ref"].isEmpty {
            for column in ["date", "person", "other", "from"] where row[column].isEmpty {
                scanner.report(.blankFactCell(column: column, fact: kind), line: row.line)
            }
        }
        if kind != .swap, kind != .clock, kind != .ruling, let from = entry.fromTime, let to = entry.toTime, to <= from
        {
            scanner.report(.wrongCell(column: "to", text: row["to"], expected: .laterTime), line: row.line)
        }
        if kind == .card { requireCard(entry) }
        let needsOneDate: Set<FactKind> = [
            .sign, .seen, .form, .attest, .clock, .ruling, .sheet, .swap, .objection, .handover, .headcount, .approval,
        ]
        if needsOneDate.contains(kind), let dates = entry.dates, dates.lowerBound != dates.upperBound {
            scanner.report(.wrongCell(column: "date", text: row["date"], expected: .date), line: row.line)
        }
    }

    /// What depends on a card's status: whose it is, and when a loan ends.
    private mutating func requireCard(_ entry: Entry) {
        let status = entry.as.flatMap { CardStatus(rawValue: $0) }
        if status == .issued || status == .temporary, entry.person == nil, row["person"].isEmpty, row["name"].isEmpty {
            scanner.report(.blankFactCell(column: "person", fact: kind), line: row.line)
        }
        if status == .temporary, row["to"].isEmpty {
            scanner.report(.blankFactCell(column: "to", fact: kind), line: row.line)
        }
        let from = entry.from.flatMap { LocalDateTime($0) }
        if let from, let to = entry.to.flatMap({ LocalDateTime($0) }), to <= from {
            scanner.report(.wrongCell(column: "to", text: row["to"], expected: .laterTime), line: row.line)
        }
    }

    static func requiredColumns(_ kind: FactKind) -> [String] {
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
        case .card: ["other"]
        case .reader: ["other", "as"]
        case .handover: ["date", "from", "other"]
        case .headcount: ["date", "post", "from", "count"]
        case .approval: ["date", "by"]
        case .objection: ["date", "person", "reason"]
        case .retract, .genesis, .punch, .publish, .session, .imported, .machine, .notice, .close: []
        }
    }
}
