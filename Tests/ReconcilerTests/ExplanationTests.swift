import AttendanceModel
import Reconciler
import Testing
import Timetable

/// Everything that the explanation in model.md D.4 prints must stand in the line.
@Suite struct ExplanationTests {
    private func line() throws -> (DutyLine, Ledger) {
        var world = World()
        let day = try #require(LocalDate(iso: "2026-09-16"))
        func at(_ text: String) throws -> LocalDateTime { LocalDateTime(day, try #require(LocalTime(text))) }
        world.punch(
            .machineUser("12"), at: "A", try at("07:12:31"), received: World.local("2026-09-16 07:12:33"))
        world.punch(.machineUser("12"), at: "B", try at("06:58:02"))
        try world.write("sign,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-16 16:20,,")
        try world.write("sheet,2026-09-16,morning,,,,,,L001,,,,")
        try world.write("complete,2026-09-16,,,,,,A,,,,,")
        let ledger = try world.ledger(day...day)
        return (try #require(ledger.lines.first { $0.id.duty.text == "morning" }), ledger)
    }

    @Test func saysWhatWasAskedInTheSchoolsWords() throws {
        let (line, _) = try line()
        #expect(line.dutyName == "早读")
        #expect(line.personName == "王芳")
        #expect(line.cite == "六.1")
        let result = try #require(line.results.first)
        guard case .arrive(let earliest, let from, let until) = result.form else {
            Issue.record("\(result.form)")
            return
        }
        #expect([earliest, from, until].map(\.displayed) == ["06:00", "07:00", "07:10"])
        #expect(result.kinds.map(\.verdict.base) == [.late, .met])
    }

    @Test func namesEvidenceUsedAndRejected() throws {
        let (line, _) = try line()
        let evidence = try #require(line.results.first?.evidence)
        #expect(evidence.map(\.source) == ["B", "office", "A"])
        #expect(evidence.map(\.use) == [.rejected(.place), .counted, .late(minutes: 2)])
        let punch = evidence[2]
        #expect(punch.clock?.wall?.time.description == "07:12:31")
        #expect(punch.clock?.offsetSeconds == 0)
        #expect(punch.clock?.basis == .declared)
        #expect(punch.received.time.description == "07:12:33")
        let sign = evidence[1]
        #expect(sign.time?.time.displayed == "07:05")
        #expect(sign.received.time.displayed == "16:20")
        #expect(sign.author == "chen(1000)")
        #expect(sign.by == "L001")
    }

    @Test func namesConsequencesAndWhatTheyTake() throws {
        let (line, ledger) = try line()
        #expect(line.verdict.shown == "late")
        #expect(line.granted == 2 && line.net == 0)
        #expect(line.consequences.map(\.consequence.effect) == [.void(.day), .void(.duty), .incident("safety")])
        let voided = ledger.lines.filter { $0.voids.contains { $0.line == line.id } }
        #expect(voided.reduce(0) { $0 + $1.voided } == 7)
        #expect(ledger.incidents.map(\.number) == [1])
    }

    @Test func saysWhatWasNotFound() throws {
        let (line, _) = try line()
        #expect(line.notFound == [.leave, .cover, .outage, .clockAnomaly, .ruling])
    }
}
