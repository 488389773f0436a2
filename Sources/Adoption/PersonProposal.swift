package import AttendanceModel
package import Timetable

/// Who an id could be, by what people.csv and cards.csv say; the school decides.
package struct PersonProposal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The export calls the id by the name that one person has.
        case name(String)
        /// A user list gives the id a card that is already a person's.
        case card
        /// The id is the person's own in people.csv.
        case id
        /// Several persons have the name.
        case namesakes(String, [PersonID])
        /// The card is one person's and the name another's.
        case contradiction(card: PersonID, name: PersonID)
        /// No name and no card; the number in this person's id is the same, which is no more than a hint.
        case sameNumber(PersonID)
        /// No name and no card.
        case nothing
        /// Nobody in people.csv has the name.
        case stranger(String)
        /// Not used for so long that no duty to come needs it.
        case unused
    }

    package let person: PersonID?
    package let reason: Reason
    /// From when on the id is this person's, on the machine's wall clock; nil from the beginning.
    package let from: LocalDate?
    /// Until before when; nil without an end.
    package let to: LocalDate?
}

/// Proposes persons for ids.
package struct PersonProposer: Sendable {
    private let people: [Person]
    private let cards: [UInt32: PersonID]

    /// Days without use, before the latest row of all machines, after which nobody need be asked about an id.
    private static let longAgo = 120

    package init(people: [Person], cards: [CardAssignment]) {
        self.people = people
        var owners: [UInt32: Set<PersonID>] = [:]
        for row in cards {
            guard case .card(let number) = row.credential, let n32 = number.n32 else { continue }
            owners[n32, default: []].insert(row.person)
        }
        self.cards = owners.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// One proposal, or two when the id seems to have changed hands; `newest` is the latest row of all machines.
    package func proposals(for id: FoundID, newest: LocalDateTime?) -> [PersonProposal] {
        let isOld = newest.map { newest in
            id.last.map { newest.date.dayNumber - $0.date.dayNumber > Self.longAgo } ?? true
        }
        guard let change = id.change else {
            return [proposal(id, name: id.names.last?.text, card: id.card, isOld: isOld ?? true, from: nil, to: nil)]
        }
        var names: (String?, String?) = (nil, id.names.last?.text)
        if case .name(let old, let new) = change.sign { names = (old, new) }
        return [
            proposal(id, name: names.0, card: nil, isOld: true, from: nil, to: change.first),
            proposal(id, name: names.1, card: id.card, isOld: isOld ?? true, from: change.first, to: nil),
        ]
    }

    private func proposal(
        _ id: FoundID, name: String?, card: UInt32?, isOld: Bool, from: LocalDate?, to: LocalDate?
    ) -> PersonProposal {
        let namesakes = name.map { name in people.filter { Self.isCalled($0, name) } } ?? []
        let byName = namesakes.count == 1 ? namesakes.first?.id : nil
        let byCard = card.flatMap { cards[$0] }
        func made(_ person: PersonID?, _ reason: PersonProposal.Reason) -> PersonProposal {
            PersonProposal(person: person, reason: reason, from: from, to: to)
        }
        if let byCard, let byName, byCard != byName { return made(nil, .contradiction(card: byCard, name: byName)) }
        if let byCard { return made(byCard, .card) }
        if let byName, let name { return made(byName, .name(name)) }
        if people.contains(where: { $0.id.text == id.id }) { return made(PersonID(id.id), .id) }
        if isOld { return made(nil, .unused) }
        if let name, namesakes.count > 1 { return made(nil, .namesakes(name, namesakes.map(\.id).sorted())) }
        if let name { return made(nil, .stranger(name)) }
        let hinted = people.filter { Self.number($0.id.text) == Self.number(id.id) && Self.number(id.id) != nil }
        return made(nil, hinted.count == 1 ? .sameNumber(hinted[0].id) : .nothing)
    }

    /// The digits at the end of an id without zeros in front: T012 and 012 are 12.
    private static func number(_ id: String) -> Substring? {
        let digits = id.drop { !$0.isASCII || !$0.isNumber }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return digits.drop { $0 == "0" }
    }

    /// A machine cuts long names off, so that a name of eight letters or more may be the beginning of a longer one.
    private static func isCalled(_ person: Person, _ name: String) -> Bool {
        if person.name == name { return true }
        return name.utf8.count >= 8 && person.name.hasPrefix(name)
    }
}
