import AttendanceModel
import EventLog
import Foundation
import Testing

/// What was acknowledged is on disk, once, whatever becomes of the writer.
@Suite(.serialized) struct CrashTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// Lets a writer run, kills it without warning after `microseconds`, and returns the lines it said in full.
    func killed(_ mode: String, after microseconds: UInt32) throws -> [Substring] {
        let (process, output) = try Child.start(Child.logWriter, [mode, directory.path])
        // The first line tells that it has opened the log: the rest is time at work.
        var data = output.fileHandleForReading.availableData
        usleep(microseconds)
        kill(process.processIdentifier, SIGKILL)
        data.append(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    @Test func losesNothingThatWasAcknowledgedWhenKilled() throws {
        var acknowledged: Set<String> = []
        var random = SystemRandomNumberGenerator()
        for round in 0..<60 {
            let lines = try killed("append", after: UInt32.random(in: 0...30_000, using: &random))
            #expect(!lines.isEmpty, "round \(round)")
            acknowledged.formUnion(lines.map { "frame \($0)" })
            if round % 20 == 19 { try check(acknowledged) }
        }
    }

    @Test func losesNothingOfAnImportThatALivePunchCommitted() throws {
        var acknowledged: Set<String> = []
        var random = SystemRandomNumberGenerator()
        for round in 0..<40 {
            let lines = try killed("import", after: UInt32.random(in: 0...30_000, using: &random))
            for line in lines {
                guard let number = Int(line) else { continue }
                for row in number..<number + 40 { acknowledged.insert("frame \(row)") }
            }
            if round % 20 == 19 { try check(acknowledged) }
        }
    }

    /// Everything acknowledged is there, nothing is there twice, and the log is whole, before and after recovery.
    func check(_ acknowledged: Set<String>) throws {
        for _ in 0..<2 {
            var seen: [String: Int] = [:]
            try LogReader.open(directory: directory.path).forEach(FactQuery(kinds: [.punch])) { fact in
                seen["\(String(decoding: fact.raw ?? [], as: UTF8.self))/\(fact.subject)", default: 0] += 1
                return true
            }
            let frames = Set(seen.keys.map { String($0.prefix { $0 != "/" }) })
            #expect(acknowledged.subtracting(frames).isEmpty)
            #expect(seen.values.allSatisfy { $0 == 1 })
            let verification = try Verifier.verify(directory: directory.path)
            #expect(verification.findings == [])
            let store = try clock.open(directory)
            #expect(store.size == verification.size)
            try store.close()
        }
    }

    @Test func goesOnAfterTheFilesCouldNotGrow() throws {
        let outcome = try Child.run(Child.logWriter, ["starve", directory.path, "400000"])
        try checkStarved(outcome, saying: "disk I/O error")
    }

    @Test(.enabled("a small file system needs root") { geteuid() == 0 }) func goesOnAfterTheDiskWasFull() throws {
        let mount = try Child.run("/bin/mount", ["-t", "tmpfs", "-o", "size=2m,mode=0750", "tmpfs", directory.path])
        try #require(mount.status == 0, "\(mount.errors)")
        defer { _ = try? Child.run("/bin/umount", [directory.path]) }
        try Data(count: 300_000).write(to: URL(fileURLWithPath: directory.path + "/ballast"))
        try checkStarved(try Child.run(Child.logWriter, ["starve", directory.path]), saying: "no space is left")
    }

    func checkStarved(_ outcome: Outcome, saying problem: String) throws {
        let lines = outcome.output.split(separator: "\n")
        #expect(outcome.status == 0, "\(outcome.output.suffix(300))")
        let refused = try #require(lines.firstIndex { $0.hasPrefix("refused") })
        #expect(lines[refused].contains(problem))
        #expect(refused > 0)
        let last = try #require(Int(lines[refused - 1]))
        #expect(lines.last == "\(last + 1)")
        let verification = try Verifier.verify(directory: directory.path)
        #expect(verification.findings == [])
        // The first fact, those acknowledged before the disk was full, and the one after: nothing of what was refused.
        #expect(verification.size == Int64(last) + 3)
    }
}
