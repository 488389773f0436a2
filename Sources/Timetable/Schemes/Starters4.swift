/// Schemes S14 to S21 (schemes.md A.7, A.8).
extension Starter {
    static let s14 = Starter(
        "s14", "managers earn credits, volunteers help", "管理人员计课时，家委会与志愿者参与",
        plan: """
            {
              plan: "county", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai",
              days: "Mon-Fri",                                           // 学习日 · school days (R-1401)
              source: "县课后服务实施方案",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                care: { name: "课后服务", when: "start..home", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ] },
                manager: { name: "值班管理", when: "start..home", kind: "leader", credits: "ask",
                  need: [ { never: "absent", text: "学校管理人员、教师参与课后服务工作可按照课时数计入工作量" } ], cite: "R-1402" },
                helper: { name: "志愿服务", when: "start..home", kind: "volunteer",
                  need: [ { arrive: "start", with: "sign" } ], cite: "R-1403" },
              },
              notes: [ { about: "appraisal", text: "将督查结果纳入学校督导考核", cite: "R-1404" } ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,1-1班,T001,,1
            Mon-Fri,manager,全校,L001,,1
            Mon-Fri,helper,阅览室,V301,,1

            """,
        answers: """
            {
              "bells.all.start": "15:40", "bells.all.home": "17:10", "duties.care.credits": 2,
              "duties.care.need[0].with": "punch", "duties.manager.credits": 2,
            }

            """)

    static let s15 = Starter(
        "s15", "times by season, latest end, contract staff", "按季节定时间，结束时间上限，外聘人员",
        plan: """
            {
              plan: "city", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "市课后服务实施意见",
              // 以学期为节点：每学期重新发布 · published anew each term (R-1508)
              bells: { summer: { start: "ask", homework: "ask", home: "ask" },
                       other: { like: "summer", start: "ask", homework: "ask", home: "ask" } },
              seasons: [ { from: "ask", to: "ask", bells: "summer" }, { bells: "other" } ],
              approval: "ask",                                           // 报教育主管部门备案 · filed with the authority (R-1509)
              kinds: ["teacher", "leader", "external", "parent", "volunteer"],     // 严禁校外培训机构 (R-1506)
              duties: {
                homework: { name: "作业辅导", when: "start..homework", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ] },
                activity: { name: "素质拓展", when: "homework..home", kind: "external", credits: "ask",
                  need: [ { arrive: "homework", with: "ask" },
                          { count: 1, in: "home-10m..home+30m", with: "handover", text: "制定落实严格的考勤、监管、交接班制度",
                            missing: ["notify leader"], cite: "R-1507" } ],
                  cite: "R-1504" },
                gate: { name: "门卫登记", when: "home..last-pupil", credits: "ask",
                  need: [ { form: "门卫登记", by: "ask", cite: "R-1507" } ] },
              },
              limits: [
                { end: "ask", text: "小学结束时间原则上不晚于……", cite: "R-1502" },
                { of: ["homework"], credits: 1, text: "学习性活动时间不得超过一个课时", cite: "R-1503" },
              ],
              notes: [
                { about: "money", text: "依法签订劳动合同或劳务协议,按合同或协议支付劳动报酬", cite: "R-1505" },
                { about: "money", text: "对家庭贫困学生提供免费课后服务", cite: "R-1510" },
                { about: "money", text: "在核定的绩效工资总量内,对参与课后服务的教师给予适当倾斜", cite: "R-1511" },
                { about: "safety", text: "严禁有不良记录人员参与课后服务", cite: "R-1506" },
              ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,homework,1-1班,T001,,1
            Mon-Fri,activity,剪纸,X003,,1
            Mon-Fri,gate,大门口,T009,,1

            """,
        answers: """
            {
              "bells.summer.start": "16:10", "bells.summer.homework": "16:50", "bells.summer.home": "17:40",
              "bells.other.start": "15:40", "bells.other.homework": "16:20", "bells.other.home": "17:10",
              "seasons[0].from": "05-01", "seasons[0].to": "09-30", "approval": "市教育局",
              "duties.homework.credits": 1, "duties.homework.need[0].with": "punch",
              "duties.activity.credits": 1, "duties.activity.need[0].with": "punch",
              "duties.gate.credits": 1, "duties.gate.need[0].by": "+1d 12:00", "limits[0].end": "18:00",
            }

            """)

