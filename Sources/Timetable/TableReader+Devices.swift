import AttendanceModel
import TextCodec

extension TableReader {
    private static let rateColumns = [
        TableColumn("pay", "薪酬", "费率", "课时费", "课时费标准", "标准", required: true),
        TableColumn("from", "起", "开始", "起始日期", "生效日期", required: true),
        TableColumn(
            "fen per credit", "fenpercredit", "fen", "每课时(分)", "分/课时", "每课时分", "单价(分)", required: true),
        TableColumn("rest days", "restdays", "rest", "周末节假日", "周末节假日(分)", "休息日(分)"),
        TableColumn("a day", "aday", "每日上限", "每天最多课时", "日上限"),
        TableColumn("a month", "amonth", "每月上限", "每月最多课时", "月上限"), notes,
    ]

    /// rates.csv: whole fen for one credit.
    package static func rates(_ text: String, file: String = "rates.csv") -> Result<Rate> {
        var scanner = TableScanner(text, file: file, columns: rateColumns)
        var rates: [Rate] = []
        var lines: [String: Int] = [:]
        for row in scanner.rows {
            let pay = scanner.required(row, "pay")
            let from = scanner.requiredParsed(row, "from", .date) { TimeText.date($0) }
            let fen = scanner.requiredParsed(row, "fen per credit", .money) { text in
                Int(text).flatMap { (0...10_000_000).contains($0) ? $0 : nil }
            }
            let rest = scanner.parsed(row, "rest days", .money) { text in
                Int(text).flatMap { (0...10_000_000).contains($0) ? $0 : nil }
            }
            let perDay = scanner.parsed(row, "a day", .wholeNumber) { Self.limit($0) }
            let perMonth = scanner.parsed(row, "a month", .wholeNumber) { Self.limit($0) }
            guard let pay, let from, let fen else { continue }
            let key = "\(pay) \(from)"
            if let first = lines[key] {
                scanner.report(.repeatedKey(column: "pay", text: key, firstLine: first), line: row.line)
                continue
            }
            lines[key] = row.line
            rates.append(
                Rate(
                    pay: pay, from: from, fenPerCredit: fen, fenOnRestDays: rest, creditsPerDay: perDay,
                    creditsPerMonth: perMonth, line: row.line))
        }
        return Result(rows: rates, findings: scanner.findings)
    }

    private static func limit(_ text: String) -> Int? { Int(text).flatMap { (0...10_000).contains($0) ? $0 : nil } }

    static let deviceColumns = [
        TableColumn("device", "设备", "考勤机", "机器", required: true), TableColumn("place", "位置", "地点"),
        TableColumn("offset", "偏差", "快慢", "误差", "偏差(秒)"), TableColumn("zone", "时区"),
        TableColumn("uncertainty", "不确定度", "误差范围", "误差范围(秒)"), TableColumn("only", "仅用于", "限岗位", "岗位"),
        TableColumn("type", "类型", "种类"), notes,
    ]

    private static let readerWords = ["reader": true, "读卡器": true, "machine": false, "考勤机": false]

    /// devices.csv; `only` lists duties with spaces, `、` or `;` between them.
    package static func devices(
        _ text: String, file: String = "devices.csv", names: NameTable = NameTable()
    ) -> Result<DeviceRow> {
        var scanner = TableScanner(text, file: file, columns: deviceColumns)
        var devices: [DeviceRow] = []
        var lines: [String: Int] = [:]
        for row in scanner.rows {
            let offset = scanner.parsed(row, "offset", .seconds) { seconds($0, atLeast: -86_400 * 366) }
            let uncertainty = scanner.parsed(row, "uncertainty", .seconds) { seconds($0, atLeast: 0) }
            let isReader = scanner.parsed(row, "type", .oneOf(["machine", "reader"])) {
                readerWords[NameFolding.word($0)]
            }
            let only = duties(row, &scanner, names)
            guard let id = scanner.required(row, "device") else { continue }
            if let first = lines[id] {
                scanner.report(.repeatedKey(column: "device", text: id, firstLine: first), line: row.line)
                continue
            }
            lines[id] = row.line
            devices.append(
                DeviceRow(
                    device: DeviceID(id), place: row["place"].isEmpty ? nil : row["place"], offsetSeconds: offset,
                    zoneName: row["zone"].isEmpty ? nil : row["zone"], uncertaintySeconds: uncertainty, only: only,
                    isReader: isReader ?? false, line: row.line))
        }
        return Result(rows: devices, findings: scanner.findings)
    }

    private static func duties(_ row: TableRow, _ scanner: inout TableScanner, _ names: NameTable) -> [DutyID]? {
        guard !row["only"].isEmpty else { return nil }
        var duties: [DutyID] = []
        for word in row["only"].split(whereSeparator: { " ,;、/".contains($0) }) {
            switch names.duty(String(word)) {
            case .found(let id): duties.append(id)
            case .failed(let kind): scanner.report(kind, line: row.line)
            }
        }
        return duties
    }

    private static func seconds(_ text: String, atLeast least: Int) -> Int? {
        let sign = text.hasPrefix("+") ? String(text.dropFirst()) : text
        return Int(sign).flatMap { (least...86_400 * 366).contains($0) ? $0 : nil }
    }
}
