internal import AttendanceModel
internal import Evidence

/// Carries out one query within a read transaction that the caller holds.
struct FactScan {
    private let reading: LogReading
    private let query: FactQuery

    init(_ reading: LogReading, _ query: FactQuery) {
        self.reading = reading
        self.query = query
    }

    /// Hands facts to `visit` in the query's order until it returns false.
    func forEach(_ visit: (Fact) throws(LogError) -> Bool) throws(LogError) {
        var left = query.limit ?? .max
        let statement = try statement(selecting: StoredFact.columns)
        let ranges = try ranges()
        for range in query.backwards ? ranges.reversed() : ranges {
            defer { statement.reset() }
            try statement.bind(1, range.lowerBound)
            try statement.bind(2, range.upperBound)
            while left > 0, try statement.step() {
                guard let fact = StoredFact(statement)?.fact else {
                    throw reading.damaged("fact \(statement.integer(0)) cannot be understood")
                }
                left -= 1
                if !(try visit(fact)) { return }
            }
        }
    }

    func count() throws(LogError) -> Int64 {
        let statement = try statement(selecting: "count(*)")
        var sum: Int64 = 0
        for range in try ranges() {
            defer { statement.reset() }
            try statement.bind(1, range.lowerBound)
            try statement.bind(2, range.upperBound)
            if try statement.step() { sum += statement.integer(0) }
        }
        return min(sum, query.limit ?? .max)
    }

    /// The query as SQL; parameters 1 and 2 are the range of seqs.
    func sql(selecting columns: String) -> String {
        let table = query.usesIdentity ? "fact INDEXED BY fact_identity" : "fact"
        // With the plus, the range of seqs does not tempt SQLite to scan the table when the index leads there.
        let seq = query.usesIdentity ? "+seq" : "seq"
        let order = columns == "count(*)" ? "" : " ORDER BY seq\(query.backwards ? " DESC" : "")"
        return "SELECT \(columns) FROM \(table) WHERE \(seq) >= ?1 AND \(seq) < ?2\(query.conditions.sql)\(order)"
    }

    private func statement(selecting columns: String) throws(LogError) -> Statement {
        let statement = try reading.connection.prepare(sql(selecting: columns))
        for (parameter, value) in zip(Int32(3)..., query.conditions.values) {
            switch value {
            case .integer(let number): try statement.bind(parameter, number)
            case .text(let text): try statement.bind(parameter, text)
            }
        }
        return statement
    }

    /// The ranges of seqs that can hold a match: blocks whose kinds or times do not fit are left out.
    private func ranges() throws(LogError) -> [Range<Int64>] {
        let bounds = (query.seqs ?? 0..<Int64.max).clamped(to: 0..<Int64.max)
        if bounds.isEmpty { return [] }
        guard !query.usesIdentity, query.kinds != nil || query.times != nil else { return [bounds] }
        let statement = try reading.connection.prepare(
            """
            SELECT idx FROM tile WHERE idx >= ?1 AND idx <= ?2 AND kinds & ?3 <> 0
            AND (?4 IS NULL OR (latest >= ?4 AND earliest < ?5) OR kinds & ?6 <> 0) ORDER BY idx
            """)
        try statement.bind(1, bounds.lowerBound / Schema.blockSize)
        try statement.bind(2, bounds.upperBound / Schema.blockSize)
        try statement.bind(3, query.kinds?.reduce(Int64(0)) { $0 | 1 << Int64($1.rawValue) } ?? -1)
        try statement.bind(4, query.times?.lowerBound.milliseconds)
        try statement.bind(5, query.times?.upperBound.milliseconds)
        try statement.bind(6, query.untimed ? LogEdge.Block.untimed : 0)
        var ranges: [Range<Int64>] = []
        func add(_ range: Range<Int64>) {
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        while try statement.step() {
            add(Schema.facts(ofBlock: statement.integer(0)))
        }
        let last = try reading.connection.integer("SELECT max(idx) FROM tile")
        add((last.map { Schema.facts(ofBlock: $0).upperBound } ?? 0)..<Int64.max)
        return ranges.map { $0.clamped(to: bounds) }.filter { !$0.isEmpty }
    }
}
