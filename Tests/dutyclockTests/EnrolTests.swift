import AttendanceModel
import EventLog
import Foundation
import Testing

/// Cards given out, lost and found at the office's desk, through the program itself.
@Suite struct EnrolTests {
    private let dutyclock: CommandLine
    private let chinese = "zh_CN.UTF-8"

    init() throws {
        dutyclock = try CommandLine()
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
    }

    private func punch(_ subject: String, at reader: String, _ time: String) throws {
        try punch([subject], at: reader, time)
    }

    /// Live punches in one commit, as the daemon writes them; now when no time of the school's clock is given.
    private func punch(_ subjects: [String], at reader: String, _ time: String? = nil) throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        var moment = now
        if let time { moment = Instant(seconds: try #require(LocalDateTime(time)).wallSeconds - 8 * 3600) }
        let store = try LogStore.open(directory: dutyclock.path("log"), program: "test", socketPath: nil) { now }
        let session = NewFact(.session(SessionReport(state: .up)), at: moment, source: reader, author: "test(0)")
        let punches = try subjects.map { subject in
            let credential = try #require(Credential(subject: subject))
            let punch = Punch(credential: credential, wall: nil, codes: .none, basis: .hostSynchronised)
            return NewFact(.punch(punch), at: moment, source: reader, author: "test(0)")
        }
        _ = try store.append([session] + punches)
        try store.close()
    }

    private func size() throws -> String { try dutyclock("verify").output }

    @Test func aCardIsGivenByNumberAndListed() throws {
        defer { dutyclock.remove() }
        let answer = try dutyclock("enrol", "王芳", "0x1E240", "--from", "2026-09-14", "--format", "json")
        #expect(answer.status == 0)
        #expect(answer.output.contains(#""state":"recorded","person":"T012","name":"王芳","card":"card:0001E240""#))
        let list = try dutyclock("enrol", "--list", "T012", "--format", "json").output
        #expect(list.contains(#""card":"card:0001E240","status":"issued","from":"2026-09-14 00:00:00""#))
        let size = try size()
        let again = try dutyclock("enrol", "王芳", "0x1E240", "--from", "2026-09-14")
        #expect(again.status == 0)
        #expect(again.errors.contains("already"))
        #expect(try self.size() == size)
    }

    @Test func aCardOfSomebodyElseIsRefusedUntilSomebodySaysSinceWhenItMoved() throws {
        defer { dutyclock.remove() }
        let size = try size()
        let refused = try dutyclock("enrol", "T041", "62E3086CED", language: chinese)
        #expect(refused.status == 65)
        for word in ["王芳(T012)", "2026-09-01 00:00:00", "--from"] { #expect(refused.errors.contains(word), "\(word)") }
        #expect(try self.size() == size, "nothing was written")
        #expect(try dutyclock("enrol", "T041", "62E3086CED", "--from", "2026-09-10 12:00").status == 0)
        let list = try dutyclock("enrol", "--list", "--format", "json").output
        #expect(
            list.contains(
                #""name":"王芳","card":"card:E3086CED/62E3086CED","status":"issued","from":"2026-09-01 00:00:00","to":"2026-09-10 12:00:00""#
            ))
        #expect(
            list.contains(
                #""name":"孙强","card":"card:E3086CED/62E3086CED","status":"issued","from":"2026-09-10 12:00:00","to":"""#
            ))
        let before = try dutyclock("enrol", "T052", "62E3086CED", "--from", "2026-09-05")
        #expect(before.status == 65)
        #expect(before.errors.contains("--to '2026-09-10 12:00:00'"))
    }

