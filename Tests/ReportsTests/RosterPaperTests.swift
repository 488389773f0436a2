import AttendanceModel
import Reports
import TextCodec
import Testing

/// Who is really where: after leave, cover, rain, closure and people who have left.
@Suite struct RosterPaperTests {
    private let week: ClosedRange<LocalDate>

    init() throws {
        let monday = try #require(LocalDate(iso: "2026-09-14"))
        week = monday...monday.advanced(byDays: 6)
    }

    private func month() throws -> SchoolMonth {
        var month = try SchoolMonth(0)
        month.people = [
            "T1,王芳,teacher,rateA,2020-09-01,,", "T2,赵敏,teacher,rateA,2020-09-01,,",
            "T3,孙强,teacher,rateA,2020-09-01,2026-09-16,",
        ]
        month.roster = [
            "Mon-Fri,morning,3-1班,T1,,1", "Wed,club,足球@操场,T2,dry,1", "Wed,club,足球@体育馆,T2,rain,1",
            "Mon-Fri,gate,大门口,T3,,1",
        ]
        month.asOf = SchoolMonth.local("2026-09-14 06:00")
        return month
    }

    private func cell(_ month: SchoolMonth, _ post: String, _ day: String, _ language: Language = .chinese) throws
        -> String
    {
        try month.papers(week).weekRoster.rows("roster", in: language).first { $0["post"] == post }?[day] ?? "?"
    }

    @Test func hasEachPostByDayWithItsTimesAndBells() throws {
        let rows = try month().papers(week).weekRoster.rows("roster")
        #expect(rows.first?["2026-09-14"] == "summer")
        let morning = try #require(rows.first { $0["post"] == "3-1班" })
        #expect(morning["window"] == "07:00–08:10")
        #expect(morning["2026-09-18"] == "王芳")
        #expect(morning["2026-09-19"] == nil, "no column for a Saturday without duties")
        #expect(rows.contains { $0["duty"] == "不值班教师签退" } == false, "what everybody has is no post")
    }

    @Test func marksCoverLeaveAndVacancy() throws {
        var month = try month()
        let before = "2026-09-13 12:00"
        try month.write("cover,2026-09-15,morning,,,,T1,T2,T1,", recorded: before)
        try month.write("leave,2026-09-16,,,,,T1,,T1,\(SchoolMonth.privateReason)", recorded: before)
        #expect(try cell(month, "3-1班", "2026-09-15") == "赵敏（代王芳）")
        #expect(try cell(month, "3-1班", "2026-09-15", .english) == "赵敏 for 王芳")
        #expect(try cell(month, "3-1班", "2026-09-16") == "▲空缺（王芳 请假）")
        #expect(try cell(month, "大门口", "2026-09-16") == "孙强")
        #expect(try cell(month, "大门口", "2026-09-17") == "▲空缺", "he has left")
        let paper = try month.papers(week).weekRoster
        #expect(paper.html().contains("<td class=\"strong\"><bdi>▲空缺（王芳 请假）</bdi></td>"))
        #expect(!paper.html().contains(SchoolMonth.privateReason))
    }

    @Test func followsRainAndClosure() throws {
        var month = try month()
        #expect(try cell(month, "足球@操场", "2026-09-16") == "赵敏")
        month.asOf = SchoolMonth.local("2026-09-17 12:00")
        try month.write("rain,2026-09-16,,,15:00,,,,T1,", recorded: "2026-09-16 15:00")
        try month.write("closure,2026-09-17,,,,,,,T1,台风", recorded: "2026-09-17 06:00")
        #expect(try cell(month, "足球@体育馆", "2026-09-16") == "赵敏")
        #expect(try cell(month, "足球@操场", "2026-09-16") == "?")
        #expect(try cell(month, "3-1班", "2026-09-17") == "停")
    }

    @Test func textIsAlignedByDisplayWidth() throws {
        let text = try month().papers(week).weekRoster.text(in: .chinese)
        let lines = text.split(separator: "\n")
        let rule = try #require(lines.first { $0.hasPrefix("────") })
        let title = try #require(lines.first { $0.hasPrefix("岗位") })
        #expect(DisplayWidth.of(rule) == DisplayWidth.of(title), "the last column's title is its widest text")
    }

