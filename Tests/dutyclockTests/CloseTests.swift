import Foundation
import Testing

/// A month from its notice to its adjustments, through the program itself.
@Suite struct CloseTests {
    private let dutyclock: CommandLine
    private let chinese = "zh_CN.UTF-8"

    init() throws {
        dutyclock = try CommandLine()
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
    }

    /// The stick with 王芳's whole day.
    private func bringStick() throws {
        let rows = ["07:03:11", "11:31:05", "12:48:20", "17:35:40"].map {
            "       12\t2026-09-16 \($0)\t1\t255\t1\t0\r\n"
        }
        let stick = try dutyclock.write(rows.joined(), to: "1_attlog.dat")
        let answer = try dutyclock("import", stick, "--machine", "gate", "--complete-until", "2026-10-01 07:00")
        #expect(answer.status == 0, "\(answer.errors)")
    }

    private func close() throws { #expect(try dutyclock("close", "2026-09", "--by", "L001").status == 0) }

    private func words(_ command: String, _ more: String...) -> [String] { [command, "2026-09"] + more }

    @Test func goesFromNoticeOverObjectionsToTheClose() throws {
        defer { dutyclock.remove() }
        let without = try dutyclock("notice", "2026-09", "--publish")
        #expect(without.status == 64)
        #expect(without.errors.contains("give --until DATE"))
        let notice = try dutyclock("notice", "2026-09", "--publish", "--until", "tomorrow", "--by", "L001")
        #expect(notice.status == 0)
        #expect(notice.output.contains("notice 1 of 2026-09"))
        #expect(notice.output.contains("dutyclock/"), "the checkpoint line")
        let again = try dutyclock("notice", "2026-09", "--publish")
        #expect(again.status == 65)
        #expect(again.errors.contains("notice 1 says the same"))

        let objection = ["objection", "--date", "2026-09-16", "--person", "王芳", "--duty", "早读", "--reason", "到岗了"]
        #expect(try dutyclock.run(["record"] + objection).status == 0)
        let refused = try dutyclock("close", "2026-09")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("People may object until"))
        #expect(refused.errors.contains("1 objection is not answered"))
        let open = try dutyclock("periods", "2026-09", "--objections", "--format", "json").output
        #expect(open.contains("\"state\":\"open\""))

        #expect(try dutyclock("record", "objection", "--ref", "2", "--by", "L001", "--reason", "x").status == 65)
        let number = try #require(open.firstMatch(of: /"fact":(\d+)/)?.output.1)
        let answer = ["objection", "--ref", String(number), "--by", "L001", "--reason", "核实监控，维持"]
        #expect(try dutyclock.run(["record"] + answer).status == 0)
        let answered = try dutyclock("periods", "2026-09", "--objections", "--format", "json").output
        #expect(answered.contains("\"state\":\"answered\""))

        #expect(try dutyclock("close", "2026-09", "--despite", "学期结束").status == 64, "whose reason is it?")
        let closed = try dutyclock("close", "2026-09", "--despite", "学期结束", "--by", "L001")
        #expect(closed.status == 0)
        #expect(closed.output.contains("2026-09 is closed: "))
        #expect(try dutyclock("log", "--kind", "close").output.contains("「学期结束」"))
        #expect(try dutyclock("verify").status == 0)
    }

    @Test func nothingIsPutUpWhosePaperCannotBeWritten() throws {
        defer { dutyclock.remove() }
        let size = try dutyclock("verify").output
        let words = ["notice", "2026-09", "--publish", "--until", "tomorrow", "--output"]
        let answer = try dutyclock.run(words + [dutyclock.path("notice.docx")])
        #expect(answer.status == 64)
        #expect(answer.errors.contains(".html (to print)"), "\(answer.errors)")
        #expect(try dutyclock("verify").output == size)
    }

    @Test func aLateFactBringsTheNextRevisionWithItsDifferences() throws {
        defer { dutyclock.remove() }
        #expect(try dutyclock("notice", "2026-09", "--publish", "--until", "tomorrow").status == 0)
        try bringStick()
        let difference = try dutyclock("notice", "2026-09", "--changes", "--format", "json").output
        #expect(difference.contains("\"person\":\"T012\""))
        #expect(difference.contains("\"facts\":\"#"))
        let revision = try dutyclock("notice", "2026-09", "--publish")
        #expect(revision.output.contains("notice 2 of 2026-09"))
        let list = try dutyclock("notice", "2026-09", "--revisions", "--format", "csv", language: chinese).output
        #expect(list.split(separator: "\r\n").count == 3)
    }

