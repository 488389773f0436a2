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
    let people: [PersonID: Person]
    /// Who had which card, and when.
    let cards: CardRegister

    init(book: Book, facts: [Fact], dates: ClosedRange<LocalDate>, asOf: Instant) {
        self.book = book
        self.resolver = DayResolver(book)
        self.zone = (book.plan(on: dates.upperBound) ?? book.plans.last)?.zone ?? .utc
        self.facts = KnownFacts(facts, dates: dates, asOf: asOf, zone: zone)
        self.machines = Machines(book: book, facts: self.facts, zone: zone, asOf: asOf)
        self.cards = self.facts.cardRegister(book)
        self.asOf = asOf
        self.now = zone.local(at: asOf)
        self.people = Dictionary(book.people.map { ($0.id, $0) }) { _, later in later }
    }
}

/// Seconds since the midnight that begins a service date; more than 86,400 after the next midnight (C-13).
typealias DaySecond = Int

extension Knobs {
    /// Where a time of the plan lies in the service day: times before `dayStart` belong to the next morning.
    func second(of time: LocalTime) -> DaySecond {
        time < dayStart ? time.secondOfDay + 86_400 : time.secondOfDay
    }

    /// The end, exclusive, of an interval that is closed at `time` in displayed minutes, or seconds (C-02).
    func closedEnd(of time: LocalTime) -> DaySecond {
        let second = second(of: time)
        return precision == .minute ? (second / 60 + 1) * 60 : second + 1
    }

    var serviceDay: Range<DaySecond> { dayStart.secondOfDay..<dayStart.secondOfDay + 86_400 }
}

extension LocalDateTime {
    /// Seconds since the midnight that begins `date`.
    func second(on date: LocalDate) -> DaySecond {
        Int(clamping: wallSeconds - Int64(date.dayNumber) * 86_400)
    }
}

extension LocalDate {
    /// The wall-clock moment `second` seconds after this date's midnight.
    func moment(_ second: DaySecond) -> LocalDateTime {
        LocalDateTime(wallSeconds: Int64(dayNumber) * 86_400 + Int64(second))
    }
}