    @Test func aLeaversNumberIsReusedWithoutAsking() throws {
        defer { dutyclock.remove() }
        let people = dutyclock.path("plan") + "/people.csv"
        let text = try String(contentsOfFile: people, encoding: .utf8)
        #expect(text.contains("T041,孙强,teacher,rateA,"))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.hasPrefix("T041,") else { return String(line) }
            var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            cells[5] = "2026-09-20"
            return cells.joined(separator: ",")
        }
        try lines.joined(separator: "\n").write(toFile: people, atomically: true, encoding: .utf8)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
        let answer = try dutyclock("enrol", "周丽", "dec10:0004886045")
        #expect(answer.status == 0)
        #expect(answer.errors.contains("It was 孙强(T041)'s until"))
    }

    @Test func lostFoundAndReturned() throws {
        defer { dutyclock.remove() }
        #expect(
            try dutyclock("enrol", "--lost", "62E3086CED", "--at", "2026-09-16 07:00", "--reason", "丢失").status == 0)
        try punch("card:E3086CED/62E3086CED", at: "hall", "2026-09-16 07:20:00")
        let strays = try dutyclock("duties", "2026-09-16", "--strays", "--format", "json").output
        #expect(strays.contains("SECURITY: reported lost by 王芳"))
        let again = try dutyclock("enrol", "--lost", "62E3086CED")
        #expect(again.status == 65)
        #expect(
            try dutyclock("enrol", "T012", "62E3086CED").errors.contains("--found"), "not given out while it is lost")
        #expect(try dutyclock("enrol", "--found", "62E3086CED", "--at", "2026-09-16 08:00").status == 0)
        let returned = try dutyclock("enrol", "--return", "62E3086CED", "--format", "json")
        #expect(returned.output.contains(#""says":"returned""#))
        #expect(try dutyclock("enrol", "--return", "62E3086CED").status == 65)
        #expect(try dutyclock("enrol", "T033", "62E3086CED").status == 0, "a card that was handed back is free")
    }

    @Test func aLossReportedLateTellsWhoUsedTheCardMeanwhile() throws {
        defer { dutyclock.remove() }
        try punch("card:E3086CED/62E3086CED", at: "hall", "2026-09-16 07:20:00")
        let answer = try dutyclock("enrol", "--lost", "62E3086CED", "--at", "2026-09-16 07:00")
        #expect(answer.errors.contains("SECURITY: it was used 1 times since then, first at 2026-09-16 07:20:00 (hall)"))
    }

    @Test func aLoanEndsByItself() throws {
        defer { dutyclock.remove() }
        let answer = try dutyclock(
            "enrol", "X003", "0x77B1", "--temporary", "--from", "2026-09-16 07:00", "--format", "json")
        #expect(answer.output.contains(#""says":"temporary""#))
        let list = try dutyclock("enrol", "--list", "X003", "--format", "json").output
        #expect(list.contains(#""status":"temporary","from":"2026-09-16 07:00:00","to":"2026-09-17 00:00:00""#))
    }

    private static let refusals: [([String], Int32, String)] = [
        (["无名", "0x1"], 65, "people.csv 里没有“无名”"), (["T012", "gat/12"], 65, "没有叫“gat”的考勤机或读卡器"),
        (["T012", "12345678"], 65, "有几种读法"), (["T012", "hello"], 65, "hello"),
        (["T012", "uid-hex:08A1B2C3"], 65, "08"),
        (["T012", "short:086CED", "--from", "2026-10-01"], 65, "已经属于"), (["T033", "short:086CED"], 65, "完整卡号"),
        (["--lost", "0x1", "--found", "0x1"], 64, "请分两次执行"), (["T012", "--within", "soon"], 64, "秒数"),
        (["--lost", "0x1", "--at", "soon"], 64, "2026-09-14 07:00"), (["T012", "0x1", "x"], 64, "多了一个词"),
        (["T012", "0x1", "--from", "2026-09-14", "--to", "2026-09-13"], 64, "不在"), ([], 64, "缺少持卡人"),
        (["--teach", "nowhere"], 65, "没有叫“nowhere”"), (["--names"], 64, "缺少"),
        (["T012", "--reader", "nowhere", "--within", "1"], 65, "没有叫“nowhere”"),
    ]

    @Test func whatCannotBeDoneIsSaidInASentence() throws {
        defer { dutyclock.remove() }
        let size = try size()
        for (words, status, part) in Self.refusals where !words.contains("--from") || !words.contains("short:086CED") {
            let answer = try dutyclock.run(["enrol"] + words, environment: ["LC_ALL": chinese])
            #expect(answer.status == status, "\(words): \(answer.errors)")
            #expect(answer.errors.contains(part), "\(words): \(answer.errors)")
        }
        #expect(try self.size() == size, "nothing was written")
    }

    @Test func namesOfTwoPersonsOfferBothIds() throws {
        defer { dutyclock.remove() }
        let people = dutyclock.path("plan") + "/people.csv"
        var text = try String(contentsOfFile: people, encoding: .utf8)
        text += "\nT099,王芳,teacher,rateA,,,\n"
        try text.write(toFile: people, atomically: true, encoding: .utf8)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
        let answer = try dutyclock("enrol", "王芳", "0x1E240")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("T012, T099"))
    }

    @Test func unknownCardsAreListedWithWhoTheyMayBe() throws {
        defer { dutyclock.remove() }
        for minute in 0..<3 { try punch("card:00ABCDEF", at: "hall", "2026-09-16 07:0\(minute):00") }
        try punch("user:52", at: "east", "2026-09-15 07:00:00")
        try punch("raw:0004886044", at: "bus", "2026-09-15 07:00:00")
        let list = try dutyclock("enrol", "--unknown", "--format", "json").output
        #expect(
            list.contains(
                #""card":"card:00ABCDEF","why":"nobody's","machines":"hall","punches":3,"first":"2026-09-16 07:00:00","last":"2026-09-16 07:02:00""#
            ))
        #expect(list.contains("周丽(T052) (the same at gate)"))
        #expect(list.contains("赵敏(T033) (if the reader writes dec10: --teach)"))
        #expect(try dutyclock("enrol", "T052", "card:00ABCDEF").errors.contains("--from 2026-09-16"))
    }

    @Test func aReaderIsTaughtByACardThatWasTappedBefore() throws {
        defer { dutyclock.remove() }
        try punch("raw:0004886044", at: "hall", "2026-09-16 07:05:00")
        try punch("raw:0004886045", at: "hall", "2026-09-16 07:06:00")
        let log = ["log", "--kind", "punch", "--format", "json"]
        #expect(try !dutyclock.run(log).output.contains("赵敏"))
        let taught = try dutyclock("enrol", "--teach", "hall", "dec10:0004886044")
        #expect(taught.status == 0, "\(taught.errors)")
        #expect(taught.errors.contains("2 of 2 cards seen at hall can be read so; 2 are somebody's"))
        let after = try dutyclock.run(log).output
        #expect(after.contains("赵敏") && after.contains("孙强"), "punches of before the teaching are read, too")
        #expect(try dutyclock("enrol", "--unknown").errors.contains("somebody's"))
    }

    @Test func anUndecidedReaderNamesTheCardThatDecides() throws {
        defer { dutyclock.remove() }
        try punch("raw:4886044", at: "hall", "2026-09-16 07:05:00")
        let size = try size()
        let answer = try dutyclock("enrol", "--teach", "hall", "dec10:0004886044")
        #expect(answer.status == 65)
        for word in ["dec10 zeros, dec8 zeros", "enrol --teach hall card:004A8E1C card:"] {
            #expect(answer.errors.contains(word), "\(answer.errors)")
        }
        #expect(try self.size() == size)
        // 62E3086CED of T012: 3808980205 in ten digits.
        try punch("raw:3808980205", at: "hall", "2026-09-16 07:06:00")
        let decided = try dutyclock("enrol", "--teach", "hall", "dec10:0004886044", "62E3086CED", "--format", "json")
        #expect(decided.output.contains(#""says":"dec10 zeros""#), "\(decided.errors)")
    }

    private static let listening = "No daemon is running here"

    @Test func theNextUnknownCardIsHers() throws {
        defer { dutyclock.remove() }
        try punch("card:E3086CED/62E3086CED", at: "hall", "2026-09-16 07:05:00")
        let enrol = try dutyclock.start([
            "enrol", "赵敏", "--reader", "hall", "--within", "50", "--format", "json",
        ])
        #expect(enrol.waits(for: Self.listening))
        try punch(["card:E3086CED/62E3086CED"], at: "hall")
        try punch(["card:00C0FFEE"], at: "bus")
        try punch(["card:0001E240"], at: "hall")
        let done = try enrol.answer()
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors.contains("62E3086CED @ hall: is 王芳(T012)'s already"))
        #expect(done.output.contains(#""person":"T033","name":"赵敏","card":"card:0001E240""#))
    }

    @Test func twoUnknownCardsAtOnceAreAskedFor() throws {
        defer { dutyclock.remove() }
        let enrol = try dutyclock.start(["enrol", "赵敏", "--within", "50"])
        #expect(enrol.waits(for: Self.listening))
        try punch(["card:00C0FFEE", "card:0001E240"], at: "bus")
        let done = try enrol.answer()
        #expect(done.status == 65)
        #expect(done.errors.contains("dutyclock enrol T033 card:00C0FFEE\n  dutyclock enrol T033 card:0001E240"))
        #expect(try dutyclock("log", "--kind", "card", "--format", "json").output.isEmpty)
    }

    @Test func whoIsInterruptedHasWrittenNothing() throws {
        defer { dutyclock.remove() }
        let size = try size()
        let enrol = try dutyclock.start(["enrol", "赵敏"])
        #expect(enrol.waits(for: Self.listening))
        enrol.interrupt()
        _ = try enrol.answer()
        #expect(try self.size() == size)
    }

    @Test func aReaderIsTaughtByTappingACardThatIsSomebodys() throws {
        defer { dutyclock.remove() }
        try punch(["raw:0000000001"], at: "hall", "2026-09-16 07:05:00")
        let teach = try dutyclock.start(["enrol", "--teach", "hall", "--within", "50", "--format", "json"])
        #expect(teach.waits(for: Self.listening))
        try punch(["raw:0000000002"], at: "hall")
        try punch(["raw:0004886046"], at: "hall")
        let done = try teach.answer()
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.output.contains(#""says":"dec10""#))
        #expect(done.errors.contains("0000000002: no card that we know, in any format"))
        #expect(done.errors.contains("3 of 3 cards seen at hall can be read so; 1 are somebody's"))
    }

    @Test func nothingTappedIsNothingWritten() throws {
        defer { dutyclock.remove() }
        let size = try size()
        let answer = try dutyclock("enrol", "赵敏", "--within", "1")
        #expect(answer.status == 69)
        #expect(answer.errors.contains("No new card was tapped"))
        #expect(try self.size() == size)
    }

    // MARK: Cards that look alike

    @Test func whatAReaderCannotTellApartIsSaidWhenCardsAreGivenOut() throws {
        defer { dutyclock.remove() }
        let first = try dutyclock("enrol", "T033", "uid-hex:04112233010203")
        #expect(first.status == 0)
        #expect(!first.errors.contains("Mind"))
        let second = try dutyclock("enrol", "T041", "uid-hex:04112233070809")
        #expect(second.status == 0)
        #expect(second.errors.contains("only 32 bits cannot tell this card from 赵敏(T033)'s"))
        let size = try size()
        let both = try dutyclock("enrol", "T052", "hex8:33221104", "--from", "2027-01-01")
        #expect(both.status == 65)
        #expect(both.errors.contains("fits two cards, 赵敏(T033)'s"))
        #expect(try self.size() == size, "nobody's card was taken away")
    }

    @Test func aReaderOf24BitsIsWarnedOfWithUIDsOfSevenBytes() throws {
        defer { dutyclock.remove() }
        #expect(try dutyclock("enrol", "T033", "uid-hex:04112233010203").status == 0)
        try punch(["raw:A22110"], at: "hall", "2026-09-16 07:05:00")
        try punch(["raw:086CED"], at: "hall", "2026-09-16 07:06:00")
        let taught = try dutyclock("enrol", "--teach", "hall", "62E3086CED")
        #expect(taught.output.contains("hex6"), "\(taught.errors)")
        #expect(taught.errors.contains("Mind: hall tells only 24 bits"))
    }

    // MARK: Names

    /// One record of 28 bytes, as attendance-machines.md 2.6 has it.
    private func user(_ id: UInt32, _ name: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(id & 0xFF), UInt8(id >> 8 & 0xFF), 0, 0, 0, 0, 0, 0]
        bytes += name.prefix(8) + [UInt8](repeating: 0, count: 8 - min(8, name.count))
        bytes += [0, 0, 0, 0, 0, 1, 0, 0]
        return bytes + (0..<4).map { UInt8(id >> (8 * $0) & 0xFF) }
    }

    @Test func namesOfAMachineAreProposedAndEnrolledOnlyWhenAccepted() throws {
        defer { dutyclock.remove() }
        // 王芳 and 赵敏 in GBK, and a name of nobody.
        let file = dutyclock.path("user.dat")
        let bytes =
            user(101, [0xCD, 0xF5, 0xB7, 0xBC]) + user(102, [0xD5, 0xD4, 0xC3, 0xF4]) + user(103, Array("X".utf8))
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let size = try size()
        #expect(try dutyclock("enrol", "--names", file).errors.contains("--machine NAME (gate"))
        let shown = try dutyclock("enrol", "--names", file, "--machine", "gate", "--format", "json")
        #expect(shown.output.contains(#""number":1,"card":"gate/101","person":"T012","name":"王芳""#), "\(shown.errors)")
        #expect(shown.errors.contains("2 proposals (2 certain), 1 names fit nobody"))
        let table = try dutyclock("enrol", "--names", file, "--machine", "gate", "--format", "csv").output
        #expect(
            table.hasPrefix("\u{FEFF}kind,person,name,other,as,from,to,reason\r\ncard,T012,王芳,gate/101,issued,,,王芳\r\n")
        )
        #expect(try self.size() == size, "looking writes nothing")
        #expect(try dutyclock("enrol", "--names", file, "--machine", "gate", "--accept", "3").status == 64)
        #expect(try dutyclock("enrol", "--names", file, "--machine", "gate", "--accept", "2").status == 0)
        #expect(try dutyclock("enrol", "--list", "T033", "--format", "json").output.contains(#""card":"gate/102""#))
        #expect(try dutyclock("record", try dutyclock.write(table, to: "facts.csv")).status == 0)
        #expect(try dutyclock("enrol", "--list", "T012", "--format", "json").output.contains(#""card":"gate/101""#))
        let rest = try dutyclock("enrol", "--names", file, "--machine", "gate")
        #expect(rest.errors.contains("0 proposals"))
    }

    @Test func cardRowsAreRecordedLikeOtherFacts() throws {
        defer { dutyclock.remove() }
        let words = ["record", "card", "--person", "王芳", "--other", "gate/212", "--from", "2026-09-14 07:00"]
        #expect(try dutyclock.run(words).status == 0)
        let reader = ["record", "读卡格式", "--other", "hall", "--as", "dec10 zeros"]
        #expect(try dutyclock.run(reader).status == 0)
        for wrong in [
            ["record", "card", "--other", "gate/212"], ["record", "card", "--person", "王芳", "--other", "12345678"],
            ["record", "card", "--person", "王芳", "--other", "gate/9", "--as", "temporary"],
            ["record", "reader", "--other", "hall", "--as", "dec11"],
        ] { #expect(try dutyclock.run(wrong).status == 65, "\(wrong)") }
        let log = try dutyclock("log", "--kind", "card", language: chinese).output
        #expect(log.contains("gate/212 → 启用、自 2026-09-14 07:00:00"))
    }
}
