import Foundation
import Testing

/// What a school office does, through the program itself.
@Suite struct OfficeTests {
    private let dutyclock: CommandLine

    init() throws {
        dutyclock = try CommandLine()
    }

    private func publishSample() throws {
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
    }

    @Test func starterAsksAndIsRefusedUntilAnswered() throws {
        defer { dutyclock.remove() }
        let plan = dutyclock.path("plan")
        #expect(try dutyclock("init", plan, "--scheme", "s2").status == 0)
        let checked = try dutyclock("check", plan)
        #expect(checked.status == 65)
        #expect(checked.output.contains("plan.json5:"))
        #expect(checked.output.contains("question"))
        let published = try dutyclock("publish", plan)
        #expect(published.status == 65)
        #expect(try dutyclock("verify").status == 66, "nothing may have been written")
    }

    @Test func initNeverOverwrites() throws {
        defer { dutyclock.remove() }
        let plan = dutyclock.path("plan")
        #expect(try dutyclock("init", plan, "--sample").status == 0)
        let before = try String(contentsOfFile: plan + "/roster.csv", encoding: .utf8)
        let again = try dutyclock("init", plan)
        #expect(again.status == 73)
        #expect(again.errors.contains("nothing was written"))
        #expect(try String(contentsOfFile: plan + "/roster.csv", encoding: .utf8) == before)
    }

