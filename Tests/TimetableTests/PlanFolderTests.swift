import AttendanceModel
import TextCodec
import Testing
import Timetable

struct PlanFolderTests {
    private static let people = """
        id,name,kind,pay,from,to,homeroom
        T1,王芳,teacher,,,,3-1班
        T2,赵敏,teacher,,,,
        T3,张伟,teacher,,,,
        T4,张伟,teacher,,,2026-12-31,
        P1,家长,parent,,,,

        """
    private static let duties = """
        club: { name: "社团", when: "club..study" }, study: { when: "study..home", seats: 2 },
        noon: { when: "noon..13:00", kind: "teacher" }, rest: { who: "@homeroom", when: "start..noon" },
        stairs: { at: ["bell", "study"], lead: { study: "10m" } }, extra: { by: "order" }
        """

    private func findings(
        roster: String = "", calendar: String = "date,kind,as,bells,label\n2026-09-01,term,,,\n",
        duties: String = duties, people: String = people, cards: String? = nil, rates: String? = nil,
        bells: String = Fixture.bells
    ) -> [Finding] {
        var texts: [Document.Kind: String] = [
            .plan: Fixture.plan(bells: bells, duties: duties), .people: people, .calendar: calendar,
        ]
        if !roster.isEmpty { texts[.roster] = "day,duty,post,person,variant,seat\n" + roster }
        texts[.cards] = cards
        texts[.rates] = rates
        return Fixture.check(texts).findings.filter {
            // Which of the small duties have nobody is not what most of these tests are about.
            if case .dutyWithoutRow = $0.kind { return false }
            if case .sameName = $0.kind { return false }
            return true
        }
    }

    @Test func tellsDutiesThatNobodyHas() {
        let report = Fixture.check([
            .plan: Fixture.plan(duties: Self.duties + #", watch: { who: "@leaders" }"#), .people: Self.people,
            .roster: "day,duty,post,person\nMon-Fri,club,操场,T1\n",
        ])
        let idle = report.findings.compactMap { finding -> String? in
            if case .dutyWithoutRow(let duty) = finding.kind { duty } else { nil }
        }
        #expect(idle == ["study", "noon", "stairs", "watch"])
        #expect(report.findings.allSatisfy { $0.severity == .warning })
    }

    @Test func tellsPersonsWithOneName() {
        let report = Fixture.check([.people: Self.people])
        #expect(
            report.findings == [Finding(file: "people.csv", line: 5, .sameName(name: "张伟", ids: ["T3", "T4"]))])
        let used = findings(roster: "Mon,club,操场,张伟,,\nMon,noon,x,赵敏,,\nTue,club,操场,王芳(T1),,\n")
        #expect(used == [Finding(file: "roster.csv", line: 2, .ambiguousName(name: "张伟", ids: ["T3", "T4"]))])
    }

