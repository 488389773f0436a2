/// The tables of the log, and how a file of an older version becomes one of this.
enum Schema {
    /// Marks the file as ours: “Duty” in ASCII.
    static let applicationID: Int64 = 0x4475_7479

    /// Facts in one row of `tile`.
    static let blockSize: Int64 = 256

    /// The facts of one row of `tile`, held within what a seq can be: the number comes from the file.
    static func facts(ofBlock index: Int64) -> Range<Int64> {
        let first = min(max(index, 0), Int64.max / blockSize - 1) * blockSize
        return first..<first + blockSize
    }

    static let fact = """
        CREATE TABLE fact(
          seq INTEGER PRIMARY KEY CHECK(seq >= 0),
          kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 61),
          at INTEGER,
          recorded INTEGER NOT NULL,
          uncertainty INTEGER NOT NULL CHECK(uncertainty >= 0),
          subject TEXT NOT NULL,
          clock INTEGER NOT NULL,
          source TEXT NOT NULL,
          codes INTEGER NOT NULL,
          session INTEGER NOT NULL,
          basis INTEGER NOT NULL CHECK(basis BETWEEN 0 AND 6 AND (basis = 0) = (kind <> 1)),
          author TEXT NOT NULL,
          origin INTEGER CHECK(origin BETWEEN 0 AND seq - 1),
          body TEXT CHECK((body IS NULL) = (kind = 1)),
          raw BLOB,
          salt BLOB NOT NULL CHECK(length(salt) = 16),
          leaf BLOB NOT NULL CHECK(length(leaf) = 32)
        ) STRICT
        """

    /// What makes two facts the same event; its order also answers “everything of one person, in time”.
    static let identity = "CREATE UNIQUE INDEX fact_identity ON fact(subject, clock, source, codes, session)"

    /// The root of every full block of 256 leaves, and what a reader looking for times or kinds may skip.
    static let tile = """
        CREATE TABLE tile(
          idx INTEGER PRIMARY KEY CHECK(idx >= 0),
          root BLOB NOT NULL CHECK(length(root) = 32),
          earliest INTEGER,
          latest INTEGER,
          kinds INTEGER NOT NULL CHECK(kinds > 0)
        ) STRICT
        """

    /// Every tool but the owner is refused; the owner's connection has triggers switched off.
    ///
    /// `INSERT OR REPLACE` fires no delete trigger, so the insert itself has to be refused.
    static let triggers = ["fact", "tile"].flatMap { table in
        ["insert", "update", "delete"].map { verb in
            (
                name: "\(table)_no_\(verb)",
                sql: """
                CREATE TRIGGER \(table)_no_\(verb) BEFORE \(verb.uppercased()) ON \(table) BEGIN
                  SELECT RAISE(ABORT, 'the log is append-only and written by dutyclockd alone: record a correction');
                END
                """
            )
        }
    }

    /// Everything in the file by name, in the order in which it is made.
    static var objects: [(name: String, sql: String)] {
        [("fact", fact), ("fact_identity", identity), ("tile", tile)] + triggers
            + [("punches", punchesView), ("facts", factsView)]
    }

    /// One step from a version to the next; it runs with the version number in one transaction.
    struct Migration: Sendable {
        let sql: [String]
    }

    /// Step n leads from version n + 1 to n + 2: steps are added at the end and never changed.
    static let migrations: [Migration] = []

    /// Makes the tables in an empty file, or brings an older file up to date.
    ///
    /// The tables of an empty file become durable with its first fact, so that no log is ever without a name.
    /// - Returns: whether the file was empty; a transaction is open then, for the caller to commit.
    static func prepare(
        _ connection: Connection, migrations: [Migration] = Schema.migrations
    ) throws(LogError) -> Bool {
        let known = Int64(migrations.count) + 1
        let version = try checkedVersion(connection, known: known)
        if version == known { return false }
        try connection.execute("BEGIN IMMEDIATE")
        do throws(LogError) {
            if version == 0 {
                for object in objects { try connection.execute(object.sql) }
                try connection.execute("PRAGMA application_id=\(applicationID)")
            }
            for step in migrations.dropFirst(Int(max(version, 1)) - 1) {
                for sql in step.sql { try connection.execute(sql) }
            }
            try connection.execute("PRAGMA user_version=\(known)")
            if version > 0 { try connection.execute("COMMIT") }
        } catch {
            if connection.isInTransaction { try connection.execute("ROLLBACK") }
            throw error
        }
        return version == 0
    }

    /// The file's version, 0 for an empty one; refuses files of other programs and of later versions.
    static func checkedVersion(_ connection: Connection, known: Int64? = nil) throws(LogError) -> Int64 {
        let known = known ?? Int64(migrations.count) + 1
        let application = try connection.integer("PRAGMA application_id") ?? 0
        let version = try connection.integer("PRAGMA user_version") ?? 0
        if application == 0, version == 0, try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 {
            return 0
        }
        guard application == applicationID else { throw .notALog(path: connection.path) }
        guard version <= known else { throw .newer(path: connection.path, version: version, known: known) }
        guard version >= 1 else { throw .damaged(path: connection.path, detail: "it has no format version") }
        return version
    }
}
