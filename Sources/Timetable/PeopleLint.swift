import AttendanceModel

/// Checks people, cards and rates against each other.
struct PeopleLint {
    private let book: Book
    private let hasRates: Bool

    init(_ book: Book, hasRates: Bool) {
        self.book = book
        self.hasRates = hasRates
    }

    func findings() -> [Finding] { rateFindings() + cardFindings() }

    /// Persons from outside are paid by their own contract (C-113).
    private func rateFindings() -> [Finding] {
        guard hasRates else { return [] }
        let rates = Set(book.rates.map(\.pay))
        return book.people.compactMap { person in
            guard let pay = person.pay, person.kind != "external", !rates.contains(pay) else { return nil }
            return Finding(
                file: Document.Kind.people.fileName, line: person.line,
                .rateMissing(pay: pay, person: person.id.text))
        }
    }

    /// A card of two persons at once, and a person with two cards at once (C-44).
    private func cardFindings() -> [Finding] {
        var findings: [Finding] = []
        for (index, second) in book.cards.enumerated() {
            var others: [CardAssignment] = []
            for first in book.cards[..<index] where overlap(first, second) {
                if isSame(first, second), first.person != second.person {
                    findings.append(
                        finding(
                            second,
                            .sharedCard(
                                card: second.credential.subject, persons: [first.person.text, second.person.text],
                                otherLine: first.line)))
                }
                if first.person == second.person, first.device == nil, second.device == nil { others.append(first) }
            }
            guard !others.isEmpty else { continue }
            let cards = (others + [second]).map(\.credential.subject)
            findings.append(finding(second, .severalCards(person: second.person.text, cards: cards)))
        }
        return findings
    }

    private func finding(_ row: CardAssignment, _ kind: FindingKind) -> Finding {
        Finding(file: Document.Kind.cards.fileName, line: row.line, kind)
    }

    private func isSame(_ first: CardAssignment, _ second: CardAssignment) -> Bool {
        switch (first.credential, second.credential) {
        case (.card(let one), .card(let other)): one.match(other) == .same
        case (.machineUser(let one), .machineUser(let other)): one == other && first.device == second.device
        default: false
        }
    }

    /// Whether the half-open validities have a moment in common.
    private func overlap(_ first: CardAssignment, _ second: CardAssignment) -> Bool {
        let startsBeforeEnd = second.to.map { end in first.from.map { $0 < end } ?? true } ?? true
        let endsAfterStart = first.to.map { end in second.from.map { $0 < end } ?? true } ?? true
        return startsBeforeEnd && endsAfterStart
    }
}
