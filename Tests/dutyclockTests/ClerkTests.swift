import Foundation
import Testing

/// What a clerk types, mistypes, and is told, in both languages.
@Suite struct ClerkTests {
    private let dutyclock: CommandLine
    private let chinese = "zh_CN.UTF-8"

    init() throws {
        dutyclock = try CommandLine()
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
    }

    @Test func kindsAndOutcomesMayBeWrittenInChinese() throws {
        defer { dutyclock.remove() }
        let leave = try dutyclock("record", "请假", "--date", "2026年9月16日", "--person", "王芳", "--reason", "看病")
        #expect(leave.status == 0)
        #expect(leave.output.contains("「看病」"), "what was recorded is shown")
        #expect(try dutyclock("log", "--kind", "请假", "--format", "json").output.contains("\"kind\":\"leave\""))
        let contested = try dutyclock("duties", "2026/9/16", "--outcome", "存疑", "--format", "json").output
        #expect(contested.contains("\"person\":\"T012\""))
    }

    @Test func aWrongOptionOfRecordIsNamedWithoutAPlace() throws {
        defer { dutyclock.remove() }
        let duty = try dutyclock("record", "leave", "--date", "2026-09-16", "--person", "王芳", "--duty", "早")
        #expect(duty.status == 65)
        #expect(duty.errors == "dutyclock: nothing was recorded: there is no duty “早”; did you mean “早读”?\n")
        let machine = try dutyclock("record", "outage", "--date", "2026-09-16", language: chinese)
        #expect(machine.errors == "dutyclock: 没有登记：还必须写 --other\n")
    }

    @Test func pupilsAreCountedAndHandedOverByOptions() throws {
        defer { dutyclock.remove() }
        let words = ["record", "headcount", "--date", "2026-09-16", "--post", "3-1班", "--from", "16:50"]
        #expect(try dutyclock.run(words + ["--count", "many"]).status == 65)
        let counted = try dutyclock.run(words + ["--count", "38"])
        #expect(counted.status == 0, "\(counted.errors)")
        #expect(counted.output.contains("× 38"), "\(counted.output)")
    }

    @Test func aFormIsNotHandedInAndOnlyPeopleAreAbsent() throws {
        defer { dutyclock.remove() }
        let why = try dutyclock("explain", "王芳", "2026-09-16", "study", language: chinese).output
        #expect(why.contains("前交「看管记录」 → 未交"), "\(why)")
    }

    @Test func aListWithNothingInItSaysSo() throws {
        defer { dutyclock.remove() }
        let asked: [(String, String)] = [
            ("notice 2026-09 --revisions", "尚未公示"), ("periods 2026-09 --objections", "没有异议"),
            ("periods 2026-09 --adjustments", "没有往月调整"), ("duties 2027-01-30 --incidents", "没有事故"),
        ]
        for (line, sentence) in asked {
            let words = line.split(separator: " ").map(String.init)
            let answer = try dutyclock.run(words, environment: ["LC_ALL": chinese])
            #expect(answer.status == 0 && answer.output.contains(sentence), "\(line): \(answer.output)")
            let csv = try dutyclock.run(words + ["--format", "csv"], environment: ["LC_ALL": chinese]).output
            #expect(csv.split(separator: "\r\n").count == 1, "programs get the columns")
        }
    }

