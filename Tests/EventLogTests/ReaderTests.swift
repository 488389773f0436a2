import AttendanceModel
import Evidence
import Testing

@testable import EventLog

@Suite struct ReaderTests {
    let directory: TemporaryDirectory
    let clock = TestClock()
    let store: LogStore
    let reader: LogReader
    /// Everything in the log, read without any condition.
    let all: [Fact]

    init() throws {
        directory = try TemporaryDirectory()
        store = try clock.open(directory)
        var facts: [NewFact] = []
        for second in 0..<1500 {
            facts.append(
                Sample.machinePunch(second * 50, user: "\(second % 7)", device: second < 700 ? "gate" : "yard"))
            if second % 300 == 299 { facts.append(Sample.entry(.leave, "T01\(second % 2)", day: second / 300)) }
        }
        let card = Punch(
            credential: .card(CardNumber(n32: 0xE308_6CED, full: "62E3086CED")), wall: nil, codes: .none,
            basis: .hostUnknown)
        facts.append(NewFact(.punch(card), at: clock.time, source: "east", author: "dutyclockd(990)"))
        facts.append(Sample.machinePunch(7, session: NewFact.occasion("1")))
        facts[facts.count - 1].at = nil
        _ = try store.append(facts)
        reader = try LogReader.open(directory: directory.path)
        all = try reader.facts()
    }

    static let day = LocalDateTime(Sample.date, .midnight).wallSeconds

    static func times(_ first: Int64, _ last: Int64) -> Range<Instant> {
        Instant(seconds: day - 8 * 3600 + first)..<Instant(seconds: day - 8 * 3600 + last)
    }

    @Test(arguments: [
        FactQuery(), FactQuery(seqs: 10..<20), FactQuery(seqs: 250..<520), FactQuery(seqs: -5..<3),
        FactQuery(seqs: 1500..<Int64.max), FactQuery(seqs: 9000..<9001), FactQuery(seqs: 7..<7),
        FactQuery(kinds: [.leave]), FactQuery(kinds: [.leave, .genesis]), FactQuery(kinds: []),
        FactQuery(kinds: [.ruling]), FactQuery(times: times(0, 10_000)), FactQuery(times: times(74_000, 80_000)),
        FactQuery(kinds: [.punch], times: times(30_000, 40_000)), FactQuery(times: times(-9_000_000, -8_000_000)),
        FactQuery(subject: "user:3"), FactQuery(subject: "user:"), FactQuery(subject: "person:T011"),
        FactQuery(subjectPrefix: "user:"), FactQuery(subjectPrefix: "card:E3086CED"),
        FactQuery(subjectPrefix: "person:"), FactQuery(subject: "user:3", clocks: day * 1000..<(day + 5000) * 1000),
        FactQuery(times: times(0, 5000), subject: "user:3"), FactQuery(seqs: 100..<300, subject: "user:3"),
        FactQuery(kinds: [.leave], subjectPrefix: "person:"),
        FactQuery(clocks: (day + 100) * 1000..<(day + 500) * 1000),
    ])
    func readsExactlyWhatWasAskedFor(query: FactQuery) throws {
        let expected = all.filter { fact in
            let clock =
                switch fact.body {
                case .punch(let punch): punch.wall.map { $0.wallSeconds * 1000 } ?? fact.at?.milliseconds ?? .min
                case .entry(_, let entry):
                    LocalDateTime(entry.dates?.lowerBound ?? .first, .midnight).wallSeconds * 1000
                default: Int64(0)
                }
            return query.seqs?.contains(fact.seq) != false && query.kinds?.contains(fact.kind) != false
                && query.times.map { times in fact.at.map { times.contains($0) } ?? false } != false
                && query.subject.map { $0 == fact.subject } != false
                && query.subjectPrefix.map { fact.subject.hasPrefix($0) } != false
                && query.clocks?.contains(clock) != false
        }
        #expect(try reader.facts(query) == expected)
        #expect(try reader.count(query) == Int64(expected.count))
        var backwards = query
        backwards.backwards = true
        #expect(try reader.facts(backwards) == expected.reversed())
        backwards.limit = 3
        #expect(try reader.facts(backwards) == Array(expected.reversed().prefix(3)))
        #expect(try reader.count(backwards) == Int64(min(3, expected.count)))
    }

    @Test func theTestDataIsNotTrivial() {
        #expect(all.count == 1508)
        #expect(all.count { $0.kind == .leave } == 5)
    }

    @Test func stopsWhenTheVisitorHasEnough() throws {
        var seen: [Int64] = []
        try reader.forEach(FactQuery()) {
            seen.append($0.seq)
            return seen.count < 4
        }
        #expect(seen == [0, 1, 2, 3])
    }

