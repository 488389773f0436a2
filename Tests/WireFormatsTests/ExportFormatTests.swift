import Testing
import TextCodec
import WireFormats

@Suite struct ExportFormatTests {
    private func recognise(_ bytes: [UInt8]) -> ExportFormat {
        let prefix = Array(bytes.prefix(ExportFormat.prefixLength))
        return ExportFormat.recognise(prefix: prefix.span, size: Int64(bytes.count))
    }

    private static let expected: [String: ExportFormat] = [
        "zk_1_attlog_pad5_crlf.dat": .punches(.attlog), "zk_1_attlog_bw_sn_checksum.dat": .punches(.attlog),
        "zk_user_28.dat": .users(.short), "zk_user_72.dat": .users(.long),
        "agl_001_doubletab_ampm_crlf.txt": .punches(.agl), "glg_001_inout_lf.txt": .punches(.agl),
        "attendlog_s362e_utf16le_bom_crlf.txt": .punches(.agl),
        "asl_001_operations_crlf.txt": .unsupported(.operationLog), "anviz_BAK.KQ": .punches(.anviz),
    ]

    @Test func everySampleIsTested() {
        #expect(Set(Vector.exports.map(\.name)) == Set(Self.expected.keys))
    }

    @Test(arguments: Vector.exports) func recognisesSamplesByTheirContent(_ vector: Vector) {
        #expect(recognise(vector.bytes) == Self.expected[vector.name])
    }

    @Test func recognisesAttlogBehindDamageAndMarks() {
        let row = "213\t2026-03-02 15:21:26\t1\t0\t1\t0\r\n"
        #expect(recognise([0xEF, 0xBB, 0xBF] + Array(row.utf8)) == .punches(.attlog))
        #expect(recognise(Array("damaged line\n\(row)".utf8)) == .punches(.attlog))
        #expect(recognise(Array(String(repeating: row, count: 1000).utf8)) == .punches(.attlog))
    }

    @Test func namesWhatItDoesNotTake() {
        #expect(recognise([]) == .unsupported(.empty))
        #expect(recognise(Array("PK\u{3}\u{4}xlsx".utf8)) == .unsupported(.spreadsheet))
        #expect(recognise([UInt8](repeating: 0, count: 1216)) == .unsupported(.templates))
        #expect(recognise(Array("name,date\n".utf8)) == .unsupported(.unknown))
        #expect(recognise([0xFF, 0xFE] + Array("1\t2026".utf8).flatMap { [$0, 0] }) == .unsupported(.utf16))
        #expect(Set(UnsupportedExport.allCases.map(\.description)).count == UnsupportedExport.allCases.count)
    }

    /// As machines and editors were seen to leave them on sticks.
    @Test(arguments: [
        ("ZoucqGENLOGData\u{1}\0\0\0\u{59}\u{21}\0\0\u{91}\0\0\0", UnsupportedExport.binaryList),
        ("ZoucqEnrollData\u{1}\0\0\0", .templates),
        ("30978\t1\t71\t\t1\t30\t2014-04-03 13:10:00\r\n", .headerless),
        ("1\t1\t13767\t\t1\t1\t01/19/2026 14:53:50\r\n", .headerless),
        (
            "No\tMchn\tEnNo     Name        Mode    IOMd    DateTime\t\r\n"
                + "000001    1    000000001    john    1    0    2016/05/10    14:45:02\t\r\n", .spacedColumns
        ),
    ])
    func namesListsThatItCannotRead(_ text: String, _ what: UnsupportedExport) {
        #expect(recognise(Array(text.utf8)) == .unsupported(what))
        if what == .headerless {
            #expect(recognise([0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] }) == .unsupported(what), "UTF-16")
        }
    }

    /// A running number is no user, nor the user's number a name.
    @Test func aNumberBesideTheTimeIsNoName() {
        #expect(recognise(Array("30978\t71\t2014-04-03 13:10:00\t0\t0\n".utf8)) == .unsupported(.unknown))
    }

    /// With another count than the file has, every record must be one that could be real.
    @Test func anvizBackupWithAnotherCountIsTakenWhenItsRecordsArePlausible() throws {
        let backup = try #require(Vector.exports.first { $0.name == "anviz_BAK.KQ" })
        #expect(recognise(Array(backup.bytes.dropLast())) == .punches(.anviz))
        var wrong = Array(backup.bytes.dropLast())
        wrong[8] = 0x01  // 2000
        #expect(recognise(wrong) == .unsupported(.unknown))
    }

    @Test func userListsHoldWhatTheFileSays() throws {
        let short = try #require(Vector.exports.first { $0.name == "zk_user_28.dat" })
        let long = try #require(Vector.exports.first { $0.name == "zk_user_72.dat" })
        for (vector, layout) in [(short, ZKUser.Layout.short), (long, .long)] {
            let expected = try #require(vector["users"] as? [[String: Any]])
            let width = try #require(vector["record_size"] as? Int)
            let users = stride(from: 0, to: vector.bytes.count, by: width).compactMap { start in
                ZKUser(vector.bytes.span.extracting(start..<start + width), layout: layout)
            }
            #expect(users.map { Int($0.uid) } == expected.map { $0["uid"] as? Int })
            let ids = expected.map { $0["user_id"] as? String ?? ($0["user_id"] as? Int).map(String.init) }
            #expect(users.map(\.userID) == ids)
            for (user, meaning) in zip(users, expected) {
                let chinese = meaning["name_gb18030"] as? String
                let name = chinese == nil ? String(decoding: user.name, as: UTF8.self) : gb18030(user.name)
                #expect(name == chinese ?? meaning["name"] as? String)
                #expect(user.privilege == UInt8(meaning["privilege"] as? Int ?? 0))
                if let card = meaning["card"] as? Int { #expect(user.card == UInt32(card)) }
            }
        }
    }

    private func gb18030(_ bytes: [UInt8]) -> String? {
        guard case .text(let text) = GB18030.decode(bytes) else { return nil }
        return text
    }
}
