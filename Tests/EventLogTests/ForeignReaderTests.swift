import EventLog
import Foundation
import Testing

/// A member of the group reads whatever the owner is doing; nobody else does.
@Suite(.enabled("other users need root") { geteuid() == 0 }) struct ForeignReaderTests {
    let directory: TemporaryDirectory
    static let group = 4242

    init() throws {
        directory = try TemporaryDirectory()
        try FileManager.default.setAttributes(
            [.groupOwnerAccountID: Self.group, .posixPermissions: 0o2750], ofItemAtPath: directory.path)
    }

    func read(group: Int) throws -> Outcome {
        try Child.run(
            "/usr/bin/setpriv",
            ["--reuid=65534", "--regid=\(group)", "--clear-groups", Child.logWriter, "read", directory.path])
    }

    func query() throws -> Outcome {
        try Child.run(
            "/usr/bin/setpriv",
            [
                "--reuid=65534", "--regid=\(Self.group)", "--clear-groups", "/usr/bin/sqlite3", "-readonly",
                directory.database, "SELECT count(*) FROM punches",
            ])
    }

    enum OwnerState: CaseIterable { case running, killed, stopped }

    @Test(arguments: OwnerState.allCases) func readsInEveryStateOfTheOwner(state: OwnerState) throws {
        let input = Pipe()
        let (process, output) = try Child.start(Child.logWriter, ["hold", directory.path], input: input)
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "ready\n")
        switch state {
        case .running: break
        case .killed: kill(process.processIdentifier, SIGKILL)
        case .stopped: try input.fileHandleForWriting.close()
        }
        if state != .running { process.waitUntilExit() }
        defer {
            if state == .running {
                try? input.fileHandleForWriting.close()
                process.waitUntilExit()
            }
        }
        for _ in 0..<2 {
            let own = try read(group: Self.group)
            #expect(own.output == "read 11\n")
            let shell = try query()
            #expect(shell.output == "10\n", "\(shell.errors)")
        }
        let stranger = try read(group: 4343)
        #expect(stranger.status == 1)
        #expect(stranger.output.contains("may not be opened by this account"), "\(stranger.output)")
    }

    @Test func cannotWriteNorHinderTheNextOwner() throws {
        let clock = TestClock()
        try clock.open(directory).close()
        let write = try Child.run(
            "/usr/bin/setpriv",
            ["--reuid=65534", "--regid=\(Self.group)", "--clear-groups", Child.logWriter, "hold", directory.path])
        #expect(write.status == 1)
        let store = try clock.open(directory)
        #expect(store.size == 1)
    }
}
