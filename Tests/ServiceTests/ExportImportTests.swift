import AttendanceModel
import EventLog
import Foundation
import Runtime
import TextCodec
import Testing
import WireFormats

@testable import Service

/// Files of every family in the log, and what was odd about their times.
@Suite struct ExportImportTests {
    private let folder: TestFolder
    /// 2026-03-10 18:00 in Shanghai.
    private let clock = ManualClock(now: 1_773_136_800_000)

    init() throws {
        folder = try TestFolder()
    }

    private var data: String { folder.path + "/data" }

    private func importing(
        _ bytes: [UInt8], dates: DateOrder? = nil, fileDate: String? = nil, as name: String = "export"
    ) throws -> ImportOutcome {
        let path = folder.path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let owner = try OwnerConnection(dataDirectory: data, clock: clock)
        var request = ImportRequest(
            device: DeviceID("east"), fileName: name, zone: "Asia/Shanghai",
            fileDate: fileDate.flatMap { LocalDateTime($0) })
        request.dates = dates
        return try owner.importFile(at: path, request, now: Instant(milliseconds: clock.now()))
    }

    private func facts(_ kinds: Set<FactKind> = [.punch]) throws -> [Fact] {
        try LogReader.open(directory: data).facts(FactQuery(kinds: kinds))
    }

    private static let list = "No\tTMNo\tEnNo\tName\tINOUT\tMode\tDateTime\r\n"

    @Test func aListWithAHeaderBecomesPunches() throws {
        let rows = Self.list + "1\t1\t12\t王芳\t0\t1\t2026/03/02 07:17:21\r\n2\t1\t12\t王芳\t1\t1\t2026/03/02 17:17:21\r\n"
        let outcome = try importing(Array(rows.utf8))
        #expect(outcome.format == "agl")
        #expect(outcome.counts == ImportReport.Counts(added: 2, known: 0, refused: 0))
        let punches = try facts()
        #expect(punches.map(\.subject) == ["user:12", "user:12"])
        #expect(punches.first?.at == Instant(seconds: 1_772_407_041))  // 2026-03-02 07:17:21 +08:00
        #expect(punches.map(\.uncertaintyMilliseconds) == [60_000, 60_000])
        #expect(punches.first?.raw == Array("1\t1\t12\t王芳\t0\t1\t2026/03/02 07:17:21".utf8))
        guard case .punch(let punch)? = punches.last?.body else { return }
        #expect(punch.codes == PunchCodes(state: 1, verify: 1, workCode: nil))
        #expect(punch.basis == .machineAssumed)
    }

    /// The office saves the list in another encoding: it is another file, and no other punch.
    @Test func theSameListInAnotherEncodingAddsNothing() throws {
        let rows = Self.list + "1\t1\t12\tWang\t0\t1\t2026/03/02 07:17:21\r\n"
        #expect(try importing(Array(rows.utf8)).counts.added == 1)
        let wide: [UInt8] = [0xFF, 0xFE] + rows.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let again = try importing(wide, as: "wide")
        #expect(again.counts == ImportReport.Counts(added: 0, known: 1, refused: 0))
        #expect(try facts().count == 1)
    }

    @Test func dayAndMonthAreDecidedOrAsked() throws {
        let ambiguous = Array((Self.list + "1\t1\t12\t\t0\t1\t03-02-2026  07:17:21AM\r\n").utf8)
        let error = #expect(throws: ServiceError.self) { try importing(ambiguous) }
        #expect(error?.exitStatus == 65)
        #expect(error?.chinese?.contains("--date-order") ?? false)
        #expect(try facts([.punch, .imported]).isEmpty)
        #expect(try importing(ambiguous, dates: .monthDayYear).firstRow == LocalDateTime("2026-03-02 07:17:21"))
        let decided =
            Self.list + "1\t1\t13\t\t0\t1\t03-02-2026  07:17:21AM\r\n2\t1\t13\t\t0\t1\t13-02-2026  07:17:21AM\r\n"
        #expect(try importing(Array(decided.utf8), as: "decided").firstRow == LocalDateTime("2026-02-03 07:17:21"))
    }

    @Test func anAnvizBackupBecomesPunches() throws {
        let records: [UInt8] = [
            0, 0, 1, 0, 0, 0, 0, 1, 0x31, 0x36, 0xAE, 0x0B, 1, 0x80, 0, 0, 0,
        ]
        let outcome = try importing(records)
        #expect(outcome.format == "bak.kq")
        #expect(try facts().map(\.at) == [Instant(seconds: 1_772_409_483)])  // 2026-03-02 07:58:03 +08:00
        #expect(try facts().first?.raw == Array(records[3...]))
        // The machine writes over the file: a backup that was cut holds what it holds.
        var cut = records
        cut[2] = 2
        let again = try importing(cut + [0, 0, 0], as: "cut")
        #expect(again.endsEarly)
        #expect(again.announced == 2)
        #expect(again.counts == ImportReport.Counts(added: 0, known: 1, refused: 1))
    }

