import Testing

/// One rule of the source document (schemes.md A.2), a case that shows it, and the edit that takes it out of the plan.
struct Rule: Sendable, CustomTestStringConvertible {
    let id: String
    let given: Case
    let rule: String
    let without: String

    var testDescription: String { id }

    init(_ id: String, _ lines: String, remove rule: String, leaving without: String = "") {
        self.id = id
        self.given = Case(title: id, lines: lines.split(separator: "\n").map { String($0) })
        self.rule = rule
        self.without = without
    }

    private static let stairs = """
        +roster Wed,stairs,东楼,T033,,1
        """

    static let all: [Rule] = [
        Rule(
            "R-201 the morning window", "expect M missing window 07:00-08:10", remove: #"when: "morning..lesson1""#,
            leaving: #"when: "morning..restEnd""#),
        Rule(
            "R-203 what is done by weekday", "+people T070,孙,teacher,,,,3-9班\nexpect T070:R met label 课外书摘抄或练字",
            remove: #"label: { "Mon,Wed,Fri": "课外书摘抄或练字", "Tue,Thu": "英语阅读" }"#),
        Rule(
            "R-204 the noon rest earns nothing", "+people T070,孙,teacher,,,,3-9班\nexpect T070:R met granted 0",
            remove: "credits: 0, who: \"@homeroom\"", leaving: "credits: 1, who: \"@homeroom\""),
        Rule(
            "R-205 by the form teachers", "+people T070,孙,teacher,,,,3-9班\nexpect T070:R met post 3-9班",
            remove: "who: \"@homeroom\","),
        Rule(
            "R-206 clubs by season", "date 2026-10-14\nexpect K missing window 15:50-16:15",
            remove: "{ from: \"05-01\", to: \"09-30\", bells: \"summer\" }, { bells: \"other\" }",
            leaving: "{ bells: \"summer\" }"),
        Rule(
            "R-208 who is not on duty signs out", "punch 赵 A 16:44\nexpect 赵:S early",
            remove: "who: \"@teachers - study\","),
        Rule(
            "R-208 from 16:45", "punch 赵 A 16:44\nexpect 赵:S early",
            remove: #"need: [ { leave: "study.." } ], absence"#,
            leaving: "absence"),
        Rule(
            "R-209 the homework window", "expect W missing window 16:45-17:30",
            remove: #"when: "study..home", credits: 1, part"#,
            leaving: #"when: "club..home", credits: 1, part"#),
        Rule(
            "R-211 several times a day", stairs + "\nexpect 赵:T met window 08:50-16:45",
            remove: #"at: ["breaks", "bigBreak", "noon", "dismissal"]"#,
            leaving: #"at: ["bigBreak", "noon", "dismissal"]"#),
        Rule(
            "R-212 earlier than the bell",
            stairs + "\n-roster Mon-Fri,study\n+roster Wed,study,3-3班,T033,,1\npunch 赵 A 15:42\nexpect 赵:W early",
            remove: #"noon: "5m", dismissal: "5m" }"#, leaving: #"noon: "5m" }"#),
        Rule(
            "R-213 looked at by the leader and the Young Pioneers",
            stairs + "\nfact seen,2026-09-16,stairs,东楼,10:20,,,absent,pioneer,,,,\nexpect 赵:T contested",
            remove: #"by: ["leader", "pioneer"]"#, leaving: #"by: ["leader"]"#),
        Rule(
            "R-214 absence on the stairs voids the day",
            "nomorning\n+roster Wed,stairs,东楼,T012,,1\npunch 王 A 17:31\n"
                + "fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,\nexpect T missing net 0\nexpect W met net 0",
            remove: #"missing: ["void day"], cite: "四.5""#, leaving: #"cite: "四.5""#),
        Rule(
            "R-215 late is an incident",
            "punch 王 A 07:12\nfact sign,2026-09-16,morning,,07:05,,T012,,,,,,\n"
                + "expect M late incidents 1",
            remove: #"late: ["void self", "incident safety"], missing"#, leaving: "missing"),
        Rule(
            "R-215 absent is an incident",
            stairs
                + "\nfact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,\nexpect 赵:T missing incidents 1",
            remove: #", missing: ["void self", "incident safety"] }"#, leaving: "}"),
        Rule(
            "R-221 morning credits", "expect M missing granted 2", remove: "credits: 2, part: \"morning\"",
            leaving: "credits: 1, part: \"morning\""),
        Rule("R-222 noon credits", "expect N missing granted 3", remove: "credits: 3,", leaving: "credits: 2,"),
        Rule(
            "R-223 club credits", "expect K missing granted 1", remove: #""club..study", credits: 1"#,
            leaving: #""club..study", credits: 0"#),
        Rule(
            "R-224 homework credits", "expect W missing granted 1", remove: #""study..home", credits: 1, part"#,
            leaving: #""study..home", credits: 0, part"#),
        Rule(
            "R-225 bus credits", "+roster Wed,bus,2号车,T033,,1\npunch 赵 A 18:00\nexpect 赵:bus met granted 2",
            remove: #"when: "home..", credits: 2"#, leaving: #"when: "home..", credits: 1"#),
        Rule(
            "R-226 stairs credits", stairs + "\nexpect 赵:T met granted 2", remove: "credits: 2, need: [ { never",
            leaving: "credits: 1, need: [ { never"),
        Rule(
            "R-227 overtime by the real time",
            "date 2026-10-01\nfact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,\npunch 王 A 07:50\n"
                + "punch 王 A 10:05\nexpect E met granted 3",
            remove: #"credits: { reading: "minutes" }"#, leaving: "credits: 1"),
        Rule(
            "R-231 ten minutes", "punch 王 A 07:12\nfact sign,2026-09-16,morning,,07:05,,T012,,,,,,\nexpect M late",
            remove: "morning..morning+10m", leaving: "morning..morning+20m"),
        Rule(
            "R-232 punch and signature", "punch 王 A 07:05\nexpect M short", remove: #"with: ["punch", "sign"]"#,
            leaving: #"with: ["punch"]"#),
        Rule(
            "R-233 voids the day", "punch 王 A 17:31\nexpect M missing net 0\nexpect W met net 0",
            remove: #"else: ["void day"], cite: "六.1""#, leaving: #"cite: "六.1""#),
        Rule("R-234 two punches", "punch 王 A 11:31\nexpect N short", remove: "count: 2", leaving: "count: 1"),
        Rule(
            "R-234 until 13:30", "nomorning\npunch 王 A 11:31\npunch 王 A 13:29\nexpect N met", remove: "noon..13:30",
            leaving: "noon..noonEnd"),
        Rule("R-235 voids noon", "nomorning\npunch 王 A 11:31\nexpect N short net 0", remove: #"else: ["void noon"],"#),
        Rule(
            "R-236 sign out at home time", "punch 王 A 17:29\nexpect W early",
            remove: #"{ leave: "home..", text: "当日值班教师下午需在17:30以后签退" }"#),
        Rule(
            "R-237 the club at 16:45", "punch 王 A 16:30\nexpect K early",
            remove: #"{ leave: "study..", text: "社团活动教师在16:45签退" }"#),
        Rule(
            "R-238 in the other seasons at 17:00", "date 2026-10-14\nnomorning\npunch 王 A 17:01\nexpect W met net 1",
            remove: #"home: "17:00""#, leaving: #"home: "17:30""#),
        Rule(
            "R-238 otherwise the afternoon is void",
            "nomorning\npunch 王 A 17:00\nexpect W early net 0\nexpect K met net 0",
            remove: "17:30以后签退\" } ],\n      else: [\"void afternoon\"]", leaving: "17:30以后签退\" } ]"),
        Rule(
            "R-239 patrol without a break",
            "+roster Wed,floor,二楼,T033,,1\nfact seen,2026-09-16,floor,二楼,17:00,,,absent,pioneer,,,,\n"
                + "expect 赵:F contested",
            remove: #"credits: 1, need: [ { never: "absent" } ]"#, leaving: "credits: 1"),
        Rule(
            "R-240 the playground", "+roster Wed,yard,操场,T033,,1\nexpect 赵:yard met window 16:45-17:30",
            remove: #""操场", when: "study..home""#, leaving: #""操场", when: "club..home""#),
        Rule(
            "R-241 the gate", "+roster Wed,gate,大门口,T033,,1\nexpect 赵:gate met granted 1",
            remove: #""大门口", when: "study..home", credits: 1"#, leaving: #""大门口", when: "study..home", credits: 0"#),
        Rule(
            "R-242 the leader's day", "+roster Wed,leader,全校,L001,,1\nexpect 周:L met granted 2",
            remove: #"when: "morning..home", credits: 2"#, leaving: #"when: "morning..home", credits: 0"#),
    ]
}

@Suite struct RuleTests {
    @Test(arguments: Rule.all)
    func ruleHoldsAndItsRemovalShows(_ rule: Rule) throws {
        let with = try rule.given.failures()
        #expect(with == [])
        let without = try rule.given.failures(planEdits: [(rule.rule, rule.without)])
        #expect(without != [], "nothing shows that \(rule.id) is gone")
    }

    /// R-202, R-207, R-210: who has a class, a club at its place, or that day's homework, the roster says.
    @Test(arguments: [
        ("R-202", "+roster Wed,morning,3-9班,T033,,1", "expect 赵:M missing post 3-9班"),
        ("R-207", "+roster Wed,club,合唱@音乐室,T033,,1", "expect 赵:K missing post 合唱@音乐室"),
        ("R-210", "+roster 2026-09-16,study,3-2班,T033,,1", "absent W"),
    ])
    func theRosterSaysWhoAnswers(id: String, row: String, expected: String) throws {
        let given = Case(title: id, lines: [row, expected])
        let with = try given.failures()
        #expect(with == [])
        let without = try given.without("+roster").failures()
        #expect(without != [])
    }

    /// R-254: the source document asks for a care record; the plan of the other tests leaves it to those about forms.
    @Test func careRecordIsAskedForOnlyByItsRule() throws {
        let given = Case(
            title: "R-254",
            lines: [
                "nomorning", #"plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "看管记录", by: "+1d 12:00" } ]"#,
                "punch 王 A 17:31", "expect W missing",
            ])
        let with = try given.failures()
        #expect(with == [])
        let without = try given.without("plan").failures()
        #expect(without != [])
    }
}
