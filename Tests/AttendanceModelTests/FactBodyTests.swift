import AttendanceModel
import Testing
import TextCodec

@Suite struct FactBodyTests {
    private static let entry = Entry(
        dates: LocalDate.range("2026-09-16..2026-09-20"), duty: DutyID("morning"), post: "east stairs", from: "07:05",
        to: "07:30:15", person: PersonID("T012"), other: "T013", by: "leader", reason: "签到",
        noted: LocalDateTime("2026-09-16 07:40"),
        ref: 42, as: "lost")

    private static let bodies: [FactBody] =
        FactKind.allCases.filter(\.isEntry).flatMap { [.entry($0, entry), .entry($0, Entry())] } + [
            .publish(
                Document(
                    kind: .plan, from: .first, text: "{}", digest: "ab",
                    zone: ZoneRules(
                        name: "Asia/Shanghai", initialOffset: 29_143, transitions: [.init(at: -1, offset: 28_800)])
                )), .publish(Document(kind: .cards, from: .last, text: "", digest: "", zone: nil)),
            .session(SessionReport(state: .lost, reason: "unplugged")), .session(SessionReport(state: .up)),
            .imported(ImportReport(fileName: "1_attlog.dat", digest: "cd", format: "attlog")),
            .imported(
                ImportReport(
                    fileName: "1_attlog.dat", digest: "cd", format: "attlog",
                    counts: .init(added: 1, known: 2, refused: 3),
                    completeUntil: LocalDateTime("2026-09-16 07:40:01"))),
            .notice(
                Notice(
                    month: Month(of: .last), revision: 2, digest: "ef", semantics: 1, objectionsUntil: .last,
                    asOf: Instant(milliseconds: 1), size: 3, checkpoint: "dutyclock/00 3 =", by: "L001")),
            .close(
                Close(
                    month: Month(of: .first), digest: "ef", semantics: 1,
                    bases: [.init(kind: .roster, from: .first, digest: "ab")], asOf: Instant(milliseconds: -1), size: 3,
                    checkpoint: "dutyclock/00 3 =", settled: 4, by: "L001", despite: "term ends")),
            .machine(MachineReport(machine: DeviceID("gate"), serialNumber: nil)),
            .machine(
                MachineReport(machine: DeviceID("gate"), serialNumber: "SN1", since: LocalDate(iso: "2026-09-01"))),
            .genesis(Genesis(log: "00ff", previous: nil)), .genesis(Genesis(log: "00ff", previous: "checkpoint")),
        ]

    @Test func everyKindButThePunchIsTested() {
        #expect(Set(Self.bodies.map(\.kind)) == Set(FactKind.allCases).subtracting([.punch]))
    }

    @Test(arguments: bodies) func bodySurvivesTheRoundTrip(_ body: FactBody) throws {
        let json = try #require(body.json)
        #expect(FactBody(kind: body.kind, json: json) == body)
        // The stored form is text: what the writer writes, the reader must read.
        var stored: [UInt8] = []
        json.write(to: &stored)
        #expect(FactBody(kind: body.kind, json: try JSONValue.parse(utf8: stored)) == body)
    }

    @Test func punchHasNoBody() {
        let punch = Punch(credential: .machineUser("7"), wall: nil, codes: .none, basis: .hostSynchronised)
        #expect(FactBody.punch(punch).json == nil)
        #expect(FactBody(kind: .punch, json: .object([])) == nil)
    }

    @Test func entryWithAnUnknownColumnOrAnImpossibleDateIsNone() {
        for member in [
            JSONMember("colour", .string("red")), JSONMember("date", .string("2025-02-30")),
            JSONMember("noted", .string("soon")), JSONMember("ref", .string("42")),
        ] {
            #expect(FactBody(kind: .sign, json: .object([member])) == nil)
        }
    }

    @Test func wordsAndNumbersOfKindsAreDistinctAndReadBack() {
        #expect(Set(FactKind.allCases.map(\.word)).count == FactKind.allCases.count)
        for kind in FactKind.allCases {
            #expect(FactKind(word: kind.word) == kind)
            #expect(FactKind(rawValue: kind.rawValue) == kind)
        }
        #expect(FactKind(word: "punches") == nil)
    }
}
