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
