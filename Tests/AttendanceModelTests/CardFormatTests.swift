import AttendanceModel
import Testing

@Suite struct CardFormatTests {
    @Test func oneCardIsOneNumberWhicheverFormatTellsAllOfIt() throws {
        let texts: [(String, CardFormat)] = [
            ("0102B0A5FD", .hex10), ("0102b0a5fd", .hex10), ("0004340098557", .dec13), ("00004340098557", .dec14),
            ("0045131261", .dec10), ("00688,42493", .fivePlusFive), ("0068842493", .fivePlusFive), ("02B0A5FD", .hex8),
            ("FDA5B002", .hex8Reversed), ("FD:A5:B0:02", .uidHex),
        ]
        for (text, format) in texts {
            #expect(try CardNumber.read(text, as: format).n32 == 0x02B0_A5FD, "\(text)")
        }
        for (text, format) in [("176,42493", CardFormat.threePlusFive), ("11576829", .dec8), ("B0A5FD", .hex6)] {
            let card = try CardNumber.read(text, as: format)
            #expect(card == CardNumber(n24: 0xB0A5FD), "\(text)")
        }
    }

    @Test func uidOrderOfTheReaderDecidesTheNumber() throws {
        let little = try CardNumber.read("1EA68671", as: .uidHex, uidOrder: .littleEndian)
        let big = try CardNumber.read("1EA68671", as: .uidHex, uidOrder: .bigEndian)
        #expect(little.n32 == 0x7186_A61E)
        #expect(big.n32 == 0x1EA6_8671)
        #expect(little.full == big.full)
    }

    @Test(arguments: [",", ".", ":", "-", " "]) func takesEverySeparator(_ separator: String) throws {
        #expect(try CardNumber.read("213\(separator)02000", as: .threePlusFive).n24 == 0xD507D0)
        #expect(try CardNumber.read("00213\(separator)02000", as: .fivePlusFive).n32 == 0x00D5_07D0)
    }

    @Test(arguments: [
        ("10000000000", CardFormat.dec10), ("1", .dec8), ("0102B0A5F", .hex10), ("213,2000", .threePlusFive),
        ("213,02,000", .threePlusFive), ("1EA686", .uidHex), ("1EA6867", .uidHex), ("0101", .wiegandBits), ("", .hex8),
    ])
    func refusesTextOfAnotherLength(_ text: String, _ format: CardFormat) {
        #expect(throws: CardNumberError.self) { try CardNumber.read(text, as: format) }
    }

