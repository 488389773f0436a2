/// One physical card as far as one reading tells: the canonical number of card-readers.md 2.1.
package struct CardNumber: Hashable, Sendable {
    /// The 32-bit number in number order (what an "8H10D" wedge types): the key when it is known.
    package let n32: UInt32?
    /// The low 24 bits (what Wiegand-26, "3+5" and 8-digit readers give); in agreement with `n32` when both are there.
    package let n24: UInt32?
    /// Everything that was read, in upper-case hex: the 40 bits of an EM4100 card, or a UID in Get-UID order.
    package let full: String?

    package init(n32: UInt32, full: String? = nil) {
        self.n32 = n32
        self.n24 = n32 & 0xFF_FFFF
        self.full = full
    }

    package init(n24: UInt32) {
        self.n32 = nil
        self.n24 = n24 & 0xFF_FFFF
        self.full = nil
    }

    /// A card that no other kind of reader sees alike: bits only.
    package init(full: String) {
        self.n32 = nil
        self.n24 = nil
        self.full = full
    }

    /// Whether this is a UID of seven bytes of NXP, which all begin with 04: its 24 bits hold that byte and vary in 16.
    package var isLongNXP: Bool { full.map { $0.utf8.count == 14 && $0.hasPrefix("04") } ?? false }

    package enum Match: Sendable { case same, different, possible }

    /// Compares two readings (card-readers.md 2.6): `full` if both have it, else n32, else n24.
    ///
    /// `possible` means that only 24 bits agree: enough to find a person when just one card fits, never to choose.
    package func match(_ other: CardNumber) -> Match {
        if let full, let theirs = other.full, full.utf8.count == theirs.utf8.count {
            return full == theirs ? .same : .different
        }
        if let n32, let theirs = other.n32 { return n32 == theirs ? .same : .different }
        if let n24, let theirs = other.n24 { return n24 == theirs ? .possible : .different }
        return .different
    }
}

/// `value` in upper-case hex with leading zeros up to `width`.
package func upperHex(_ value: some UnsignedInteger, width: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
