import AttendanceModel
import Foundation
import Reconciler
import Reports
import Testing

/// The page about documents has the columns that the program writes.
@Suite struct DocumentsPageTests {
    private let page: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        page = try String(
            contentsOf: root.appendingPathComponent("Sources/Reports/Reports.docc/Documents.md"), encoding: .utf8)
    }

    @Test func namesTheColumnsOfEachFile() throws {
        let papers = try SchoolMonth(6).papers()
        let day = try #require(SchoolMonth.dates.days.first)
        let sheet = PaySheet(papers.ledger)
        for (command, paper) in [
            ("notice", papers.notice()), ("pay", papers.pay(sheet, part: .staff)),
            ("signsheet", try SchoolMonth(6).papers(day...day).signSheet()), ("patrol", papers.patrolReport),
            ("incidents", papers.incidentRegister), ("appraisal", papers.appraisal),
        ] {
            let table = try #require(paper.csvTable ?? paper.sheets.first?.table)
            let keys = table.columns.map { "`\($0.key)`" }.joined(separator: " ")
            let row = page.split(separator: "\n").first { $0.hasPrefix("| `\(command)` |") }
            #expect(row?.contains("| \(keys) |") ?? false, "\(command): \(keys)")
        }
    }

    @Test func namesEachDocumentInBothLanguages() throws {
        let papers = try SchoolMonth(3).papers()
        let sheet = PaySheet(papers.ledger)
        for title in [
            papers.notice().title, papers.pay(sheet, part: .staff).title, papers.signSheet().title,
            papers.weekRoster.title, papers.missingList.title, papers.patrolReport.title,
            papers.incidentRegister.title, papers.appraisal.title,
        ] {
            #expect(page.contains("| \(title.chinese) |"), "\(title.chinese)")
            #expect(page.lowercased().contains(title.english.lowercased().prefix(12)), "\(title.english)")
        }
    }
}
