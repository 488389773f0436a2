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

    /// people.csv; two persons with one name are told, two rows with one id refused when they share a date.
    package static func people(_ text: String, file: String = "people.csv") -> Result<Person> {
        var scanner = TableScanner(text, file: file, columns: peopleColumns)
        var people: [Person] = []
        var stays: [String: [Person]] = [:]
        var namesakes: [String: [(id: String, line: Int)]] = [:]
        for row in scanner.rows {
            let from = scanner.parsed(row, "from", .date) { TimeText.date($0) }
            let to = scanner.parsed(row, "to", .date) { TimeText.date($0) }
            guard let id = scanner.required(row, "id"), let name = scanner.required(row, "name"),
                let kind = scanner.required(row, "kind")
            else { continue }
            if let from, let to, to < from {
                scanner.report(.wrongCell(column: "to", text: row["to"], expected: .dates), line: row.line)
            }
            let person = Person(
                id: PersonID(id), name: name, kind: kinds[kind] ?? kind, pay: row["pay"].isEmpty ? nil : row["pay"],
                from: from, to: to, homeroom: row["homeroom"].isEmpty ? nil : row["homeroom"], line: row.line)
            // One person may stay twice, or under another rate from a date on; never twice on one date.
            if let other = stays[id]?.first(where: { $0.overlaps(person) }) {
                scanner.report(.repeatedKey(column: "id", text: id, firstLine: other.line), line: row.line)
                continue
            }
            if stays[id] == nil { namesakes[name, default: []].append((id, row.line)) }
            stays[id, default: []].append(person)
            people.append(person)
        }
        for (name, same) in namesakes.sorted(by: { $0.key < $1.key }) where same.count > 1 {
            scanner.report(.sameName(name: name, ids: same.map(\.id)), line: same[1].line)
        }
        return Result(rows: people, findings: scanner.findings)
    }
}

extension Person {
    /// Whether both rows hold on some date.
    fileprivate func overlaps(_ other: Person) -> Bool {
        (from ?? .first) <= (other.to ?? .last) && (other.from ?? .first) <= (to ?? .last)
    }
}
