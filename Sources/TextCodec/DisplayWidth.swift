/// How many columns text takes on a terminal or in a fixed-width printout, without asking the locale.
///
/// East Asian wide characters and emoji take two, combining marks none, everything else (ambiguous ones too) one.
package enum DisplayWidth {
    package enum Side: Sendable, Hashable { case left, right }

    /// Columns of `text`, which should be one line.
    package static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// Columns of one character as people see it: 0, 1 or 2.
    package static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return (0x20..<0x7F).contains(ascii) ? 1 : 0 }
        var width = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { return 2 }  // asks for the emoji form of what precedes it
            width = max(width, of(scalar))
        }
        return width
    }

    /// `text` with spaces up to `width` columns, on the right when it is aligned to the left; never cut.
    package static func pad(_ text: String, to width: Int, align side: Side = .left) -> String {
        let missing = width - of(text)
        guard missing > 0 else { return text }
        let spaces = String(repeating: " ", count: missing)
        return side == .left ? text + spaces : spaces + text
    }

    /// `text` in at most `width` columns; what is cut off shows as `…`.
    package static func truncate(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        guard width > 0 else { return "" }
        var kept = ""
        var used = 1
        for character in text {
            used += of(character)
            guard used <= width else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator, .surrogate:
            return 0
        default: break
        }
        // Hangul vowels and finals join the syllable before them; flags are two regional indicators in two columns.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }
        return isWide(scalar.value) ? 2 : 1
    }

    private static func isWide(_ value: UInt32) -> Bool {
        var low = 0
        var high = eastAsianWideRanges.count
        while low < high {
            let middle = (low + high) / 2
            if eastAsianWideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < eastAsianWideRanges.count && eastAsianWideRanges[low].contains(value)
    }
}
