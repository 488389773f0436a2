import AttendanceModel
import Evidence
import Foundation
import Testing

@testable import EventLog

@Suite struct SegmentTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// A log whose writer was killed, with garbage over some of its pages.
    func makeDamagedLog() throws -> Checkpoint {
        let store = try clock.open(directory)
        _ = try store.append((0..<3000).map { Sample.machinePunch($0) })
        let checkpoint = try store.checkpoint()
        try store.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: directory.database))
        for page in [3, 20, 40] {
            try handle.seek(toOffset: UInt64(page * 4096))
            try handle.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        }
        // What an unclean stop leaves: a write-ahead log that is not empty.
        try Data(repeating: 0, count: 32).write(to: URL(fileURLWithPath: directory.database + "-wal"))
        return checkpoint
    }

    @Test func checksTheFileAfterAnUncleanStop() throws {
        _ = try makeDamagedLog()
        let error = #expect(throws: LogError.self) { try clock.open(directory) }
        guard case .damaged(let path, _)? = error else {
            Issue.record("\(error.map { "\($0)" } ?? "no error")")
            return
        }
        #expect(path == directory.database)
        #expect(try LogOwner.current(directory: directory.path) == nil)
    }

    @Test func setsADamagedLogAsideAndNamesItsLastCheckpoint() throws {
        let checkpoint = try makeDamagedLog()
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        let (store, setAside) = try LogStore.startNewSegment(
            directory: directory.path, program: "test", socketPath: nil
        ) { clock.time }
        #expect(setAside == directory.database + ".damaged-20260921T141320Z")
        #expect(try Data(contentsOf: URL(fileURLWithPath: setAside)) == before)
        #expect(LogFiles.byteCount(setAside + "-wal") == 32)
        #expect(try store.append(Sample.machinePunch(1)) == .added(1))
        let first = try #require(try LogReader.open(directory: directory.path).facts().first)
        guard case .genesis(let genesis) = first.body else {
            Issue.record("\(first)")
            return
        }
        #expect(genesis.previous == checkpoint.description)
        #expect(genesis.log == store.logID)
        #expect(genesis.log != checkpoint.log)
        #expect(try Verifier.verify(directory: directory.path).isWhole)
        #expect(try !Verifier.verify(path: setAside).isWhole)
    }

    @Test func refusesToSetAsideALogThatIsBeingWritten() throws {
        let store = try clock.open(directory)
        #expect(throws: LogError.self) {
            try LogStore.startNewSegment(directory: directory.path, program: "test", socketPath: nil) { clock.time }
        }
        #expect(try store.append(Sample.machinePunch(1)) == .added(1))
    }

    @Test func doesNotTakeALeftWriteAheadLogForItsOwn() throws {
        do {
            let store = try clock.open(directory)
            _ = try store.append(Sample.machinePunch(1))
            try FileManager.default.copyItem(atPath: directory.database + "-wal", toPath: directory.path + "/copy")
            try store.close()
        }
        // As a power cut in the middle of setting a log aside would leave it.
        try FileManager.default.moveItem(atPath: directory.database, toPath: directory.database + ".damaged")
        try FileManager.default.removeItem(atPath: directory.database + "-wal")
        try FileManager.default.moveItem(atPath: directory.path + "/copy", toPath: directory.database + "-wal")
        let store = try clock.open(directory)
        #expect(store.size == 1)
        #expect(LogFiles.byteCount(directory.database + ".damaged-20260921T141320Z-wal") > 0)
    }

    @Test func opensAWholeLogAfterAnUncleanStop() throws {
        let (process, output) = try Child.start(Child.logWriter, ["hold", directory.path], input: Pipe())
        _ = output.fileHandleForReading.availableData
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(LogFiles.byteCount(directory.database + "-wal") > 0)
        let store = try clock.open(directory)
        #expect(store.size == 11)
    }

    @Test func aNewLogNamesTheLastCheckpointOfOneThatIsGone() throws {
        let store = try clock.open(directory)
        let checkpoint = try store.checkpoint()
        try store.close()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: directory.database + suffix)
        }
        try clock.open(directory).close()
        let first = try #require(try LogReader.open(directory: directory.path).facts().first)
        guard case .genesis(let genesis) = first.body else {
            Issue.record("\(first)")
            return
        }
        #expect(genesis.previous == checkpoint.description)
    }
}
