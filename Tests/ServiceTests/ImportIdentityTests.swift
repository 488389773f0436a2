import AttendanceModel
import EventLog
import Foundation
import Runtime
import TextCodec
import Testing
import WireFormats

@testable import Service

/// Whose file it is: said by the person or by a serial number, never by the file's name.
@Suite struct ImportIdentityTests {
    private let folder: TestFolder
    /// 2026-03-10 18:00 in Shanghai.
    private let clock = ManualClock(now: 1_773_136_800_000)

    init() throws {
        folder = try TestFolder()
    }

    private var data: String { folder.path + "/data" }

    /// A file of three days; `seed` makes its times differ from those of other machines.
    private static func rows(_ days: ClosedRange<Int>, users: Int = 5, seed: Int) -> String {
        days.flatMap { day in
            (1...users).map { user in
                let second = (user * 7 + seed * 13 + day) % 60
                let minute = (user * 3 + seed) % 60
                return "\(user)\t2026-03-0\(day) 07:\(pad(minute)):\(pad(second))\t1\t0\t1\t0\r\n"
            }
        }.joined()
    }

    private static func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// The same from a black-and-white machine, which writes its serial number.
    private static func rows(_ days: ClosedRange<Int>, seed: Int, serial: String) -> String {
        "\(serial)\r\n" + rows(days, seed: seed) + "1234\r\n"
    }

    private enum Answer: Equatable {
        case imported(DeviceID, added: Int64)
        case asked(ImportQuestion)
    }

    /// What `import` does: survey, decide, take.
    @discardableResult
    private func importing(
        _ text: String, as name: String = "1_attlog.dat", machine: String? = nil, replaced: String? = nil,
        anyway: Bool = false
    ) throws -> Answer {
        let file = try ExportFile(opening: try folder.write(text, to: name))
        let zone = try ZoneRules.system(named: "Asia/Shanghai")
        let contents = try file.survey(zone: zone, now: Instant(milliseconds: clock.now()))
        let answers = ImportIdentity.Answers(
            machine: machine.map { DeviceID($0) }, replaced: replaced.flatMap { LocalDate(iso: $0) }, anyway: anyway)
        let reader = try? LogReader.open(directory: data)
        switch try ImportIdentity.decide(contents, digest: file.digest, answers, in: reader) {
        case .failure(let asked): return .asked(asked.question)
        case .success(let identity):
            var request = ImportRequest(device: identity.machine, fileName: file.name, zone: zone.name)
            request.dates = contents.dates
            request.since = identity.since
            request.remember = identity.remember
            let outcome = try OwnerConnection(dataDirectory: data, clock: clock).importFile(file, request)
            return .imported(identity.machine, added: outcome.counts.added)
        }
    }

    private let gate = DeviceID("gate")
    private let east = DeviceID("east")

    // MARK: Names of files

    @Test(arguments: ["1_attlog.dat", "gate_attlog.dat", "east_attlog.dat", "AGL_001.TXT", "BAK.KQ"])
    func aFileNameDecidesNothing(_ name: String) throws {
        try importing(Self.rows(1...1, seed: 1), machine: "gate")
        try importing(Self.rows(1...1, seed: 2), as: "2_attlog.dat", machine: "east")
        #expect(try importing(Self.rows(2...2, seed: 1), as: name) == .asked(.whichMachine))
    }

