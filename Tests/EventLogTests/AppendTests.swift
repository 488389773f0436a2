import AttendanceModel
import EventLog
import Evidence
import Testing

@Suite struct AppendTests {
    let directory: TemporaryDirectory
    let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func givesBackEveryKindOfFactAsItWasWritten() throws {
        let store = try clock.open(directory)
        let reader1 = Punch(
            credential: .card(CardNumber(n32: 0xE308_6CED, full: "62E3086CED")), wall: nil, codes: .none,
            basis: .hostSynchronised)
        let unreadable = Punch(
            credential: .machineUser("007"), wall: nil, codes: PunchCodes(state: 255, verify: 15, workCode: .max),
            basis: .received)
        let facts = [
            NewFact(.punch(reader1), at: clock.time, source: "east", author: "dutyclockd(990)", raw: []),
            NewFact(
                .punch(unreadable), at: clock.time, uncertaintyMilliseconds: 60_000, source: "gate",
                author: "dutyclockd(990)", origin: 0, raw: [0, 255], session: NewFact.occasion("download 1")),
            Sample.machinePunch(25_200),
            Sample.entry(.sign, "T012", duty: "morning", from: "07:05"),
            Sample.entry(.retract, nil, ref: 3),
            Sample.publish(.roster, "日期,岗位\n2026-09-16,东楼梯\u{0}\n"),
            NewFact(.session(SessionReport(state: .up)), at: clock.time, source: "east", author: "dutyclockd(990)"),
            NewFact(
                .imported(ImportReport(fileName: "1_attlog.dat", digest: "ab", format: "attlog")), at: clock.time,
                source: "gate", author: "chen(1000)"),
        ]
        #expect(try store.append(facts) == (1...8).map { .added($0) })
        let read = try LogReader.open(directory: directory.path).facts(FactQuery(seqs: 1..<9))
        #expect(read.count == facts.count)
        for (fact, new) in zip(read, facts) {
            #expect(fact.body == new.body)
            #expect(fact.at == new.at)
            #expect(fact.recorded == clock.time)
            #expect(fact.uncertaintyMilliseconds == new.uncertaintyMilliseconds)
            #expect(fact.source == new.source)
            #expect(fact.author == new.author)
            #expect(fact.origin == new.origin)
            #expect(fact.raw == new.raw)
        }
        #expect(
            read.map(\.subject) == [
                "card:E3086CED/62E3086CED", "user:007", "user:213", "person:T012", "", "", "", "",
            ])
    }

    @Test func knowsAPunchThatComesAgain() throws {
        let store = try clock.open(directory)
        #expect(try store.append(Sample.machinePunch(25_200)) == .added(1))
        clock.time = clock.time.advanced(bySeconds: 86_400)
        #expect(try store.append(Sample.machinePunch(25_200)) == .known(1))
        #expect(
            try store.append([Sample.machinePunch(25_201), Sample.machinePunch(25_201)]) == [.added(2), .known(2)])
        #expect(store.size == 3)
    }

    @Test(arguments: [
        Sample.machinePunch(25_201), Sample.machinePunch(25_200, user: "0213"),
        Sample.machinePunch(25_200, device: "yard"), Sample.machinePunch(25_200, state: nil),
        Sample.machinePunch(25_200, session: NewFact.occasion("second download")),
    ])
    func tellsApartPunchesThatDifferInOnePartOfTheirIdentity(other: NewFact) throws {
        let store = try clock.open(directory)
        #expect(try store.append([Sample.machinePunch(25_200), other]) == [.added(1), .added(2)])
        #expect(try store.append([Sample.machinePunch(25_200), other]) == [.known(1), .known(2)])
    }

    @Test func doesNotBringBackARetractedPunch() throws {
        let store = try clock.open(directory)
        _ = try store.append([Sample.machinePunch(25_200), Sample.entry(.retract, nil, ref: 1)])
        #expect(try store.append(Sample.machinePunch(25_200)) == .known(1))
    }

    @Test func recordsAgainWhatWasRetracted() throws {
        let store = try clock.open(directory)
        let sign = Sample.entry(.sign, "T012", duty: "morning")
        #expect(try store.append([sign, sign]) == [.added(1), .known(1)])
        #expect(try store.append(Sample.entry(.retract, nil, ref: 1)) == .added(2))
        #expect(try store.append([sign, sign]) == [.added(3), .known(3)])
        #expect(try store.append(Sample.entry(.retract, nil, ref: 3)) == .added(4))
        #expect(try store.append([sign, sign]) == [.added(5), .known(5)])
        // A retraction that is itself withdrawn leaves the fact standing.
        #expect(try store.append(Sample.entry(.retract, nil, ref: 1)) == .known(2))
    }

    @Test(arguments: [20_000, 20_001]) func aLongChainOfWithdrawalsIsFollowedToItsEnd(length: Int64) throws {
        let store = try clock.open(directory)
        let sign = Sample.entry(.sign, "T012")
        _ = try store.append([sign] + (1...length).map { Sample.entry(.retract, nil, ref: $0) })
        // The last one stands, so that every second one before it does.
        #expect(try store.append(sign).isAdded == !length.isMultiple(of: 2))
    }

    @Test func aWithdrawnRetractionNoLongerCounts() throws {
        let store = try clock.open(directory)
        let sign = Sample.entry(.sign, "T012", duty: "morning")
        let retract = Sample.entry(.retract, nil, ref: 1)
        _ = try store.append([sign, retract, Sample.entry(.retract, nil, ref: 2)])
        #expect(try store.append(sign) == .known(1))
        #expect(try store.append(retract) == .added(4))
        #expect(try store.append(sign) == .added(5))
    }

    @Test func recordsTheLastWordAgainOnlyWhenAnotherCameBetween() throws {
        let store = try clock.open(directory)
        let first = Sample.entry(.cover, "T012", other: "T020")
        let second = Sample.entry(.cover, "T012", other: "T033")
        #expect(try store.append([first, first, second, second]) == [.added(1), .known(1), .added(2), .known(2)])
        #expect(try store.append([first, first, second]) == [.added(3), .known(3), .added(4)])
    }

    @Test(arguments: [
        Sample.entry(.cover, "T013", other: "T033"), Sample.entry(.cover, "T012", day: 1, other: "T033"),
        Sample.entry(.ruling, "T012", other: "met"), Sample.entry(.sign, "T012"),
    ])
    func anotherMatterIsNoReasonToRecordAgain(other: NewFact) throws {
        let store = try clock.open(directory)
        let cover = Sample.entry(.cover, "T012", other: "T020")
        #expect(try store.append([cover, other, cover]) == [.added(1), .added(2), .known(1)])
    }

    @Test func aDecisionForEveryDutyIsAboutEachOfThem() throws {
        let store = try clock.open(directory)
        let morning = Sample.entry(.ruling, "T012", duty: "morning", other: "met")
        let noon = Sample.entry(.ruling, "T012", duty: "noon", other: "late")
        let all = Sample.entry(.ruling, "T012", other: "void")
        #expect(try store.append([morning, noon, morning]) == [.added(1), .added(2), .known(1)])
        #expect(try store.append([all, morning]) == [.added(3), .added(4)])
    }

    @Test func aCardThatComesBackToItsHolderIsSaidAgain() throws {
        let store = try clock.open(directory)
        let first = Sample.entry(.card, "T012", other: "card:00009A1F")
        let second = Sample.entry(.card, "T033", other: "card:00009A1F")
        let another = Sample.entry(.card, "T033", other: "card:00009A2F")
        #expect(try store.append([first, another, first]) == [.added(1), .added(2), .known(1)])
        #expect(try store.append([second, first]) == [.added(3), .added(4)])
    }

    @Test func publishingTheSameFolderTwiceAddsNothing() throws {
        let store = try clock.open(directory)
        let folder = [Sample.publish(.plan, "{}"), Sample.publish(.roster, "date\n"), Sample.publish(.people, "id\n")]
        #expect(try store.append(folder) == [.added(1), .added(2), .added(3)])
        #expect(try store.append(folder) == [.known(1), .known(2), .known(3)])
        #expect(try store.append(Sample.publish(.plan, "{ }")) == .added(4))
        #expect(try store.append(folder) == [.added(5), .known(2), .known(3)])
    }

    /// The version recorded last among those whose day has come holds, so an older one again must become the last.
    @Test func anEarlierVersionPublishedAgainIsNewsWhateverDayTheOneBetweenHeldFrom() throws {
        let store = try clock.open(directory)
        let old = Sample.publish(.people, "id\nT012\n")
        let new = Sample.publish(.people, "id\nT033\n", day: 30)
        #expect(try store.append([old, new]) == [.added(1), .added(2)])
        #expect(try store.append(old) == .added(3))
        #expect(try store.append(old) == .known(3))
        #expect(try store.append(new) == .added(4))
    }

    @Test func remembersRepeatsAfterReopening() throws {
        let first = Sample.entry(.cover, "T012", other: "T020")
        let sign = Sample.entry(.sign, "T012")
        do {
            let store = try clock.open(directory)
            _ = try store.append([first, Sample.entry(.cover, "T012", other: "T033"), sign])
            _ = try store.append(Sample.entry(.retract, nil, ref: 3))
            _ = try store.append((0..<600).map { Sample.machinePunch($0) })
            try store.close()
        }
        let store = try clock.open(directory)
        #expect(store.size == 605)
        #expect(try store.append([first, sign, Sample.machinePunch(0)]) == [.added(605), .added(606), .known(5)])
    }

    @Test func keepsNothingOfACallThatIsRefused() throws {
        let store = try clock.open(directory)
        var wrong = Sample.machinePunch(25_201)
        wrong.origin = 99
        #expect(throws: LogError.self) { try store.append([Sample.machinePunch(25_200), wrong]) }
        #expect(store.size == 1)
        #expect(try store.append(Sample.machinePunch(25_200)) == .added(1))
        #expect(try Verifier.verify(directory: directory.path).isWhole)
    }

    @Test func refusesFactsThatContradictThemselves() throws {
        let store = try clock.open(directory)
        var facts = [NewFact](repeating: Sample.machinePunch(1), count: 3)
        facts[0].uncertaintyMilliseconds = -1
        facts[1].session = 1
        facts[2].body = .punch(
            Punch(credential: .machineUser("1"), wall: nil, codes: .none, basis: .machineMeasured))
        facts.append(NewFact(.genesis(Genesis(log: "x", previous: nil)), at: nil, source: "log", author: "x"))
        for fact in facts {
            #expect(throws: LogError.self) { try store.append(fact) }
        }
        #expect(store.size == 1)
    }

    @Test func anImportYieldsToALivePunch() throws {
        let store = try clock.open(directory)
        let reader = try LogReader.open(directory: directory.path)
        let batch = store.beginImport()
        _ = try batch.append((0..<100).map { Sample.machinePunch($0) })
        #expect(try reader.size() == 1)
        #expect(try store.checkpoint().size == 1)
        #expect(try store.append(Sample.machinePunch(80_000, device: "yard")) == .added(101))
        #expect(try reader.size() == 102)
        _ = try batch.append((100..<200).map { Sample.machinePunch($0) })
        #expect(try reader.size() == 102)
        try batch.commit()
        #expect(try reader.size() == 202)
        #expect(try Verifier.verify(directory: directory.path).isWhole)
    }

    @Test func aRefusedLivePunchDoesNotHarmAnOpenImport() throws {
        let store = try clock.open(directory)
        let batch = store.beginImport()
        _ = try batch.append((0..<300).map { Sample.machinePunch($0) })
        #expect(throws: LogError.self) { try store.append(Sample.machinePunch(400, session: 7)) }
        try batch.commit()
        #expect(try LogReader.open(directory: directory.path).size() == 301)
        #expect(try Verifier.verify(directory: directory.path).isWhole)
    }

    @Test func refusesUseAfterClosing() throws {
        let store = try clock.open(directory)
        try store.close()
        try store.close()
        #expect(throws: LogError.closed(path: directory.database)) { try store.append(Sample.machinePunch(1)) }
        #expect(throws: LogError.closed(path: directory.database)) { try store.checkpoint() }
    }
}
