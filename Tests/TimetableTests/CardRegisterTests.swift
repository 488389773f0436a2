import AttendanceModel
import Testing
import Timetable

@Suite struct CardRegisterTests {
    private static let wang = PersonID("T012")
    private static let zhao = PersonID("T033")
    private static let hall = DeviceID("hall")
    private static let card = Credential.card(CardNumber(n32: 0x9A1F))

    private func time(_ text: String) -> LocalDateTime {
        LocalDateTime(text) ?? LocalDateTime(.first, .midnight)
    }

    private func row(_ person: PersonID, _ from: String? = nil, _ to: String? = nil, said: Int64? = nil)
        -> CardAssignment
    {
        CardAssignment(
            credential: Self.card, device: nil, person: person, from: from.map(time), to: to.map(time),
            said: said.map { Instant(seconds: $0) })
    }

    private func claim(
        _ fact: Int64, _ status: CardStatus, _ person: PersonID? = nil, _ from: String? = nil, _ to: String? = nil,
        key: CardKey = CardKey(card)
    ) -> CardClaim {
        CardClaim(
            fact: fact, key: key, status: status, person: person, from: from.map(time), to: to.map(time),
            said: Instant(seconds: fact))
    }

    private func find(_ register: CardRegister, _ moment: String) -> CardRegister.Found {
        register.find(Self.card, at: Self.hall, time: time(moment))
    }

    @Test func givingTheCardToSomebodyElseEndsTheTimeOfTheOneBefore() {
        let register = CardRegister([row(Self.wang)], claims: [claim(5, .issued, Self.zhao, "2026-09-10 12:00")])
        #expect(find(register, "2026-09-10 11:59") == .persons([Self.wang]))
        #expect(find(register, "2026-09-10 12:00") == .persons([Self.zhao]))
    }

    @Test func aLoanReturnsToItsHolder() {
        let loan = claim(5, .temporary, Self.zhao, "2026-09-10 07:00", "2026-09-11 00:00")
        let register = CardRegister([row(Self.wang)], claims: [loan])
        #expect(find(register, "2026-09-10 06:59") == .persons([Self.wang]))
        #expect(find(register, "2026-09-10 23:59") == .persons([Self.zhao]))
        #expect(find(register, "2026-09-11 00:00") == .persons([Self.wang]))
    }

