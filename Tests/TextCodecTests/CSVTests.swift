import Testing
import TextCodec

struct CSVTests {
    @Test func readsQuotesEmbeddedLinesAndDoubledQuotes() {
        let table = CSVTable("name,note\r\n\"王, 芳\",\"a \"\"b\"\"\r\nc\"\r\nx,y\r\n")
        #expect(table.header.cells == ["name", "note"])
        #expect(table.rows.map(\.cells) == [["王, 芳", "a \"b\"\nc"], ["x", "y"]])
        #expect(table.rows.map(\.line) == [2, 4])
        #expect(table.issues == [])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func countsLinesWithEveryLineEnd(end: String) {
        let table = CSVTable(["a,b", "1,2", "", "3,4"].joined(separator: end))
        #expect(table.rows == [.init(line: 2, cells: ["1", "2"]), .init(line: 4, cells: ["3", "4"])])
    }

    @Test(arguments: [
        ("a,b;c\n1,2", ","), ("a;b;c\n1;2;3", ";"), ("a\tb,x\tc\n1\t2\t3", "\t"), ("\"a;b;c\",d\n1,2", ","),
    ])
    func choosesTheDelimiterOfTheHeader(text: String, delimiter: Character) {
        #expect(CSVTable(text).delimiter == delimiter)
    }

    @Test func readsFullWidthCommasInTheHeaderAndTells() {
        let table = CSVTable("日期，岗位，位置\n2026-09-01,早读,3-2班，东\n")
        #expect(table.header.cells == ["日期", "岗位", "位置"])
        #expect(table.rows.map(\.cells) == [["2026-09-01", "早读", "3-2班，东"]])
        #expect(table.issues == [.init(line: 1, kind: .fullWidthComma)])
    }

    @Test func dropsWhatExcelAddsAtTheEdges() {
        let table = CSVTable("sep=,\na,b,,\n1,2,,\n,,,\n3,,,\n")
        #expect(table.header == .init(line: 2, cells: ["a", "b"]))
        #expect(table.rows == [.init(line: 3, cells: ["1", "2"]), .init(line: 5, cells: ["3", ""])])
        #expect(table.issues == [])
    }

    @Test func skipsCommentsBlankLinesAndByteOrderMark() {
        let table = CSVTable("\u{FEFF}# note, with comma\n\n  \na,b\n# x\n1,2\n")
        #expect(table.header == .init(line: 4, cells: ["a", "b"]))
        #expect(table.rows.last == .init(line: 6, cells: ["1", "2"]))
    }

    @Test func tellsDamageByLine() {
        #expect(CSVTable("").issues == [.init(line: 1, kind: .noHeader)])
        #expect(CSVTable("a,b\n1,\"2\n3").issues == [.init(line: 2, kind: .unclosedQuote)])
        #expect(CSVTable("a,b\n\"1\"x,2\n").issues == [.init(line: 2, kind: .textAfterQuote)])
        #expect(CSVTable("a,b\n1,2,3\n").issues == [.init(line: 2, kind: .tooManyCells(found: 3, named: 2))])
        #expect(CSVTable("a,b\n\"1\"x,2\n").rows.map(\.cells) == [["1x", "2"]])
    }

    @Test func neverTrapsOnAnyCut() {
        let bytes = Array("a，b;\"c\"\"d\"\r\n\"1\n2\",，\"\r\r\n#x\n".utf8)
        for start in bytes.indices {
            for end in start..<bytes.count { _ = CSVTable(String(decoding: bytes[start..<end], as: UTF8.self)) }
        }
    }

    @Test func writesWhatItReads() {
        let cells = ["a", "b,c", "d\"e", "f\ng", " h", "#i", "", "王"]
        let text = CSVWriter.row(cells)
        #expect(text == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",\"#i\",,王\r\n")
        #expect(CSVTable("1,2,3,4,5,6,7,8\r\n" + text).rows.map(\.cells) == [cells])
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@A1", "'@A1"), ("\tx", "'\tx"), ("-5", "-5"),
        ("+3.5", "+3.5"), ("-", "'-"), ("＝1", "'＝1"), ("a=1", "a=1"), ("", ""),
    ])
    func guardsExcelAgainstFormulas(cell: String, written: String) {
        #expect(CSVWriter.row([cell], flavour: .excel) == written + "\r\n")
        #expect(CSVWriter.row([cell]) == cell + "\r\n")
    }
}
