import AttendanceModel
import DeviceSimulators
import EventLog
import Foundation
import Runtime
import Testing

@testable import Service

/// What happens when the log cannot be written.
@Suite(.serialized) struct StoreTroubleTests {
    /// Files may grow to 400 KiB: room for the spool and for some punches.
    private static let limit = "trap '' XFSZ; ulimit -f 800"

    @Test func punchesOutliveAFullDiskAndASuddenDeath() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start(prelude: Self.limit)
        try #require(try holds { try daemon.isUp("gate") })
        var card: UInt64 = 0
        var isFull = false
        while !isFull, card < 3000 {
            card += 1
            try gate.send(ReaderFrames.rdm6300(card: card))
            usleep(3000)
            if card.isMultiple(of: 10), case .failing = try daemon.status()?.store { isFull = true }
        }
        try #require(isFull, "the disk did not become full")
        for _ in 0..<5 {
            card += 1
            try gate.send(ReaderFrames.rdm6300(card: card))
        }
        try #require(try holds { (try daemon.status()?.devices.first?.punches ?? 0) == Int64(card) })
        #expect(try daemon.status()?.waiting ?? 0 > 0)
        // What a person asks for is refused, not kept: they can ask again.
        let day = try #require(LocalDate(iso: "2026-09-16"))
        let leave = Contribution.entry(.leave, Entry(dates: day...day, person: PersonID("T1")), at: nil)
        let error = #expect(throws: ServiceError.self) {
            try OwnerConnection(dataDirectory: daemon.data).contribute([leave])
        }
        #expect(error?.exitStatus == 74)
        // One more round of tries, after which everything that waits is in the spool.
        usleep(2_500_000)
        daemon.kill()
        try daemon.start()
        #expect(try holds { Set(try daemon.punches()) == Set((1...card).map { subject($0) }) })
        #expect(try daemon.punches().count == Int(card))
    }

    @Test func aDamagedLogIsSetAsideAndRecordingGoesOn() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        daemon.send(SIGTERM)
        try #require(daemon.exitStatus(within: 5) == 0)
        let file = try #require(FileHandle(forUpdatingAtPath: daemon.data + "/events.db"))
        file.seek(toFileOffset: 4096)
        file.write(Data(repeating: 0xFF, count: 8192))
        file.closeFile()
        // What is left in the write-ahead log shows that the stop was not a clean one, so that the file is checked.
        try Data(repeating: 0, count: 100).write(to: URL(fileURLWithPath: daemon.data + "/events.db-wal"))
        try daemon.start()
        #expect(daemon.messages.contains("is damaged"))
        #expect(daemon.messages.contains("a new log goes on recording"))
        let files = try FileManager.default.contentsOfDirectory(atPath: daemon.data)
        #expect(files.contains { $0.hasPrefix("events.db.damaged-") }, "\(files)")
        try #require(try holds { try daemon.isUp("gate") })
        try gate.send(ReaderFrames.rdm6300(card: 3))
        #expect(try holds { try daemon.punches() == [subject(3)] })
    }

    /// A log that is found damaged while running, and whose folder is away just then: no failure takes a punch along.
    @Test func aPunchOutlivesADamagedLogThatCannotBeReplacedAtOnce() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try Self.fill(daemon.data, cards: 20_000)
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        // All but the first page, which tells what the file is; the daemon has read few of them yet.
        let file = try #require(FileHandle(forUpdatingAtPath: daemon.data + "/events.db"))
        let size = try file.seekToEnd()
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
        try file.close()
        let away = daemon.folder.path + "-away"
        try FileManager.default.moveItem(atPath: daemon.folder.path, toPath: away)
        try gate.send(ReaderFrames.rdm6300(card: 10_000))
        let isKept = holds {
            let messages = try? String(contentsOfFile: away + "/stderr", encoding: .utf8)
            return messages?.contains("is kept and tried again") ?? false
        }
        // Time for more tries, each of which finds no folder.
        usleep(1_000_000)
        try FileManager.default.moveItem(atPath: away, toPath: daemon.folder.path)
        #expect(isKept, "\(daemon.messages)")
        #expect(try holds { try daemon.punches() == [subject(10_000)] }, "\(daemon.messages)")
        #expect(daemon.messages.contains("a new log goes on recording"))
        let names = try FileManager.default.contentsOfDirectory(atPath: daemon.data)
        #expect(names.contains { $0.hasPrefix("events.db.damaged-") }, "\(names)")
    }

    /// A log of so many cards that its index does not fit into what opening it reads.
    private static func fill(_ data: String, cards: UInt64) throws {
        let start = Instant(seconds: 1_790_000_000)
        let store = try LogStore.open(directory: data, program: "test", socketPath: nil) { start }
        let facts = (1...cards).map { card in
            NewFact(
                .punch(
                    Punch(credential: .card(.em4100(card)), wall: nil, codes: .none, basis: .hostSynchronised)),
                at: start, source: "gate", author: "a(1)", raw: [1])
        }
        _ = try store.append(facts)
        try store.close()
    }

    @Test func theSpoolKeepsPunchesAndStopsAtDamage() throws {
        let folder = try TestFolder()
        let facts = (1...3 as ClosedRange<UInt64>).map { card in
            NewFact(
                .punch(
                    Punch(
                        credential: .card(.em4100(card)), wall: nil, codes: .none, basis: .hostSynchronised)),
                at: Instant(milliseconds: Int64(card)), source: "gate", author: "a(1)", raw: [1, 2, UInt8(card)])
        }
        try Spool(directory: folder.path).write(facts)
        #expect(try Spool(directory: folder.path).read() == facts)
        let size = try FileManager.default.attributesOfItem(atPath: folder.path + "/spool")[.size] as? Int
        #expect(size == 256 * 1024, "the spool is not allocated in advance")

        let file = try #require(FileHandle(forUpdatingAtPath: folder.path + "/spool"))
        let bytes = try #require(try file.readToEnd())
        let third = try #require(bytes.range(of: Data("00000003".utf8)))
        file.seek(toFileOffset: UInt64(third.lowerBound))
        file.write(Data("X".utf8))
        file.closeFile()
        #expect(try Spool(directory: folder.path).read() == Array(facts.prefix(2)))

        let spool = try Spool(directory: folder.path)
        _ = try spool.read()
        try spool.clear()
        #expect(try Spool(directory: folder.path).read().isEmpty)
    }
}