    @Test func twoMachinesThatBothCallThemselvesOneNeverMix() throws {
        let first = Self.rows(1...3, seed: 1)
        let second = Self.rows(1...3, seed: 2)
        #expect(
            try importing(first, as: "a/1_attlog.dat".replacing("/", with: "-"), machine: "gate")
                == .imported(gate, added: 15))
        #expect(try importing(second, machine: "east") == .imported(east, added: 15))
        let punches = try LogReader.open(directory: data).facts(FactQuery(kinds: [.punch]))
        let sources = Dictionary(grouping: punches, by: \.source).mapValues(\.count)
        #expect(sources == ["gate": 15, "east": 15])
        #expect(Set(punches.map(\.subject)).count == 5, "the same ids, and they are other people")
    }

    @Test func aRenamedFileIsTheSameFile() throws {
        let rows = Self.rows(1...2, seed: 1)
        try importing(rows, machine: "gate")
        #expect(try importing(rows, as: "east_attlog.dat", machine: "gate") == .imported(gate, added: 0))
    }

    // MARK: Rows that are known

    @Test func theSameFileForAnotherMachineIsNoticed() throws {
        let rows = Self.rows(1...2, seed: 1)
        try importing(rows, machine: "gate")
        #expect(
            try importing(rows, as: "other.dat", machine: "east") == .asked(.knownUnder(other: [gate], machine: east)))
        #expect(try importing(rows, machine: "east", anyway: true) == .imported(east, added: 10))
    }

    @Test func aLaterExportForAnotherMachineIsNoticedByItsRows() throws {
        try importing(Self.rows(1...2, seed: 1), machine: "gate")
        let later = Self.rows(1...6, seed: 1)
        #expect(try importing(later, machine: "east") == .asked(.knownUnder(other: [gate], machine: east)))
        #expect(try importing(later, machine: "gate") == .imported(gate, added: 20))
    }

    /// Two machines may see their user 7 in the same second.
    @Test func oneRowInCommonIsChance() throws {
        let shared = "9\t2026-03-02 07:59:59\t1\t0\t1\t0\r\n"
        try importing(Self.rows(1...3, seed: 1) + shared, machine: "gate")
        #expect(try importing(Self.rows(1...3, seed: 2) + shared, machine: "east") == .imported(east, added: 16))
    }

    /// A clock that was reset shows the same impossible times on every machine.
    @Test func impossibleTimesInCommonSayNothing() throws {
        let reset = (1...9).map { "\($0)\t2000-01-01 00:0\($0):00\t1\t0\t1\t0\r\n" }.joined()
        try importing(reset + Self.rows(1...1, seed: 1), machine: "gate")
        #expect(try importing(reset + Self.rows(1...1, seed: 2), machine: "east") == .imported(east, added: 14))
    }

    @Test func aFileUnlikeTheMachinesRowsIsAskedAbout() throws {
        try importing(Self.rows(1...6, seed: 1), machine: "gate")
        let other = Self.rows(1...6, seed: 2)
        guard case .asked(.unlike(let machine, let days)) = try importing(other, machine: "gate") else {
            Issue.record("another machine's file was taken")
            return
        }
        #expect(machine == gate)
        #expect(days.count == 6)
        #expect(try importing(other, machine: "gate", anyway: true) == .imported(gate, added: 30))
    }

    @Test func aFileOfOtherDaysIsNotUnlike() throws {
        try importing(Self.rows(1...3, seed: 1), machine: "gate")
        #expect(try importing(Self.rows(5...7, seed: 1), machine: "gate") == .imported(gate, added: 15))
    }

    /// A list that a computer put together, or a machine whose number was changed: only the person knows.
    @Test func rowsOfSeveralMachinesInOneFileAreAskedAbout() throws {
        let both = Self.rows(1...2, seed: 1) + Self.rows(3...4, seed: 1).replacing("\t1\t0\t1\t0", with: "\t2\t0\t1\t0")
        let question = ImportQuestion.severalMachines(numbers: [1, 2], machine: gate)
        try importing(Self.rows(1...2, seed: 1), machine: "gate")
        #expect(try importing(both, machine: "gate") == .asked(question), "only machine 1 is known here")
        #expect(try importing(both, machine: "gate", anyway: true) == .imported(gate, added: 10))
        let later = both + Self.rows(5...5, seed: 1)
        #expect(try importing(later, machine: "gate") == .imported(gate, added: 5), "asked once")
    }

    // MARK: Serial numbers

    @Test func aSerialNumberIsLearnedOnceAndThenDecides() throws {
        #expect(
            try importing(Self.rows(1...1, seed: 1, serial: "SN0001"), machine: "gate") == .imported(gate, added: 5))
        #expect(try importing(Self.rows(2...2, seed: 1, serial: "SN0001"), as: "x.dat") == .imported(gate, added: 5))
        #expect(try importing(Self.rows(2...2, seed: 2, serial: "SN0002"), as: "y.dat") == .asked(.whichMachine))
        let facts = try LogReader.open(directory: data).facts(FactQuery(kinds: [.machine]))
        #expect(facts.map(\.body) == [.machine(MachineReport(machine: gate, serialNumber: "SN0001"))])
    }

    @Test func aSerialNumberThatContradictsTheNameIsAskedAbout() throws {
        try importing(Self.rows(1...1, seed: 1, serial: "SN0001"), machine: "gate")
        #expect(
            try importing(Self.rows(2...2, seed: 1, serial: "SN0001"), machine: "east")
                == .asked(.deviceOf(other: gate, machine: east, serial: "SN0001")))
        #expect(
            try importing(Self.rows(2...2, seed: 2, serial: "SN0002"), machine: "gate")
                == .asked(.otherDevice(machine: gate, known: "SN0001", found: "SN0002")))
        for question in [
            ImportQuestion.deviceOf(other: gate, machine: east, serial: "SN0001"),
            .otherDevice(machine: gate, known: "SN0001", found: "SN0002"),
        ] {
            for language in Language.allCases {
                let sentence = question.sentence(in: language)
                #expect(sentence.contains("SN0001") && sentence.contains("gate") && sentence.contains("--replaced"))
            }
        }
    }

    @Test func aReplacedMachineIsKnownByItsNewSerialNumberAndItsOldOne() throws {
        try importing(Self.rows(1...2, seed: 1, serial: "SN0001"), machine: "gate")
        let new = Self.rows(2...4, seed: 2, serial: "SN0002")
        // What the new device saw before it came here is not of this place.
        #expect(try importing(new, machine: "gate", replaced: "2026-03-03") == .imported(gate, added: 10))
        #expect(try importing(Self.rows(2...5, seed: 2, serial: "SN0002"), as: "z.dat") == .imported(gate, added: 5))
        #expect(try importing(Self.rows(1...2, seed: 1, serial: "SN0001"), as: "old.dat") == .imported(gate, added: 0))
        #expect(
            try importing(Self.rows(5...5, seed: 3, serial: "SN0003"), machine: "gate")
                == .asked(.otherDevice(machine: gate, known: "SN0002", found: "SN0003")))
    }

    @Test func aReplacedMachineWithoutSerialNumberStartsAnew() throws {
        try importing(Self.rows(1...6, seed: 1), machine: "gate")
        let new = Self.rows(4...7, seed: 2)
        #expect(try importing(new, machine: "gate", replaced: "2026-03-07") == .imported(gate, added: 5))
        let facts = try LogReader.open(directory: data).facts(FactQuery(kinds: [.machine, .imported]))
        #expect(
            facts.contains {
                $0.body
                    == .machine(MachineReport(machine: gate, serialNumber: nil, since: LocalDate(iso: "2026-03-07")))
            })
        guard case .imported(let report)? = facts.last(where: { $0.kind == .imported })?.body else {
            Issue.record("no import was written")
            return
        }
        #expect(report.notes[.before] == 15)
    }

    /// Its exports go on repeating what it saw at its former place.
    @Test func aDeviceThatMovedToAnotherPlaceIsKnownThere() throws {
        try importing(Self.rows(1...3, seed: 1, serial: "SN0001"), machine: "gate")
        let moved = Self.rows(1...5, seed: 1, serial: "SN0001")
        #expect(try importing(moved, machine: "east", replaced: "2026-03-04") == .imported(east, added: 10))
        #expect(
            try importing(Self.rows(1...6, seed: 1, serial: "SN0001"), as: "later.dat") == .imported(east, added: 5))
        let punches = try LogReader.open(directory: data).facts(FactQuery(kinds: [.punch]))
        #expect(Dictionary(grouping: punches, by: \.source).mapValues(\.count) == ["gate": 15, "east": 15])
    }

    @Test func nothingIsRememberedOfWhatWasForced() throws {
        try importing(Self.rows(1...1, seed: 1, serial: "SN0001"), machine: "gate")
        try importing(Self.rows(2...2, seed: 2, serial: "SN0001"), machine: "east", anyway: true)
        #expect(try LogReader.open(directory: data).count(FactQuery(kinds: [.machine])) == 1)
    }
}
