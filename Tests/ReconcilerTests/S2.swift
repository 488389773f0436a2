/// The second plan of the source document 001 (schemes.md A.2), filled in where the document is silent.
///
/// Invented for the tests and no school's policy: the season dates, the breaks, the leads, the end of the noon rest,
/// the hours and credits of floor, yard, gate and leader, and the reading of overtime.
enum S2 {
    static let plan = """
        {
          plan: "yanshi", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai",
          source: "小学课后延时服务实施方案",
          days: "Mon-Fri",
          bells: {
            summer: { morning: "07:00", lesson1: "08:10", breaks: ["08:50", "09:40"], bigBreak: "10:20",
                      noon: "11:30", noonEnd: "12:50", restEnd: "13:10",
                      club: "16:20", study: "16:45", dismissal: "16:45", home: "17:30" },
            other:  { like: "summer", club: "15:50", study: "16:15", dismissal: "16:15", home: "17:00" },
            sports: { like: "summer", club: "14:20", study: "14:45", dismissal: "14:45", home: "15:30" },
          },
          seasons: [ { from: "05-01", to: "09-30", bells: "summer" }, { bells: "other" } ],
          absence: { late: ["void self", "incident safety"], missing: ["void self", "incident safety"] },
          duties: {
            morning: { name: "早读", when: "morning..lesson1", credits: 2, part: "morning",
              need: [ { arrive: "morning..morning+10m", with: ["punch", "sign"] } ],
              else: ["void day"], cite: "六.1" },
            noon:    { name: "午间", when: "noon..noonEnd", credits: 3, part: "noon",
              need: [ { count: 2, in: "noon..13:30", gap: "10m", with: ["punch"] } ],
              else: ["void noon"], cite: "六.2" },
            rest:    { name: "午休读写", when: "noonEnd..restEnd", credits: 0, who: "@homeroom",
              label: { "Mon,Wed,Fri": "课外书摘抄或练字", "Tue,Thu": "英语阅读" } },
            club:    { name: "社团", when: "club..study", credits: 1, part: "afternoon",
              need: [ { leave: "study..", text: "社团活动教师在16:45签退" } ], else: ["void afternoon"], cite: "六.3" },
            study:   { name: "作业辅导", when: "study..home", credits: 1, part: "afternoon",
              need: [ { leave: "home..", text: "当日值班教师下午需在17:30以后签退" } ],
              else: ["void afternoon"], cite: "六.3" },
            signoff: { name: "不值班教师签退", credits: 0, who: "@teachers - study",
              need: [ { leave: "study.." } ], absence: {} },
            stairs:  { name: "楼梯", at: ["breaks", "bigBreak", "noon", "dismissal"],
              lead: { bigBreak: "5m", noon: "5m", dismissal: "5m" },
              credits: 2, need: [ { never: "absent", by: ["leader", "pioneer"], text: "不到岗的取消当天延时服务补助" } ],
              missing: ["void day"], cite: "四.5" },
            floor:   { name: "楼层巡视", when: "club..home", credits: 1, need: [ { never: "absent" } ], cite: "六.4" },
            yard:    { name: "操场", when: "study..home", credits: 1, cite: "六.4" },
            gate:    { name: "大门口", when: "study..home", credits: 1, cite: "六.4" },
            leader:  { name: "带班领导", when: "morning..home", credits: 2, cite: "七" },
            bus:     { name: "校车", when: "home..", credits: 2, cite: "五.5",
              need: [ { leave: "home+20m.." } ] },
            extra:   { name: "加班", by: "order", credits: { reading: "minutes" }, cite: "五.7" },
          },
          /*more*/
        }
        """

    /// 王 has the four duties of cases.md; the others have what single cases give them.
    static let roster = """
        day,duty,post,person,variant,seat
        Mon-Fri,morning,3-2班,T012,,1
        Mon-Fri,noon,3-2班,T012,,1
        Mon-Fri,club,足球@操场,T012,,1
        Mon-Fri,study,3-2班,T012,,1
        """

    static let people = """
        id,name,kind,pay,from,to,homeroom
        T012,王芳,teacher,rateA,2020-09-01,,
        T033,赵强,teacher,rateA,2020-09-01,,
        T044,李梅,teacher,rateA,2020-09-01,,
        T060,钱伟,teacher,rateB,2020-09-01,,
        L001,周主任,leader,,2020-09-01,,
        X003,李教练,external,contract-7,2026-09-01,,
        """

    static let cards = """
        card,person,from,to,device
        12,T012,,,A
        33,T033,,,A
        44,T044,,,A
        60,T060,,,A
        12,T012,,,B
        """

    static let devices = """
        device,place,offset,zone,uncertainty,only
        A,校门,0,,,
        B,校车,0,,,bus
        """

    static let calendar = """
        date,kind,as,bells,label
        2026-09-01,term,,,
        2026-10-01..2026-10-07,off,,,国庆节
        """

    static let rates = """
        pay,from,fen
        rateA,2026-09-01,5050
        """

    /// No group has pupils unless a case says so.
    static let groups = "group,day,pupils,duty,post,grade"
}
