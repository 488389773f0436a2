/// Schemes S8 to S13 (schemes.md A.7).
extension Starter {
    static let s8 = Starter(
        "s8", "a village school: 70 minutes more each day", "村小：每天增加 70 分钟",
        plan: """
            {
              plan: "village", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作小结",
              bells: { all: { dismissal: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                care: { name: "一年级服务", when: "dismissal..+70m", credits: "ask",
                  need: [ { arrive: "dismissal", with: "ask" } ], cite: "R-801" },
                homework: { name: "作业辅导", when: "dismissal..+30m", credits: "ask",
                  need: [ { arrive: "dismissal", with: "ask" } ], cite: "R-802" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,1-1班,T001,,1
            Mon-Fri,homework,1-2班,T002,,1

            """,
        answers: """
            {
              "bells.all.dismissal": "15:40", "duties.care.credits": 2, "duties.care.need[0].with": "punch",
              "duties.homework.credits": 1, "duties.homework.need[0].with": "punch",
            }

            """)

    static let s9 = Starter(
        "s9", "noon and after class, with hand-over between teachers", "午间与课后，教师交接班",
        plan: """
            {
              plan: "handover", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作小结",
              bells: { all: { meal: "ask", rest: "ask", restEnd: "ask", start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                meal: { name: "午餐看护", when: "meal..rest", credits: "ask",
                  need: [ { count: 1, in: "rest-10m..rest+10m", with: "handover", text: "严格落实考勤、交接班制度", cite: "R-901" } ],
                  missing: ["notify leader"] },
                rest: { name: "午休看护", when: "rest..restEnd", credits: "ask",
                  need: [ { arrive: "rest", with: "ask", text: "中午午休期间建议学生休息" } ], cite: "R-904" },
                club: { name: "社团", when: "start..home", credits: "ask",
                  need: [ { form: "社团活动记录", by: "ask" } ], cite: "R-902" },
              },
              notes: [ { about: "safety", text: "学校与家长、轮值教师签订安全协议书", cite: "R-901" } ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,meal,1-1班,T001,,1
            Mon-Fri,rest,1-1班,T002,,1
            Mon,club,美术,T003,,1
            Tue,club,科技,T004,,1
            "Tue,Wed",club,书法,T005,,1
            Thu,club,合唱,T006,,1
            Fri,club,编程,T007,,1
            Fri,club,陶艺,T008,,1

            """,
        groups: """
            group,day,pupils,duty,post,from,to,note
            书法,,26,club,,,2026-09-15,R-903
            书法,,29,club,,2026-09-16,,R-903

            """,
        answers: """
            {
              "bells.all.meal": "11:40", "bells.all.rest": "12:20", "bells.all.restEnd": "13:40",
              "bells.all.start": "16:00", "bells.all.home": "17:30", "duties.meal.credits": 1, "duties.rest.credits": 2,
              "duties.rest.need[0].with": "punch", "duties.club.credits": 2, "duties.club.need[0].by": "+1d 12:00",
            }

            """)

    static let s10 = Starter(
        "s10", "two teachers for each class, leaders walk round", "每班两名教师，中层领导巡视",
        plan: """
            {
              plan: "seats2", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai",
              days: "Mon-Fri",                                           // R-1004
              source: "课后服务工作小结",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                class: { name: "看班", when: "start..home", seats: 2, credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1001" },
                club: { name: "兴趣小组", when: "start..home", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ] },
                patrol: { name: "中层巡视", when: "start..home", who: "@leaders rotate", credits: "ask",
                  need: [ { count: "ask", in: "start..home", gap: "ask", with: "punch" } ], cite: "R-1003" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,class,3-1班,T003,,1
            Mon-Fri,class,3-1班,T006,,2
            Wed,club,足球,T007,,1

            """,
        groups: """
            group,day,pupils,duty,note
            3-1班,"Mon,Tue,Thu,Fri",40,class,R-1002
            3-1班,Wed,22,class,R-1002
            足球,Wed,18,club,R-1002

            """,
        answers: """
            {
              "bells.all.start": "15:50", "bells.all.home": "17:20", "duties.class.credits": 2,
              "duties.class.need[0].with": "punch", "duties.club.credits": 2, "duties.club.need[0].with": "punch",
              "duties.patrol.credits": 1, "duties.patrol.need[0].count": 2, "duties.patrol.need[0].gap": "20m",
            }

            """)

