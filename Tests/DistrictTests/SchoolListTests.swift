import District
import Foundation
import Testing

/// The list of schools, as its page shows it.
@Suite struct SchoolListTests {
    private func blocks() throws -> [String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appendingPathComponent("Sources/District/District.docc/SchoolsFile.md"), encoding: .utf8)
        return page.components(separatedBy: "```csv\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    @Test func readsTheExamplesOfItsPage() throws {
        let blocks = try blocks()
        #expect(blocks.count == 3)
        var (list, findings) = SchoolList.read(blocks[0], file: "schools.csv")
        #expect(findings.isEmpty)
        #expect(list.schools.map(\.id) == ["S017", "S018", "S019"])
        #expect(list.schools.map(\.isExempt) == [false, true, false])
        #expect(list.schools[0].sharesPersonIDs)
        #expect(list.schools[2].folder == "/srv/schools/S019")
        #expect(list.readKeys(blocks[2], file: "persons.csv").isEmpty)
        #expect(list.key(of: "T003", at: list.schools[2]) == "2102040012")
        let chinese = SchoolList.read(blocks[1], file: "schools.csv")
        #expect(chinese.findings.isEmpty)
        #expect(chinese.list.schools.first == list.schools.first)
    }

    @Test(arguments: [
        "name\nA\n", "id\nS1\nS1\n", "id,report\nS1,maybe\n", "id,log\nS1,xyz\n", "id,persons\nS1,all\n",
        "id,name\n,A\n",
    ]) func refusesAListThatCannotBeTrusted(text: String) {
        #expect(!SchoolList.read(text, file: "schools.csv").findings.isEmpty)
    }

    @Test(arguments: [
        "school,person,key\nS2,T1,K\n", "school,person,key\nS1,T1,K\nS1,T1,L\n", "school,person\nS1,T1\n",
    ])
    func refusesKeysThatCannotBeTrusted(text: String) {
        var list = SchoolList(schools: [SchoolList.School(id: "S1", name: "A")])
        #expect(!list.readKeys(text, file: "persons.csv").isEmpty)
    }
}
