import AttendanceModel
import Reconciler

extension PaperSource {
    /// What has not come yet and who has to act: sheets to type, machines to fetch, forms to file, rulings to give.
    package var missingList: Paper {
        var paper = Paper("missing", Phrase("What is still missing", "待补材料清单"), period)
        let items = ledger.pending.filter { dates.contains($0.missing.date) && $0.missing.from != .nobody }
        for deliverer in [Deliverer.office, .keeper, .responsible, .observers] {
            let mine = items.filter { $0.missing.from == deliverer }
            guard !mine.isEmpty else { continue }
            var table = Table(columns: [
                .init("date", Phrase("date", "日期"), width: .tight),
                .init("missing", Phrase("what is missing", "缺什么"), width: .wide),
                .init("lines", Phrase("duties waiting", "涉及项数"), .right),
                .init("done", Phrase("done", "完成"), width: .hand),
            ])
            for item in mine {
                let missing = reasons.missing(item.missing)
                table.add([
                    .text(item.missing.date.description), .phrase(missing, key: missing.english),
                    .number(Int64(item.lines)),
                ])
            }
            let who = reasons.deliverer(deliverer)
            paper.add(.heading(Phrase("For: ", "由") + who + Phrase("", "处理")))
            paper.add(.table(.init(Self.word(deliverer), table)))
        }
        let never = neverCame
        if !never.rows.isEmpty {
            paper.add(.heading(Phrase("Never came: judged without it", "逾期未到，已按现有证据判定")))
            paper.add(.table(.init("neverCame", never)))
        }
        let disputes = contestedTable
        if !disputes.rows.isEmpty {
            paper.add(.heading(Phrase("For the principal: rulings", "由校长裁定")))
            paper.add(.table(.init("rulings", disputes)))
        }
        if paper.blocks.isEmpty {
            paper.add(.paragraph(Phrase("Nothing is missing.", "没有待补的材料。")))
        }
        paper.foot = foot()
        return paper
    }

    private static func word(_ deliverer: Deliverer) -> String {
        switch deliverer {
        case .office: "office"
        case .keeper: "keeper"
        case .responsible: "responsible"
        case .observers: "observers"
        case .nobody: "nobody"
        }
    }

    /// Sources for which the wait is over (D.9); what they still bring changes the ledger all the same.
    private var neverCame: Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期"), width: .tight),
            .init("missing", Phrase("what never came", "缺什么"), width: .wide),
            .init("lines", Phrase("duties judged without", "涉及项数"), .right),
            .init("done", Phrase("done", "完成"), width: .hand),
        ])
        let sources = linesSoFar.flatMap { line in
            line.notes.compactMap { note -> (line: DutyLine, missing: Missing)? in
                if case .sourceNeverCame(let missing) = note { (line, missing) } else { nil }
            }
        }
        for group in Dictionary(grouping: sources, by: \.missing).sorted(by: { first, second in
            (first.key.date, reasons.missing(first.key).english) < (
                second.key.date, reasons.missing(second.key).english
            )
        }) {
            let missing = reasons.missing(group.key)
            table.add([
                .text(group.key.date.description), .phrase(missing, key: missing.english),
                .number(Int64(group.value.count)),
            ])
        }
        return table
    }

    private var contestedTable: Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期"), width: .tight),
            .init("person", Phrase("person", "工号"), width: .tight), .init("name", Phrase("name", "姓名"), width: .name),
            .init("duty", Phrase("duty", "岗位")), .init("post", Phrase("post", "位置")),
            .init("why", Phrase("why", "说明"), width: .wide),
        ])
        for line in linesSoFar where line.verdict.flag == .contested {
            let doubts = line.verdict.doubts.filter { $0.flag == .contested }.map(reasons.doubt)
            let why = Phrase.joined(doubts, by: .semicolon)
            table.add([
                .text(line.id.date.description), .text(line.id.person.text), .text(line.personName),
                .text(line.dutyName), .text(line.id.post), .phrase(why, key: why.english),
            ])
        }
        return table
    }
}