    @Test func aListOfUsersSaysWhatToDoWithIt() throws {
        var user = [UInt8](repeating: 0, count: 28)
        user[0] = 5
        user[8] = 0x41
        user[24] = 7
        let error = #expect(throws: ServiceError.self) { try importing(user) }
        #expect(error?.exitStatus == 65)
        #expect(error?.description.contains("dutyclock enrol --names") ?? false)
        #expect(error?.chinese?.contains("dutyclock enrol --names") ?? false)
    }

    // MARK: Clocks

    private static func attlog(_ times: [(user: Int, time: String)]) -> [UInt8] {
        Array(times.map { "\($0.user)\t\($0.time)\t1\t0\t1\t0\r\n" }.joined().utf8)
    }

    @Test func whatIsOddIsCountedInTheLog() throws {
        let outcome = try importing(
            Self.attlog([
                (1, "2026-02-10 07:00:00"), (2, "2000-01-01 00:07:00"), (3, "2000-01-01 00:08:00"),
                (4, "2026-03-02 07:00:00"), (5, "2026-03-02 06:00:00"), (4, "2026-03-02 07:00:00"),
                (6, "2026-02-30 07:00:00"), (7, "2063-01-01 07:00:00"), (8, "2026-03-09 07:00:00"),
            ]), fileDate: "2026-03-08 12:00")
        let expected: [ClockNote: Int64] = [
            .gap: 1, .reset: 2, .back: 1, .repeated: 1, .impossible: 1, .ahead: 1, .later: 1,
        ]
        #expect(outcome.clock.counts == expected)
        #expect(outcome.clock.places[.reset]?.map { [$0.line, $0.lastLine] } == [[2, 3]])
        #expect(outcome.clock.places[.repeated]?.map(\.line) == [6])
        guard case .imported(let report)? = try facts([.imported]).last?.body else {
            Issue.record("no import was written")
            return
        }
        #expect(report.notes == expected)
        #expect(report.counts == ImportReport.Counts(added: 8, known: 1, refused: 0))
    }

    /// EnNo 0: a wrong finger, or the door.
    @Test func whomTheMachineDidNotRecogniseIsNobody() throws {
        let rows =
            Self.list + "1\t1\t00000000\t\t2\t1\t2026/03/02 07:17:21\r\n2\t1\t0\t\t2\t1\t2026/03/02 07:17:22\r\n"
            + "3\t1\t12\t\t0\t1\t2026/03/02 07:17:23\r\n"
        let outcome = try importing(Array(rows.utf8))
        #expect(outcome.counts == ImportReport.Counts(added: 1, known: 0, refused: 0))
        #expect(outcome.clock.counts == [.nobody: 2])
        #expect(outcome.clock.places[.nobody]?.map { [$0.line, $0.lastLine] } == [[2, 3]])
        #expect(try facts().map(\.subject) == ["user:12"])
    }

    /// Rows may be missing in a hole: nobody is absent there.
    @Test func aHoleEndsWhatIsComplete() throws {
        let first = Self.attlog([(1, "2026-03-02 07:00:00")])
        let last = Self.attlog([(1, "2026-03-06 07:00:00")])
        func until(_ bytes: [UInt8], as name: String) throws -> LocalDateTime? {
            try importing(bytes, fileDate: "2026-03-07 12:00", as: name).completeUntil
        }
        #expect(try until(first + last, as: "whole") == LocalDateTime("2026-03-07 12:00"))
        let hole = [UInt8](repeating: 0, count: 2000) + [0x0D, 0x0A]
        #expect(try until(first + hole + last, as: "hole") == LocalDateTime("2026-03-02 07:00"))
        #expect(try until(hole + last, as: "hole in front") == nil)
    }

    /// A clock that is reset again and again shows the same times: kept each time, and told.
    @Test func aResetThatAnotherFileShowedIsPerhapsARepeat() throws {
        #expect(try importing(Self.attlog([(1, "2000-01-01 00:07:00")]), as: "a").clock.counts[.replayed] == nil)
        let again = try importing(Self.attlog([(1, "2000-01-01 00:07:00"), (2, "2000-01-01 00:07:00")]), as: "b")
        #expect(again.counts.added == 2)
        #expect(again.clock.counts[.replayed] == 1)
        #expect(again.clock.places[.replayed]?.map(\.line) == [1])
        #expect(try importing(Self.attlog([(1, "2000-01-01 00:07:00")]), as: "a").clock.counts[.replayed] == nil)
    }

    @Test func importsOfEarlierVersionsAreReadAsBefore() throws {
        let old = #"{"file":"1_attlog.dat","digest":"cd","format":"attlog","added":1,"known":2,"refused":3}"#
        let report = try #require(ImportReport(json: try JSONValue.parse(utf8: Array(old.utf8))))
        #expect(report.notes.isEmpty)
        #expect(report.json.text == old)
    }
}
