import AttendanceModel
import TextCodec

extension TableReader {
    private static let peopleColumns = [
        TableColumn("id", "工号", "编号", "人员编号", "教师编号", required: true),
        TableColumn("name", "姓名", "名字", required: true),
        TableColumn("kind", "类别", "身份", "人员类别", "角色", "类型", required: true),
        TableColumn("pay", "薪酬", "费率", "课时费", "课时费标准", "标准", "合同"),
        TableColumn("from", "起", "开始", "入职", "起始日期", "到校日期"),
        TableColumn("to", "止", "结束", "离职", "截止日期", "离校日期"),
        TableColumn("homeroom", "班主任", "班级", "所带班级", "班主任班级"), notes,
    ]

    private static let kinds = [
        "教师": "teacher", "老师": "teacher", "领导": "leader", "校长": "principal", "带班领导": "leader", "干部": "leader",
        "外聘": "external",
        "校外": "external", "家长": "parent", "少先队": "pioneer", "少先队员": "pioneer",
    ]

    /// people.csv; two persons with one name are told, two with one id refused.
    package static func people(_ text: String, file: String = "people.csv") -> Result<Person> {
        var scanner = TableScanner(text, file: file, columns: peopleColumns)
        var people: [Person] = []
        var lines: [String: Int] = [:]
        var namesakes: [String: [(id: String, line: Int)]] = [:]
        for row in scanner.rows {
            let from = scanner.parsed(row, "from", .date) { TimeText.date($0) }
            let to = scanner.parsed(row, "to", .date) { TimeText.date($0) }
            guard let id = scanner.required(row, "id"), let name = scanner.required(row, "name"),
                let kind = scanner.required(row, "kind")
            else { continue }
            if let first = lines[id] {
                scanner.report(.repeatedKey(column: "id", text: id, firstLine: first), line: row.line)
                continue
            }
            lines[id] = row.line
            if let from, let to, to < from {
                scanner.report(.wrongCell(column: "to", text: row["to"], expected: .dates), line: row.line)
            }
            namesakes[name, default: []].append((id, row.line))
            people.append(
                Person(
                    id: PersonID(id), name: name, kind: kinds[kind] ?? kind, pay: row["pay"].isEmpty ? nil : row["pay"],
                    from: from, to: to, homeroom: row["homeroom"].isEmpty ? nil : row["homeroom"], line: row.line))
        }
        for (name, same) in namesakes.sorted(by: { $0.key < $1.key }) where same.count > 1 {
            scanner.report(.sameName(name: name, ids: same.map(\.id)), line: same[1].line)
        }
        return Result(rows: people, findings: scanner.findings)
    }
}
