import AttendanceModel
import Foundation
import Testing

@testable import EventLog

@Suite struct WriteAheadLogTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    var logBytes: Int64 { LogFiles.byteCount(directory.database + "-wal") }

    @Test func staysBoundedDuringALongImport() throws {
        let store = try clock.open(directory)
        let batch = store.beginImport()
        var largest: Int64 = 0
        for chunk in 0..<200 {
            let rows = (0..<1000).map { row -> NewFact in
                let number = chunk * 1000 + row
                return Sample.machinePunch(number / 500, user: "\(number % 500)", device: "gate")
            }
            _ = try batch.append(rows)
            largest = max(largest, logBytes)
        }
        try batch.commit()
        #expect(store.size == 200_001)
        #expect(largest < 24 << 20)
        #expect(LogFiles.byteCount(directory.database) > 32 << 20)
        _ = try store.append(Sample.machinePunch(1, device: "yard"))
        #expect(logBytes <= 16 << 20)
    }

    @Test func staysBoundedBySingleFacts() throws {
        let store = try clock.open(directory)
        for round in 0..<3000 { _ = try store.append(Sample.machinePunch(round, user: "\(round % 50)")) }
        #expect(logBytes < 6 << 20)
        #expect(logBytes > 0)
    }

    @Test func growsOnWhileAReaderHoldsAnOldStateAndShrinksAfter() throws {
        let store = try clock.open(directory)
        _ = try store.append((0..<2000).map { Sample.machinePunch($0) })
        let reader = try LogReader.open(directory: directory.path)
        try reader.forEach(FactQuery()) { _ in
            for round in 0..<20 {
                _ = try? store.append((0..<500).map { Sample.machinePunch($0, user: "\(round)") })
            }
            return false
        }
        #expect(store.size == 12_001)
        try store.tidy()
        try store.close()
        #expect(logBytes == 0)
        #expect(LogFiles.exists(directory.database + "-wal"))
        #expect(LogFiles.exists(directory.database + "-shm"))
        #expect(try LogReader.open(directory: directory.path).size() == 12_001)
    }
}
