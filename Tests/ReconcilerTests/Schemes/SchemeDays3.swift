extension SchemeDay {
    /// Days of the schemes S15 to S21 and X1 to X4.
    static let third: [SchemeDay] = [
        SchemeDay(
            "s15", on: "2026-09-30..2026-10-08",
            facts: """
                punch 1 16:00
                punch 13 16:45
                handover,D,activity,剪纸,17:45,,X003,guardian,,,,,,18
                form,D,gate,大门口,18:00,,,门卫登记
                """,
            probes: [
                Probe(file: "plan.json5", from: "\"17:40\"", to: "\"18:20\"", words: "ends at 18:20"),
                Probe(
                    file: "plan.json5", from: "when: \"start..homework\", credits: 1",
                    to: "when: \"start..homework\", credits: 2", words: "up to 2 credits a day"),
                Probe(
                    file: "people.csv", from: "李岩,external", to: "李岩,company",
                    words: "X003 is of kind “company”, and the plan"),
            ],
            expected: """
                approved by 市教育局
                note R-1505 money: 依法签订劳动合同或劳务协议,按合同或协议支付劳动报酬
                note R-1510 money: 对家庭贫困学生提供免费课后服务
                note R-1511 money: 在核定的绩效工资总量内,对参与课后服务的教师给予适当倾斜
                note R-1506 safety: 严禁有不良记录人员参与课后服务
                2026-10-01: 国庆节
                2026-10-02: 国庆节
                2026-10-03: 国庆节
                2026-10-04: 国庆节
                2026-10-05: 国庆节
                2026-10-06: 国庆节
                2026-10-07: 国庆节
                2026-09-30 homework 1-1班 T001 16:10-16:50: met 1→1 [arrive 16:10 met]
                2026-09-30 gate 大门口 T009 17:40-24:00: met 1→1 [门卫登记 by 2026-10-08 12:00 met]
                2026-09-30 activity 剪纸 X003 16:50-17:40: met 1→1 [arrive 16:50 met] [count 1 17:30-18:10 met]
                2026-10-08 homework 1-1班 T001 15:40-16:20: missing 1→1 [arrive 15:40 missing]
                2026-10-08 gate 大门口 T009 17:10-24:00: missing 1→1 [门卫登记 by 2026-10-09 12:00 missing]
                2026-10-08 activity 剪纸 X003 16:20-17:10: missing 1→1 [arrive 16:20 missing] [count 1 17:00-17:40 missing] → notify leader
                2026-09-30 post activity 剪纸: 1/1
                2026-09-30 post gate 大门口: 1/1
                2026-09-30 post homework 1-1班: 1/1
                2026-10-08 post activity 剪纸: 0/1, lacks external
                2026-10-08 post gate 大门口: 1/1
                2026-10-08 post homework 1-1班: 0/1
                check: ends at 18:20
                check: up to 2 credits a day
                check: X003 is of kind “company”, and the plan
                """),
        SchemeDay(
            "s16", on: "2026-09-16..2026-09-17",
            facts: """
                punch 1 15:45
                punch 1 17:12
                rain,E,,,14:00,,,,L001,雨
                """,
            expected: """
                2026-09-16 one 1-1班 T001 15:50-16:30: met 1→1 [arrive 15:50 met]
                2026-09-16 two 老游戏 T001 16:30-17:10: met 1→1 [arrive 16:30 met] [leave 17:10 met]
                2026-09-17 one 1-1班 T001 15:50-16:30: missing 1→1 [arrive 15:50 missing]
                2026-09-17 two 老游戏 T002 16:30-17:10: missing 1→1 [arrive 16:30 missing] [leave 17:10 missing]
                2026-09-16 post one 1-1班: 1/1
                2026-09-16 post two 老游戏: 1/1
                2026-09-17 post one 1-1班: 0/1
                2026-09-17 post two 老游戏: 0/1
                """),
        SchemeDay(
            "s17",
            facts: """
                punch 1 15:45
                punch 3 15:45
                """,
            expected: """
                2026-09-16 care 1-1班 T001 15:50-17:20: met 2→2 [arrive 15:50 met]
                2026-09-16 care 3-1班 T003 15:50-17:20: met 2→2 [arrive 15:50 met]
                2026-09-16 care 3-2班 T004 15:50-17:20: missing 2→2 [arrive 15:50 missing]
                2026-09-16 club 书法 T005 15:50-17:20: missing 2→2 [arrive 15:50 missing]
                2026-09-16 post care 1-1班: 1/1, 40 pupils, takes in 1-2班
                2026-09-16 post care 3-1班: 1/1, 34 pupils
                2026-09-16 post care 3-2班: 0/1, 30 pupils
                2026-09-16 post club 书法: 0/1
                """),
        SchemeDay(
            "s18",
            facts: """
                punch 1 15:35
                handover,D,care,1-1班,16:50,,T001,guardian
                handover,D,care,1-1班,17:20,,T001,guardian,,,,,,2
                punch 1 17:25
                """,
            expected: """
                2026-09-16 care 1-1班 T001 16:30-17:20: met 1→1 [leave 17:20 met]
                2026-09-16 homework 1-1班 T001 15:40-16:30: met 1→1 [arrive 15:40 met]
                2026-09-16 post care 1-1班: 1/1, 3 pupils
                2026-09-16 post homework 1-1班: 1/1
                """),
        SchemeDay(
            "s19",
            facts: """
                punch 1 15:35
                punch 2 16:15
                """,
            expected: """
                2026-09-16 sport 操场 T001 15:40-16:20: met 1→1 [arrive 15:40 met]
                2026-09-16 elective 图书馆 T002 16:20-17:10: met 1→1 [arrive 16:20 met]
                2026-09-16 elective 阅览室 T003 16:20-17:10: missing 1→1 [arrive 16:20 missing]
                2026-09-16 elective 书法室 T004 16:20-17:10: missing 1→1 [arrive 16:20 missing]
                2026-09-16 elective 舞蹈室 T005 16:20-17:10: missing 1→1 [arrive 16:20 missing]
                2026-09-16 elective 科技室 T006 16:20-17:10: missing 1→1 [arrive 16:20 missing]
                2026-09-16 elective 实验室 T007 16:20-17:10: missing 1→1 [arrive 16:20 missing]
                2026-09-16 elective 体育馆 T008 16:20-17:10: missing 1→1 [arrive 16:20 missing]
                2026-09-16 post elective 书法室: 0/1
                2026-09-16 post elective 体育馆: 0/1
                2026-09-16 post elective 图书馆: 1/1
                2026-09-16 post elective 实验室: 0/1
                2026-09-16 post elective 科技室: 0/1
                2026-09-16 post elective 舞蹈室: 0/1
                2026-09-16 post elective 阅览室: 0/1
                2026-09-16 post sport 操场: 1/1
                """),
        SchemeDay(
            "s20", on: "2026-09-17..2026-09-18",
            facts: """
                seen,E,care,1-1班,14:50,,T001,absent,L001
                """,
            expected: """
                2026-09-18: 主题班会 提前放学
                2026-09-17 inspect  L001: met 0→0
                2026-09-17 care 1-1班 T001 15:40-17:10: met 2→2 [never met]
                2026-09-18 inspect  L001: missing 0→0 [检查记录 by 2026-09-18 18:00 missing]
                2026-09-18 care 1-1班 T001 14:40-16:00: missing 2→2 [never missing]
                2026-09-17 post care 1-1班: 1/1
                2026-09-18 post care 1-1班: 0/1
                """),
        SchemeDay(
            "s21", on: "2027-07-03..2027-07-05", facts: "punch 1 08:25 2027-07-05",
            expected: """
                plan of 示例市
                2027-07-03: 暑假
                2027-07-04: 暑假
                2027-07-05: 暑期托管
                2027-07-05 care 1-1班 T001 08:30-11:30: met 2→2 [arrive 08:30 met]
                2027-07-05 post care 1-1班: 1/1
                """),
        SchemeDay(
            "x1", on: "2026-09-16..2026-09-18",
            facts: """
                punch 1 16:02
                punch 1 17:31
                punch 2 16:05
                punch 2 17:31
                punch 1 15:58 2026-09-17
                punch 2 16:00 2026-09-17
                punch 1 17:31 2026-09-17
                punch 2 17:31 2026-09-17
                ruling,2026-09-17,care,,,T002,T001,missing,L001,代签
                punch 1 17:35 2026-09-18
                attest,E,care,,15:59,,T001,,L001,忘签,2026-09-18 18:00
                attest,E,care,,15:59,,T002,,L001,忘签,2026-09-19 08:00
                """,
            expected: """
                2026-09-16 leader 全校 L001 16:00-17:30: met 4→4 [never met]
                2026-09-16 care 1-1班 T001 16:00-17:30: met 4→4 [arrive 16:00 met] [leave 17:30 met]
                2026-09-16 care 1-2班 T002 16:00-17:30: late 4→3 [arrive 16:00 late] [leave 17:30 met] → dock 1/4 day
                2026-09-17 leader 全校 L001 16:00-17:30: met 4→3 [never met]
                2026-09-17 care 1-1班 T001 16:00-17:30: missing 4→0 [arrive 16:00 met] [leave 17:30 met] → void day, dock 1/4 day on other, dock 1/4 day on leader
                2026-09-17 care 1-2班 T002 16:00-17:30: met 4→3 [arrive 16:00 met] [leave 17:30 met]
                2026-09-18 leader 全校 L001 16:00-17:30: met 4→4 [never met]
                2026-09-18 care 1-1班 T001 16:00-17:30: met 4→4 [arrive 16:00 met] [leave 17:30 met]
                2026-09-18 care 1-2班 T002 16:00-17:30: missing 4→0 [arrive 16:00 missing] [leave 17:30 missing] → void day, void day
                2026-09-16 post care 1-1班: 1/1
                2026-09-16 post care 1-2班: 1/1
                2026-09-16 post leader 全校: 1/1
                2026-09-17 post care 1-1班: 0/1
                2026-09-17 post care 1-2班: 1/1
                2026-09-17 post leader 全校: 1/1
                2026-09-18 post care 1-1班: 1/1
                2026-09-18 post care 1-2班: 0/1
                2026-09-18 post leader 全校: 1/1
                """),
        SchemeDay(
            "x2",
            facts: """
                punch 1 17:12
                headcount,D,bus,1号车,17:20,,T002,,,,,,,31
                """,
            expected: """
                notice halfMonth attendance
                2026-09-16 gate 大门口 T001 17:10-17:30: late 1→0 [arrive 17:10 late] → void day
                2026-09-16 bus 1号车 T002 17:10-17:30: met 1→1 [count 1 17:10-17:30 met]
                2026-09-16 post bus 1号车: 1/1, 31 pupils, 31 waiting since 17:30
                2026-09-16 post gate 大门口: 1/1
                """),
        SchemeDay(
            "x3", on: "2026-09-14..2026-09-17",
            facts: """
                sign,2026-09-14,morning,,08:10,,T001
                sign,2026-09-14,afternoon,,17:01,,T001
                sign,2026-09-14,evening,,17:00,,T001
                sign,2026-09-15,morning,,08:10,,T001
                sign,2026-09-15,afternoon,,17:01,,T001
                sign,2026-09-15,evening,,17:00,,T001
                sign,2026-09-16,morning,,08:10,,T001
                sign,2026-09-16,afternoon,,17:01,,T001
                sign,2026-09-16,evening,,17:00,,T001
                sign,2026-09-17,evening,,17:00,,T001
                """,
            expected: """
                2026-09-14 afternoon 办公室 T001 11:50-17:00: met 1→1 [leave 17:00 met]
                2026-09-14 evening 办公室 T001 17:00-17:30: met 2→2 [arrive 17:00 met]
                2026-09-14 morning 办公室 T001 08:00-11:50: late 1→0 [arrive 08:00 late] → void duty
                2026-09-15 afternoon 办公室 T001 11:50-17:00: met 1→1 [leave 17:00 met]
                2026-09-15 evening 办公室 T001 17:00-17:30: met 2→2 [arrive 17:00 met]
                2026-09-15 morning 办公室 T001 08:00-11:50: late 1→0 [arrive 08:00 late] → void duty
                2026-09-16 afternoon 办公室 T001 11:50-17:00: met 1→0 [leave 17:00 met]
                2026-09-16 evening 办公室 T001 17:00-17:30: met 2→1 [arrive 17:00 met]
                2026-09-16 morning 办公室 T001 08:00-11:50: late 1→0 [arrive 08:00 late] → void duty, dock 1/2 day
                2026-09-17 afternoon 办公室 T001 11:50-17:00: missing 1→0 [leave 17:00 missing] → void duty, void day
                2026-09-17 evening 办公室 T001 17:00-17:30: met 2→0 [arrive 17:00 met]
                2026-09-17 morning 办公室 T001 08:00-11:50: missing 1→0 [arrive 08:00 missing] → void duty
                2026-09-14 post afternoon 办公室: 1/1
                2026-09-14 post evening 办公室: 1/1
                2026-09-14 post morning 办公室: 1/1
                2026-09-15 post afternoon 办公室: 1/1
                2026-09-15 post evening 办公室: 1/1
                2026-09-15 post morning 办公室: 1/1
                2026-09-16 post afternoon 办公室: 1/1
                2026-09-16 post evening 办公室: 1/1
                2026-09-16 post morning 办公室: 1/1
                2026-09-17 post afternoon 办公室: 0/1
                2026-09-17 post evening 办公室: 1/1
                2026-09-17 post morning 办公室: 0/1
                """),
        SchemeDay(
            "x4", on: "2026-09-16..2026-09-17",
            facts: """
                seen,D,yard,操场,09:50,,T001,absent,principal
                seen,E,yard,操场,09:50,,T001,absent,L001
                """,
            expected: """
                2026-09-16 leader 全校 L001 09:40-10:10: met 2→0 [never met]
                2026-09-16 yard 操场 T001 09:40-10:10: missing 1→0 [never missing] → void duty, void duty on leader
                2026-09-17 leader 全校 L001 09:40-10:10: met 2→2 [never met]
                2026-09-17 yard 操场 T001 09:40-10:10: missing 1→0 [never missing] → void duty, void duty on leader
                2026-09-16 post leader 全校: 1/1
                2026-09-16 post yard 操场: 0/1
                2026-09-17 post leader 全校: 1/1
                2026-09-17 post yard 操场: 0/1
                """),
    ]
}
