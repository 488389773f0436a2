import AttendanceModel
package import Reconciler
import Timetable

/// Renders the closed sets of reasons that the reconciler gives.
package struct Reasons: Sendable {
    package let names: Names

    package init(names: Names) {
        self.names = names
    }

    /// What has not come yet, from whom, and what to do.
    package func missing(_ missing: Missing) -> Phrase {
        switch missing {
        case .delivery(let device, let date, let since):
            let name = names.device(device)
            guard let since else {
                return Phrase(
                    "nothing of machine \(name) for \(date): download it or bring its stick",
                    "考勤机 \(name) \(date) 的数据没有来：请下载或用U盘导入")
            }
            return Phrase(
                "machine \(name) is complete only until \(since.date) \(since.time.displayed): "
                    + "bring what it wrote since",
                "考勤机 \(name) 的数据只到 \(since.date) \(since.time.displayed)：请导入其后的数据")
        case .clockOffset(let device, let date):
            return Phrase(
                "the clock of machine \(names.device(device)) was never compared (\(date)): record its offset",
                "考勤机 \(names.device(device)) 的时钟没有核对过（\(date)）：请记录误差")
        case .sheet(let date, let duty):
            return Phrase(
                "signature sheet “\(names.duty(duty))” of \(date) is not entered: type it, or declare it empty",
                "\(date)「\(names.duty(duty))」签到表未录入：请录入，或声明为空")
        case .form(let date, _, let post, let name, let deadline):
            let limit = "\(deadline.date) \(deadline.time.displayed)"
            return Phrase(
                "form “\(name)” of \(post), \(date): may be filed until \(limit)",
                "\(post) \(date)「\(name)」尚可在 \(limit) 前上交")
        case .round(let date, let duty):
            return Phrase(
                "no round of “\(names.duty(duty))” on \(date): enter what was seen",
                "\(date)「\(names.duty(duty))」没有检查记录：请录入")
        case .lastPupil(let date, let duty, let post):
            let place = [names.duty(duty), post].filter { !$0.isEmpty }.joined(separator: " ")
            return Phrase(
                "pupils of \(place) are still there, \(date): record the hand-over of the last",
                "\(place) \(date) 仍有学生未离校：请登记最后一名学生的交接")
        case .time(let date, let until):
            return Phrase(
                "\(date) is not over yet: judged after \(until.displayed)", "\(date) 尚未结束：\(until.displayed) 后判定")
        }
    }

    package func doubt(_ doubt: Doubt) -> Phrase {
        switch doubt {
        case .awaiting(let what): return missing(what)
        case .contradiction(let observation, let evidence):
            return Phrase(
                "observation #\(observation) and evidence #\(evidence) say different things: needs a ruling",
                "检查记录 #\(observation) 与证据 #\(evidence) 矛盾：需要裁定")
        case .observersDisagree(let one, let other):
            return Phrase(
                "observations #\(one) and #\(other) disagree: needs a ruling",
                "检查记录 #\(one) 与 #\(other) 不一致：需要裁定")
        case .notCountersigned(let fact):
            return Phrase(
                "inspection #\(fact) needs a leader's word beside it", "少队检查 #\(fact) 需要领导确认")
        case .leaveRecordedLate(let fact):
            return Phrase(
                "leave #\(fact) was recorded after the duty began: needs a ruling",
                "请假 #\(fact) 在值班开始后才登记：需要裁定")
        case .presentOnLeave(let leave):
            return Phrase(
                "on leave (#\(leave)), yet the evidence would do: needs a ruling",
                "请假中（#\(leave)）却有到岗证据：需要裁定")
        case .sheetTypedLate(let fact):
            return Phrase(
                "signature #\(fact) was typed after the sheet's deadline: needs a ruling",
                "签到 #\(fact) 超过录入期限：需要裁定")
        case .partialOutage(let device):
            return Phrase(
                "machine \(names.device(device)) did not work for part of the time: nobody can know",
                "考勤机 \(names.device(device)) 期间有故障：无从判断")
        case .clockJump(let fact):
            return Phrase("punch #\(fact) lies in a clock jump", "打卡 #\(fact) 处于时钟跳变期间")
        case .identity(let fact):
            return Phrase("punch #\(fact) may be another person's", "打卡 #\(fact) 可能是别人的")
        case .twoPlaces(let one, let other):
            return Phrase(
                "punches #\(one) and #\(other) are at two places at once: needs a ruling",
                "打卡 #\(one) 与 #\(other) 同时在两处：需要裁定")
        case .coverRecordedLate(let fact):
            return Phrase(
                "cover #\(fact) was recorded after the plan's limit: needs a ruling",
                "代班 #\(fact) 登记超过方案期限：需要裁定")
        case .rosterEditedAfter(let date):
            return Phrase(
                "the roster was changed on \(date), after this date: needs a ruling",
                "值班表在此日之后（\(date)）改动：需要裁定")
        }
    }

    package func rejection(_ rejection: Rejection) -> Phrase {
        switch rejection {
        case .place: Phrase("not used: the place does not serve this post", "不采用：地点不属于本岗位")
        case .tooEarly: Phrase("not used: before the earliest time that counts", "不采用：早于最早有效时间")
        case .tooLate: Phrase("not used: after the time that counts", "不采用：超过有效时间")
        case .outside: Phrase("not used: outside the interval", "不采用：不在考勤时段内")
        case .sameTap(let fact): Phrase("not used: same tap as #\(fact)", "不采用：与 #\(fact) 为同一次打卡")
        case .tooClose(let fact): Phrase("not used: too close to #\(fact)", "不采用：与 #\(fact) 间隔不足")
        case .notNeeded: Phrase("not needed", "不需要")
        case .excusedTime: Phrase("not used: in excused time", "不采用：在免责时段内")
        case .retracted(let fact): Phrase("not used: withdrawn by #\(fact)", "不采用：已被 #\(fact) 撤回")
        case .claimTooLate: Phrase("not used: vouched for too late", "不采用：补卡超过期限")
        case .claimNotByLeader: Phrase("not used: not vouched for by a leader", "不采用：补卡未经领导证明")
        case .claimBeyondLimit: Phrase("not used: beyond the month's limit", "不采用：超过每月补卡次数")
        case .observer: Phrase("not used: not this observer's duty to inspect", "不采用：检查人无此职责")
        case .afterDeadline: Phrase("after the deadline", "超过期限")
        case .direction: Phrase("not used: the button says the other direction", "不采用：进出按键方向不符")
        case .usedFor(let duty):
            Phrase("not used: already used for \(names.duty(duty))", "不采用：已用于「\(names.duty(duty))」")
        }
    }

    package func use(_ use: EvidenceUse) -> Phrase {
        switch use {
        case .counted: Phrase("→ counts", "→ 有效")
        case .countedWithinUncertainty:
            Phrase("→ counts, within the clock's uncertainty", "→ 有效（在时钟误差范围内）")
        case .late(let minutes): Phrase("→ \(minutes) min late", "→ 晚 \(minutes) 分")
        case .early(let minutes): Phrase("→ \(minutes) min early", "→ 早 \(minutes) 分")
        case .observed(let observation): Phrase("→ ", "→ ") + observation.phrase
        case .rejected(let why): rejection(why)
        }
    }

    /// What excuses a requirement, with the fact's number if a person wrote it.
    static func relief(_ relief: Relief) -> Phrase {
        let cause =
            switch relief.cause {
            case .leave: Phrase("leave", "请假")
            case .outage: Phrase("outage", "故障")
            case .closure: Phrase("closure", "停课")
            case .rain: Phrase("rain", "雨天换班")
            }
        return cause + Phrase(verbatim: relief.fact.map { " #\($0)" } ?? "")
    }

    package func note(_ note: LineNote) -> Phrase {
        switch note {
        case .cameBeforeWindow: return Phrase("came before the window", "早于时段到岗")
        case .coverRecordedAfter(let fact):
            return Phrase("cover #\(fact) was recorded after the start", "代班 #\(fact) 在开始后登记")
        case .notInspected: return Phrase("not inspected", "无检查记录")
        case .withinClockUncertainty(let fact):
            return Phrase("#\(fact) within the clock's uncertainty", "#\(fact) 在时钟误差范围内")
        case .twoPlaces(let one, let other):
            return Phrase("#\(one) and #\(other): two places at once", "#\(one) 与 #\(other)：同时在两处")
        case .closed(let fact, let moved):
            return moved
                ? Phrase("end moved by closure #\(fact)", "结束时间随停课 #\(fact) 提前")
                : Phrase("cancelled by closure #\(fact)", "因停课 #\(fact) 取消")
        case .sourceNeverCame(let what):
            return Phrase("judged without it: ", "等待期满，按现有证据判定：") + missing(what)
        case .attested(let fact): return Phrase("vouched for (#\(fact))", "补卡（#\(fact)）")
        case .postUncovered: return Phrase("on leave and nobody covers", "请假无人代班")
        case .measured(let minutes): return Phrase("\(minutes) min measured", "实测 \(minutes) 分")
        case .withinGrace(let fact): return Phrase("#\(fact) within the grace", "#\(fact) 在宽限时间内")
        case .outweighed(let fact, let by):
            return Phrase("#\(by) weighs more than #\(fact)", "以 #\(by) 为准，不取 #\(fact)")
        case .overlaps(let duty):
            return Phrase("at the same time as \(names.duty(duty))", "与「\(names.duty(duty))」时间重叠")
        case .coverRefused(let fact, let duty):
            return Phrase(
                "cover #\(fact) refused: the taker has \(names.duty(duty)) at that time",
                "代班 #\(fact) 不成立：代班人同时有「\(names.duty(duty))」")
        case .rainMidway(let fact, let handedOver):
            return handedOver
                ? Phrase("handed over in the rain (#\(fact))", "雨天中途换班（#\(fact)）")
                : Phrase("rain after the start (#\(fact)): the place may have moved", "开始后下雨（#\(fact)）：地点可能变动")
        case .proxy(let person):
            return Phrase("\(names.person(person)) signed in place", "由 \(names.person(person)) 代签")
        case .tally(let count, let period, let text):
            let quote = text.map { "「\($0)」" } ?? ""
            return Phrase(
                "failure number \(count) of the \(period.rawValue) \(quote)",
                "\(Self.periodWord(period))第 \(count) 次\(quote)")
        case .settledAtClose(let doubts, let inFavour):
            let settled =
                inFavour
                ? Phrase("open at the close: decided for the person", "结算时未裁定：按有利于本人认定")
                : Phrase("open at the close: decided by the rule", "结算时未裁定：按规则认定")
            return doubts.first.map { settled + Phrase(" (", "（") + doubt($0) + Phrase(")", "）") } ?? settled
        case .closedOtherwise:
            return Phrase(
                "as closed; this version of the program would judge it otherwise", "以结算为准；本版本程序会另行判定")
        }
    }

    private static func periodWord(_ period: Tally.Period) -> String {
        switch period {
        case .day: "当天"
        case .week: "本周"
        case .month: "本月"
        }
    }

    package func stray(_ reason: StrayPunch.Reason) -> Phrase {
        func list(_ people: [PersonID]) -> String { people.map(names.person).joined(separator: ", ") }
        switch reason {
        case .noDuty: return Phrase("no duty asks for it", "当天没有需要它的值班")
        case .unknownCredential: return Phrase("nobody has this card or number", "没有人持有此卡或编号")
        case .notValidThen(let person):
            return Phrase(
                "was \(names.person(person))'s, not valid then", "曾属 \(names.person(person))，当时无效")
        case .reportedLost(let person):
            return Phrase(
                "SECURITY: reported lost by \(names.person(person)), and used all the same",
                "安全提示：\(names.person(person)) 已挂失此卡，却有人使用")
        case .ambiguous(let people):
            return Phrase("fits several cards: \(list(people))", "可能属于多人：\(list(people))")
        case .shared(let people):
            return Phrase("card shared by \(list(people))", "多人共用此卡：\(list(people))")
        case .quarantined: return Phrase("its time cannot be true", "时间不可能属实")
        case .clockJump: return Phrase("in a clock jump", "处于时钟跳变期间")
        case .possibleRepeat:
            return Phrase("in impossible time, maybe a repeat", "时间不可能属实，可能是重复记录")
        case .retracted(let fact): return Phrase("withdrawn by #\(fact)", "已被 #\(fact) 撤回")
        case .storm(let count): return Phrase("\(count) punches in a few minutes", "几分钟内打卡 \(count) 次")
        }
    }

    package func deliverer(_ deliverer: Deliverer) -> Phrase {
        switch deliverer {
        case .keeper: Phrase("keeper of the machine", "考勤机管理员")
        case .office: Phrase("office", "教务处")
        case .responsible: Phrase("person on duty", "值班人")
        case .observers: Phrase("leader or inspectors", "领导或检查员")
        case .nobody: Phrase("only time", "只需等待")
        }
    }
}
