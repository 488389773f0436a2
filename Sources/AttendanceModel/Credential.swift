/// What a reader or machine saw of a person: a card, or a user id of that machine's own.
package enum Credential: Hashable, Sendable {
    case card(CardNumber)
    /// The machine's own user id, leading zeros kept; it means nothing on another machine (C-47).
    case machineUser(String)

    /// The text stored as a punch's subject.
    ///
    /// `card:E3086CED/62E3086CED` (n32, then everything read), `card:E3086CED`, `short:086CED` (24 bits only),
    /// `raw:…` (bits only), `user:213`.
    package var subject: String {
        switch self {
        case .machineUser(let id): return "user:\(id)"
        case .card(let card):
            if let n32 = card.n32 {
                return "card:\(upperHex(n32, width: 8))" + (card.full.map { "/\($0)" } ?? "")
            }
            if let n24 = card.n24 { return "short:\(upperHex(n24, width: 6))" }
            return "raw:\(card.full ?? "")"
        }
    }

    /// Reads what `subject` wrote; nil for the subject of another kind of fact.
    package init?(subject: String) {
        guard let colon = subject.firstIndex(of: ":") else { return nil }
        let rest = subject[subject.index(after: colon)...]
        switch subject[..<colon] {
        case "user": self = .machineUser(String(rest))
        case "raw": self = .card(CardNumber(full: String(rest)))
        case "short":
            guard let n24 = UInt32(rest, radix: 16) else { return nil }
            self = .card(CardNumber(n24: n24))
        case "card":
            let parts = rest.split(separator: "/", maxSplits: 1)
            guard let number = parts.first, let n32 = UInt32(number, radix: 16) else { return nil }
            self = .card(CardNumber(n32: n32, full: parts.count > 1 ? String(parts[1]) : nil))
        default: return nil
        }
    }
}
