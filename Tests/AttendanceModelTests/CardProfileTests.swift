import AttendanceModel
import Testing

@Suite struct CardProfileTests {
    private static let all: [CardProfile] = {
        var all: [CardProfile] = []
        let twists: [CardProfile.Twist?] = [nil, .inverted, .bytesReversed, .bitsReversed]
        for format in CardFormat.allCases {
            for order in UIDOrder.allCases {
                for zeros in [false, true] {
                    for twist in twists {
                        all.append(CardProfile(format: format, uidOrder: order, zerosDropped: zeros, twist: twist))
                    }
                }
            }
        }
        return all
    }()

    private static let pairs: [CardFormat] = [.threePlusFive, .fivePlusFive]
    private static let whole: [CardFormat] = [.hex10, .dec13, .dec14, .dec15BitReversed, .uidHex]

    @Test func wordsSurviveTheRoundTrip() {
        #expect(CardProfile(format: .uidHex, uidOrder: .bigEndian).text == "uid-hex be")
        #expect(CardProfile(format: .dec10, zerosDropped: true).text == "dec10 zeros")
        for profile in Self.all { #expect(CardProfile(profile.text) == profile) }
        #expect(CardProfile("dec10 inverted zeros") == CardProfile("dec10 zeros inverted"))
    }

    @Test(arguments: [
        "", "dec11", "dec10 zeros zeros", "dec10 le be", "inverted", "dec10 inverted bits-reversed", "dec10 x",
    ])
    func otherWordsAreNoProfile(_ text: String) {
        #expect(CardProfile(text) == nil)
    }

    /// What a reader writes is read back as the same card, whatever is special about the reader.
    @Test func whatIsWrittenIsReadAsTheSameCard() throws {
        let cards = [
            CardNumber(n32: 0x02B0_A5FD, full: "0102B0A5FD"), CardNumber(n32: 0xE308_6CED, full: "62E3086CED"),
            CardNumber(n32: 0x0000_0007, full: "0000000007"), CardNumber.uid([0x1E, 0xA6, 0x86, 0x71]),
            CardNumber.uid([0x04, 0xAF, 0x68, 0xDA, 0xC8, 0x5A, 0x80]), CardNumber(n24: 0x4D7603),
        ]
        var written = 0
        for profile in Self.all where profile.uidOrder == .littleEndian || profile.format == .uidHex {
            // The parts of a pair cannot be told apart when zeros and separator are both left out.
            if profile.zerosDropped, Self.pairs.contains(profile.format) { continue }
            if profile.twist != nil, Self.whole.contains(profile.format) {
                continue
            }
            for card in cards {
                guard let text = profile.write(card) else { continue }
                written += 1
                let read = try profile.read(text)
                // The order of bytes is what the card does not say.
                if profile.format == .uidHex {
                    #expect(read.full == card.full)
                } else {
                    #expect(read.match(card) != .different, "\(profile.text) \(text)")
                }
            }
        }
        #expect(written > 200)
    }

    @Test(arguments: CardVector.all.filter { $0.meaning.reject != true })
    func everyVectorTeachesItsFormatOrOneThatSaysTheSame(_ vector: CardVector) throws {
        let format = try #require(vector.meaning.format.flatMap(CardFormat.init(rawValue:)))
        let number = try CardNumber.read(vector.input, as: format)
        let taught = CardProfile.teaching(vector.input, is: number)
        #expect(!taught.isEmpty)
        for profile in taught { #expect(try profile.read(vector.input).match(number) != .different) }
    }

    private static let dropped: [(text: String, known: UInt32, words: [String])] = [
        // Seven digits are a number with its zeros left out: of ten digits, or of eight.
        ("4886044", 0x004A_8E1C, ["dec10 zeros", "dec8 zeros"]),
        // Too large for eight digits, so that the same reader is known by another card.
        ("45131261", 0x02B0_A5FD, ["dec10 zeros"]), ("0004886044", 0x004A_8E1C, ["dec10"]),
        ("2B0A5FD", 0x02B0_A5FD, ["hex8 zeros"]),
    ]

    @Test(arguments: dropped)
    func leftOutZerosAreTaughtWhenNothingElseFits(_ text: String, _ known: UInt32, _ words: [String]) {
        #expect(CardProfile.teaching(text, is: CardNumber(n32: known)).map(\.text) == words)
    }

    @Test func bitsThatAReaderTwistsAreTriedLast() {
        let known = CardNumber(n32: 0x1234_5678)
        #expect(CardProfile.teaching("78563412", is: known).map(\.text) == ["uid-hex"])
        #expect(CardProfile.teaching("EDCBA987", is: known).map(\.text) == ["hex8 inverted"])
        #expect(CardProfile.teaching("482C6A1E", is: known).map(\.text) == ["hex8 bits-reversed"])
        // 2018915346 is 0x78563412.
        #expect(CardProfile.teaching("2018915346", is: known).map(\.text) == ["dec10 bytes-reversed"])
        #expect(CardProfile.teaching("785634", is: known).map(\.text) == ["hex6 bytes-reversed"])
    }

    @Test func aSecondCardDecidesBetweenFormats() {
        let first = CardNumber(n32: 0x004A_8E1C)
        let large = CardNumber(n32: 0x02B0_A5FD)
        let small = CardNumber(n32: 0x0000_9A1F)
        let fitting = CardProfile.teaching("4886044", is: first)
        #expect(fitting.count == 2)
        #expect(CardProfile.deciding(fitting, among: [small, large]) == [large])
        let seen = [CardNumber(full: "4886044"), CardNumber(full: "45131261")]
        #expect(CardProfile.teaching(seen, are: [first, large]).map(\.text) == ["dec10 zeros"])
        #expect(CardProfile.teaching(seen, are: [first]).count == 2)
        #expect(CardProfile.teaching(seen, are: [CardNumber(n32: 1)]).isEmpty)
    }

    @Test func whatWasStoredIsReadAsTaught() {
        let uid = CardNumber.uid([0x1E, 0xA6, 0x86, 0x71])
        let big = CardProfile(format: .uidHex, uidOrder: .bigEndian)
        #expect(big.read(seen: uid)?.n32 == 0x1EA6_8671)
        #expect(CardProfile(format: .dec10).read(seen: CardNumber(full: "0004886044"))?.n32 == 0x004A_8E1C)
        #expect(CardProfile(format: .dec10).read(seen: uid) == nil)
        #expect(CardProfile(format: .dec10).read(seen: CardNumber(n32: 7)) == nil)
        let inverted = CardProfile(format: .hex6, twist: .inverted)
        #expect(inverted.read(seen: CardNumber(n24: 0xE5DFF1))?.n24 == 0x1A200E)
        #expect(CardProfile.teaching(seen: CardNumber(n24: 0xE5DFF1), is: CardNumber(n24: 0x1A200E)) == [inverted])
        #expect(CardProfile.teaching(seen: uid, is: CardNumber(n32: 0x1EA6_8671)) == [big])
        #expect(CardProfile.teaching(seen: uid, is: CardNumber(n32: 0x7186_A61E)).isEmpty, "it is read right already")
    }

    /// RAW replies of `osdp.jsonl`: bit count and data.
    private static let raws: [(bits: Int, data: [UInt8], number: CardNumber)] = [
        (26, [0xBB, 0x03, 0x21, 0x80], CardNumber(n24: 0x760643)),
        (26, [0x22, 0x51, 0x27, 0xC0], CardNumber(n24: 0x44A24F)),
        (32, [0x1E, 0xA6, 0x86, 0x71], CardNumber.uid([0x1E, 0xA6, 0x86, 0x71])),
        (16, [0x12, 0xAB], CardNumber(full: "16b12AB")),
        (
            56, [0x04, 0xAF, 0x68, 0xDA, 0xC8, 0x5A, 0x80],
            CardNumber.uid([0x04, 0xAF, 0x68, 0xDA, 0xC8, 0x5A, 0x80])
        ),
    ]

    @Test(arguments: raws)
    func readsTheRawReplyOfAnOSDPReader(_ bits: Int, _ data: [UInt8], _ number: CardNumber) throws {
        #expect(try CardNumber.wiegand(bitCount: bits, leftJustified: data) == number)
        #expect(throws: CardNumberError.self) { try CardNumber.wiegand(bitCount: bits, leftJustified: data + [0]) }
        #expect(throws: CardNumberError.self) { try CardNumber.wiegand(bitCount: bits + 8, leftJustified: data) }
        #expect(throws: CardNumberError.self) { try CardNumber.wiegand(bitCount: 0, leftJustified: data) }
    }

    @Test(arguments: ["gate/12", "gate/1/2", "hall/raw:0004886044", "card:E3086CED/62E3086CED", "short:086CED"])
    func keySurvivesTheRoundTrip(_ text: String) throws {
        #expect(try #require(CardKey(text)).text == text)
    }

    @Test(arguments: ["", "gate", "gate/", "/12", "user:12", "62E3086CED"])
    func otherTextsAreNoKey(_ text: String) {
        #expect(CardKey(text) == nil)
    }

    @Test func aTappedCardIsRefusedLikeATypedOne() {
        #expect(CardNumber.uid([0x08, 0xA1, 0xB2, 0xC3]).enrolmentRefusal == .randomUID)
        #expect(CardNumber.uid([0x88, 0x04, 0xA3, 0xC6]).enrolmentRefusal == .cascadeTag)
        #expect(CardNumber(n32: 0).enrolmentRefusal == .blank)
        #expect(CardNumber(full: "DD17380AF8").enrolmentRefusal == .checkByteAppended(uid: "DD17380A"))
        #expect(CardNumber(n32: 0x17380AF8, full: "DD17380AF8").enrolmentRefusal == nil, "of EM4100 by chance")
    }
}
