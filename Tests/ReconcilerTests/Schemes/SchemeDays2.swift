extension SchemeDay {
    /// Days of the schemes S6 to S14.
    static let second: [SchemeDay] = [
        SchemeDay(
            "s6", on: "2026-09-16..2026-09-17",
            facts: """
                punch 5 15:25
                headcount,D,bus,1号车,17:05,,L002,,,,,,,31
                """,
            expected: """
                plan of 大连市 示例区 示例小学
                approved by 区教育局
                note R-604 content: 监管学生开展自主学习、阅读以及兴趣活动等
                note R-603 money: 参与托管的教师可以获得一定的补助,费用由区财政全额安排
                note R-610 pupils: 实行小学生课后校内免费托管
                note R-605 appraisal: 纳入市政府考核区市县政府教育工作考核指标体系
                note R-608 appraisal: 完善相关督导考核,加强沟通协调
                2026-09-16 bus  L002 17:00-24:00: met 1→1 [count 1 17:00-17:30 met]
                2026-09-16 care  T005 15:30-17:00: met 2→2 [arrive 15:30 met] “自主学习、阅读、兴趣活动”
                2026-09-16 care  T006 15:30-17:00: missing 2→2 [arrive 15:30 missing] “自主学习、阅读、兴趣活动”
                2026-09-17 bus  L001 17:00-24:00: missing 1→1 [count 1 17:00-17:30 missing]
                2026-09-17 care  T007 15:30-17:00: missing 2→2 [arrive 15:30 missing] “自主学习、阅读、兴趣活动”
                2026-09-17 care  T008 15:30-17:00: missing 2→2 [arrive 15:30 missing] “自主学习、阅读、兴趣活动”
                """),
        SchemeDay(
            "s7", on: "2026-09-16..2026-09-17", facts: "punch 3 15:25\npunch 4 15:32 2026-09-17",
            expected: """
                plan of 大连市 沙河口区 示例小学
                note R-604 content: 监管学生开展自主学习、阅读以及兴趣活动等
                note R-603 money: 参与托管的教师可以获得一定的补助,费用由区财政全额安排
                note R-610 pupils: 实行小学生课后校内免费托管
                2026-09-16 bus  L002 17:00-24:00: missing 1→1 [count 1 17:00-17:30 missing]
                2026-09-16 care  T003 15:30-17:00: met 2→2 [arrive 15:30 met] “自主学习、阅读、兴趣活动”
                2026-09-17 bus  L001 17:00-24:00: missing 1→1 [count 1 17:00-17:30 missing]
                2026-09-17 care  T004 15:30-17:00: late 2→2 [arrive 15:30 late] “自主学习、阅读、兴趣活动”
                """),
        SchemeDay(
            "s8", facts: "punch 1 15:35",
            expected: """
                2026-09-16 care 1-1班 T001 15:40-16:50: met 2→2 [arrive 15:40 met]
                2026-09-16 homework 1-2班 T002 15:40-16:10: missing 1→1 [arrive 15:40 missing]
                2026-09-16 post care 1-1班: 1/1
                2026-09-16 post homework 1-2班: 0/1
                """),
        SchemeDay(
            "s9", on: "2026-09-15..2026-09-16",
            facts: """
                handover,D,meal,1-1班,12:18,,T001,T002,,,,,,38
                punch 2 12:15
                form,D,club,书法,17:40,,,社团活动记录
                """,
            expected: """
                note R-901 safety: 学校与家长、轮值教师签订安全协议书
                2026-09-15 meal 1-1班 T001 11:40-12:20: met 1→1 [count 1 12:10-12:30 met]
                2026-09-15 rest 1-1班 T002 12:20-13:40: met 2→2 [arrive 12:20 met]
                2026-09-15 club 科技 T004 16:00-17:30: missing 2→2 [社团活动记录 by 2026-09-16 12:00 missing]
                2026-09-15 club 书法 T005 16:00-17:30: met 2→2 [社团活动记录 by 2026-09-16 12:00 met]
                2026-09-16 meal 1-1班 T001 11:40-12:20: missing 1→1 [count 1 12:10-12:30 missing] → notify leader
                2026-09-16 rest 1-1班 T002 12:20-13:40: missing 2→2 [arrive 12:20 missing]
                2026-09-16 club 书法 T005 16:00-17:30: missing 2→2 [社团活动记录 by 2026-09-17 12:00 missing]
                2026-09-15 post club 书法: 1/1, 26 pupils
                2026-09-15 post club 科技: 1/1
                2026-09-15 post meal 1-1班: 1/1
                2026-09-15 post rest 1-1班: 1/1, 38 pupils, 38 waiting since 13:40
                2026-09-16 post club 书法: 1/1, 29 pupils
                2026-09-16 post meal 1-1班: 0/1
                2026-09-16 post rest 1-1班: 0/1
                """),
        SchemeDay(
            "s10", on: "2026-09-15..2026-09-16",
            facts: """
                punch 3 15:45 2026-09-16
                punch 6 16:10 2026-09-16
                punch 7 15:48 2026-09-16
                punch 12 16:00 2026-09-16
                punch 11 16:00
                punch 11 16:30
                """,
            expected: """
                2026-09-15 patrol  L001 15:50-17:20: met 1→1 [count 2 15:50-17:20 met]
                2026-09-15 class 3-1班 T003 15:50-17:20: missing 2→2 [arrive 15:50 missing]
                2026-09-15 class 3-1班 T006 15:50-17:20: missing 2→2 [arrive 15:50 missing]
                2026-09-16 patrol  L002 15:50-17:20: short 1→1 [count 2 15:50-17:20 short]
                2026-09-16 class 3-1班 T003 15:50-17:20: met 2→2 [arrive 15:50 met]
                2026-09-16 class 3-1班 T006 15:50-17:20: late 2→2 [arrive 15:50 late]
                2026-09-16 club 足球 T007 15:50-17:20: met 2→2 [arrive 15:50 met]
                2026-09-15 post class 3-1班: 0/2, 40 pupils
                2026-09-16 post class 3-1班: 2/2, 22 pupils
                2026-09-16 post club 足球: 1/1, 18 pupils
                """),
        SchemeDay(
            "s11", on: "2026-09-17..2026-09-18",
            facts: """
                punch 1 15:35
                punch 1 17:05
                handover,D,three,1组,18:00,,T001,guardian,,,,,,25
                seen,D,one,2组,15:45,,T002,absent,L001
                """,
            probes: [
                Probe(file: "groups.csv", from: "2组,Mon-Thu,24", to: "2组,Mon-Thu,26", words: "but needs 2")
            ],
            expected: """
                approved by 教育局
                2026-09-17 one 1组 T001 15:40-16:25: met 1→1 [arrive 15:40 met] [never met] “7+1课程”
                2026-09-17 three 1组 T001 17:10-17:55: met 1→1 [arrive 17:10 met] [count 1 17:55-18:25 met]
                2026-09-17 two 1组 T001 16:25-17:10: met 1→1 [arrive 16:25 met]
                2026-09-17 one 2组 T002 15:40-16:25: missing 1→1 [arrive 15:40 missing] [never missing] “7+1课程”
                2026-09-17 three 2组 T002 17:10-17:55: missing 1→1 [arrive 17:10 missing] [count 1 17:55-18:25 missing] → notify leader
                2026-09-17 two 2组 T002 16:25-17:10: missing 1→1 [arrive 16:25 missing]
                2026-09-17 post one 1组: 1/1, 25 pupils
                2026-09-17 post one 2组: 0/1, 24 pupils, ratio 24:0 > 25
                2026-09-17 post three 1组: 1/1
                2026-09-17 post three 2组: 0/1
                2026-09-17 post two 1组: 1/1
                2026-09-17 post two 2组: 0/1
                check: but needs 2
                """),
        SchemeDay(
            "s12", on: "2026-10-12..2026-10-14",
            facts: """
                punch 1 15:55 2026-10-14
                seen,D,labour,东区走廊,16:20,,T002,absent,L001
                """,
            expected: """
                2026-10-12: 读书季
                2026-10-13: 读书季
                2026-10-14: 读书季
                2026-10-12 labour 东区 T002 16:00-17:30: missing 2→2 [arrive 16:00 missing] [seen missing]
                2026-10-12 labour 西区 T003 16:00-17:30: missing 2→2 [arrive 16:00 missing]
                2026-10-14 club 合唱 T001 16:00-17:30: met 2→2 [arrive 16:00 met]
                2026-10-12 post labour 东区: 0/1
                2026-10-12 post labour 西区: 0/1
                2026-10-14 post club 合唱: 1/1
                """),
        SchemeDay(
            "s13", on: "2026-09-17..2026-09-18",
            facts: """
                form,D,care,3-1班,17:30,,,学生考勤表
                form,D,care,3-1班,17:30,,,素质拓展活动档案
                form,D,check,,17:30,,,开展情况
                """,
            expected: """
                2026-09-17 check  L001 15:30-17:00: met 0→0 [开展情况 by 2026-09-18 12:00 met]
                2026-09-17 care 3-1班 T003 15:30-17:00: met 2→2 [素质拓展活动档案 by 2026-09-18 12:00 met]
                2026-09-17 care 5-1班 T005 15:30-17:00: missing 2→2 [素质拓展活动档案 by 2026-09-18 12:00 missing]
                2026-09-18 check  L002 15:30-17:00: missing 0→0 [开展情况 by 2026-09-21 12:00 missing]
                2026-09-18 care 3-1班 T003 15:30-17:00: missing 2→2 [学生考勤表 by 2026-09-18 18:00 met] [学生交接单 by 2026-09-21 12:00 missing] [素质拓展活动档案 by 2026-09-21 12:00 missing]
                2026-09-18 care 5-1班 T005 15:30-17:00: missing 2→2 [学生考勤表 by 2026-09-18 18:00 missing] [学生交接单 by 2026-09-21 12:00 missing] [素质拓展活动档案 by 2026-09-21 12:00 missing]
                2026-09-17 post care 3-1班: 1/1
                2026-09-17 post care 5-1班: 1/1
                2026-09-18 post care 3-1班: 1/1
                2026-09-18 post care 5-1班: 1/1
                """),
        SchemeDay(
            "s14", on: "2026-09-16..2026-09-19",
            facts: """
                punch 1 15:30
                sign,D,helper,阅览室,15:35,,V301
                seen,D,manager,全校,16:00,,L001,absent,principal
                """,
            expected: """
                note R-1404 appraisal: 将督查结果纳入学校督导考核
                2026-09-16 manager 全校 L001 15:40-17:10: missing 2→2 [never missing]
                2026-09-16 care 1-1班 T001 15:40-17:10: met 2→2 [arrive 15:40 met]
                2026-09-16 helper 阅览室 V301 15:40-17:10: met 0→0 [arrive 15:40 met]
                2026-09-17 manager 全校 L001 15:40-17:10: met 2→2 [never met]
                2026-09-17 care 1-1班 T001 15:40-17:10: missing 2→2 [arrive 15:40 missing]
                2026-09-17 helper 阅览室 V301 15:40-17:10: missing 0→0 [arrive 15:40 missing]
                2026-09-18 manager 全校 L001 15:40-17:10: met 2→2 [never met]
                2026-09-18 care 1-1班 T001 15:40-17:10: missing 2→2 [arrive 15:40 missing]
                2026-09-18 helper 阅览室 V301 15:40-17:10: missing 0→0 [arrive 15:40 missing]
                2026-09-16 post care 1-1班: 1/1
                2026-09-16 post helper 阅览室: 1/1
                2026-09-16 post manager 全校: 0/1, lacks leader
                2026-09-17 post care 1-1班: 0/1
                2026-09-17 post helper 阅览室: 0/1, lacks volunteer
                2026-09-17 post manager 全校: 1/1
                2026-09-18 post care 1-1班: 0/1
                2026-09-18 post helper 阅览室: 0/1, lacks volunteer
                2026-09-18 post manager 全校: 1/1
                """),
    ]
}
