import AttendanceModel
import EventLog
import Foundation
import Testing

@Suite struct OwnershipTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func refusesASecondOwnerByNameInTheSameProcess() throws {
        let store = try clock.open(directory, program: "dutyclockd")
        #expect(throws: LogError.owned(path: directory.database, program: "dutyclockd", pid: getpid())) {
            try clock.open(directory)
        }
        try store.close()
        try clock.open(directory).close()
    }

    @Test func refusesASecondOwnerByNameFromAnotherProcess() throws {
        let input = Pipe()
        let (process, output) = try Child.start(Child.logWriter, ["hold", directory.path], input: input)
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "ready\n")
        let pid = process.processIdentifier
        #expect(throws: LogError.owned(path: directory.database, program: "LogWriter", pid: pid)) {
            try clock.open(directory)
        }
        let owner = try #require(try LogOwner.current(directory: directory.path))
        #expect(owner.pid == pid)
        #expect(owner.program == "LogWriter")
        #expect(owner.socketPath == "/run/test.sock")
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(try LogOwner.current(directory: directory.path) == nil)
        let store = try clock.open(directory)
        #expect(store.size == 11)
    }

    @Test func askingForTheOwnerDoesNotTakeTheLock() throws {
        #expect(try LogOwner.current(directory: directory.path) == nil)
        let store = try clock.open(directory, program: "dutyclockd")
        #expect(try LogOwner.current(directory: directory.path)?.program == "dutyclockd")
        #expect(try LogOwner.current(directory: directory.path)?.socketPath == nil)
        try store.close()
        #expect(try LogOwner.current(directory: directory.path) == nil)
    }

    @Test(arguments: [
        "UPDATE fact SET source = 'yard' WHERE seq = 1",
        "DELETE FROM fact WHERE seq = 300",
        "DELETE FROM fact",
        "INSERT INTO fact SELECT 302, kind, at, recorded, uncertainty, 'user:9', clock, source, codes, session, basis,"
            + " author, origin, body, raw, salt, leaf FROM fact WHERE seq = 1",
        "INSERT INTO fact SELECT 900, kind, at, recorded, uncertainty, 'user:9', clock, source, codes, session, basis,"
            + " author, origin, body, raw, salt, leaf FROM fact WHERE seq = 1",
        "INSERT OR REPLACE INTO fact SELECT 2, kind, at, recorded, uncertainty, subject, clock, source, codes, 9,"
            + " basis, author, origin, body, raw, salt, leaf FROM fact WHERE seq = 1",
        "INSERT OR REPLACE INTO fact SELECT 301, kind, at, recorded, uncertainty, subject, clock, 'x', codes, session,"
            + " basis, author, origin, body, raw, salt, leaf FROM fact WHERE seq = 1",
        "INSERT OR REPLACE INTO fact SELECT 301, kind, at, recorded, 7, subject, clock, source, codes, session,"
            + " basis, author, origin, body, raw, salt, leaf FROM fact WHERE seq = 1",
        "REPLACE INTO fact SELECT * FROM fact WHERE seq = 1",
        "UPDATE OR REPLACE fact SET seq = 5 WHERE seq = 6",
        "UPDATE tile SET kinds = 1",
        "DELETE FROM tile",
        "INSERT INTO tile SELECT 1, root, earliest, latest, kinds FROM tile",
        "INSERT OR REPLACE INTO tile SELECT * FROM tile",
        "INSERT OR IGNORE INTO tile SELECT 1, root, earliest, latest, kinds FROM tile",
    ])
    func refusesEveryOtherTool(sql: String) throws {
        let store = try clock.open(directory)
        _ = try store.append((1...300).map { Sample.machinePunch($0) })
        let before = try store.checkpoint()
        let outcome = try Child.sqlite(directory.database, sql)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("append-only"))
        let verification = try Verifier.verify(directory: directory.path, expected: before)
        #expect(verification.findings == [])
        #expect(verification.size == 301)
    }

    @Test func noticesRowsThatAnotherToolWroteAfterAll() throws {
        let store = try clock.open(directory)
        _ = try store.append(Sample.machinePunch(1))
        let outcome = try Child.sqlite(
            directory.database,
            """
            DROP TRIGGER fact_no_insert;
            INSERT INTO fact SELECT 2, kind, at, recorded, uncertainty, 'user:9', clock, source, codes, session, basis,
            author, origin, body, raw, salt, leaf FROM fact WHERE seq = 1;
            """)
        #expect(outcome.status == 0)
        // Its seq is taken: the punch is refused aloud, never taken for a known one.
        #expect(throws: LogError.self) { try store.append(Sample.machinePunch(2)) }
        let verification = try Verifier.verify(directory: directory.path)
        #expect(verification.findings.contains(.schema(name: "fact_no_insert", problem: "missing")))
        #expect(
            verification.findings.contains {
                if case .altered(2, _) = $0 { true } else { false }
            })
    }
}
