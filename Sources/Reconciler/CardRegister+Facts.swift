package import AttendanceModel
package import TextCodec
package import Timetable

extension CardRegister {
    /// The register as known at `asOf`: the book's cards and the `card` and `reader` facts that are not withdrawn.
    ///
    /// `facts` may hold others besides; `retract` facts must be among them. `zone` is the school's: cards are given out
    /// and lost by its wall clock.
    package init(_ book: Book, facts: [Fact], asOf: Instant, zone: ZoneRules) {
        self = KnownFacts(facts, dates: LocalDate.first...LocalDate.first, asOf: asOf, zone: zone).cardRegister(book)
    }

    /// The kinds of fact that say whose a card is.
    package static let kinds: Set<FactKind> = [.card, .reader, .retract]
}

extension KnownFacts {
    func cardRegister(_ book: Book) -> CardRegister {
        CardRegister(
            book.cards,
            claims: entered(.card).compactMap { entered in
                CardClaim(fact: entered.seq, entered.entry, said: entered.recorded, noted: entered.noted)
            },
            readers: entered(.reader).compactMap { ReaderClaim($0.entry) })
    }
}
