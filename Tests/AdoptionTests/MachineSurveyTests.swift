import AttendanceModel
import Testing

@testable import Adoption
@testable import Timetable

@Suite struct MachineSurveyTests {
    private static let spring = Drawer.date("2025-02-17")...Drawer.date("2025-07-04")
    private static let rows = Drawer.machine(seed: 1, ids: ["1", "2", "3"], days: spring)

    @Test func everyRowIsCountedOnceInHoweverManyFiles() {
        let machine = Drawer.survey([Self.rows, Array(Self.rows[100...]), Self.rows])
        #expect(machine.rows == Self.rows.count)
        #expect(machine.newRows == [Self.rows.count, 0, 0])
        #expect(machine.ids.map(\.rows).reduce(0, +) == Self.rows.count)
        #expect(machine.ids.allSatisfy { $0.days == 100 && $0.change == nil })
    }

    @Test func weeksWithoutRowsAreGaps() {
        let missing = Drawer.date("2025-04-07")...Drawer.date("2025-04-18")
        let machine = Drawer.survey([Self.rows.filter { !missing.contains($0.wall.date) }])
        #expect(machine.gaps.map(\.days) == [Drawer.date("2025-04-05")...Drawer.date("2025-04-20")])
    }

    @Test func aGapIsTheMachinesOwnWhenOthersWentOnAndNoneInHolidays() throws {
        let missing = Drawer.date("2025-04-07")...Drawer.date("2025-04-18")
        let silent = Drawer.survey([Self.rows.filter { !missing.contains($0.wall.date) }])
        var other = Drawer.survey([Self.rows])
        other = FoundMachine(
            label: "M2", files: other.files, newRows: other.newRows, serials: [], numbers: [], rows: other.rows,
            impossible: 0, first: other.first, last: other.last, ids: [], runs: [], shifts: [], gaps: [],
            isExact: true, days: other.days)
        let files = [Drawer.file(Self.rows, "a")]
        let calendar = [CalendarRow(dates: Drawer.date("2025-04-14")...Drawer.date("2025-04-18"), kind: .off)]
        let both = Understanding(files: files, machines: [silent, other], calendar: calendar)
        let gap = try #require(both.machine("M1")?.gaps.first)
        #expect(gap.isAlone)
        #expect(gap.schoolDays == 5)
        let alone = Understanding(files: files, machines: [silent])
        #expect(alone.machine("M1")?.gaps.first?.isAlone == false)
        #expect(alone.machine("M1")?.gaps.first?.schoolDays == nil)
    }

    @Test func anIDThatComesBackWithAnotherRhythmMayBeAnotherPerson() throws {
        let others = Drawer.machine(
            seed: 2, ids: ["5", "6"], days: Drawer.date("2023-09-04")...Drawer.date("2025-07-04"))
        let first = Drawer.machine(seed: 3, ids: ["17"], days: Drawer.date("2023-09-04")...Drawer.date("2024-01-19"))
        let second = Drawer.machine(
            seed: 4, ids: ["17"], days: Drawer.date("2024-09-02")...Drawer.date("2025-07-04"), morning: 9 * 3600)
        let machine = Drawer.survey([(others + first + second).sorted { $0.wall < $1.wall }])
        let change = try #require(machine.ids.first { $0.id == "17" }?.change)
        #expect(change.last == Drawer.date("2024-01-19") && change.first == Drawer.date("2024-09-02"))
        guard case .rhythm(let old, let new) = change.sign else {
            Issue.record("\(change.sign)")
            return
        }
        #expect(old.hour == 7 && new.hour == 9)
        #expect(machine.ids.filter { $0.id != "17" }.allSatisfy { $0.change == nil })
    }

    @Test func aLongIllnessIsNoChange() {
        let others = Drawer.machine(
            seed: 2, ids: ["5", "6"], days: Drawer.date("2024-09-02")...Drawer.date("2025-07-04"))
        let absent = Drawer.date("2024-12-01")...Drawer.date("2025-04-01")
        let ill = Drawer.machine(seed: 3, ids: ["17"], days: Drawer.date("2024-09-02")...Drawer.date("2025-07-04"))
            .filter { !absent.contains($0.wall.date) }
        let machine = Drawer.survey([(others + ill).sorted { $0.wall < $1.wall }])
        #expect(machine.ids.allSatisfy { $0.change == nil })
    }

