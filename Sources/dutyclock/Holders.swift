import AttendanceModel
import Reconciler
import TextCodec
import Timetable

/// Whose card or user id a credential was at a moment, for lists; the reconciler judges the doubtful cases.
struct Holders: Sendable {
    private let cards: [CardAssignment]
    private let zone: ZoneRules

    init(_ book: Book, _ zone: ZoneRules) {
        self.cards = book.cards
        self.zone = zone
    }

    /// The one person who held the credential then; nil for none or several.
    var holder: @Sendable (Fact) -> PersonID? {
        { fact in
            guard case .punch(let punch) = fact.body else { return nil }
            let when = punch.wall ?? zone.local(at: fact.at ?? fact.recorded)
            let fitting = cards.filter { card in
                fits(card, punch.credential, on: DeviceID(fact.source))
                    && (card.from.map { $0 <= when } ?? true) && (card.to.map { when < $0 } ?? true)
            }
            let people = Set(fitting.map(\.person))
            return people.count == 1 ? people.first : nil
        }
    }

    private func fits(_ card: CardAssignment, _ credential: Credential, on device: DeviceID) -> Bool {
        switch (card.credential, credential) {
        case (.machineUser(let id), .machineUser(let read)):
            id == read && (card.device.map { $0 == device } ?? true)
        case (.card(let known), .card(let read)): known.match(read) != .different
        default: false
        }
    }
}
