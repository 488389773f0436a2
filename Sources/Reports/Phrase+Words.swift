package import AttendanceModel
package import Reconciler
package import Timetable

extension Phrase {
    package static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(left.english + right.english, left.chinese + right.chinese)
    }

    /// Joins phrases with a separator of each language.
    package static func joined(_ phrases: [Phrase], by separator: Phrase) -> Phrase {
        Phrase(
            phrases.map(\.english).joined(separator: separator.english),
            phrases.map(\.chinese).joined(separator: separator.chinese))
    }

    package static let comma = Phrase(", ", "、")
    package static let semicolon = Phrase("; ", "；")
}

extension Weekday {
    package var phrase: Phrase {
        switch self {
        case .monday: Phrase("Mon", "周一")
        case .tuesday: Phrase("Tue", "周二")
        case .wednesday: Phrase("Wed", "周三")
        case .thursday: Phrase("Thu", "周四")
        case .friday: Phrase("Fri", "周五")
        case .saturday: Phrase("Sat", "周六")
        case .sunday: Phrase("Sun", "周日")
        }
    }
}

extension Outcome {
    package var phrase: Phrase {
        switch self {
        case .met: Phrase("met", "合格")
        case .excused: Phrase("excused", "免责")
        case .late: Phrase("late", "迟到")
        case .early: Phrase("early", "早退")
        case .short: Phrase("short", "不足")
        case .missing: Phrase("missing", "缺勤")
        }
    }
}

extension Flag {
    package var phrase: Phrase {
        switch self {
        case .pending: Phrase("pending", "待定")
        case .contested: Phrase("contested", "存疑")
        }
    }
}

extension Verdict {
    /// The flag if there is one, else the outcome.
    package var phrase: Phrase { flag?.phrase ?? base.phrase }

    /// The phrase of a word that `shown` gives.
    static func phrase(of shown: String) -> Phrase {
        Outcome(word: shown)?.phrase ?? [Flag.pending, .contested].first { $0.word == shown }?.phrase
            ?? Phrase(verbatim: shown)
    }
}

extension RequirementResult {
    /// The flag if there is one, else the outcome: a form is handed in or not, only people are absent.
    var phrase: Phrase {
        if case .form = form, verdict.flag == nil {
            switch verdict.base {
            case .missing: return Phrase("missing", "未交")
            case .late: return Phrase("late", "迟交")
            default: break
            }
        }
        return verdict.phrase
    }
}

extension Requirement.Evidence {
    package var phrase: Phrase {
        switch self {
        case .punch: Phrase("machine", "考勤机")
        case .sign: Phrase("sheet", "签到表")
        case .seen: FactKind.seen.phrase
        case .handover: FactKind.handover.phrase
        case .headcount: FactKind.headcount.phrase
        }
    }
}

extension EvidenceLine.Kind {
    package var phrase: Phrase {
        switch self {
        case .punch: Phrase("machine", "考勤机")
        case .sign: Phrase("sheet", "签到表")
        case .attest: Phrase("vouched", "补卡")
        case .seen: Phrase("seen", "检查")
        case .form: Phrase("form", "表格")
        case .handover: FactKind.handover.phrase
        case .headcount: FactKind.headcount.phrase
        }
    }
}

extension Observation {
    package var phrase: Phrase {
        switch self {
        case .absent: Phrase("absent", "不在岗")
        case .late: Phrase("late", "迟到")
        case .present: Phrase("present", "在岗")
        }
    }
}

extension Consequence.Scope {
    package var phrase: Phrase {
        switch self {
        case .duty: Phrase("this duty", "本项")
        case .part(let name): PartOfDay.phrase(name)
        case .day: Phrase("the day", "当天")
        case .month: Phrase("the month", "当月")
        }
    }
}

