import AttendanceModel
import Testing
import TextCodec
import WireFormats

/// The samples of `exports.jsonl`, each with everything that its line says of it.
@Suite struct ExportVectorTests {
    @Test(arguments: Vector.exports) func everySampleSaysWhatItsLineSays(_ vector: Vector) throws {
        let format = ExportFormat.recognise(prefix: vector.bytes.span, size: Int64(vector.bytes.count))
        guard case .punches(let family) = format else {
            // Lists of users are compared in `ExportNamesTests`; an operation log is recognised and not read.
            #expect(vector["users"] != nil || vector.int("rows") == 0)
            return
        }
        let file = ReadExport(vector.bytes, family)
        #expect(file.refusals.isEmpty)
        #expect(file.accountsForEveryByte)
        let count = try #require(vector.int("rows") ?? vector.int("count"))
        #expect(file.rows.count == count)
        #expect(file.summary.rows == count)
        if let serial = vector.string("serial_line") { #expect(file.summary.serialNumber == serial) }
        if let trailer = vector.string("trailer_line") { #expect(file.summary.checksum == trailer) }
        if let announced = vector["metadata", "LogCount"] as? Int { #expect(file.summary.announced == announced) }
        if let order = vector.string("date_order") {
            // The line says which order the machine uses; the file alone does not show it.
            #expect(file.summary.dateOrders == [.monthDayYear, .dayMonthYear])
            #expect(order == DateOrder.monthDayYear.rawValue)
        }
        guard let first = file.rows.first else { return }
        let user = vector["first", "user_id"] as? String ?? vector["first", "EnNo"] as? String
        if let user { #expect(first.userID == user) }
        if let time = vector["first", "datetime_local"] as? String { #expect(first.wall.time == LocalDateTime(time)) }
        if let device = vector["first", "device"] as? Int { #expect(first.device == UInt32(device)) }
        if let name = vector["first", "Name"] as? String {
            #expect(String(decoding: first.name, as: UTF8.self) == name)
        }
        if let state = vector["first", "state"] as? Int { #expect(first.codes.state == UInt8(state)) }
        let mode =
            (vector["first", "Mode"] as? String).flatMap { UInt8($0) }
            ?? (vector["first", "verify"] as? Int).map { UInt8($0) }
        if let mode { #expect(first.codes.verify == mode) }
        if let work = vector["first", "workcode"] as? Int { #expect(first.codes.workCode == UInt32(work)) }
        if let word = vector["first", "INOUT"] as? String { #expect(first.codes.state == UInt8(word)) }
        if let second = vector.string("second_datetime_local") {
            #expect(file.rows[1].wall.time == LocalDateTime(second))
        }
        if let note = vector["name_empty"] as? Bool, note { #expect(file.rows.allSatisfy { $0.name.isEmpty }) }
    }

    @Test func anvizBackupHoldsWhatItsLineSays() throws {
        let vector = try #require(Vector.exports.first { $0.name == "anviz_BAK.KQ" })
        try compare(ReadExport(vector.bytes, .anviz).rows, with: vector)
    }

    /// Of `anviz.jsonl`, records and their times are read here; the frames around them belong to the wire protocol.
    @Test(arguments: Vector.anviz.filter { $0["records"] != nil }) func recordsOfTheWireAreThoseOfTheFile(
        _ vector: Vector
    ) throws {
        // STX, device 4, ACK, RET, LEN 2, count, records, CRC 2.
        let records = Array(vector.bytes.dropFirst(10).dropLast(2))
        let count = try #require(vector.int("count"))
        try compare(ReadExport([0, 0, UInt8(count)] + records, .anviz).rows, with: vector)
    }

    @Test(arguments: Vector.anviz.filter { $0.name.hasPrefix("time-epoch") }) func timesCountFromTheSecondOfJanuary(
        _ vector: Vector
    ) {
        let value = vector.bytes.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        #expect(AnvizTime.decode(value) == vector.string("datetime_local").flatMap { LocalDateTime($0) })
    }

    @Test func realTimeRecordIsTheSameRecord() throws {
        let vector = try #require(Vector.anviz.first { $0.name == "realtime-push-dev20" })
        let payload = Array(vector.bytes[9..<23])
        let found = AnvizRecord(payload.span)
        let record = try #require(found)
        #expect(record.userID == 430)
        #expect(AnvizTime.decode(record.seconds) == LocalDateTime("2026-09-08 11:07:49"))
    }

    @Test func linesOfTheFileThatAreNotCoveredAreFrames() {
        let covered = Vector.anviz.filter {
            $0["records"] != nil || $0.name.hasPrefix("time-epoch") || $0.name.hasPrefix("realtime")
        }
        #expect(Vector.anviz.count == 29)
        #expect(covered.count == 8)
        #expect(Vector.anviz.allSatisfy { $0.name.hasPrefix("time-epoch") || $0.bytes.first == 0xA5 })
    }

    private func compare(_ rows: [ExportRow], with vector: Vector) throws {
        let expected = try #require(vector["records"] as? [[String: Any]])
        #expect(rows.count == expected.count)
        for (row, record) in zip(rows, expected) {
            #expect(row.userID == (record["user_id"] as? Int).map(String.init))
            #expect(row.wall.time == (record["datetime_local"] as? String).flatMap { LocalDateTime($0) })
            #expect(row.codes.verify == (record["backup_code"] as? Int).map { UInt8($0) })
            #expect(row.codes.state == (record["record_type"] as? Int).map { UInt8($0 & 0x0F) })
            #expect(row.codes.workCode == (record["work_code"] as? Int).map { UInt32($0) })
        }
    }

    @Test func anvizBackupCutAnywhereGivesItsWholeRecords() throws {
        let vector = try #require(Vector.exports.first { $0.name == "anviz_BAK.KQ" })
        let whole = ReadExport(vector.bytes, .anviz)
        for cut in 0...vector.bytes.count {
            let part = ReadExport(Array(vector.bytes[..<cut]), .anviz)
            #expect(part.rows == Array(whole.rows.prefix(max(0, cut - 3) / 14)))
            #expect(part.summary.endsEarly == (cut < vector.bytes.count))
            #expect(part.accountsForEveryByte)
            #expect(ReadExport(Array(vector.bytes[..<cut]), .anviz, chunk: 1).items == part.items)
        }
    }

    /// Whatever is left of a sample is either read or refused in a sentence; nothing else may come of it.
    @Test(arguments: Vector.exports) func everySampleCutAnywhereIsReadOrRefused(_ vector: Vector) {
        for cut in 0..<vector.bytes.count {
            let bytes = Array(vector.bytes[..<cut])
            switch ExportFormat.recognise(prefix: bytes.span, size: Int64(cut)) {
            case .punches(let format): #expect(ReadExport(bytes, format).accountsForEveryByte, "cut at \(cut)")
            case .users(let layout): #expect(cut % layout.rawValue == 0 && cut > 0)
            case .unsupported(let what): #expect(!what.description.isEmpty)
            }
        }
    }

    /// A list says the same in every encoding; an attlog.dat in UTF-16 was saved by an editor and is refused as that.
    @Test(arguments: Vector.exports.filter { $0.name.contains("attlog") || $0.name.hasPrefix("asl") })
    func everySampleInEveryEncodingIsReadOrRefused(_ vector: Vector) throws {
        let text = String(decoding: vector.bytes, as: UTF8.self)
        let original = ExportFormat.recognise(prefix: vector.bytes.span, size: Int64(vector.bytes.count))
        for lines in [text, text.replacing("\r\n", with: "\n")] {
            for encoding in TextEncoding.allCases {
                for marked in [true, false] {
                    let bytes = [UInt8].encoded(lines, encoding, marked: marked)
                    let format = ExportFormat.recognise(prefix: bytes.span, size: Int64(bytes.count))
                    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
                    switch format {
                    case .punches(let family):
                        #expect(format == original)
                        #expect(ReadExport(bytes, family).meanings == ReadExport(vector.bytes, family).meanings)
                    case .unsupported(let what):
                        #expect(format == original || (isWide && what == .utf16), "\(encoding) \(marked): \(what)")
                    case .users: Issue.record("\(encoding)")
                    }
                }
            }
        }
    }
}