    /// One roster, and what must be found in it.
    static let rosters: [(roster: String, line: Int, kind: FindingKind)] = [
        ("Mon,clb,x,T1,,\n", 2, .unknown(.duty, "clb", nearest: "club")),
        ("Mon,club,x,T9,,\n", 2, .unknown(.person, "T9", nearest: nil)),
        ("Mon,club,x,T1,snow,\n", 2, .unknown(.variant, "snow", nearest: nil)),
        ("Funday,club,x,T1,,\n", 2, .wrongCell(column: "day", text: "Funday", expected: .days)),
        ("2026-02-30,club,x,T1,,\n", 2, .wrongCell(column: "day", text: "2026-02-30", expected: .days)),
        ("Mon,club,x,,,\n", 2, .blankCell(column: "person")),
        (",club,x,T1,,\n", 2, .blankCell(column: "day")),
        ("Mon,club,x,T1,,0\n", 2, .wrongCell(column: "seat", text: "0", expected: .seat)),
        ("Mon,club,x,T1,,2\n", 2, .seatNotInPlan(seat: 2, seats: 1, duty: "club")),
        ("Mon,rest,x,T1,,\n", 2, .derivedDutyInRoster(duty: "rest")),
        ("Mon,noon,x,P1,,\n", 2, .kindNotWanted(person: "P1", kind: "parent", duty: "noon", wanted: ["teacher"])),
        ("Sat,club,x,T1,,\n", 2, .rowNeverApplies(duty: "club")),
        ("2026-09-19,club,x,T1,,\n", 2, .rowNeverApplies(duty: "club")),
        ("2026-08-31,club,x,T1,,\n", 2, .rowNeverApplies(duty: "club")),
        (
            "2027-01-04,club,x,T4,,\n", 2,
            .personAway(person: "T4", from: nil, to: Fixture.date("2026-12-31"))
        ),
        (
            "Mon,club,x,T4,,\n", 2,
            .personAway(person: "T4", from: nil, to: Fixture.date("2026-12-31"))
        ),
        (
            "Mon,club,x,T1,,\nMon-Wed,club,x,T2,,\n", 3,
            .twoInOneSeat(duty: "club", post: "x", persons: ["T1", "T2"], otherLine: 2)
        ),
        (
            "2026-09-16,club,x,T1,,\n2026-09-16,club,x,T2,,\n", 3,
            .twoInOneSeat(duty: "club", post: "x", persons: ["T1", "T2"], otherLine: 2)
        ),
        (
            "Mon/odd,club,x,T1,,\nMon-Tue,club,y,T1,,\n", 3,
            .overlap(person: "T1", duties: ["club", "club"], day: .weekdays([.monday], .odd), otherLine: 2)
        ),
        (
            "Mon,stairs,x,T1,,\nMon,club,y,T1,,\n", 3,
            .overlap(person: "T1", duties: ["stairs", "club"], day: .weekdays([.monday], nil), otherLine: 2)
        ),
        (
            "Mon-Fri,club,x,T1,,\n2026-09-16,study,y,T2,,\n2026-09-16,club,z,T1,,\n", 4,
            .overlap(
                person: "T1", duties: ["club", "club"], day: .date(Fixture.date("2026-09-16")), otherLine: 2)
        ),
        ("Mon/odd,club,x,T1,,\n", 2, .postUncovered(duty: "club", post: "x", gap: .parity(.even))),
        ("Mon-Thu,club,x,T1,,\n", 2, .postUncovered(duty: "club", post: "x", gap: .weekday(.friday))),
        ("Mon,club,x,T1,dry,\n", 2, .postUncovered(duty: "club", post: "x", gap: .variant("rain"))),
    ]

    @Test(arguments: rosters)
    func findsWhatIsWrongInARoster(roster: String, line: Int, kind: FindingKind) {
        let found = findings(roster: roster)
        #expect(found.contains(Finding(file: "roster.csv", line: line, kind)), "\(found.map(\.inEnglish))")
    }

    /// Rosters in which nothing is wrong.
    @Test(arguments: [
        "Mon,club,x,T1,,\nMon,study,x,T1,,\n",  // one ends when the other begins (C-104)
        "Mon/odd,club,x,T1,,\nMon/even,club,x,T2,,\n",
        "Mon,club,x,T1,dry,\nMon,club,y,T1,rain,\n",
        "Mon-Fri,club,x,T1,,\n2026-09-16,club,x,T2,,\n",
        "Mon,study,x,T1,,1\nMon,study,x,T2,,2\n",
        "2026-09-19,extra,x,T1,,\n",
        "Mon-Fri,stairs,x,T1,,\nMon-Fri,noon,x,T1,,\n",
        "周一至周五,社团,操场,王芳,,\n2026/9/16,社团,操场,T2 赵敏,,\n",
        "2026-09-14..2026-09-16,club,x,T1,,\n",
    ])
    func leavesAGoodRosterAlone(roster: String) {
        #expect(findings(roster: roster).map(\.inEnglish) == [])
    }

    @Test func oddWeeksNeedATerm() {
        let found = findings(roster: "Mon/odd,club,x,T1,,\nMon/even,club,x,T2,,\n", calendar: "date,kind\n")
        #expect(found == [Finding(file: "roster.csv", line: 2, .parityWithoutTerm)])
    }

