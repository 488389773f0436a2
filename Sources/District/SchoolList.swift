import AttendanceModel
package import Reports
import TextCodec

/// The schools of a district or a city, as schools.csv lists them.
package struct SchoolList: Hashable, Sendable {
    package struct School: Hashable, Sendable {
        package var id: String
        package var name: String
        package var district: String
        /// It need not report, such as one whose pupils all go by school bus.
        package var isExempt: Bool
        /// Its ids of persons are the district's own numbers; else they mean something in that school only.
        package var sharesPersonIDs: Bool
        /// How the name of its log begins; nil when the list does not say.
        package var log: String?
        /// The folder of its log, for a roll-up that reads logs.
        package var folder: String?

        package init(
            id: String, name: String, district: String = "", isExempt: Bool = false, sharesPersonIDs: Bool = false,
            log: String? = nil, folder: String? = nil
        ) {
            self.id = id
            self.name = name
            self.district = district
            self.isExempt = isExempt
            self.sharesPersonIDs = sharesPersonIDs
            self.log = log
            self.folder = folder
        }
    }

    /// Something wrong in one of the tables, with its line.
    package struct Finding: Hashable, Sendable {
        package let file: String
        package let line: Int
        package let phrase: Phrase
    }

    /// In the order of the file.
    package var schools: [School]
    /// Who is the same person in several schools.
    package var keys: [LocalPerson: String] = [:]

    package init(schools: [School]) {
        self.schools = schools
    }

    /// A person as one school knows them.
    package struct LocalPerson: Hashable, Sendable {
        package let school: String
        package let person: String

        package init(school: String, person: String) {
            self.school = school
            self.person = person
        }
    }

    /// Who somebody is in the whole district (C-128).
    ///
    /// The key that persons.csv gives; else the id itself where the school's ids are the district's; else the id
    /// together with the school's.
    package func key(of person: String, at school: School) -> String {
        keys[LocalPerson(school: school.id, person: person)]
            ?? (school.sharesPersonIDs ? person : "\(school.id)/\(person)")
    }
}

extension SchoolList {
    private static let columns = [
        "id": ["id", "编号", "学校编号", "学校代码"], "name": ["name", "学校", "校名", "名称"],
        "district": ["district", "区县", "区", "辖区"], "report": ["report", "报送"],
        "persons": ["persons", "人员编号"], "log": ["log", "日志"], "folder": ["folder", "目录"],
    ]
    private static let keyColumns = [
        "school": ["school", "学校编号", "学校"], "person": ["person", "工号", "人员编号", "人员"],
        "key": ["key", "全区编号", "统一编号"],
    ]
    private static let exempt: Set<String> = ["exempt", "免报", "no", "否"]
    private static let required: Set<String> = ["", "required", "yes", "是", "应报"]
    private static let shared: Set<String> = ["shared", "district", "全区", "统一"]
    private static let own: Set<String> = ["", "own", "school", "本校"]

    /// Reads schools.csv; with findings the list must not be used, since a missing row is a school that nobody misses.
    package static func read(_ text: String, file: String) -> (list: SchoolList, findings: [Finding]) {
        var rows = NamedRows(text, file: file, columns: columns, required: ["id"])
        var schools: [School] = []
        for row in rows.rows {
            let id = row["id"]
            if id.isEmpty {
                rows.report(row.line, Phrase("the school has no id", "没有学校编号"))
            } else if schools.contains(where: { $0.id == id }) {
                rows.report(row.line, Phrase("the school “\(id)” stands in the list twice", "学校「\(id)」重复"))
            }
            let report = row["report"].lowercased()
            if !exempt.contains(report), !required.contains(report) {
                rows.report(row.line, Phrase("“\(report)” is neither required nor exempt", "「\(report)」应写 应报 或 免报"))
            }
            let persons = row["persons"].lowercased()
            if !shared.contains(persons), !own.contains(persons) {
                rows.report(row.line, Phrase("“\(persons)” is neither own nor shared", "「\(persons)」应写 本校 或 全区"))
            }
            let log = row["log"].lowercased()
            let isName =
                (8...32).contains(log.utf8.count)
                && log.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
                }
            if !log.isEmpty, !isName {
                rows.report(
                    row.line,
                    Phrase("“\(log)” is not how a log is named: 8 to 32 hex digits", "「\(log)」不是日志名：8 至 32 位十六进制数"))
            }
            schools.append(
                School(
                    id: id, name: row["name"].isEmpty ? id : row["name"], district: row["district"],
                    isExempt: exempt.contains(report), sharesPersonIDs: shared.contains(persons),
                    log: log.isEmpty ? nil : log, folder: row["folder"].isEmpty ? nil : row["folder"]))
        }
        return (SchoolList(schools: schools), rows.findings)
    }

    /// Reads persons.csv: who is the same person in several schools.
    package mutating func readKeys(_ text: String, file: String) -> [Finding] {
        var rows = NamedRows(text, file: file, columns: Self.keyColumns, required: ["school", "person", "key"])
        for row in rows.rows {
            let (school, person, key) = (row["school"], row["person"], row["key"])
            if !schools.contains(where: { $0.id == school }) {
                rows.report(row.line, Phrase("the list has no school “\(school)”", "名单中没有学校「\(school)」"))
            } else if person.isEmpty || key.isEmpty {
                rows.report(row.line, Phrase("the person or the key is blank", "人员或统一编号没有填"))
            } else if keys.updateValue(key, forKey: LocalPerson(school: school, person: person)) != nil {
                rows.report(
                    row.line, Phrase("“\(person)” of “\(school)” has two keys", "「\(school)」的「\(person)」有两个编号"))
            }
        }
        return rows.findings
    }
}

/// The rows of a CSV table by column.
private struct NamedRows {
    struct Row {
        let line: Int
        let cells: [String: String]

        subscript(column: String) -> String { cells[column] ?? "" }
    }

    let file: String
    private(set) var rows: [Row] = []
    private(set) var findings: [SchoolList.Finding] = []

    init(_ text: String, file: String, columns: [String: [String]], required: [String]) {
        self.file = file
        let table = CSVTable(text)
        for issue in table.issues {
            report(issue.line, Phrase("the table cannot be read: \(issue.kind)", "表格读不懂：\(issue.kind)"))
        }
        let names = table.header.cells.map { cell in
            columns.first { $0.value.contains(NameFolding.word(cell)) }?.key
        }
        for column in required where !names.contains(column) {
            report(table.header.line, Phrase("the column “\(column)” is missing", "缺少「\(column)」列"))
        }
        rows = table.rows.map { row in
            var cells: [String: String] = [:]
            for (name, cell) in zip(names, row.cells) {
                if let name { cells[name] = NameFolding.ascii(cell) }
            }
            return Row(line: row.line, cells: cells)
        }
    }

    mutating func report(_ line: Int, _ phrase: Phrase) {
        findings.append(SchoolList.Finding(file: file, line: line, phrase: phrase))
    }
}
