import AttendanceModel
import EventLog
import Foundation
import Runtime
import TextCodec
import Testing

@testable import Service

/// Imports by a command that is the owner of the log itself.
@Suite struct ImportTests {
    private let folder: TestFolder
    /// 2026-03-10 18:00 in Shanghai.
    private let clock = ManualClock(now: 1_773_136_800_000)

    init() throws {
        folder = try TestFolder()
    }

    private static let rows = [
        "  213\t2026-03-02 07:01:26\t1\t0\t1\t0", "  214\t2026-03-02 07:05:00\t1\t0\t2\t0",
        "  213\t2026-03-02 17:31:02\t1\t1\t1\t0",
    ]

    private static func file(_ rows: [String]) -> String { rows.map { $0 + "\r\n" }.joined() }

    private func importing(
        _ text: String, as name: String = "1_attlog.dat", fileDate: String? = nil, until: String? = nil
    ) throws -> ImportOutcome {
        let owner = try OwnerConnection(dataDirectory: folder.path + "/data", clock: clock)
        let request = ImportRequest(
            device: DeviceID("east"), fileName: name, zone: "Asia/Shanghai",
            fileDate: fileDate.flatMap { LocalDateTime($0) }, completeUntil: until.flatMap { LocalDateTime($0) })
        return try owner.importFile(at: try folder.write(text, to: name), request)
    }

    private func facts() throws -> [Fact] {
        try LogReader.open(directory: folder.path + "/data").facts(FactQuery(kinds: [.punch, .imported]))
    }

    @Test func writesItsBeginningItsRowsAndItsEnd() throws {
        let outcome = try importing(Self.file(Self.rows))
        #expect(outcome.counts == ImportReport.Counts(added: 3, known: 0, refused: 0))
        let facts = try facts()
        #expect(facts.map(\.kind) == [.imported, .punch, .punch, .punch, .imported])
        #expect(facts.map(\.origin) == [nil, 1, 1, 1, 1])
        let first = try #require(facts.dropFirst().first)
        #expect(first.subject == "user:213")
        #expect(first.source == "east")
        #expect(first.at == Instant(seconds: 1_772_406_086))  // 2026-03-02 07:01:26 +08:00
        #expect(first.uncertaintyMilliseconds == 60_000)
        #expect(first.raw == Array(Self.rows[0].utf8))
        guard case .imported(let report) = facts[4].body else {
            Issue.record("the last fact is no import")
            return
        }
        #expect(report.counts == outcome.counts)
        #expect(report.completeUntil == LocalDateTime("2026-03-02 17:31:02"))
    }

    @Test func theSameBytesAgainAddNothing() throws {
        _ = try importing(Self.file(Self.rows))
        let before = try facts()
        let again = try importing(Self.file(Self.rows))
        #expect(again.counts == ImportReport.Counts(added: 0, known: 3, refused: 0))
        #expect(try facts() == before)
    }

    @Test func aLaterExportAddsOnlyItsNewRows() throws {
        _ = try importing(Self.file(Self.rows))
        let outcome = try importing(Self.file(Self.rows + ["  215\t2026-03-03 07:00:00\t1\t0\t1\t0"]))
        #expect(outcome.counts == ImportReport.Counts(added: 1, known: 3, refused: 0))
        let facts = try facts()
        #expect(facts.count == 8)
        #expect(facts[6].origin == facts[5].seq)
    }

    @Test func aFileWithNothingNewStillSaysUntilWhen() throws {
        _ = try importing(Self.file(Self.rows))
        let outcome = try importing(Self.file(Array(Self.rows.reversed())))
        #expect(outcome.counts.added == 0)
        let facts = try facts()
        #expect(facts.last?.kind == .imported)
        #expect(facts.count == 6)
    }

    @Test func imposesNoTimeThatCannotBeTrue() throws {
        let impossible = ["    7\t2000-01-01 00:07:00\t1\t0\t1\t0", "    8\t2063-05-05 10:00:00\t1\t0\t1\t0"]
        let outcome = try importing(Self.file(impossible + Self.rows))
        #expect(outcome.impossibleTimes == 2)
        #expect(outcome.firstRow == LocalDateTime("2026-03-02 07:01:26"))
        #expect(outcome.lastRow == LocalDateTime("2026-03-02 17:31:02"))
        #expect(try facts().filter { $0.kind == .punch && $0.at == nil }.map(\.subject) == ["user:7", "user:8"])
        // The same impossible times in another file may be other punches.
        let other = try importing(Self.file(impossible), as: "2_attlog.dat")
        #expect(other.counts.added == 2)
        // The same file is the same file.
        #expect(try importing(Self.file(impossible), as: "2_attlog.dat").counts.added == 0)
    }

    @Test func listsRowsThatAreNotTaken() throws {
        let outcome = try importing(
            Self.file([Self.rows[0], "garbage", "  9\t2026-02-30 07:00:00\t1\t0\t1\t0", Self.rows[1]]))
        #expect(outcome.counts == ImportReport.Counts(added: 3, known: 0, refused: 1))
        #expect(outcome.refusals.map(\.line) == [2])
        // A row with a date that does not exist is a punch all the same: kept as it stood, without a moment.
        let untimed = try facts().filter { $0.kind == .punch && $0.at == nil }
        #expect(untimed.map(\.subject) == ["user:9"])
        #expect(untimed.map(\.raw) == [Array("  9\t2026-02-30 07:00:00\t1\t0\t1\t0".utf8)])
    }

    @Test(
        arguments: [
            // What the file says by itself; what its date says; what is said with it.
            (nil, nil, "2026-03-02 17:31:02"), ("2026-03-05 12:00", nil, "2026-03-05 12:00:00"),
            ("2026-03-01 12:00", nil, "2026-03-02 17:31:02"), ("2026-03-11 12:00", nil, "2026-03-02 17:31:02"),
            ("2026-03-05 12:00", "2026-03-10 08:00", "2026-03-10 08:00:00"),
        ] as [(String?, String?, String)])
    func isCompleteUntil(fileDate: String?, said: String?, expected: String) throws {
        let outcome = try importing(Self.file(Self.rows), fileDate: fileDate, until: said)
        #expect(outcome.completeUntil?.description == expected)
    }

    @Test func refusesAFileThatIsNoExportBeforeWritingAnything() throws {
        #expect(throws: ServiceError.self) { try importing("PK\u{3}\u{4} something else entirely\n") }
        #expect(try facts().isEmpty)
    }

    @Test func refusesAFileThatChangesWhileItIsRead() throws {
        let owner = try OwnerConnection(dataDirectory: folder.path + "/data", clock: clock)
        let rows = (0..<3000).map { "  213\t2026-03-02 07:\(10 + $0 / 60 % 50):\(10 + $0 % 50)\t1\t0\t1\t\($0)" }
        let path = try folder.write(Self.file(rows), to: "1_attlog.dat")
        let request = ImportRequest(device: DeviceID("east"), fileName: "1_attlog.dat", zone: "Asia/Shanghai")
        var isFirst = true
        let error = #expect(throws: ServiceError.self) {
            try owner.importFile(at: path, request) { _ in
                guard isFirst, let file = FileHandle(forWritingAtPath: path) else { return }
                isFirst = false
                file.seekToEndOfFile()
                file.write(Data("  999\t2026-03-02 07:00:00\t1\t0\t1\t0\r\n".utf8))
                file.closeFile()
            }
        }
        #expect(error?.exitStatus == 75)
    }
}