    @Test func onePersonsTimeIsFoundThroughTheIndexAlone() throws {
        let scan = FactScan(
            try LogReading(store.connection), FactQuery(subject: "user:3", clocks: 0..<1))
        let statement = try store.connection.prepare("EXPLAIN QUERY PLAN " + scan.sql(selecting: StoredFact.columns))
        var plan: [String] = []
        while try statement.step() { plan.append(statement.text(3) ?? "") }
        #expect(
            plan == [
                "SEARCH fact USING INDEX fact_identity (subject=? AND clock>? AND clock<?)",
                "USE TEMP B-TREE FOR ORDER BY",
            ])
    }

    @Test func aRangeOfSeqsIsReadInTheOrderOfTheTable() throws {
        let scan = FactScan(try LogReading(store.connection), FactQuery(kinds: [.punch], times: Self.times(0, 1)))
        let statement = try store.connection.prepare("EXPLAIN QUERY PLAN " + scan.sql(selecting: StoredFact.columns))
        var plan: [String] = []
        while try statement.step() { plan.append(statement.text(3) ?? "") }
        #expect(plan == ["SEARCH fact USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"])
    }

    @Test func tellsWhetherSomethingWasCommitted() throws {
        #expect(try reader.hasChanged())
        #expect(try !reader.hasChanged())
        _ = try store.append(Sample.machinePunch(1))
        #expect(try reader.hasChanged())
        #expect(try !reader.hasChanged())
        _ = try store.append(Sample.machinePunch(1))
        #expect(try reader.size() == store.size)
    }

    @Test func agreesWithTheWriterAboutTheCheckpoint() throws {
        #expect(try reader.checkpoint() == store.checkpoint())
        #expect(reader.logID == store.logID)
        #expect(Checkpoint("\(try reader.checkpoint())")?.size == 1508)
    }

    @Test(arguments: [(Int64(0), Int64(1)), (0, 1508), (255, 256), (256, 1508), (700, 701), (1507, 1508)])
    func provesThatAFactIsInTheLog(seq: Int64, size: Int64) throws {
        let hasher = Hasher256()
        let stored = try #require(try reader.stored(seq))
        var buffer: [UInt8] = []
        #expect(stored.fact.leaf(hasher, buffer: &buffer) == stored.leaf)
        let path = try #require(try reader.inclusionProof(of: seq, in: size))
        let root = try LogReading(store.connection).root(0..<size, hasher)
        #expect(
            MerkleProof.verifyInclusion(of: stored.leaf, index: seq, size: size, path: path, root: root, hasher))
        #expect(try reader.inclusionProof(of: seq, in: 1509) == nil)
        #expect(try reader.inclusionProof(of: size, in: size) == nil)
    }

    @Test func provesThatTheLogOnlyGrew() throws {
        let hasher = Hasher256()
        let old = try reader.checkpoint()
        _ = try store.append((2000..<2900).map { Sample.machinePunch($0, user: "grown") })
        let now = try reader.checkpoint()
        let path = try #require(try reader.consistencyProof(from: old.size, to: now.size))
        #expect(
            MerkleProof.verifyConsistency(
                old: old.size, oldRoot: old.root, size: now.size, root: now.root, path: path, hasher))
    }

    @Test func readsOneStateWhileTheWriterGoesOn() throws {
        var count = 0
        try reader.forEach(FactQuery()) { _ in
            count += 1
            if count == 10 { _ = try? store.append(Sample.machinePunch(1, user: "new")) }
            return true
        }
        #expect(count == 1508)
        #expect(try reader.size() == 1509)
    }

    @Test func showsPeopleWordsAndIsoTimes() throws {
        let punch = try Child.sqlite(directory.database, "SELECT * FROM punches WHERE seq = 1").output
        #expect(
            punch == "1|2026-09-16 00:00:00|2026-09-15T16:00:00.000Z|60.0|gate|user:0|0|1||machine, assumed"
                + "|2026-09-21T14:13:20.000Z|dutyclockd(990)|\n")
        let card = try Child.sqlite(
            directory.database, "SELECT machine_time, credential, state, clock FROM punches WHERE device = 'east'"
        ).output
        #expect(card == "|card:E3086CED/62E3086CED||host, unknown\n")
        let leave = try Child.sqlite(
            directory.database, "SELECT seq, kind, at_utc, subject, body FROM facts WHERE kind = 'leave' LIMIT 1"
        ).output
        #expect(leave == #"301|leave||person:T011|{"date":"2026-09-16","person":"T011","by":"T001"}"# + "\n")
        let kinds = try Child.sqlite(
            directory.database, "SELECT DISTINCT kind FROM facts ORDER BY kind"
        ).output
        #expect(kinds == "genesis\nleave\npunch\n")
    }

    @Test func namesAFactItCannotUnderstand() throws {
        let sql = "\(VerifierTests.dropTriggers) UPDATE fact SET body = '[' WHERE seq = 301"
        #expect(try Child.sqlite(directory.database, sql).status == 0)
        #expect(throws: LogError.damaged(path: directory.database, detail: "fact 301 cannot be understood")) {
            try reader.facts()
        }
        #expect(try reader.count(FactQuery()) == 1508)
    }
}
