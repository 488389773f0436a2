import AttendanceModel
import Testing
import WireFormats

@Suite struct AttlogReaderTests {
    @Test func readsThePaddedSample() throws {
        let vector = try #require(Vector.exports.first { $0.name == "zk_1_attlog_pad5_crlf.dat" })
        let file = AttlogFile(vector.bytes)
        #expect(file.rows.map(\.userID) == ["213", "209", "1301"])
        #expect(file.rows.count == vector["rows"] as? Int)
        let first = try #require(file.rows.first)
        #expect(first.wall == .time(try #require(LocalDateTime("2026-03-02T15:21:26"))))
        #expect(first.device == 1)
        #expect(first.codes == PunchCodes(state: 0, verify: 1, workCode: 0))
        #expect(file.rows.map(\.line) == [1, 2, 3])
        #expect(file.rows.map(\.offset) == [0, 35, 70])
        #expect(file.summary == summary(rows: 3))
        #expect(file.accountsForEveryByte)
    }

    @Test func readsTheSampleOfABlackAndWhiteMachine() throws {
        let vector = try #require(Vector.exports.first { $0.name == "zk_1_attlog_bw_sn_checksum.dat" })
        let file = AttlogFile(vector.bytes)
        #expect(file.rows.count == vector["rows"] as? Int)
        #expect(file.summary.serialNumber == vector["serial_line"] as? String)
        #expect(file.summary.checksum == vector["trailer_line"] as? String)
        #expect(!file.summary.endsEarly)
        #expect(file.refusals.isEmpty)
        #expect(file.accountsForEveryByte)
    }

    @Test func missingChecksumMeansThatTheMachineHadMore() {
        let file = AttlogFile("SN0001\r\n1\t2026-03-02 07:59:12\t1\t0\t1\t0\r\n")
        #expect(file.rows.count == 1)
        #expect(file.summary.endsEarly)
    }

    @Test func wordBeforeTheLastLineIsNoChecksum() {
        let file = AttlogFile("SN0001\n1\t2026-03-02 07:59:12\n77\n2\t2026-03-02 07:59:13\n1234\n\n")
        #expect(file.rows.map(\.userID) == ["1", "2"])
        #expect(file.refusals == [ExportRefusal(line: 3, offset: 29, reason: .notARow)])
        #expect(file.summary.checksum == "1234")
    }

    @Test(arguments: [
        ("   213", "213"), ("213   ", "213"), ("00213", "00213"), ("  0007", "0007"), ("1000001lp", "1000001lp"),
        (String(repeating: " ", count: 30) + "9", "9"),
        (String(repeating: "9", count: 64), String(repeating: "9", count: 64)),
    ])
    func trimsUserIDsAndKeepsTheirZeros(_ field: String, _ id: String) {
        #expect(AttlogFile("\(field)\t2026-03-02 15:21:26\t1\t0\t1\t0\r\n").rows.map(\.userID) == [id])
    }

    @Test(arguments: [
        "2025-02-30 08:00:00", "2026-13-01 08:00:00", "2026-00-01 08:00:00", "2026-01-32 08:00:00",
        "0000-01-01 08:00:00", "2026-01-01 24:00:00", "2026-01-01 08:60:00", "2026-01-01 08:00:61",
    ])
    func keepsTimesThatCannotBe(_ time: String) {
        let file = AttlogFile("7\t\(time)\t1\t0\t1\t0\r\n")
        #expect(file.rows.map(\.wall) == [.impossible(time)])
        #expect(file.refusals.isEmpty)
    }

    @Test func leapSecondReadsAsTheSecondBefore() throws {
        let file = AttlogFile("7\t2026-12-31 23:59:60\t1\t0\t1\t0\r\n")
        #expect(file.rows.first?.wall.time == LocalDateTime("2026-12-31 23:59:59"))
    }

    @Test(arguments: 2...10) func takesTwoToTenColumns(_ count: Int) {
        let extra = ["3", "255", "15", "4294967295", "x", "", "9", "1"].prefix(count - 2).map { "\t\($0)" }.joined()
        let file = AttlogFile("7\t2026-03-02 08:00:00\(extra)\r\n")
        #expect(file.rows.map(\.device) == [count > 2 ? 3 : nil])
        let codes = PunchCodes(
            state: count > 3 ? 255 : nil, verify: count > 4 ? 15 : nil, workCode: count > 5 ? .max : nil)
        #expect(file.rows.map(\.codes) == [codes])
    }

