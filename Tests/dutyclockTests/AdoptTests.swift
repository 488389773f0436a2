import AttendanceModel
import Foundation
import Testing
import TextCodec

/// A school with three years in a drawer adopts Dutyclock; the generator knows what the log must hold in the end.
@Suite struct AdoptTests {
    private let dutyclock: CommandLine
    private let history: AdoptHistory
    private let chinese = "zh_CN.UTF-8"

    init() throws {
        dutyclock = try CommandLine()
        history = try AdoptHistory(in: dutyclock.path("drawer"))
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
    }

    private func adopt(_ more: String..., language: String = "C.UTF-8") throws -> CommandLine.Answer {
        try dutyclock.run(["adopt", "--answers", dutyclock.path("answers")] + more, environment: ["LC_ALL": language])
    }

    private func survey(language: String = "C.UTF-8") throws -> CommandLine.Answer {
        try adopt(
            dutyclock.path("drawer"), "--plan", dutyclock.path("plan"), "--format", "json", language: language)
    }

    private struct Report: Decodable {
        struct File: Decodable {
            let file: String
            let found: String
            let rows: Int
            let new: Int
        }
        struct Machine: Decodable {
            struct ID: Decodable {
                let id: String
                let rows: Int
                let names: [String]
                let reusedFrom: String?
            }
            struct Shift: Decodable {
                let from: String
                let to: String
                let minutes: Int
            }
            let found: String
            let serials: [String]
            let numbers: [String]
            let rows: Int
            let impossible: Int
            let ids: [ID]
            let shifts: [Shift]
        }
        struct Other: Decodable {
            let file: String
        }
        struct Finding: Decodable {
            let severity: String
            let place: String
        }
        struct Done: Decodable {
            let added: Int
            let known: Int
            let impossible: Int
            let clockFacts: Int
            let cardFacts: Int
        }
        let files: [File]
        let machines: [Machine]
        let notTaken: [Other]
        let findings: [Finding]
        let ready: Bool
        let done: Done?

        func label(of name: String) -> String { files.first { $0.file.hasSuffix(name) }?.found ?? "?" }
        func machine(of name: String) -> Machine? { machines.first { $0.found == label(of: name) } }
    }

    private func report(_ answer: CommandLine.Answer) throws -> Report {
        try #require(answer.status == 0, "\(answer.output)\(answer.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(answer.output.utf8))
    }

