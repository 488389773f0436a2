import AttendanceModel
import Testing
import Timetable

@Suite struct CardProposalsTests {
    private static let people = [
        Person(id: PersonID("T012"), name: "王芳", kind: "teacher"),
        Person(id: PersonID("T033"), name: "张伟", kind: "teacher"),
        Person(id: PersonID("T034"), name: "张伟", kind: "teacher"),
        Person(id: PersonID("T041"), name: "欧阳娜娜娜", kind: "teacher"),
        Person(id: PersonID("X003"), name: "Zhang Xiaoming", kind: "external"),
    ]

    private func key(_ id: String, _ device: String = "gate") -> CardKey {
        CardKey(.machineUser(id), device: DeviceID(device))
    }

    private func proposals(_ name: String, id: String = "7", rooms: [Int] = []) -> [CardProposal] {
        CardProposals(
            people: Self.people, register: CardRegister([]),
            names: [MachineName(key: key(id), name: name, rooms: rooms)]
        ).ofNames()
    }

    @Test func aWholeNameThatOnePersonHasIsCertain() {
        #expect(
            proposals("王芳 ") == [
                CardProposal(key: key("7"), person: PersonID("T012"), reason: .sameName("王芳 "), isCertain: true)
            ])
        #expect(proposals("ZHANG XIAOMING").map(\.isCertain) == [true], "letter case and spaces do not matter")
    }

    @Test func aNameOfTwoPersonsIsOfferedForBothAndCertainForNone() {
        #expect(proposals("张伟").map(\.person.text) == ["T033", "T034"])
        #expect(proposals("张伟").allSatisfy { !$0.isCertain })
    }

    @Test(arguments: [("欧阳娜娜", [8]), ("Zhang Xi", [8]), ("Zhang Xiaoming".prefix(17).description, [8, 17])])
    func aNameThatFillsItsRoomMayBeCut(_ name: String, _ rooms: [Int]) {
        let found = proposals(name, rooms: rooms)
        #expect(found.count == 1)
        #expect(found.first?.isCertain == (name == "Zhang Xiaoming"))
        if name != "Zhang Xiaoming" { #expect(proposals(name).isEmpty, "without a room it is a whole name of nobody") }
    }

    @Test func aNumberAloneOnlyProposes() {
        let none = CardProposals(people: Self.people, register: CardRegister([]))
        #expect(none.of(key("12")).map(\.reason) == [.sameNumber])
        #expect(none.of(key("12")).allSatisfy { !$0.isCertain })
        #expect(none.of(key("13")).isEmpty)
        let known = CardAssignment(
            credential: .machineUser("13"), device: DeviceID("bus"), person: PersonID("T033"), from: nil, to: nil)
        let other = CardProposals(people: Self.people, register: CardRegister([known]))
        #expect(other.of(key("13")).map(\.reason) == [.otherMachine(DeviceID("bus"))])
    }

    @Test func anUnreadTextNamesTheCardItWouldBe() {
        let known = CardAssignment(
            credential: .card(CardNumber(n32: 0x004A_8E1C)), device: nil, person: PersonID("T033"), from: nil, to: nil)
        let proposals = CardProposals(people: Self.people, register: CardRegister([known]))
        let raw = CardKey(.card(CardNumber(full: "0004886044")), device: DeviceID("hall"))
        #expect(proposals.of(raw).map(\.reason) == [.readAs(CardProfile(format: .dec10))])
    }

    @Test func whatSomebodyHasIsNotProposed() {
        let known = CardAssignment(
            credential: .machineUser("7"), device: DeviceID("gate"), person: PersonID("T033"), from: nil, to: nil)
        let proposals = CardProposals(
            people: Self.people, register: CardRegister([known]), names: [MachineName(key: key("7"), name: "王芳")])
        #expect(proposals.ofNames().isEmpty)
    }
}