    @Test(
        arguments: [("2999-01", 66), ("2020-01", 66), ("this-month", 65), ("2026-09-16", 64), ("abc", 64)]
            as [(String, Int32)])
    func onlyAMonthThatIsOverCanBeClosed(month: String, status: Int32) throws {
        defer { dutyclock.remove() }
        let size = try dutyclock("verify").output
        let answer = try dutyclock("close", month, "--despite", "x", "--by", "L001")
        #expect(answer.status == (month == "2999-01" ? 65 : status), "\(answer.errors)")
        #expect(try dutyclock("verify").output == size, "nothing may have been written")
    }

    @Test func closingTwiceSaysWhoClosedItAndWhen() throws {
        defer { dutyclock.remove() }
        try close()
        let again = try dutyclock("close", "2026-09", "--despite", "x", "--by", "L001")
        #expect(again.status == 65)
        #expect(again.errors.contains("2026-09 was closed on "))
        #expect(try dutyclock("notice", "2026-09", "--publish", "--until", "tomorrow").status == 65)
        let reopened = try dutyclock("close", "2026-09", "--reopen", "--by", "L001", "--reason", "x", language: chinese)
        #expect(reopened.status == 65)
        #expect(reopened.errors.contains("不允许撤销结算"))
    }

    @Test func aClosedMonthIsReadAsItWasClosedAndLateFactsAreAdjustments() throws {
        defer { dutyclock.remove() }
        try close()
        let asked = [
            words("duties", "--format", "csv"), words("totals", "--format", "json"), words("duties", "--incidents"),
            ["explain", "王芳", "2026-09-16"],
        ]
        let before = try asked.map { try dutyclock.run($0).output }
        #expect(try dutyclock("duties", "2026-09").errors.contains("2026-09 as it was closed on "))
        try bringStick()
        #expect(try asked.map { try dutyclock.run($0).output } == before)

        let adjustments = try dutyclock("periods", "this-month", "--adjustments", "--format", "json").output
        let rows = adjustments.split(separator: "\n")
        #expect(rows.count == 1, "the stick came at once")
        #expect(adjustments.contains("\"month\":\"2026-09\",\"date\":\"2026-09-16\",\"person\":\"T012\""))
        #expect(adjustments.contains("\"state\":\"effective\""))
        let totals = try dutyclock("totals", "this-month", "--person", "王芳", "--format", "json").output
        let yuan = try #require(adjustments.firstMatch(of: /"yuan":"\+([0-9.]+)"/)?.output.1)
        #expect(totals.contains("\"adjusted\":\"\(yuan)\""))

        let difference = try dutyclock("diff", "2026-09", "--format", "json").output
        #expect(difference.contains("\"person\":\"T012\""))
        #expect(try dutyclock("periods", "2026-09", "--recheck").output.contains("judges every line as it was closed"))
    }

    @Test func whatIfComparesWithTheRulesOfAFolderAndPublishesNothing() throws {
        defer { dutyclock.remove() }
        try bringStick()
        let size = try dutyclock("verify").output
        let path = dutyclock.path("plan") + "/plan.json5"
        let plan = try String(contentsOfFile: path, encoding: .utf8)
        #expect(try dutyclock("diff", "2026-09", "--plan", dutyclock.path("plan")).output == "Nothing is different.\n")
        let other = plan.replacing("gap: \"10m\"", with: "gap: \"90m\"")
        #expect(other != plan)
        try other.write(toFile: path, atomically: true, encoding: .utf8)
        let answer = try dutyclock("diff", "2026-09", "--plan", dutyclock.path("plan"), "--format", "json")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.split(separator: "\n").count == 1)
        #expect(
            answer.output.contains("\"before\":\"met\",\"netBefore\":3,\"after\":\"short\",\"net\":0"),
            "\(answer.output)")
        let totals = try dutyclock("diff", "2026-09", "--plan", dutyclock.path("plan"), "--totals", language: chinese)
        #expect(totals.output.contains("-151.50"), "\(totals.output)")
        #expect(try dutyclock("verify").output == size)
    }

    @Test func diffNeedsToKnowSinceWhen() throws {
        defer { dutyclock.remove() }
        let answer = try dutyclock("diff", "2026-09")
        #expect(answer.status == 64)
        #expect(answer.errors.contains("say since when"))
        let same = try dutyclock("diff", "2026-09", "--from", "today", "--to", "today")
        #expect(same.output == "Nothing is different.\n", "\(same.errors)")
    }
}
