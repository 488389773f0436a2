import AttendanceModel
import Reconciler

/// What is still missing, in groups that name no person, for paper that everybody may read.
struct OpenItems {
    /// What is missing, without the date.
    private enum Group: Hashable {
        case delivery(DeviceID), clock(DeviceID), sheet(DutyID), form(DutyID, String), round(DutyID), lastPupil(DutyID),
            time
    }

    private let source: PaperSource

    init(_ source: PaperSource) {
        self.source = source
    }

    private var items: [PendingItem] {
        source.ledger.pending.filter { source.dates.contains($0.missing.date) && $0.missing.date <= source.today }
    }

    /// One row for each thing and who has to act, with how many duties wait and for which dates.
    var table: Table {
        var table = Table(columns: [
            .init("missing", Phrase("what is missing", "缺什么"), width: .wide),
            .init("from", Phrase("who acts", "由谁处理"), width: .tight),
            .init("times", Phrase("times", "份数"), .right), .init("lines", Phrase("duties waiting", "涉及项数"), .right),
            .init("dates", Phrase("dates", "日期"), width: .tight),
        ])
        var order: [Group] = []
        var groups: [Group: [PendingItem]] = [:]
        for item in items {
            let group = Self.group(item.missing)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(item)
        }
        for group in order {
            let items = groups[group] ?? []
            guard let first = items.map(\.missing.date).min(), let last = items.map(\.missing.date).max(),
                let deliverer = items.first?.missing.from
            else { continue }
            let what = phrase(group)
            let who = source.reasons.deliverer(deliverer)
            table.add([
                .phrase(what, key: what.english), .phrase(who, key: who.english), .number(Int64(items.count)),
                .number(Int64(items.reduce(0) { $0 + $1.lines })),
                .text(first == last ? first.monthAndDay : "\(first.monthAndDay)–\(last.monthAndDay)"),
            ])
        }
        return table
    }

    /// Lines whose facts contradict each other: only a ruling ends that.
    var contested: Int { source.linesSoFar.count { $0.verdict.flag == .contested } }

    /// Lines that were judged without a source that never came (D.9).
    var judgedWithout: Int {
        source.linesSoFar.count { line in
            line.notes.contains { note in
                if case .sourceNeverCame = note { true } else { false }
            }
        }
    }

    private static func group(_ missing: Missing) -> Group {
        switch missing {
        case .delivery(let device, _, _): .delivery(device)
        case .clockOffset(let device, _): .clock(device)
        case .sheet(_, let duty): .sheet(duty)
        case .form(_, let duty, _, let name, _): .form(duty, name)
        case .round(_, let duty): .round(duty)
        case .lastPupil(_, let duty, _): .lastPupil(duty)
        case .time: .time
        }
    }

    private func phrase(_ group: Group) -> Phrase {
        let names = source.names
        switch group {
        case .delivery(let device):
            return Phrase("records of machine \(names.device(device))", "考勤机 \(names.device(device)) 的数据")
        case .clock(let device):
            return Phrase(
                "comparison of the clock of machine \(names.device(device))", "考勤机 \(names.device(device)) 的校时")
        case .sheet(let duty):
            return Phrase("signature sheets “\(names.duty(duty))”", "「\(names.duty(duty))」签到表")
        case .form(let duty, let name):
            return Phrase("forms “\(name)” of “\(names.duty(duty))”", "「\(names.duty(duty))」的「\(name)」")
        case .round(let duty):
            return Phrase("inspection rounds of “\(names.duty(duty))”", "「\(names.duty(duty))」的检查记录")
        case .lastPupil(let duty):
            return Phrase("hand-over of the last pupils of “\(names.duty(duty))”", "「\(names.duty(duty))」最后一名学生的交接")
        case .time: return Phrase("the day is not over yet", "当天尚未结束")
        }
    }
}
