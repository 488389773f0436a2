import AttendanceModel
import CSQLite
import Foundation
import Testing

@testable import EventLog

@Suite struct SchemaTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func setsUpTheOwnersConnection() throws {
        let store = try clock.open(directory)
        let connection = store.connection
        #expect(try connection.text("PRAGMA journal_mode") == "wal")
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(try connection.integer("PRAGMA wal_autocheckpoint") == 0)
        #expect(try connection.integer("PRAGMA trusted_schema") == 0)
        #expect(try connection.integer("PRAGMA cell_size_check") == 1)
        #expect(try connection.integer("PRAGMA application_id") == Schema.applicationID)
        #expect(try connection.integer("PRAGMA user_version") == 1)
        #expect(try connection.integer("PRAGMA page_size") == 4096)
        #expect(try connection.configuration(SQLITE_DBCONFIG_DEFENSIVE))
        #expect(try !connection.configuration(SQLITE_DBCONFIG_ENABLE_TRIGGER))
        #expect(try connection.keepsWriteAheadLog())
    }

    @Test func setsUpAReadersConnection() throws {
        try clock.open(directory).close()
        let connection = try Connection(path: directory.database, role: .reader)
        #expect(try connection.integer("PRAGMA query_only") == 1)
        #expect(try connection.integer("PRAGMA trusted_schema") == 0)
        #expect(try connection.integer("PRAGMA cell_size_check") == 1)
        #expect(try connection.configuration(SQLITE_DBCONFIG_DEFENSIVE))
        #expect(throws: LogError.self) { try connection.execute("DELETE FROM tile") }
        #expect(throws: LogError.self) { try connection.execute("DROP TRIGGER fact_no_update") }
    }

    @Test func reportsExtendedResultCodes() throws {
        let store = try clock.open(directory)
        let error = #expect(throws: LogError.self) {
            try store.connection.execute("INSERT INTO tile VALUES(-1, zeroblob(32), NULL, NULL, 1)")
        }
        #expect(error?.description.contains("SQLite \(SQLITE_CONSTRAINT | (1 << 8))") == true)
    }

    @Test func leavesFilesThatTheGroupCanReadAndOthersCannot() throws {
        _ = unsafe chmod(directory.path, 0o2750)
        let before = umask(0o077)
        defer { umask(before) }
        let store = try clock.open(directory)
        _ = try store.append(Sample.machinePunch(1))
        for name in ["events.db", "events.db-wal", "events.db-shm"] {
            var status = stat()
            #expect(unsafe stat("\(directory.path)/\(name)", &status) == 0)
            #expect(status.st_mode & 0o777 == 0o640, "\(name)")
        }
        try store.close()
        var status = stat()
        #expect(unsafe stat(directory.path, &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o2750)
        #expect(unsafe stat("\(directory.path)/events.db-wal", &status) == 0)
        #expect(status.st_size == 0)
    }

    @Test func refusesALaterVersion() throws {
        try clock.open(directory).close()
        #expect(try Child.sqlite(directory.database, "PRAGMA user_version=2").status == 0)
        let expected = LogError.newer(path: directory.database, version: 2, known: 1)
        #expect(throws: expected) { try clock.open(directory) }
        #expect(throws: expected) { try LogReader.open(directory: directory.path) }
        #expect(throws: expected) { try Verifier.verify(directory: directory.path) }
    }

    @Test func refusesTheFileOfAnotherProgram() throws {
        #expect(try Child.sqlite(directory.database, "CREATE TABLE attendance(id)").status == 0)
        #expect(throws: LogError.notALog(path: directory.database)) { try clock.open(directory) }
        #expect(throws: LogError.notALog(path: directory.database)) { try LogReader.open(directory: directory.path) }
        #expect(try Child.sqlite(directory.database, ".tables").output == "attendance\n")
    }

    @Test func namesAMissingLog() throws {
        #expect(throws: LogError.missing(path: directory.database)) { try LogReader.open(directory: directory.path) }
        #expect(throws: LogError.missing(path: directory.database)) { try Verifier.verify(directory: directory.path) }
    }

    @Test func bringsAnOlderFileUpToDate() throws {
        try clock.open(directory).close()
        let steps = [
            Schema.Migration(sql: ["CREATE TABLE note(text TEXT) STRICT", "INSERT INTO note VALUES('step 1')"]),
            Schema.Migration(sql: ["INSERT INTO note VALUES('step 2')"]),
        ]
        let connection = try Connection(path: directory.database, role: .owner)
        #expect(try !Schema.prepare(connection, migrations: Array(steps.prefix(1))))
        #expect(try connection.integer("PRAGMA user_version") == 2)
        #expect(try !Schema.prepare(connection, migrations: steps))
        #expect(try connection.integer("PRAGMA user_version") == 3)
        #expect(try !Schema.prepare(connection, migrations: steps))
        #expect(try connection.text("SELECT group_concat(text) FROM note") == "step 1,step 2")
    }

    @Test func leavesAnOlderFileAsItWasWhenAStepFails() throws {
        try clock.open(directory).close()
        let connection = try Connection(path: directory.database, role: .owner)
        let steps = [Schema.Migration(sql: ["CREATE TABLE note(text TEXT) STRICT", "CREATE TABLE fact(x)"])]
        #expect(throws: LogError.self) { try Schema.prepare(connection, migrations: steps) }
        #expect(try connection.integer("PRAGMA user_version") == 1)
        #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'note'") == 0)
    }

    @Test func makesANewFileWithEveryStep() throws {
        let path = directory.path + "/new.db"
        try LogFiles.makeFile(path)
        let connection = try Connection(path: path, role: .owner)
        let steps = [Schema.Migration(sql: ["CREATE TABLE note(text TEXT) STRICT"])]
        #expect(try Schema.prepare(connection, migrations: steps))
        #expect(try connection.integer("SELECT count(*) FROM note") == 0)
        #expect(try connection.integer("PRAGMA user_version") == 2)
    }

    @Test func aLogIsNeverWithoutItsName() throws {
        try LogFiles.makeFile(directory.database)
        do {
            let connection = try Connection(path: directory.database, role: .owner)
            try connection.useWriteAheadLog()
            #expect(try Schema.prepare(connection))
            // Its maker dies before the first fact is there.
        }
        let store = try clock.open(directory)
        #expect(store.size == 1)
        #expect(!store.logID.isEmpty)
    }
}
