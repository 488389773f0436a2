import Foundation
import Testing

/// What an office does with a stick, through the program itself.
@Suite struct StickTests {
    private let dutyclock: CommandLine

    init() throws {
        dutyclock = try CommandLine()
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        let devices = dutyclock.path("plan") + "/devices.csv"
        let text = try String(contentsOfFile: devices, encoding: .utf8)
        let columns =
            text.split(separator: "\n").first.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
            ?? 1
        try (text + "east" + String(repeating: ",", count: columns - 1) + "\n")
            .write(toFile: devices, atomically: true, encoding: .utf8)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
    }

    private func write(_ bytes: [UInt8], to name: String) throws -> String {
        let path = dutyclock.path(name)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    private static let list = "No\tTMNo\tEnNo\tName\tMode\tDateTime\r\n"
    private static let users: [UInt8] = {
        var user = [UInt8](repeating: 0, count: 28)
        user.replaceSubrange(0..<1, with: [5])
        user.replaceSubrange(8..<10, with: [0x41, 0x42])
        user.replaceSubrange(24..<25, with: [7])
        return user
    }()

    @Test func aFolderIsTakenWithEverythingThatLiesInIt() throws {
        defer { dutyclock.remove() }
        _ = try write("12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n", to: "stick/1_attlog.dat")
        _ = try write(Self.list + "1\t1\t33\t\t1\t2026/09/16 07:03:00\r\n", to: "stick/AGL_001.TXT")
        _ = try write([0, 0, 1, 0, 0, 0, 0, 9, 0x31, 0x36, 0xAE, 0x0B, 1, 0, 0, 0, 0], to: "stick/000001/BAK.KQ")
        _ = try write(Self.users, to: "stick/user.dat")
        _ = try write("No\tTMNo\tSEnNo\tDateTime\r\n1\t1\t1\t2026\r\n", to: "stick/ASL_001.TXT")
        _ = try write([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], to: "stick/000001/photo.jpg")
        _ = try write([UInt8](repeating: 0, count: 608), to: "stick/template.dat")
        _ = try write("12\t2026-09-16 09:00:00\t1\t255\t1\t0\r\n", to: "stick/a/b/deep.dat")
        let elsewhere = try write("12\t2026-09-16 10:00:00\t1\t255\t1\t0\r\n", to: "elsewhere.dat")
        try FileManager.default.createSymbolicLink(
            atPath: dutyclock.path("stick/link.dat"), withDestinationPath: elsewhere)
        #expect(unsafe mkfifo(dutyclock.path("stick/pipe"), 0o600) == 0)
        let answer = try dutyclock("import", dutyclock.path("stick"), "--machine", "gate")
        #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
        for line in [
            "000001/BAK.KQ (machine gate): 1 new, 0 already known, 0 refused",
            "1_attlog.dat (machine gate): 1 new", "AGL_001.TXT (machine gate): 1 new",
            "user.dat: skipped: the machine's list of users: take its names with dutyclock enrol --names",
            "ASL_001.TXT: skipped: this is an operation log", "000001/photo.jpg: skipped: this is a picture",
            "template.dat: skipped: this is a file of fingerprint or face templates", "link.dat: skipped: a link",
            "pipe: skipped: not a file", "a/b: skipped: a folder within a folder",
        ] {
            #expect(answer.output.contains(line), "\(line)\n\(answer.output)")
        }
        let again = try dutyclock("import", dutyclock.path("stick"), "--machine", "gate", "--format", "json")
        #expect(again.status == 0)
        #expect(again.output.components(separatedBy: "\"added\":0,\"known\":1").count == 4)
        let punches = try dutyclock("log", "--kind", "punch", "--format", "json").output
        #expect(punches.split(separator: "\n").count == 3)
    }

    /// The test that fails if the machine is taken from the file's name.
    @Test func aFileNameIsNoMachine() throws {
        defer { dutyclock.remove() }
        let row = "12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n"
        for name in ["gate_attlog.dat", "1_attlog.dat"] {
            let answer = try dutyclock("import", try write(row, to: name))
            #expect(answer.status == 65)
            #expect(answer.errors.contains("which machine wrote this file? Say --machine NAME"))
            #expect(
                answer.errors.contains("it holds 1 rows of 1 users, from 2026-09-16 07:02:31 to 2026-09-16 07:02:31"))
            #expect(answer.errors.contains("its machine calls itself 1, as others may"))
            #expect(answer.errors.contains("machines: gate, east"))
        }
        #expect(try dutyclock("log", "--kind", "punch", "--format", "json").output.isEmpty)
        let chinese = try dutyclock("import", dutyclock.path("gate_attlog.dat"), language: "zh_CN.UTF-8")
        #expect(chinese.errors.contains("这是哪台考勤机的文件？请加 --machine 名称"))
        #expect(chinese.errors.contains("文件名不能作准"))
    }

