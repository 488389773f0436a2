import AttendanceModel
import TextCodec

extension TableReader {
    private static let rosterColumns = [
        TableColumn("day", "日期", "星期", "日", "天", "时间", "值班日期", "周几", "date", required: true),
        TableColumn("duty", "岗位", "值班", "值班岗位", "任务", "项目", required: true),
        TableColumn("post", "位置", "班级", "地点", "场地", "值班地点", "点位", "楼层"), personColumn, nameColumn,
        TableColumn("variant", "情况", "天气", "晴雨", "版本"), TableColumn("seat", "席位", "座次", "位次"), notes,
    ]

    private static let variants = ["晴": "dry", "晴天": "dry", "雨": "rain", "雨天": "rain"]

    /// roster.csv; persons and duties may be given by id, or by a name that only one has.
    ///
    /// A range of dates gives one row for each date.
    package static func roster(
        _ text: String, file: String = "roster.csv", names: NameTable = NameTable()
    ) -> Result<RosterRow> {
        var scanner = TableScanner(text, file: file, columns: rosterColumns)
        guard hasPersonColumn(&scanner) else { return Result(rows: [], findings: scanner.findings) }
        var rows: [RosterRow] = []
        for row in scanner.rows {
            let days = scanner.requiredParsed(row, "day", .days) { rosterDays($0) }
            let duty = scanner.required(row, "duty").flatMap { _ in scanner.named(row, "duty") { names.duty($0) } }
            let person = person(row, &scanner, names)
            let seat =
                row["seat"].isEmpty
                ? 1 : scanner.parsed(row, "seat", .seat) { Int($0).flatMap { (1...99).contains($0) ? $0 : nil } }
            guard let days, let duty, let person, let seat else { continue }
            let variant = row["variant"].isEmpty ? nil : variants[row["variant"]] ?? row["variant"]
            for day in days {
                rows.append(
                    RosterRow(
                        day: day, duty: duty, post: row["post"], person: person, variant: variant, seat: seat,
                        line: row.line))
            }
        }
        return Result(rows: rows, findings: scanner.findings)
    }

    static func rosterDays(_ text: String) -> [RosterRow.Day]? {
        if let pattern = DaysText.pattern(text) { return [.weekdays(pattern.days, pattern.parity)] }
        guard let dates = TimeText.dates(text), dates.upperBound.dayNumber - dates.lowerBound.dayNumber < 366 else {
            return nil
        }
        return (dates.lowerBound.dayNumber...dates.upperBound.dayNumber).map {
            .date(LocalDate(clampingDayNumber: $0))
        }
    }
}
