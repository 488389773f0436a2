/// What a `card` fact says happened to a card.
package enum CardStatus: String, CaseIterable, Sendable, Hashable {
    /// It is this person's from then on.
    case issued
    /// It is lent to this person until a stated end (C-46).
    case temporary
    /// Nobody may use it from then on; a punch with it is a matter of security (C-45).
    case lost
    /// It was lost and is its holder's again.
    case found
    /// It was handed back: nobody has it from then on.
    case returned
}