    @Test func aWeekWithoutDutiesSaysSo() throws {
        let august = try #require(LocalDate(iso: "2026-08-03"))
        let paper = try month().papers(august...august.advanced(byDays: 6)).weekRoster
        #expect(paper.html().contains("本周没有值班。"))
    }
}

/// The sheet that is signed tomorrow, and how it comes back.
@Suite struct SignSheetTests {
    private let date: LocalDate

    init() throws {
        date = try #require(LocalDate(iso: "2026-09-16"))
    }

    private func month() throws -> SchoolMonth {
        var month = try SchoolMonth(0)
        month.people = [
            "T1,王芳,teacher,rateA,2020-09-01,,", "T2,赵敏,teacher,rateA,2020-09-01,,",
            "T3,孙强,teacher,rateA,2020-09-01,,",
        ]
        month.roster = [
            "Mon-Fri,morning,3-1班,T1,,1", "Mon-Fri,morning,3-2班,T2,,1", "Wed,club,足球@操场,T2,dry,1",
            "Wed,club,足球@体育馆,T2,rain,1",
        ]
        month.asOf = SchoolMonth.local("2026-09-15 16:00")
        return month
    }

    @Test func hasOneBlockForEachDutyToSignForWithTheRightNames() throws {
        var month = try month()
        try month.write("cover,2026-09-16,morning,3-1班,,,T1,T3,T1,", recorded: "2026-09-15 12:00")
        let paper = try month.papers(date...date).signSheet()
        #expect(paper.sheets.map(\.key) == ["morning"])
        #expect(paper.rows("morning").map { $0["name"] } == ["孙强", "赵敏"])
        #expect(paper.rows("morning").map { $0["post"] } == ["3-1班", "3-2班"])
        #expect(paper.html().contains("<th scope=\"col\" class=\"hand\">签名</th>"))
    }

    @Test func whoIsOnLeaveLeavesAnEmptyLineAndNoReason() throws {
        var month = try month()
        try month.write("leave,2026-09-16,,,,,T1,,T1,\(SchoolMonth.privateReason)", recorded: "2026-09-15 12:00")
        let paper = try month.papers(date...date).signSheet()
        #expect(paper.rows("morning").map { $0["name"] } == ["▲ 空缺", "赵敏"])
        for secret in [SchoolMonth.privateReason, "请假", "王芳"] { #expect(!paper.html().contains(secret)) }
        #expect(paper.csvTable?.records().map { $0["name"] } == ["赵敏"])
    }

    @Test func saysWhereToGoIfItRainsUntilRainIsDeclared() throws {
        var month = try month()
        let club = DutyID("club")
        #expect(try month.papers(date...date).signSheet(duties: [club]).rows("club").first?["rain"] == "足球@体育馆")
        month.asOf = SchoolMonth.local("2026-09-16 15:10")
        try month.write("rain,2026-09-16,,,15:00,,,,T1,", recorded: "2026-09-16 15:00")
        let row = try month.papers(date...date).signSheet(duties: [club]).rows("club").first
        #expect(row?["post"] == "足球@体育馆")
        #expect(row?["rain"] == nil)
    }

    @Test func theFileToTypeIntoHasTheRowsOfTheSheetAndNoTimes() throws {
        let paper = try month().papers(date...date).signSheet()
        let csv = paper.rendered(as: .csv, in: .chinese)
        #expect(csv.hasPrefix("\u{FEFF}日期,岗位,位置,工号,姓名,签到时间,备注\r\n2026-09-16,morning,3-1班,T1,王芳,?,morning-"))
        let html = paper.html()
        let code = try #require(csv.split(separator: ",").last { $0.hasPrefix("morning-") }?.prefix(12))
        #expect(html.contains(code))
        var other = try month()
        try other.write("cover,2026-09-16,morning,3-1班,,,T1,T3,T1,", recorded: "2026-09-15 12:00")
        #expect(!(try other.papers(date...date).signSheet().html().contains(code)), "other names, another sheet")
    }

    @Test func ofADayWithoutDutiesSaysSo() throws {
        let sunday = try #require(LocalDate(iso: "2026-09-20"))
        #expect(try month().papers(sunday...sunday).signSheet().html().contains("当天没有需要签到的值班。"))
    }
}
