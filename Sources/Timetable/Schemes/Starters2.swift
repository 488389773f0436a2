import AttendanceModel

/// Scheme S2, whose starter has files of its own, and the district schemes S6 and S7 (schemes.md A.2, A.6).
extension Starter {
    static let s2 = Starter(
        "s2", "the full rule set: seasons, dual attendance, voids, incidents", "完整规则：季节作息、双考勤、取消补助、安全事故",
        texts: S2Starter.texts,
        answers: """
            {
              "bells.summer.breaks": ["08:50", "10:50", "14:40", "15:30"], "bells.summer.bigBreak": "09:40",
              "bells.summer.dismissal": "16:45", "bells.summer.restEnd": "13:50",
              "bells.other.dismissal": "16:15", "seasons[0].from": "05-01", "seasons[0].to": "09-30",
              "duties.study.need[1].by": "+1d 12:00",
              "duties.stairs.lead.bigBreak": "3m", "duties.stairs.lead.noon": "5m",
              "duties.stairs.lead.dismissal": "5m", "duties.stairs.lead.events": "15m",
              "duties.floor.when": "club..home", "duties.floor.credits": 1,
              "duties.yard.when": "club..home", "duties.yard.credits": 1,
              "duties.gate.when": "dismissal..home", "duties.gate.credits": 1,
              "duties.leader.credits": 2, "duties.extra.credits.reading": "minutes",
              "calendar.2026-10-10": "Thu",
            }

            """,
        example: [.roster: S2Sample.roster, .people: S2Sample.people, .cards: S2Sample.cards, .rates: S2Sample.rates])

    /// What S6 and S7 share: teachers take turns, the district pays, every school has its own plan.
    private static func care(_ head: String, _ notes: String) -> String {
        """
        {
          plan: "tuoguan", name: "课后托管", zone: "Asia/Shanghai", days: "Mon-Fri",
          \(head)
          source: "区课后托管工作方案",
          bells: { all: { start: "ask", home: "ask" } },
          seasons: [ { bells: "all" } ],
          duties: {
            care: { name: "托管", when: "start..home", credits: "ask", who: "@teachers rotate", seats: "ask",
              need: [ { arrive: "start", with: "ask" } ],
              label: "自主学习、阅读、兴趣活动", cite: "R-602" },
            // 校车全覆盖、不开展课后服务的学校，只保留 bus · a school whose pupils all go by bus keeps only this duty (R-606)
            bus: { name: "校车", when: "home..last-pupil", credits: "ask", who: "@leaders rotate",
              need: [ { count: 1, in: "home..home+30m", with: "headcount" } ], cite: "R-606" },
          },
          notes: [
            { about: "content", text: "监管学生开展自主学习、阅读以及兴趣活动等", cite: "R-604" },
            { about: "money", text: "参与托管的教师可以获得一定的补助,费用由区财政全额安排", cite: "R-603" },
            { about: "pupils", text: "实行小学生课后校内免费托管", cite: "R-610" },
        \(notes)
          ],
        }

        """
    }

    private static let noRoster = """
        day,duty,post,person,variant,seat

        """

    static let s6 = Starter(
        "s6", "a district's template: one plan for each school", "区级模板：一校一方案",
        plan: care(
            """
            // 一校一方案：区里统一模板，各校答复 · the district's template, answered by each school (R-606, R-607)
              city: "ask", district: "ask", school: "ask",
              from: "2026-09-01",                                        // 开始实施的时间 · when it begins (R-609)
              approval: "ask",
            """,
            """
                { about: "appraisal", text: "纳入市政府考核区市县政府教育工作考核指标体系", cite: "R-605" },
                { about: "appraisal", text: "完善相关督导考核,加强沟通协调", cite: "R-608" },
            """),
        roster: noRoster,
        answers: """
            {
              "city": "大连市", "district": "示例区", "school": "示例小学", "approval": "区教育局",
              "bells.all.start": "15:30", "bells.all.home": "17:00", "duties.care.credits": 2, "duties.care.seats": 2,
              "duties.care.need[0].with": "punch", "duties.bus.credits": 1,
            }

            """)

    static let s7 = Starter(
        "s7", "teachers take turns, the district pays", "教师轮流承担，区财政保障",
        plan: care(
            """
            city: "大连市", district: "沙河口区", school: "ask",
              from: "2026-09-01",
            """, ""),
        roster: noRoster,
        answers: """
            {
              "school": "示例小学", "bells.all.start": "15:30", "bells.all.home": "17:00", "duties.care.credits": 2,
              "duties.care.seats": 1, "duties.care.need[0].with": "punch", "duties.bus.credits": 1,
            }

            """)
}
