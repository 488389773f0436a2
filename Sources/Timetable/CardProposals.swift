package import AttendanceModel
import TextCodec

/// What a machine calls one of its user ids: a row of `user.dat`, or the name column of an export.
package struct MachineName: Hashable, Sendable {
    package var key: CardKey
    /// As the machine has it, perhaps cut.
    package var name: String
    /// How many bytes of its encoding a machine of this kind keeps of a name; several when it is not known.
    package var rooms: [Int]

    package init(key: CardKey, name: String, rooms: [Int] = []) {
        self.key = key
        self.name = name
        self.rooms = rooms
    }

    /// Whether the name fills its room, so that more of it may be missing; a cut character leaves some bytes free.
    var mayBeCut: Bool {
        let name = NameFolding.ascii(name)
        let national = name.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        return rooms.contains { (($0 - 1)...$0).contains(national) || (($0 - 2)...$0).contains(name.utf8.count) }
    }
}

/// That a card or id may be a person's, and why; it becomes a fact only when somebody accepts it.
package struct CardProposal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The machine has exactly this person's name for it.
        case sameName(String)
        /// The machine's name is the beginning of this person's, cut where the machine's room ends.
        case cutName(String)
        /// The machine's id is the number in this person's id: 12 and T012.
        case sameNumber
        /// The same id is this person's on another machine.
        case otherMachine(DeviceID)
        /// The text is this person's card if the reader writes numbers so; teach the reader instead of enrolling.
        case readAs(CardProfile)
    }

    package var key: CardKey
    package var person: PersonID
    package var reason: Reason
    /// Whether it may be accepted without a look: only a whole name that one person has, and no other proposal.
    package var isCertain: Bool

    package init(key: CardKey, person: PersonID, reason: Reason, isCertain: Bool = false) {
        self.key = key
        self.person = person
        self.reason = reason
        self.isCertain = isCertain
    }
}

/// Proposes whose the unknown cards and ids of a school are.
///
/// Pure and total: nothing is written, and nothing but a name is ever certain.
package struct CardProposals: Sendable {
    private let people: [Person]
    private let holdings: [CardRegister.Holding]
    private let byName: [String: [Person]]
    private let names: [CardKey: [MachineName]]

    /// `names` are what machines call their ids, from all files at hand.
    package init(people: [Person], register: CardRegister, names: [MachineName] = []) {
        self.people = people
        holdings = register.holdings
        byName = Dictionary(grouping: people) { NameFolding.word($0.name) }
        self.names = Dictionary(grouping: names, by: \.key)
    }

    /// For every name that is nobody's yet, by machine and id.
    package func ofNames() -> [CardProposal] {
        let held = Set(holdings.map(\.key))
        let open = names.keys.filter { !held.contains($0) }
        return open.sorted { Self.order($0) < Self.order($1) }.flatMap { of($0) }
    }

    /// For one card or id, the likeliest first; empty when nothing tells.
    package func of(_ key: CardKey) -> [CardProposal] {
        var proposals: [CardProposal] = []
        func propose(_ person: PersonID, _ reason: CardProposal.Reason) {
            if !proposals.contains(where: { $0.person == person }) {
                proposals.append(CardProposal(key: key, person: person, reason: reason))
            }
        }
        for name in names[key] ?? [] {
            for person in byName[NameFolding.word(name.name)] ?? [] { propose(person.id, .sameName(name.name)) }
        }
        let isNamed = proposals.count == 1
        for name in names[key] ?? [] where name.mayBeCut {
            let start = NameFolding.word(name.name)
            for person in people where !start.isEmpty && NameFolding.word(person.name).hasPrefix(start) {
                propose(person.id, .cutName(name.name))
            }
        }
        if isNamed, proposals.count == 1 { proposals[0].isCertain = true }
        switch key.credential {
        case .machineUser(let id):
            for holding in holdings {
                if case .machineUser(id) = holding.key.credential, let device = holding.key.device,
                    device != key.device
                {
                    propose(holding.person, .otherMachine(device))
                }
            }
            for person in people where Self.number(person.id.text) == Self.number(id) && Self.number(id) != nil {
                propose(person.id, .sameNumber)
            }
        case .card(let seen):
            for holding in holdings where seen.n24 == nil {
                guard case .card(let known) = holding.key.credential else { continue }
                for profile in CardProfile.teaching(seen: seen, is: known) { propose(holding.person, .readAs(profile)) }
            }
        }
        return proposals
    }

    /// The digits at the end of an id, without leading zeros: T012 and 012 are 12.
    private static func number(_ id: String) -> Substring? {
        let digits = id.drop { !$0.isASCII || !$0.isNumber }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return digits.drop { $0 == "0" }
    }

    private static func order(_ key: CardKey) -> (String, Int, String) {
        (key.device?.text ?? "", key.text.utf8.count, key.text)
    }
}
