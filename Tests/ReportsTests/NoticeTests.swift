import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Testing
import Timetable

/// The sheet on the wall: right, complete, and nothing on it that is nobody's business.
@Suite struct NoticeTests {
    private func issue(_ revision: Int, changes: LedgerDifference? = nil) throws -> NoticeIssue {
        let month = try #require(Month("2026-09"))
        let recorded = try #require(LocalDateTime("2026-10-02 09:00"))
        let until = try #require(LocalDate(iso: "2026-10-12"))
        let notice = Notice(
            month: month, revision: revision, digest: String(repeating: "d1", count: 32), semantics: 1,
            objectionsUntil: until, asOf: SchoolMonth.local("2026-10-02 09:00"), size: 900,
            checkpoint: "dutyclock/\(String(repeating: "ab", count: 16)) 900 \(String(repeating: "B", count: 43))=")
        return NoticeIssue(
            published: Period.Published(fact: 901, recorded: recorded, notice: notice), previous: revision - 1,
            changes: changes, openObjections: 2)
    }

    @Test func saysNothingPrivate() throws {
        var month = try SchoolMonth(12)
        month.people.append("P201,张家长,parent,,2026-09-01,,")
        month.roster.append("Mon-Fri,gate,大门口,P201,,1")
        try month.write("leave,2026-09-22,,,,,T105,,T101,\(SchoolMonth.privateReason)")
        let papers = try month.papers()
        for language in Language.allCases {
            for format in OutputFormat.allCases {
                let text = papers.notice(try issue(1)).rendered(as: format, in: language)
                for secret in [
                    SchoolMonth.privateReason, "请假", "leave", "代班", "张家长", "P201", "rateA", "contract", "50.50",
                    "chen(1000)", "核实监控",
                ] { #expect(!text.contains(secret), "\(secret) in \(format) \(language)") }
            }
        }
        #expect(papers.notice().rows("duties").contains { $0["duty"] == "大门口" }, "the post itself is counted")
    }

    @Test func isOneFileWithoutScriptsAndReferences() throws {
        let html = try SchoolMonth(12, hostile: true).papers().notice().html()
        for word in ["<script", "http:", "https:", "//", "src=", "href=", "@import", "onload", "javascript:"] {
            let isName = word == "http:" || word == "//"  // =HYPERLINK("http://x","y") is somebody's name here
            let text = isName ? html.replacing("=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)", with: "") : html
            #expect(!text.contains(word), "\(word)")
        }
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(html.contains("default-src &#39;none&#39;"))
        #expect(html.contains("<html lang=\"zh-CN\">"))
    }

    @Test func printsTheDigestTheCheckpointAndTheLastDayOfAPublishedIssue() throws {
        let papers = try SchoolMonth(6).papers()
        let html = papers.notice(try issue(2)).html()
        for part in [
            "第 2 版，2026-10-02 公示", "2026-10-12 前（含当日）", String(repeating: "d1", count: 32),
            "dutyclock/\(String(repeating: "ab", count: 16)) 900 ", "《小学课后延时服务实施方案》", "尚未答复的异议：2 件", "六.1",
        ] { #expect(html.contains(part), "\(part)") }
        #expect(!html.contains("草稿"))
        #expect(papers.notice().html().contains("草稿，尚未公示"))
    }

    @Test func listsWhatAReissuedNoticeSaysOtherwise() throws {
        var month = try SchoolMonth(6)
        let before = try month.papers().ledger
        let kept = try #require(
            before.lines.first { $0.id.duty.text == "noon" && $0.verdict.shown == "met" && $0.net > 0 })
        try month.write(
            "ruling,\(kept.id.date),noon,,,,\(kept.id.person),missing,T101,核实监控", recorded: "2026-10-03 09:00")
        let papers = try month.papers()
        let changes = LedgerDifference(from: before, to: papers.ledger)
        let rows = papers.notice(try issue(2, changes: changes)).rows("changes")
        #expect(rows.map { $0["date"] } == [kept.id.date.description])
        #expect(
            rows.first.map { [$0["duty"], $0["before"], $0["after"], $0["credits"]] } == ["午间", "合格 3", "缺勤 0", "-3"])
        let same = papers.notice(try issue(2, changes: LedgerDifference(from: before, to: before)))
        #expect(same.html().contains("与第 1 版不同之处") && same.html().contains("没有改动。"))
    }

