package import AttendanceModel
import TextCodec

extension TableReader {
    private static let factColumns = [
        TableColumn("kind", "类型", "种类", "事项", "类别"), TableColumn("date", "日期", "起止日期"),
        TableColumn("duty", "岗位", "值班岗位"), TableColumn("post", "位置", "班级", "地点", "点位"),
        TableColumn("from", "起", "开始", "时间", "开始时间", "签到时间"), TableColumn("to", "止", "结束", "到", "结束时间"),
        personColumn, nameColumn, TableColumn("other", "对方", "代班人", "内容", "其他", "结果"),
        TableColumn("by", "批准", "批准人", "登记人", "经办", "经办人", "检查人"), TableColumn("reason", "原因", "事由", "理由"),
        TableColumn("as", "状态", "卡状态", "格式", "卡号格式"),
        TableColumn("recorded", "登记时间", "记录时间"), TableColumn("id"), TableColumn("ref", "针对", "引用"),
        TableColumn("count", "人数", "学生数"), notes,
    ]

    private static let factKinds: [String: FactKind] = [
        "签到": .sign, "签字": .sign, "检查": .seen, "巡查": .seen, "表单": .form, "记录表": .form, "补卡": .attest,
        "请假": .leave, "病假": .leave, "事假": .leave, "公假": .leave, "代班": .cover, "调班": .swap, "换班": .swap, "下雨": .rain,
        "雨天": .rain, "停课": .closure,
        "提前放学": .closure, "故障": .outage, "停电": .outage, "加班": .order, "校时": .clock, "裁定": .ruling,
        "撤回": .retract, "异议": .objection, "申诉": .objection, "签到表": .sheet, "数据齐全": .complete,
        "交表": .form, "签到表录完": .sheet, "数据到齐": .complete,
        "交接": .handover, "学生交接": .handover, "清点": .headcount, "点名": .headcount, "批复": .approval, "备案": .approval,
        "发卡": .card, "卡": .card, "读卡格式": .reader, "读卡器": .reader,
    ]

    /// The kind of entry that a word names, in English or Chinese; nil for none.
    package static func factKind(_ text: String) -> FactKind? {
        factKinds[text] ?? FactKind(word: text.lowercased()).flatMap { $0.isEntry ? $0 : nil }
    }

    /// What stands in place of a time where nobody signed: a typed sheet lists everybody who should have.
    private static let unsigned: Set<String> = ["-", "－", "—", "未签", "未签到"]

    /// The columns that a row of the kind cannot do without, beside `kind`.
    package static func requiredColumns(of kind: FactKind) -> [String] { FactRowReader.requiredColumns(kind) }

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
            let kind =
                standard != nil && row["kind"].isEmpty
                ? standard : scanner.requiredParsed(row, "kind", .oneOf(words), factKind)
            guard let kind else { continue }
            if kind == .sign, unsigned.contains(row["from"]) { continue }
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
