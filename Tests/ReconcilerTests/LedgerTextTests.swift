import AttendanceModel
import Reconciler
import TextCodec
import Testing
import Timetable

/// The canonical text of a ledger, and what can be read back from it.
@Suite struct LedgerTextTests {
    @Test func equalLedgersGiveEqualBytesWhateverTheOrderOfFacts() throws {
        var world = try PeriodWorld.closed()
        try world.punch("12", "2026-09-16 07:03")
        let month = PeriodWorld.september
        let ledger = world.history(month).ledger(below: .max, asOf: world.now, closing: false)
        let backwards = History(month, facts: world.facts.reversed() + world.facts.prefix(40))
        let again = backwards.ledger(below: .max, asOf: world.now, closing: false)
        #expect(LedgerText.bytes(of: again) == LedgerText.bytes(of: ledger))
        #expect(LedgerText.bytes(of: ledger).count > 1000)
    }

    @Test func theMomentOfKnowledgeIsNotInIt() throws {
        let world = try PeriodWorld.closed()
        let history = world.history(PeriodWorld.september)
        let close = try #require(world.period(PeriodWorld.september).close)
        let later = history.ledger(below: close.close.size, asOf: World.local("2026-12-01 09:00"), closing: true)
        #expect(LedgerText.bytes(of: later) == close.snapshot)
    }

    @Test func everyLineIsAnArrayNamedByItsFirstElement() throws {
        let world = try PeriodWorld.closed()
        let close = try #require(world.period(PeriodWorld.september).close)
        let rows = try close.snapshot.split(separator: 0x0A).map { try JSONValue.parse(utf8: Array($0)) }
        let names = rows.compactMap { $0.array?.first?.string }
        #expect(names.count == rows.count)
        #expect(Set(names) == ["ledger", "basis", "duty", "person", "line", "total", "post"])
    }

    @Test func aSnapshotReadsBackWhatWasDecided() throws {
        var world = try PeriodWorld.closed()
        try world.punch("12", "2026-09-16 07:03")
        try world.write("seen,2026-09-17,stairs,东楼,10:20,,,absent,L001,,,,")
        try world.live(PeriodWorld.october)
        world.now = World.local("2026-11-10 09:00")
        world.close(PeriodWorld.october)
        for month in [PeriodWorld.september, PeriodWorld.october] {
            let close = try #require(world.period(month).close)
            let snapshot = try Snapshot(close.snapshot, asOf: close.close.asOf)
            let judged = world.history(month).ledger(below: close.close.size, asOf: close.close.asOf, closing: true)
            #expect(snapshot.ledger.totals == judged.totals)
            #expect(snapshot.ledger.incidents == judged.incidents)
            #expect(snapshot.ledger.bases == judged.bases)
            #expect(snapshot.ledger.lines.map(LineState.init) == judged.lines.map(LineState.init))
            #expect(snapshot.ledger.lines.map(\.voids) == judged.lines.map(\.voids))
            // With this program's evidence it is the judged ledger itself.
            #expect(snapshot.dressed(with: judged) == judged)
            #expect(snapshot.adjustments == world.adjustments().filter { $0.period == month })
        }
    }

    @Test func aLineJudgedOtherwiseStaysAsItWasClosed() throws {
        let world = try PeriodWorld.closed()
        let close = try #require(world.period(PeriodWorld.september).close)
        var other = world.history(PeriodWorld.september).ledger(
            below: close.close.size, asOf: close.close.asOf, closing: true)
        let place = try #require(other.lines.firstIndex { $0.net == 2 })
        other.lines[place].net = 1
        let snapshot = try Snapshot(close.snapshot, asOf: close.close.asOf)
        let shown = snapshot.dressed(with: other)
        #expect(shown.lines[place].net == 2)
        #expect(shown.lines[place].notes.contains(.closedOtherwise))
        #expect(snapshot.wouldChange(with: other).changes.map(\.line) == [other.lines[place].id])
    }

    @Test(arguments: [
        ("", SnapshotError.unreadable(line: 1)),
        ("[\"ledger\",9,1,\"2026-09-01\",\"2026-09-30\"]\n", .newer(version: 9)),
        ("[\"ledger\",1,1,\"2026-09-30\",\"2026-09-01\"]\n", .unreadable(line: 1)),
        ("[\"ledger\",1,1,\"2026-09-01\",\"2026-09-30\"]\n[\"what\"]\n", .unreadable(line: 2)),
        ("[\"ledger\",1,1,\"2026-09-01\",\"2026-09-30\"]\n[\"line\",\"2026-09-01\"]\n", .unreadable(line: 2)),
        ("[\"ledger\",1,1,\"2026-09-01\",\"2026-09-30\"]\n[\"line\"", .unreadable(line: 2)),
    ])
    func damagedSnapshotsAreRefused(text: String, error: SnapshotError) {
        #expect(throws: error) { try Snapshot(Array(text.utf8), asOf: Instant(milliseconds: 0)) }
    }
}
