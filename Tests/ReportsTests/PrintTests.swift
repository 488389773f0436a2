import AttendanceModel
import Foundation
import Reconciler
import Reports
import TextCodec
import Testing
import Timetable

/// What a browser and a spreadsheet really make of the documents; skipped, and said so, where they are not installed.
///
/// Set DUTYCLOCK_PAPERS to a folder to keep the files and look at them.
@Suite(.serialized) struct PrintTests {
    private static let chromium = Tool.find("chromium", "chromium-browser", "google-chrome")
    private static let office = Tool.find("soffice", "libreoffice")
    private static let hasPrinter = chromium != nil && Tool.find("pdftotext") != nil

    private let folder: String

    init() throws {
        let kept = ProcessInfo.processInfo.environment["DUTYCLOCK_PAPERS"]
        folder = kept ?? NSTemporaryDirectory() + "dutyclock-papers-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func cleanUp() {
        if ProcessInfo.processInfo.environment["DUTYCLOCK_PAPERS"] == nil {
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    /// The pages of a document printed by the browser on its own paper size, as text.
    private func printed(_ paper: Paper, in language: Language) throws -> [String] {
        let name = "\(paper.kind)-\(language.rawValue)"
        let (html, pdf) = ("\(folder)/\(name).html", "\(folder)/\(name).pdf")
        try paper.rendered(as: .html, in: language).write(toFile: html, atomically: true, encoding: .utf8)
        try Tool.run(
            try #require(Self.chromium),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--user-data-dir=\(folder)/profile",
                "--print-to-pdf=\(pdf)", "file://\(html)",
            ])
        let text = try Tool.run(try #require(Tool.find("pdftotext")), ["-layout", pdf, "-"])
        return text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init).dropLast()
    }

    @Test(.enabled(if: hasPrinter, "chromium and pdftotext are not installed: nothing was printed"))
    func aNoticeOfSixtyPeopleFillsA4PagesWithRepeatedHeadsAndEveryName() throws {
        defer { cleanUp() }
        let month = try SchoolMonth(60, hostile: true)
        let papers = try month.papers()
        let pages = try printed(papers.notice(), in: .chinese)
        #expect((5...12).contains(pages.count), "\(pages.count) pages")
        let all = pages.joined()
        for person in papers.book.people.dropFirst(SchoolMonth.hostileNames.count) {
            #expect(all.contains(person.name), "\(person.name)")
        }
        #expect(all.contains("<script>alert(1)</script>"), "the name itself is printed, as a name")
        // The annex runs over several pages; each of them has the heads of its table.
        #expect(pages.dropFirst().allSatisfy { $0.contains("应到") || $0.contains("校长") })
        let unspaced = pages.map { $0.filter { !$0.isWhitespace } }
        #expect(unspaced.enumerated().allSatisfy { $0.element.hasSuffix("\($0.offset + 1)/\(pages.count)") })
    }

    /// Words that reach into the right margin of 15 mm: a table that is too wide for its page.
    private func wordsBeyondThePage(_ paper: Paper, in language: Language) throws -> [Substring] {
        let pdf = "\(folder)/\(paper.kind)-\(language.rawValue).pdf"
        let boxes = try Tool.run(try #require(Tool.find("pdftotext")), ["-bbox", pdf, "-"])
        let limit = (paper.isLandscape ? 297.0 : 210.0) / 25.4 * 72 - 42
        return boxes.split(separator: "\n").filter { line in
            guard let start = line.firstRange(of: "xMax=\"")?.upperBound,
                let end = line[start...].firstIndex(of: "\""), let right = Double(line[start..<end])
            else { return false }
            return right > limit
        }
    }

    @Test(.enabled(if: hasPrinter, "chromium and pdftotext are not installed: nothing was printed"))
    func everyDocumentPrintsOnA4() throws {
        defer { cleanUp() }
        let papers = try SchoolMonth(60, hostile: true).papers()
        let sheet = PaySheetSample.sheet(papers)
        for language in Language.allCases {
            for paper in [
                papers.pay(sheet, part: .staff), papers.pay(sheet, part: .contract), papers.incidentRegister,
                papers.missingList, papers.patrolReport, papers.appraisal,
            ] {
                let pages = try printed(paper, in: language)
                #expect((1...20).contains(pages.count), "\(paper.kind): \(pages.count) pages")
                let size = try Tool.run(
                    try #require(Tool.find("pdfinfo")), ["\(folder)/\(paper.kind)-\(language.rawValue).pdf"])
                #expect(size.contains("(A4)"), "\(paper.kind): \(size)")
                #expect(try wordsBeyondThePage(paper, in: language).isEmpty)
            }
        }
    }

    @Test(.enabled(if: office != nil, "LibreOffice is not installed: no spreadsheet was opened"))
    func aSpreadsheetReadsThePaySheetWithNamesAndAmountsIntact() throws {
        defer { cleanUp() }
        let papers = try SchoolMonth(60, hostile: true).papers()
        let paper = papers.pay(PaySheetSample.sheet(papers), part: .staff)
        let csv = "\(folder)/pay.csv"
        try paper.rendered(as: .csv, in: .chinese).write(toFile: csv, atomically: true, encoding: .utf8)
        let profile = "-env:UserInstallation=file://\(folder)/office"
        try Tool.run(
            try #require(Self.office),
            [profile, "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir", folder, csv])
        // 76 is UTF-8: Excel goes by the mark at the file's beginning, headless LibreOffice has to be told.
        // From the workbook back to text: what a cell really holds, formulas worked out.
        try Tool.run(
            try #require(Self.office),
            [
                profile, "--headless", "--convert-to", "tsv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false",
                "--outdir", folder, "\(folder)/pay.xlsx",
            ])
        let text = try String(contentsOfFile: "\(folder)/pay.tsv", encoding: .utf8)
        let cells = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let table = try #require(paper.sheets.first).table
        let amount = try #require(table.columns.firstIndex { $0.key == "total" })
        let name = try #require(table.columns.firstIndex { $0.key == "name" })
        #expect(cells.count == table.rows.count + 2)
        for (row, read) in zip(table.rows, cells.dropFirst()) {
            let written = row[name].text(in: .chinese)
            let cell = read[name].trimmingCharacters(in: ["\""]).replacingOccurrences(of: "\"\"", with: "\"")
            #expect(cell == written || cell == "'" + written, "\(cell)")
            #expect(Double(read[amount]) == Double(row[amount].text(in: .chinese)))
        }
    }
}

/// A program of this computer.
enum Tool {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static func find(_ names: String...) -> String? {
        names.map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs it, at most two minutes; its standard output.
    @discardableResult
    static func run(_ path: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let killer = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: killer)
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        killer.cancel()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(path) ended with \(process.terminationStatus)")
        }
        return text
    }
}