    static let s16 = Starter(
        "s16", "two lessons on end, indoors when it rains", "两节课相连，雨天改室内",
        plan: """
            {
              plan: "two", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后延时服务小结",
              bells: { all: { one: "ask", two: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              variants: ["dry", "rain"],
              duties: {
                one: { name: "第一节 作业辅导", when: "one..two", credits: "ask",
                  need: [ { arrive: "one", with: "ask" } ], cite: "R-1601" },
                two: { name: "第二节 游戏", when: "two..home", credits: "ask",
                  need: [ { arrive: "two", with: "ask" }, { leave: "home", with: "ask" } ] },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat,note
            Mon-Fri,one,1-1班,T001,,1,
            Mon-Fri,two,老游戏,T001,dry,1,
            Mon-Fri,two,老游戏,T002,rain,1,R-1602

            """,
        answers: """
            {
              "bells.all.one": "15:50", "bells.all.two": "16:30", "bells.all.home": "17:10", "duties.one.credits": 1,
              "duties.one.need[0].with": "punch", "duties.two.credits": 1, "duties.two.need[0].with": "punch",
              "duties.two.need[1].with": "punch",
            }

            """)

    static let s17 = Starter(
        "s17", "small classes of a grade are merged", "不满 30 人的班并班",
        plan: """
            {
              plan: "merge", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后延时服务小结",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                care: { name: "看班", when: "start..home", credits: "ask",
                  // 超过 30 人由任课教师看班，不满 30 人并班；正好 30 人："own" 或 "merge" · exactly 30: own class or merged
                  merge: { under: 30, exactly: "ask" },
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1703 R-2103" },
                club: { name: "社团", when: "start..home", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1702" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,1-1班,T001,,1
            Mon-Fri,care,1-2班,T002,,1
            Mon-Fri,care,3-1班,T003,,1
            Mon-Fri,care,3-2班,T004,,1
            Wed,club,书法,T005,,1
            Tue,club,航模,T006,,1

            """,
        groups: """
            group,day,pupils,duty,note
            1-1班,Mon-Fri,22,care,R-1701
            1-2班,Mon-Fri,18,care,R-1701
            3-1班,Mon-Fri,34,care,R-1701
            3-2班,Mon-Fri,30,care,R-1701

            """,
        answers: """
            {
              "bells.all.start": "15:50", "bells.all.home": "17:20", "duties.care.credits": 2,
              "duties.care.merge.exactly": "own", "duties.care.need[0].with": "punch", "duties.club.credits": 2,
              "duties.club.need[0].with": "punch",
            }

            """)

    static let s18 = Starter(
        "s18", "basic care, pupils leave when they are fetched", "基本托管，弹性离校",
        plan: """
            {
              plan: "flexible", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务方案",
              bells: { all: { start: "ask", homework: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                homework: { name: "作业指导", when: "start..homework", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1802" },
                care: { name: "基本托管", when: "homework..last-pupil", credits: "ask",
                  need: [ { leave: "last-pupil", with: "ask" } ], cite: "R-1801" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,homework,1-1班,T001,,1
            Mon-Fri,care,1-1班,T001,,1

            """,
        groups: """
            group,day,pupils,duty
            1-1班,Mon-Fri,3,care

            """,
        answers: """
            {
              "bells.all.start": "15:40", "bells.all.homework": "16:30", "duties.homework.credits": 1,
              "duties.homework.need[0].with": "punch", "duties.care.credits": 1, "duties.care.need[0].with": "punch",
            }

            """)

