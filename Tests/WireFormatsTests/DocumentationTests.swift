import AttendanceModel
import Foundation
import Testing
import WireFormats

/// The pages of the documentation name what the code has, in its own words.
@Suite struct DocumentationTests {
    private func page(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: root.appendingPathComponent("Sources/WireFormats/WireFormats.docc/\(name).md"), encoding: .utf8)
    }

    @Test(arguments: [ExportRefusal.Reason.cut, .notARow, .zeroBytes, .tooLong, .userID, .dateTime])
    func refusalOfAListIsQuoted(reason: ExportRefusal.Reason) throws {
        #expect(try page("PunchLists").contains("| \(ExportRefusal(line: 1, offset: 0, reason: reason)) |"))
    }

    @Test func everyFormatHasItsRowAndEveryOtherFileItsSentence() throws {
        let page = try page("WireFormats")
        for format in PunchFormat.allCases { #expect(page.contains("| `\(format.rawValue)` |")) }
        for what in UnsupportedExport.allCases { #expect(page.contains("| \(what) |"), "\(what.rawValue)") }
    }

    @Test func exampleOfAListIsRead() throws {
        let text = try page("PunchLists").components(separatedBy: "```\n")[1]
        let file = ReadExport(text)
        #expect(file.rows.map(\.userID) == ["12", "33"])
        #expect(file.rows.last?.wall == LocalDateTime("2026-03-23 13:19:29").map { .time($0) })
        #expect(file.summary.dateOrders == [.monthDayYear])
    }

    @Test func everyHeaderOfTheTableIsRead() throws {
        let page = try page("PunchLists")
        let headers = page.split(separator: "\n").filter { $0.hasPrefix("| `No⇥") }
        #expect(headers.count == 8)
        for row in headers {
            let header = row.dropFirst(3).prefix { $0 != "`" }.replacing("⇥", with: "\t")
            let cells = header.split(separator: "\t", omittingEmptySubsequences: false).map { name in
                name == "DateTime" ? "2026-03-02 08:00:00" : name == "EnNo" ? "12" : "1"
            }
            let file = ReadExport(header + "\n" + cells.joined(separator: "\t") + "\n")
            #expect(file.rows.map(\.userID) == ["12"], "\(header)")
        }
    }

    @Test func timesOfTheAnvizTableAreRead() throws {
        let rows = try page("AnvizBackup").split(separator: "\n").compactMap {
            $0.firstMatch(of: /^\| `([0-9A-F]{8})` \| (.*) \|$/)
        }
        #expect(rows.count == 3)
        for row in rows {
            let value = try #require(UInt32(row.1, radix: 16))
            #expect(AnvizTime.decode(value).description == String(row.2))
        }
    }

    @Test(arguments: [ExportRefusal.Reason.cut, .notARow, .zeroBytes, .tooLong, .userID, .time, .utf16])
    func refusalIsQuoted(reason: ExportRefusal.Reason) throws {
        let refusal = ExportRefusal(line: 1, offset: 0, reason: reason)
        #expect(try page("AttlogFile").contains("| \(refusal) |"))
    }

    @Test func everyDriverHasItsRow() throws {
        let page = try page("WireFormats")
        for driver in Driver.all { #expect(page.contains("| `\(driver.name)` |"), "\(driver.name)") }
    }

    @Test func everyDiscardReasonHasItsRow() throws {
        let page = try page("SerialReaders")
        for reason in DiscardReason.allCases { #expect(page.contains("| `\(reason.rawValue)` |"), "\(reason)") }
    }

    @Test func everyCardFormatHasItsRow() throws {
        let page = try page("CardNumbers")
        for format in CardFormat.allCases { #expect(page.contains("| `\(format.rawValue)` |"), "\(format)") }
    }

    @Test func everyOptionOfAReaderHasItsRow() throws {
        let page = try page("CardNumbers")
        for word in CardProfile.options { #expect(page.contains("| `\(word)` |"), "\(word)") }
    }

    /// The table “Taught by one card”.
    @Test func aReaderIsTaughtAsThePageSays() throws {
        let table = try page("CardNumbers").components(separatedBy: "### Taught by one card")[1]
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("| `0x") }
        #expect(rows.count == 7)
        for row in rows {
            let words = row.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
            let known = try CardNumber.read(words[1].dropFirst(2), as: .hex8)
            let taught = stride(from: 5, to: words.count - 1, by: 2).map { words[$0] }
            #expect(CardProfile.teaching(words[3], is: known).map(\.text) == taught, "\(row)")
        }
    }

    /// The table “One card in all formats”.
    @Test func oneCardIsTheSameInAllFormats() throws {
        let known = try CardNumber.read("0102B0A5FD", as: .hex10)
        let table = try page("CardNumbers").components(separatedBy: "### One card in all formats")[1]
        let rows = table.components(separatedBy: "\n##")[0].split(separator: "\n").dropFirst(2)
        #expect(rows.count == 6)
        for row in rows {
            let words = row.split(separator: "`").map(String.init)
            let format = try #require(CardFormat(rawValue: words[1]))
            #expect(try CardNumber.read(words[3], as: format).match(known) != .different, "\(words[1])")
        }
    }
}
