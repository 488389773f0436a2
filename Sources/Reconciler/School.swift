import AttendanceModel
import TextCodec
import Timetable

/// Everything a judgement looks at: the book, the facts in force, the machines, and the moment of knowledge.
final class School {
    let book: Book
    let resolver: DayResolver
    let facts: KnownFacts
    let machines: Machines
    let zone: ZoneRules
    let asOf: Instant
    /// `asOf` on the school's wall clock.
    let now: LocalDateTime
    /// Nothing is waited for any more, and nothing stays contested (C-93).
    let isClosing: Bool
    /// The last row of each person.
    let people: [PersonID: Person]
    /// Every row of each person: one may leave and come back, or change to another rate.
    private let stays: [PersonID: [Person]]
    /// Who had which card, and when.
    let cards: CardRegister
    /// The settings of the plan on the last date: clocks and cards know no other date.
    let clockKnobs: Knobs
    /// No punch can truly be older, in UTC seconds (D.8, 10).
    let earliestPunch: Int64

    init(book: Book, facts: [Fact], dates: ClosedRange<LocalDate>, asOf: Instant, isClosing: Bool) {
        self.book = book
        self.resolver = DayResolver(book)
        let plan = book.plan(on: dates.upperBound) ?? book.plans.last
        self.zone = plan?.zone ?? .utc
        self.clockKnobs = plan?.knobs ?? Knobs()
        // A form for the week may have been filed on a date of the next or last month (R-1301).
        let written = dates.lowerBound.advanced(byDays: -7)...dates.upperBound.advanced(byDays: 7)
        self.facts = KnownFacts(facts, dates: written, asOf: asOf, zone: zone)
        self.machines = Machines(book: book, facts: self.facts, zone: zone, knobs: clockKnobs, asOf: asOf)
        self.cards = self.facts.cardRegister(book)
        self.asOf = asOf
        self.isClosing = isClosing
        self.now = zone.local(at: asOf)
        self.stays = Dictionary(grouping: book.people, by: \.id)
        self.people = Dictionary(book.people.map { ($0.id, $0) }) { _, later in later }
        let firstPlan = book.plans.map(\.from).min() ?? .first
        self.earliestPunch = Int64(firstPlan.dayNumber - Self.quarantineDays) * 86_400
    }

    /// Days beyond the plan's beginning, or a punch's arrival, in which a time can still be true (D.8, 10).
    static let quarantineDays = 366

    /// Whether the person belongs to the school on a date; of whom people.csv says nothing, nothing speaks against it.
    func isHere(_ person: PersonID, on date: LocalDate) -> Bool {
        stays[person].map { $0.contains { $0.isHere(on: date) } } ?? true
    }
}
