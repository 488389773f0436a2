import AttendanceModel
package import Reconciler

extension PostState.State {
    package var phrase: Phrase {
        switch self {
        case .staffed: Phrase("staffed", "在岗")
        case .unstaffed: Phrase("empty", "空岗")
        case .unknown: Phrase("unknown", "不明")
        }
    }
}

extension Reasons {
    /// Why nobody was at a post, or nobody knows.
    package func why(_ why: PostState.Why) -> Phrase {
        switch why {
        case .vacant: Phrase("the person is not at the school", "安排的人不在校")
        case .leave(let fact): Phrase("on leave (#\(fact)), nobody covers", "请假（#\(fact)）无人代班")
        case .notShown: Phrase("nothing shows that somebody came", "没有到岗记录")
        case .cameLate: Phrase("came late", "迟到")
        case .leftEarly: Phrase("left early", "早退")
        case .seenAbsent(let fact): Phrase("seen absent (#\(fact))", "检查不在岗（#\(fact)）")
        case .pupilsThere(let fact): Phrase("pupils were there already (#\(fact))", "学生已到（#\(fact)）")
        case .open: Phrase("still open", "尚未确定")
        case .outage: Phrase("no machine worked", "考勤机故障")
        }
    }

    /// What the leader has to hear of a post.
    package func alert(_ alert: PostAlert) -> Phrase {
        switch alert {
        case .empty(let from, let to, let why):
            let span = "\(from.displayed)–\(to.displayed)"
            return Phrase("nobody there \(span): ", "\(span) 空岗：") + self.why(why)
        case .pupilsAlone(let from, let to, let pupils):
            let span = "\(from.displayed)–\(to.displayed)"
            let count = pupils.map { "\($0) " } ?? ""
            return Phrase(
                "\(count)pupils without anybody \(span): should the duty begin earlier?",
                "\(span) \(count)名学生无人看管：岗位是否需要提前？")
        case .vacantSeat(let seat):
            return Phrase("seat \(seat) is vacant: nobody covers", "第 \(seat) 席空缺：无人代班")
        case .onLeave(let person):
            let name = names.person(person)
            return Phrase("\(name) is on leave: nobody covers", "\(name) 请假：无人代班")
        case .kindLacking(let kind, let wanted, let found):
            return Phrase("\(found) of \(wanted) “\(kind)” there", "应有「\(kind)」\(wanted) 人，实有 \(found) 人")
        case .ratio(let pupils, let persons, let limit):
            return Phrase(
                "\(pupils) pupils for \(persons), \(limit) each allowed",
                "\(pupils) 名学生，\(persons) 名教师，每人至多 \(limit) 名")
        case .takesIn(let posts, let pupils):
            let list = posts.joined(separator: ", ")
            return Phrase("takes in \(list): \(pupils) pupils", "并入 \(list)：共 \(pupils) 名学生")
        case .pupilsUnaccounted(let count, let since):
            return Phrase(
                "\(count) pupils gone without a hand-over since \(since.displayed): look for them",
                "\(since.displayed) 起 \(count) 名学生未经交接离开：请立即查找")
        case .pupilsWaiting(let count, let since):
            return Phrase(
                "\(count) pupils not fetched since \(since.displayed)", "\(since.displayed) 起 \(count) 名学生无人接走")
        }
    }
}
