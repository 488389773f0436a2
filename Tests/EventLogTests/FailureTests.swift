import AttendanceModel
import Evidence
import Testing

@testable import EventLog

/// A write that fails takes nothing with it unseen, and the store goes on.
@Suite struct FailureTests {
    let directory: TemporaryDirectory
    let clock = TestClock()
    let store: LogStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try clock.open(directory)
        _ = try store.append((0..<300).map { Sample.machinePunch($0) })
    }

    /// Lets the file grow by so many pages and no more, as a full disk would.
    func limitGrowth(pages: Int64) throws {
        let now = try store.connection.integer("PRAGMA page_count") ?? 0
        _ = try store.connection.integer("PRAGMA max_page_count=\(now + pages)")
    }

    func liftLimit() throws {
        _ = try store.connection.integer("PRAGMA max_page_count=1073741823")
    }

    @Test func keepsNothingOfACallForWhichThereIsNoRoom() throws {
        let before = try store.checkpoint()
        try limitGrowth(pages: 2)
        #expect(throws: LogError.full(path: directory.database)) {
            try store.append((1000..<2000).map { Sample.machinePunch($0) })
        }
        #expect(try store.checkpoint() == before)
        #expect(store.size == before.size)
        try liftLimit()
        #expect(try store.append(Sample.machinePunch(1000)) == .added(301))
        #expect(try Verifier.verify(directory: directory.path, expected: before).isWhole)
    }

    @Test func tellsAnImportThatItsRowsAreGone() throws {
        let batch = store.beginImport()
        _ = try batch.append((1000..<1100).map { Sample.machinePunch($0) })
        try limitGrowth(pages: 2)
        #expect(throws: LogError.full(path: directory.database)) {
            try store.append((3000..<5000).map { Sample.machinePunch($0) })
        }
        try liftLimit()
        let isKept = store.size == 401
        if isKept {
            // SQLite undid the failed call alone: the import is not harmed.
            try batch.commit()
        } else {
            #expect(store.size == 301)
            #expect(throws: LogError.importLost) { try batch.commit() }
            _ = try batch.append((1000..<1100).map { Sample.machinePunch($0) })
            try batch.commit()
        }
        #expect(try LogReader.open(directory: directory.path).size() == 401)
        #expect(try Verifier.verify(directory: directory.path).isWhole)
    }

    @Test func tellsAnImportThatItsTransactionIsGone() throws {
        let batch = store.beginImport()
        _ = try batch.append((1000..<1100).map { Sample.machinePunch($0) })
        // Some failures make SQLite end the transaction by itself.
        try store.connection.execute("ROLLBACK")
        #expect(throws: LogError.importLost) { try batch.commit() }
        #expect(store.size == 301)
        #expect(try store.append(Sample.machinePunch(1000)) == .added(301))
        #expect(try Verifier.verify(directory: directory.path).isWhole)
    }
}
