import Foundation
import Glibc
import Testing

@testable import Runtime

@Suite struct LocalSocketTests {
    /// A fresh folder, removed with its files when the test ends.
    private static func withFolder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/socket-test-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test func namesThePeerAndCarriesBytes() throws {
        try Self.withFolder { folder in
            let path = folder + "/s"
            let listener = try LocalSocket.listen(at: path, mode: 0o660)
            let client = try LocalSocket.connect(to: path)
            let served = try LocalSocket.accept(on: listener.number)
            guard let server = served else {
                Issue.record("nobody was accepted")
                return
            }
            let peer = try LocalSocket.peer(of: server.number)
            #expect(peer == Peer(user: getuid(), group: getgid(), process: getpid()))
            try client.write([1, 2, 3])
            #expect(try server.read(atMost: 10) == [1, 2, 3])
            var status = stat()
            #expect(unsafe stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o660)
        }
    }

    @Test func replacesAStaleSocketButNoOtherFile() throws {
        try Self.withFolder { folder in
            let path = folder + "/s"
            _ = try LocalSocket.listen(at: path, mode: 0o600)
            _ = try LocalSocket.listen(at: path, mode: 0o600)
            let file = folder + "/file"
            _ = try FileDescriptor.open(file, flags: O_CREAT | O_WRONLY)
            #expect(throws: Errno(EEXIST)) { _ = try LocalSocket.listen(at: file, mode: 0o600).number }
        }
    }

    @Test func servesPathsLongerThanASocketAddress() throws {
        try Self.withFolder { folder in
            let deep = folder + "/" + String(repeating: "x", count: 120)
            try #require(unsafe mkdir(deep, 0o700) == 0)
            let listener = try LocalSocket.listen(at: deep + "/control.sock", mode: 0o600)
            _ = try LocalSocket.connect(to: deep + "/control.sock")
            let accepted = try LocalSocket.accept(on: listener.number) != nil
            #expect(accepted)
        }
    }

    @Test func tellsTheServiceManagerInOneDatagram() throws {
        try Self.withFolder { folder in
            let path = folder + "/notify"
            let receiver = try datagramReceiver(path)
            let environment = ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "\(getpid())"]
            let notify = Notify { environment[$0] }
            #expect(notify.watchdogInterval == .seconds(60))
            notify.tell(.ready, status: "two\nlines")
            #expect(String(decoding: try receiver.read(atMost: 500), as: UTF8.self) == "READY=1\nSTATUS=two lines")
            notify.tell(.watchdog)
            #expect(String(decoding: try receiver.read(atMost: 500), as: UTF8.self) == "WATCHDOG=1")
        }
    }

    @Test func ignoresAWatchdogMeantForAnotherProcess() {
        let environment = ["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"]
        #expect(Notify { environment[$0] }.watchdogInterval == nil)
    }

    @Test func writesJournalEntriesInNativeForm() throws {
        try Self.withFolder { folder in
            let path = folder + "/journal"
            let receiver = try datagramReceiver(path)
            Journal(program: "dutyclockd", socket: path).log(
                .warning, "gate lost", fields: [("DUTYCLOCK_NOTE", "a\nb")])
            let expected =
                Array("MESSAGE=gate lost\nPRIORITY=4\nSYSLOG_IDENTIFIER=dutyclockd\nDUTYCLOCK_NOTE\n".utf8)
                + [3, 0, 0, 0, 0, 0, 0, 0] + Array("a\nb\n".utf8)
            #expect(try receiver.read(atMost: 500) == expected)
        }
    }

    private func datagramReceiver(_ path: String) throws -> FileDescriptor {
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        try #require(number >= 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
        return FileDescriptor(owning: number)
    }
}
