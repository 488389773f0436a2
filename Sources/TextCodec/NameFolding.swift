/// Makes two spellings that people take for the same compare equal.
///
/// `String`'s own `==` and hash are canonical equivalence (Unicode TR 15), so composed and decomposed characters are
/// equal without normalising; what is left to fold is full-width ASCII, letter case and stray spaces.
package enum NameFolding {
    /// Full-width letters, digits and signs (U+FF01…U+FF5E) as ASCII, ideographic and no-break spaces as spaces, without
    /// spaces at the ends: for ids, numbers and dates in cells.
    package static func ascii(_ text: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0, 0x09: folded.append(" ")
            case 0xFEFF, 0x200B: continue  // byte-order mark and zero-width space, which copying brings along
            default: folded.append(scalar)
            }
        }
        return trimmed(String(folded))
    }

    /// `ascii` in lower case and without any space, for headers and words.
    package static func word(_ text: some StringProtocol) -> String {
        String(ascii(text).lowercased().filter { $0 != " " })
    }

    /// `text` without white space and line ends at both ends.
    package static func trimmed(_ text: some StringProtocol) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