    // MARK: Answers

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: dutyclock.path("answers/\(name)"), encoding: .utf8)
    }

    private func edit(_ name: String, _ change: (String) -> String) throws {
        try change(try text(name)).write(toFile: dutyclock.path("answers/\(name)"), atomically: true, encoding: .utf8)
    }

    /// What the office writes into the tables.
    private func answer(_ report: Report) throws {
        let names = ["1_attlog.dat": "gate", "hall.txt": "corridor", "attlog.dat": "coach"]
        try edit("machines.csv") { text in
            names.reduce(text) { text, pair in
                text.replacing(
                    "\r\n\(report.label(of: "/" + pair.key)),ask,",
                    with: "\r\n\(report.label(of: "/" + pair.key)),\(pair.value),")
            }
        }
        try edit("ids.csv") { text in
            ["gate", "coach"].reduce(text) { text, _ in
                AdoptHistory.people.reduce(text) { text, pair in
                    report.machines.reduce(text) {
                        let row = "\r\n\($1.found),\(pair.key),"
                        return $0.replacing(row + "ask,", with: row + "\(pair.value),")
                    }
                }
            }
        }
        try edit("clocks.csv") { $0.replacing(",ask,", with: ",+1h,") }
        try edit("adopt.json5") { $0.replacing("from: \"ask\"", with: "from: \"2024-09-01\"") }
    }

    /// The punches of the log.
    private func punches() throws -> (timed: [AdoptHistory.Punch], impossible: Int) {
        struct Line: Decodable {
            let time: String
            let source: String
            let says: String
        }
        let lines = try dutyclock("log", "--kind", "punch", "--last", "1000000", "--format", "json").output
            .split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        let timed = lines.compactMap { line in
            LocalDateTime(line.time).map {
                AdoptHistory.Punch(
                    machine: line.source, id: String(line.says.prefix { $0 != "," }), wall: $0)
            }
        }
        return (timed, lines.count - timed.count)
    }

    // MARK: Tests

    @Test func understandsWhatTheDrawerHoldsAndWritesNothing() throws {
        defer { dutyclock.remove() }
        let report = try report(survey())
        #expect(report.machines.count == 3)
        let gate = report.label(of: "2024/1_attlog.dat")
        #expect(
            Set(report.files.filter { $0.found == gate }.map { $0.file.split(separator: "/").last })
                == ["1_attlog.dat", "gate old.dat", "copy of gate old (2).dat"])
        #expect(report.label(of: "AGL_001.TXT") == report.label(of: "hall.txt"))
        #expect(report.label(of: "hall.txt") != gate)
        #expect(
            report.files.contains { $0.file.hasSuffix("(2).dat") && $0.new == 0 }
                || report.files.contains {
                    $0.file.hasSuffix("gate old.dat") && $0.new == 0
                })
        for (file, name) in [("2024/1_attlog.dat", "gate"), ("hall.txt", "hall"), ("2022/attlog.dat", "bus")] {
            let machine = try #require(report.machine(of: file))
            #expect(machine.rows - machine.impossible == history.truth.count { $0.machine == name })
            for id in machine.ids {
                let resets = name == "gate" && id.id == "2" ? AdoptHistory.resetRows : 0
                #expect(id.rows - resets == history.truth.count { $0.machine == name && $0.id == id.id })
            }
        }
        #expect(report.machine(of: "2024/1_attlog.dat")?.impossible == AdoptHistory.resetRows)
        #expect(report.machine(of: "2022/attlog.dat")?.serials == ["BW0012345"])
        let shift = try #require(report.machine(of: "2024/1_attlog.dat")?.shifts.first)
        #expect(shift.minutes == 60)
        #expect(
            shift.from == "\(AdoptHistory.hourWrong.lowerBound)" && shift.to == "\(AdoptHistory.hourWrong.upperBound)")
        #expect(report.machines.map(\.shifts.count).reduce(0, +) == 1)
        let reused = report.machines.flatMap { machine in
            machine.ids.filter { $0.reusedFrom != nil }.map { (machine.found, $0) }
        }
        #expect(reused.map(\.0) == [report.label(of: "hall.txt")])
        #expect(reused.first?.1.id == "5" && reused.first?.1.reusedFrom == "\(AdoptHistory.handover.first)")
        #expect(reused.first?.1.names == [AdoptHistory.leaver, "吴刚"])
        #expect(report.notTaken.contains { $0.file.hasSuffix("photo.jpg") })
        #expect(!report.ready && report.findings.allSatisfy { $0.severity == "question" })
        #expect(!FileManager.default.fileExists(atPath: dutyclock.path("log")))
    }

    @Test func refusesToGoWhileSomethingIsOpen() throws {
        defer { dutyclock.remove() }
        _ = try survey()
        let answer = try adopt("--go")
        #expect(answer.status == 65)
        #expect(answer.output.contains("machines.csv:2: question: which machine is"))
        #expect(answer.errors.hasPrefix("dutyclock: Nothing was written to the log"))
        #expect(!FileManager.default.fileExists(atPath: dutyclock.path("log")))
    }

    @Test func tellsWrongAnswersWithFileAndLine() throws {
        defer { dutyclock.remove() }
        let report = try report(survey())
        try answer(report)
        try edit("machines.csv") { $0.replacing(",corridor,", with: ",gate,").replacing(",coach,", with: ",hall,") }
        try edit("ids.csv") { $0.replacing(",T041,", with: ",T999,").replacing("T012", with: "王芳") }
        try edit("clocks.csv") { $0.replacing("+1h", with: "one hour") }
        let answer = try adopt(language: chinese)
        #expect(answer.status == 65)
        for sentence in [
            "同时在用，是两台考勤机：不能都叫“gate”", "“hall”是读卡器", "people.csv 里没有“T999”", "“one hour”读不懂：请写快多少",
        ] {
            #expect(answer.output.contains(sentence), "\(sentence): \(answer.output)")
        }
        #expect(!answer.output.contains("王芳"), "a full name is an answer")
    }

    @Test func takesOverThreeYearsOnceHoweverOftenItIsInterrupted() throws {
        defer { dutyclock.remove() }
        let first = try report(survey(language: chinese))
        #expect(try text("machines.csv").contains("归属(found),考勤机(machine)"))
        try answer(first)
        // Chinese Excel saves in GB18030.
        try edit("machines.csv") { $0.replacing(",gate,,", with: ",gate,南大门,").replacing("\u{FEFF}", with: "") }
        try Data(#require(GB18030.encode(text("machines.csv"))))
            .write(to: URL(fileURLWithPath: dutyclock.path("answers/machines.csv")))
        let ready = try report(adopt("--format", "json"))
        #expect(ready.ready && ready.findings.isEmpty, "\(ready.findings)")
        #expect(!FileManager.default.fileExists(atPath: dutyclock.path("log")))

        for bytes in [1, 1_000_000] { try interrupt(atLogSize: bytes) }
        let done = try #require(try report(adopt("--go", "--format", "json")).done)
        let found = try punches()
        #expect(found.timed.count == history.truth.count, "each punch once")
        let called = ["gate": "gate", "hall": "corridor", "bus": "coach"]
        #expect(
            Set(found.timed)
                == Set(
                    history.truth.map {
                        AdoptHistory.Punch(machine: called[$0.machine] ?? "", id: $0.id, wall: $0.wall)
                    }))
        // The reset rows stand in two exports, and nobody can tell a replay from a repeat (C-30).
        #expect(found.impossible >= AdoptHistory.resetRows)
        #expect(done.known > 0)
        let size = try dutyclock("verify").output
        let again = try #require(try report(adopt("--go", "--format", "json")).done)
        #expect(again.added == 0 && again.clockFacts == 0 && again.cardFacts == 0)
        #expect(try dutyclock("verify").output == size, "a second time adds nothing")

        #expect(try dutyclock("log", "--kind", "clock", "--format", "json").output.split(separator: "\n").count == 4)
        #expect(try dutyclock("log", "--kind", "machine", "--format", "json").output.contains("BW0012345"))
        let held = try dutyclock("log", "2024-06-03", "--kind", "punch", "--format", "json").output
        #expect(held.contains("\"who\":\"王芳\"") && held.contains("\"who\":\"吴刚\""))
        #expect(try String(contentsOfFile: dutyclock.path("plan/devices.csv"), encoding: .utf8).contains("corridor"))
        // Nothing of the past is judged.
        let past = try dutyclock("duties", "2024-06-03", "--format", "json")
        #expect(past.output.isEmpty, "\(past.output)\(past.errors)")
    }

    /// Starts the adoption and kills it as soon as its log has so many bytes.
    private func interrupt(atLogSize bytes: Int) throws {
        let process = Process()
        process.executableURL = CommandLine.executable
        process.arguments = [
            "adopt", "--answers", dutyclock.path("answers"), "--go", "--data", dutyclock.path("log"),
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning, logSize < bytes { usleep(2000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal, "it was done before it could be interrupted")
    }

    private var logSize: Int {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: dutyclock.path("log"))) ?? []
        return files.reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: dutyclock.path("log/\(name)"))
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }
}