    @Test func theSameFileForTwoMachinesIsAskedAbout() throws {
        defer { dutyclock.remove() }
        let rows = (10...20).map { "12\t2026-09-\($0) 07:02:31\t1\t255\t1\t0\r\n" }.joined()
        let file = try write(rows, to: "1_attlog.dat")
        #expect(try dutyclock("import", file, "--machine", "gate").status == 0)
        let answer = try dutyclock("import", file, "--machine", "east")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("rows of this file are already known under machine “gate”, not “east”"))
        #expect(answer.errors.contains("of 11 rows looked up, 11 are known under machine “gate”"))
        #expect(answer.errors.contains("this very file was imported for machine “gate”"))
        #expect(try dutyclock("import", file, "--machine", "east", "--anyway").status == 0)
    }

    @Test func aSerialNumberIsRememberedForTheNextStick() throws {
        defer { dutyclock.remove() }
        let first = try write("SN0001\r\n12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n77\r\n", to: "1_attlog.dat")
        let learned = try dutyclock("import", first, "--machine", "gate")
        #expect(learned.output.contains("Remembered: files with this serial number are of machine “gate”."))
        let next = try write("SN0001\r\n12\t2026-09-17 07:02:31\t1\t255\t1\t0\r\n77\r\n", to: "renamed.txt")
        let answer = try dutyclock("import", next)
        #expect(answer.status == 0)
        #expect(answer.output.contains("renamed.txt (machine gate): 1 new"))
        #expect(
            try dutyclock("import", next, "--machine", "east").errors.contains(
                "device SN0001 is known as machine “gate”"))
        let log = try dutyclock("log", "--kind", "machine").output
        #expect(log.contains("SN0001"))
    }

    @Test func datesThatCouldBeEitherAreAskedForAndThenRead() throws {
        defer { dutyclock.remove() }
        let file = try write(Self.list + "1\t1\t33\t\t1\t03-02-2026  07:03:00AM\r\n", to: "AGL_001.TXT")
        let asked = try dutyclock("import", file, "--machine", "gate", language: "zh_CN.UTF-8")
        #expect(asked.status == 65)
        #expect(asked.errors.contains("分不清日和月哪个在前"))
        let answer = try dutyclock("import", file, "--machine", "gate", "--date-order", "dmy")
        #expect(answer.output.contains("from 2026-02-03 07:03:00"))
        #expect(try dutyclock("import", file, "--date-order", "soon").status == 64)
    }

    @Test func whatIsOddAboutTimesIsListedByLine() throws {
        defer { dutyclock.remove() }
        let times = [
            "2026-09-16 07:02", "2000-01-01 00:01", "2000-01-01 00:02", "2026-09-16 06:00", "2026-09-16 06:00",
        ]
        let rows = times.map { "12\t\($0):31\t1\t255\t1\t0\r\n" }.joined()
        let file = try write(rows, to: "1_attlog.dat")
        let answer = try dutyclock("import", file, "--machine", "gate")
        #expect(answer.status == 0)
        #expect(answer.output.contains("2 × before 2005, as a clock shows that lost its battery"))
        #expect(answer.output.contains("    line 2–3: 2000-01-01 00:01:31"))
        #expect(answer.output.contains("    line 4: 2026-09-16 07:02:31 → 2026-09-16 06:00:31"))
        #expect(answer.output.contains("1 × the same punch again in this file"))
        let json = try dutyclock("import", file, "--machine", "gate", "--format", "json").output
        #expect(
            json.contains(
                "\"reset\":{\"count\":2,\"places\":[{\"line\":2,\"lastLine\":3,\"time\":\"2000-01-01 00:01:31\"}]}"))
        let chinese = try dutyclock("import", file, "--machine", "gate", language: "zh_CN.UTF-8").output
        #expect(chinese.contains("第 2–3 行：2000-01-01 00:01:31"))
    }

    @Test func whatIsWholeIsTakenAndTheStatusTellsOfTheRest() throws {
        defer { dutyclock.remove() }
        let good = "12\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n"
        let damaged = try write(good + "rubbish\r\n", to: "a.dat")
        let cut = try write("13\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n14\t2026-0", to: "b.dat")
        let unknown = try write("hello\r\n", to: "c.dat")
        let whole = try write("15\t2026-09-16 07:02:31\t1\t255\t1\t0\r\n", to: "d.dat")
        let answer = try dutyclock("import", damaged, cut, unknown, whole, "--machine", "gate")
        #expect(answer.status == 65)
        #expect(answer.output.contains("d.dat (machine gate): 1 new"))
        #expect(answer.errors.contains("c.dat: this is no export that this program knows"))
        #expect(answer.errors.contains("1 of 4 files were not taken"))
        #expect(try dutyclock("log", "--kind", "punch", "--format", "json").output.split(separator: "\n").count == 3)
        #expect(try dutyclock("import", damaged, "--machine", "gate").status == 65)
        #expect(try dutyclock("import", whole, "--machine", "gate").status == 0)
    }

    @Test func helpSaysWhatIsReadAndWhatTheStatusMeans() throws {
        defer { dutyclock.remove() }
        for (language, words) in [
            ("C.UTF-8", ["BAK.KQ", "Exit status 0", "--replaced"]), ("zh_CN.UTF-8", ["BAK.KQ", "退出状态 0", "--anyway"]),
        ] {
            let help = try dutyclock("import", "--help", language: language).output
            for word in words { #expect(help.contains(word)) }
        }
    }
}
