import Testing
import TextCodec
import WireFormats

/// Names and cards that exports give: proposals for the tables of a school.
@Suite struct ExportNamesTests {
    private func names(_ bytes: [UInt8], codePage: CodePage = .gb18030, chunk: Int = .max) -> ExportNames {
        let format = ExportFormat.recognise(prefix: bytes.span, size: Int64(bytes.count))
        var reader = ExportNameReader(format: format, codePage: codePage)
        var start = 0
        while start < bytes.count {
            let end = chunk < bytes.count - start ? start + chunk : bytes.count
            reader.feed(bytes.span.extracting(start..<end))
            start = end
        }
        return reader.finish()
    }

    @Test(arguments: ["zk_user_28.dat", "zk_user_72.dat"]) func userListsGiveIdsNamesAndCards(_ name: String) throws {
        let vector = try #require(Vector.exports.first { $0.name == name })
        let expected = try #require(vector["users"] as? [[String: Any]])
        for chunk in [1, 5, .max] {
            let found = names(vector.bytes, chunk: chunk)
            #expect(found.names.count == expected.count)
            for (user, meaning) in zip(found.names, expected) {
                #expect(user.userID == meaning["user_id"] as? String ?? (meaning["user_id"] as? Int).map(String.init))
                #expect(user.name == meaning["name_gb18030"] as? String ?? meaning["name"] as? String)
                if let card = meaning["card"] as? Int { #expect(user.card == UInt32(card)) }
            }
        }
        #expect(names(vector.bytes).names.last?.card == nil, "0 is no card")
    }

    private static let list =
        "No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\t王芳\t2026-03-02 08:00:00\n"
        + "2\t1\t8\t李雷\t2026-03-02 08:00:01\n3\t1\t9\t\t2026-03-02 08:00:02\n4\t1\t7\t王芳\t2026-03-03 08:00:00\n"

    @Test(arguments: TextEncoding.allCases) func listsGiveNamesInEveryEncoding(_ encoding: TextEncoding) {
        let found = names(.encoded(Self.list, encoding, marked: true))
        #expect(found.names.map(\.userID) == ["7", "8"], "an id without a name is no proposal")
        #expect(found.names.map(\.name) == ["王芳", "李雷"])
        #expect(found.codePage == (encoding == .gb18030 ? .gb18030 : .utf8))
        #expect(found.renamed.isEmpty)
        #expect(found.undecoded.isEmpty)
    }

    @Test func anIdWithTwoNamesIsTold() {
        let found = names(Array((Self.list + "5\t1\t7\t赵敏\t2026-03-04 08:00:00\n").utf8))
        #expect(found.names.first?.name == "赵敏")
        #expect(found.renamed == ["7": ["王芳", "赵敏"]])
    }

    @Test func anotherCodePageCanBeSaid() throws {
        let western = try #require(CodePage(named: "CP1252"))
        var bytes = Array("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\tJos".utf8) + [0xE9]
        bytes += Array("\t2026-03-02 08:00:00\n".utf8)
        #expect(names(bytes, codePage: western).names.first?.name == "José")
        #expect(CodePage(named: "no such page") == nil)
        #expect(CodePage(named: "CP1252//IGNORE") == nil)
    }

    /// Machines keep eight or seventeen bytes, whether or not a character ends there.
    @Test func aNameCutWithinACharacterLosesOnlyThat() throws {
        let cut = try #require(GB18030.encode("欧阳明月")?.dropLast())
        let bytes =
            Array("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\t".utf8) + cut + Array("\t2026-03-02 08:00:00\n".utf8)
        #expect(names(bytes).names.first?.name == "欧阳明")
    }

    @Test func bytesThatAreNoTextAreToldAndNotInvented() {
        let bytes =
            Array("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\t".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
            + Array("\t2026-03-02 08:00:00\n".utf8)
        let found = names(bytes)
        #expect(found.names.map(\.name) == [""])
        #expect(found.undecoded == ["7"])
    }

    @Test func punchesWithoutNamesGiveNone() throws {
        let vector = try #require(Vector.exports.first { $0.name == "zk_1_attlog_pad5_crlf.dat" })
        #expect(names(vector.bytes).names.isEmpty)
    }

    /// Seen in exports of two real machines: one cell for both, in the header and in the rows.
    @Test func aGroupBehindTheNameIsNoPartOfIt() {
        let list =
            "No\tTMNo\tEnNo\tName GMNo\tMode\tDateTime\n1\t1\t9\tCelio Marcos 1\t1\t2023/01/06 10:00:17\n"
            + "2\t1\t6\t 1\t0\t2023/01/06 10:00:18\n"
        #expect(names(Array(list.utf8)).names == [ExportName(userID: "9", name: "Celio Marcos", card: nil)])
    }
}
