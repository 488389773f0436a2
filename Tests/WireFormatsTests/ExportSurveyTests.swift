import AttendanceModel
import Testing
import WireFormats

/// What is known of a file before anything of it is taken.
@Suite struct ExportSurveyTests {
    private func survey(
        _ text: String, _ format: PunchFormat = .agl, dates: DateOrder? = nil
    ) throws(UnsupportedExport) -> ExportContents {
        let now = LocalDateTime(wallSeconds: 1_773_136_800)  // 2026-03-10
        var survey = ExportSurvey(format: format, dates: dates, watch: ClockWatch(fileDate: nil, now: now))
        try survey.feed(Array(text.utf8).span)
        return try survey.finish()
    }

    private func list(_ dates: [String]) -> String {
        "No\tTMNo\tEnNo\tName\tDateTime\n" + dates.map { "1\t4\t7\t\t\($0) 08:00:00\n" }.joined()
    }

    @Test func datesThatCouldBeEitherAreAskedFor() throws {
        #expect(throws: UnsupportedExport.ambiguousDates) { try survey(list(["03-02-2026"])) }
        #expect(try survey(list(["03-02-2026"]), dates: .dayMonthYear).firstRow?.date == LocalDate(iso: "2026-02-03"))
        #expect(try survey(list(["03-02-2026"]), dates: .monthDayYear).firstRow?.date == LocalDate(iso: "2026-03-02"))
    }

    @Test func oneDateDecidesForAll() throws {
        #expect(try survey(list(["03-02-2026", "13-02-2026"])).dates == .dayMonthYear)
        #expect(try survey(list(["2026-02-03"])).dates == nil)
    }

    @Test func anAnswerThatTheFileContradictsIsRefused() {
        #expect(throws: UnsupportedExport.otherDates) { try survey(list(["13-02-2026"]), dates: .monthDayYear) }
        #expect(throws: UnsupportedExport.mixedDates) { try survey(list(["13-02-2026", "02-13-2026"])) }
    }

    @Test func saysWhatTheFileHolds() throws {
        let rows = (0..<5000).map { row in
            "\(1 + row % 40)\t2026-03-0\(1 + row % 5) 07:\(10 + row % 50):00\t\(row % 2)\t0\t1\t0\n"
        }
        let contents = try survey(rows.joined() + "9\t2000-01-01 00:00:00\t1\t0\t1\t0\n", .attlog)
        #expect(contents.summary.rows == 5001)
        #expect(contents.users == 40)
        #expect(contents.devices == [0, 1])
        #expect(contents.firstRow == LocalDateTime("2026-03-01 07:10:00"))
        #expect(contents.lastRow == LocalDateTime("2026-03-05 07:59:00"))
        #expect((ExportSurvey.mostSamples / 2...ExportSurvey.mostSamples).contains(contents.samples.count))
        #expect(contents.samples.allSatisfy { $0.wall.time?.date.year == 2026 })
        #expect(Set(contents.samples.map(\.line)).count == contents.samples.count)
        #expect(contents.samples.last.map { $0.line > 4900 } ?? false, "from everywhere in the file")
    }

    @Test func aLineWithoutEndIsGivenUp() {
        let now = LocalDateTime(wallSeconds: 1_773_136_800)
        var survey = ExportSurvey(format: .attlog, dates: nil, watch: ClockWatch(fileDate: nil, now: now))
        let blanks = [UInt8](repeating: 0x20, count: 1 << 20)
        #expect(throws: UnsupportedExport.endlessLine) {
            for _ in 0..<20 { try survey.feed(blanks.span) }
        }
    }
}
