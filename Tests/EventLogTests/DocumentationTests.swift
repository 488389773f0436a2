import AttendanceModel
import CSQLite
import EventLog
import Foundation
import Testing

/// The page about the file names the columns, kinds and views that the file has.
@Suite struct DocumentationTests {
    private let page: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        page = try String(
            contentsOf: root.appendingPathComponent("Sources/EventLog/EventLog.docc/EventLogFile.md"), encoding: .utf8)
    }

    @Test func everyColumnIsDescribed() throws {
        let directory = try TemporaryDirectory()
        let store = try LogStore.open(directory: directory.path, program: "test", socketPath: nil) {
            Instant(milliseconds: 0)
        }
        try store.close()
        #expect(try columns(of: "fact", in: directory) == cells(under: "## Table fact"))
        #expect(try columns(of: "tile", in: directory) == cells(under: "## Table tile"))
        for view in ["punches", "facts"] {
            let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(view)` |") })
            let columns = try columns(of: view, in: directory)
            #expect(Array(Self.words(String(row)).dropFirst()) == columns)
        }
    }

    @Test func everyKindIsNumbered() {
        for kind in FactKind.allCases { #expect(page.contains("| \(kind.rawValue) | \(kind.word) |")) }
    }

    /// Words in backticks in the first cells of the first table under a heading.
    private func cells(under heading: String) -> [String] {
        let lines = page.components(separatedBy: "\n").drop { $0 != heading }.drop { !$0.hasPrefix("|") }
        return lines.prefix { $0.hasPrefix("|") }.flatMap { Self.words($0.components(separatedBy: "|")[1]) }
    }

    private static func words(_ text: String) -> [String] {
        text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    private func columns(of table: String, in directory: TemporaryDirectory) throws -> [String] {
        let sqlite = Process()
        sqlite.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        sqlite.arguments = ["-readonly", directory.database, "SELECT name FROM pragma_table_info('\(table)')"]
        let output = Pipe()
        sqlite.standardOutput = output
        try sqlite.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        sqlite.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
