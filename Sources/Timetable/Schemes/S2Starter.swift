package import AttendanceModel

/// The folder that `init --scheme s2` writes: the second plan of the source document (scheme S2), with `"ask"` for
/// every number that the document does not give.
package enum S2Starter {
    /// The files by kind; checking them finds open questions and no error.
    package static let texts: [Document.Kind: String] = [
        .plan: plan, .roster: roster, .calendar: calendar, .people: people, .cards: cards, .rates: rates,
        .devices: devices,
    ]

    static let plan = """
        // 课后延时服务方案 · after-school service plan
        // "ask" 表示原方案没有写明、需要学校答复的数字；全部答复之前，check 会逐条列出，publish 会拒绝。
        // "ask" marks every number that the school's document does not give: check lists them, publish refuses until all
        // are answered. 时间一律用 24 小时制 · all times in the 24-hour clock.
        {
          plan: "yanshi", name: "课后延时服务", from: "2026-09-01", zone: "Asia/Shanghai",
          source: "小学课后延时服务实施方案",        // cite 指的就是这份文件的条款 · what `cite` refers to
          days: "Mon-Fri",

          // 作息表：所有钟点只写在这里 · the only place with clock times
          bells: {
            summer: {
              morning: "07:00", lesson1: "08:10", noon: "11:30", noonEnd: "12:50",
              club: "16:20", study: "16:45", home: "17:30",
              breaks: "ask",       // 课间，可写几个 · every short break: ["08:50", "10:50"]
              bigBreak: "ask",     // 大课间 · the long break
              dismissal: "ask",    // 下午放学 · the afternoon dismissal
              restEnd: "ask",      // 午休结束 · the end of the noon rest
            },
            other: { like: "summer", club: "15:50", study: "16:15", home: "17:00", dismissal: "ask" },
          },
          // 夏季从几月几日到几月几日（如 "05-01"、"09-30"）· when the summer bells hold
          seasons: [ { from: "ask", to: "ask", bells: "summer" }, { bells: "other" } ],

          // 四.6：迟到或不到岗，不发本岗补助，并记一次安全责任事故
          // being late or not there: no credits for the duty, and a safety incident
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
                { form: "看管记录", by: "ask" },     // 何时交，如 "+1d 12:00" · by when it is filed
              ],
              else: ["void afternoon"], cite: "六.3",
            },
            signoff: { name: "不值班教师签退", credits: 0, who: "@teachers - study",
              need: [ { leave: "study.." } ], absence: {} },
            stairs: {
              name: "楼梯", at: ["breaks", "bigBreak", "noon", "dismissal"],
              // 提前几分钟到岗，如 "3m" · minutes before the bell
              lead: { bigBreak: "ask", noon: "ask", dismissal: "ask", events: "ask" },
              credits: 2,
              need: [ { never: "absent", by: ["leader", "pioneer"], text: "不到岗的取消当天延时服务补助" } ],
              missing: ["void day"], cite: "四.5",
            },
            floor:  { name: "楼层巡视", when: "ask", credits: "ask", need: [ { never: "absent" } ], cite: "六.4" },
            yard:   { name: "操场", when: "ask", credits: "ask", cite: "六.4" },
            gate:   { name: "大门口", when: "ask", credits: "ask", cite: "六.4" },
            leader: { name: "带班领导", when: "morning..home", credits: "ask", cite: "七" },
            bus:    { name: "校车", when: "home..", credits: 2, cite: "五.5" },
            // 加班按在校实际时间折算课时："minutes" 为每 unit 分钟一课时，去尾
            // overtime by the real time: "minutes" counts one credit for each `unit`, rounded down
            extra:  { name: "加班", by: "order", credits: { reading: "ask", unit: 40 }, cite: "五.7" },
          },

          // 出勤记录之外的规定，公示时一并列出 · rules that no record of attendance shows, printed on the notice
          notes: [
            { about: "parents", text: "按照课后服务延时时间请按时接孩子离校", cite: "R-251" },
            { about: "safety", text: "制定并落实严格的考勤、监管措施", cite: "R-252" },
            { about: "pupils", text: "严禁强制学生参加；不得收取任何费用；不得与社会机构合作进行有偿服务", cite: "R-253" },
            { about: "safety", text: "出现紧急情况时及时救助并通知学生监护人", cite: "R-255" },
            { about: "documents", text: "学生看管申报审批制度、学生管理制度、检查考核制度、安全管理制度、应急处理机制", cite: "R-256" },
            { about: "appraisal", text: "管理人员、教师参与课后服务工作纳入绩效考核范围", cite: "R-257" },
            { about: "office", text: "成员：教务处、政教处、安全处", cite: "R-258" },
          ],
        }

        """

    static let roster = """
        # 值班表：星期行是常规，日期行替换同岗位、同位置、同席位的那一格。表头可用中文。
        # Weekday rows are the pattern, date rows replace the same duty, post and seat. Lines with # are not read.
        day,duty,post,person,variant,seat
        Mon-Fri,morning,3-2班,T012,,1
        Mon-Fri,noon,3-2班,T012,,1
        Wed,club,足球@操场,T041,dry,1
        Wed,club,足球@体育馆,T041,rain,1
        Mon/odd,study,3-2班,T012,,1
        Mon/even,study,3-2班,T033,,1
        Tue-Fri,study,3-2班,T012,,1
        Mon-Fri,stairs,东楼1-2层,T052,,1

        """

    static let calendar = """
        # 校历：off 放假，school 上课（as = 按周几，bells = 作息表），term 学期开始。
        # off = holiday, school = school day (as = whose weekday, bells = which bell table), term = a term begins.
        date,kind,as,bells,label
        2026-09-01,term,,,第一学期
        2026-10-01..2026-10-07,off,,,国庆节
        2026-10-10,school,ask,,补班，按周几？

        """

    static let people = """
        # 人员：工号是唯一标识，姓名只供人看。to 为最后一天。homeroom 为班主任所带班级。
        # The id is the key, names are for people. `to` is the last day.
        id,name,kind,pay,from,to,homeroom
        T012,王芳,teacher,rateA,2020-09-01,,3-2班
        T033,赵敏,teacher,rateA,2021-09-01,,3-1班
        T041,孙强,teacher,rateA,2019-09-01,,
        T052,周丽,teacher,rateA,2018-09-01,,
        L001,刘明,leader,rateA,2015-09-01,,

        """

    static let cards = """
        # 卡：card 为卡号（8 或 10 位数字须写 format），from 起、to 止（不含）。device 不空时，card 是该机器上的编号。
        # Plain digits need a format; with a device, the number is that machine's own user id.
        card,person,from,to,device,format
        0x9A1F,T012,2026-09-01 00:00,,,
        0004886044,T033,2026-09-01 00:00,,,dec10
        41,T041,2026-09-01 00:00,,gate,

        """

    static let rates = """
        # 课时费：单位为分（1 元 = 100 分）；金额待学校填写。
        # Whole fen for one credit; the school fills in the amount.
        pay,from,fen per credit
        rateA,2026-09-01,0

        """

    static let devices = """
        # 设备：offset 为机器比标准时间快的秒数，空 = 未测；only 为只用于哪些岗位；type 为 machine（有存储）或 reader。
        # offset = machine minus true time in seconds, blank = not measured; type = machine (with memory) or reader.
        device,place,offset,zone,uncertainty,only,type
        gate,大门口,,Asia/Shanghai,,,machine

        """
}
