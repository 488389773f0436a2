import AttendanceModel
import Testing
import TextCodec
import WireFormats

/// Lists with a header: AGL, GLG, ALOG and their kin.
@Suite struct HeadedListReaderTests {
    /// Every header of attendance-machines.md 3.1, with a row as such a machine writes it.
    private static let variants: [(header: String, row: String, means: String, state: UInt8?)] = [
        (
            "No\tTMNo\tEnNo\tName\tGMNo\tMode\tDateTime", "1\t1\t12\tWang Fang\t1\t1\t2025/07/31 15:08:21",
            "2025-07-31 15:08:21", nil
        ),
        (
            "No\tTMNo\tEnNo\tName\tINOUT\tMode\tDateTime", "1\t1\t12\t\t0\t1\t2017/11/22 14:17:21",
            "2017-11-22 14:17:21", 0
        ),
        (
            "No\tTMNo\tEnNo\tName\t\tGMNo\tMode\tIN/OUT\tAntipass\tDateTime",
            "1\t1\t12\t          \t1\t1\tE\t0\t03-23-2015  12:15:44PM", "2015-03-23 12:15:44", nil
        ),
        (
            "No\tTMNo\tEnNo\tName\t\tGMNo\tMode\tIN/OUT\tAntipass\tDaiGong\tDateTime\tTR\t",
            "1\t1\t12\tAna\t\t1\t1\tS\t0\t0\t2026-01-05  08:00:00\tEntrada\t", "2026-01-05 08:00:00", nil
        ),
        (
            "No\tTMNo\tEnNo\tName\tGMNo\tMode\tIn/Out\tAntipass\tProxyWork\tDateTime",
            "1\t1\t12\tLi\t1\tFP\tDutyOff\t0\t0\t2026-02-14 16:40:09", "2026-02-14 16:40:09", nil
        ),
        (
            "No\tTMNo\tEnNo\tName\tGMNo\tMode\tIN/OUT\tVM\tDepartment\tDateTime",
            "1\t1\t12\t王芳\t1\t1\t1\t3\t语文组\t2025-12-03 19:38:33", "2025-12-03 19:38:33", 1
        ),
        (
            "No\tMchn\tEnNo\tName\tMode\tIOMd\tDateTime", "1\t1\t12\t\t1\t2\t2014/03/02 08:00:00",
            "2014-03-02 08:00:00", 2
        ),
    ]

    @Test(arguments: variants)
    func namesOfColumnsDecide(header: String, row: String, means: String, state: UInt8?) throws {
        for end in ["\r\n", "\n"] {
            let file = ReadExport(header + end + row + end)
            let found = try #require(file.rows.first)
            #expect(found.userID == "12")
            #expect(found.wall == LocalDateTime(means).map { .time($0) })
            #expect(found.device == 1)
            #expect(found.codes.state == state)
            #expect(found.codes.verify == (row.contains("FP") ? nil : 1))
            #expect(file.raw.last == Array(row.utf8))
            #expect(file.refusals.isEmpty)
            #expect(!file.summary.endsEarly)
        }
    }

