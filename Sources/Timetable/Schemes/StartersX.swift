/// Schemes found outside the source documents, for what they add to the language (schemes.md A.10).
extension Starter {
    static let x1 = Starter(
        "x1", "grace of two minutes, a quarter day docked, proxies", "宽限 2 分钟，扣当天四分之一，代签连带",
        plan: """
            {
              plan: "quarter", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后延时服务考勤制度",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              // 忘签当天由带班领导签字说明可补 · made good the same day by the leader on duty
              attest: { within: "+0d", by: ["leader"], max: "ask" },
              duties: {
                care: { name: "课后服务", when: "start..home", credits: "ask",
                  need: [ { arrive: "start", with: "ask", grace: "2m", cite: "X1" }, { leave: "home", with: "ask", cite: "X1" } ],
                  late: ["dock 1/4 day"], early: ["dock 1/4 day"], missing: ["void day"],
                  // 代签：代签人和带班领导同扣 · who signs for another is docked, and so is the leader
                  proxy: ["dock 1/4 day on other", "dock 1/4 day on leader"], cite: "X1" },
                leader: { name: "带班领导", when: "start..home", kind: "leader", credits: "ask", need: [ { never: "absent" } ] },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,1-1班,T001,,1
            Mon-Fri,care,1-2班,T002,,1
            Mon-Fri,leader,全校,L001,,1

            """,
        answers: """
            {
              "bells.all.start": "16:00", "bells.all.home": "17:30", "attest.max": 31, "duties.care.credits": 4,
              "duties.care.need[0].with": "punch", "duties.care.need[1].with": "punch",
              "duties.leader.credits": 4,
            }

            """)

    static let x2 = Starter(
        "x2", "hours for each post, notice every half month", "分岗位时段，半月公布",
        plan: """
            {
              plan: "halfmonth", name: "带班值班", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "带班值班制度",
              bells: { all: { dismissal: "17:10", home: "17:30" } },
              seasons: [ { bells: "all" } ],
              notice: { every: "half-month", show: ["attendance"] },
              duties: {
                gate: { name: "放学值班", when: "dismissal..home", credits: "ask",
                  need: [ { arrive: "dismissal" } ], late: ["void day"], missing: ["void day"], cite: "X2" },
                bus: { name: "校车", when: "dismissal..home", credits: "ask",
                  need: [ { count: 1, in: "dismissal..home", with: "headcount", cite: "X2" } ], missing: ["notify leader"] },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,gate,大门口,T001,,1
            Mon-Fri,bus,1号车,T002,,1

            """,
        answers: """
            { "duties.gate.credits": 1, "duties.bus.credits": 1 }

            """)

    static let x3 = Starter(
        "x3", "failures that add up", "累计处理",
        plan: """
            {
              plan: "tally", name: "教师考勤", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "教师考勤制度",
              bells: { all: { morning: "ask", noon: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                morning: { name: "上午", when: "morning..noon", credits: "ask", need: [ { arrive: "morning", with: "sign" } ],
                  else: ["void self"] },
                afternoon: { name: "下午", when: "noon..home", credits: "ask", need: [ { leave: "home", with: "sign" } ],
                  else: ["void self"] },
                evening: { name: "晚间", when: "home..home+30m", credits: "ask", need: [ { arrive: "home", with: "sign", strict: true } ],
                  else: ["void self"] },
              },
              tally: [
                { of: "missing", times: 2, in: "day", then: ["void day"], text: "一天两次未签到视为旷职一天", cite: "X3" },
                { of: "late", times: 3, in: "month", then: ["dock 1/2 day"], cite: "X3" },
              ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,morning,办公室,T001,,1
            Mon-Fri,afternoon,办公室,T001,,1
            Mon-Fri,evening,办公室,T001,,1

            """,
        answers: """
            {
              "bells.all.morning": "08:00", "bells.all.noon": "11:50", "bells.all.home": "17:00",
              "duties.morning.credits": 1, "duties.afternoon.credits": 1, "duties.evening.credits": 2,
            }

            """)

    static let x4 = Starter(
        "x4", "the leader shares what he missed", "领导连带责任",
        plan: """
            {
              plan: "joint", name: "领导值日", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "领导值日制度",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                yard: { name: "课间值日", when: "start..home", credits: "ask",
                  need: [ { never: "absent", cite: "X4" } ],
                  // 值日领导没有发现的，同样处理；自己报告的不连带 · who reports it himself does not share it
                  missing: ["void self", "void self on leader"], cite: "X4" },
                leader: { name: "领导值日", when: "start..home", kind: "leader", credits: "ask", need: [ { never: "absent" } ] },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,yard,操场,T001,,1
            Mon-Fri,leader,全校,L001,,1

            """,
        answers: """
            {
              "bells.all.start": "09:40", "bells.all.home": "10:10", "duties.yard.credits": 1, "duties.leader.credits": 2,
            }

            """)
}
