import AttendanceModel
import TextCodec
import Testing
import Timetable

struct BookReaderTests {
    private func document(
        _ kind: Document.Kind, _ text: String, from: String = "2026-09-01", digest: String = "d", zone: ZoneRules? = nil
    ) -> Document {
        Document(kind: kind, from: Fixture.date(from), text: text, digest: digest, zone: zone)
    }

    private func at(_ seconds: Int64) -> Instant { Instant(seconds: seconds) }

    @Test func assemblesTheSample() {
        let zone = ZoneRules(name: "Asia/Shanghai", initialOffset: 28_800, transitions: [])
        let documents = Document.Kind.allCases.map { kind in
            (document(kind, S2Sample.texts[kind] ?? "", digest: "\(kind)", zone: zone), at(1))
        }
        let (book, findings) = Book.assemble(documents: documents)
        #expect(findings == [])
        #expect(book.plans.map(\.digest) == ["plan"])
        #expect(book.plans.map(\.zone) == [zone])
        #expect(book.rosters.map(\.digest) == ["roster"])
        #expect(book.people.count == 13)
        #expect(book.cards.count == 22)
        #expect(book.devices.count == 3)
        #expect(book.rates.count == 1)
        #expect(book.calendar.count == 7)
    }

    @Test func aRowOfCardsWasSaidWhenTheFirstFileWithItWasPublished() {
        let book = Book.assemble(documents: [
            (document(.cards, "card,person\n0x1,T1\n0x2,T2\n"), at(1)),
            (document(.cards, "card,person\n0x2,T2\n0x1,T1\n0x3,T3\n"), at(2)),
            (document(.cards, "card,person\n0x1,T3\n0x2,T2\n"), at(3)),
        ]).book
        #expect(book.cards.map(\.said) == [at(3), at(1)])
    }

    @Test func theVersionRecordedLastHoldsFromItsDate() {
        let zone = ZoneRules.utc
        let book = Book.assemble(documents: [
            (document(.plan, Fixture.plan(), digest: "a", zone: zone), at(1)),
            (document(.plan, Fixture.plan(), from: "2026-10-01", digest: "b", zone: zone), at(2)),
            (document(.roster, "day,duty,post,person\nMon,club,x,T1\n", digest: "r1"), at(3)),
            (document(.roster, "day,duty,post,person\nMon,club,x,T2\n", from: "2026-09-14", digest: "r2"), at(4)),
        ]).book
        #expect(book.plan(on: Fixture.date("2026-08-31")) == nil)
        #expect(book.plan(on: Fixture.date("2026-09-30"))?.digest == "a")
        #expect(book.plan(on: Fixture.date("2026-10-01"))?.digest == "b")
        #expect(book.roster(on: Fixture.date("2026-09-13"))?.digest == "r1")
        #expect(book.roster(on: Fixture.date("2026-09-14"))?.digest == "r2")
    }

    @Test func aDocumentWithErrorsIsLeftOutWhole() {
        let (book, findings) = Book.assemble(documents: [
            (document(.calendar, "date,kind\n2026-10-01,off\n"), at(1)),
            (document(.calendar, "date,kind\n2026-10-01,off\n2026-10-99,off\n"), at(2)),
            (document(.plan, "{ plan: 1 }", zone: .utc), at(3)),
        ])
        #expect(book.calendar.count == 1)
        #expect(book.plans.isEmpty)
        #expect(findings.contains { $0.file == "calendar.csv" && $0.line == 3 })
    }

    @Test func namesAreThoseOfTheirTime() {
        let first = "id,name,kind\nT1,张伟,teacher\n"
        let second = first + "T2,张伟,teacher\n"
        let roster = "day,duty,post,person\nMon,club,x,张伟\n"
        let documents = [
            (document(.people, first), at(1)), (document(.roster, roster), at(2)), (document(.people, second), at(3)),
        ]
        let (book, findings) = Book.assemble(documents: documents)
        #expect(findings == [])
        #expect(book.rosters.first?.rows.map(\.person) == [PersonID("T1")])
        #expect(book.people.count == 2)
        let later = Book.assemble(documents: documents + [(document(.roster, roster), at(4))])
        #expect(later.findings.map(\.kind) == [.ambiguousName(name: "张伟", ids: ["T1", "T2"])])
    }
}
