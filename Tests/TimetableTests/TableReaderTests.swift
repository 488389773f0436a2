import AttendanceModel
import TextCodec
import Testing
import Timetable

struct TableReaderTests {
    private static let people = [
        Person(id: PersonID("T1"), name: "王芳", kind: "teacher"),
        Person(id: PersonID("T2"), name: "张伟", kind: "teacher"),
        Person(id: PersonID("T3"), name: "张伟", kind: "teacher"),
    ]
    private static let duties = [
        Duty(id: DutyID("morning"), name: "早读", window: .none, credits: .fixed(2)),
        Duty(id: DutyID("club"), name: "社团", window: .none, credits: .fixed(1)),
    ]
    private static let names = NameTable(people: people, duties: duties)

    // MARK: People

    @Test func readsPeopleWithEnglishOrChineseHeaders() throws {
        let english = TableReader.people(
            "id,name,kind,pay,from,to,homeroom\nT1,王芳,teacher,rateA,2020-09-01,2027-07-31,3-2班\n")
        let chinese = TableReader.people(
            "工号，姓名，类别，课时费标准，入职，离职，班主任\nＴ１,王芳,教师,rateA,2020/9/1,2027年7月31日,3-2班\n")
        #expect(chinese.findings.map(\.kind) == [.csv(.fullWidthComma)])
        #expect(english.findings == [])
        #expect(english.rows == chinese.rows)
        let person = try #require(english.rows.first)
        #expect(person.from == Fixture.date("2020-09-01"))
        #expect(person.isHere(on: Fixture.date("2027-07-31")))
        #expect(!person.isHere(on: Fixture.date("2027-08-01")))
    }