    @Test func publishingTheSameAgainSaysSoAndAddsNothing() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let size = try dutyclock("verify").output
        let again = try dutyclock("publish", dutyclock.path("plan"))
        #expect(again.status == 0)
        #expect(again.output == "Nothing has changed since it was published.\n")
        #expect(try dutyclock("verify").output == size)
    }

    @Test func aCommandThatWritesAloneLeavesTheCheckpointBesideTheLog() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let kept = try String(contentsOfFile: dutyclock.path("log") + "/events.checkpoint", encoding: .utf8)
        #expect(try dutyclock("verify").output.hasSuffix("\n" + kept))
    }

    @Test func aChangedRosterNeedsTheDayFromWhichItHolds() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let roster = dutyclock.path("plan") + "/roster.csv"
        let text = try String(contentsOfFile: roster, encoding: .utf8)
        try text.replacingOccurrences(of: "大门口,T064", with: "大门口,T060")
            .write(toFile: roster, atomically: true, encoding: .utf8)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 64)
        #expect(try dutyclock("publish", dutyclock.path("plan"), "--from", "2026-09-17").status == 0)
        let before = try dutyclock("duties", "2026-09-16", "--duty", "gate", "--format", "json").output
        let after = try dutyclock("duties", "2026-09-17", "--duty", "gate", "--format", "json").output
        #expect(before.contains("\"person\":\"T064\""))
        #expect(after.contains("\"person\":\"T060\""))
    }

    @Test func aFileImportedTwiceAddsNothingTheSecondTime() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let file = try dutyclock.write(
            "       12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n       33\t2026-09-16 07:03:00\t1\t255\t1\t0\r\n",
            to: "1_attlog.dat")
        let first = try dutyclock("import", file, "--machine", "gate", "--format", "json")
        #expect(first.status == 0)
        #expect(first.output.contains("\"added\":2,\"known\":0,\"refused\":0"))
        let size = try dutyclock("verify").output
        let second = try dutyclock("import", file, "--machine", "gate", "--format", "json")
        #expect(second.output.contains("\"added\":0,\"known\":2,\"refused\":0"))
        #expect(try dutyclock("verify").output == size)
    }

    @Test func keepsARowWhoseDateDoesNotExist() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let file = try dutyclock.write(
            "12\t2026-02-30 07:02:31\t1\t255\t1\t0\r\n12\t2026-02-30 07:02:31\t1\t255\t1\t0\r\n", to: "1_attlog.dat")
        let first = try dutyclock("import", file, "--machine", "gate")
        #expect(first.output.contains("2 new, 0 already known, 0 refused"))
        #expect(first.output.contains("2 rows have a time that cannot be true"))
        #expect(try dutyclock("import", file, "--machine", "gate").output.contains("0 new, 2 already known"))
        let strays = try dutyclock("duties", "today", "--strays", "--format", "json").output
        #expect(strays.contains("its time cannot be true"))
        #expect(strays.contains("maybe a repeat"))
        #expect(!strays.contains("no duty asks for it"), "the time of the import is not the time of the punch")
        #expect(try dutyclock("verify").status == 0)
    }

    @Test func aMachineMayLiveInAFixedOffset() throws {
        defer { dutyclock.remove() }
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        let devices = dutyclock.path("plan") + "/devices.csv"
        let text = try String(contentsOfFile: devices, encoding: .utf8)
        try text.replacingOccurrences(of: "Asia/Shanghai", with: "+00:00")
            .write(toFile: devices, atomically: true, encoding: .utf8)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
        let file = try dutyclock.write("12\t2026-09-15 23:02:31\t1\t255\t1\t0\r\n", to: "1_attlog.dat")
        #expect(try dutyclock("import", file, "--machine", "gate").status == 0)
        let log = try dutyclock("log", "--kind", "punch", "--format", "json").output
        #expect(log.contains("\"time\":\"2026-09-16 07:02:31\""))
    }

    @Test func aRetractionNamesAFactOfTheLog() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let table = try dutyclock.write(
            "kind,date,person,id,ref\nleave,2026-09-16,T012,a,\nretract,2026-09-16,,,a\n", to: "facts.csv")
        let answer = try dutyclock("record", table)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("facts.csv:3"))
        #expect(try dutyclock("log", "--kind", "leave", "--format", "json").output.isEmpty)
        #expect(try dutyclock("record", "leave", "--date", "2026-09-16", "--person", "T012").status == 0)
        let facts = try dutyclock("log", "--kind", "leave", "--format", "json").output
        let number = try #require(facts.firstMatch(of: /"fact":([0-9]+)/)?.1)
        #expect(try dutyclock("record", "retract", "--ref", String(number)).status == 0)
        #expect(try dutyclock("duties", "2026-09-16", "--outcome", "excused", "--format", "json").output.isEmpty)
    }

    @Test func anImportWithoutItsMachineStopsAndAsks() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let file = try dutyclock.write("12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n", to: "1_attlog.dat")
        let answer = try dutyclock("import", file)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("which machine wrote this file?"))
        #expect(try dutyclock("import", file, "--machine", "nowhere").status == 65)
        #expect(try dutyclock("log", "--kind", "punch", "--format", "json").output.isEmpty)
    }

    @Test func recordsNothingWhenOneRowIsWrong() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let size = try dutyclock("verify").output
        let table = try dutyclock.write(
            """
            kind,date,duty,person,from,by
            sign,2026-09-16,morning,T012,07:05,L001
            sign,2026-09-16,morning,T999,07:05,L001
            sign,2026-02-30,morning,T033,07:05,L001
            """, to: "facts.csv")
        let answer = try dutyclock("record", table)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("facts.csv:3:"))
        #expect(answer.errors.contains("facts.csv:4:"))
        #expect(try dutyclock("verify").output == size)
    }

    @Test func aDutyOfAFarDaySaysThatItIsNotOverAndEarnsNothingYet() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let text = try dutyclock("explain", "T064", "2090-03-01", "gate").output
        #expect(text.contains("pending"), "\(text)")
        #expect(text.contains("2090-03-01 is not over yet: judged after 17:00"), "\(text)")
        let totals = try dutyclock("totals", "2090-03", "--format", "csv").output
        #expect(!totals.contains("T064"), "\(totals)")
    }

    @Test func explainsAVoidedDayInTheSchoolsOwnWords() throws {
        defer { dutyclock.remove() }
        try publishSample()
        let file = try dutyclock.write("12\t2026-09-16 07:12:31\t1\t255\t1\t0\r\n", to: "1_attlog.dat")
        try dutyclock("import", file, "--machine", "gate", "--complete-until", "2026-09-17 08:00")
        let sheet = try dutyclock.write(
            "日期,岗位,班级,姓名,签到时间,登记时间,登记人\n2026-09-16,早读,3-2班,王芳,07:05,2026-09-16 16:20,L001\n", to: "签到.csv")
        #expect(try dutyclock("record", "sign", sheet).status == 0)
        let text = try dutyclock("explain", "王芳", "2026-09-16", "morning", language: "zh_CN.UTF-8").output
        for part in [
            "2026-09-16 周三  王芳  早读 3-2班", "2 课时 → 迟到", "作废：当天", "安全责任事故 #1", "依据 六.1 「早上7:00-7:10为早考勤时间",
            "原始 07:12:31", "误差 0 s", "→ 晚 2 分", "签到表", "→ 有效", "早读2 午间3", "没有", "请假 / 代班",
            "计划 yanshi@2026-09-01 #", "名册 #",
        ] { #expect(text.contains(part), "\(part) is missing in:\n\(text)") }
    }

    private static let wrongLines: [(String, Int32)] = [
        ("dutys", 64), ("explain", 64), ("duties", 66), ("verify", 66), ("import /nowhere/1_attlog.dat", 66),
        ("init", 64), ("check /nowhere", 66), ("duties --format pdf", 64),
    ]

    @Test(arguments: wrongLines)
    func refusesWithTheStatusOfSysexits(line: String, status: Int32) throws {
        defer { dutyclock.remove() }
        let answer = try dutyclock.run(line.split(separator: " ").map(String.init))
        #expect(answer.status == status)
        #expect(answer.errors.hasPrefix("dutyclock: "))
        #expect(answer.errors.split(separator: "\n").count == 1)
    }

    private static let wrongLinesForALog: [(String, Int32)] = [
        ("duties someday", 64), ("duties --outcome gone", 64), ("duties --duty nap", 64), ("record sing", 64),
        ("explain 无名", 65), ("log --kind hunch", 64), ("totals 2026-09-16", 64), ("record leave --person T012", 64),
        ("record leave --date 2026-09-16 --person T012 --from noon", 65), ("duties --as-of never", 64),
    ]

    @Test func refusesWithTheStatusOfSysexitsWhenThereIsALog() throws {
        defer { dutyclock.remove() }
        try publishSample()
        for (line, status) in Self.wrongLinesForALog {
            let answer = try dutyclock.run(line.split(separator: " ").map(String.init))
            #expect(answer.status == status, "\(line): \(answer.errors)")
        }
    }

    @Test func demoRunsThroughAndCleansUp() throws {
        defer { dutyclock.remove() }
        let answer = try dutyclock.run(["demo"], environment: ["TMPDIR": dutyclock.folder])
        #expect(answer.status == 0, "\(answer.errors)")
        for word in ["met", "late", "early", "short", "missing", "excused", "contested", "every one as it was written"]
        {
            #expect(answer.output.contains(word), "\(word) is missing")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: dutyclock.folder)
        #expect(left.filter { $0.hasPrefix("dutyclock-demo") }.isEmpty)
    }
}
