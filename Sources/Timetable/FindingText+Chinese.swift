import AttendanceModel
import TextCodec

/// The same three groups as in English.
extension FindingKind {
    var formChinese: String? {
        switch self {
        case .undecodable(let error): error.sentence(in: .chinese)
        case .syntax(let error): error.sentence(in: .chinese)
        case .csv(let issue): issue.sentence(in: .chinese)
        case .missingFile: "没有这个文件，无法进行核对；请先运行 dutyclock init"
        case .unknownKey(let key, let path, let nearest):
            "\(path.isEmpty ? "方案" : path) 没有“\(key)”这一项；\(Self.meant(nearest) ?? "请删去")"
        case .missingKey(let key, let path):
            "\(path.isEmpty ? "方案" : path) 缺少“\(key)”；请补上，学校尚未决定的写 \"ask\""
        case .wrongValue(let path, let found, let expected): "\(path) 写成了 \(found)，应为\(expected.chinese)"
        case .question(let path): "\(path) 仍待学校答复；答复之前方案不能发布"
        case .unknownZone(let error): error.sentence(in: .chinese)
        case .uselessKey(let key, let path, let form): "\(path) 里的“\(key)”对“\(form)”没有意义；请删去"
        case .conflictingKeys(let one, let other, let path):
            "\(path.isEmpty ? "方案" : path) 同时写了“\(one)”和“\(other)”，二者只能留一个"
        case .unreadableTime(let path, let text):
            "\(path)：“\(text)”不是时间；请核对原件，每个时间写成 HH:MM，时段写成 起..止"
        case .twelveHour(let path, let text, let meant):
            "\(path)：“\(text)”是凌晨；如按 12 小时制写的，请改为 \(meant)；5 点以后确为凌晨的，请写两位，如 05:30"
        case .bellGoesBack(let bell, let table, let time, let previous):
            "bells.\(table).\(bell) 为 \(time)，早于前一个铃（\(previous)）；如为下午或晚上，请按 24 小时制书写"
        case .bellsNotRising(let bell, let table): "bells.\(table).\(bell) 的几个时间没有递增；请按先后各写一次"
        case .emptyWindow(let path, let from, let until, let table):
            "\(path) 按作息表“\(table)”从 \(from) 到 \(until)，长度为零或为负；请检查两端的铃"
        default: nil
        }
    }

    var nameChinese: String? {
        switch self {
        case .unknown(let name, let text, let nearest):
            "没有“\(text)”这个\(name.chinese)；\(Self.meant(nearest) ?? name.chineseFix)"
        case .circularBells(let table): "bells.\(table) 的 like 最终指回自己；请给其中一张表写出自己的时间"
        case .bellMissing(let bell, let table, let duty): "岗位“\(duty)”要用铃“\(bell)”，而作息表“\(table)”里没有；请补上"
        case .partWithoutDuty(let part, let duty):
            "“\(duty)”的“void \(part)”不起作用，因为没有岗位写 part: \"\(part)\"；请给岗位写上 part"
        case .windowVanishes(let duty, let table):
            "按作息表“\(table)”，岗位“\(duty)”的结束早于开始，当天不设此岗；如要设，请写出它的铃"
        case .seasonGap(let from, let to): "\(from) 至 \(to) 没有季节覆盖；请补上，或在最后加一个不写日期的季节"
        case .seasonOverlap(let day, let first, let second):
            "季节“\(first)”和“\(second)”都包含 \(day)，只有前一个会生效；请分开日期"
        case .missingColumn(let column): "缺少“\(column)”列；请在表头补上"
        case .unknownColumn(let header, let nearest):
            "不认识“\(header)”列，未读取；" + (Self.meant(nearest) ?? "如只供人看，请把列名写成“备注”")
        case .repeatedColumn(let header): "“\(header)”列出现了两次；请删去一列"
        case .blankCell(let column): "“\(column)”为空；请填写，或删去此行"
        case .blankFactCell(let column, let fact): "“\(fact.word)”类的行必须填写“\(column)”"
        case .wrongCell(let column, let text, let expected): "“\(column)”列的“\(text)”不对，应为\(expected.chinese)"
        case .twelveHourCell(let column, let text, let meant):
            "“\(column)”列的“\(text)”是凌晨；如按 12 小时制写的，请改为 \(meant)"
        case .repeatedKey(let column, let text, let line): "“\(column)”列的“\(text)”在第 \(line) 行已有；每个只能出现一次"
        default: nil
        }
    }