    @Test func asksWhoseRosterHoldsOnAMakeUpDay() {
        let found = findings(
            calendar: """
                date,kind,as,bells,label
                2026-10-10,school,Thu,,
                2026-10-11,school,,,
                2026-10-17,school,ask,,
                2026-10-16,school,,,
                """)
        #expect(
            found == [
                Finding(file: "calendar.csv", line: 3, .makeUpQuestion(date: Fixture.date("2026-10-11"))),
                Finding(file: "calendar.csv", line: 4, .makeUpQuestion(date: Fixture.date("2026-10-17"))),
            ])
        #expect(found.allSatisfy { $0.severity == .question })
    }

    @Test func checksTheCalendarAgainstThePlan() {
        let bells = Fixture.bells.replacing(
            #"other: {"#, with: #"sports: { like: "summer", home: "16:00" }, other: {"#)
        let found = findings(
            calendar: """
                date,kind,as,bells,label
                2026-10-23,school,,sport,
                2026-10-22,school,,sports,
                2026-10-22,off,,,
                2026-10-21..2026-10-20,off,,,
                2026-10-19,free,,,
                2026-10-20,school,Someday,,
                """, bells: bells)
        #expect(
            found.map(\.kind) == [
                .unknown(.bellTable, "sport", nearest: "sports"),
                .windowVanishes(duty: "study", table: "sports"),
                .contradictingDates(date: Fixture.date("2026-10-22"), otherLine: 3),
                .wrongCell(column: "date", text: "2026-10-21..2026-10-20", expected: .dates),
                .wrongCell(column: "kind", text: "free", expected: .oneOf(["school", "off", "term", "event"])),
                .wrongCell(column: "as", text: "Someday", expected: .oneOf(["Mon", "Tue", "…", "ask"])),
            ])
        #expect(found.map(\.line) == [2, 3, 4, 5, 6, 7])
    }

    @Test func tellsPayWithoutRateButNotContracts() {
        let people = "id,name,kind,pay\nT1,王芳,teacher,rateA\nX1,教练,external,contract-7\nT2,赵敏,teacher,rateB\n"
        let found = findings(people: people, rates: "pay,from,fen per credit\nrateA,2026-09-01,5050\n")
        #expect(found == [Finding(file: "people.csv", line: 4, .rateMissing(pay: "rateB", person: "T2"))])
    }

    @Test func tellsSharedAndSeveralCards() {
        let found = findings(
            cards: """
                card,person,from,to,device
                0x9A1F,T1,2026-09-01,2026-09-10 12:00,
                0x9A1F,T2,2026-09-10 12:00,,
                0x9A1F,T3,2026-09-20,,
                0x77B0,T2,2026-09-01,,
                17,T1,,,gate
                17,T2,,,hall
                """)
        #expect(
            found.map(\.kind) == [
                .sharedCard(card: "card:00009A1F", persons: ["T2", "T3"], otherLine: 3),
                .severalCards(person: "T2", cards: ["card:00009A1F", "card:000077B0"]),
            ])
        #expect(found.map(\.line) == [4, 5])
    }

    @Test func aMachinesZoneIsTheSchoolsOrAnOffset() {
        let report = Fixture.check([
            .devices: "device,zone\na,UTC\nb,+08:00\nc,Europe/Paris\nd,\n"
        ])
        #expect(
            report.findings == [
                Finding(
                    file: "devices.csv", line: 4, .machineZone(zone: "Europe/Paris", device: "c", school: "UTC"))
            ])
    }

    @Test func aFolderWithoutPlanSaysSo() {
        let report = PlanFolder(texts: [:]).check(zones: Fixture.zone)
        #expect(report.findings == [Finding(file: "plan.json5", line: 0, .missingFile)])
        #expect(report.findings[0].inEnglish.hasPrefix("plan.json5: error: there is no such file"))
    }

    @Test func decodesFilesOfAnyEncodingAndTellsDamage() throws {
        let (folder, findings) = PlanFolder.decode([
            .people: try #require(GB18030.encode("工号,姓名,类别\nT1,王芳,教师\n")), .roster: [0xD6, 0xD0, 0x0A, 0xFF],
        ])
        #expect(folder.texts == [.people: "工号,姓名,类别\nT1,王芳,教师\n"])
        let error = TextEncodingError(encoding: .gb18030, offset: 3, line: 2)
        #expect(findings == [Finding(file: "roster.csv", line: 2, .undecodable(error))])
    }

    @Test func sortsFindingsByFileAndLine() {
        let report = Fixture.check([
            .plan: Fixture.plan(duties: #"club: { when: "club..study", credts: 1 }"#),
            .people: "id,name\n", .roster: "day,duty,person\nMon,x,T1\n",
        ])
        #expect(report.findings.map(\.file) == ["plan.json5", "plan.json5", "roster.csv", "roster.csv", "people.csv"])
    }
}
