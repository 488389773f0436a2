import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Testing

/// The sheet that money is paid by.
@Suite struct PayTests {
    private func papers(_ count: Int = 15, hostile: Bool = false) throws -> PaperSource {
        try SchoolMonth(count, hostile: hostile).papers()
    }

    @Test func amountsAreNetCreditsAtTheirRateAndAddUp() throws {
        let papers = try papers()
        let sheet = PaySheet(papers.ledger)
        let paper = papers.pay(sheet, part: .staff)
        var sum = 0
        for row in paper.rows("pay") {
            let net = try #require(Int(row["net"] ?? ""))
            sum += net * 5050
            #expect(row["amount"] == LedgerTables.yuan(net * 5050))
            #expect(row["sum"] == (net == 0 ? "" : "\(net)×50.50"))
            #expect(row["total"] == row["amount"])
        }
        #expect(paper.sum("pay")["total"] == LedgerTables.yuan(sum))
        #expect(sheet.total(of: .staff) == sum)
        #expect(paper.html().contains("¥\(LedgerTables.yuan(sum))　大写：\(ChineseAmount.text(fen: sum))"))
        #expect(!paper.html(.english).contains("大写"))
    }

    @Test func adjustmentsOfClosedMonthsAreListedAndPaidAndWaitingOnesAreNot() throws {
        let papers = try papers()
        let sheet = PaySheetSample.sheet(papers)
        let paper = papers.pay(sheet, part: .staff)
        #expect(paper.rows("adjustments").map { $0["amount"] } == ["101.00", "-101.00"])
        #expect(paper.rows("adjustments").allSatisfy { $0["month"] == "2026-08" && $0["causes"] == "#77 #78" })
        let first = try #require(paper.rows("pay").first)
        #expect(first["adjustment"] == "101.00")
        #expect(Double(first["total"] ?? "") == (Double(first["amount"] ?? "") ?? 0) + 101)
        #expect(paper.rows("unpaid").contains { $0["why"]?.contains("等待裁定") ?? false })
        #expect(paper.sum("pay")["total"] == LedgerTables.yuan(sheet.total(of: .staff)))
    }

    @Test func contractStaffHaveASheetOfTheirOwnWithTheAmountByHand() throws {
        let papers = try papers()
        let sheet = PaySheet(papers.ledger)
        #expect(papers.pay(sheet, part: .staff).rows("pay").allSatisfy { $0["person"]?.hasPrefix("T") ?? false })
        let contracts = papers.pay(sheet, part: .contract).rows("pay")
        #expect(contracts.map { $0["person"] } == ["X114"])
        #expect(contracts.first?["total"] == "")
        #expect(contracts.first?["note"]?.contains("金额手填") ?? false)
    }

    @Test func aFormulaForANameStaysAName() throws {
        let csv = try self.papers(5, hostile: true)
        let text = csv.pay(PaySheet(csv.ledger), part: .staff).rendered(as: .csv, in: .chinese)
        #expect(text.hasPrefix("\u{FEFF}序号,工号,姓名,"))
        #expect(text.contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","))
        #expect(text.hasSuffix("\r\n"))
    }

    @Test func whoeverEarnedNothingGetsARowWithNothing() throws {
        var month = try SchoolMonth(3)
        month.keepFacts { _ in false }
        month.asOf = SchoolMonth.local("2026-12-01 10:00")
        let papers = try month.papers()
        let rows = papers.pay(PaySheet(papers.ledger), part: .staff).rows("pay")
        #expect(rows.count == 3)
        #expect(rows.first.map { [$0["net"], $0["amount"], $0["total"]] } == ["0", "0.00", "0.00"])
    }

    @Test func aMonthWithoutDutiesIsATableWithTitlesOnly() throws {
        let papers = try SchoolMonth(0).papers()
        let paper = papers.pay(PaySheet(papers.ledger), part: .staff)
        #expect(paper.html().contains("本表没有发放对象。"))
        #expect(paper.rendered(as: .csv, in: .english).hasPrefix("\u{FEFF}no.,person,name,"))
        #expect(!paper.html().contains("大写"))
    }

    @Test func isMarkedWhileDutiesAreOpen() throws {
        var month = try SchoolMonth(3)
        month.keepFacts { _ in false }
        month.asOf = SchoolMonth.local("2026-09-03 20:00")
        let papers = try month.papers()
        #expect(papers.pay(PaySheet(papers.ledger), part: .staff).html().contains("确定后本表可能变动"))
    }
}
