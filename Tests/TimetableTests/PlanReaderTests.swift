import AttendanceModel
import TextCodec
import Testing
import Timetable

struct PlanReaderTests {
    private func duty(_ text: String) throws -> Duty {
        let (plan, findings) = Fixture.read(Fixture.plan(duties: "d: { \(text) }"))
        #expect(findings.map(\.inEnglish) == [])
        return try #require(plan?.duties.first)
    }

    @Test func readsTheHead() throws {
        let (plan, findings) = Fixture.read(Fixture.plan(more: #"source: "方案", variants: ["dry"],"#))
        #expect(findings.isEmpty)
        let read = try #require(plan)
        #expect(read.id == "p")
        #expect(read.name == "计划")
        #expect(read.from == Fixture.date("2026-09-01"))
        #expect(read.source == "方案")
        #expect(read.variants == ["dry"])
        #expect(read.days == [.monday, .tuesday, .wednesday, .thursday, .friday])
        #expect(read.bells["other"]?.times["club"] == [Fixture.time("15:50")])
        #expect(read.bells["other"]?.times["bell"] == [Fixture.time("09:00"), Fixture.time("10:00")])
    }

    @Test func aBellSetToNullDoesNotRing() throws {
        let bells =
            #"bells: { summer: { club: "16:20", study: "16:45", late: "18:00" }, other: { like: "summer", late: null } },"#
        let plan = try #require(Fixture.read(Fixture.plan(bells: bells)).plan)
        #expect(plan.bells["summer"]?.times["late"] == [Fixture.time("18:00")])
        #expect(plan.bells["other"]?.times["late"] == nil)
    }

    @Test func readsWindows() throws {
        #expect(try duty(#"when: "club..study""#).window == .span(BellTime(.bell("club")), BellTime(.bell("study"))))
        #expect(
            try duty(#"when: "start+10m..13:30-5m""#).window
                == .span(
                    BellTime(.bell("start"), offsetMinutes: 10),
                    BellTime(.clock(Fixture.time("13:30")), offsetMinutes: -5)))
        #expect(try duty(#"when: "home..""#).window == .span(BellTime(.bell("home")), nil))
        #expect(
            try duty(#"when: "home..last-pupil""#).window
                == .span(BellTime(.bell("home")), BellTime(.bell("last-pupil"))))
        #expect(try duty(#"at: ["bell", "noon"]"#).window == .occurrences(["bell", "noon"]))
        #expect(try duty(#"by: "order", credits: { reading: "minutes", unit: "45m" }"#).window == .order)
        #expect(try duty(#"name: "签退""#).window == .none)
    }

    @Test func readsCreditsPersonsSeatsLabelsAndLeads() throws {
        #expect(try duty("credits: 2").credits == .fixed(2))
        var measure = Measure()
        measure.unitMinutes = 45
        #expect(
            try duty(#"by: "order", credits: { reading: "minutes", unit: 45 }"#).credits == .measured(measure))
        #expect(try duty(#"who: "@homeroom""#).who == DerivedPersons(.homeroom))
        #expect(try duty(#"who: "@teachers - d""#).who == DerivedPersons(.kind("teacher"), without: [DutyID("d")]))
        #expect(try duty(#"who: "@leaders""#).who == DerivedPersons(.kind("leader")))
        #expect(try duty("seats: 2").seats == 2)
        #expect(try duty("seats: { leader: 1, parent: 2 }").seats == 3)
        #expect(try duty(#"kind: "parent""#).seatKinds == ["parent": 1])
        let labelled = try duty(#"label: { "Mon,Wed": "书", "周二、周四": "英语" }, days: "周一至周四", places: "楼", cite: "四""#)
        #expect(labelled.labels == [.monday: "书", .wednesday: "书", .tuesday: "英语", .thursday: "英语"])
        #expect(labelled.days == [.monday, .tuesday, .wednesday, .thursday])
        #expect(labelled.places == ["楼"])
        #expect(labelled.cite == "四")
        #expect(
            try duty(#"at: ["bell", "noon"], lead: { bell: 3, noon: "5m" }"#).leadMinutes == ["bell": 3, "noon": 5])
        #expect(try duty(#"at: ["bell", "noon"], lead: "2m""#).leadMinutes == ["bell": 2, "noon": 2])
    }

    @Test func readsEveryFormOfRequirement() throws {
        let start = BellTime(.bell("start"))
        let needs = try duty(
            """
            need: [
              { arrive: "start..start+10m", with: ["punch", "sign"], earliest: "30m", text: "t", cite: "c" },
              { arrive: "start" }, { leave: "study..", since: 90, latest: "home+30m" },
              { count: 2, in: "noon..13:30", gap: "20m" }, { count: 2, in: "noon..13:30" },
              { never: "absent", by: ["leader", "pioneer"] }, { never: "absent", need: "seen" },
              { form: "看管记录", by: "+1d 12:00", missing: "notify leader" },
            ]
            """
        ).needs
        #expect(needs.count == 8)
        #expect(needs[0].form == .arrive(from: start, until: BellTime(.bell("start"), offsetMinutes: 10)))
        #expect(needs[0].with == [.punch, .sign])
        #expect(needs[0].earliestMinutes == 30)
        #expect(needs[0].text == "t")
        #expect(needs[0].cite == "c")
        #expect(needs[1].form == .arrive(from: start, until: start))
        #expect(needs[1].with == [.punch])
        #expect(needs[2].form == .leave(from: BellTime(.bell("study")), until: nil))
        #expect(needs[2].sinceMinutes == 90)
        #expect(needs[2].latest == BellTime(.bell("home"), offsetMinutes: 30))
        let end = BellTime(.clock(Fixture.time("13:30")))
        #expect(needs[3].form == .count(2, from: BellTime(.bell("noon")), until: end, gapMinutes: 20))
        #expect(needs[4].form == .count(2, from: BellTime(.bell("noon")), until: end, gapMinutes: 10))
        #expect(needs[5].form == .never(seen: false))
        #expect(needs[5].observers == ["leader", "pioneer"])
        #expect(needs[6].form == .never(seen: true))
        #expect(needs[7].form == .form("看管记录", by: Deadline(serviceDays: 1, time: Fixture.time("12:00"))))
        #expect(needs[7].consequences == ["missing": [Consequence(.notify("leader"))]])
        #expect(needs.map(\.line) == [6, 7, 7, 8, 8, 9, 9, 10])
    }

    @Test func readsConsequences() throws {
        let read = try duty(
            """
            part: "noon", late: ["void self", "incident safety"], early: "dock 1/4 day", short: "void noon",
            missing: ["void day", "void month", "notify leader on head"], else: ["void noon on leader"], absence: {},
            """)
        #expect(read.consequences["late"] == [Consequence(.void(.duty)), Consequence(.incident("safety"))])
        #expect(read.consequences["early"] == [Consequence(.dock(numerator: 1, denominator: 4, scope: .day))])
        #expect(read.consequences["short"] == [Consequence(.void(.part("noon")))])
        #expect(
            read.consequences["missing"] == [
                Consequence(.void(.day)), Consequence(.void(.month)), Consequence(.notify("leader"), onRole: "head"),
            ])
        #expect(read.consequences["else"] == [Consequence(.void(.part("noon")), onRole: "leader")])
        #expect(read.absence == [:])
        #expect(try duty("credits: 1").absence == nil)
    }

    @Test(arguments: ["", "knobs: { "])
    func readsKnobsAtTheTopOrTogether(opening: String) throws {
        let knobs = """
            precision: "second", earliest: "45m", gap: "15m", since: 30, dual: "any", doubt: "rule", unsheeted: "rule",
            sheetBy: "+2d 10:00", wait: 5, clock: { assume: "90s" }, bounce: 20, unit: "45m", attest: { max: 3 },
            cancelCredits: "full", dayStart: "04:00", dir: "off", coverCredits: "taker",
            """
        let more = opening + knobs + (opening.isEmpty ? "" : "},") + #"notice: { every: "month", objections: 5 },"#
        let (plan, findings) = Fixture.read(
            Fixture.plan(duties: #"d: { need: [ { count: 2, in: "noon..13:30" } ] }"#, more: more))
        #expect(findings.map(\.inEnglish) == [])
        var expected = Knobs()
        expected.precision = .second
        expected.earliestMinutes = 45
        expected.gapMinutes = 15
        expected.sinceMinutes = 30
        expected.dualAll = false
        expected.doubt = .rule
        expected.unsheeted = .rule
        expected.sheetBy = Deadline(serviceDays: 2, time: Fixture.time("10:00"))
        expected.waitServiceDays = 5
        expected.assumedClockSeconds = 90
        expected.bounceSeconds = 20
        expected.attest.maximum = 3
        expected.cancelledCreditsFull = true
        expected.dayStart = Fixture.time("04:00")
        expected.objectionDays = 5
        #expect(plan?.knobs == expected)
        guard case .count(_, _, _, let gap) = plan?.duties.first?.needs.first?.form else {
            Issue.record("no count")
            return
        }
        #expect(gap == 15)
    }

    @Test func keepsOpenQuestionsApartFromErrors() throws {
        let (plan, findings) = Fixture.read(
            Fixture.plan(
                seasons: #"seasons: [ { from: "ask", to: "ask", bells: "summer" }, { bells: "other" } ],"#,
                duties: #"d: { when: "ask", credits: "ask", need: [ { leave: "home.." }, { form: "f", by: "ask" } ] }"#)
        )
        let read = try #require(plan)
        #expect(findings.allSatisfy { $0.severity == .question })
        #expect(
            read.questions.map(\.path) == [
                "seasons[0].from", "seasons[0].to", "duties.d.when", "duties.d.credits", "duties.d.need[1].by",
            ])
        #expect(read.duties[0].window == .none)
        #expect(read.duties[0].needs.count == 1)
    }

    /// What is wrong, the words of the finding that must come, and its place.
    static let mistakes: [(text: String, place: String, words: String)] = [
        (Fixture.plan(duties: #"d: { wehn: "club..study" }"#), "5:16", "did you mean “when”?"),
        (Fixture.plan(more: #"perid: 1,"#), "1:76", "“perid” is not a setting of a plan"),
        (Fixture.plan(duties: #"d: { when: "club-study" }"#), "5:22", "but must be an interval"),
        (Fixture.plan(duties: #"d: { when: "16:45T7:30" }"#), "5:22", "“16:45T7:30” is not a time of day"),
        (Fixture.plan(duties: #"d: { when: "3:50--4:15" }"#), "5:22", "“3:50--4:15” is not a time of day"),
        (Fixture.plan(duties: #"d: { when: "3:50..16:15" }"#), "5:22", "if the 12-hour clock was meant, write 15:50"),
        (Fixture.plan(duties: #"d: { when: "clubs..study" }"#), "5", "no bell “clubs”; did you mean “club”?"),
        (Fixture.plan(duties: #"d: { when: "home..club" }"#), "5", "runs from 17:30 to 16:20 with the bells “summer”"),
        (Fixture.plan(duties: #"d: { when: "club..study", at: "noon" }"#), "5:41", "both “when” and “at”"),
        (Fixture.plan(duties: #"d: { by: "orders" }"#), "5:20", "one of: order"),
        (Fixture.plan(duties: #"d: { credits: 1.5 }"#), "5:25", "must be whole credits"),
        (Fixture.plan(duties: #"d: { credits: { reading: "hours" } }"#), "5:36", "one of: minutes"),
        (Fixture.plan(duties: #"d: { credits: { unit: 40 } }"#), "5:25", "lacks “reading”"),
        (Fixture.plan(duties: #"d: { who: "teachers" }"#), "5:21", "must be \"@homeroom\""),
        (Fixture.plan(duties: #"d: { who: "@teachers - stduy" }, study: { }"#), "5", "did you mean “study”?"),
        (Fixture.plan(duties: #"d: { else: "void everything now" }"#), "5:22", "must be \"void self|day|month|PART\""),
        (Fixture.plan(duties: #"d: { else: "dock 5/4 day" }"#), "5:22", "\"dock 1/4 day\""),
        (Fixture.plan(duties: #"d: { part: "noon", else: "void nono" }"#), "5", "did you mean “noon”?"),
        (Fixture.plan(duties: #"d: { else: "void forenoon" }"#), "5", "no duty has part: \"forenoon\""),
        (Fixture.plan(duties: #"d: { need: [ { } ] }"#), "5:24", "lacks “arrive/leave/count/never/form”"),
        (Fixture.plan(duties: #"d: { need: { leave: "home" } }"#), "5:22", "must be a list"),
        (Fixture.plan(duties: #"d: { need: [ { leave: "home", never: "absent" } ] }"#), "5:24", "“leave” and “never”"),
        (Fixture.plan(duties: #"d: { need: [ { arrive: "start.." } ] }"#), "5:34", "must be an interval"),
        (Fixture.plan(duties: #"d: { need: [ { count: 0, in: "noon..13:30" } ] }"#), "5:33", "must be a whole number"),
        (Fixture.plan(duties: #"d: { need: [ { count: 2 } ] }"#), "5:24", "lacks “in”"),
        (
            Fixture.plan(duties: #"d: { need: [ { count: 2, in: "noon..13:30", gap: "10 min" } ] }"#), "5:60",
            "a duration"
        ),
        (Fixture.plan(duties: #"d: { need: [ { form: "f" } ] }"#), "5:24", "lacks “by”"),
        (Fixture.plan(duties: #"d: { need: [ { form: "f", by: "tomorrow" } ] }"#), "5:41", "a deadline such as"),
        (Fixture.plan(duties: #"d: { need: [ { leave: "home", with: "finger" } ] }"#), "5:47", "must be \"punch\""),
        (Fixture.plan(duties: #"d: { at: "noon", lead: { noom: 3 } }"#), "5:36", "did you mean “noon”?"),
        (Fixture.plan(duties: #"d: { label: { Funday: "x" } }"#), "5:25", "must be days such as"),
        (Fixture.plan(duties: #"d: { seats: 2, kind: "x", seats: 1 }"#), "5:37", "stands here and in line 5"),
        (
            Fixture.plan(bells: #"bells: { summer: { club: "3:50", study: "16:45" }, other: { like: "summer" } },"#),
            "2:26", "write 15:50"
        ),
        (
            Fixture.plan(
                bells: #"bells: { summer: { club: "16:45T7:30", study: "17:00" }, other: { like: "summer" } },"#),
            "2:26", "“16:45T7:30”"
        ),
        (
            Fixture.plan(bells: #"bells: { summer: { club: "16:20", study: "7:30" }, other: { like: "summer" } },"#),
            "2:42", "earlier than the bell before it (16:20)"
        ),
        (
            Fixture.plan(
                bells: #"bells: { summer: { club: ["16:20", "16:10"], study: "17:00" }, other: { like: "summer" } },"#),
            "2:26", "do not rise"
        ),
        (Fixture.plan(bells: #"bells: { summer: { like: "other" }, other: { like: "summer" } },"#), "2", "like itself"),
        (
            Fixture.plan(
                bells:
                    #"bells: { summer: { like: "wintr", club: "16:20", study: "17:00" }, other: { like: "summer" } },"#),
            "2:10", "no bell table “wintr”"
        ),
        (
            Fixture.plan(bells: #"bells: { summer: { club: "16:20", study: "16:45" }, other: { club: "16:00" } },"#),
            "4", "which the table “other” lacks"
        ),
        (
            Fixture.plan(seasons: #"seasons: [ { from: "05-01", to: "09-30", bells: "sumer" }, { bells: "other" } ],"#),
            "4", "did you mean “summer”?"
        ),
        (
            Fixture.plan(
                seasons:
                    #"seasons: [ { from: "05-01", to: "09-30", bells: "summer" }, { from: "10-02", to: "04-30", bells: "other" } ],"#
            ), "4", "no season covers 2026-10-01 to 2026-10-01"
        ),
        (
            Fixture.plan(
                seasons:
                    #"seasons: [ { from: "05-01", to: "09-30", bells: "summer" }, { from: "09-30", to: "04-30", bells: "other" } ],"#
            ), "4", "both cover 2026-09-30"
        ),
        (
            Fixture.plan(
                seasons: #"seasons: [ { from: "02-30", to: "09-30", bells: "summer" }, { bells: "other" } ],"#), "4:20",
            "a day of the year"
        ),
        (
            Fixture.plan(seasons: #"seasons: [ { from: "05-01", bells: "summer" }, { bells: "other" } ],"#), "4:12",
            "lacks “to”"
        ),
        (Fixture.plan(more: #"gap: "soon","#), "1:81", "a duration"),
        (Fixture.plan(more: #"storm: "10","#), "1:83", "such as \"10/5m\""),
        (Fixture.plan(more: #"coverLate: "soon","#), "1:87", "\"until-close\", \"before\" or a deadline"),
        (Fixture.plan(more: #"weekParityFrom: "2026-09-01","#), "1:92", "the date of a Monday"),
        (Fixture.plan(more: #"clip: "yes","#), "1:82", "true or false"),
        (Fixture.plan(more: #"limits: [ { of: ["club"] } ],"#), "1:86", "lacks “minutes/credits/end/fen”"),
        (Fixture.plan(more: #"limits: [ { of: ["clb"], minutes: 9 } ],"#), "1", "did you mean “club”?"),
        (Fixture.plan(more: #"limits: [ { minutes: 20 } ],"#), "1", "last 25 minutes with the bells “other”"),
        (Fixture.plan(more: #"tally: [ { of: "late", times: 3, in: "month" } ],"#), "1:85", "lacks “then”"),
        (Fixture.plan(more: #"tally: [ { of: "met", times: 3, in: "day", then: [] } ],"#), "1:91", "one of: late"),
        (Fixture.plan(more: #"notes: [ { about: "rain", text: "x" } ],"#), "1:94", "one of: content"),
        (Fixture.plan(duties: #"d: { merge: { under: 30 } }"#), "5:23", "lacks “exactly”"),
        (Fixture.plan(duties: #"d: { credits: { reading: "periods" } }"#), "5:25", "lacks “of”"),
        (Fixture.plan(duties: #"d: { need: [ { leave: "home", gap: 5 } ] }"#), "5:46", "means nothing for “leave”"),
        (Fixture.plan(duties: #"d: { when: "5:30..18:00" }"#), "5:22", "write 17:30"),
        (Fixture.plan(more: #"gap: 5, knobs: { gap: 6 },"#), "1:98", "both “gap” and “knobs.gap”"),
        (Fixture.plan().replacing("UTC", with: "Mars/Base"), "1:52", "no time zone “Mars/Base”"),
        (Fixture.plan().replacing("2026-09-01", with: "2026-09-31"), "1:32", "one date such as"),
        (Fixture.plan().replacing("plan: \"p\",", with: ""), "1:1", "the plan lacks “plan”"),
        (Fixture.plan().replacing("Mon-Fri", with: "Mon-Fry"), "1:65", "days such as"),
        ("[]", "1:1", "must be an object"),
        ("{ a: 1", "1:7", "never closed"),
    ]

    @Test(arguments: mistakes)
    func tellsEveryMistakeWithItsPlace(text: String, place: String, words: String) {
        let found = Fixture.read(text).findings.map(\.inEnglish)
        let expected = "plan.json5:\(place)"
        #expect(
            found.contains { $0.hasPrefix(expected + ":") && $0.contains(words) },
            "\(expected) … \(words) is not among \(found)")
    }

    @Test func findsAllMistakesAtOnce() {
        let text = Fixture.plan(duties: #"d: { wehn: 1, credits: "x" }, e: { need: [ { leave: "hoome.." } ] }"#)
        let (plan, findings) = Fixture.read(text)
        #expect(plan == nil)
        #expect(findings.count == 3)
    }

    @Test func neverTrapsOnACutPlan() {
        let text = Array(
            Fixture.plan(duties: #"d: { need: [ { count: 2, in: "noon..13:30" } ], else: ["dock 1/4 day"] }"#))
        for end in stride(from: 0, to: text.count, by: 3) {
            #expect(Fixture.read(String(text[..<end])).plan == nil)
        }
    }
}
