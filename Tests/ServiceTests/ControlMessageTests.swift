import AttendanceModel
import TextCodec
import WireFormats
import Testing

@testable import Service

@Suite struct ControlMessageTests {
    private static let document = Document(
        kind: .people, from: LocalDate(clampingDayNumber: 20_000), text: "id,name\nT1,王芳\n", digest: "ab", zone: nil)

    private static var requests: [ControlRequest] {
        var file = ImportRequest(
            device: DeviceID("east"), fileName: "1_attlog.dat", zone: "Asia/Shanghai",
            fileDate: LocalDateTime("2026-03-02 12:00:00"), completeUntil: LocalDateTime("2026-03-03 12:00:00"))
        file.dates = .dayMonthYear
        file.since = LocalDate(clampingDayNumber: 20_001)
        file.remember = MachineReport(machine: DeviceID("east"), serialNumber: "X1", since: file.since)
        file.digest = "cd"
        file.size = 77
        return [
            .status, .finishImport, .importFile(file),
            .contribute([
                .document(document, raw: [0, 255]),
                .entry(.rain, Entry(from: "15:40", reason: "雷阵雨"), at: Instant(milliseconds: -5)),
                .entry(.retract, Entry(ref: 9), at: nil),
            ]),
        ]
    }

    @Test(arguments: requests) func requestsSurviveTheWire(_ request: ControlRequest) throws {
        #expect(ControlRequest(json: try JSONValue.parse(utf8: request.json.utf8)) == request)
    }

    private static var replies: [ControlReply] {
        var outcome = ImportOutcome()
        outcome.format = "attlog"
        outcome.added = 3
        outcome.refused = 1
        outcome.refusals = [ImportOutcome.Refusal(line: 4, reason: "no", chinese: "不")]
        outcome.firstRow = LocalDateTime("2026-03-02 12:00:00")
        outcome.completeUntil = outcome.firstRow
        outcome.serialNumber = "X1"
        outcome.endsEarly = true
        outcome.announced = 5
        outcome.clock.note(.reset, line: 2, "2000-01-01 00:00:00")
        outcome.clock.note(.gap, line: 0, "2026-03-03 … 2026-03-20")
        var status = Status(started: Instant(milliseconds: 1), version: "1", dataDirectory: "/d")
        status.store = .failing(since: Instant(milliseconds: 5), reason: "full")
        status.lastPunch = Instant(milliseconds: 4)
        var device = Status.Device(
            id: DeviceID("gate"), driver: "id12", port: "/p", state: .lost, since: Instant(milliseconds: 2))
        device.reason = "gone"
        device.discarded = ["noise": 3]
        device.lastByte = Instant(milliseconds: 3)
        status.devices = [device]
        return [
            .goOn, .imported(outcome), .status(status), .refused("no", exitStatus: 75),
            .refused("no", chinese: "不", exitStatus: 75),
            .receipts([Receipt(seq: 7, added: true), Receipt(seq: 2, added: false)]),
        ]
    }

    @Test(arguments: replies) func repliesSurviveTheWire(_ reply: ControlReply) throws {
        #expect(ControlReply(json: try JSONValue.parse(utf8: reply.json.utf8)) == reply)
    }

    @Test func framesComeOutAsTheyWentInAtEverySplit() throws {
        let frames = [
            Frame(kind: .json, payload: Array("{}".utf8)), Frame(kind: .data, payload: []),
            Frame(kind: .data, payload: [1, 2, 3]),
        ]
        let bytes = frames.flatMap(\.bytes)
        for split in 0...bytes.count {
            var buffer = FrameBuffer()
            var seen: [Frame] = []
            for part in [bytes[..<split], bytes[split...]] {
                buffer.append(Array(part))
                while let frame = try buffer.next() { seen.append(frame) }
            }
            #expect(seen == frames)
            #expect(!buffer.isPending)
        }
    }

    @Test func judgesAHeaderBeforeItsPayloadComes() {
        var buffer = FrameBuffer()
        buffer.append([0x40, 0, 0, 0, 0x4A])
        #expect(throws: FrameError.tooLong(1 << 30)) { try buffer.next() }
        buffer = FrameBuffer()
        buffer.append([0, 0, 0, 0, 7])
        #expect(throws: FrameError.unknownKind(7)) { try buffer.next() }
    }
}
