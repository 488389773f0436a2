import AttendanceModel
import TextCodec

/// Reads the CSV tables of a school (model.md D.4, D.8 "Files") with English or Chinese headers.
///
/// Rows with a wrong cell are left out and told; the others are read all the same, so that one check finds everything.
package enum TableReader {
    package struct Result<Row: Sendable>: Sendable {
        package var rows: [Row]
        package var findings: [Finding]
    }

    /// Columns that people add for themselves; never read.
    static let notes = TableColumn("note", "备注", "说明", "remark", "remarks", "notes", "序号", "no", "no.")

    static let personColumn = TableColumn(
        "person", "人员", "工号", "教师", "老师", "值班教师", "值班人", "值班人员", "人员编号", "编号")
    /// A name beside the id, for people to read; the id decides.
    static let nameColumn = TableColumn("name", "姓名", "名字")

    /// The person of a row: of the column `person`, else of `name`.
    static func person(_ row: TableRow, _ scanner: inout TableScanner, _ names: NameTable) -> PersonID? {
        let column = scanner.columns.contains("person") ? "person" : "name"
        guard scanner.required(row, column) != nil else { return nil }
        return scanner.named(row, column) { names.person($0) }
    }

    /// Tells when a table names persons by neither id nor name; false when so.
    static func hasPersonColumn(_ scanner: inout TableScanner) -> Bool {
        if scanner.columns.contains("person") || scanner.columns.contains("name") { return true }
        if !scanner.columns.isEmpty { scanner.report(.missingColumn("person"), line: 1) }
        return false
    }
}
