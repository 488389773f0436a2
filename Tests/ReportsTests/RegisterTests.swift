import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Testing

/// The registers and lists that the office and the principal keep.
@Suite struct RegisterTests {
    @Test func theRegisterOfIncidentsHasEveryIncidentAndKeepsClosedOnes() throws {
        var month = try SchoolMonth(12)
        let before = try month.papers().ledger.incidents
        let late = try #require(before.first { $0.kind == "safety" && $0.outcome == .late }?.line)
        try month.write("ruling,\(late.date),\(late.duty),,,,\(late.person),excused,T101,核实监控")
        let papers = try month.papers()
        let paper = papers.incidentRegister
        let rows = paper.rows("incidents")
        #expect(rows.count == before.count)
        #expect(rows.map { $0["number"] } == papers.ledger.incidents.map { String($0.number) })
        #expect(rows.filter { $0["closed"] != "" }.map { $0["person"] } == [late.person.text])
        #expect(paper.terms.first { $0.key == "notClosed" }?.value.english == String(rows.count - 1))
        let none = try SchoolMonth(0).papers().incidentRegister
        #expect(none.html().contains("本期没有事故。"))
    }

    @Test func theListOfWhatIsMissingIsSortedByWhoHasToAct() throws {
        var month = try SchoolMonth(12)
        month.asOf = SchoolMonth.local("2026-10-01 10:00")
        let paper = try month.papers().missingList
        #expect(paper.rows("office").contains { $0["missing"]?.contains("早读」签到表未录入") ?? false })
        #expect(paper.rows("rulings").contains { $0["date"] == "2026-09-16" && $0["why"]?.contains("裁定") ?? false })
        #expect(paper.html().contains("由教务处处理"))
        #expect(paper.html(.english).contains("For: office"))
        #expect(try SchoolMonth(0).papers().missingList.html().contains("没有待补的材料。"))
    }

    @Test func thePatrolReportCountsEachObservationOnceAndListsWhatWasFound() throws {
        let paper = try SchoolMonth(12).papers().patrolReport
        let day = try #require(paper.rows("days").first { $0["date"] == "2026-09-18" })
        #expect([day["seen"], day["present"], day["absent"]] == ["2", "1", "1"])
        #expect(paper.sum("days")["seen"] == "2")
        #expect(paper.rows("findings").map { [$0["time"], $0["seen"], $0["by"]] } == [["08:52", "不在岗", "带班领导"]])
        #expect(try SchoolMonth(0).papers().patrolReport.html().contains("本期没有值班。"))
    }

    @Test func theAppraisalCountsWhatWasMadeByHandOnce() throws {
        var month = try SchoolMonth(9)
        try month.write("attest,2026-09-22,morning,,07:04,,T106,,T101,忘打卡", recorded: "2026-09-22 12:00")
        month.people[1] = "T101,李敏,leader,rateA,2020-09-01,,"
        let paper = try month.papers().appraisal
        func row(_ person: String) -> [String: String]? { paper.rows("people").first { $0["person"] == person } }
        #expect(row("T103")?["rulings"] == "1")
        #expect(row("T104")?["lateCovers"] == "0", "the cover was noted in time")
        let typed = Int(row("T100")?["signatures"] ?? "") ?? 0
        #expect((15...21).contains(typed), "\(typed)")
        #expect(row("T101")?["kind"] == "领导")
        let all = paper.rows("people").compactMap { Int($0["signatures"] ?? "") }
        #expect(paper.sum("people")["signatures"] == String(all.reduce(0, +)))
    }

    @Test(arguments: [(1, 3, "33.3"), (2, 3, "66.7"), (0, 5, "0.0"), (5, 5, "100.0"), (1, 16, "6.3")])
    func partsAreRoundedHalfUp(part: Int, whole: Int, text: String) {
        #expect(PaperSource.percent(part, of: whole) == text)
    }

    @Test func jsonHasTheFactsFirstAndThenTheRowsOfEachTable() throws {
        let papers = try SchoolMonth(3).papers()
        let english = papers.notice().rendered(as: .json, in: .english)
        #expect(english == papers.notice().rendered(as: .json, in: .chinese), "no language changes it")
        let lines = english.split(separator: "\n")
        #expect(lines.first?.hasPrefix("{\"schema\":1,\"document\":\"notice\",\"revision\":") ?? false)
        #expect(lines.contains { $0.hasPrefix("{\"schema\":1,\"table\":\"people\",\"no\":1,\"name\":") })
    }

    @Test(arguments: Language.allCases)
    func everyDocumentHasTheStructureOfOne(language: Language) throws {
        let papers = try SchoolMonth(7, hostile: true).papers()
        let sheet = PaySheetSample.sheet(papers)
        for paper in [
            papers.notice(), papers.pay(sheet, part: .staff), papers.incidentRegister, papers.missingList,
            papers.patrolReport, papers.appraisal,
        ] {
            let html = paper.html(language)
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang="))
            #expect(html.ranges(of: "<h1>").count == 1)
            for tag in ["table", "tr", "td", "section", "bdi", "svg", "ul"] {
                let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
                #expect(opened == html.ranges(of: "</\(tag)>").count, "\(paper.kind): \(tag)")
            }
            let tables = html.ranges(of: "<table").count
            #expect(
                html.ranges(of: "<thead><tr><th scope=\"col\"").count == tables, "\(paper.kind): every table has heads")
            #expect(html.contains("<footer>") && html.contains("yanshi@2026-09-01 #a41c3f00"))
        }
    }
}
