import AttendanceModel
import Reconciler

extension PaperSource {
    /// What rounds found, day by day, and whether people came in time: the daily patrol statistics of R-1106.
    package var patrolReport: Paper {
        var paper = Paper("patrol", Phrase("Patrol report", "巡查统计表"), period)
        let lines = linesSoFar
        var table = Table(
            columns: [
                .init("date", Phrase("date", "日期"), width: .tight), .init("weekday", Phrase("", "星期"), width: .tight),
            ] + Turnout.outcomeColumns + [
                .init("rate", Phrase("kept %", "合格率 %"), .right),
                .init("seen", Phrase("seen", "检查次数"), .right), .init("present", Phrase("present", "在岗"), .right),
                .init("seenLate", Phrase("seen late", "查见迟到"), .right),
                .init("absent", Phrase("absent", "不在岗"), .right),
                .init("unseen", Phrase("posts not seen", "未查岗位"), .right),
            ])
        for (date, mine) in Self.grouped(lines, by: \.id.date) {
            table.add(
                [.text(date.description), .phrase(date.weekday.phrase, key: String(date.weekday.rawValue))]
                    + cells(mine))
        }
        table.close(with: [.phrase(Phrase("all", "合计"), key: "all"), .blank] + cells(lines))
        paper.isLandscape = true
        paper.add(
            Phrase("Day by day", "逐日统计"), .init("days", table), ifEmpty: Phrase("There was no duty.", "本期没有值班。"))
        paper.add(
            Phrase("What was found", "查见情况"), .init("findings", findings(lines)),
            ifEmpty: Phrase("Nobody was seen absent or late.", "没有查见缺岗或迟到。"))
        paper.add(
            .signatures([
                Phrase("Leader on duty: ", "带班领导："), Phrase("Principal: ", "校长："), Phrase("Date: ", "日期："),
            ]))
        paper.foot = foot()
        return paper
    }

    private func cells(_ lines: [DutyLine]) -> [Table.Cell] {
        let turnout = Turnout(lines)
        let judged = turnout.due - turnout.open
        let rounds = Rounds(lines)
        return turnout.outcomeCells
            + [judged == 0 ? .blank : .text(Self.percent(turnout.kept, of: judged))]
            + [rounds.all, rounds.present, rounds.late, rounds.absent, rounds.unseen].map { .number(Int64($0)) }
    }

    private func findings(_ lines: [DutyLine]) -> Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期"), width: .tight), .init("time", Phrase("time", "时间"), width: .tight),
            .init("duty", Phrase("duty", "岗位")), .init("post", Phrase("post", "位置")),
            .init("name", Phrase("name", "姓名"), width: .name), .init("seen", Phrase("seen", "查见"), width: .tight),
            .init("by", Phrase("by", "检查人")), .init("outcome", Phrase("outcome", "判定"), width: .tight),
        ])
        for line in lines {
            for (evidence, observation) in Rounds.observations(of: line) where observation != .present {
                table.add([
                    .text(line.id.date.description), .text(evidence.time?.time.displayed ?? ""),
                    .text(line.dutyName), .text(line.id.post), .text(line.personName),
                    .phrase(observation.phrase, key: observation.rawValue),
                    .phrase(
                        evidence.by.map { names.people($0) } ?? Phrase("", ""), key: evidence.by ?? ""),
                    .phrase(line.verdict.phrase, key: line.verdict.shown),
                ])
            }
        }
        return table
    }
}

/// What observers saw of some duties; each observation once.
private struct Rounds {
    var present = 0
    var late = 0
    var absent = 0
    /// Posts that the plan wants to be looked at and nobody did.
    var unseen = 0
    var all: Int { present + late + absent }

    init(_ lines: [DutyLine]) {
        var counted: Set<Int64> = []
        for line in lines {
            for (evidence, observation) in Self.observations(of: line) where counted.insert(evidence.fact).inserted {
                switch observation {
                case .present: present += 1
                case .late: late += 1
                case .absent: absent += 1
                }
            }
            if line.notes.contains(.notInspected) { unseen += 1 }
        }
    }

    static func observations(of line: DutyLine) -> [(EvidenceLine, Observation)] {
        var facts: Set<Int64> = []
        return line.results.flatMap(\.evidence).compactMap { evidence in
            guard case .observed(let observation) = evidence.use, facts.insert(evidence.fact).inserted else {
                return nil
            }
            return (evidence, observation)
        }
    }
}
