/// Which card is meant where cards are given out: a card's number, a machine's own user id, or what one reader writes.
package struct CardKey: Hashable, Sendable {
    package let credential: Credential
    /// The machine of a user id; the reader whose writing a `raw:` text is. Nil for a number that all readers share.
    package let device: DeviceID?

    package init(_ credential: Credential, device: DeviceID? = nil) {
        self.credential = credential
        self.device = device
    }

    /// The key of what `device` saw: a number is a card everywhere, a user id or an unread text is that device's.
    package init(seen credential: Credential, at device: DeviceID) {
        switch credential {
        case .machineUser: self.init(credential, device: device)
        case .card(let number): self.init(credential, device: number.n24 == nil ? device : nil)
        }
    }

    /// As facts store it: `card:E3086CED/62E3086CED`, `short:086CED`, `gate/12`, `hall/raw:0004886044`.
    package var text: String {
        guard let device else { return credential.subject }
        if case .machineUser(let id) = credential { return "\(device)/\(id)" }
        return "\(device)/\(credential.subject)"
    }

    /// Reads what `text` wrote; nil for anything else.
    package init?(_ text: some StringProtocol) {
        if let credential = Credential(subject: String(text)) {
            guard case .card = credential else { return nil }
            self.init(credential)
            return
        }
        guard let slash = text.firstIndex(of: "/"), slash != text.startIndex else { return nil }
        let rest = text[text.index(after: slash)...]
        guard !rest.isEmpty else { return nil }
        let device = DeviceID(String(text[..<slash]))
        if rest.hasPrefix("raw:"), let credential = Credential(subject: String(rest)) {
            self.init(credential, device: device)
        } else {
            self.init(.machineUser(String(rest)), device: device)
        }
    }
}
