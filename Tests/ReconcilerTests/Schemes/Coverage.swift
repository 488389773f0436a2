import Foundation
import Testing

/// What shows each rule of the source documents (schemes.md) and each case (cases.md).
struct Coverage {
    /// R-101 to R-120 and so on: all rules of schemes.md.
    static let rules = ids(
        "R",
        [
            101...120, 201...215, 221...227, 231...242, 251...258, 301...311, 401...411, 501...505, 601...610,
            801...802,
            901...904, 1001...1004, 1101...1107, 1201...1203, 1301...1304, 1401...1404, 1501...1511, 1601...1602,
            1701...1703, 1801...1802, 1901...1902, 2001...2002, 2101...2103,
        ])

    /// All cases of cases.md.
    static let cases = ids(
        "C",
        [
            1...6, 8...10, 12...13, 15...17, 20...22, 24...28, 30...32, 34...35, 37...38, 40...42, 44...47, 49...62,
            64...65, 67...69, 71...72, 74...78, 80...83, 85...87, 89...89, 91...97, 99...104, 107...108, 110...116,
            118...118, 120...120, 122...125, 127...130,
        ])

    /// Tests that show what no plan states, or what other tables than the cases show.
    static let tests: [String: String] = [
        "R-202": "theRosterSaysWhoAnswers", "R-207": "theRosterSaysWhoAnswers", "R-210": "theRosterSaysWhoAnswers",
        "R-254": "careRecordIsAskedForOnlyByItsRule",
        "C-49": "tellsPersonsWithOneName", "C-104": "leavesAGoodRosterAlone",
        "C-122": "moneyIsWholeFenAtTheRateOfTheDate", "C-123": "moneyIsWholeFenAtTheRateOfTheDate",
        "C-52": "aLatePunchIsAnAdjustmentInTheMonthOfItsRecording",
        "C-53": "aLateFactBringsTheNextRevisionWithItsDifferences", "C-54": "whatTakesCreditsAwayWaitsForARuling",
        "R-601": "aDistrictOf183SchoolsIsRolledUp", "C-128": "aPersonOfTwoSchoolsIsOneInTheDistrict",
        "C-60": "aClosedMonthReadAgainIsTheSame", "C-113": "contractStaffStandOnASheetOfTheirOwn",
    ]

    /// Where each rule and case is shown; those of the plans are taken out one by one by `SchemeRuleTests` and
    /// `RuleTests`.
    let places: [String: [String]]

    init() throws {
        var places: [String: [String]] = [:]
        for removal in RuleRemoval.all { places[removal.id, default: []].append("\(removal.scheme) \(removal.place)") }
        for rule in Rule.all { places[Self.word(rule.id), default: []].append("Rule: \(rule.id)") }
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = tests.appendingPathComponent("Cases")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("    C-") {
                places[Self.word(line.trimmed), default: []].append("\(file): \(line.trimmed)")
            }
        }
        let all = try Self.functions(below: tests.deletingLastPathComponent())
        for (id, test) in Self.tests where all.contains(test) {
            places[id, default: []].append("test \(test)")
        }
        self.places = places
    }

    /// The names of all test functions of the package.
    private static func functions(below folder: URL) throws -> Set<String> {
        var names: Set<String> = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for part in text.components(separatedBy: "func ").dropFirst() {
                names.insert(String(part.prefix { $0.isLetter || $0.isNumber }))
            }
        }
        return names
    }

    /// `R-208 who is not on duty signs out` is about `R-208`.
    private static func word(_ text: String) -> String { String(text.prefix { $0 != " " }) }

    private static func ids(_ letter: String, _ ranges: [ClosedRange<Int>]) -> [String] {
        ranges.flatMap { $0.map { number in "\(letter)-" + (number < 10 ? "0\(number)" : "\(number)") } }
    }
}

@Suite struct CoverageTests {
    @Test func everySchemeHasADay() {
        let schemes = (1...21).map { "s\($0)" } + (1...4).map { "x\($0)" }
        #expect(Set(SchemeDay.all.map(\.id)) == Set(schemes))
        #expect(SchemeDay.all.allSatisfy { !$0.expected.isEmpty })
    }

    @Test func everyRuleAndEveryCaseIsShownSomewhere() throws {
        let coverage = try Coverage()
        let all = Coverage.rules + Coverage.cases
        #expect(Coverage.rules.count == 152)
        #expect(Coverage.cases.count == 102)
        let open = all.filter { coverage.places[$0] == nil }
        #expect(open == [])
        let strangers = (Array(coverage.places.keys) + Array(Coverage.tests.keys))
            .filter {
                $0.hasPrefix("R-") && !Coverage.rules.contains($0)
            }
        #expect(strangers == [], "no such rule")
        print(table(all, coverage))
    }

    /// Names in the table of tests must be those of tests.
    @Test func everyTestThatIsNamedExists() throws {
        let coverage = try Coverage()
        for (id, test) in Coverage.tests {
            #expect(coverage.places[id]?.contains("test \(test)") == true, "\(id): there is no test \(test)")
        }
    }

    private func table(_ ids: [String], _ coverage: Coverage) -> String {
        let shown = ids.filter { coverage.places[$0] != nil }
        var text = "coverage: \(Set(SchemeDay.all.map(\.id).filter { $0.hasPrefix("s") }).count)/21 schemes, "
        text += "\(shown.filter { $0.hasPrefix("R") }.count)/\(Coverage.rules.count) rules, "
        text += "\(shown.filter { $0.hasPrefix("C") }.count)/\(Coverage.cases.count) cases\n"
        for id in ids {
            text += "\(id)  \(coverage.places[id, default: []].joined(separator: " · "))\n"
        }
        return text
    }
}
