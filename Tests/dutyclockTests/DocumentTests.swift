import Foundation
import Testing

/// The school's documents, as the office prints them.
@Suite struct DocumentTests {
    private let dutyclock: CommandLine
    private let chinese = "zh_CN.UTF-8"

    init() throws {
        dutyclock = try CommandLine()
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
    }

    private static let commands = [
        "notice 2026-09", "pay 2026-09", "pay 2026-09 --contracts", "signsheet 2026-09-16", "roster 2026-09-16",
        "missing 2026-09", "patrol 2026-09", "incidents 2026-09", "appraisal 2026-09-01..2026-12-31",
    ]

    @Test func everyDocumentComesInEveryFormatAndLanguage() throws {
        defer { dutyclock.remove() }
        for command in Self.commands {
            let words = command.split(separator: " ").map(String.init)
            for language in ["C.UTF-8", chinese] {
                for (format, beginning) in [
                    ("html", "<!DOCTYPE html>"), ("csv", "\u{FEFF}"), ("json", "{\"schema\":1,\"document\":"),
                    ("text", ""),
                ] {
                    let answer = try dutyclock.run(words + ["--format", format], environment: ["LC_ALL": language])
                    #expect(answer.status == 0, "\(command): \(answer.errors)")
                    #expect(answer.output.hasPrefix(beginning), "\(command) \(format): \(answer.output.prefix(80))")
                }
            }
        }
    }

    @Test func theEndingOfTheFileGivesTheFormatAndItIsWrittenWhole() throws {
        defer { dutyclock.remove() }
        let path = try dutyclock.write("old", to: "notice.html")
        let answer = try dutyclock("pay", "2026-09", "--output", path, "--lang", "zh")
        #expect(answer.status == 0 && answer.output.isEmpty)
        #expect(answer.errors == "已写入 \(path)。\n")
        let html = try String(contentsOfFile: path, encoding: .utf8)
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
        let checkpoint = try #require(try dutyclock("verify").output.split(separator: "\n").last)
        #expect(html.contains(checkpoint), "what verify prints stands at its foot")
        let left = try FileManager.default.contentsOfDirectory(atPath: dutyclock.folder)
        #expect(left.filter { $0.hasSuffix(".tmp") }.isEmpty)
    }

    @Test func anIssueIsPrintedAgainAsItWasPutUp() throws {
        defer { dutyclock.remove() }
        let first = dutyclock.path("1.html")
        let until = ["--publish", "--until", "tomorrow", "--output", first]
        #expect(try dutyclock.run(["notice", "2026-09"] + until, environment: ["LC_ALL": chinese]).status == 0)
        let text = try String(contentsOfFile: first, encoding: .utf8)
        #expect(text.contains("第 1 版") && !text.contains("草稿"))
        let log = try dutyclock("log", "--kind", "notice", "--format", "json").output
        let digest = try #require(text.firstMatch(of: /[0-9a-f]{64}/)?.output)
        #expect(log.contains(digest.prefix(8)), "the digest on the wall is the one in the log")
        let ruling = ["--duty", "stairs", "--person", "T052", "--other", "missing", "--by", "L001", "--reason", "核实监控"]
        #expect(try dutyclock.run(["record", "ruling", "--date", "2026-09-16"] + ruling).status == 0)
        let draft = try dutyclock("notice", "2026-09", "--format", "html", language: chinese).output
        #expect(draft.contains("草稿，尚未公示") && draft.contains("与第 1 版不同之处") && draft.contains("2026-09-16"))
        let again = try dutyclock("notice", "2026-09", "--revision", "1", "--format", "html", language: chinese).output
        #expect(again == text)
    }

    @Test func anOutputThatCannotBeWrittenSaysSoByItsName() throws {
        defer { dutyclock.remove() }
        for (path, status) in [(dutyclock.folder, 66), ("/nowhere/notice.html", 73), ("/dev/null", 66)]
            as [(String, Int32)]
        {
            let answer = try dutyclock("pay", "2026-09", "--output", path)
            #expect(answer.status == status)
            #expect(answer.errors.hasPrefix("dutyclock: \(path) "), "\(answer.errors)")
        }
    }

    @Test func aTypedSheetGoesBackWhereItCameFrom() throws {
        defer { dutyclock.remove() }
        let path = dutyclock.path("0916.csv")
        #expect(try dutyclock("signsheet", "2026-09-16", "--output", path, language: chinese).status == 0)
        let blank = try dutyclock("record", "sign", path)
        #expect(blank.status == 65, "a forgotten question refuses the file")
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        lines[1] = lines[1].replacing(",?,", with: ",7:05,")
        lines[2] = lines[2].replacing(",?,", with: ",-,")
        _ = try dutyclock.write(lines.joined(separator: "\r\n"), to: "0916.csv")
        let typed = try dutyclock("record", "sign", path)
        #expect(typed.status == 0, "\(typed.errors)")
        #expect(typed.errors.contains("2 recorded") && typed.errors.contains("sheets entered in full: 1"))
        let log = try dutyclock("log", "--kind", "sign", "--format", "json").output
        #expect(log.contains("赵敏") && !log.contains("王芳"), "who did not sign has no signature")
    }

    private static let wrong: [(String, Int32)] = [
        ("pay", 64), ("notice", 64), ("pay 2026-09-16", 64), ("notice 2026-09 --revision 3", 65),
        ("roster 2026-09", 64), ("signsheet 2026-09", 64),
        ("signsheet 2026-09-16 --duty nap", 64), ("pay 2026-09 2026-10", 64), ("patrol someday", 64),
    ]

    @Test func refusesWhatCannotBePrinted() throws {
        defer { dutyclock.remove() }
        for (line, status) in Self.wrong {
            let answer = try dutyclock.run(line.split(separator: " ").map(String.init))
            #expect(answer.status == status, "\(line): \(answer.errors)")
            #expect(answer.output.isEmpty)
        }
    }

    @Test func tablesOfOtherCommandsCanBePrintedToo() throws {
        defer { dutyclock.remove() }
        let html = try dutyclock("duties", "2026-09-16", "--format", "html", language: chinese).output
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<bdi>王芳</bdi>"))
    }
}
