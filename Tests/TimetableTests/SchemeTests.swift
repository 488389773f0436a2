import AttendanceModel
import TextCodec
import Testing
import Timetable

/// The other plans that model.md D.4 sketches, word for word where they differ from S2.
struct SchemeTests {
    @Test func readsTheFirstPlanWithItsQuestions() throws {
        let (plan, findings) = Fixture.read(
            """
            {
              plan: "kehou", name: "课后服务", from: "2026-09-01", zone: "UTC", days: "Mon-Fri",
              bells: { all: { read: "07:30", lesson1: "08:00", rest: "12:30", restEnd: "13:10", care: "16:15", home: "17:00" } },
              seasons: [ { bells: "all" } ],
              duties: {
                read:  { name: "晨读", when: "read..lesson1", need: [ { arrive: "read..read" } ] },
                rest:  { name: "午休", when: "rest..restEnd", need: [ { arrive: "rest..rest" } ] },
                care:  { name: "课后服务", when: "care..home",
                  need: [ { arrive: "care..care" }, { leave: "home.." },
                          { form: "课后服务学生考勤记录表", by: "ask" }, { form: "交接单", by: "ask" } ] },
                watch: { name: "值日巡视", when: "care..home", seats: { leader: 1, teacher: 1, parent: 1 },
                  need: [ { form: "巡查记录", by: "ask" } ] },
                guard: { name: "安全监管员", when: "care..home", kind: "parent", seats: 1, need: [ { form: "进出登记", by: "ask" } ] },
                room:  { name: "接待室", when: "home..last-pupil", need: [ { form: "未离校学生登记", by: "ask" } ] },
              },
              variants: ["dry", "rain"],
            }
            """)
        #expect(findings.map(\.severity) == Array(repeating: .question, count: 5))
        let read = try #require(plan)
        #expect(read.duties.map(\.seats) == [1, 1, 1, 3, 1, 1])
        #expect(
            read.duty(DutyID("room"))?.window == .span(BellTime(.bell("home")), BellTime(.bell(BellTime.lastPupil))))
        #expect(read.duty(DutyID("care"))?.needs.count == 2)
    }

    @Test func readsTheNineClubs() throws {
        let (plan, findings) = Fixture.read(
            """
            {
              plan: "clubs9", name: "课后服务", from: "2026-09-01", zone: "UTC", days: "Mon-Fri",
              bells: { all: { start: "15:30", home: "17:20" } },
              seasons: [ { bells: "all" } ],
              duties: {
                class: { name: "班级服务", when: "start..home", need: [ { form: "服务记录:地点,教师,内容,效果", by: "ask" } ] },
                club:  { name: "社团", when: "start..home", need: [ { form: "服务记录:地点,教师,内容,效果", by: "ask" } ] },
                check: { name: "每日查看", when: "start..home", who: "@leaders", need: [ { form: "开展情况", by: "ask" } ] },
              },
            }
            """)
        #expect(findings.map(\.severity) == Array(repeating: .question, count: 3))
        #expect(plan?.duty(DutyID("check"))?.who == DerivedPersons(.kind("leader")))
    }

    /// Damaged files must give findings, never end the program.
    @Test func survivesDamageToEveryFile() {
        var random = SplitMix(state: 20_260_916)
        for kind in Document.Kind.allCases {
            for _ in 0..<25 {
                var texts = S2Sample.texts
                var bytes = Array((texts[kind] ?? "").utf8)
                for _ in 0..<3 {
                    let place = Int.random(in: bytes.indices, using: &random)
                    let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
                    let noise: [[UInt8]] = [
                        [], [0x22], [0x2C], [0x0A], Array("9".utf8), Array("，".utf8), [0x2E, 0x2E],
                    ]
                    bytes.replaceSubrange(place..<end, with: noise.randomElement(using: &random) ?? [])
                }
                texts[kind] = String(decoding: bytes, as: UTF8.self)
                let report = PlanFolder(texts: texts).check(zones: { _ throws(ZoneError) in .utc })
                for finding in report.findings { _ = finding.description(in: .chinese) }
                for offset in [0, 30, 45] {
                    _ = DayResolver(report.book).day(Fixture.date("2026-09-14").advanced(byDays: offset))?.cells()
                }
            }
        }
    }
}

/// SplitMix64: the same damage in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
