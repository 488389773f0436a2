internal import AttendanceModel
internal import Evidence

/// What both the writer and readers need to know of a log's table: its name, its size, the roots within it.
struct LogReading {
    let connection: Connection

    init(_ connection: Connection) throws(LogError) {
        self.connection = connection
    }

    func damaged(_ detail: String) -> LogError { .damaged(path: connection.path, detail: detail) }

    func size() throws(LogError) -> Int64 {
        guard let last = try connection.integer("SELECT max(seq) FROM fact") else { return 0 }
        return last == .max ? last : last + 1
    }

    /// The random name that fact 0 gives to the log.
    func logID() throws(LogError) -> String {
        guard let row = try stored(0), case .genesis(let genesis)? = row.fact.fact?.body else {
            throw damaged("its first fact does not name it")
        }
        return genesis.log
    }

    func stored(_ seq: Int64) throws(LogError) -> (fact: StoredFact, leaf: Digest)? {
        let statement = try connection.prepare("SELECT \(StoredFact.columns) FROM fact WHERE seq = ?1")
        try statement.bind(1, seq)
        guard try statement.step() else { return nil }
        guard let fact = StoredFact(statement), let leaf = StoredFact.statedLeaf(statement) else {
            throw damaged("fact \(seq) cannot be read")
        }
        return (fact, leaf)
    }

    /// The writer's memory: the edge of the tree, and the facts that decide what is a repeat.
    func memory(_ hasher: Hasher256) throws(LogError) -> LogStore.Memory {
        var memory = LogStore.Memory()
        let size = try size()
        try forEachTile(0..<(size / Schema.blockSize)) { (root) throws(LogError) in
            memory.edge.beginBlock(after: root, hasher)
        }
        let statement = try connection.prepare("SELECT seq, kind, at, leaf FROM fact WHERE seq >= ?1 ORDER BY seq")
        try statement.bind(1, memory.edge.size)
        while try statement.step() {
            guard statement.integer(0) == memory.edge.size, let leaf = statement.blob(3).flatMap({ Digest($0) }) else {
                throw damaged("fact \(memory.edge.size) is missing")
            }
            let full = memory.edge.append(
                kind: statement.integer(1), at: statement.optionalInteger(2), leaf: leaf, hasher)
            if full != nil { throw damaged("the root of the last full block is missing") }
        }
        guard memory.edge.size == size else { throw damaged("facts are missing at its end") }
        var query = FactQuery()
        query.kinds = Set(RepeatRules.kinds)
        try FactScan(self, query).forEach { (fact) throws(LogError) in
            memory.rules.note(fact.body, seq: fact.seq)
            return true
        }
        return memory
    }

    /// Hands over the roots of full blocks; throws `damaged` when one is missing.
    func forEachTile(
        _ range: Range<Int64>, _ visit: (Digest) throws(LogError) -> Void
    ) throws(LogError) {
        let statement = try connection.prepare("SELECT idx, root FROM tile WHERE idx >= ?1 AND idx < ?2 ORDER BY idx")
        try statement.bind(1, range.lowerBound)
        try statement.bind(2, range.upperBound)
        var next = range.lowerBound
        while try statement.step() {
            guard statement.integer(0) == next, let root = statement.blob(1).flatMap({ Digest($0) }) else { break }
            try visit(root)
            next += 1
        }
        guard next == range.upperBound else { throw damaged("the root of block \(next) is missing") }
    }

    /// The root over a range of facts that begins at 0, or as `MerkleProof` asks for it.
    func root(_ range: Range<Int64>, _ hasher: Hasher256) throws(LogError) -> Digest {
        var frontier = MerkleFrontier()
        var start = range.lowerBound
        if start % Schema.blockSize == 0 {
            let tiles = (start / Schema.blockSize)..<(range.upperBound / Schema.blockSize)
            if !tiles.isEmpty {
                try forEachTile(tiles) { (root) throws(LogError) in frontier.append(subtree: root, level: 8, hasher) }
                start = tiles.upperBound * Schema.blockSize
            }
        }
        let statement = try connection.prepare("SELECT seq, leaf FROM fact WHERE seq >= ?1 AND seq < ?2 ORDER BY seq")
        try statement.bind(1, start)
        try statement.bind(2, range.upperBound)
        while try statement.step() {
            guard statement.integer(0) == start, let leaf = statement.blob(1).flatMap({ Digest($0) }) else { break }
            frontier.append(leaf: leaf, hasher)
            start += 1
        }
        guard start == range.upperBound else { throw damaged("fact \(start) is missing") }
        return frontier.root(hasher)
    }
}
