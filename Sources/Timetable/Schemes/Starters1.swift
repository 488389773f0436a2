/// Schemes S1, S3, S4 and S5 (schemes.md A.1, A.3 to A.5).
extension Starter {
    static let s1 = Starter(
        "s1", "a primary school with reading, noon rest and care", "小学：晨读、午休、课后服务",
        plan: """
            {
              plan: "kehou", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作方案",
              bells: {
                all: { read: "07:30", lesson1: "08:00", rest: "12:30", restEnd: "13:10",
                       dismissal: "ask", care: "16:15", home: "17:00" },
              },
              seasons: [ { bells: "all" } ],
              variants: ["dry", "rain"],
              // 迟到几分钟以内不算迟到 · how many minutes are forgiven
              grace: "ask",
              // 请假须在到岗前多久 · how long before the duty leave has to be asked for (R-113)
              leave: { before: "ask" },

              duties: {
                read: { name: "晨读", when: "read..lesson1", credits: "ask",
                  need: [ { arrive: "read", with: "ask", text: "做到不迟到、不早退", cite: "R-112" } ], cite: "R-101" },
                rest: { name: "午休", when: "rest..restEnd", credits: "ask",
                  need: [ { arrive: "rest", with: "ask", cite: "R-112" } ], cite: "R-102" },
                care: { name: "课后服务", when: "care..home", credits: "ask",
                  need: [
                    // 从放学起带队进教室 · the way into the room begins at dismissal
                    { arrive: "dismissal", with: "ask", text: "学生放学后,在教师的带领下进入课后服务相关教室", cite: "R-116" },
                    { leave: "home", with: "ask", text: "做到不迟到、不早退", cite: "R-112" },
                    { form: "课后服务学生考勤记录表", by: "ask", text: "每天必须填写", cite: "R-115" },
                    { form: "学生交接单", by: "ask", text: "做好学生的考勤和交接工作", cite: "R-114" },
                  ],
                  notes: [ { about: "content", text: "不上课、不集中辅导、不加重学生课业负担", cite: "R-104" } ],
                  cite: "R-103" },
                watch: { name: "值日巡视", when: "care..home", seats: { leader: 1, teacher: 1, parent: 1 }, credits: "ask",
                  need: [ { form: "巡查记录", fields: ["服务是否开展", "是否正常", "存在什么问题"], by: "ask", cite: "R-105" } ],
                  cite: "R-108" },
                guard: { name: "安全监管员", when: "care..home", kind: "parent",
                  need: [ { form: "学生进出登记", by: "ask", text: "对学生进出学校进行专门登记,逐一核实", cite: "R-120" } ],
                  cite: "R-109" },
                room: { name: "接待室", when: "home..last-pupil", credits: "ask",
                  need: [ { form: "未离校学生登记", by: "ask" } ], cite: "R-111" },
              },

              notes: [
                { about: "pupils", text: "家长签字认可、签订服务协议书后方可参加", cite: "R-106" },
                { about: "pupils", text: "提前离校回家必须向老师办理请假手续", cite: "R-117" },
                { about: "office", text: "领导小组：家长委员会12人、各班主任", cite: "R-118" },
                { about: "documents", text: "建立学生档案，配置各班课后服务人员", cite: "R-119" },
              ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat,note
            Mon-Fri,read,1-1班,T001,,1,
            Mon-Fri,rest,1-1班,T002,,1,
            Mon-Fri,care,服务1班,T003,dry,1,
            Mon-Fri,care,服务1班,T004,rain,1,R-110
            Mon-Fri,watch,全校,L001,,1,
            Mon-Fri,watch,全校,T005,,2,
            Mon-Fri,watch,全校,P201,,3,
            Mon-Fri,guard,服务1班,P202,,1,
            Mon-Fri,room,接待室,T006,,1,

            """,
        groups: """
            group,day,pupils,duty,note
            服务1班,Mon-Fri,32,care,R-107

            """,
        answers: """
            {
              "bells.all.dismissal": "16:05", "grace": "2m", "leave.before": "30m",
              "duties.read.credits": 1, "duties.read.need[0].with": "punch",
              "duties.rest.credits": 1, "duties.rest.need[0].with": "punch",
              "duties.care.credits": 1, "duties.care.need[0].with": "punch", "duties.care.need[1].with": "punch",
              "duties.care.need[2].by": "18:00", "duties.care.need[3].by": "+1d 12:00",
              "duties.watch.credits": 1, "duties.watch.need[0].by": "+1d 12:00",
              "duties.guard.need[0].by": "+1d 12:00",
              "duties.room.credits": 1, "duties.room.need[0].by": "+1d 12:00",
            }

            """)

