import AttendanceModel
import Foundation
import TextCodec
import Testing

@testable import Adoption
@testable import Timetable

/// The answers folder: what is written is read back, and what people write is taken or told with its line.
@Suite struct AnswerTests {
    private static let people = [
        Person(id: PersonID("T012"), name: "王芳", kind: "teacher"),
        Person(id: PersonID("T060"), name: "吴刚", kind: "teacher"),
        Person(id: PersonID("T061"), name: "吴刚", kind: "teacher"),
    ]

    /// Two machines with ids 17 and 0018, the first of which stepped an hour back.
    private static let understanding: Understanding = {
        let days = Drawer.date("2025-02-17")...Drawer.date("2025-07-04")
        let gate = Drawer.machine(seed: 1, ids: ["17", "0018"], days: days)
        let bus = Drawer.machine(seed: 2, ids: ["17", "0018"], days: days)
        let files = [Drawer.file(gate, "gate"), Drawer.file(bus, "bus", serial: "BW0012345")]
        let groups = MachineFinder.groups(of: files)
        let machines = groups.map { group in
            var surveyor = MachineSurveyor(plausible: Drawer.plausible)
            for row in group.files == [0] ? gate : bus {
                surveyor.take(SurveyRow(line: 1, userID: row.id, wall: row.wall))
            }
            surveyor.endFile()
            return surveyor.finish(group, files: files)
        }
        return Understanding(files: files, machines: machines)
    }()

    private static let label = understanding.machines.first { $0.files == [0] }?.label ?? ""
    private static let other = understanding.machines.first { $0.files == [1] }?.label ?? ""

    private func read(
        _ tables: [AnswerTable: String] = [:], settings: String = "{ adopt: 1, from: \"2025-09-01\" }"
    ) -> (answers: AdoptionAnswers, findings: [AnswerFinding]) {
        AnswerReader.read(
            settings: settings, tables: tables, understanding: Self.understanding, people: Self.people,
            readers: [DeviceID("hall")])
    }

    private func written(_ answers: AdoptionAnswers = AdoptionAnswers(), _ language: Language = .english)
        -> [AnswerTable: String]
    {
        AnswerWriter(
            Self.understanding, answers: answers, proposer: PersonProposer(people: Self.people, cards: []),
            devices: [DeviceID("coach"): ["BW0012345"]], language: language
        ).tables()
    }

    private func machines(_ rows: String...) -> [AnswerTable: String] {
        var tables = written()
        tables[.machines] = "found,machine\n" + rows.joined(separator: "\n") + "\n"
        return tables
    }

