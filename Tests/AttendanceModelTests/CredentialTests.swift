import AttendanceModel
import Testing

@Suite struct CredentialTests {
    @Test(arguments: [
        (Credential.card(CardNumber(n32: 0xE308_6CED, full: "62E3086CED")), "card:E3086CED/62E3086CED"),
        (.card(CardNumber(n32: 0x0000_0001)), "card:00000001"), (.card(CardNumber(n24: 0x4D7603)), "short:4D7603"),
        (.card(CardNumber(full: "35b0000000001")), "raw:35b0000000001"), (.machineUser("00213"), "user:00213"),
    ])
    func subjectSurvivesTheRoundTrip(_ credential: Credential, _ subject: String) {
        #expect(credential.subject == subject)
        #expect(Credential(subject: subject) == credential)
    }

    @Test(arguments: ["", "person:T012", "card:", "card:XYZ", "short:G", "E3086CED"])
    func subjectOfAnotherKindIsNone(_ subject: String) {
        #expect(Credential(subject: subject) == nil)
    }

    @Test func matchUsesTheMostThatBothReadingsHave() {
        let em = CardNumber(n32: 0xE308_6CED, full: "62E3086CED")
        #expect(em.match(em) == .same)
        #expect(em.match(CardNumber(n32: 0xE308_6CED)) == .same)
        #expect(em.match(CardNumber(n32: 0xE308_6CED, full: "63E3086CED")) == .different)
        #expect(em.match(CardNumber(n24: 0x086CED)) == .possible)
        #expect(em.match(CardNumber(n24: 0x086CEE)) == .different)
        #expect(em.match(CardNumber(n32: 0xE308_6CEE)) == .different)
        #expect(em.match(CardNumber(full: "35b0000000001")) == .different)
    }

    @Test(arguments: [UInt8?.none, 0, 1, 255], [UInt32?.none, 0, 1, .max])
    func punchCodesSurvivePacking(_ code: UInt8?, _ work: UInt32?) {
        for codes in [
            PunchCodes(state: code, verify: nil, workCode: work), PunchCodes(state: nil, verify: code, workCode: work),
            PunchCodes(state: code, verify: 15, workCode: work),
        ] {
            #expect(PunchCodes(packed: codes.packed) == codes)
        }
        #expect(PunchCodes.none.packed == 0)
        #expect(PunchCodes(state: 0, verify: 0, workCode: 0).packed == 1 | 1 << 9 | 1 << 18)
    }
}