    static let s19 = Starter(
        "s19", "compulsory sport and electives", "必修与选修",
        plan: """
            {
              plan: "elective", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务方案",
              bells: { all: { start: "ask", second: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                sport: { name: "必修（体育）", when: "start..second", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-1901" },
                elective: { name: "选修", when: "second..home", credits: "ask",
                  posts: ["图书馆", "阅览室", "书法室", "舞蹈室", "科技室", "实验室", "体育馆"],
                  need: [ { arrive: "second", with: "ask" } ], cite: "R-1902" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,sport,操场,T001,,1
            Mon-Fri,elective,图书馆,T002,,1
            Mon-Fri,elective,阅览室,T003,,1
            Mon-Fri,elective,书法室,T004,,1
            Mon-Fri,elective,舞蹈室,T005,,1
            Mon-Fri,elective,科技室,T006,,1
            Mon-Fri,elective,实验室,T007,,1
            Mon-Fri,elective,体育馆,T008,,1

            """,
        answers: """
            {
              "bells.all.start": "15:40", "bells.all.second": "16:20", "bells.all.home": "17:10",
              "duties.sport.credits": 1, "duties.sport.need[0].with": "punch", "duties.elective.credits": 1,
              "duties.elective.need[0].with": "punch",
            }

            """)

    static let s20 = Starter(
        "s20", "a named group inspects itself", "定期自查",
        plan: """
            {
              plan: "inspect", name: "双减自查", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "双减工作方案",
              bells: { all: { start: "ask", home: "ask" },
                       // 班会、升旗等提前放学的日子，校历写 bells=event · days on which dismissal is moved
                       event: { like: "all", start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                care: { name: "课后服务", when: "start..home", credits: "ask", need: [ { never: "absent" } ] },
                inspect: { name: "定期检查", who: "@leaders rotate weekly",
                  need: [ { form: "检查记录", every: "week", by: "ask", text: "学校对双减工作定期检查" } ], cite: "R-2001" },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,1-1班,T001,,1

            """,
        calendar: """
            # 校历：off 放假，school 上课，event 活动，term 学期开始。
            date,kind,as,bells,label,note
            2026-09-01,term,,,第一学期,
            2026-09-18,school,,event,主题班会 提前放学,R-2002
            2026-10-01..2026-10-07,off,,,国庆节,

            """,
        answers: """
            {
              "bells.all.start": "15:40", "bells.all.home": "17:10", "bells.event.start": "14:40",
              "bells.event.home": "16:00", "duties.care.credits": 2, "duties.inspect.need[0].by": "18:00",
            }

            """)

    static let s21 = Starter(
        "s21", "service in the summer holidays", "暑期托管",
        plan: """
            {
              plan: "summer", name: "暑期托管", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "暑期托管试点方案",
              city: "ask",                                               // 至少选择 1 个地市试点 · staged roll-out (R-2102)
              bells: { term: { start: "ask", home: "ask" }, summer: { start: "ask", home: "ask" } },
              seasons: [ { bells: "term" } ],
              duties: {
                care: { name: "托管", when: "start..home", credits: "ask", need: [ { arrive: "start", with: "ask" } ] },
              },
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,care,1-1班,T001,,1

            """,
        calendar: """
            # 校历：暑期托管的日期为示例，请改成贵地的 · the dates of the summer service are examples: put your own.
            date,kind,as,bells,label,note
            2026-09-01,term,,,第一学期,
            2026-10-01..2026-10-07,off,,,国庆节,
            2027-07-01..2027-08-31,off,,,暑假,
            2027-07-05..2027-07-30,school,,summer,暑期托管,R-2101

            """,
        answers: """
            {
              "city": "示例市", "bells.term.start": "15:40", "bells.term.home": "17:10", "bells.summer.start": "08:30",
              "bells.summer.home": "11:30", "duties.care.credits": 2, "duties.care.need[0].with": "punch",
            }

            """)
}