    static let s3 = Starter(
        "s3", "nine clubs from 15:30 until dismissal", "九个社团，15:30 至放学",
        plan: """
            {
              plan: "clubs9", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作方案",
              // 每学期定一次：新学期改 from 再发布 · set once a term: publish again with a new `from` (R-307)
              bells: { all: { start: "15:30", home: "ask" } },       // home：放学，是铃不是钟点 · a bell, not a time
              seasons: [ { bells: "all" } ],
              duties: {
                class: { name: "班级服务", when: "start..home", credits: "ask",
                  need: [ { form: "服务记录", fields: ["地点", "教师", "内容", "效果"], by: "ask", cite: "R-303" } ],
                  cite: "R-301" },
                club: { name: "社团", when: "start..home", credits: "ask",
                  posts: ["足球", "美术", "轮滑", "口才", "跆拳道", "合唱", "田径", "舞蹈", "棋艺"],
                  need: [ { form: "服务记录", fields: ["地点", "教师", "内容", "效果"], by: "ask" } ],
                  cite: "R-302" },
                check: { name: "每日查看", when: "start..home", who: "@leaders rotate",
                  need: [ { form: "开展情况", fields: ["是否开展", "是否正常", "存在什么问题"], by: "ask" } ], cite: "R-308" },
              },
              notes: [
                { about: "publication", text: "公开服务时间、服务方式、服务内容,主动接受学生、家长和社会的监督", cite: "R-304" },
                { about: "pupils", text: "服务协议每学期签订一次", cite: "R-305" },
                { about: "pupils", text: "家长申请、班级审核、学校复核、统筹安排", cite: "R-306" },
                { about: "office", text: "每学期开学前召开课后服务筹备会", cite: "R-307" },
              ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat,note
            Mon-Fri,class,1-1班,T001,,1,R-310 R-311
            Mon,club,足球,T003,,1,
            Mon,club,美术,T004,,1,
            Tue,club,轮滑,T005,,1,
            Tue,club,口才,T003,,1,
            Wed,club,跆拳道,X003,,1,
            Wed,club,合唱,T006,,1,
            Thu,club,田径,T007,,1,
            Thu,club,舞蹈,T008,,1,
            Fri,club,棋艺,T009,,1,
            2026-09-16,club,合唱,T008,,1,R-309

            """,
        groups: """
            group,day,pupils,duty,post,from,to,note
            合唱,Wed,30,club,,2026-09-01,2027-01-31,R-305

            """,
        answers: """
            {
              "bells.all.home": "17:20", "duties.class.credits": 2, "duties.class.need[0].by": "+1d 12:00",
              "duties.club.credits": 2, "duties.club.need[0].by": "+1d 12:00", "duties.check.need[0].by": "+1d 12:00",
            }

            """)