    @Test func idsKeepTheirZerosAndNamesTheirSpaces() throws {
        let row = try #require(
            ReadExport("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t00000012\t Wang Fang \t2026-02-14 16:40:09\n").rows.first)
        #expect(row.userID == "00000012")
        #expect(row.name == Array("Wang Fang".utf8))
    }

    @Test(arguments: [
        ("12:00:00AM", "00:00:00"), ("12:59:59AM", "00:59:59"), ("01:00:00AM", "01:00:00"), ("12:00:00PM", "12:00:00"),
        ("01:00:00 pm", "13:00:00"), ("11:59:59PM", "23:59:59"), ("8:05", "08:05:00"), ("23:59:59", "23:59:59"),
    ])
    func twelveHoursAreRead(_ written: String, _ time: String) {
        let file = ReadExport("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\t\t2026-03-02  \(written)\n")
        #expect(file.rows.first?.wall == LocalDateTime("2026-03-02 \(time)").map { .time($0) })
    }

    @Test(arguments: ["13:00:00PM", "00:10:00AM", "8:5:1", "08:00:00 XM", "08:00:00PMx", "24.10.2026", ""])
    func otherTimesAreRefused(_ written: String) {
        let file = ReadExport("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\t\t2026-03-02 \(written)\n")
        #expect(file.refusals.map(\.reason) == [.dateTime])
    }

    /// Hour 24 and 30 February are well written: kept, to be listed.
    @Test(arguments: ["2026-02-30 08:00:00", "2026/03/02 24:00:00", "0000-00-00 00:00:00"])
    func timesThatDoNotExistAreRows(_ written: String) throws {
        let row = try #require(ReadExport("No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t7\t\t\(written)\n").rows.first)
        #expect(row.wall.time == nil)
    }

    private static func dates(_ dates: [String]) -> String {
        "No\tTMNo\tEnNo\tName\tDateTime\n" + dates.map { "1\t1\t7\t\t\($0) 08:00:00\n" }.joined()
    }

    @Test(
        arguments: [
            (["2026-03-02"], nil), (["03-02-2026"], [.monthDayYear, .dayMonthYear]), (["13-02-2026"], [.dayMonthYear]),
            (["02-13-2026"], [.monthDayYear]), (["01-02-2026", "02.13.2026", "03/04/2026"], [.monthDayYear]),
            (["13-02-2026", "02-13-2026"], []), (["45-77-2026", "02-13-2026"], [.monthDayYear]),
            (["2026-03-02", "13-02-2026"], [.dayMonthYear]),
        ] as [([String], Set<DateOrder>?)])
    func anyNumberAboveTwelveDecidesForTheWholeFile(_ written: [String], _ orders: Set<DateOrder>?) {
        let file = ReadExport(Self.dates(written))
        #expect(file.summary.dateOrders == orders)
        #expect(file.summary.rows == written.count)
    }

    @Test func theOrderThatWasSaidIsUsed() {
        let text = Self.dates(["03-02-2026"])
        #expect(ReadExport(text, dates: .monthDayYear).rows.first?.wall.time?.date == LocalDate(iso: "2026-03-02"))
        #expect(ReadExport(text, dates: .dayMonthYear).rows.first?.wall.time?.date == LocalDate(iso: "2026-02-03"))
    }

    @Test func countsWhatTheFileAnnounces() {
        let head =
            "# DeviceUID = X-77 \r\n# StartPos, LogCount, LimitPos = 0, 2, 100000\r\nNo\tTMNo\tEnNo\tDateTime\r\n"
        let row = "1\t1\t7\t2026-03-02 08:00:00\r\n"
        let whole = ReadExport(head + row + row)
        #expect(whole.summary.announced == 2)
        #expect(whole.summary.serialNumber == "X-77")
        #expect(!whole.summary.endsEarly)
        #expect(ReadExport(head + row).summary.endsEarly)
    }

    @Test func linesThatAreNoRowsCostOnlyThemselves() {
        let file = ReadExport(
            """
            No\tTMNo\tEnNo\tName\tDateTime
            rubbish
            1\t1\t\t\t2026-03-02 08:00:00
            1\t1\t7\t\tyesterday
            1\t1\t7\t2026-03-01 08:00:00\t2026-03-02 08:00:00
            1\t1\t7\u{0}\t\t2026-03-02 08:00:00
            \(String(repeating: "x", count: 5000))
            1\t1\t8\t\t2026-03-02 08:00:00

            """)
        #expect(file.refusals.map(\.reason) == [.notARow, .userID, .dateTime, .zeroBytes, .tooLong])
        // A name that is a date does no harm where the header says which column is which.
        #expect(file.rows.map(\.userID) == ["7", "8"])
        #expect(file.accountsForEveryByte)
    }

    // MARK: Encodings and cuts

    private static let texts: [(text: String, dates: DateOrder?)] =
        Vector.exports.filter { ["agl", "glg", "attendlog"].contains(where: $0.name.hasPrefix) }.compactMap { vector in
            (try? TextEncoding.decode(vector.bytes)).map { ($0.text, nil) }
        } + [
            (
                "No\tTMNo\tEnNo\tName\tMode\tDateTime\r\n1\t1\t7\t王芳\t1\t2026-03-02 08:00:00\r\n2\t1\t8\t李雷\t1\t2026-03-02 08:00:01\r\n",
                nil
            )
        ]

    @Test(arguments: texts.map(\.text)) func everyEncodingAndLineEndSaysTheSame(_ text: String) {
        let expected = ReadExport(text)
        #expect(!expected.rows.isEmpty)
        for lines in [
            text, text.replacing("\r\n", with: "\n"), text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"),
        ] {
            for encoding in TextEncoding.allCases {
                for marked in [true, false] {
                    let bytes = [UInt8].encoded(lines, encoding, marked: marked)
                    let file = ReadExport(bytes, .agl)
                    #expect(file.meanings == expected.meanings, "\(encoding) \(marked)")
                    #expect(file.accountsForEveryByte, "\(encoding) \(marked)")
                    #expect(ExportFormat.recognise(prefix: bytes.span, size: Int64(bytes.count)) == .punches(.agl))
                }
            }
        }
    }

    @Test(arguments: texts.map(\.text)) func aFileCutAnywhereLosesNoWholeRowAndGivesNoHalfOne(_ text: String) {
        for encoding in [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian] {
            let bytes = [UInt8].encoded(text, encoding, marked: encoding != .gb18030)
            let whole = ReadExport(bytes, .agl)
            for cut in 0..<bytes.count {
                let part = ReadExport(Array(bytes[..<cut]), .agl)
                #expect(whole.meanings.starts(with: part.meanings), "\(encoding) cut at \(cut)")
                let ended = whole.rows.enumerated().filter { index, row in
                    let next = index + 1 < whole.rows.count ? Int(whole.rows[index + 1].offset) : bytes.count
                    return next <= cut
                }
                #expect(part.rows.count >= ended.count, "\(encoding) cut at \(cut)")
                #expect(part.accountsForEveryByte, "\(encoding) cut at \(cut)")
            }
        }
    }

    @Test(arguments: texts.map(\.text)) func chunksOfAnySizeGiveTheSame(_ text: String) {
        for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian] {
            let bytes = [UInt8].encoded(text, encoding, marked: false)
            let whole = ReadExport(bytes, .agl)
            for chunk in [1, 2, 3, 5, 7, 64] {
                let pieces = ReadExport(bytes, .agl, chunk: chunk)
                #expect(pieces.items == whole.items, "\(encoding) \(chunk)")
                #expect(pieces.raw == whole.raw)
                #expect(pieces.summary == whole.summary)
            }
        }
    }
}
