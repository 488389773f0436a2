package import AttendanceModel

/// The folder that `init --sample` writes: S2 with example answers and an invented school, for the demo and tests.
package enum S2Sample {
    /// The files by kind; checking them finds nothing.
    package static let texts: [Document.Kind: String] = [
        .plan: plan, .roster: roster, .calendar: calendar, .people: people, .cards: cards, .rates: rates,
        .devices: devices, .groups: groups,
    ]

    static let plan = """
        // 示例 · EXAMPLE: 原方案未写明的数字在这里填了示例答案（标“示例”），不是任何学校的规定。
        // The numbers that the school's document does not give are answered by way of example, not as policy.
        {
          plan: "yanshi", name: "课后延时服务（示例）", from: "2026-09-01", zone: "Asia/Shanghai",
          source: "小学课后延时服务实施方案",
          days: "Mon-Fri",

          bells: {
            summer: {
              morning: "07:00", lesson1: "08:10", noon: "11:30", noonEnd: "12:50",
              club: "16:20", study: "16:45", home: "17:30",
              breaks: ["08:50", "10:50", "14:40", "15:30"], bigBreak: "09:40",    // 示例 example
              dismissal: "16:45", restEnd: "13:50",                               // 示例 example
            },
            other: { like: "summer", club: "15:50", study: "16:15", home: "17:00", dismissal: "16:15" },
            // 运动会 · a sports day
            sports: { like: "other", club: "14:30", study: "15:00", home: "15:30", dismissal: "15:00",
                      breaks: ["08:50", "10:50"] },
          },
          seasons: [ { from: "05-01", to: "09-30", bells: "summer" }, { bells: "other" } ],    // 示例 example

          absence: {
            late: ["void self", "incident safety"],
            missing: ["void self", "incident safety"],
          },

          duties: {
            morning: {
              name: "早读", when: "morning..lesson1", credits: 2, part: "morning",
              need: [ { arrive: "morning..morning+10m", with: ["punch", "sign"],
                        text: "早上7:00-7:10为早考勤时间，采用考勤机加签到双考勤方式" } ],
              else: ["void day"], cite: "六.1",
            },
            noon: {
              name: "午间", when: "noon..noonEnd", credits: 3, part: "noon",
              need: [ { count: 2, in: "noon..13:30", gap: "10m", with: ["punch"],
                        text: "中午要在11：30—13：30用考勤机签两次" } ],
              else: ["void noon"], cite: "六.2",
            },
            rest: {
              name: "午休读写", when: "noonEnd..restEnd", credits: 0, who: "@homeroom",
              label: { "Mon,Wed,Fri": "课外书摘抄或练字", "Tue,Thu": "英语阅读" },
            },
            club: {
              name: "社团", when: "club..study", credits: 1, part: "afternoon",
              need: [ { leave: "study..", text: "社团活动教师在16:45签退" } ],
              else: ["void afternoon"], cite: "六.3",
            },
            study: {
              name: "作业辅导", when: "study..home", credits: 1, part: "afternoon",
              need: [
                { leave: "home..", text: "当日值班教师下午需在17:30以后签退" },
                { form: "看管记录", by: "+1d 12:00", else: ["notify leader"] },    // 示例 example
              ],
              else: ["void afternoon"], cite: "六.3",
            },
            signoff: { name: "不值班教师签退", credits: 0, who: "@teachers - study",
              need: [ { leave: "study.." } ], absence: {} },
            stairs: {
              name: "楼梯", at: ["breaks", "bigBreak", "noon", "dismissal"],
              lead: { bigBreak: "3m", noon: "5m", dismissal: "5m", events: "15m" },    // 示例 example
              credits: 2,
              need: [ { never: "absent", by: ["leader", "pioneer"], text: "不到岗的取消当天延时服务补助" } ],
              missing: ["void day"], cite: "四.5",
            },
            // 以下时间和课时均为示例 · windows and credits by way of example
            floor:  { name: "楼层巡视", when: "club..home", credits: 1, need: [ { never: "absent" } ], cite: "六.4" },
            yard:   { name: "操场", when: "club..home", credits: 1, cite: "六.4" },
            gate:   { name: "大门口", when: "dismissal..home", credits: 1, cite: "六.4" },
            leader: { name: "带班领导", when: "morning..home", credits: 2, cite: "七" },
            bus:    { name: "校车", when: "home..", credits: 2, places: ["校车"], cite: "五.5" },
            extra:  { name: "加班", by: "order", credits: { reading: "minutes", unit: 40 }, cite: "五.7" },
          },
        }

        """

    static let roster = """
        # 示例 · EXAMPLE
        day,duty,post,person,variant,seat
        Mon-Fri,morning,3-1班,T033,,1
        Mon-Fri,morning,3-2班,T012,,1
        Mon-Fri,noon,3-1班,T033,,1
        Mon-Fri,noon,3-2班,T012,,1
        Mon,club,篮球@操场,X003,dry,1
        Mon,club,篮球@体育馆,X003,rain,1
        Wed,club,足球@操场,T041,dry,1
        Wed,club,足球@体育馆,T041,rain,1
        Wed,club,书法@3-2班,T012,,1
        "Tue,Thu",club,合唱@音乐室,T060,,1
        Mon,study,3-1班,T052,,1
        Tue-Fri,study,3-1班,T033,,1
        Mon/odd,study,3-2班,T012,,1
        Mon/even,study,3-2班,T033,,1
        Tue-Fri,study,3-2班,T012,,1
        Mon-Fri,stairs,东楼1-2层,T052,,1
        Mon-Fri,floor,二楼,T062,,1
        Mon-Fri,yard,操场,T063,,1
        Mon-Fri,gate,大门口,T064,,1
        "Mon,Wed,Fri",leader,全校,L001,,1
        "Tue,Thu",leader,全校,L002,,1
        Mon-Fri,bus,1号车,T061,,1
        2026-09-18,stairs,东楼1-2层,T061,,1

        """

    static let calendar = """
        # 示例 · EXAMPLE
        date,kind,as,bells,label
        2026-09-01,term,,,第一学期
        2026-09-25,off,,,中秋节
        2026-10-01..2026-10-07,off,,,国庆节
        2026-10-10,school,Thu,,补班按周四
        2026-10-23,school,,sports,运动会 15:30 放学
        2027-01-18..2027-02-21,off,,,寒假
        2027-02-22,term,,,第二学期

        """

    static let people = """
        # 示例：人名均为虚构 · EXAMPLE: all names are invented
        id,name,kind,pay,from,to,homeroom
        T012,王芳,teacher,rateA,2020-09-01,,3-2班
        T033,赵敏,teacher,rateA,2021-09-01,,3-1班
        T041,孙强,teacher,rateA,2019-09-01,,
        T052,周丽,teacher,rateA,2018-09-01,,
        T060,吴刚,teacher,rateA,2022-09-01,,
        T061,郑洁,teacher,rateA,2023-09-01,,
        T062,冯涛,teacher,rateA,2017-09-01,,
        T063,何静,teacher,rateA,2024-09-01,,
        T064,马超,teacher,rateA,2016-09-01,,
        L001,刘明,leader,rateA,2015-09-01,,
        L002,陈立,leader,rateA,2015-09-01,,
        X003,李岩,external,contract-7,2026-09-01,,
        P201,张华,parent,,2026-09-01,,

        """

    static let cards = """
        # 示例 · EXAMPLE
        card,person,from,to,device,format
        62E3086CED,T012,2026-09-01 00:00,,,
        0004886044,T033,2026-09-01 00:00,,,dec10
        0004886045,T041,2026-09-01 00:00,,,dec10
        0004886046,T052,2026-09-01 00:00,,,dec10
        0004886047,T060,2026-09-01 00:00,,,dec10
        0004886048,T061,2026-09-01 00:00,,,dec10
        0004886049,T062,2026-09-01 00:00,,,dec10
        0004886050,T063,2026-09-01 00:00,,,dec10
        0004886051,T064,2026-09-01 00:00,,,dec10
        04:A2:5F:1B,L001,2026-09-01 00:00,,,
        0x9A1F,L002,2026-09-01 00:00,,,
        0x77B0,X003,2026-09-01 00:00,,,
        12,T012,2026-09-01 00:00,,gate,
        33,T033,2026-09-01 00:00,,gate,
        41,T041,2026-09-01 00:00,,gate,
        52,T052,2026-09-01 00:00,,gate,
        60,T060,2026-09-01 00:00,,gate,
        61,T061,2026-09-01 00:00,,gate,
        62,T062,2026-09-01 00:00,,gate,
        63,T063,2026-09-01 00:00,,gate,
        64,T064,2026-09-01 00:00,,gate,
        3,X003,2026-09-01 00:00,,gate,

        """

    static let rates = """
        # 示例 · EXAMPLE
        pay,from,fen per credit
        rateA,2026-09-01,5050

        """

    static let groups = """
        # 示例 · EXAMPLE
        group,day,pupils,duty,post,grade
        3-1班,,38,study,,
        3-2班,,41,study,,
        足球,Wed,24,club,足球@操场,

        """

    static let devices = """
        # 示例 · EXAMPLE
        device,place,offset,zone,uncertainty,only,type
        gate,大门口,0,Asia/Shanghai,2,,machine
        hall,教学楼大厅,,,,,reader
        bus,校车,,,,bus,reader

        """
}