    static let s4 = Starter(
        "s4", "evening homework in the country, notice every month", "乡村学校：傍晚作业，每月公示",
        plan: """
            {
              plan: "evening", name: "课后服务", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "课后服务工作方案",
              // 原文“下午5:30-6:00”为 12 小时制 · the document writes 5:30 for 17:30
              bells: { all: { start: "17:30", lowEnd: "18:00", highEnd: "18:30" } },
              seasons: [ { bells: "all" } ],
              overlap: "refuse",      // 同一时段有两项服务，同一人不得兼 · two services at the same time (R-404)
              duties: {
                low: { name: "低年级作业", when: "start..lowEnd", who: "@homeroom rotate", posts: ["1", "2", "3"],
                  credits: "ask", need: [ { arrive: "start", with: "ask", cite: "R-401" } ], cite: "R-402" },
                high: { name: "高年级辅导", when: "start..highEnd", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ],
                  notes: [ { about: "content", text: "可安排适当的辅导,但不得讲授新课内容" } ], cite: "R-403" },
                gift: { name: "一、六年级培优", when: "start..lowEnd", credits: "ask",
                  need: [ { arrive: "start", with: "ask" } ], cite: "R-404" },
              },
              notice: { every: "month", show: ["attendance", "marking"], objections: "ask" },      // R-405
              notes: [
                { about: "money", text: "参与学生课后服务工作的教职工,学校将适当给予补助", cite: "R-407" },
                { about: "appraisal", text: "表现突出的给予表彰,不认真参与的给予纪律处分", cite: "R-408" },
                { about: "pupils", text: "学生本人提出申请,家长签字后参加;不向学生收取任何费用", cite: "R-409" },
                { about: "office", text: "工作办公室设在教务处,教务主任兼任办公室主任", cite: "R-410" },
                { about: "pupils", text: "优先保障留守儿童、进城务工人员随迁子女", cite: "R-411" },
              ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat,note
            Mon-Fri,high,五年级,T006,,1,
            Mon-Fri,gift,六年级,T007,,1,
            Mon-Fri,gift,一年级,T008,,1,

            """,
        people: people.replacingHomerooms(["3-1班": "2-1班"]),
        answers: """
            {
              "duties.low.credits": 1, "duties.low.need[0].with": "punch", "duties.high.credits": 2,
              "duties.high.need[0].with": "punch", "duties.gift.credits": 1, "duties.gift.need[0].with": "punch",
              "notice.objections": 5,
            }

            """)

    static let s5 = Starter(
        "s5", "homework: caps, publication, review", "作业管理：时长上限、公示、评价",
        plan: """
            {
              plan: "homework", name: "作业管理", from: "2026-09-01", zone: "Asia/Shanghai", days: "Mon-Fri",
              source: "作业管理方案",
              bells: { all: { start: "ask", home: "ask" } },
              seasons: [ { bells: "all" } ],
              duties: {
                homework: { name: "作业指导", when: "start..home", credits: "ask",
                  need: [ { form: "作业公示", by: "ask", cite: "R-503" } ], cite: "R-502" },
                review: { name: "作业总量审核", who: "@leaders",
                  need: [ { form: "作业总量审核记录", every: "month", by: "ask" } ], cite: "R-505" },
              },
              limits: [
                // 小学 60 分钟，初中 90 分钟 · 60 minutes in primary schools, 90 in junior middle schools
                { of: ["homework"], minutes: 60, text: "每天书面作业完成时间平均不超过60分钟", cite: "R-501" },
              ],
              notes: [
                { about: "publication", text: "完善作业管理细则,明确具体工作要求,并在校内公示", cite: "R-503" },
                { about: "appraisal", text: "纳入教师考核工作中;在全校进行通报批评", cite: "R-504" },
              ],
            }

            """,
        roster: """
            day,duty,post,person,variant,seat
            Mon-Fri,homework,3-1班,T003,,1
            Mon-Fri,homework,3-2班,T004,,1

            """,
        answers: """
            {
              "bells.all.start": "16:30", "bells.all.home": "17:30", "duties.homework.credits": 1,
              "duties.homework.need[0].by": "17:30", "duties.review.need[0].by": "+2d 12:00",
            }

            """)
}

extension String {
    /// The table with other classes for the form teachers.
    fileprivate func replacingHomerooms(_ classes: [String: String]) -> String {
        classes.reduce(self) { text, change in
            text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasSuffix("," + change.key) ? line.dropLast(change.key.count) + change.value : String(line)
            }.joined(separator: "\n")
        }
    }
}
