import Reports
import TextCodec
import Timetable

extension Finding {
    /// The whole finding with its place, fit for a terminal.
    var description: Phrase {
        Phrase(description(in: .english).printable, description(in: .chinese).printable)
    }

}

extension FindingKind {
    /// What is wrong and what to do, without the place.
    var phrase: Phrase {
        Phrase(sentence(in: .english).printable, sentence(in: .chinese).printable)
    }
}

extension String {
    /// Without control characters, and no longer than a paragraph: a finding quotes cells of any file.
    var printable: String {
        let clean = String(
            String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 })
        )
        guard clean.count > Self.longestQuote else { return clean }
        return clean.prefix(Self.longestQuote / 2) + "…" + clean.suffix(Self.longestQuote / 4)
    }

    private static let longestQuote = 400
}
