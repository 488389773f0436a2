import AttendanceModel
import Testing

@testable import Adoption

@Suite struct MachineFinderTests {
    private static let ids = (1...30).map(String.init)
    private static let year = Drawer.date("2025-02-17")...Drawer.date("2025-07-04")
    private static let gate = Drawer.machine(seed: 1, ids: ids, days: year)
    private static let hall = Drawer.machine(seed: 2, ids: ids, days: year)

    @Test func machinesWithTheSameNumberAndIDsStayApart() {
        let files = [Drawer.file(Self.gate, "1_attlog.dat"), Drawer.file(Self.hall, "1_attlog (2).dat")]
        #expect(Set(MachineFinder.groups(of: files).map(\.files)) == [[0], [1]])
    }

    @Test func exportsThatOverlapAreOfOneMachine() {
        let half = Self.gate.count / 2
        let files = [
            Drawer.file(Array(Self.gate[..<(half + 400)]), "a.dat"), Drawer.file(Self.hall, "b.dat"),
            Drawer.file(Array(Self.gate[half...]), "renamed by hand.txt", number: nil),
        ]
        #expect(Set(MachineFinder.groups(of: files).map(\.files)) == [[0, 2], [1]])
    }

    @Test func aPartOfTheRowsFindsItsMachineInALongFile() {
        let long = Drawer.machine(
            seed: 3, ids: (1...60).map(String.init), days: Drawer.date("2023-09-01")...Drawer.date("2026-07-01"))
        #expect(long.count > 4 * RowSample.capacity)
        let part = Array(long[30_000..<32_000])
        let other = Drawer.machine(
            seed: 4, ids: (1...60).map(String.init), days: Drawer.date("2024-09-02")...Drawer.date("2025-02-07"))
        let files = [Drawer.file(long, "long"), Drawer.file(part, "part"), Drawer.file(other, "other")]
        #expect(Set(MachineFinder.groups(of: files).map(\.files)) == [[0, 1], [2]])
    }

    @Test func twoSerialNumbersAreTwoMachinesEvenWithRowsInCommon() {
        let files = [
            Drawer.file(Self.gate, "a", serial: "A1"), Drawer.file(Self.gate, "b", serial: "B2"),
            Drawer.file(Self.hall, "c", serial: "A1"),
        ]
        let groups = MachineFinder.groups(of: files)
        #expect(groups.count == 2)
        #expect(groups.contains { $0.files.sorted() == [0, 2] })
    }

    @Test func whatOnlyFollowsInTimeIsNotJoinedButRemarked() throws {
        let later = Drawer.machine(
            seed: 5, ids: Self.ids, days: Drawer.date("2025-09-01")...Drawer.date("2025-12-31"))
        let files = [Drawer.file(Self.gate, "a"), Drawer.file(later, "b")]
        let groups = MachineFinder.groups(of: files)
        #expect(groups.map(\.files) == [[0], [1]])
        let machines = groups.map { group in
            var surveyor = MachineSurveyor(plausible: Drawer.plausible)
            for row in group.files == [0] ? Self.gate : later {
                surveyor.take(SurveyRow(line: 1, userID: row.id, wall: row.wall))
            }
            surveyor.endFile()
            return surveyor.finish(group, files: files)
        }
        let pair = try #require(Understanding(files: files, machines: machines).maybeOne.first)
        #expect((pair.earlier, pair.later, pair.sharedIDs, pair.ids) == ("M1", "M2", 30, 30))
    }

    @Test func labelsThatWereWrittenDownHold() {
        let later = Drawer.machine(
            seed: 5, ids: Self.ids, days: Drawer.date("2025-09-01")...Drawer.date("2025-12-31"))
        let files = [
            Drawer.file(Self.gate, "a"), Drawer.file(Self.hall, "b"), Drawer.file(later, "c"),
            Drawer.file(Array(Self.hall[200...]), "d"),
        ]
        let told = ["b-digest": "M7", "c-digest": "M7"]
        let groups = MachineFinder.groups(of: files, told: told)
        #expect(groups.first { $0.label == "M7" }?.files.sorted() == [1, 2, 3])
        #expect(groups.count == 2)
    }

    @Test(arguments: 0..<6) func theOrderOfFilesDoesNotMatter(_ turn: Int) {
        var files = [
            Drawer.file(Array(Self.gate[..<3000]), "a"), Drawer.file(Array(Self.gate[2000...]), "b"),
            Drawer.file(Self.hall, "c"), Drawer.file(Array(Self.hall[..<500]), "d"),
            Drawer.file(Array(Self.gate[100..<150]), "e"), Drawer.file(Self.gate, "f", digest: "a-copy"),
        ]
        files = Array(files[turn...] + files[..<turn])
        let groups = MachineFinder.groups(of: files)
            .map { $0.files.map { files[$0].fileName }.sorted().joined() }
        #expect(Set(groups) == ["abef", "cd"])
    }
}