    static let s11 = Starter(
        "s11", "three lessons Monday to Thursday, one tutor for 25 pupils", "周一至周四三节课，每 25 人一名辅导老师",
        plan: """
            {
              plan: "junior", name: "初一课后服务托管", from: "2026-09-09", zone: "Asia/Shanghai", days: "Mon-Thu",
              source: "初一年级课后服务工作小结",
              approval: "教育局",                                        // R-1107
              bells: { all: { one: "ask", two: "ask", three: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                one: { name: "第一节", when: "one..two", credits: "ask", ratio: 25,
                  need: [ { arrive: "one", with: "ask" }, { never: "absent", by: ["leader"], text: "老师们按时到班", cite: "R-1106" } ],
                  label: { Mon: "阅读写字", "Tue-Thu": "7+1课程" }, cite: "R-1103" },
                two: { name: "第二节", when: "two..three", credits: "ask", need: [ { arrive: "two", with: "ask" } ] },
                three: { name: "第三节", when: "three..home", credits: "ask",
                  need: [ { arrive: "three", with: "ask" },
                          { count: 1, in: "home..home+30m", with: "handover", text: "结束后由辅导老师护送学生安全离开校园",
                            missing: ["notify leader"], cite: "R-1105" } ] },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat,note
            Mon-Thu,one,1组,T001,,1,R-1104
            Mon-Thu,one,2组,T002,,1,
            Mon-Thu,two,1组,T001,,1,
            Mon-Thu,two,2组,T002,,1,
            Mon-Thu,three,1组,T001,,1,
            Mon-Thu,three,2组,T002,,1,

            """,
        groups: """
            group,day,pupils,duty,note
            1组,Mon-Thu,25,one,R-1101
            2组,Mon-Thu,24,one,R-1101

            """,
        answers: """
            {
              "bells.all.one": "15:40", "bells.all.two": "16:25", "bells.all.three": "17:10", "bells.all.home": "17:55",
              "duties.one.credits": 1, "duties.one.need[0].with": "punch", "duties.two.credits": 1,
              "duties.two.need[0].with": "punch", "duties.three.credits": 1, "duties.three.need[0].with": "punch",
            }

            """)

    static let s12 = Starter(
        "s12", "clubs on Wednesday and Friday, labour on Monday", "周三、周五社团，周一劳动",
        plan: """
            {
              plan: "weekly", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作小结",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                club: { name: "社团", when: "start..home", days: "Wed,Fri", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1201" },
                labour: { name: "劳动", when: "start..home", days: "Mon", credits: "ask",
                  posts: { "东区": ["东区花坛", "东区走廊"], "西区": [] },
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1202" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            "Wed,Fri",club,合唱,T001,,1
            Mon,labour,东区,T002,,1
            Mon,labour,西区,T003,,1

            """,
        calendar: """
            # 校历：off 放假，school 上课，event 活动，term 学期开始。
            date,kind,as,bells,label,note
            2026-09-01,term,,,第一学期,
            2026-10-01..2026-10-07,off,,,国庆节,
            2026-10-08..2026-10-31,event,,,读书季,R-1203

            """,
        answers: """
            {
              "bells.all.start": "16:00", "bells.all.home": "17:30", "duties.club.credits": 2,
              "duties.club.need[0].with": "punch", "duties.labour.credits": 2, "duties.labour.need[0].with": "punch",
            }

            """)

    static let s13 = Starter(
        "s13", "weekly attendance and hand-over sheets", "每周考勤表、交接单",
        plan: """
            {
              plan: "weeklyforms", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作小结",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                care: { name: "3—6年级看护", when: "start..home", credits: "ask",
                  need: [
                    { form: "学生考勤表", every: "week", by: "ask", text: "由班主任每周填写", cite: "R-1301" },
                    { form: "学生交接单", every: "week", by: "ask", cite: "R-1301" },
                    { form: "素质拓展活动档案", by: "ask", cite: "R-1304" },
                  ],
                  cite: "R-1303" },
                check: { name: "每日查看", when: "start..home", who: "@leaders rotate",
                  need: [ { form: "开展情况", by: "ask" } ], cite: "R-1302" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,3-1班,T003,,1
            Mon-Fri,care,5-1班,T005,,1

            """,
        answers: """
            {
              "bells.all.start": "15:30", "bells.all.home": "17:00", "duties.care.credits": 2,
              "duties.care.need[0].by": "18:00", "duties.care.need[1].by": "+1d 12:00",
              "duties.care.need[2].by": "+1d 12:00", "duties.check.need[0].by": "+1d 12:00",
            }

            """)
}
