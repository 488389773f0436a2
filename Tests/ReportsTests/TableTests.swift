import AttendanceModel
import Reports
import TextCodec
import Testing

@Suite struct TableTests {
    private func sample() -> Table {
        var table = Table(columns: [
            .init("name", Phrase("name", "姓名")), .init("credits", Phrase("credits", "课时"), .right),
            .init("outcome", Phrase("outcome", "结果")),
        ])
        table.add([.text("王芳"), .number(2), .phrase(Phrase("met", "合格"), key: "met")])
        table.add([.text("Li"), .number(10), .phrase(Phrase("late", "迟到"), key: "late")])
        return table
    }

    @Test func alignsByDisplayWidthAndNotByCharacters() {
        #expect(
            sample().text(in: .english) == """
                name  credits  outcome
                ────  ───────  ───────
                王芳        2  met
                Li         10  late

                """)
        #expect(
            sample().text(in: .chinese) == """
                姓名  课时  结果
                ────  ────  ────
                王芳     2  合格
                Li      10  迟到

                """)
    }

    @Test func writesCSVForExcelWithItsMark() {
        #expect(
            sample().csv(in: .chinese) == "\u{FEFF}姓名,课时,结果\r\n王芳,2,合格\r\nLi,10,迟到\r\n")
    }

    @Test func keepsACellFromBecomingAFormula() {
        var table = Table(columns: [.init("reason", Phrase("reason", "原因"))])
        table.add([.text("=1+1")])
        #expect(table.csv(in: .english) == "\u{FEFF}reason\r\n'=1+1\r\n")
    }

    @Test func writesJSONLinesThatNoLanguageChanges() {
        let expected = """
            {"schema":1,"name":"王芳","credits":2,"outcome":"met"}
            {"schema":1,"name":"Li","credits":10,"outcome":"late"}

            """
        #expect(sample().jsonLines == expected)
        #expect(sample().rendered(as: .json, in: .chinese) == expected)
    }

    @Test func fillsMissingCellsAtTheEndWithBlanks() {
        var table = Table(columns: [.init("a", Phrase("a", "甲")), .init("b", Phrase("b", "乙"))])
        table.add([.text("x")])
        #expect(table.csv(in: .english) == "\u{FEFF}a,b\r\nx,\r\n")
        #expect(table.jsonLines == "{\"schema\":1,\"a\":\"x\",\"b\":null}\n")
    }
}

@Suite struct MoneyTests {
    @Test(arguments: [(0, "0.00"), (5, "0.05"), (40_400, "404.00"), (5050, "50.50"), (-105, "-1.05")])
    func printsFenAsYuanWithoutFloatingPoint(fen: Int, text: String) {
        #expect(LedgerTables.yuan(fen) == text)
    }
}
