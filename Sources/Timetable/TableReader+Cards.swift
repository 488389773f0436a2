import AttendanceModel
import TextCodec

extension TableReader {
    private static let cardColumns = [
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
        if let number = prefixedHexadecimal(text) { return .card(number) }
        let order = scanner.parsed(row, "order", .oneOf(UIDOrder.allCases.map(\.rawValue))) { UIDOrder(rawValue: $0) }
        if !row["format"].isEmpty {
            let formats = CardFormat.allCases.map(\.rawValue)
            guard let format = scanner.parsed(row, "format", .oneOf(formats), { CardFormat(rawValue: $0) }) else {
                return nil
            }
            return card(text, format, order ?? .littleEndian, row, &scanner)
        }
        let candidates = CardFormat.candidates(text)
        guard let format = candidates.first else {
            scanner.report(.wrongCell(column: "card", text: text, expected: .card), line: row.line)
            return nil
        }
        guard candidates.count == 1 else {
            let readings = candidates.compactMap { format in
                (try? CardNumber.read(text, as: format)).map { "\(format.rawValue) = \(Credential.card($0).subject)" }
            }
            scanner.report(.ambiguousCard(text: text, readings: readings), line: row.line)
            return nil
        }
        return card(text, format, order ?? .littleEndian, row, &scanner)
    }

    /// Excel drops leading zeros of numbers, so that a stated format may have fewer digits than its readers send.
    private static func card(
        _ text: String, _ format: CardFormat, _ order: UIDOrder, _ row: TableRow, _ scanner: inout TableScanner
    ) -> Credential? {
        do throws(CardNumberError) {
            let number = try CardNumber.read(text, as: format, uidOrder: order, zerosDropped: true)
            if let reason = CardNumber.refusal(ofEnrolling: text, as: format) {
                scanner.report(.cardNotForEnrolment(text: text, reason: reason), line: row.line)
                return nil
            }
            return .card(number)
        } catch {
            scanner.report(.unreadableCard(text: text, reason: error), line: row.line)
            return nil
        }
    }

    /// `0x9A1F`: the number itself; with ten digits, all 40 bits of an EM4100 card.
    private static func prefixedHexadecimal(_ text: String) -> CardNumber? {
        guard text.hasPrefix("0x") || text.hasPrefix("0X") else { return nil }
        let digits = text.dropFirst(2)
        if digits.count == 10 { return try? CardNumber.read(digits, as: .hex10) }
        guard (1...8).contains(digits.count), digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt32(digits, radix: 16).map { CardNumber(n32: $0) }
    }
}