    private static let mistakes: [(String, Int32, String)] = [
        ("diff 2026-09 --from 2026-09-05", 66, "请写晚一些的 --from"),
        ("diff 2026-09 --plan x --from today", 64, "请去掉 --from"),
        ("pay 2026-08", 66, "最早的计划自 2026-09-01 起生效"), ("import nowhere.dat", 66, "nowhere.dat 无法读取：没有这个文件或目录。"),
        ("enrol 王芳 12", 65, "请写 考勤机/12"), ("record leave --person 王芳", 64, "缺少 --date"),
        ("duties someday", 64, "日期的值“someday”读不懂"), ("duties --duty nap", 64, "--duty 的值“nap”读不懂"),
        ("pay 2026-09 --output pay.xlsx", 64, "--output 的值“pay.xlsx”读不懂：请写以 .html（打印）"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsToldInTheClerksOwnWords(line: String, status: Int32, sentence: String) throws {
        defer { dutyclock.remove() }
        let words = line.split(separator: " ").map(String.init)
        let answer = try dutyclock.run(words, environment: ["LC_ALL": chinese])
        #expect(answer.status == status)
        #expect(answer.errors.contains(sentence), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }

    @Test(arguments: [("9999", 65), ("2", 65), ("abc", 65)] as [(String, Int32)])
    func onlyAPunchOrAnEntryCanBeWithdrawn(ref: String, status: Int32) throws {
        defer { dutyclock.remove() }
        let size = try dutyclock("verify").output
        #expect(try dutyclock("record", "retract", "--ref", ref).status == status)
        #expect(try dutyclock("verify").output == size)
    }

    private static let wrongExports: [(String, String)] = [
        ("12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\nhello\r\n", "不是用制表符分列的记录"), ("", "文件是空的"), ("hello", "不认识这种导出文件"),
        ("12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n12\t2026-09-16 0", "文件没有写完"),
    ]

    @Test(arguments: wrongExports)
    func refusalsOfAnImportAreInTheLanguageAsked(text: String, sentence: String) throws {
        defer { dutyclock.remove() }
        let file = try dutyclock.write(text, to: "1_attlog.dat")
        let answer = try dutyclock("import", file, "--machine", "gate", language: chinese)
        #expect((answer.output + answer.errors).contains(sentence), "\(answer.output)\(answer.errors)")
    }

    @Test func aPipeADeviceAndAFolderWithoutExportsAreRefused() throws {
        defer { dutyclock.remove() }
        let pipe = dutyclock.path("pipe")
        let made = unsafe mkfifo(pipe, 0o600)
        #expect(made == 0)
        let folder = try dutyclock("import", dutyclock.path("plan"), "--machine", "gate", language: chinese)
        #expect(folder.status == 66)
        #expect(folder.output.contains("plan.json5：跳过：不认识这种导出文件"))
        #expect(folder.errors == "dutyclock: 这些文件里没有打卡记录。\n")
        for path in [pipe, "/dev/zero"] {
            let answer = try dutyclock("import", path, "--machine", "gate", language: chinese)
            #expect(answer.status == 66)
            #expect(answer.errors == "dutyclock: \(path) 不是文件：请指定文件本身。\n")
        }
    }

    @Test func aReaderWritesNoFiles() throws {
        defer { dutyclock.remove() }
        let file = try dutyclock.write("12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n", to: "1_attlog.dat")
        let answer = try dutyclock("import", file, "--machine", "hall")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("is a reader, which writes no files"))
    }

    @Test func aWorkbookIsToldFromACSV() throws {
        defer { dutyclock.remove() }
        let file = try dutyclock.write("PK\u{3}\u{4}\u{0}\u{0}", to: "签到.xlsx")
        let answer = try dutyclock("record", "sign", file)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("save it as “CSV UTF-8”"))
    }

    @Test func aQuotedCellCannotFloodOrSteerTheTerminal() throws {
        defer { dutyclock.remove() }
        let name = "\u{1B}[2J" + String(repeating: "a", count: 100_000)
        let file = try dutyclock.write("kind,date,person\nleave,2026-09-16,\(name)\n", to: "facts.csv")
        let answer = try dutyclock("record", file)
        #expect(answer.status == 65)
        #expect(answer.errors.count < 2000)
        #expect(!answer.errors.contains("\u{1B}"))
    }

    @Test func countsSayHowMany() throws {
        defer { dutyclock.remove() }
        let file = try dutyclock.write("33\t2026-09-16 11:31:00\t1\t255\t1\t0\r\n", to: "1_attlog.dat")
        let until = ["--complete-until", "2026-09-17 08:00"]
        #expect(try dutyclock.run(["import", file, "--machine", "gate"] + until).status == 0)
        let noon = try dutyclock("duties", "2026-09-16", "--person", "赵敏", "--duty", "noon", "--format", "json")
        #expect(noon.output.contains("\"why\":\"machine 1 of 2"))
    }

    @Test func explainsWhoTakesADutyAndTheDayInItsOrder() throws {
        defer { dutyclock.remove() }
        let words = ["cover", "--date", "2026-09-16", "--duty", "早读", "--person", "王芳", "--other", "赵敏"]
        #expect(try dutyclock.run(["record"] + words).status == 0)
        let text = try dutyclock("explain", "王芳", "2026-09-16", language: chinese).output
        #expect(text.contains("由 赵敏 代班，课时归代班人"))
        let morning = try #require(text.firstRange(of: "早读 3-2班"))
        let club = try #require(text.firstRange(of: "社团 书法"))
        #expect(morning.lowerBound < club.lowerBound)
        let wrong = try dutyclock("explain", "王芳", "2026-09-16", "早操").errors
        #expect(wrong.contains("there is ") && wrong.contains("morning(早读)"))
    }

    @Test func anEmptyAnswerSaysWhy() throws {
        defer { dutyclock.remove() }
        #expect(try dutyclock("duties", "2026-09-20").errors.hasPrefix("2026-09-20 is a Sun"))
        let early = try dutyclock("duties", "2026-09-16", "--as-of", "2026-09-01")
        #expect(early.status == 66)
        #expect(early.errors.contains("Nothing had been published by 2026-09-0"))
    }

    @Test func helpOfRecordListsTheKinds() throws {
        defer { dutyclock.remove() }
        let help = try dutyclock("record", "--help").output
        for word in ["attest", "--date --person --duty --from --by", "裁定"] { #expect(help.contains(word)) }
        #expect(try dutyclock("record", "sing").errors.hasSuffix("Try “dutyclock record --help”.\n"))
    }
}
