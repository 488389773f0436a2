/// How a reader writes a card's number (card-readers.md 2.2); the raw values are the words of the configuration.
package enum CardFormat: String, CaseIterable, Sendable, Hashable {
    /// Ten hex digits: the 40 bits of an EM4100 card (rule 1).
    case hex10
    /// The 40 bits as one number of 13 digits, "10H13D" (rule 2).
    case dec13
    /// The 40 bits as one number of 14 digits, "IK2" (rule 2).
    case dec14
    /// The 40 bits with the bits of each byte reversed, as 15 digits, "IK3" (rule 3).
    case dec15BitReversed = "dec15-bitrev"
    /// The 32-bit number as ten digits, "8H10D" (rule 4).
    case dec10
    /// The low 24 bits as eight digits, "6H8D" (rule 5).
    case dec8
    /// Facility and card, `FFF,CCCCC`, with `, . : -` or space between, or nothing: 24 bits (rule 6).
    case threePlusFive = "3+5"
    /// High and low half, `HHHHH,LLLLL`, separated as in `3+5`: 32 bits (rule 7).
    case fivePlusFive = "5+5"
    /// The 32-bit number as eight hex digits (rule 8).
    case hex8
    /// The 32-bit number as eight hex digits, last byte first (rule 9).
    case hex8Reversed = "hex8-reversed"
    /// The low 24 bits as six hex digits (rule 10).
    case hex6
    /// A UID in Get-UID order, 4, 7, 8 or 10 bytes in hex, with `: - .` or space between bytes, or nothing (rules 11, 12).
    case uidHex = "uid-hex"
    /// The bits of a Wiegand message as `0` and `1`, first bit first, parity bits included (rules 13 to 15).
    case wiegandBits = "wiegand-bits"
    /// The complement of the low 24 bits as eight digits: a Wiegand reader with D0 and D1 exchanged (2.4).
    case inverted24 = "wiegand-bits-inverted24"
}

/// Which byte of a UID comes first in the number that other readers make of the same card (card-readers.md 2.2).
package enum UIDOrder: String, CaseIterable, Sendable, Hashable {
    /// The number is U3 U2 U1 U0: what four independent reports show, hence the default.
    case littleEndian = "le"
    /// The number is U0 U1 U2 U3: readers set to reverse the bytes.
    case bigEndian = "be"
}

/// Why a text is not a card number in the format that the reader is said to use.
package enum CardNumberError: Error, Hashable, Sendable {
    /// A character or separator that the format does not have.
    case characters(String, CardFormat)
    /// More or fewer characters than the format has.
    case length(String, CardFormat, expected: String)
    /// A number too large for the format's bits.
    case range(String, CardFormat, largest: UInt64)
    /// A parity bit of a Wiegand message is wrong.
    case parity(String)
}
