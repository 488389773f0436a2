package import AttendanceModel
package import Evidence

/// Reads a log, whether or not somebody is writing it; confined to one thread.
package final class LogReader {
    package let path: String
    /// The random name of this log: 32 lower-case hex digits.
    package let logID: String
    private let connection: Connection
    private let reading: LogReading
    private let hasher = Hasher256()
    private var seenVersion: Int64?

    private init(_ connection: Connection) throws(LogError) {
        path = connection.path
        self.connection = connection
        guard try Schema.checkedVersion(connection) >= 1 else { throw .missing(path: connection.path) }
        reading = try LogReading(connection)
        logID = try reading.logID()
    }

    /// Opens `events.db` in `directory` read-only.
    package static func open(directory: String) throws(LogError) -> LogReader {
        let path = LogFiles.database(directory)
        guard LogFiles.exists(path) else { throw LogFiles.failure(path, "open") }
        return try LogReader(try Connection(path: path, role: .reader))
    }

    /// The number of facts.
    package func size() throws(LogError) -> Int64 { try reading.size() }

    /// Hands the facts to `visit` one by one, in order of seq, until it returns false.
    ///
    /// They are those of one moment, and only one is in memory at a time. The writer cannot shorten its write-ahead
    /// log meanwhile: do not wait inside. A fact that this program cannot understand throws `damaged` and names it.
    package func forEach(_ query: FactQuery, _ visit: (Fact) -> Bool) throws(LogError) {
        try snapshot { () throws(LogError) in try FactScan(reading, query).forEach(visit) }
    }

    package func facts(_ query: FactQuery = FactQuery()) throws(LogError) -> [Fact] {
        var facts: [Fact] = []
        try forEach(query) {
            facts.append($0)
            return true
        }
        return facts
    }

    package func count(_ query: FactQuery) throws(LogError) -> Int64 {
        try snapshot { () throws(LogError) in try FactScan(reading, query).count() }
    }

    /// Whether somebody has committed since the last call, or this is the first; cheap, for `log --follow`.
    package func hasChanged() throws(LogError) -> Bool {
        let version = try connection.integer("PRAGMA data_version")
        defer { seenVersion = version }
        return version != seenVersion
    }

    /// The log as it is now.
    package func checkpoint() throws(LogError) -> Checkpoint {
        try snapshot { () throws(LogError) in
            let size = try reading.size()
            return Checkpoint(log: logID, size: size, root: try reading.root(0..<size, hasher))
        }
    }

    /// The log as it was when it had `size` facts; nil when it has fewer.
    package func checkpoint(at size: Int64) throws(LogError) -> Checkpoint? {
        try snapshot { () throws(LogError) in
            guard size >= 0, try size <= reading.size() else { return nil }
            return Checkpoint(log: logID, size: size, root: try reading.root(0..<size, hasher))
        }
    }

    /// A fact as it is stored, and the leaf hash stored with it; nil when there is no such fact.
    package func stored(_ seq: Int64) throws(LogError) -> (fact: StoredFact, leaf: Digest)? {
        try reading.stored(seq)
    }

    /// The proof that fact `seq` is among the first `size`; nil when it is not.
    package func inclusionProof(of seq: Int64, in size: Int64) throws(LogError) -> [Digest]? {
        try snapshot { () throws(LogError) in
            guard try size <= reading.size() else { return nil }
            return try MerkleProof.inclusion(of: seq, in: size) { (range) throws(LogError) in
                try reading.root(range, hasher)
            }
        }
    }

    /// The proof that the log with `size` facts begins with the one that had `old`; nil when there is no such log.
    package func consistencyProof(from old: Int64, to size: Int64) throws(LogError) -> [Digest]? {
        try snapshot { () throws(LogError) in
            guard try size <= reading.size() else { return nil }
            return try MerkleProof.consistency(from: old, to: size) { (range) throws(LogError) in
                try reading.root(range, hasher)
            }
        }
    }

    /// Copies the log as it is now into a new file, one without side files; the writer is not disturbed.
    ///
    /// The copy is on disk when this returns; a file that exists already is refused, and what failed is removed.
    /// - Parameter path: the new file.
    /// - Throws: `failed` when the file exists, `full` when there is no room.
    /// - Returns: the checkpoint of the copy, read from it.
    package func backup(to path: String) throws(LogError) -> Checkpoint {
        guard !LogFiles.exists(path) else {
            throw .failed(path: path, action: "take a copy", reason: "the file exists: name another")
        }
        do throws(LogError) {
            try LogFiles.makeFile(path)
            let copy = try Connection(path: path, role: .backup)
            try connection.copy(into: copy)
            guard try copy.text("PRAGMA journal_mode=DELETE") == "delete" else {
                throw .failed(path: path, action: "take a copy", reason: "its write-ahead log stays")
            }
            try copy.close()
            try LogFiles.sync(path)
            return try LogReader(try Connection(path: path, role: .reader)).checkpoint()
        } catch {
            LogFiles.remove(path)
            throw error
        }
    }

    /// Runs `body` on one state of the log.
    private func snapshot<T>(_ body: () throws(LogError) -> T) throws(LogError) -> T {
        try connection.execute("BEGIN")
        do throws(LogError) {
            let result = try body()
            try connection.execute("COMMIT")
            return result
        } catch {
            if connection.isInTransaction { try connection.execute("ROLLBACK") }
            throw error
        }
    }
}
