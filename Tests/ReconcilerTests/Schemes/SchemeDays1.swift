extension SchemeDay {
    /// Days of the schemes S1 to S5.
    static let first: [SchemeDay] = [
        SchemeDay(
            "s2", facts: "punch 12 17:31",
            expected: """
                note R-251 parents: 按照课后服务延时时间请按时接孩子离校
                note R-252 safety: 制定并落实严格的考勤、监管措施
                note R-253 pupils: 严禁强制学生参加；不得收取任何费用；不得与社会机构合作进行有偿服务
                note R-255 safety: 出现紧急情况时及时救助并通知学生监护人
                note R-256 documents: 学生看管申报审批制度、学生管理制度、检查考核制度、安全管理制度、应急处理机制
                note R-257 appraisal: 管理人员、教师参与课后服务工作纳入绩效考核范围
                note R-258 office: 成员：教务处、政教处、安全处
                2026-09-16 leader 全校 L001 07:00-17:30: met 2→2
                2026-09-16 club 书法@3-2班 T012 16:20-16:45: met 1→0 [leave 16:45 met]
                2026-09-16 morning 3-2班 T012 07:00-08:10: missing 2→0 [arrive 07:10 missing] → void day, void duty, incident safety
                2026-09-16 noon 3-2班 T012 11:30-12:50: missing 3→0 [count 2 11:30-13:30 missing] → void part("noon")
                2026-09-16 rest 3-2班 T012 12:50-13:50: met 0→0 “课外书摘抄或练字”
                2026-09-16 study 3-2班 T012 16:45-17:30: missing 1→0 [leave 17:30 met] [看管记录 by 2026-09-17 12:00 missing]
                2026-09-16 morning 3-1班 T033 07:00-08:10: missing 2→0 [arrive 07:10 missing] → void day, void duty, incident safety
                2026-09-16 noon 3-1班 T033 11:30-12:50: missing 3→0 [count 2 11:30-13:30 missing] → void part("noon")
                2026-09-16 rest 3-1班 T033 12:50-13:50: met 0→0 “课外书摘抄或练字”
                2026-09-16 study 3-1班 T033 16:45-17:30: missing 1→0 [leave 17:30 missing] [看管记录 by 2026-09-17 12:00 missing] → void part("afternoon")
                2026-09-16 club 足球@操场 T041 16:20-16:45: missing 1→0 [leave 16:45 missing] → void part("afternoon")
                2026-09-16 signoff  T041: missing 0→0 [leave 16:45 missing]
                2026-09-16 signoff  T052: missing 0→0 [leave 16:45 missing]
                2026-09-16 stairs 东楼1-2层 T052 08:50-16:45: met 2→2 [never met]
                2026-09-16 signoff  T060: missing 0→0 [leave 16:45 missing]
                2026-09-16 bus 1号车 T061 17:30-24:00: met 2→2
                2026-09-16 signoff  T061: missing 0→0 [leave 16:45 missing]
                2026-09-16 floor 二楼 T062 16:20-17:30: met 1→1 [never met]
                2026-09-16 signoff  T062: missing 0→0 [leave 16:45 missing]
                2026-09-16 signoff  T063: missing 0→0 [leave 16:45 missing]
                2026-09-16 yard 操场 T063 16:20-17:30: met 1→1
                2026-09-16 gate 大门口 T064 16:45-17:30: met 1→1
                2026-09-16 signoff  T064: missing 0→0 [leave 16:45 missing]
                2026-09-16 post bus 1号车: 1/1
                2026-09-16 post club 书法@3-2班: 1/1
                2026-09-16 post club 足球@操场: 0/1
                2026-09-16 post floor 二楼: 1/1
                2026-09-16 post gate 大门口: 1/1
                2026-09-16 post leader 全校: 1/1
                2026-09-16 post morning 3-1班: 0/1
                2026-09-16 post morning 3-2班: 0/1
                2026-09-16 post noon 3-1班: 0/1
                2026-09-16 post noon 3-2班: 0/1
                2026-09-16 post rest 3-1班: 1/1
                2026-09-16 post rest 3-2班: 1/1
                2026-09-16 post stairs 东楼1-2层: 1/1
                2026-09-16 post study 3-1班: 0/1
                2026-09-16 post study 3-2班: 1/1
                2026-09-16 post yard 操场: 1/1
                """),
        SchemeDay(
            "s1", on: "2026-09-16..2026-09-17",
            facts: """
                punch 1 07:25
                punch 2 12:31
                punch 3 16:09
                punch 3 17:02
                form,D,care,服务1班,17:50,,,课后服务学生考勤记录表
                form,D,watch,全校,17:10,,,巡查记录
                form,D,guard,服务1班,17:10,,,学生进出登记
                handover,D,room,接待室,17:25,,T006,guardian
                headcount,D,,接待室,17:26,,T006,,,,,,,0
                rain,E,,,15:00,,,,L001,雨
                leave,E,rest,,12:30,13:10,T002,,L001,病,2026-09-17 12:10
                """,
            expected: """
                note R-106 pupils: 家长签字认可、签订服务协议书后方可参加
                note R-117 pupils: 提前离校回家必须向老师办理请假手续
                note R-118 office: 领导小组：家长委员会12人、各班主任
                note R-119 documents: 建立学生档案，配置各班课后服务人员
                note R-104 content: 不上课、不集中辅导、不加重学生课业负担
                watch 巡查记录: 服务是否开展,是否正常,存在什么问题
                2026-09-16 watch 全校 L001 16:15-17:00: met 1→1 [巡查记录 by 2026-09-17 12:00 met]
                2026-09-16 watch 全校 P201 16:15-17:00: met 1→1 [巡查记录 by 2026-09-17 12:00 met]
                2026-09-16 guard 服务1班 P202 16:15-17:00: met 0→0 [学生进出登记 by 2026-09-17 12:00 met]
                2026-09-16 read 1-1班 T001 07:30-08:00: met 1→1 [arrive 07:30 met]
                2026-09-16 rest 1-1班 T002 12:30-13:10: met 1→1 [arrive 12:30 met]
                2026-09-16 care 服务1班 T003 16:15-17:00: missing 1→1 [arrive 16:05 late] [leave 17:00 met] [课后服务学生考勤记录表 by 2026-09-16 18:00 met] [学生交接单 by 2026-09-17 12:00 missing]
                2026-09-16 watch 全校 T005 16:15-17:00: met 1→1 [巡查记录 by 2026-09-17 12:00 met]
                2026-09-16 room 接待室 T006 17:00-17:25: missing 1→1 [未离校学生登记 by 2026-09-17 12:00 missing]
                2026-09-17 watch 全校 L001 16:15-17:00: missing 1→1 [巡查记录 by 2026-09-18 12:00 missing]
                2026-09-17 watch 全校 P201 16:15-17:00: missing 1→1 [巡查记录 by 2026-09-18 12:00 missing]
                2026-09-17 guard 服务1班 P202 16:15-17:00: missing 0→0 [学生进出登记 by 2026-09-18 12:00 missing]
                2026-09-17 read 1-1班 T001 07:30-08:00: missing 1→1 [arrive 07:30 missing]
                2026-09-17 rest 1-1班 T002 12:30-13:10: contested 1→1 [arrive 12:30 contested]
                2026-09-17 care 服务1班 T004 16:15-17:00: missing 1→1 [arrive 16:05 missing] [leave 17:00 missing] [课后服务学生考勤记录表 by 2026-09-17 18:00 missing] [学生交接单 by 2026-09-18 12:00 missing]
                2026-09-17 watch 全校 T005 16:15-17:00: missing 1→1 [巡查记录 by 2026-09-18 12:00 missing]
                2026-09-17 room 接待室 T006 17:00-24:00: missing 1→1 [未离校学生登记 by 2026-09-18 12:00 missing]
                2026-09-16 post care 服务1班: 1/1, 32 pupils
                2026-09-16 post guard 服务1班: 1/1
                2026-09-16 post read 1-1班: 1/1
                2026-09-16 post rest 1-1班: 1/1
                2026-09-16 post room 接待室: 1/1, 0 pupils
                2026-09-16 post watch 全校: 3/3
                2026-09-17 post care 服务1班: 0/1, 32 pupils
                2026-09-17 post guard 服务1班: 1/1
                2026-09-17 post read 1-1班: 0/1
                2026-09-17 post rest 1-1班: 0/1
                2026-09-17 post room 接待室: 1/1
                2026-09-17 post watch 全校: 3/3
                """),
        SchemeDay(
            "s3", on: "2026-09-16..2026-09-17",
            facts: """
                form,D,class,1-1班,17:40,,,服务记录
                form,D,club,跆拳道,17:40,,,服务记录
                form,D,check,,17:40,,,开展情况
                """,
            expected: """
                note R-304 publication: 公开服务时间、服务方式、服务内容,主动接受学生、家长和社会的监督
                note R-305 pupils: 服务协议每学期签订一次
                note R-306 pupils: 家长申请、班级审核、学校复核、统筹安排
                note R-307 office: 每学期开学前召开课后服务筹备会
                class 服务记录: 地点,教师,内容,效果
                club 服务记录: 地点,教师,内容,效果
                check 开展情况: 是否开展,是否正常,存在什么问题
                2026-09-16 check  L002 15:30-17:20: met 0→0 [开展情况 by 2026-09-17 12:00 met]
                2026-09-16 class 1-1班 T001 15:30-17:20: met 2→2 [服务记录 by 2026-09-17 12:00 met]
                2026-09-16 club 合唱 T008 15:30-17:20: missing 2→2 [服务记录 by 2026-09-17 12:00 missing]
                2026-09-16 club 跆拳道 X003 15:30-17:20: met 2→2 [服务记录 by 2026-09-17 12:00 met]
                2026-09-17 check  L001 15:30-17:20: missing 0→0 [开展情况 by 2026-09-18 12:00 missing]
                2026-09-17 class 1-1班 T001 15:30-17:20: missing 2→2 [服务记录 by 2026-09-18 12:00 missing]
                2026-09-17 club 田径 T007 15:30-17:20: missing 2→2 [服务记录 by 2026-09-18 12:00 missing]
                2026-09-17 club 舞蹈 T008 15:30-17:20: missing 2→2 [服务记录 by 2026-09-18 12:00 missing]
                2026-09-16 post class 1-1班: 1/1
                2026-09-16 post club 合唱: 1/1, 30 pupils
                2026-09-16 post club 跆拳道: 1/1
                2026-09-17 post class 1-1班: 1/1
                2026-09-17 post club 田径: 1/1
                2026-09-17 post club 舞蹈: 1/1
                """),
        SchemeDay(
            "s4", on: "2026-09-16..2026-09-17",
            facts: """
                punch 2 17:20
                punch 6 17:40
                punch 7 17:25
                """,
            probes: [
                Probe(
                    file: "roster.csv", from: "Mon-Fri,gift,一年级,T008", to: "Mon-Fri,gift,一年级,T007",
                    words: "error: T007 has “gift” and “gift” at the same time")
            ],
            expected: """
                notice month attendance marking
                note R-407 money: 参与学生课后服务工作的教职工,学校将适当给予补助
                note R-408 appraisal: 表现突出的给予表彰,不认真参与的给予纪律处分
                note R-409 pupils: 学生本人提出申请,家长签字后参加;不向学生收取任何费用
                note R-410 office: 工作办公室设在教务处,教务主任兼任办公室主任
                note R-411 pupils: 优先保障留守儿童、进城务工人员随迁子女
                note - content: 可安排适当的辅导,但不得讲授新课内容
                2026-09-16 low 1 T002 17:30-18:00: met 1→1 [arrive 17:30 met]
                2026-09-16 low 2 T003 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-16 low 3 T004 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-16 high 五年级 T006 17:30-18:30: late 2→2 [arrive 17:30 late]
                2026-09-16 gift 六年级 T007 17:30-18:00: met 1→1 [arrive 17:30 met]
                2026-09-16 gift 一年级 T008 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-17 low 1 T001 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-17 low 2 T003 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-17 low 3 T004 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-17 high 五年级 T006 17:30-18:30: missing 2→2 [arrive 17:30 missing]
                2026-09-17 gift 六年级 T007 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-17 gift 一年级 T008 17:30-18:00: missing 1→1 [arrive 17:30 missing]
                2026-09-16 post gift 一年级: 0/1
                2026-09-16 post gift 六年级: 1/1
                2026-09-16 post high 五年级: 1/1
                2026-09-16 post low 1: 1/1
                2026-09-16 post low 2: 0/1
                2026-09-16 post low 3: 0/1
                2026-09-17 post gift 一年级: 0/1
                2026-09-17 post gift 六年级: 0/1
                2026-09-17 post high 五年级: 0/1
                2026-09-17 post low 1: 0/1
                2026-09-17 post low 2: 0/1
                2026-09-17 post low 3: 0/1
                check: error: T007 has “gift” and “gift” at the same time
                """),
        SchemeDay(
            "s5", on: "2026-09-29..2026-09-30",
            facts: """
                form,D,homework,3-1班,17:00,,,作业公示
                """,
            probes: [
                Probe(file: "plan.json5", from: "\"17:30\"", to: "\"17:50\"", words: "last 80 minutes")
            ],
            expected: """
                note R-503 publication: 完善作业管理细则,明确具体工作要求,并在校内公示
                note R-504 appraisal: 纳入教师考核工作中;在全校进行通报批评
                2026-09-29 review  L001: met 0→0
                2026-09-29 review  L002: met 0→0
                2026-09-29 homework 3-1班 T003 16:30-17:30: met 1→1 [作业公示 by 2026-09-29 17:30 met]
                2026-09-29 homework 3-2班 T004 16:30-17:30: missing 1→1 [作业公示 by 2026-09-29 17:30 missing]
                2026-09-30 review  L001: missing 0→0 [作业总量审核记录 by 2026-10-09 12:00 missing]
                2026-09-30 review  L002: missing 0→0 [作业总量审核记录 by 2026-10-09 12:00 missing]
                2026-09-30 homework 3-1班 T003 16:30-17:30: missing 1→1 [作业公示 by 2026-09-30 17:30 missing]
                2026-09-30 homework 3-2班 T004 16:30-17:30: missing 1→1 [作业公示 by 2026-09-30 17:30 missing]
                2026-09-29 post homework 3-1班: 1/1
                2026-09-29 post homework 3-2班: 1/1
                2026-09-30 post homework 3-1班: 1/1
                2026-09-30 post homework 3-2班: 1/1
                check: last 80 minutes
                """),
    ]
}