    @Test(arguments: [
        ("\t2026-03-02 08:00:00\t1\n", ExportRefusal.Reason.userID), ("1 2\t2026-03-02 08:00:00\n", .userID),
        ("\u{E9}\t2026-03-02 08:00:00\n", .userID),
        (String(repeating: "9", count: 65) + "\t2026-03-02 08:00:00\n", .userID),
        ("7\t2026-03-02\n", .time), ("7\t2026/03/02 08:00:00\n", .time), ("7\t2026-03-02 8:00:00 \n", .time),
        ("7\t\n", .time), ("7\t2026-03-02 08:00:00\tx\n", .column(3)), ("7\t2026-03-02 08:00:00\t1\t256\n", .column(4)),
        ("7\t2026-03-02 08:00:00\t1\t0\t-1\n", .column(5)),
        ("7\t2026-03-02 08:00:00\t1\t0\t1\t4294967296\n", .column(6)), ("# a remark\n", .notARow),
        ("7\u{0}\t2026-03-02 08:00:00\n", .zeroBytes), ("\u{0}\u{0}\u{0}\n", .zeroBytes), ("hello\n", .notARow),
        (String(repeating: "9", count: 1025) + "\n", .tooLong),
    ])
    func refusesWithTheReasonAndReadsOn(_ bad: String, _ reason: ExportRefusal.Reason) {
        let file = AttlogFile("6\t2026-03-02 07:00:00\n\(bad)8\t2026-03-02 09:00:00\n")
        #expect(file.rows.map(\.userID) == ["6", "8"])
        #expect(file.rows.last?.line == 3)
        #expect(file.refusals == [ExportRefusal(line: 2, offset: 22, reason: reason)])
        #expect(file.accountsForEveryByte)
    }

    @Test func skipsTheMarkOfUTF8() {
        let file = AttlogFile([0xEF, 0xBB, 0xBF] + Array("7\t2026-03-02 08:00:00\n".utf8))
        #expect(file.rows.map(\.offset) == [3])
    }

    @Test(arguments: [true, false], [true, false])
    func refusesUTF16AsAWhole(_ littleEndian: Bool, _ marked: Bool) {
        let text = (marked ? "\u{FEFF}" : "") + "7\t2026-03-02 08:00:00\r\n8\t2026-03-02 08:00:00\r\n"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
            return littleEndian ? pair : pair.reversed()
        }
        let file = AttlogFile(bytes)
        #expect(file.rows.isEmpty)
        #expect(file.refusals.map(\.reason) == [.utf16])
        #expect(file.summary.endsEarly)
    }

    /// Ten megabytes without a line end: refused while they come, and the row after them is read.
    @Test func refusesAnEndlessLineAtOnce() {
        var reader = AttlogReader()
        var items: [ExportItem] = []
        let block = [UInt8](repeating: 0x39, count: 65_536)
        reader.feed(block.span) { item, _ in items.append(item) }
        #expect(items == [.refused(ExportRefusal(line: 1, offset: 0, reason: .tooLong))])
        for _ in 0..<160 { reader.feed(block.span) { item, _ in items.append(item) } }
        #expect(items.count == 1)
        reader.feed(Array("\n7\t2026-03-02 08:00:00\n".utf8).span) { item, _ in items.append(item) }
        guard case .row(let row) = items.last else {
            Issue.record("no row after the endless line")
            return
        }
        #expect(row.line == 2)
        #expect(row.offset == 161 * 65_536 + 1)
    }

    @Test(arguments: ["\n", "\r\n"], [1, 7, 1000, 1024, 1025, 5000])
    func longestLineIsTakenAndOneByteMoreRefused(_ end: String, _ chunk: Int) {
        let row = "\t2026-03-02 08:00:00"
        let padding = String(repeating: " ", count: AttlogReader.longestLine - row.utf8.count - 1)
        let file = AttlogFile("\(padding)1\(row)\(end) \(padding)2\(row)\(end)\(padding)3\(row)\(end)", chunk: chunk)
        #expect(file.rows.map(\.userID) == ["1", "3"])
        #expect(file.refusals.map(\.reason) == [.tooLong])
        #expect(file.accountsForEveryByte)
    }

    private func summary(rows: Int) -> ExportSummary {
        AttlogFile(String(repeating: "1\t2026-03-02 08:00:00\n", count: rows)).summary
    }

    /// Seen in exports of real machines: the record was damaged, and each further export has it again.
    @Test(arguments: ["1971--10--29 -23:-59:-53", "1990-00--8 -16:-29:-40", "2019-01-01 -1:00:00"])
    func aTimeWithMinusSignsIsKeptAndListed(_ time: String) {
        let file = AttlogFile("  9\t\(time)\t1\t255\t1\t0\r\n")
        #expect(file.rows.map(\.wall) == [.impossible(time)])
        #expect(file.rows.map(\.userID) == ["9"])
        #expect(file.refusals.isEmpty)
    }

    @Test(arguments: ["2019-1-1 1:00:00", "-- -:-:-", "1971--10--29", "2019-01-01 -1:00", "-"])
    func otherTextIsNoTime(_ time: String) {
        #expect(AttlogFile("  9\t\(time)\t1\t255\t1\t0\r\n").refusals.map(\.reason) == [.time])
    }

    /// Seen in an export of a real machine: the name, cut to eight letters, before the time.
    @Test func aNameMayStandBeforeTheTime() {
        let file = AttlogFile("9\tKravchen\t2013-04-20 09:36:49\t1\t0\r\n12\t\t2013-04-20 10:59:05\t1\t0\r\n")
        #expect(file.rows.map(\.userID) == ["9", "12"])
        #expect(file.rows.map(\.name) == [Array("Kravchen".utf8), []])
        #expect(file.rows.map(\.codes) == [.none, .none])
        #expect(file.rows.first?.wall == LocalDateTime("2013-04-20 09:36:49").map { .time($0) })
        #expect(AttlogFile("9\tKravchen\t2013-04-20 09:36:49\t1\t2").rows.isEmpty, "it could be 20")
    }
}