/// What plans call the parts of a day.
package enum PartOfDay {
    package static func phrase(_ word: String) -> Phrase {
        switch word {
        case "morning": Phrase("the morning", "早上")
        case "noon": Phrase("noon", "中午")
        case "afternoon": Phrase("the afternoon", "下午")
        case "evening": Phrase("the evening", "晚上")
        default: Phrase(verbatim: word)
        }
    }
}

extension Consequence {
    package var phrase: Phrase {
        let what: Phrase
        switch effect {
        case .void(let scope): what = Phrase("void ", "作废 ") + scope.phrase
        case .dock(let numerator, let denominator, let scope):
            what = Phrase("dock \(numerator)/\(denominator) of ", "扣 \(numerator)/\(denominator) ") + scope.phrase
        case .incident(let kind): what = Self.incident(kind)
        case .notify(let role): what = Phrase("notify ", "通知 ") + Role.phrase(role)
        }
        guard let onRole else { return what }
        return what + Phrase(" on ", " 计于 ") + Role.phrase(onRole)
    }

    package static func incident(_ kind: String) -> Phrase {
        kind == "safety"
            ? Phrase("safety incident", "安全责任事故") : Phrase("incident “\(kind)”", "事故「\(kind)」")
    }
}

/// What plans and facts call the people who act.
package enum Role {
    package static func phrase(_ word: String) -> Phrase {
        switch word {
        case "leader": Phrase("the leader on duty", "带班领导")
        case "pioneer": Phrase("the inspectors", "少队检查员")
        case "office": Phrase("the office", "教务处")
        case "principal": Phrase("the principal", "校长")
        default: Phrase(verbatim: word)
        }
    }

    /// What people.csv calls the kinds of people.
    package static func kind(_ word: String) -> Phrase {
        switch word {
        case "teacher": Phrase("teacher", "教师")
        case "leader": Phrase("leader", "领导")
        case "principal": Phrase("principal", "校长")
        case "external": Phrase("external", "外聘")
        case "parent": Phrase("parent", "家长")
        case "volunteer": Phrase("volunteer", "志愿者")
        default: Phrase(verbatim: word)
        }
    }
}

extension CardStatus {
    package var phrase: Phrase {
        switch self {
        case .issued: Phrase("issued", "启用")
        case .temporary: Phrase("temporary", "临时")
        case .lost: Phrase("lost", "挂失")
        case .found: Phrase("found", "找回")
        case .returned: Phrase("returned", "交回")
        }
    }
}

extension FactKind {
    package var phrase: Phrase {
        switch self {
        case .notice: Phrase("notice", "公示")
        case .objection: Phrase("objection", "异议")
        case .close: Phrase("close", "结算")
        case .genesis: Phrase("log begun", "日志开始")
        case .punch: Phrase("punch", "打卡")
        case .sign: Phrase("signature", "签到")
        case .seen: Phrase("observation", "检查")
        case .form: Phrase("form filed", "交表")
        case .attest: Phrase("vouched punch", "补卡")
        case .leave: Phrase("leave", "请假")
        case .cover: Phrase("cover", "代班")
        case .swap: Phrase("swap", "调班")
        case .rain: Phrase("rain", "雨天")
        case .closure: Phrase("closure", "停课")
        case .outage: Phrase("outage", "故障")
        case .order: Phrase("overtime", "加班")
        case .clock: Phrase("clock offset", "校时")
        case .ruling: Phrase("ruling", "裁定")
        case .retract: Phrase("retraction", "撤回")
        case .sheet: Phrase("sheet entered", "签到表录完")
        case .complete: Phrase("complete", "数据到齐")
        case .publish: Phrase("published", "发布")
        case .session: Phrase("device", "设备")
        case .imported: Phrase("import", "导入")
        case .machine: Phrase("machine", "考勤机")
        case .handover: Phrase("hand-over", "交接")
        case .headcount: Phrase("headcount", "清点")
        case .approval: Phrase("approval", "批复")
        case .card: Phrase("card", "发卡")
        case .reader: Phrase("reader's format", "读卡格式")
        }
    }
}
