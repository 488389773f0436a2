internal import Evidence

/// The statements of the writer, prepared once.
final class StoreStatements {
    private(set) var all: [Statement] = []

    var begin: Statement { all[0] }
    var commit: Statement { all[1] }
    var savepoint: Statement { all[2] }
    var rollbackTo: Statement { all[3] }
    var release: Statement { all[4] }
    var insertFact: Statement { all[5] }
    private var insertTile: Statement { all[6] }
    private var latestOfSession: Statement { all[7] }
    private var latest: Statement { all[8] }
    private let path: String

    init(_ connection: Connection) throws(LogError) {
        path = connection.path
        let same = "SELECT seq FROM fact WHERE subject = ?1 AND clock = ?2 AND source = ?3 AND codes = ?4"
        for sql in [
            "BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT call", "ROLLBACK TO call", "RELEASE call", StoredFact.insertion,
            "INSERT INTO tile(idx, root, earliest, latest, kinds) VALUES(?1, ?2, ?3, ?4, ?5)",
            same + " AND session = ?5", same + " ORDER BY seq DESC LIMIT 1",
        ] { all.append(try connection.prepare(sql)) }
    }

    func resetAll() {
        for statement in all { statement.reset() }
    }

    /// Lets go of the statements, so that the connection can be closed.
    func finish() {
        all = []
    }

    func insertTile(_ index: Int64, _ root: Digest, _ block: LogEdge.Block) throws(LogError) {
        try insertTile.bind(1, index)
        try insertTile.bind(2, root)
        try insertTile.bind(3, block.earliest)
        try insertTile.bind(4, block.latest)
        try insertTile.bind(5, block.kinds)
        try insertTile.run()
    }

    /// The fact that is in the way of `row`: of the same session, or the last one of a row of repeats.
    func latest(like row: StoredFact, anySession: Bool) throws(LogError) -> Int64 {
        guard let seq = try known(like: row, anySession: anySession) else {
            throw .damaged(path: path, detail: "its index of identities and its facts differ")
        }
        return seq
    }

    /// The same, nil when nothing is in the way.
    func known(like row: StoredFact, anySession: Bool) throws(LogError) -> Int64? {
        let statement = anySession ? latest : latestOfSession
        defer { statement.reset() }
        try statement.bind(1, row.subject)
        try statement.bind(2, row.clock)
        try statement.bind(3, row.source)
        try statement.bind(4, row.codes)
        if !anySession { try statement.bind(5, row.session) }
        return try statement.step() ? statement.integer(0) : nil
    }
}