    @Test func refusesRepeatedIdsAndBlankCells() {
        let read = TableReader.people("id,name,kind\nT1,王芳,teacher\nT1,李明,teacher\nT2,,teacher\n,李,x\n")
        #expect(read.rows.map(\.id.text) == ["T1"])
        #expect(
            read.findings == [
                Finding(file: "people.csv", line: 3, .repeatedKey(column: "id", text: "T1", firstLine: 2)),
                Finding(file: "people.csv", line: 4, .blankCell(column: "name")),
                Finding(file: "people.csv", line: 5, .blankCell(column: "id")),
            ])
    }

    @Test func tellsColumnsThatAreMissingUnknownOrRepeated() {
        let read = TableReader.people("id,name,工号,knd,生日,备注\nT1,王芳,T2,teacher,,x\n")
        #expect(
            read.findings.map(\.kind) == [
                .repeatedColumn("工号"), .unknownColumn("knd", nearest: "kind"), .unknownColumn("生日", nearest: nil),
                .missingColumn("kind"),
            ])
        #expect(read.rows == [])
    }

    // MARK: Roster

    @Test(arguments: [
        ("Mon-Fri", "weekdays([1, 2, 3, 4, 5])"), ("\"Mon,Wed\"", "weekdays([1, 3])"),
        ("周一-周五", "weekdays([1, 2, 3, 4, 5])"),
        ("星期一至星期三", "weekdays([1, 2, 3])"), ("周一、周三", "weekdays([1, 3])"), ("Mon/odd", "weekdays([1])/odd"),
        ("周一/双周", "weekdays([1])/even"), ("Fri-Mon", "weekdays([1, 5, 6, 7])"), ("monday", "weekdays([1])"),
        ("2026-09-18", "2026-09-18"), ("2026/9/18", "2026-09-18"), ("2026.9.18", "2026-09-18"),
        ("2026年9月18日", "2026-09-18"),
    ])
    func readsDays(text: String, shown: String) throws {
        let read = TableReader.roster("day,duty,post,person\n\(text),club,x,T1\n", names: Self.names)
        #expect(read.findings == [])
        let day =
            switch try #require(read.rows.first).day {
            case .date(let date): date.description
            case .weekdays(let days, let parity):
                "weekdays(\(days.map(\.rawValue).sorted()))" + (parity.map { $0 == .odd ? "/odd" : "/even" } ?? "")
            }
        #expect(day == shown)
    }

    @Test(arguments: ["Mon/third", "Mon-", "Mon-Tue-Wed", "周八", "2026-9-31", "18.9.2026", "2026-09-18..2026-09-17"])
    func refusesWhatIsNoDay(text: String) {
        let read = TableReader.roster("day,duty,post,person\n\(text),club,x,T1\n", names: Self.names)
        #expect(read.rows == [])
        #expect(read.findings.map(\.kind) == [.wrongCell(column: "day", text: text, expected: .days)])
    }

    @Test func readsARosterInChineseFromGB18030() throws {
        let text = "日期,岗位(duty),班级,人员/工号,姓名,天气,席位\n周一,早读,3-2班,T1,王芳,,1\n周三,社团,足球（操场）,T2,张伟,雨,2\n"
        let bytes = try #require(GB18030.encode(text))
        let read = TableReader.roster(try TextEncoding.decode(bytes).text, names: Self.names)
        #expect(read.findings == [])
        #expect(
            read.rows == [
                RosterRow(
                    day: .weekdays([.monday], nil), duty: DutyID("morning"), post: "3-2班", person: PersonID("T1"),
                    line: 2),
                RosterRow(
                    day: .weekdays([.wednesday], nil), duty: DutyID("club"), post: "足球(操场)", person: PersonID("T2"),
                    variant: "rain", seat: 2, line: 3),
            ])
    }

    @Test func takesNamesOnlyWhenOnePersonHasThem() {
        let read = TableReader.roster(
            "日期,岗位,位置,姓名\n周一,早读,x,王芳\n周二,早读,x,张伟\n周三,早读,x,王小芳\n", names: Self.names)
        #expect(read.rows.map(\.person.text) == ["T1"])
        #expect(
            read.findings.map(\.kind) == [
                .ambiguousName(name: "张伟", ids: ["T2", "T3"]), .unknown(.person, "王小芳", nearest: "王芳"),
            ])
    }

    @Test func aRosterNeedsAPersonColumn() {
        #expect(TableReader.roster("day,duty\nMon,x\n").findings.map(\.kind) == [.missingColumn("person")])
    }

    @Test func makesOneRowForEachDateOfARange() {
        let read = TableReader.roster("day,duty,post,person\n2026-09-14..2026-09-16,club,x,T1\n", names: Self.names)
        #expect(read.rows.count == 3)
        #expect(read.rows.last?.day == .date(Fixture.date("2026-09-16")))
    }

    // MARK: Calendar, rates, devices

    @Test func readsTheCalendar() {
        let read = TableReader.calendar("日期,类型,按,作息,名称\n2026/10/10,补班,周四,sports,补班\n2027-01-18..2027-02-21,放假,,,寒假\n")
        #expect(read.findings == [])
        #expect(
            read.rows == [
                CalendarRow(
                    dates: Fixture.date("2026-10-10")...Fixture.date("2026-10-10"), kind: .school, worksLike: .thursday,
                    bells: "sports", label: "补班", line: 2),
                CalendarRow(
                    dates: Fixture.date("2027-01-18")...Fixture.date("2027-02-21"), kind: .off, label: "寒假", line: 3),
            ])
    }

    @Test func readsRatesInWholeFen() {
        let read = TableReader.rates(
            "pay,from,fen per credit\nrateA,2026-09-01,5050\nrateA,2026-10-01,50.5\nrateA,2026-09-01,1\n")
        #expect(read.rows == [Rate(pay: "rateA", from: Fixture.date("2026-09-01"), fenPerCredit: 5050, line: 2)])
        #expect(
            read.findings.map(\.kind) == [
                .wrongCell(column: "fen per credit", text: "50.5", expected: .money),
                .repeatedKey(column: "pay", text: "rateA 2026-09-01", firstLine: 2),
            ])
    }

    @Test func readsDevices() {
        let read = TableReader.devices(
            "设备,位置,偏差,时区,误差范围,仅用于,类型\ngate,大门口,-420,Asia/Shanghai,2,早读 club,考勤机\nbus,,,,,,reader\nbus,,x,,,clb,\n",
            names: Self.names)
        #expect(
            read.rows == [
                DeviceRow(
                    device: DeviceID("gate"), place: "大门口", offsetSeconds: -420, zoneName: "Asia/Shanghai",
                    uncertaintySeconds: 2, only: [DutyID("morning"), DutyID("club")], line: 2),
                DeviceRow(device: DeviceID("bus"), isReader: true, line: 3),
            ])
        #expect(
            read.findings.map(\.kind) == [
                .wrongCell(column: "offset", text: "x", expected: .seconds), .unknown(.duty, "clb", nearest: "club"),
                .repeatedKey(column: "device", text: "bus", firstLine: 3),
            ])
    }

    // MARK: Cards

    @Test(arguments: [
        ("0x9A1F", "", "card:00009A1F"), ("0x62E3086CED", "", "card:E3086CED/62E3086CED"),
        ("62E3086CED", "", "card:E3086CED/62E3086CED"), ("\"176,42493\"", "", "short:B0A5FD"),
        ("\"00688,42493\"", "", "card:02B0A5FD"), ("04:A2:5F:1B", "", "card:1B5FA204/04A25F1B"),
        ("0004340098557", "", "card:02B0A5FD/0102B0A5FD"), ("0045131261", "dec10", "card:02B0A5FD"),
        ("45131261", "dec10", "card:02B0A5FD"), ("11576829", "dec8", "short:B0A5FD"),
    ])
    func readsCardNumbers(text: String, format: String, subject: String) {
        let read = TableReader.cards("card,person,format\n\(text),T1,\(format)\n", names: Self.names)
        #expect(read.findings.map(\.inEnglish) == [])
        #expect(read.rows.map(\.credential.subject) == [subject])
    }

    @Test(arguments: [
        ("08:A1:B2:C3", EnrolmentRefusal.randomUID), ("88:04:A3:C6", .cascadeTag), ("00:00:00:00", .blank),
    ])
    func refusesCardsThatNobodyCanKeep(text: String, reason: EnrolmentRefusal) {
        let read = TableReader.cards("card,person\n\(text),T1\n", names: Self.names)
        #expect(read.rows == [])
        #expect(read.findings.map(\.kind) == [.cardNotForEnrolment(text: text, reason: reason)])
    }

    @Test(arguments: ["0045131261", "11576829"])
    func asksForTheFormatOfPlainDigits(text: String) throws {
        let read = TableReader.cards("card,person\n\(text),T1\n", names: Self.names)
        #expect(read.rows == [])
        guard case .ambiguousCard(text, let readings) = try #require(read.findings.first).kind else {
            Issue.record("\(read.findings)")
            return
        }
        #expect(readings.contains { $0.hasPrefix(text.count == 8 ? "dec8 = short:" : "dec10 = card:") })
        #expect(readings.count > 1)
    }

    @Test func refusesWhatIsNoCard() {
        let read = TableReader.cards(
            "card,person,format,to,from\nhello,T1,,,\n1.23457E+09,T1,,,\n99999999999,T1,dec10,,\n1,T1,dec99,,\n0x1,T1,,2026-09-01,2026-09-02\n",
            names: Self.names)
        #expect(read.findings.map(\.line) == [2, 3, 4, 5, 6])
        #expect(read.findings.allSatisfy { $0.severity == .error })
    }

    @Test func readsMachineUsersAndValidity() {
        let read = TableReader.cards("卡号,人员,起,止,设备\n0017,T1,2026-09-01,2026-09-10T12:00,gate\n", names: Self.names)
        #expect(
            read.rows == [
                CardAssignment(
                    credential: .machineUser("0017"), device: DeviceID("gate"), person: PersonID("T1"),
                    from: LocalDateTime("2026-09-01 00:00"), to: LocalDateTime("2026-09-10 12:00"), line: 2)
            ])
    }

    // MARK: Facts

    private static let header = "kind,date,duty,post,from,to,person,other,by,reason,recorded,id,ref\n"

    @Test func readsTheFactsOfTheModel() throws {
        let read = TableReader.facts(
            Self.header + """
                leave,2026-09-16,,,7:00,12:00,T1,,T2,看病,,,
                cover,2026-09-16,morning,3-2班,,,T1,T2,T2,代班,2026-09-16 06:50,,
                rain,2026-09-16,,,15:40,,,,T1,雷阵雨,,r1,
                retract,,,,,,,,,,,,r1
                retract,,,,,,,,,,,,17
                """, names: Self.names)
        #expect(read.findings.map(\.inEnglish) == [])
        #expect(read.rows.map(\.kind) == [.leave, .cover, .rain, .retract, .retract])
        let date = Fixture.date("2026-09-16")
        #expect(
            read.rows[0].entry
                == Entry(dates: date...date, from: "07:00", to: "12:00", person: PersonID("T1"), by: "T2", reason: "看病")
        )
        #expect(
            read.rows[1].entry
                == Entry(
                    dates: date...date, duty: DutyID("morning"), post: "3-2班", person: PersonID("T1"), other: "T2",
                    by: "T2", reason: "代班", noted: LocalDateTime("2026-09-16 06:50")))
        #expect(read.rows[2].id == "r1")
        #expect(read.rows[3].refID == "r1")
        #expect(read.rows[4].entry.ref == 17)
    }

    @Test func readsFactsInChinese() {
        let read = TableReader.facts(
            "类型,日期,岗位,位置,开始,结束,人员,结果,批准,原因\n检查,2026-9-16,早读,3-2班,16:55,,,不在,带班领导,巡查\n签到,2026/9/16,早读,,7:05,,王芳,,,\n裁定,2026-09-16,早读,,,,T1,有效,T2,补签\n",
            names: Self.names)
        #expect(read.findings.map(\.inEnglish) == [])
        #expect(read.rows.map(\.kind) == [.seen, .sign, .ruling])
        #expect(read.rows[0].entry.other == "absent")
        #expect(read.rows[0].entry.by == "leader")
        #expect(read.rows[1].entry.person == PersonID("T1"))
        #expect(read.rows[1].entry.from == "07:05")
        #expect(read.rows[2].entry.other == "met")
    }

    /// A row that is wrong, and the one finding that it must give.
    @Test(arguments: [
        ("leave,2026-09-16,,,,,,,,,,,", FindingKind.blankFactCell(column: "person", fact: .leave)),
        ("cover,2026-09-16,,,,,T1,,,,,,", .blankFactCell(column: "other", fact: .cover)),
        ("swap,2026-09-16,,,,,T1,T2,,,,,", .blankFactCell(column: "to", fact: .swap)),
        ("sign,2026-09-16,,,,,T1,,,,,,", .blankFactCell(column: "duty", fact: .sign)),
        ("seen,2026-09-16,club,x,,,,absent,,,,,", .blankFactCell(column: "by", fact: .seen)),
        ("attest,2026-09-16,club,,,,T1,,T2,,,,", .blankFactCell(column: "from", fact: .attest)),
        ("form,2026-09-16,club,,,,,,,,,,", .blankFactCell(column: "other", fact: .form)),
        ("order,2026-09-19,club,,08:00,,T1,,,,,,", .blankFactCell(column: "to", fact: .order)),
        ("clock,2026-09-16,,,07:00,,,gate,,,,,", .blankFactCell(column: "to", fact: .clock)),
        ("ruling,2026-09-16,club,,,,T1,met,T2,,,,", .blankFactCell(column: "reason", fact: .ruling)),
        ("rain,,,,15:40,,,,,,,,", .blankFactCell(column: "date", fact: .rain)),
        ("sheet,2026-09-16,,,,,,,,,,,", .blankFactCell(column: "duty", fact: .sheet)),
        ("complete,2026-09-16,,,,,,,,,,,", .blankFactCell(column: "other", fact: .complete)),
        ("outage,2026-09-16,,,,,,,,,,,", .blankFactCell(column: "other", fact: .outage)),
        ("closure,,,,,,,,,,,,", .blankFactCell(column: "date", fact: .closure)),
        ("clock,2026-09-16,,,07:00,7m,,gate,,,,,", .wrongCell(column: "to", text: "7m", expected: .seconds)),
        ("leave,2026-09-16,,,12:00,07:00,T1,,,,,,", .wrongCell(column: "to", text: "07:00", expected: .laterTime)),
        ("leave,2026-09-16,,,25:00,,T1,,,,,,", .wrongCell(column: "from", text: "25:00", expected: .time)),
        (
            "seen,2026-09-16,club,x,,,,gone,T1,,,,",
            .wrongCell(column: "other", text: "gone", expected: .oneOf(["absent", "late", "present"]))
        ),
        (
            "sign,2026-09-14..2026-09-16,club,,,,T1,,,,,,",
            .wrongCell(column: "date", text: "2026-09-14..2026-09-16", expected: .date)
        ),
        ("retract,,,,,,,,,,,,r9", .wrongCell(column: "ref", text: "r9", expected: .wholeNumber)),
        ("leave,2026-09-16,,,,,T9,,,,,,", .unknown(.person, "T9", nearest: nil)),
        ("leave,2026-09-16,,,,,张伟,,,,,,", .ambiguousName(name: "张伟", ids: ["T2", "T3"])),
        ("rain,2026-09-16,,,3:40,,,,,,,,", .twelveHourCell(column: "from", text: "3:40", meant: "15:40")),
    ])
    func findsWhatIsWrongInAFact(row: String, kind: FindingKind) {
        let read = TableReader.facts(Self.header + row + "\n", names: Self.names)
        #expect(read.findings.contains(Finding(file: "facts.csv", line: 2, kind)), "\(read.findings.map(\.inEnglish))")
        if kind.severity == .error,
            read.findings.first?.kind != .wrongCell(column: "ref", text: "r9", expected: .wholeNumber)
        {
            #expect(read.rows == [])
        }
    }

    @Test func refusesKindsThatPeopleDoNotWrite() {
        let read = TableReader.facts(Self.header + "punch,2026-09-16,,,,,T1,,,,,,\n", names: Self.names)
        #expect(read.rows == [])
        #expect(read.findings.count == 1)
    }
}
