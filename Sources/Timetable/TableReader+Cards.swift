import AttendanceModel
import TextCodec

extension TableReader {
    static let cardColumns = [
        TableColumn("card", "卡号", "卡", "号码", "机内编号", required: true), personColumn, nameColumn,
        TableColumn("from", "起", "开始", "启用", "发卡", "启用时间"), TableColumn("to", "止", "结束", "停用", "挂失", "停用时间"),
        TableColumn("device", "设备", "考勤机", "机器"), TableColumn("format", "格式", "卡号格式"),
        TableColumn("order", "字节序", "uidorder"), notes,
    ]

    /// cards.csv; with a `device`, the card is that machine's own user id.
    package static func cards(
        _ text: String, file: String = "cards.csv", names: NameTable = NameTable()
    ) -> Result<CardAssignment> {
        var scanner = TableScanner(text, file: file, columns: cardColumns)
        guard hasPersonColumn(&scanner) else { return Result(rows: [], findings: scanner.findings) }
        var rows: [CardAssignment] = []
        for row in scanner.rows {
            let credential = credential(row, &scanner)
            let person = person(row, &scanner, names)
            let from = scanner.parsed(row, "from", .dateTime) { TimeText.dateTime($0) }
            let to = scanner.parsed(row, "to", .dateTime) { TimeText.dateTime($0) }
            if let from, let to, to <= from {
                scanner.report(.wrongCell(column: "to", text: row["to"], expected: .dateTime), line: row.line)
            }
            guard let credential, let person else { continue }
            rows.append(
                CardAssignment(
                    credential: credential, device: row["device"].isEmpty ? nil : DeviceID(row["device"]),
                    person: person, from: from, to: to, line: row.line))
        }
        return Result(rows: rows, findings: scanner.findings)
    }

    private static func credential(_ row: TableRow, _ scanner: inout TableScanner) -> Credential? {
        guard let text = scanner.required(row, "card") else { return nil }
        if !row["device"].isEmpty { return .machineUser(text) }
        let order = scanner.parsed(row, "order", .oneOf(UIDOrder.allCases.map(\.rawValue))) { UIDOrder(rawValue: $0) }
        let reading: CardWord.Reading
        if row["format"].isEmpty {
            reading = CardWord.number(text, order: order ?? .littleEndian)
        } else {
            let formats = CardFormat.allCases.map(\.rawValue)
            guard let format = scanner.parsed(row, "format", .oneOf(formats), { CardFormat(rawValue: $0) }) else {
                return nil
            }
            reading = CardWord.number(text, CardProfile(format: format, uidOrder: order ?? .littleEndian))
        }
        if let finding = reading.finding(text) {
            scanner.report(finding, line: row.line)
            return nil
        }
        guard case .key(let key) = reading else { return nil }
        return key.credential
    }
}
