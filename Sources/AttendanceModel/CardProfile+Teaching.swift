extension CardProfile {
    /// The profiles under which `text` is the card whose number is known (card-readers.md 2.5).
    ///
    /// One left: it is this reader's profile. More: another card decides. None: this reader's cards are enrolled apart.
    /// Left-out zeros, and after them twisted bits, are tried only when nothing else fits. Of two profiles that never
    /// say different numbers, the one that says them of more texts is left, or the one that claims less.
    package static func teaching(_ text: some StringProtocol, is known: CardNumber) -> [CardProfile] {
        let formats = CardFormat.candidates(text)
        let exact = formats.flatMap { format in
            let orders = format == .uidHex || format == .wiegandBits ? UIDOrder.allCases : [.littleEndian]
            return orders.map { CardProfile(format: format, uidOrder: $0) }
        }
        // A reader that leaves zeros out never begins with one.
        let dropped = text.utf8.first == 0x30 ? [] : canDropZeros.filter { !formats.contains($0) }
        let tried = [
            exact, dropped.map { CardProfile(format: $0, zerosDropped: true) },
            formats.filter(canBeTwisted.contains).flatMap { CardProfile(format: $0).twists },
        ]
        return tried.lazy.map { distinct($0.filter { $0.gives(known, from: text) }) }.first { !$0.isEmpty } ?? []
    }

    /// The same for what the log has of a presentation.
    ///
    /// A number that somebody's configuration could read is asked only for the order of its bytes and for twists.
    package static func teaching(seen: CardNumber, is known: CardNumber) -> [CardProfile] {
        if seen.n24 == nil, let text = seen.full { return teaching(text, is: known) }
        if seen.match(known) != .different { return [] }
        let tried =
            seen.full == nil
            ? CardProfile(format: seen.n32 == nil ? .hex6 : .hex8).twists
            : [CardProfile(format: .uidHex, uidOrder: .bigEndian)]
        return tried.filter { $0.gives(known, from: seen) }
    }

    /// The profiles under which every known card is among what one reader has seen so far.
    package static func teaching(_ seen: [CardNumber], are known: [CardNumber]) -> [CardProfile] {
        let tried = known.flatMap { card in seen.flatMap { teaching(seen: $0, is: card) } }
        let fitting = tried.reduce(into: [CardProfile]()) { found, profile in
            let isAll = known.allSatisfy { card in seen.contains { profile.gives(card, from: $0) } }
            if isAll, !found.contains(profile) { found.append(profile) }
        }
        // Where nothing was left out, nobody says that the reader leaves zeros out.
        return distinct(fitting.filter { !$0.zerosDropped || !fitting.contains(CardProfile(format: $0.format)) })
    }

    /// The cards of which one presentation would leave a single profile, whichever of `profiles` is the true one.
    package static func deciding(_ profiles: [CardProfile], among cards: [CardNumber]) -> [CardNumber] {
        cards.filter { card in
            profiles.allSatisfy { truth in
                guard let text = truth.write(card) else { return false }
                return profiles.filter { $0.gives(card, from: text) } == [truth]
            }
        }
    }

    /// Whether a text read under this profile agrees with every part of `known` that both have.
    package func gives(_ known: CardNumber, from text: some StringProtocol) -> Bool {
        guard let card = try? read(text) else { return false }
        return card.match(known) != .different
    }

    /// The same for what the log has of a presentation; a reader that leaves zeros out never begins with one.
    private func gives(_ known: CardNumber, from seen: CardNumber) -> Bool {
        if seen.n24 == nil, zerosDropped, seen.full?.utf8.first == 0x30 { return false }
        return read(seen: seen).map { $0.match(known) != .different } ?? false
    }

    private var twists: [CardProfile] {
        Twist.allCases.map { CardProfile(format: format, twist: $0) }
    }

    /// `dec13` is not among them: without its zeros it is `dec14` without its own.
    private static let canDropZeros: [CardFormat] = [
        .dec10, .dec8, .dec14, .threePlusFive, .fivePlusFive, .hex8, .hex6, .hex10,
    ]

    private static let canBeTwisted: [CardFormat] = [.dec10, .dec8, .threePlusFive, .fivePlusFive, .hex8, .hex6]

    private static func distinct(_ profiles: [CardProfile]) -> [CardProfile] {
        profiles.filter { profile in
            switch (profile.format, profile.uidOrder) {
            // As UID the same number, and of longer UIDs, too.
            case (.hex8Reversed, _): !profiles.contains(CardProfile(format: .uidHex))
            // The same number; that the text is a UID is one claim more, which a UID reader would contradict.
            case (.uidHex, .bigEndian): !profiles.contains(CardProfile(format: .hex8))
            // The same number up to ten digits, and no claim about the eight bits above.
            case (.dec14, _) where profile.zerosDropped:
                !profiles.contains(CardProfile(format: .dec10, zerosDropped: true))
            case (.hex10, _) where profile.zerosDropped:
                !profiles.contains(CardProfile(format: .hex8, zerosDropped: true))
            default: true
            }
        }
    }
}