    var tableChinese: String {
        switch self {
        case .sameName(let name, let ids): "有几个人都叫\(name)（\(ids.joined(separator: "、"))）；各处请一律写工号"
        case .ambiguousName(let name, let ids): "叫\(name)的不止一个；请写明工号：\(ids.joined(separator: " 或 "))"
        case .rateMissing(let pay, let person): "\(person) 的标准“\(pay)”在 rates.csv 里没有，无法计算金额；请补上"
        case .personAway(let person, let from, let to):
            "\(person) 只在\(Self.stay(from, to))在校，此外该岗将无人；请安排接替的人"
        case .dutyWithoutRow(let duty): "岗位“\(duty)”没有安排任何人；请在 roster.csv 补上，或删去该岗位"
        case .postUncovered(let duty, let post, let gap): "“\(duty)”的“\(post)”\(gap.chinese)没有人；如需有人，请补一行"
        case .twoInOneSeat(let duty, let post, let persons, let line):
            "“\(duty)”的“\(post)”同一天排了 \(persons.joined(separator: " 和 "))（第 \(line) 行）；"
                + "请删去一行，或在方案里增加 seats 并填写 seat 列"
        case .overlap(let person, let duties, let day, let line, _):
            "\(person) 在\(day.chinese)同一时间有“\(duties.joined(separator: "”和“"))”（第 \(line) 行）；请换一个人"
        case .seatNotInPlan(let seat, let seats, let duty):
            "没有第 \(seat) 席：方案规定“\(duty)”每个位置 \(seats) 人；请改方案的 seats 或此行"
        case .kindNotWanted(let person, let kind, let duty, let wanted):
            "\(person) 的类别是“\(kind)”，而“\(duty)”要求 \(wanted.joined(separator: " 或 "))"
        case .kindNotAllowed(let person, let kind, let allowed):
            "\(person) 的类别是“\(kind)”，而方案只允许 \(allowed.joined(separator: "、")) 值班；请换一个人"
        case .beyondLimit(let bound, let found, let most, let duties, let table):
            Self.zhBeyond(bound, found, most, duties, table)
        case .tooFewPersons(let duty, let post, let pupils, let persons, let needed, let day):
            "“\(duty)”的“\(post)”\(DaysText.name(of: day, in: .chinese))有学生 \(pupils) 人，值班表排了 \(persons) 人，应有 \(needed) 人；"
                + "请增加席位和人员，或拆分班组"
        case .groupWithoutPost(let group, let post, let duty):
            "班组“\(group)”由“\(duty)”照管，但 roster.csv 的“\(post)”没有人；请补上，或让位置名称与值班表一致"
        case .derivedDutyInRoster(let duty): "“\(duty)”由方案的 who 规则排人，此行不起作用；请删去"
        case .parityWithoutTerm: "单双周从学期第一个星期一算起，而 calendar.csv 没有学期；请加一行 term"
        case .rowNeverApplies(let duty): "此行永远不会生效：“\(duty)”在这些日子不设岗；请检查日期"
        case .makeUpQuestion(let date): "\(date) 是平日以外的上课日；请在 as 列写明按周几的值班表"
        case .contradictingDates(let date, let line): "\(date) 起的日期在第 \(line) 行已有；两行请留一行"
        case .severalCards(let person, let cards):
            "\(person) 同时有几张卡（\(cards.joined(separator: "、"))）；旧卡如已遗失，请填写截止时间"
        case .sharedCard(let card, let persons, let line):
            "卡 \(card) 同时属于 \(persons.joined(separator: " 和 "))（第 \(line) 行）；请让前一个先截止"
        case .ambiguousCard(let text, let readings):
            "卡号“\(text)”有几种读法（\(readings.joined(separator: "；"))）；请加“format”列写明读卡器的格式"
        case .machineZone(let zone, let device, let school):
            "\(device) 的时区“\(zone)”既不是学校的时区，也不是时差；与学校（\(school)）相同请留空，否则请写时差，如 UTC 或 +08:00"
        case .unreadableCard(let text, _): "卡号“\(text)”不符合所写的格式；请核对“format”列和卡号"
        case .cardNotForEnrolment(let text, let reason): "卡号“\(text)”：\(reason.sentence(in: .chinese))"
        // The groups above have answered these.
        case .undecodable, .syntax, .csv, .missingFile, .unknownKey, .missingKey, .wrongValue, .question,
            .unknownZone, .conflictingKeys, .uselessKey, .unreadableTime, .twelveHour, .bellGoesBack, .bellsNotRising,
            .emptyWindow, .unknown, .circularBells, .bellMissing, .partWithoutDuty, .windowVanishes, .seasonGap,
            .seasonOverlap, .missingColumn, .unknownColumn, .repeatedColumn, .blankCell, .blankFactCell, .wrongCell,
            .twelveHourCell, .repeatedKey:
            ""
        }
    }

