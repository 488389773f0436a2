import AttendanceModel
import Reconciler
import Reports
import Testing

/// Every document of a month says the same of a person.
@Suite struct SameNumbersTests {
    @Test(arguments: [1, 7, 42])
    func noticePayDutiesTotalsAndAppraisalAgree(seed: Int) throws {
        let papers = try SchoolMonth(45, seed: UInt64(seed)).papers()
        let tables = LedgerTables(papers.ledger, names: papers.names)
        let totals = tables.totals { _ in true }.records()
        let duties = Dictionary(grouping: tables.duties { _ in true }.records()) { $0["person"] ?? "" }
        let notice = papers.notice().rows("people")
        let appraisal = papers.appraisal.rows("people")
        let sheet = PaySheet(papers.ledger)
        let pay = papers.pay(sheet, part: .staff).rows("pay") + papers.pay(sheet, part: .contract).rows("pay")
        #expect([notice.count, appraisal.count, pay.count, duties.count] == Array(repeating: totals.count, count: 4))
        for (place, total) in totals.enumerated() {
            let person = try #require(total["person"])
            let lines = duties[person] ?? []
            func count(_ words: String...) -> String { String(lines.count { words.contains($0["outcome"] ?? "") }) }
            let paid = try #require(pay.first { $0["person"] == person })
            let judged = try #require(appraisal.first { $0["person"] == person })
            let shown = notice[place]
            for column in ["granted", "voided", "docked", "net"] {
                #expect(
                    Set([total[column], shown[column], judged[column], paid[column]]).count == 1, "\(person) \(column)")
            }
            #expect(String(lines.reduce(0) { $0 + (Int($1["net"] ?? "") ?? 0) }) == total["net"])
            for (column, words) in [
                ("kept", "合格"), ("late", "迟到"), ("early", "早退"), ("short", "不足"), ("missing", "缺勤"),
            ] {
                #expect(shown[column] == count(words) && judged[column] == count(words), "\(person) \(column)")
            }
            #expect(shown["open"] == count("待定", "存疑") && total["open"] == shown["open"])
            #expect(judged["excused"] == count("免责"))
            #expect(judged["incidents"] == total["incidents"])
            if total["pay"] != "" { #expect(paid["amount"] == total["pay"]) }
        }
        let patrol = papers.patrolReport.sum("days")
        for column in ["due", "kept", "late", "early", "short", "missing", "open"] {
            #expect(patrol[column] == papers.notice().sum("duties")[column])
        }
    }
}
