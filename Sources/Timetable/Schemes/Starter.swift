package import AttendanceModel
package import TextCodec

/// The folder that `init --scheme` writes for one of the schemes: `"ask"` stands for everything that the source
/// documents do not give, and the example answers are no policy of any school.
package struct Starter: Sendable {
    /// `s1` … `s21`, `x1` … `x4`.
    package let id: String
    package let english: String
    package let chinese: String
    /// The files by kind; checking them finds questions and no error.
    package let texts: [Document.Kind: String]
    /// Answers to every question, marked as an example (`answers.json5`).
    package let answers: String
    /// Tables that the example has in place of the starter's, such as rates.
    let exampleTexts: [Document.Kind: String]

    init(
        _ id: String, _ english: String, _ chinese: String, plan: String, roster: String,
        calendar: String = Self.calendar, groups: String? = nil, people: String = Self.people, answers: String,
        example: [Document.Kind: String] = [:]
    ) {
        self.id = id
        self.english = english
        self.chinese = chinese
        var texts: [Document.Kind: String] = [
            .plan: Self.planHead + plan, .roster: Self.rosterHead + roster, .calendar: calendar, .people: people,
            .cards: Self.cards, .rates: Self.rates, .devices: Self.devices,
        ]
        texts[.groups] = groups.map { Self.groupsHead + $0 }
        self.texts = texts
        self.answers = Self.answersHead + answers
        exampleTexts = [.rates: Self.exampleRates].merging(example) { $1 }
    }

    /// A starter with files of its own.
    init(
        _ id: String, _ english: String, _ chinese: String, texts: [Document.Kind: String], answers: String,
        example: [Document.Kind: String]
    ) {
        self.id = id
        self.english = english
        self.chinese = chinese
        self.texts = texts
        self.answers = Self.answersHead + answers
        exampleTexts = example
    }

    package func title(in language: Language) -> String { language == .english ? english : chinese }

    /// The folder with the example answers filled in; checking it finds nothing.
    package var example: [Document.Kind: String] {
        Answers.fill(texts.merging(exampleTexts) { $1 }, with: answers, mark: Answers.exampleMark).texts
    }

    /// All starters, in the order of the schemes.
    package static let all: [Starter] =
        [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21]
        + [x1, x2, x3, x4]

    /// The starter of a scheme, in any case: `S7`, `s7`.
    package static func named(_ id: String) -> Starter? { all.first { $0.id == id.lowercased() } }
}

// MARK: what starters have in common

extension Starter {
    private static let planHead = """
        // "ask" 表示原方案没有写明、需要学校答复的内容；全部答复之前，check 会逐条列出，publish 会拒绝。时间一律用 24 小时制。
        // "ask" marks what the school's document does not give: check lists it, publish refuses until all is answered.
        // cite 里的 R-… 是本程序规则表的编号，请改成贵校文件的条款 · R-… are numbers of rules: put your own sections there.

        """

    private static let rosterHead = """
        # 值班表：人名、位置均为示例，请改成贵校的 · persons and posts are examples: put your own.

        """

    private static let groupsHead = """
        # 班组人数：数字为示例，请按报名情况填写 · numbers of pupils are examples: put those enrolled.

        """

    private static let answersHead = """
        // 示例答案，不是任何学校的规定 · EXAMPLE ANSWERS, no school's policy.
        // 左边是问题（方案里的位置），右边是答案 · on the left the question, on the right the answer.

        """

    static let calendar = """
        # 校历：off 放假，school 上课（as = 按周几，bells = 作息表），event 重大活动，term 学期开始。
        date,kind,as,bells,label
        2026-09-01,term,,,第一学期
        2026-10-01..2026-10-07,off,,,国庆节

        """

    static let people = """
        # 人员：人名均为虚构 · all names are invented.
        id,name,kind,pay,from,to,homeroom
        T001,王芳,teacher,rateA,2020-09-01,,1-1班
        T002,赵敏,teacher,rateA,2020-09-01,,1-2班
        T003,孙强,teacher,rateA,2020-09-01,,3-1班
        T004,周丽,teacher,rateA,2020-09-01,,3-2班
        T005,吴刚,teacher,rateA,2020-09-01,,5-1班
        T006,郑洁,teacher,rateA,2020-09-01,,
        T007,冯涛,teacher,rateA,2020-09-01,,
        T008,何静,teacher,rateA,2020-09-01,,
        T009,许亮,teacher,rateA,2020-09-01,,
        L001,刘明,leader,rateA,2015-09-01,,
        L002,陈立,leader,rateA,2015-09-01,,
        P201,张华,parent,,2026-09-01,,
        P202,林晓,parent,,2026-09-01,,
        V301,马超,volunteer,,2026-09-01,,
        X003,李岩,external,contract-1,2026-09-01,,

        """

    private static let cards = """
        # 卡：device 不空时，card 是该机器上的编号 · with a device, the number is that machine's own user id.
        card,person,from,to,device
        1,T001,2026-09-01 00:00,,gate
        2,T002,2026-09-01 00:00,,gate
        3,T003,2026-09-01 00:00,,gate
        4,T004,2026-09-01 00:00,,gate
        5,T005,2026-09-01 00:00,,gate
        6,T006,2026-09-01 00:00,,gate
        7,T007,2026-09-01 00:00,,gate
        8,T008,2026-09-01 00:00,,gate
        9,T009,2026-09-01 00:00,,gate
        11,L001,2026-09-01 00:00,,gate
        12,L002,2026-09-01 00:00,,gate
        13,X003,2026-09-01 00:00,,gate

        """

    private static let rates = """
        # 课时费：单位为分（1 元 = 100 分）；金额待学校填写 · whole fen for one credit: the school fills in the amount.
        pay,from,fen per credit
        rateA,2026-09-01,0

        """

    private static let exampleRates = """
        # 示例，不是任何学校的规定 · EXAMPLE, no school's policy.
        pay,from,fen per credit
        rateA,2026-09-01,5000
        contract-1,2026-09-01,8000

        """

    private static let devices = """
        # 设备：offset 为机器比标准时间快的秒数，空 = 未测 · machine minus true time in seconds, blank = not measured.
        device,place,offset,zone,uncertainty,only,type
        gate,大门口,,,,,machine

        """
}
