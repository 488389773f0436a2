import AttendanceModel
import TextCodec

extension TableReader {
    private static let groupColumns = [
        TableColumn("group", "班", "组", "小组", "社团", "班组", "名称", required: true),
        TableColumn("day", "星期", "日期", "周几", "天"),
        TableColumn("pupils", "人数", "学生数", "学生人数", "报名人数", required: true),
        TableColumn("duty", "岗位", "项目", "任务"), TableColumn("post", "位置", "班级", "地点", "场地"),
        TableColumn("grade", "年级", "年段"), TableColumn("from", "起", "开始", "起始日期"),
        TableColumn("to", "止", "结束", "截止日期"), notes,
    ]

    /// groups.csv: how many pupils a group has, by day of the week or by date.
    ///
    /// A range of dates gives one row for each date; a blank day is every day.
    package static func groups(
        _ text: String, file: String = "groups.csv", names: NameTable = NameTable()
    ) -> Result<GroupRow> {
        var scanner = TableScanner(text, file: file, columns: groupColumns)
        var rows: [GroupRow] = []
        for row in scanner.rows {
            let days =
                row["day"].isEmpty
                ? [.weekdays(Set(Weekday.allCases), nil)] : scanner.parsed(row, "day", .days) { rosterDays($0) }
            let name = scanner.required(row, "group")
            let pupils = scanner.requiredParsed(row, "pupils", .wholeNumber) {
                Int($0).flatMap { (0...9999).contains($0) ? $0 : nil }
            }
            let duty = scanner.named(row, "duty") { names.duty($0) }
            let from = scanner.parsed(row, "from", .date) { TimeText.date($0) }
            let to = scanner.parsed(row, "to", .date) { TimeText.date($0) }
            if let from, let to, to < from {
                scanner.report(.wrongCell(column: "to", text: row["to"], expected: .dates), line: row.line)
            }
            guard let days, let name, let pupils, row["duty"].isEmpty || duty != nil else { continue }
            for day in days {
                rows.append(
                    GroupRow(
                        name: name, day: day, pupils: pupils, duty: duty, post: row.filled("post"),
                        grade: row.filled("grade"), from: from, to: to, line: row.line))
            }
        }
        return Result(rows: rows, findings: scanner.findings)
    }
}