    @Test func whatIsFromAlwaysTakesNothingFromAnybody() {
        let register = CardRegister(
            [row(Self.wang, "2026-09-01 00:00", "2026-09-10 00:00")], claims: [claim(5, .issued, Self.zhao)])
        #expect(find(register, "2026-08-31 12:00") == .persons([Self.zhao]))
        #expect(find(register, "2026-09-05 12:00") == .persons([Self.wang]))
        #expect(find(register, "2026-09-10 00:00") == .persons([Self.zhao]))
        #expect(
            CardRegister([row(Self.wang)], claims: [claim(5, .issued, Self.zhao)]).holdings.map(\.person) == [Self.wang]
        )
    }

    @Test func lostIsNobodysUntilItIsFound() {
        let lost = claim(5, .lost, nil, "2026-09-16 07:00")
        let register = CardRegister([row(Self.wang)], claims: [lost])
        #expect(find(register, "2026-09-16 06:59") == .persons([Self.wang]))
        #expect(find(register, "2026-09-16 07:20") == .lost(Self.wang))
        let found = CardRegister([row(Self.wang)], claims: [lost, claim(6, .found, nil, "2026-09-17 09:00")])
        #expect(find(found, "2026-09-17 08:59") == .lost(Self.wang))
        #expect(find(found, "2026-09-17 09:00") == .persons([Self.wang]))
    }

    @Test func returnedWasSomebodys() {
        let register = CardRegister([row(Self.wang)], claims: [claim(5, .returned, nil, "2026-09-16 07:00")])
        #expect(find(register, "2026-09-16 07:00") == .ended(Self.wang))
        #expect(find(CardRegister([]), "2026-09-16 07:00") == .unknown)
    }

    @Test func publishingAnUnchangedRowAgainTakesNothingBackButAChangedOneDoes() {
        let moved = claim(5, .issued, Self.zhao, "2026-09-10 12:00")
        let unchanged = CardRegister([row(Self.wang, said: 1)], claims: [moved])
        #expect(find(unchanged, "2026-09-11 07:00") == .persons([Self.zhao]))
        let changed = CardRegister([row(Self.wang, "2026-09-01 00:00", said: 9)], claims: [moved])
        #expect(find(changed, "2026-09-11 07:00") == .persons([Self.wang]))
    }

    @Test func rowsOfOneFileNeverEndEachOther() {
        let register = CardRegister([row(Self.wang, said: 1), row(Self.zhao, said: 9)])
        #expect(find(register, "2026-09-11 07:00") == .persons([Self.wang, Self.zhao]))
    }

    @Test func theOrderInWhichFactsAreGivenDoesNotMatter() {
        let claims = [
            claim(5, .issued, Self.zhao, "2026-09-10 12:00"), claim(6, .lost, nil, "2026-09-12 00:00"),
            claim(7, .found, nil, "2026-09-13 00:00"), claim(8, .issued, Self.wang, "2026-09-14 00:00"),
        ]
        let forward = CardRegister([row(Self.wang)], claims: claims)
        #expect(CardRegister([row(Self.wang)], claims: claims.reversed()).holdings == forward.holdings)
        #expect(forward.holdings.count == 5)
    }

    @Test func aShortNumberThatFitsTwoCardsIsRefusedWithBothPersons() {
        let cards = [
            CardAssignment(
                credential: .card(CardNumber(n32: 0x1200_9A1F)), device: nil, person: Self.zhao, from: nil, to: nil),
            CardAssignment(
                credential: .card(CardNumber(n32: 0x3400_9A1F)), device: nil, person: Self.wang, from: nil, to: nil),
        ]
        let short = Credential.card(CardNumber(n24: 0x9A1F))
        let moment = time("2026-09-16 07:00")
        #expect(CardRegister(cards).find(short, at: Self.hall, time: moment) == .ambiguous([Self.wang, Self.zhao]))
        let returned = claim(
            5, .returned, nil, "2026-09-01 00:00", key: CardKey(.card(CardNumber(n32: 0x3400_9A1F))))
        let one = CardRegister(cards, claims: [returned])
        #expect(one.find(short, at: Self.hall, time: moment) == .persons([Self.zhao]))
    }

    /// UIDs of seven bytes with the same first four are the same to a reader of 32 bits (card-readers.md 2.6).
    @Test func aNumberThatFitsTwoWholeCardsIsRefusedWithBothPersons() {
        let uids: [[UInt8]] = [[0x04, 0x11, 0x22, 0x33, 1, 2, 3], [0x04, 0x11, 0x22, 0x33, 7, 8, 9]]
        let cards = zip(uids, [Self.zhao, Self.wang]).map { uid, person in
            CardAssignment(credential: .card(.uid(uid)), device: nil, person: person, from: nil, to: nil)
        }
        let register = CardRegister(cards)
        let moment = time("2026-09-16 07:00")
        func find(_ number: CardNumber) -> CardRegister.Found {
            register.find(.card(number), at: Self.hall, time: moment)
        }
        #expect(find(.uid(uids[0])) == .persons([Self.zhao]))
        #expect(find(.uid(uids[1])) == .persons([Self.wang]))
        #expect(find(CardNumber(n32: 0x3322_1104)) == .ambiguous([Self.wang, Self.zhao]))
        #expect(find(CardNumber(n24: 0x22_1104)) == .ambiguous([Self.wang, Self.zhao]))
    }

    @Test func aMachineUserIDIsACardOfThatMachineAlone() {
        let key = CardKey(.machineUser("17"), device: DeviceID("gate"))
        let register = CardRegister([], claims: [claim(5, .issued, Self.wang, key: key)])
        let moment = time("2026-09-16 07:00")
        #expect(register.find(.machineUser("17"), at: DeviceID("gate"), time: moment) == .persons([Self.wang]))
        #expect(register.find(.machineUser("17"), at: Self.hall, time: moment) == .unknown)
        #expect(register.find(.machineUser("017"), at: DeviceID("gate"), time: moment) == .unknown)
    }

    @Test func punchesOfBeforeTheTeachingAreReadAsTaught() {
        let known = CardAssignment(
            credential: .card(CardNumber(n32: 0x004A_8E1C)), device: nil, person: Self.wang, from: nil, to: nil)
        let raw = Credential.card(CardNumber(full: "0004886044"))
        let moment = time("2026-09-16 07:00")
        #expect(CardRegister([known]).find(raw, at: Self.hall, time: moment) == .unknown)
        let taught = CardRegister(
            [known], readers: [ReaderClaim(reader: Self.hall, profile: CardProfile(format: .dec10), from: nil)])
        #expect(taught.find(raw, at: Self.hall, time: moment) == .persons([Self.wang]))
        #expect(taught.find(raw, at: DeviceID("bus"), time: moment) == .unknown, "another reader was not taught")
    }

    @Test func whatATaughtReaderWroteIsNotAlsoTheCardThatItLooksLike() {
        let inverted: UInt32 = 0xEDCB_A987
        let cards = [(~inverted, Self.wang), (inverted, Self.zhao)].map { number, person in
            CardAssignment(
                credential: .card(CardNumber(n32: number)), device: nil, person: person, from: nil, to: nil)
        }
        let profile = CardProfile(format: .hex8, twist: .inverted)
        let register = CardRegister(
            cards, readers: [ReaderClaim(reader: Self.hall, profile: profile, from: nil)])
        let seen = Credential.card(CardNumber(n32: inverted))
        let moment = time("2026-09-16 07:00")
        #expect(register.find(seen, at: Self.hall, time: moment) == .persons([Self.wang]))
        #expect(register.find(seen, at: DeviceID("bus"), time: moment) == .persons([Self.zhao]))
    }

    @Test func aReaderMayBeTaughtAnewFromADay() {
        let old = ReaderClaim(reader: Self.hall, profile: CardProfile(format: .dec10), from: nil)
        let new = ReaderClaim(
            reader: Self.hall, profile: CardProfile(format: .fivePlusFive), from: time("2026-09-16 00:00"))
        let register = CardRegister([], readers: [old, new])
        let raw = Credential.card(CardNumber(full: "0068842493"))
        func number(_ moment: String) -> String { register.read(raw, at: Self.hall, time: time(moment)).subject }
        #expect(number("2026-09-15 23:59") == "card:041A73FD")
        #expect(number("2026-09-16 00:00") == "card:02B0A5FD")
    }

    @Test func aCardEnrolledAsTheReaderWroteItIsTheSameCardWhenTheReaderIsTaught() {
        let key = CardKey(.card(CardNumber(full: "0004886044")), device: Self.hall)
        let enrolled = claim(5, .issued, Self.wang, key: key)
        let moment = time("2026-09-16 07:00")
        let before = CardRegister([], claims: [enrolled])
        #expect(before.find(key.credential, at: Self.hall, time: moment) == .persons([Self.wang]))
        let after = CardRegister(
            [], claims: [enrolled],
            readers: [ReaderClaim(reader: Self.hall, profile: CardProfile(format: .dec10), from: nil)])
        #expect(after.find(key.credential, at: Self.hall, time: moment) == .persons([Self.wang]))
        let number = Credential.card(CardNumber(n32: 0x004A_8E1C))
        #expect(after.find(number, at: DeviceID("bus"), time: moment) == .persons([Self.wang]))
    }

    @Test func listsWhatPunchedAndIsNobodys() {
        var cards = UnknownCards(CardRegister([row(Self.wang, nil, "2026-09-10 00:00")]))
        let new = Credential.card(CardNumber(n32: 0x77))
        cards.note(new, at: Self.hall, time: time("2026-09-16 07:00"))
        cards.note(new, at: DeviceID("bus"), time: time("2026-09-15 07:00"))
        cards.note(.machineUser("9"), at: Self.hall, time: nil)
        cards.note(Self.card, at: Self.hall, time: time("2026-09-12 07:00"))
        cards.note(Self.card, at: Self.hall, time: time("2026-09-01 07:00"))
        #expect(cards.list.map(\.key.text) == ["card:00000077", "card:00009A1F", "hall/9"])
        #expect(cards.list[0].devices == [DeviceID("bus"), Self.hall])
        #expect(cards.list[0].first == time("2026-09-15 07:00"))
        #expect(cards.list[1].punches == 1 && cards.list[1].found == .ended(Self.wang))
    }
}
