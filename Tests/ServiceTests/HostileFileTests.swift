import AttendanceModel
import EventLog
import Foundation
import Runtime
import TextCodec
import Testing
import WireFormats

@testable import Service

/// What may lie on a stick or be named by mistake: refused at once, with a reason, and nothing written.
@Suite struct HostileFileTests {
    private let folder: TestFolder
    private let now = Instant(milliseconds: 1_773_136_800_000)
    private static let row = "213\t2026-03-02 07:01:26\t1\t0\t1\t0\r\n"

    init() throws {
        folder = try TestFolder()
    }

    private func survey(_ path: String) throws -> ExportContents {
        try ExportFile(opening: path).survey(zone: .utc, now: now)
    }

    /// The exit status of the refusal; fails when it takes longer than a second of this process.
    private func refusal(_ path: String) throws -> Int32 {
        let start = clock()
        let error = #expect(throws: ServiceError.self) { try survey(path) }
        #expect(
            Double(clock() - start) / Double(CLOCKS_PER_SEC) < 5, "debug builds are slow, and other tests run beside")
        return try #require(error).exitStatus
    }

    @Test func aFolderAPipeAndADeviceAreRefusedWithoutWaiting() throws {
        let named = folder.path + "/attlog.dat"
        try FileManager.default.createDirectory(atPath: named, withIntermediateDirectories: true)
        #expect(try refusal(named) == 66)
        let pipe = folder.path + "/pipe"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        #expect(try refusal(pipe) == 66)
        #expect(try refusal("/dev/zero") == 66)
        #expect(try refusal("/dev/null") == 66)
        #expect(try refusal(folder.path + "/nothing") == 66)
    }

    @Test func aLinkIsFollowedOnlyWhenAPersonNamedIt() throws {
        let target = try folder.write(Self.row, to: "real.dat")
        let link = folder.path + "/link.dat"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(try ExportFile(opening: link).format == .punches(.attlog))
        #expect(throws: ServiceError.self) { try ExportFile(opening: link, followingLinks: false) }
    }

    /// Two gigabytes that take no room on the disk.
    private func sparse(_ name: String, begin: String, byte: UInt8?) throws -> String {
        let path = try folder.write(begin, to: name)
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        defer { file.closeFile() }
        if let byte {
            file.seekToEndOfFile()
            file.write(Data(repeating: byte, count: 32 << 20))
        }
        try file.truncate(atOffset: 2 << 30)
        return path
    }

    @Test func gigabytesOfNothingAreGivenUpEarly() throws {
        #expect(try refusal(try sparse("zero.dat", begin: "", byte: nil)) == 65)
        #expect(try refusal(try sparse("blank.dat", begin: "", byte: 0x20)) == 65)
        #expect(try refusal(try sparse("rows.dat", begin: Self.row, byte: 0x20)) == 65)
    }

    @Test func aLongLineCostsOnlyItself() throws {
        let long = String(repeating: "7", count: 10 << 20)
        let contents = try survey(try folder.write(Self.row + long + "\r\n" + Self.row, to: "long.dat"))
        #expect(contents.summary.rows == 2)
        #expect(contents.summary.refused == 1)
        #expect(try refusal(try folder.write(long, to: "only.dat")) == 65)
        #expect(try refusal(try folder.write(String(repeating: "\u{0}", count: 10 << 20), to: "nul.dat")) == 65)
    }

    @Test func aFileThatGrowsWhileItIsReadIsRefused() throws {
        let path = try folder.write(String(repeating: Self.row, count: 4000), to: "grows.dat")
        let file = try ExportFile(opening: path)
        var isFirst = true
        let error = #expect(throws: ServiceError.self) {
            try file.survey(zone: .utc, now: now) { _ in
                guard isFirst, let handle = FileHandle(forWritingAtPath: path) else { return }
                isFirst = false
                handle.seekToEndOfFile()
                handle.write(Data(Self.row.utf8))
                handle.closeFile()
            }
        }
        #expect(error?.exitStatus == 75)
    }

    @Test func aFileThatShrinksBetweenTheReadingsIsRefused() throws {
        let path = try folder.write(String(repeating: Self.row, count: 100), to: "shrinks.dat")
        let file = try ExportFile(opening: path)
        _ = try file.survey(zone: .utc, now: now)
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        try handle.truncate(atOffset: 100)
        handle.closeFile()
        let error = #expect(throws: ServiceError.self) {
            try OwnerConnection(dataDirectory: folder.path + "/data").importFile(
                file, ImportRequest(device: DeviceID("east"), fileName: "shrinks.dat", zone: "UTC"))
        }
        #expect(error?.exitStatus == 75)
        #expect(try LogReader.open(directory: folder.path + "/data").count(FactQuery(kinds: [.punch])) == 0)
    }
}