    @Test func saysWhatIsWrong() {
        #expect(throws: CardNumberError.range("4294967296", .dec10, largest: 4_294_967_295)) {
            try CardNumber.read("4294967296", as: .dec10)
        }
        #expect(throws: CardNumberError.range("16777216", .dec8, largest: 16_777_215)) {
            try CardNumber.read("16777216", as: .dec8)
        }
        #expect(throws: CardNumberError.range("256,00000", .threePlusFive, largest: 255)) {
            try CardNumber.read("256,00000", as: .threePlusFive)
        }
        #expect(throws: CardNumberError.characters("00G507D0", .hex8)) {
            try CardNumber.read("00G507D0", as: .hex8)
        }
        #expect(throws: CardNumberError.length("12345", .dec8, expected: "8")) {
            try CardNumber.read("12345", as: .dec8)
        }
        #expect(
            CardNumberError.range("4294967296", .dec10, largest: 4_294_967_295).description
                == "card number \"4294967296\" is not dec10: a part of it is larger than 4294967295; "
                + "check the format stated in cards.csv or dutyclock.json5")
    }

    @Test func aFlippedBitBreaksTheParityOfWiegand() throws {
        for good in ["10111011000000110010000110", "0000001000110101100101000000100101"] {
            #expect(throws: Never.self) { try CardNumber.read(good, as: .wiegandBits) }
            for index in good.indices {
                var bad = good
                bad.replaceSubrange(index...index, with: good[index] == "0" ? "1" : "0")
                #expect(throws: CardNumberError.parity(bad)) { try CardNumber.read(bad, as: .wiegandBits) }
            }
        }
    }

    @Test func wiegandOfOtherLengthsKeepsItsBits() throws {
        let uid = "00011110101001101000011001110001"
        #expect(try CardNumber.read(uid, as: .wiegandBits) == CardNumber.uid([0x1E, 0xA6, 0x86, 0x71]))
        let long = String(repeating: "0", count: 34) + "1"
        let longer = "0" + long
        #expect(try CardNumber.read(long, as: .wiegandBits) == CardNumber(full: "35b0000000001"))
        #expect(try CardNumber.read(long, as: .wiegandBits) != CardNumber.read(longer, as: .wiegandBits))
    }

    @Test func droppedZerosAreReadOnlyWhenTheReaderIsKnownToDropThem() throws {
        #expect(throws: CardNumberError.self) { try CardNumber.read("4372425", as: .dec10) }
        #expect(try CardNumber.read("4372425", as: .dec10, zerosDropped: true).n32 == 0x0042_B7C9)
        #expect(try CardNumber.read("77,30211", as: .threePlusFive, zerosDropped: true).n24 == 0x4D7603)
        #expect(throws: CardNumberError.self) { try CardNumber.read("", as: .dec10, zerosDropped: true) }
    }

    @Test(arguments: [
        ("07734851", [CardFormat.dec8, .threePlusFive, .hex8, .hex8Reversed, .uidHex]),
        ("0045131261", [.hex10, .dec10, .fivePlusFive]), ("0102B0A5FD", [.hex10]), ("176,42493", [.threePlusFive]),
        ("00688,42493", [.fivePlusFive]), ("B0A5FD", [.hex6]), ("04AF68DAC85A80", [.uidHex]),
        ("00004340098557", [.dec14, .uidHex]), ("0004340098557", [.dec13]),
        ("99999999", [.hex8, .hex8Reversed, .uidHex]),
        ("AA:3F:9B:1A", [.uidHex]), ("A:A3:F9:B1:A", []), ("hello", []), ("", []),
    ])
    func namesEveryFormatThatFits(_ text: String, _ formats: [CardFormat]) {
        #expect(CardFormat.candidates(text) == formats)
    }

    @Test func teachingKeepsTheProfilesThatGiveTheKnownCard() throws {
        let known = CardNumber(n32: 0x7186_A61E)
        #expect(CardProfile.teaching("1904649758", is: known) == [CardProfile(format: .dec10)])
        #expect(CardProfile.teaching("1EA68671", is: known) == [CardProfile(format: .uidHex)])
        #expect(CardProfile.teaching("08791582", is: CardNumber(n24: 0x86261E)) == [CardProfile(format: .dec8)])
        #expect(
            CardProfile.teaching("15065073", is: CardNumber(n24: 0x1A200E)) == [
                CardProfile(format: .dec8, twist: .inverted)
            ])
        #expect(CardProfile.teaching("1904649759", is: known).isEmpty)
    }

    @Test func profileReadsAsItSays() throws {
        let profile = CardProfile(format: .dec10, zerosDropped: true)
        #expect(try profile.read("4372425").n32 == 0x0042_B7C9)
        #expect(throws: CardNumberError.self) { try CardProfile(format: .dec10).read("4372425") }
        #expect(try CardProfile(format: .uidHex, uidOrder: .bigEndian).read("1EA68671").n32 == 0x1EA6_8671)
    }

    @Test(arguments: [
        ("00000000", CardFormat?.some(.hex8), EnrolmentRefusal?.some(.blank)), ("FFFFFF", .hex6, .blank),
        ("0000000000", .hex10, .blank), ("FF:FF:FF:FF", nil, .blank), ("08A1B2C3", .hex8, nil),
        ("08A1B2C3", .uidHex, .randomUID), ("8804A3C6", .uidHex, .cascadeTag),
        ("04AF68DAC85A80", .uidHex, nil), ("08AF68DAC85A80", .uidHex, nil),
        // The fifth byte of this EM4100 card is the XOR of the others by chance.
        ("DD17380AF8", .hex10, nil), ("DD17380AF9", nil, nil),
    ])
    func refusesToEnrolWhatNoCardKeeps(_ text: String, _ format: CardFormat?, _ refusal: EnrolmentRefusal?) {
        #expect(CardNumber.refusal(ofEnrolling: text, as: format) == refusal)
    }
}
