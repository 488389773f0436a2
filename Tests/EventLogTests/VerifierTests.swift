import AttendanceModel
import Evidence
import EventLog
import Foundation
import Testing

@Suite struct VerifierTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// A closed log of 600 facts, and its checkpoint.
    func makeLog() throws -> Checkpoint {
        let store = try clock.open(directory)
        var facts = (1...597).map { Sample.machinePunch($0) }
        facts[299].origin = 0
        _ = try store.append(facts)
        _ = try store.append([Sample.entry(.cover, "T012", other: "T020"), Sample.publish(.plan, "{}")])
        let checkpoint = try store.checkpoint()
        try store.close()
        return checkpoint
    }

    static let dropTriggers =
        "DROP TRIGGER fact_no_update; DROP TRIGGER fact_no_delete; DROP TRIGGER fact_no_insert;"
        + "DROP TRIGGER tile_no_update; DROP TRIGGER tile_no_delete; DROP TRIGGER tile_no_insert;"

    /// Does something to the file that only its owner's administrator could, and puts the triggers back.
    func tamper(_ sql: String) throws {
        let restore = try Child.sqlite(
            directory.database, "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
        ).output
        let script =
            "PRAGMA ignore_check_constraints=ON; BEGIN; \(Self.dropTriggers) \(sql); \(restore) COMMIT;"
        let outcome = try Child.sqlite(directory.database, script)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func findsNothingWrongWithAWholeLog() throws {
        let checkpoint = try makeLog()
        let verification = try Verifier.verify(directory: directory.path, expected: checkpoint)
        #expect(verification.findings == [])
        #expect(verification.isWhole)
        #expect(verification.checkpoint == checkpoint)
        #expect(verification.size == 600)
    }

    @Test(arguments: [
        "kind = 2", "at = at + 1", "at = NULL", "recorded = recorded + 1", "uncertainty = uncertainty + 1",
        "subject = 'user:212'", "subject = CAST(x'757365723a3231ff' AS TEXT)", "clock = clock + 1",
        "source = 'gatf'", "codes = codes + 1", "session = 1", "basis = basis + 1", "author = 'dutyclockd(991)'",
        "origin = 1", "origin = NULL", "body = ''", "raw = NULL", "raw = x''",
        "raw = CAST(replace(raw, '213', '212') AS BLOB)", "salt = randomblob(16)", "leaf = randomblob(32)",
    ])
    func namesTheFactOfWhichAnyColumnChanged(change: String) throws {
        _ = try makeLog()
        try tamper("UPDATE fact SET \(change) WHERE seq = 300")
        let verification = try Verifier.verify(directory: directory.path)
        let altered = verification.findings.compactMap {
            if case .altered(let seq, _) = $0 { seq } else { nil }
        }
        #expect(altered == [300])
        #expect(!verification.isWhole)
    }

    @Test(arguments: [0, 1, 255, 256, 511, 512, 598, 599]) func namesChangedFactsWhereverTheyAre(seq: Int64) throws {
        _ = try makeLog()
        try tamper("UPDATE fact SET recorded = recorded - 1 WHERE seq = \(seq)")
        let findings = try Verifier.verify(directory: directory.path).findings
        #expect(findings.count { if case .altered(seq, _) = $0 { true } else { false } } == 1)
    }

    @Test func saysWhatTheChangedFactIs() throws {
        _ = try makeLog()
        try tamper("UPDATE fact SET source = 'yard' WHERE seq = 300")
        let finding = try #require(try Verifier.verify(directory: directory.path).findings.first)
        #expect(
            finding.description == "Fact 300 was altered: it now says punch user:213 2026-09-15 16:05:00 UTC,"
                + " source yard, recorded by dutyclockd(990).")
    }

    /// Who changes a fact and its leaf hash together is betrayed by the block's root, or by any kept checkpoint.
    @Test(arguments: [Int64(300), 580]) func seesThroughARecomputedLeaf(seq: Int64) throws {
        let checkpoint = try makeLog()
        let reader = try LogReader.open(directory: directory.path)
        var fact = try #require(try reader.stored(seq)).fact
        fact.source = "yard"
        var buffer: [UInt8] = []
        let leaf = fact.leaf(Hasher256(), buffer: &buffer)
        try tamper("UPDATE fact SET source = 'yard', leaf = x'\(leaf)' WHERE seq = \(seq)")
        let verification = try Verifier.verify(directory: directory.path, expected: checkpoint)
        let isInBlock = verification.findings.contains(
            .block(256..<512, problem: "the stored root is not that of its facts"))
        #expect(isInBlock == (seq == 300))
        #expect(verification.findings.contains { if case .checkpoint = $0 { true } else { false } })
    }

    @Test(arguments: [
        ("root = randomblob(32)", "the stored root is not that of its facts"),
        ("earliest = earliest + 1", "the stored times or kinds are not those of its facts"),
        ("latest = NULL", "the stored times or kinds are not those of its facts"),
        ("kinds = kinds + 4", "the stored times or kinds are not those of its facts"),
    ])
    func checksWhatIsStoredAboutABlock(change: String, problem: String) throws {
        _ = try makeLog()
        try tamper("UPDATE tile SET \(change) WHERE idx = 1")
        #expect(try Verifier.verify(directory: directory.path).findings == [.block(256..<512, problem: problem)])
    }

    @Test func missesABlock() throws {
        _ = try makeLog()
        try tamper("UPDATE tile SET idx = 9223372036854775807 WHERE idx = 1")
        let findings = try Verifier.verify(directory: directory.path).findings
        #expect(findings.first == .block(256..<512, problem: "its root is missing"))
        #expect(findings.count == 2)
        #expect(try LogReader.open(directory: directory.path).facts(FactQuery(kinds: [.publish])).isEmpty == true)
        #expect(throws: LogError.self) { try clock.open(directory) }
    }

    @Test(arguments: [(Int64(0), Int64(1)), (7, 8), (256, 512)]) func missesFacts(from: Int64, to: Int64) throws {
        _ = try makeLog()
        try tamper("DELETE FROM fact WHERE seq >= \(from) AND seq < \(to)")
        #expect(try Verifier.verify(directory: directory.path).findings.contains(.gap(from..<to)))
    }

    @Test func missesFactsAtTheEndByAKeptCheckpoint() throws {
        let checkpoint = try makeLog()
        try tamper("DELETE FROM fact WHERE seq >= 590")
        #expect(
            try Verifier.verify(directory: directory.path, expected: checkpoint).findings
                == [.checkpoint("it counts 600 facts, and 590 could be read")])
        #expect(
            try Verifier.verify(directory: directory.path).findings
                == [.checkpoint("the one beside the log counts 600 facts, and 590 could be read")])
    }

    @Test func doesNotExpectTheCheckpointOfALogThatWasSetAside() throws {
        _ = try makeLog()
        let (store, _) = try LogStore.startNewSegment(
            directory: directory.path, program: "test", socketPath: nil
        ) { clock.time }
        #expect(try Verifier.verify(directory: directory.path).isWhole)
        try store.close()
    }

    @Test func acceptsAnOlderCheckpointOfTheSameLogAndNoOther() throws {
        let old = try makeLog()
        let store = try clock.open(directory)
        _ = try store.append((1000...1600).map { Sample.machinePunch($0) })
        #expect(try Verifier.verify(directory: directory.path, expected: old).isWhole)
        let otherLog = Checkpoint(log: String(repeating: "0", count: 32), size: old.size, root: old.root)
        #expect(try !Verifier.verify(directory: directory.path, expected: otherLog).isWhole)
        let otherRoot = Checkpoint(log: old.log, size: old.size - 1, root: old.root)
        #expect(try !Verifier.verify(directory: directory.path, expected: otherRoot).isWhole)
    }

    @Test(arguments: [
        ("DROP TRIGGER fact_no_update", "fact_no_update", "missing"),
        ("DROP VIEW punches", "punches", "missing"),
        ("CREATE TABLE extra(x)", "extra", "not of this program"),
        ("DROP VIEW facts; CREATE VIEW facts AS SELECT seq FROM fact", "facts", "changed"),
        (
            "DROP TRIGGER tile_no_delete; CREATE TRIGGER tile_no_delete BEFORE DELETE ON tile BEGIN SELECT 1; END",
            "tile_no_delete", "changed"
        ),
    ])
    func checksTheSchema(sql: String, name: String, problem: String) throws {
        _ = try makeLog()
        #expect(try Child.sqlite(directory.database, sql).status == 0)
        #expect(try Verifier.verify(directory: directory.path).findings == [.schema(name: name, problem: problem)])
    }

    @Test func noticesAnIndexThatDisagreesWithItsTable() throws {
        _ = try makeLog()
        let outcome = try Child.sqlite(
            directory.database,
            """
            PRAGMA writable_schema=ON;
            UPDATE sqlite_schema SET sql = 'CREATE INDEX fact_identity ON fact(subject, clock, source, codes, basis)'
            WHERE name = 'fact_identity';
            """)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let findings = try Verifier.verify(directory: directory.path).findings
        #expect(findings.contains { if case .structure = $0 { true } else { false } })
        #expect(findings.contains(.schema(name: "fact_identity", problem: "changed")))
    }

    @Test func reportsProgressUpToTheEnd() throws {
        _ = try makeLog()
        var last: (Int64, Int64) = (0, 0)
        _ = try Verifier.verify(directory: directory.path) { last = ($0, $1) }
        #expect(last == (600, 600))
    }

    static let python = "/usr/bin/env"

    @Test(
        .enabled("python3 is not installed") { try Child.run(python, ["python3", "-c", "import sqlite3"]).status == 0 })
    func agreesWithAnIndependentProgram() throws {
        let checkpoint = try makeLog()
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("EvidenceTests/verify.py").path
        let old = "\(checkpoint)"
        let store = try clock.open(directory)
        _ = try store.append((1000...1600).map { Sample.machinePunch($0) })
        let now = try store.checkpoint()
        try store.close()
        let whole = try Child.run(Self.python, ["python3", script, directory.database, old])
        #expect(whole.status == 0)
        #expect(whole.output == "\(now)\n")
        try tamper("UPDATE fact SET at = at + 1 WHERE seq = 300")
        let altered = try Child.run(Self.python, ["python3", script, directory.database, old])
        #expect(altered.status == 1)
        #expect(altered.output.contains("fact 300 was altered\n"))
        #expect(altered.output.contains("block 1 differs\n"))
        #expect(altered.output.contains("the expected checkpoint is not of this log\n"))
    }
}
