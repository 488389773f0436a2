import AttendanceModel
import Foundation
import TextCodec
import Testing
import Timetable

/// The pages of the documentation say what the readers do: every example is accepted, every header word is known.
@Suite struct DocumentationTests {
    private static let tables = ["Roster", "Calendar", "People", "Cards", "Devices", "Rates", "Groups", "Facts"]

    @Test func planExampleIsAcceptedWithoutQuestions() throws {
        let example = try #require(try Page("Plan").examples(of: "json5").first)
        let (plan, findings) = PlanReader.read(example)
        #expect(findings.map(\.sentence) == [])
        #expect(plan?.duties.count == 10)
    }

    /// Every setting of the table is read, and every setting that is read stands in the table.
    @Test func knobsAreThoseOfTheTable() throws {
        let told = try Page("Plan").rows(under: "## Knobs").flatMap { Page.words($0[0]) }
        for knob in told {
            let (_, findings) = PlanReader.read(Fixture.plan(more: "\(knob): 1e9,"), zones: Fixture.zone)
            let isUnknown = findings.contains {
                if case .unknownKey(knob, _, _) = $0.kind { true } else { false }
            }
            #expect(!isUnknown, "\(knob)")
        }
        #expect(told.count == 39)
    }

    @Test(arguments: tables) func tableExamplesAreAccepted(table: String) throws {
        let examples = try Page(table).examples(of: "csv")
        #expect(examples.count >= 2)
        for example in examples { #expect(findings(of: example, table).map(\.sentence) == []) }
    }

    @Test(arguments: tables) func headerWordsAreKnown(table: String) throws {
        let words = try Page(table).columns
        #expect(words.count >= 5)
        for word in words {
            let unknown = findings(of: CSVWriter.row([word]) + CSVWriter.row(["x"]), table).filter {
                if case .unknownColumn = $0.kind { true } else { false }
            }
            #expect(unknown.isEmpty, "\(table): \(word)")
        }
    }

    /// Together the first examples of all pages are a school that could be published.
    @Test func examplesFitTogether() throws {
        var texts: [Document.Kind: String] = [.plan: try #require(try Page("Plan").examples(of: "json5").first)]
        for kind in Document.Kind.allCases where kind != .plan {
            texts[kind] = try Page(kind.rawValue.capitalized).examples(of: "csv").first
        }
        texts[.people]?.append(
            """
            T041,孙强,teacher,rateA,,,
            T052,周丽,teacher,rateA,,,
            T060,吴刚,teacher,rateA,,,
            """)
        let report = PlanFolder(texts: texts).check()
        #expect(report.findings.filter { $0.severity > .warning }.map(\.sentence) == [])
        let names = NameTable(people: report.book.people, duties: report.book.plans.first?.duties)
        for example in try Page("Facts").examples(of: "csv") {
            let facts = TableReader.facts(
                example.replacingOccurrences(of: "T001", with: "L001"), names: names, kind: .sign)
            #expect(facts.findings.map(\.sentence) == [])
            #expect(!facts.rows.isEmpty)
        }
    }

    @Test func factExampleHasEveryKind() throws {
        let example = try #require(try Page("Facts").examples(of: "csv").first)
        let shown = Set(TableReader.facts(example).rows.map(\.kind))
        #expect(shown == Set(FactKind.allCases.filter(\.isEntry)))
    }

    @Test func kindWordsOfFactsAreKnown() throws {
        let rows = try Page("Facts").rows(under: "## Kinds")
        #expect(rows.count == FactKind.allCases.filter(\.isEntry).count)
        for row in rows {
            for word in Page.words(row[1]) {
                let read = findings(of: "kind,date\r\n\(word),2026-09-16\r\n", "Facts")
                let isUnknown = read.contains {
                    if case .wrongCell(column: "kind", _, _) = $0.kind { true } else { false }
                }
                #expect(!isUnknown, "\(word)")
            }
        }
    }

    private func findings(of text: String, _ table: String) -> [Finding] {
        switch table {
        case "Roster": TableReader.roster(text).findings
        case "Calendar": TableReader.calendar(text).findings
        case "People": TableReader.people(text).findings
        case "Cards": TableReader.cards(text).findings
        case "Devices": TableReader.devices(text).findings
        case "Rates": TableReader.rates(text).findings
        case "Groups": TableReader.groups(text).findings
        default: TableReader.facts(text, kind: text.contains("kind") || text.contains("类型") ? nil : .sign).findings
        }
    }
}

extension Finding {
    fileprivate var sentence: String { description(in: .english) }
}

/// One page of the catalogue, `Timetable.docc/<name>File.md`.
private struct Page {
    private let lines: [String]

    init(_ name: String) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Timetable/Timetable.docc/\(name)File.md")
        lines = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
    }

    /// The fenced blocks of one language.
    func examples(of language: String) -> [String] {
        var examples: [String] = []
        var block: [String]?
        for line in lines {
            if line == "```\(language)" {
                block = []
            } else if line.hasPrefix("```"), let whole = block {
                examples.append(whole.joined(separator: "\n") + "\n")
                block = nil
            } else {
                block?.append(line)
            }
        }
        return examples
    }

    /// Cells of the rows of the first table under a heading, without its header.
    func rows(under heading: String) -> [[String]] {
        let after = lines.drop { $0 != heading }.drop { !$0.hasPrefix("|") }
        return after.prefix { $0.hasPrefix("|") }.dropFirst(2).map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// Every word that the table of columns says may stand in a header.
    var columns: [String] {
        rows(under: "## Columns").flatMap { Self.words($0[0]) + Self.words($0[1]) }
    }

    /// The words in backticks.
    static func words(_ cell: String) -> [String] {
        cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
}
