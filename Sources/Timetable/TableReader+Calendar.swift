import AttendanceModel
import TextCodec

extension TableReader {
    private static let calendarColumns = [
        TableColumn("date", "日期", "起止日期", "dates", required: true),
        TableColumn("kind", "类型", "类别", "种类", "安排", required: true),
        TableColumn("as", "按", "同", "补", "按周几", "按星期", "按课表"), TableColumn("bells", "作息", "作息表"),
        TableColumn("label", "名称", "说明", "标签", "节日", "备注"), TableColumn("note", "序号", "no", "no."),
    ]

    private static let calendarKinds: [String: CalendarRow.Kind] = [
        "school": .school, "上课": .school, "上学": .school, "上班": .school, "补班": .school, "补课": .school, "off": .off,
        "放假": .off, "休息": .off, "假期": .off, "停课": .off, "term": .term, "学期": .term, "开学": .term,
        "event": .event, "活动": .event, "重大活动": .event,
    ]

    /// calendar.csv; a range of dates is written `2027-01-18..2027-02-21`.
    package static func calendar(_ text: String, file: String = "calendar.csv") -> Result<CalendarRow> {
        var scanner = TableScanner(text, file: file, columns: calendarColumns)
        var rows: [CalendarRow] = []
        for row in scanner.rows {
            let dates = scanner.requiredParsed(row, "date", .dates) { TimeText.dates($0) }
            let kind = scanner.requiredParsed(row, "kind", .oneOf(CalendarRow.Kind.allCases.map(\.rawValue))) {
                calendarKinds[NameFolding.word($0)]
            }
            let isQuestion = row["as"].lowercased() == "ask"
            let worksLike =
                isQuestion ? nil : scanner.parsed(row, "as", .oneOf(["Mon", "Tue", "…", "ask"])) { DaysText.day($0) }
            guard let dates, let kind else { continue }
            if isQuestion { scanner.report(.makeUpQuestion(date: dates.lowerBound), line: row.line) }
            rows.append(
                CalendarRow(
                    dates: dates, kind: kind, worksLike: worksLike, bells: row["bells"].isEmpty ? nil : row["bells"],
                    label: row.prose("label"), isQuestion: isQuestion, line: row.line))
        }
        return Result(rows: rows, findings: scanner.findings)
    }
}
