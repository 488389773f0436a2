import AttendanceModel
import Foundation
import Testing

/// A month of a school whose machine was never connected: its stick, a roster, and signature sheets typed at the end.
@Suite struct MonthTests {
    private let dutyclock: CommandLine
    private static let first = LocalDate(iso: "2026-09-01") ?? .first

    init() throws {
        dutyclock = try CommandLine()
    }

    /// The days of September on which the sample school works.
    private static let days = (0..<30).map { first.advanced(byDays: $0) }
        .filter { $0.weekday.rawValue <= 5 && $0 != LocalDate(iso: "2026-09-25") }

    /// Everybody in the morning, at noon twice, and after 17:30; one forgets the second noon punch on the 9th.
    private static var stick: String {
        let users = [3, 12, 33, 41, 52, 60, 61, 62, 63, 64]
        var rows: [(String, Int)] = []
        for (number, day) in days.enumerated() {
            for user in users {
                let second = String(format: "%02d", (user * 7 + number) % 60)
                var times = ["07:0\(user % 8):\(second)", "11:3\(user % 9):\(second)", "12:4\(user % 9):\(second)"]
                times.append("17:3\(user % 9):\(second)")
                if user == 33, day == LocalDate(iso: "2026-09-09") { times.remove(at: 2) }
                rows += times.map { ("\(day) \($0)", user) }
            }
        }
        return rows.sorted { $0.0 < $1.0 }.map { row in
            String(repeating: " ", count: 9 - "\(row.1)".count) + "\(row.1)\t\(row.0)\t1\t255\t1\t0\r\n"
        }.joined()
    }

    /// As the office types them at the end of the month; the sheets themselves were signed on the day.
    private static var sheets: String {
        "日期,岗位,班级,姓名,签到时间,登记人\n"
            + days.flatMap { day in
                ["3-1班,赵敏,07:03", "3-2班,王芳,07:05"].map { "\(day),早读,\($0),L001\n" }
            }.joined()
    }

    private static var forms: String {
        "kind,date,duty,post,other,by\n"
            + days.flatMap { day in
                ["3-1班", "3-2班"].map { "form,\(day),study,\($0),看管记录,L001\n" }
            }.joined()
    }

    @Test func givesAPrintableMonthWithHardlyAnythingPending() throws {
        defer { dutyclock.remove() }
        #expect(try dutyclock("init", dutyclock.path("plan"), "--sample").status == 0)
        #expect(try dutyclock("publish", dutyclock.path("plan")).status == 0)
        #expect(try lines("missing").count > 100, "long after the month nothing came: judged on what is there")
        let stick = try dutyclock.write(Self.stick, to: "1_attlog.dat")
        #expect(try dutyclock("import", stick, "--machine", "gate", "--complete-until", "2026-10-01 07:00").status == 0)
        #expect(try dutyclock("record", "sign", dutyclock.write(Self.sheets, to: "签到.csv")).status == 0)
        #expect(try dutyclock("record", dutyclock.write(Self.forms, to: "forms.csv")).status == 0)

        let all = try lines(nil)
        let pending = try lines("pending")
        #expect(all.count > 400)
        #expect(pending.count * 20 < all.count, "\(pending.count) of \(all.count)")
        #expect(pending.allSatisfy { $0["why"] as? String != "" })
        #expect(try lines("contested").isEmpty)
        let short = try lines("short")
        #expect(short.map { $0["date"] as? String } == ["2026-09-09"])
        #expect(short.map { $0["net"] as? Int } == [0])

        let totals = try dutyclock("totals", "2026-09", "--person", "T012", "--format", "json").output
        // 21 mornings × 2, 21 noons × 3, 5 Wednesdays' club × 1, and study on 17 days not Monday and 2 odd Mondays.
        #expect(
            totals.contains("\"granted\":129,\"voided\":0,\"docked\":0,\"net\":129,\"pay\":\"6514.50\""), "\(totals)")
    }

    private func lines(_ outcome: String?) throws -> [[String: Any]] {
        let filter = outcome.map { ["--outcome", $0] } ?? []
        let output = try dutyclock.run(["duties", "2026-09", "--format", "json"] + filter).output
        return try output.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}
