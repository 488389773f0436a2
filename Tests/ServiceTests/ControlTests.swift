import AttendanceModel
import DeviceSimulators
import EventLog
import Foundation
import Glibc
import Runtime
import TextCodec
import Testing

@testable import Service

/// What callers on the control socket can do, and cannot.
@Suite(.serialized) struct ControlTests {
    private static func leave(_ person: String, _ date: String) throws -> Contribution {
        let day = try #require(LocalDate(iso: date))
        return .entry(.leave, Entry(dates: day...day, person: PersonID(person), by: "office"), at: nil)
    }

    @Test func writesInTheNameOfThePeersAccount() throws {
        let daemon = try DaemonProcess()
        try daemon.start()
        let owner = try OwnerConnection(dataDirectory: daemon.data)
        #expect(owner.isRemote)
        let receipts = try owner.contribute([
            Self.leave("T1", "2026-09-16"), Self.leave("T2", "2026-09-16"), Self.leave("T1", "2026-09-16"),
        ])
        #expect(receipts.map(\.added) == [true, true, false])
        #expect(receipts[0].seq == receipts[2].seq)
        let facts = try daemon.facts([.leave])
        #expect(facts.map(\.subject) == ["person:T1", "person:T2"])
        #expect(Set(facts.map(\.author)) == [Account.author(getuid())])
    }

    @Test func becomesTheOwnerWhenNobodyIs() throws {
        let folder = try TestFolder()
        let owner = try OwnerConnection(dataDirectory: folder.path)
        #expect(!owner.isRemote)
        #expect(try owner.contribute([Self.leave("T1", "2026-09-16")]).map(\.added) == [true])
        #expect(try owner.status() == nil)
    }

    @Test func createsNoLogForWhoOnlyAsks() throws {
        let folder = try TestFolder()
        let error = #expect(throws: ServiceError.self) {
            try OwnerConnection(dataDirectory: folder.path + "/none", create: false)
        }
        #expect(error?.exitStatus == 66)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
    }

    @Test(
        arguments: [
            [], [0], [0, 0, 0, 9, 0x4A, 0x7B], [0x40, 0, 0, 0, 0x4A, 1, 2, 3], [0, 0, 0, 1, 0x99, 1],
            [0, 0, 0, 2, 0x4A, 0xFF, 0xFE], [0, 0, 0, 2, 0x4A, 0x7B, 0x7D], [0, 0, 0, 3, 0x44, 1, 2, 3],
            Array("GET / HTTP/1.1\r\n\r\n".utf8), [UInt8](repeating: 0x5B, count: 100_000),
        ] as [[UInt8]])
    func noBytesHurtOthers(_ bytes: [UInt8]) throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        let callers = try (0..<3).map { _ in try Caller(daemon.data + "/control.sock") }
        for caller in callers { caller.send(bytes) }
        try gate.send(ReaderFrames.rdm6300(card: 5))
        #expect(try holds(within: 2) { try daemon.punches() == [subject(5)] })
        let owner = try OwnerConnection(dataDirectory: daemon.data)
        #expect(try owner.contribute([Self.leave("T1", "2026-09-16")]).count == 1)
        callers[0].hangUp()
        #expect(try daemon.status()?.facts == 4)
    }

    @Test func anAccountThatTakesAllPlacesIsToldSo() throws {
        let daemon = try DaemonProcess()
        try daemon.start()
        let callers = try (0..<40).map { _ in try Caller(daemon.data + "/control.sock") }
        let error = #expect(throws: ServiceError.self) { try daemon.status() }
        #expect(error?.exitStatus == 75)
        for caller in callers { caller.hangUp() }
        #expect(holds { (try? daemon.status()) != nil })
    }

    @Test func anImportThatBreaksOffIsCompletedByTheSameFile() throws {
        let daemon = try DaemonProcess()
        try daemon.start()
        let rows = (1...6000).map { "\($0)\t2026-03-02 07:01:26\t1\t0\t1\t0\r\n" }
        let path = try daemon.folder.write(rows.joined(), to: "1_attlog.dat")
        var request = ImportRequest(device: DeviceID("east"), fileName: "1_attlog.dat", zone: "Asia/Shanghai")
        request.size = Int64(rows.joined().utf8.count)
        request.digest = String(repeating: "0", count: 64)
        let caller = try Caller(daemon.data + "/control.sock")
        caller.send(Frame(kind: .json, payload: ControlRequest.importFile(request).json.utf8).bytes)
        caller.send(Frame(kind: .data, payload: Array(rows.prefix(1000).joined().utf8)).bytes)
        _ = caller.receive(replies: 2)
        caller.hangUp()
        let outcome = try OwnerConnection(dataDirectory: daemon.data).importFile(at: path, request)
        #expect(outcome.counts.added + outcome.counts.known == 6000)
        #expect(try daemon.punches().count == 6000)
    }

    @Test func punchesDoNotWaitForAnImport() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        let rows = (1...60_000).map { "\($0)\t2026-03-02 07:01:26\t1\t0\t1\t0\r\n" }
        let path = try daemon.folder.write(rows.joined(), to: "1_attlog.dat")
        let data = daemon.data
        let importer = ImportThread {
            let request = ImportRequest(device: DeviceID("east"), fileName: "1_attlog.dat", zone: "Asia/Shanghai")
            return try OwnerConnection(dataDirectory: data).importFile(at: path, request).counts.added
        }
        var delays: [Double] = []
        var card: UInt64 = 0
        while importer.added == nil {
            card += 1
            let start = Date()
            try gate.send(ReaderFrames.rdm6300(card: card))
            let wanted = subject(card)
            let query = FactQuery(subject: wanted)
            guard try holds(within: 5, { try daemon.count(query) == 1 }) else {
                Issue.record("a punch waits for an import")
                return
            }
            delays.append(Date().timeIntervalSince(start))
        }
        #expect(importer.added == 60_000)
        #expect(delays.count >= 3, "the import was over before anything could be seen")
        #expect(delays.sorted()[delays.count / 2] <= 0.1, "median of \(delays.sorted())")
    }
}

/// A caller that keeps to no rules.
private final class Caller {
    private var socket: FileDescriptor?

    init(_ path: String) throws {
        Signals.ignoreBrokenPipes()
        socket = try LocalSocket.connect(to: path)
    }

    func send(_ bytes: [UInt8]) {
        if let number = socket?.number { _ = try? writeBytes(bytes[...], to: number) }
    }

    /// Waits for as many answers.
    func receive(replies: Int) -> Int {
        var buffer = FrameBuffer()
        var count = 0
        while count < replies, let number = socket?.number,
            let bytes = try? readBytes(from: number, atMost: 4096), !bytes.isEmpty
        {
            buffer.append(bytes)
            while (try? buffer.next()) ?? nil != nil { count += 1 }
        }
        return count
    }

    func hangUp() { socket = nil }
}

/// Imports on a thread of its own, since a command's calls block.
private final class ImportThread: Sendable {
    private let result = Latest()

    init(_ body: @escaping @Sendable () throws -> Int64) {
        let result = result
        Thread { result.set((try? body()) ?? -1) }.start()
    }

    /// Rows added; nil while it goes on.
    var added: Int64? { result.get() }

    private final class Latest: @unchecked Sendable {
        // SAFETY: guarded by the lock.
        private var value: Int64?
        private let lock = NSLock()

        func set(_ value: Int64) { lock.withLock { self.value = value } }
        func get() -> Int64? { lock.withLock { value } }
    }
}