    @Test func hasARowForEverybodyAndSumsThatAddUp() throws {
        let papers = try SchoolMonth(60).papers()
        let paper = papers.notice()
        let people = paper.rows("people")
        #expect(people.count == 60)
        for column in ["due", "kept", "late", "early", "short", "missing", "open", "granted", "voided", "net"] {
            func sum(_ rows: [[String: String]]) -> Int {
                rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? -1_000_000) }
            }
            let expected = Int(paper.sum("people")[column] ?? "")
            #expect(sum(people) == expected, "\(column)")
            #expect(sum(paper.rows("duties")) == expected, "\(column)")
            #expect(sum(paper.rows("details")) == expected, "\(column)")
        }
        for row in people {
            let parts = ["kept", "late", "early", "short", "missing", "open"].compactMap { Int(row[$0] ?? "") }
            #expect(Int(row["due"] ?? "") == parts.reduce(0, +))
        }
    }

    @Test func drawsEachWeekAndEachDutyOnce() throws {
        let html = try SchoolMonth(6).papers().notice().html()
        #expect(html.ranges(of: "<svg").count == 2)
        #expect(html.ranges(of: "<pattern").count == 2, "patterns are defined once")
        for week in ["09-01–09-04", "09-07–09-11", "09-14–09-18", "09-21–09-24", "09-28–09-30"] {
            #expect(html.contains(">\(week)</text>"), "\(week)")
        }
    }

    @Test func tellsTwoPeopleOfOneNameApart() throws {
        var month = try SchoolMonth(2)
        month.people = ["T100,王芳,teacher,rateA,2020-09-01,,", "T101,王芳,teacher,rateA,2020-09-01,,"]
        let names = try month.papers().notice().rows("people").map { $0["name"] }
        #expect(names == ["王芳（T100）", "王芳（T101）"])
    }

    @Test func ofAMonthWithoutDutiesSaysSo() throws {
        var month = try SchoolMonth(0)
        month.people = ["T100,王芳,external,rateA,2020-09-01,,"]
        let paper = try month.papers().notice()
        #expect(paper.rows("people").isEmpty)
        #expect(paper.html().contains("本月没有值班。"))
        #expect(paper.html(.english).contains("There was no duty in this month."))
        #expect(!paper.html().contains("<svg"))
        #expect(
            paper.rendered(as: .csv, in: .chinese).split(separator: "\r\n").count == 2, "titles and a sum of nothing")
    }

    @Test func whileNothingHasComeEverythingIsOpenAndNothingVoid() throws {
        var month = try SchoolMonth(3)
        month.keepFacts { _ in false }
        month.asOf = SchoolMonth.local("2026-09-03 20:00")
        let paper = try month.papers().notice()
        let sum = paper.sum("people")
        #expect(Int(sum["open"] ?? "") ?? 0 > 10 && sum["voided"] == "0" && sum["missing"] == "0")
        #expect(paper.rows("open").contains { $0["missing"]?.contains("gate") ?? false })
        #expect(paper.html().contains("统计至"))
    }

    @Test func saysWhatWasJudgedWithoutASourceThatNeverCame() throws {
        var month = try SchoolMonth(3)
        month.keepFacts { _ in false }
        month.asOf = SchoolMonth.local("2026-12-01 20:00")
        #expect(try month.papers().notice().html().contains("逾期未到，按现有证据判定："))
        #expect(try month.papers().missingList.rows("neverCame").count > 10)
    }

    @Test func printsThePlansOwnFactsForEverybodyAndNotThoseForTheOffice() throws {
        var month = try SchoolMonth(3)
        month.editPlan = { plan in
            plan.notes = [PlanNote(.money, "不向学生及家长收取任何费用", cite: "二.5"), PlanNote(.office, "教务处内部规定")]
            plan.notice.show = ["attendance", "marking"]
        }
        let html = try month.papers().notice().html()
        #expect(html.contains("不向学生及家长收取任何费用（二.5）"))
        #expect(!html.contains("教务处内部规定"))
        #expect(html.contains("作业批改情况"))
    }
}