    private static func meant(_ nearest: String?) -> String? { nearest.map { "是不是“\($0)”？" } }

    private static func stay(_ from: LocalDate?, _ to: LocalDate?) -> String {
        switch (from, to) {
        case (let from?, let to?): " \(from) 至 \(to) "
        case (let from?, nil): " \(from) 起"
        case (nil, let to?): " \(to) 以前"
        case (nil, nil): "平时"
        }
    }
}

extension FindingKind.Name {
    var chinese: String {
        switch self {
        case .duty: "岗位"
        case .person: "人"
        case .bell: "铃"
        case .bellTable: "作息表"
        case .part: "时段（part）"
        case .variant: "情况（variant）"
        }
    }

    var chineseFix: String {
        switch self {
        case .duty: "请在方案的 duties 里加上"
        case .person: "请在 people.csv 里加上"
        case .bell: "请在方案的 bells 里加上，时间未定的写 \"ask\""
        case .bellTable: "请在方案的 bells 里加上"
        case .part: "请用 self、day、month 或岗位的 part"
        case .variant: "请在方案的 variants 里加上"
        }
    }
}

extension FindingKind.Gap {
    var chinese: String {
        switch self {
        case .weekday(let day): "在" + DaysText.name(of: day, in: .chinese)
        case .parity(.odd): "在单周"
        case .parity(.even): "在双周"
        case .variant(let variant): "在“\(variant)”时"
        }
    }
}

extension RosterRow.Day {
    var chinese: String {
        switch self {
        case .date(let date): return " \(date) "
        case .weekdays(let days, let parity):
            let names = days.sorted { $0.rawValue < $1.rawValue }.map { DaysText.name(of: $0, in: .chinese) }
            return names.joined(separator: "、") + (parity.map { $0 == .odd ? "（单周）" : "（双周）" } ?? "")
        }
    }
}

extension FindingKind.Expectation {
    var chinese: String {
        switch self {
        case .text: "引号中的非空文字"
        case .wholeNumber: "合理范围内的整数"
        case .object: "对象 {…}"
        case .list: "列表 […]"
        case .boolean: "true 或 false"
        case .time: "时间，如 \"16:45\""
        case .laterTime: "晚于“from”的时间"
        case .date: "一个日期，如 2026-09-01"
        case .dateTime: "日期加时间，如 2026-09-01 07:05，并且晚于前一个"
        case .dates: "日期或日期范围，如 2027-01-18..2027-02-21"
        case .days: "星期（如 周一-周五、Mon,Wed、Mon/odd）或日期"
        case .season: "月日，如 \"05-01\"，或完整日期"
        case .duration: "时长，如 \"10m\"、\"1h30m\""
        case .bellTime: "铃或时间，如 \"home\"、\"morning+10m\"、\"13:30\""
        case .interval: "时段，如 \"morning..lesson1\"；允许时可不写结束，如 \"home..\""
        case .deadline: "期限，如 \"17:30\"、\"+1d 12:00\""
        case .credits: "整数课时，或 { reading: \"minutes\", unit: 40 }，或 { reading: \"periods\", of: [岗位] }"
        case .consequence:
            "\"void self|day|month|时段\"、\"dock 1/4 day\"、\"incident 名称\" 或 \"notify 角色\"，都可加 \"on 角色\""
        case .evidence: "\"punch\"、\"sign\"、\"seen\"、\"handover\"、\"headcount\" 或它们的列表"
        case .who: "\"@homeroom\"、\"@teachers - 岗位\"、\"@teachers\" 或其他人员类别，轮流的在后面加 rotate"
        case .seat: "从 1 起的席位号"
        case .oneOf(let words): "以下之一：" + words.joined(separator: "、")
        case .money: "以分为单位的整数（1 元 = 100 分）"
        case .card: "任何一种已知格式的卡号"
        case .seconds: "整数秒"
        case .storm: "一段时间内的打卡次数，如 \"10/5m\""
        case .coverLimit: "\"until-close\"、\"before\" 或期限，如 \"+1d 12:00\""
        case .monday: "\"term\"，或某个星期一的日期"
        }
    }
}
