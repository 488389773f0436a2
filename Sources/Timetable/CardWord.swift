package import AttendanceModel
import TextCodec

/// Reads a card as people write it: in cards.csv, in facts.csv and on a command line.
package enum CardWord {
    package enum Reading: Hashable, Sendable {
        case key(CardKey)
        /// The text fits several formats, each with its number; never guessed (card-readers.md 2.4).
        case several([CardFormat: CardNumber])
        case failed(FindingKind)
    }

    /// `0x9A1F`, `104,22155`, `dec10:0004886044`, `gate/12`, and what facts store: `card:…`, `short:…`, `hall/raw:…`.
    package static func read(_ text: String) -> Reading {
        let text = NameFolding.ascii(text)
        if let key = CardKey(text) { return .key(key) }
        if let colon = text.firstIndex(of: ":"), let profile = CardProfile(text[..<colon]) {
            return number(NameFolding.trimmed(text[text.index(after: colon)...]), profile)
        }
        return number(text)
    }

    /// A card's number that stands alone, `0x` before it or in one of the formats.
    static func number(_ text: String, order: UIDOrder = .littleEndian) -> Reading {
        if let number = prefixedHexadecimal(text) { return .key(CardKey(.card(number))) }
        let formats = CardFormat.candidates(text)
        guard let format = formats.first else {
            return .failed(.wrongCell(column: "card", text: text, expected: .card))
        }
        if formats.count == 1 { return number(text, CardProfile(format: format, uidOrder: order)) }
        let readings = formats.compactMap { format in (try? CardNumber.read(text, as: format)).map { (format, $0) } }
        return .several(Dictionary(readings) { first, _ in first })
    }

    /// A number in a stated format; Excel drops leading zeros, so that it may have fewer digits than readers send.
    static func number(_ text: String, _ profile: CardProfile) -> Reading {
        let padded = CardProfile(
            format: profile.format, uidOrder: profile.uidOrder, zerosDropped: true, twist: profile.twist)
        do throws(CardNumberError) {
            let number = try padded.read(text)
            if let reason = CardNumber.refusal(ofEnrolling: text, as: profile.format) {
                return .failed(.cardNotForEnrolment(text: text, reason: reason))
            }
            return .key(CardKey(.card(number)))
        } catch {
            return .failed(.unreadableCard(text: text, reason: error))
        }
    }

    /// `0x9A1F`: the number itself; with ten digits, all 40 bits of an EM4100 card.
    private static func prefixedHexadecimal(_ text: String) -> CardNumber? {
        guard text.hasPrefix("0x") || text.hasPrefix("0X") else { return nil }
        let digits = text.dropFirst(2)
        if digits.count == 10 { return try? CardNumber.read(digits, as: .hex10) }
        guard (1...8).contains(digits.count), digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt32(digits, radix: 16).map { CardNumber(n32: $0) }
    }
}

extension CardWord.Reading {
    /// What to report of `text`, unless it is one card.
    package func finding(_ text: String) -> FindingKind? {
        switch self {
        case .key: nil
        case .several(let numbers):
            .ambiguousCard(
                text: text,
                readings: numbers.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    "\($0.key.rawValue) = \(Credential.card($0.value).subject)"
                })
        case .failed(let kind): kind
        }
    }
}