    @Test(arguments: [Language.english, .chinese])
    func whatIsWrittenIsReadBack(_ language: Language) {
        let first = read(written(AdoptionAnswers(), language))
        #expect(first.findings.allSatisfy { $0.severity == .question }, "\(first.findings)")
        #expect(first.answers.machines[Self.label] == .ask)
        #expect(
            first.answers.machines[Self.other] == .said(.called(DeviceID("coach"), place: nil)), "by its serial number")
        let second = read(written(first.answers, language))
        #expect(second.answers.machines == first.answers.machines)
        #expect(second.answers.files == first.answers.files)
        #expect(second.answers.ids.mapValues { $0.map(\.person) } == first.answers.ids.mapValues { $0.map(\.person) })
    }

    @Test func answersStayWhenRowsAreAdded() throws {
        var tables = written()
        tables[.ids] = "found,id,person,from,to\n\(Self.label),17,王芳,,2025-03-01\n\(Self.label),17,T060,2025-03-01,\n"
        let answers = read(tables).answers
        let again = read(written(answers)).answers
        let holders = try #require(again.ids[AdoptionAnswers.IDKey(label: Self.label, id: "17")])
        #expect(holders.map(\.person) == [.said(PersonID("T012")), .said(PersonID("T060"))])
        #expect(holders.map(\.to) == [Drawer.wall("2025-03-01 00:00:00"), nil])
        #expect(again.ids.count == 4)
    }

    @Test func idsMayHaveLostTheirZerosInExcel() {
        var tables = written()
        tables[.ids] = "found,id,person\n\(Self.label),18,T012\n"
        let key = AdoptionAnswers.IDKey(label: Self.label, id: "0018")
        #expect(read(tables).answers.ids[key]?.map(\.person) == [.said(PersonID("T012"))])
    }

    @Test func everyWrongCellIsToldWithItsLine() {
        var tables = machines(
            "\(Self.label),gate", "\(Self.other),gate", "M9,x", "\(Self.label),hall", "\(Self.label),the gate")
        tables[.ids] = """
            found,id,person,from,to
            \(Self.label),99,T012,,
            \(Self.label),17,T999,,
            \(Self.label),17,吴刚,,
            \(Self.label),17,T012,yesterday,
            \(Self.label),0018,T012,,2025-04-01
            \(Self.label),0018,T060,2025-03-01,
            """
        tables[.clocks] = "found,from,to,offset\n\(Self.label),2025-03-01,2025-03-02,soon\n"
        tables[.files] = "found,digest\nM1,#123456789012\n"
        let findings = read(tables).findings
        let told = Set(findings.map { "\($0.place) \($0.kind)" })
        for (place, kind) in [
            ("machines.csv", AnswerFinding.Kind.twoMachines("M1", "M2", name: "gate")),
            ("machines.csv:4", .unknownMachine("M9")), ("machines.csv:5", .isReader("hall")),
            ("machines.csv:6", .wrongValue("the gate", expected: .machineName)),
            ("ids.csv:2", .unknownID(id: "99", machine: Self.label)), ("ids.csv:3", .unknownPerson("T999")),
            ("ids.csv:4", .namesakes("吴刚", ["T060", "T061"])),
            ("ids.csv:5", .wrongValue("yesterday", expected: .dateTime)),
            ("ids.csv:7", .holdersOverlap(id: "0018", machine: Self.label)),
            ("clocks.csv:2", .wrongValue("soon", expected: .offset)), ("files.csv:2", .unknownFile("#123456789012")),
        ] {
            #expect(told.contains("\(place) \(kind)"), "\(place): \(findings.map(\.place))")
        }
        #expect(findings.allSatisfy { $0.severity == .error })
        #expect(findings.allSatisfy { !$0.description(in: .chinese).isEmpty && !$0.description(in: .english).isEmpty })
    }

    @Test(
        arguments: [
            ("3600", 3600), ("+1h", 3600), ("-30m", -1800), ("366d", 31_622_400), ("1h30m", 5400), ("-1d2h", -93_600),
            ("", nil), ("h", nil), ("1x", nil), ("1h1h", nil), ("99999999999", nil), ("5 h", 18_000), ("1h5", nil),
        ] as [(String, Int?)])
    func readsHowFarAClockWasOff(_ text: String, _ seconds: Int?) {
        #expect(OffsetText.seconds(text) == seconds)
        if let seconds { #expect(OffsetText.seconds(OffsetText.text(seconds)) == seconds) }
    }

    @Test func aStretchBecomesFourMeasurementsInTrueTime() throws {
        var tables = machines("\(Self.label),gate", "\(Self.other),skip")
        tables[.clocks] = "found,from,to,offset\n\(Self.label),2025-03-03 00:00,2025-03-07 23:59:59,+1h\n"
        tables[.ids] = "found,id,person\n\(Self.label),17,T012\n"
        let (answers, findings) = read(tables)
        #expect(findings.isEmpty, "\(findings)")
        let plan = try #require(AdoptionPlan(Self.understanding, answers))
        #expect(
            plan.clocks.map { "\($0.dates?.lowerBound.description ?? "") \($0.from ?? "") \($0.to ?? "")" } == [
                "2025-03-02 22:59:59 0", "2025-03-02 23:00:00 3600", "2025-03-07 22:59:59 3600",
                "2025-03-07 23:00:00 0",
            ])
        #expect(plan.devices.map(\.uncertaintySeconds) == [60])
        #expect(plan.imports.map(\.file) == [0] && plan.leftOut == [1])
        #expect(plan.cardFacts.map(\.other) == ["gate/17"])
        #expect(plan.cardFacts.first?.person == PersonID("T012"))
    }

    @Test func nothingIsPlannedWhileAQuestionIsOpen() {
        #expect(AdoptionPlan(Self.understanding, read(written()).answers) == nil)
        let closed = machines("\(Self.label),skip", "\(Self.other),skip")
        #expect(AdoptionPlan(Self.understanding, read(closed).answers) != nil)
        #expect(AdoptionPlan(Self.understanding, read(closed, settings: "{ from: \"ask\" }").answers) == nil)
    }

    @Test func thePageOnAdoptingShowsFoldersThatAreRead() throws {
        let page = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("Sources/Adoption/Adoption.docc/Adopting.md"),
            encoding: .utf8)
        func block(after heading: String) throws -> String {
            let rest = try #require(page.components(separatedBy: "### \(heading)\n").last)
            let fenced = rest.components(separatedBy: "```")
            return fenced[1].split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(
                separator: "\n")
        }
        var tables = written()
        // The page's id 18 is this machine's 0018, as after Excel.
        for table in [AnswerTable.machines, .ids, .clocks] { tables[table] = try block(after: table.fileName) }
        let settings = try block(after: "adopt.json5")
        let (answers, findings) = read(tables, settings: settings)
        #expect(findings.map(\.kind) == [.askMachine("M2")], "\(findings)")
        #expect(answers.from == .said(Drawer.date("2026-09-01")) && answers.folders == ["drawer"])
        #expect(answers.clocks.map(\.offset) == [.said(.seconds(3600))])
        #expect(answers.ids[AdoptionAnswers.IDKey(label: "M1", id: "0018")]?.count == 2)
    }

    @Test func settingsAreWrittenAsTheyAreRead() {
        let text = AnswerWriter.settings(folders: ["a \"b\"", "中"], plan: "p", from: .said(Drawer.date("2026-09-01")))
        let (answers, findings) = AnswerReader.settings(text)
        #expect(findings.isEmpty)
        #expect(answers.folders == ["a \"b\"", "中"] && answers.plan == "p")
        #expect(answers.from == .said(Drawer.date("2026-09-01")))
        #expect(
            AnswerReader.settings(AnswerWriter.settings(folders: [], plan: nil, from: .ask)).findings.map(\.kind) == [
                .askFrom
            ])
        #expect(
            AnswerReader.settings("{ from: 3, to: 4 }").findings.map(\.kind) == [
                .wrongValue("from", expected: .date), .unknownKey("to"),
            ])
    }
}
