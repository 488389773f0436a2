import AttendanceModel
import Reconciler
import Reports
import TextCodec
import Testing

/// What the office reads out to a teacher whose day is void, word for word (model.md D.4).
@Suite struct ExplanationTests {
    private let day: LocalDate
    private var month: SchoolMonth

    init() throws {
        day = try #require(LocalDate(iso: "2026-09-16"))
        month = try SchoolMonth(0)
        month.people = ["T012,王芳,teacher,rateA,2020-09-01,,", "L001,周主任,leader,,2020-09-01,,"]
        month.roster = ["Mon-Fri,morning,3-2班,T012,,1", "Mon-Fri,noon,3-2班,T012,,1", "Mon-Fri,study,3-2班,T012,,1"]
        month.asOf = SchoolMonth.local("2026-09-18 20:00")
    }

    private func explain(_ duty: String, _ language: Language) throws -> String {
        let papers = try month.papers(day...day)
        let line = try #require(papers.ledger.lines.first { $0.id.duty.text == duty })
        return Explanation(line, in: papers.ledger, names: papers.names, language: language).text
    }

    private mutating func comeLate() throws {
        month.asOf = SchoolMonth.local("2026-10-01 10:00")
        month.punch(user: "1", "2026-09-16 07:12:31")
        try month.write("sign,2026-09-16,morning,,07:05,,T012,,L001,", recorded: "2026-09-16 16:20")
        try month.write("sheet,2026-09-16,morning,,,,,,,", recorded: "2026-09-16 16:20")
        try month.write("complete,2026-09-17,,,08:00,,,gate,,", recorded: "2026-09-17 08:00")
    }

    @Test mutating func aLateMorningInChinese() throws {
        try comeLate()
        #expect(
            try explain("morning", .chinese) == """
                2026-09-16 周三  王芳  早读 3-2班  07:00–08:10  2 课时 → 迟到，作废：当天、本项，安全责任事故 #1，余 0
                  要求    07:10 前签到：考勤机 + 签到表 → 迟到    依据 六.1 「早上7:00-7:10为早考勤时间，采用考勤机加签到双考勤方式」
                  考勤机  07:12:31 gate(大门口)（原始 07:12:31，误差 0 s，± 2 s，10-01 08:00:00 收到） #1  → 晚 2 分
                  签到表  07:05 周主任（09-16 16:20:00 录入，chen(1000)） #2  → 有效
                  后果    迟到 → 作废 当天；迟到 → 作废 本项；迟到 → 安全责任事故；早读2 午间3 作业辅导1 = 6 课时
                  没有    请假 / 代班 / 停电/故障 / 时钟异常 / 裁定 记录
                  依照    计划 yanshi@2026-09-01 #a41c   名册 #09b2

                """)
    }

    @Test mutating func aLateMorningInEnglish() throws {
        try comeLate()
        let text = try explain("morning", .english)
        for part in [
            "2026-09-16 Wed  王芳  早读 3-2班  07:00–08:10  2 credits → late, void: the day, this duty, safety incident #1, 0 left",
            "  asked   be there by 07:10: machine + sheet → late    by 六.1 「早上7:00-7:10为早考勤时间",
            "  machine 07:12:31 gate(大门口) (machine showed 07:12:31, offset 0 s, ± 2 s, received 10-01 08:00:00) #1  → 2 min late",
            "  sheet   07:05 周主任 (typed 09-16 16:20:00 by chen(1000)) #2  → counts",
            "  brings  late → void the day; late → void this duty; late → safety incident; 早读2 午间3 作业辅导1 = 6 credits",
            "  no      leave / cover / outage / clock anomaly / ruling on record",
        ] { #expect(text.contains(part + "\n") || text.contains(part), "\(part)\n\(text)") }
    }

    @Test mutating func aRulingNamesWhoDecidedWhatInsteadOfWhat() throws {
        try comeLate()
        try month.write("ruling,2026-09-16,morning,,,,T012,excused,L001,核实监控", recorded: "2026-09-17 09:00")
        let text = try explain("morning", .chinese)
        #expect(text.contains("裁定    #5 周主任：免责，原为 迟到 「核实监控」"), "\(text)")
        #expect(try explain("morning", .english).contains("ruling  #5 周主任: excused instead of late 「核实监控」"))
    }

    @Test func whatIsOpenSaysFromWhom() throws {
        let chinese = try explain("morning", .chinese)
        #expect(chinese.contains("待定    2026-09-16「早读」签到表未录入：请录入，或声明为空"), "\(chinese)")
        #expect(chinese.contains("待定    考勤机 gate(大门口) 2026-09-16 的数据没有来：请下载或用U盘导入"))
        #expect(try explain("morning", .english).contains("held back: "))
    }

    @Test mutating func leaveAndCoverAreSaid() throws {
        try month.write("leave,2026-09-16,noon,,,,T012,,L001,看病", recorded: "2026-09-15 09:00")
        #expect(try explain("noon", .chinese).contains("备注    请假 #1 全天"))
        #expect(try explain("noon", .english).contains("note    leave #1 all day"))
        try month.write("cover,2026-09-16,study,,,,T012,L001,L001,", recorded: "2026-09-15 09:00")
        let given = try explain("study", .chinese)
        #expect(given.contains("由 周主任 代班，课时归代班人") || given.contains("代 王芳"), "\(given)")
    }
}
