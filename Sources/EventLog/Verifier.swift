internal import AttendanceModel
package import Evidence

/// Recomputes everything that a log states about itself, in one pass and bounded memory.
package struct Verifier {
    /// More findings than this are not listed: a log so far gone needs no longer list.
    package static let mostFindings = 1000

    /// Reads the whole log of `directory` and lists every contradiction, also to the checkpoint that its writer kept
    /// beside it.
    ///
    /// - Parameters:
    ///   - directory: the data directory.
    ///   - expected: a checkpoint that somebody kept; the log must still contain it.
    ///   - progress: called now and then with facts done and facts in all.
    /// - Throws: when there is nothing to verify; a damaged file is a finding.
    /// - Returns: the findings; those of a damaged file included.
    package static func verify(
        directory: String, expected: Checkpoint? = nil, progress: (Int64, Int64) -> Void = { _, _ in }
    ) throws(LogError) -> Verification {
        // Read before the log: what it counts is on disk by then.
        let kept = LogFiles.keptCheckpoint(directory)
        return try verify(path: LogFiles.database(directory), expected: expected, kept: kept, progress: progress)
    }

    /// The same for a database file by its path: a copy, or one that was set aside.
    package static func verify(
        path: String, expected: Checkpoint? = nil, progress: (Int64, Int64) -> Void = { _, _ in }
    ) throws(LogError) -> Verification {
        try verify(path: path, expected: expected, kept: nil, progress: progress)
    }

    private static func verify(
        path: String, expected: Checkpoint?, kept: Checkpoint?, progress: (Int64, Int64) -> Void
    ) throws(LogError) -> Verification {
        guard LogFiles.exists(path) else { throw LogFiles.failure(path, "open") }
        let connection = try Connection(path: path, role: .reader)
        _ = try Schema.checkedVersion(connection)
        var verifier = Verifier(reading: try LogReading(connection), expected: expected, kept: kept)
        try connection.execute("BEGIN")
        do throws(LogError) {
            try verifier.checkStructure()
            try verifier.checkSchema()
            try verifier.checkFacts(progress)
            try verifier.checkSurplusTiles()
        } catch .damaged(_, let detail) {
            verifier.add(.structure(detail))
        }
        return verifier.result()
    }

    private let reading: LogReading
    private var expectations: [Expectation] = []
    private let hasher = Hasher256()
    private var findings: [Verification.Finding] = []
    private var edge = LogEdge()
    private var buffer: [UInt8] = []
    private var logID: String?

    private struct Expectation {
        let checkpoint: Checkpoint
        /// Who kept it: the writer, which may have begun another log since, or the one who asks.
        let isWriters: Bool
        var isFound = false

        var name: String { isWriters ? "the one beside the log" : "it" }
    }

    private init(reading: LogReading, expected: Checkpoint?, kept: Checkpoint?) {
        self.reading = reading
        if let expected { expectations.append(Expectation(checkpoint: expected, isWriters: false)) }
        if let kept, kept != expected { expectations.append(Expectation(checkpoint: kept, isWriters: true)) }
    }

    private mutating func add(_ finding: Verification.Finding) {
        if findings.count < Self.mostFindings { findings.append(finding) }
    }

    private mutating func checkStructure() throws(LogError) {
        let statement = try reading.connection.prepare("PRAGMA integrity_check(\(Self.mostFindings))")
        while try statement.step() {
            let line = statement.text(0) ?? "an answer that is not text"
            if line != "ok" { add(.structure(line)) }
        }
    }

    /// Compares every table, index, trigger and view with what this program makes.
    private mutating func checkSchema() throws(LogError) {
        var expected = Dictionary(uniqueKeysWithValues: Schema.objects.map { ($0.name, $0.sql) })
        let statement = try reading.connection.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")
        while try statement.step() {
            let name = statement.text(0) ?? "?"
            switch expected.removeValue(forKey: name) {
            case nil: add(.schema(name: name, problem: "not of this program"))
            case let sql? where sql != statement.text(1): add(.schema(name: name, problem: "changed"))
            default: break
            }
        }
        for name in expected.keys.sorted() { add(.schema(name: name, problem: "missing")) }
    }

    private mutating func checkFacts(_ progress: (Int64, Int64) -> Void) throws(LogError) {
        let total = try reading.size()
        let facts = try reading.connection.prepare(
            "SELECT \(StoredFact.columns) FROM fact NOT INDEXED ORDER BY seq")
        let tiles = try reading.connection.prepare("SELECT root, earliest, latest, kinds FROM tile WHERE idx = ?1")
        checkExpectedRoot()
        while try facts.step() {
            let seq = facts.integer(0)
            if seq != edge.size {
                add(.gap(edge.size..<max(seq, edge.size + 1)))
                // Without the missing leaves no root after them can be computed.
                return
            }
            let leaf = checkLeaf(facts, seq)
            let root = edge.append(kind: facts.integer(1), at: facts.optionalInteger(2), leaf: leaf, hasher)
            if let root {
                try checkTile(tiles, root)
                edge.beginBlock(after: root, hasher)
            }
            checkExpectedRoot()
            if edge.size % 65_536 == 0 { progress(edge.size, total) }
        }
        progress(edge.size, total)
    }

    /// Recomputes one leaf; the tree goes on with the recomputed one, so that a new leaf hash for a new content
    /// cannot pass either.
    private mutating func checkLeaf(_ row: Statement, _ seq: Int64) -> Digest {
        let stated = StoredFact.statedLeaf(row)
        guard let fact = StoredFact(row) else {
            add(.altered(seq: seq, what: "something that cannot be read"))
            return stated ?? hasher.empty
        }
        let leaf = fact.leaf(hasher, buffer: &buffer)
        if leaf != stated { add(.altered(seq: seq, what: fact.summary)) }
        if seq == 0, case .genesis(let genesis)? = fact.fact?.body { logID = genesis.log }
        return leaf
    }

    private mutating func checkTile(_ tiles: Statement, _ root: Digest) throws(LogError) {
        let seqs = Schema.facts(ofBlock: edge.full.size / Schema.blockSize)
        defer { tiles.reset() }
        try tiles.bind(1, seqs.lowerBound / Schema.blockSize)
        guard try tiles.step() else { return add(.block(seqs, problem: "its root is missing")) }
        if tiles.blob(0).flatMap({ Digest($0) }) != root {
            add(.block(seqs, problem: "the stored root is not that of its facts"))
        }
        let block = edge.block
        if tiles.optionalInteger(1) != block.earliest || tiles.optionalInteger(2) != block.latest
            || tiles.integer(3) != block.kinds
        {
            add(.block(seqs, problem: "the stored times or kinds are not those of its facts"))
        }
    }

    /// A tile beyond the last full block was added by somebody else.
    private mutating func checkSurplusTiles() throws(LogError) {
        let count = edge.full.size / Schema.blockSize
        let statement = try reading.connection.prepare("SELECT idx FROM tile WHERE idx >= ?1 ORDER BY idx")
        try statement.bind(1, count)
        // After a gap the blocks behind it were not read, and say nothing.
        guard edge.size == (try reading.size()) else { return }
        while try statement.step() {
            add(.block(Schema.facts(ofBlock: statement.integer(0)), problem: "it has a root and no facts"))
        }
    }

    private mutating func checkExpectedRoot() {
        for place in expectations.indices where expectations[place].checkpoint.size == edge.size {
            let expected = expectations[place].checkpoint
            expectations[place].isFound = true
            if concerns(expectations[place]), edge.root(hasher) != expected.root {
                add(
                    .checkpoint(
                        "the first \(expected.size) facts are not those that \(expectations[place].name) was made of"))
            }
        }
    }

    private func concerns(_ expectation: Expectation) -> Bool {
        !expectation.isWriters || expectation.checkpoint.log == logID
    }

    private mutating func result() -> Verification {
        for expectation in expectations where concerns(expectation) {
            let expected = expectation.checkpoint
            if let logID, logID != expected.log {
                add(.checkpoint("it is of the log \(expected.log), this is \(logID)"))
            }
            if !expectation.isFound {
                add(.checkpoint("\(expectation.name) counts \(expected.size) facts, and \(edge.size) could be read"))
            }
        }
        if edge.size == 0 { add(.gap(0..<1)) }
        let checkpoint = logID.map { Checkpoint(log: $0, size: edge.size, root: edge.root(hasher)) }
        return Verification(size: edge.size, checkpoint: checkpoint, findings: findings)
    }
}

extension StoredFact {
    /// The fact in a few words, for findings.
    fileprivate var summary: String {
        let word = Int(exactly: kind).flatMap { FactKind(rawValue: $0) }?.word ?? "kind \(kind)"
        let time =
            at.map { "\(LocalDateTime(wallSeconds: Instant(milliseconds: $0).seconds)) UTC" } ?? "at no known time"
        let who = subject.isEmpty ? "" : " \(subject)"
        return "\(word)\(who) \(time), source \(source), recorded by \(author)"
    }
}