    @Test func exportsThatCallAnIDDifferentlyShowAChangeAfterTheEarlierOne() throws {
        let quit = Drawer.date("2025-04-11")
        let hired = Drawer.date("2025-04-28")
        let rows = Self.rows.filter { $0.id != "2" || $0.wall.date <= quit || $0.wall.date >= hired }
        let names = [
            ("2", "王芳", "2025-04-10 12:00:00"), ("2", "赵敏", "2025-07-04 17:00:00"), ("1", "李", "2025-07-04 17:00:00"),
        ]
        let machine = Drawer.survey([rows], names: names.map { (id: $0.0, name: $0.1, asOf: $0.2) })
        let change = try #require(machine.ids.first { $0.id == "2" }?.change)
        #expect(change == FoundID.Change(last: quit, first: hired, sign: .name("王芳", "赵敏")))
        #expect(machine.ids.first { $0.id == "1" }?.change == nil)
    }

    @Test func aNameThatWasCutOffIsTheSameName() {
        let names = [("2", "Maria Raq", "2025-04-10 12:00:00"), ("2", "Maria Raquel", "2025-07-04 17:00:00")]
        let machine = Drawer.survey([Self.rows], names: names.map { (id: $0.0, name: $0.1, asOf: $0.2) })
        #expect(machine.ids.allSatisfy { $0.change == nil })
    }
}

@Suite struct PersonProposerTests {
    private static let people = [
        Person(id: PersonID("T012"), name: "王芳", kind: "teacher"),
        Person(id: PersonID("T033"), name: "赵敏", kind: "teacher"),
        Person(id: PersonID("T034"), name: "赵敏", kind: "teacher"),
        Person(id: PersonID("41"), name: "李强", kind: "teacher"),
    ]
    private static let proposer = PersonProposer(
        people: people,
        cards: [
            CardAssignment(
                credential: .card(CardNumber(n32: 77)), device: nil, person: PersonID("T033"), from: nil, to: nil)
        ])

    private static func id(
        _ id: String, names: [String] = [], card: UInt32? = nil, last: String = "2026-06-30 17:00:00",
        change: FoundID.Change? = nil
    ) -> FoundID {
        FoundID(
            id: id, rows: 9, days: 9, first: Drawer.wall("2024-09-02 07:00:00"), last: Drawer.wall(last),
            names: names.map { FoundID.Name(text: $0, asOf: nil) }, card: card, change: change)
    }

    private static func propose(_ id: FoundID) -> [PersonProposal] {
        proposer.proposals(for: id, newest: Drawer.wall("2026-07-01 17:00:00"))
    }

    @Test(
        arguments: [
            (id("9", names: ["王芳"]), PersonID("T012"), PersonProposal.Reason.name("王芳")),
            (id("9", names: ["赵敏"]), nil, .namesakes("赵敏", [PersonID("T033"), PersonID("T034")])),
            (id("9", names: ["赵敏"], card: 77), PersonID("T033"), .card),
            (id("9", names: ["王芳"], card: 77), nil, .contradiction(card: PersonID("T033"), name: PersonID("T012"))),
            (id("41"), PersonID("41"), .id), (id("12"), nil, .sameNumber(PersonID("T012"))),
            (id("99", names: ["钱"]), nil, .stranger("钱")), (id("99"), nil, .nothing),
            (id("99", last: "2025-06-30 17:00:00"), nil, .unused),
        ] as [(FoundID, PersonID?, PersonProposal.Reason)])
    func proposesWhatNamesAndCardsSay(_ id: FoundID, _ person: PersonID?, _ reason: PersonProposal.Reason) {
        let proposals = Self.propose(id)
        #expect(proposals.map(\.person) == [person])
        #expect(proposals.map(\.reason) == [reason])
    }

    @Test func anIDThatChangedHandsHasTwoHolders() {
        let change = FoundID.Change(
            last: Drawer.date("2025-01-10"), first: Drawer.date("2025-02-17"), sign: .name("王芳", "李强"))
        let proposals = Self.propose(Self.id("9", names: ["王芳", "李强"], change: change))
        #expect(proposals.map(\.person) == [PersonID("T012"), PersonID("41")])
        #expect(proposals.map(\.to) == [Drawer.date("2025-02-17"), nil])
        #expect(proposals.map(\.from) == [nil, Drawer.date("2025-02-17")])
    }
}
