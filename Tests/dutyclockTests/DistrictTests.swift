import Foundation
import Testing

/// Three schools hand in September, and the district adds it up.
@Suite struct DistrictTests {
    private let schools: [CommandLine]
    private var district: CommandLine { schools[0] }

    init() throws {
        schools = try (0..<3).map { _ in try CommandLine() }
        for school in schools {
            #expect(try school("init", school.path("plan"), "--sample").status == 0)
            #expect(try school("publish", school.path("plan")).status == 0)
        }
        try FileManager.default.createDirectory(atPath: district.path("in"), withIntermediateDirectories: true)
    }

    private func remove() { for school in schools { school.remove() } }

    private func close(_ place: Int) throws {
        let answer = try schools[place]("close", "2026-09", "--by", "L001", "--despite", "试")
        #expect(answer.status == 0, "\(answer.errors)")
    }

    private func submit(_ place: Int, _ words: String...) throws -> CommandLine.Answer {
        let path = district.path("in/S\(place + 1).json")
        return try schools[place].run(["submit", "2026-09", "--school", "S\(place + 1)", "--output", path] + words)
    }

    private func rollUp(_ words: String...) throws -> CommandLine.Answer {
        let list = try district.write(
            "id,name,district,report,persons,folder\n"
                + (0..<3).map { "S\($0 + 1),第\($0 + 1)小学,东区,,shared,\(schools[$0].path("log"))\n" }.joined()
                + "S4,海岛小学,西区,exempt,,\n",
            to: "schools.csv")
        return try district.run(["district", "2026-09", "--schools", list] + words)
    }

    @Test func handsInAndAddsUp() throws {
        defer { remove() }
        try close(0)
        try close(1)
        #expect(try submit(0).status == 0)
        let first = try String(contentsOfFile: district.path("in/S1.json"), encoding: .utf8)
        #expect(try submit(0).status == 0)
        #expect(try String(contentsOfFile: district.path("in/S1.json"), encoding: .utf8) == first)
        #expect(try submit(1).status == 0)
        let refused = try submit(2)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("--open"))

        var answer = try rollUp("--packages", district.path("in"))
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.contains("INCOMPLETE: 1 of 3"))
        #expect(try submit(2, "--open").status == 0)
        answer = try rollUp("--packages", district.path("in"), "--format", "csv", "--lang", "zh")
        #expect(answer.output.contains("S3,第3小学,东区,未结算"))
        #expect(answer.output.contains("S4,海岛小学,西区,免报"))

        // Straight from the logs: the same numbers.
        let fromFiles = try rollUp("--packages", district.path("in"), "--format", "csv").output
        #expect(try rollUp("--logs", "--format", "csv").output == fromFiles)
        #expect(fromFiles.contains("S1,第1小学,东区,received,"))

        // One credit more in a file that somebody opened.
        let path = district.path("in/S2.json")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let place = try #require(text.range(of: "\\\"line\\\""))
        try text.replacingCharacters(in: place, with: "\\\"Line\\\"").write(
            toFile: path, atomically: true, encoding: .utf8)
        answer = try rollUp("--packages", district.path("in"))
        #expect(answer.output.contains("its bytes were changed"))
        #expect(answer.output.contains("MISSING"))
        #expect(answer.output.contains("INCOMPLETE: 2 of 3"))
        let page = try rollUp("--packages", district.path("in"), "--format", "html", "--lang", "zh").output
        #expect(page.contains("<!DOCTYPE html>") && page.contains("不齐全"))
    }

    @Test func usesNoListWithAMistakeInIt() throws {
        defer { remove() }
        let list = try district.write("id,name\nS1,甲\nS1,乙\n", to: "schools.csv")
        let answer = try district("district", "2026-09", "--schools", list, "--packages", district.path("in"))
        #expect(answer.status == 65)
        #expect(answer.errors.contains("schools.csv:3:"))
    }
}
