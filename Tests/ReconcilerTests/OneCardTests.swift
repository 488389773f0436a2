import AttendanceModel
import Reconciler
import Testing
import Timetable

/// One physical card on four kinds of reader is one person, from the bytes of each reader to the ledger.
///
/// Bytes are those of the vectors where they have the card, and otherwise made by their rules for the same card.
@Suite struct OneCardTests {
    /// What a wedge types: the usages of HID reports, one a digit, as `hid-keyboard.jsonl` has them.
    private static func typed(_ usages: [UInt8]) -> String {
        String(usages.compactMap { $0 == 0x27 ? "0" : (0x1E...0x26).contains($0) ? Character("\($0 - 0x1D)") : nil })
    }

    /// The ten digits between STX and the check digits of an RDM6300 frame.
    private static func rdm6300(_ frame: [UInt8]) -> String { String(decoding: frame[1..<11], as: UTF8.self) }

    /// The UID in a CCID answer to Get UID: ten bytes of header before it, 90 00 after it.
    private static func ccid(_ message: [UInt8]) -> CardNumber { .uid(Array(message[10..<(10 + Int(message[1]) - 2)])) }

    /// The card in an OSDP RAW reply with CRC: reader, format, count of bits and bits from byte 6 on.
    private static func osdp(_ frame: [UInt8]) throws -> CardNumber {
        try CardNumber.wiegand(bitCount: Int(frame[8]), leftJustified: Array(frame[10..<(frame.count - 2)]))
    }

    struct Reading: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What cards.csv says, once for the card.
        let enrolled: String
        let credential: Credential
        /// How the reader at the gate was taught, if its texts say nothing by themselves.
        var taught: String?
    }

    private static let uidCard = "0x7186A61E,T012,,,"
    private static let emCard = "62E3086CED,T012,,,"

    static let readings: [Reading] = {
        func number(_ name: String, _ card: String, _ read: () throws -> CardNumber) -> Reading? {
            (try? read()).map { Reading(testDescription: name, enrolled: card, credential: .card($0)) }
        }
        func text(_ name: String, _ card: String, _ text: String, taught: String) -> Reading {
            Reading(
                testDescription: name, enrolled: card, credential: .card(CardNumber(full: text)), taught: taught)
        }
        let all: [Reading?] = [
            // A MIFARE card, UID 1EA68671: number 7186A61E, low 24 bits 86A61E.
            number("CCID", uidCard) {
                ccid([0x80, 6, 0, 0, 0, 0, 5, 0, 0, 0, 0x1E, 0xA6, 0x86, 0x71, 0x90, 0x00])
            },
            number("OSDP RAW of 32 bits", uidCard) {
                try osdp([
                    0x53, 0x81, 0x10, 0x00, 0x07, 0x50, 0x00, 0x00, 0x20, 0x00, 0x1E, 0xA6, 0x86, 0x71, 0xEE, 0x81,
                ])
            },
            number("OSDP RAW of 26 bits", uidCard) {
                // 1 · 86A61E · 1
                try osdp([
                    0x53, 0x81, 0x10, 0x00, 0x06, 0x50, 0x00, 0x01, 0x1A, 0x00, 0xC3, 0x53, 0x0F, 0x40, 0x00, 0x00,
                ])
            },
            text(
                "wedge, ten digits", uidCard,
                typed([0x1E, 0x26, 0x27, 0x21, 0x23, 0x21, 0x26, 0x24, 0x22, 0x25, 0x28]), taught: "dec10"),
            text("line reader, UID", uidCard, "1EA68671", taught: "uid-hex"),
            text("line reader, bytes reversed", uidCard, "7186A61E", taught: "hex8"),
            text("line reader, 3+5", uidCard, "134,42526", taught: "3+5"),
            // An EM4100 card, 62E3086CED: number E3086CED.
            number("RDM6300", emCard) {
                let frame: [UInt8] = [
                    0x02, 0x36, 0x32, 0x45, 0x33, 0x30, 0x38, 0x36, 0x43, 0x45, 0x44, 0x30, 0x38, 0x03,
                ]
                return try CardNumber.read(rdm6300(frame), as: .hex10)
            },
            text(
                "wedge, ten digits of an EM card", emCard,
                typed([0x20, 0x25, 0x27, 0x25, 0x26, 0x25, 0x27, 0x1F, 0x27, 0x22, 0x28]), taught: "dec10"),
            text("wedge that drops zeros", "0x0002DC6C,T012,,,", "187500", taught: "dec10 zeros"),
            number("OSDP RAW of 26 bits of an EM card", emCard) {
                // 1 · 086CED · 1
                try osdp([
                    0x53, 0x81, 0x10, 0x00, 0x06, 0x50, 0x00, 0x01, 0x1A, 0x00, 0x84, 0x36, 0x76, 0xC0, 0x00, 0x00,
                ])
            },
        ]
        return all.compactMap(\.self)
    }()

    @Test func noReadingIsLeftOut() { #expect(Self.readings.count == 11) }

    @Test(arguments: readings)
    func isThePerson(_ reading: Reading) throws {
        var given = """
            +cards \(reading.enrolled)
            fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
            punch \(reading.credential.subject) A 07:05:10 live
            expect M met
            """
        if let taught = reading.taught { given += "\nfact reader,,,,,,,A,L001,,,,,\(taught)" }
        let lines = given.split(separator: "\n").map { String($0) }
        #expect(try Case(title: reading.testDescription, lines: lines).failures() == [])
        let unknown = Case(title: reading.testDescription, lines: Array(lines.dropFirst()))
        #expect(try unknown.failures() != [], "the card decides, nothing else")
    }
}
