import AttendanceModel
package import Reconciler
import Timetable

/// What of a published notice stands on its paper beside the ledger: which issue, until when to object, what changed.
package struct NoticeIssue: Sendable {
    /// Nil for a draft that nobody has published.
    package var published: Period.Published?
    /// The issue that it is compared with, and what it says otherwise; nil for the first.
    package var previous: Int?
    package var changes: LedgerDifference?
    /// The close of the month, whose ledger is then printed; nil while the month is open.
    package var closed: Period.Closed?
    /// Objections that were raised and not yet answered.
    package var openObjections = 0

    package init(
        published: Period.Published? = nil, previous: Int? = nil, changes: LedgerDifference? = nil,
        closed: Period.Closed? = nil, openObjections: Int = 0
    ) {
        self.published = published
        self.previous = previous
        self.changes = changes
        self.closed = closed
        self.openObjections = openObjections
    }
}

extension PaperSource {
    /// The monthly public notice (月度公示, R-405): what hangs on the wall.
    ///
    /// Everybody reads it, so it says how duties were kept and never why not: no leave, no reasons, no money, no cards,
    /// and no names of parents and pupils (model.md D.7).
    package func notice(_ issue: NoticeIssue = NoticeIssue()) -> Paper {
        var paper = Paper("notice", Phrase("Monthly notice", "月度公示"), noticeSubtitle)
        let lines = linesSoFar
        paper.add(.terms(noticeFacts(issue, lines)))
        if !lines.isEmpty {
            paper.add(.heading(Phrase("At a glance", "总体情况")), .charts(charts(lines)))
        }
        paper.add(
            Phrase("Duty by duty", "分岗位情况"), .init("duties", dutyTable(lines), isWhole: true),
            ifEmpty: Phrase("There was no duty in this month.", "本月没有值班。"))
        let people = named(lines)
        paper.csvTable = peopleTable(people)
        paper.add(
            Phrase("Person by person", "个人汇总"), .init("people", peopleTable(people)),
            ifEmpty: Phrase("Nobody had a duty.", "没有人值班。"))
        addOpen(to: &paper, issue)
        addChanges(to: &paper, issue)
        addPlanFacts(to: &paper)
        paper.add(.heading(Phrase("Objections", "异议")), .points(objections(issue)))
        paper.add(
            .signatures([
                Phrase("Prepared by: ", "制表："), Phrase("Principal: ", "校长："),
                Phrase("School (seal), date: ", "学校（盖章）、日期："),
            ]))
        if !people.isEmpty {
            paper.add(.newPage, .heading(Phrase("Annex: person by duty", "附表：个人分岗位情况")))
            paper.add(.table(.init("details", detailTable(people))))
        }
        let notice = issue.published?.notice
        paper.foot = foot(
            digest: issue.closed?.close.digest ?? notice?.digest,
            checkpoint: issue.closed?.close.checkpoint ?? notice?.checkpoint)
        return paper
    }

    private var noticeSubtitle: Phrase {
        guard let name = plan?.name else { return period }
        return Phrase(verbatim: name + "  ") + period
    }

    private func noticeFacts(_ issue: NoticeIssue, _ lines: [DutyLine]) -> [Paper.Term] {
        var terms: [Paper.Term] = []
        if let published = issue.published {
            let (revision, date) = (published.notice.revision, published.recorded.date)
            terms.append(
                .init(
                    "revision", Phrase("Issue", "版次"), Phrase("\(revision), \(date)", "第 \(revision) 版，\(date) 公示")))
            terms.append(
                .init(
                    "objectionsUntil", Phrase("Objections until", "异议截止"),
                    published.notice.objectionsUntil.description))
        } else {
            terms.append(
                .init("revision", Phrase("Issue", "版次"), Phrase("draft, not published", "草稿，尚未公示")))
        }
        if let closed = issue.closed {
            terms.append(
                .init(
                    "closed", Phrase("Closed", "结算"),
                    Phrase("\(closed.recorded.date), final", "\(closed.recorded.date) 已结算，不再变动")))
        }
        if let source = plan?.source { terms.append(.init("source", Phrase("By", "依据"), "《\(source)》")) }
        let days = Set(lines.map(\.id.date)).count
        terms.append(.init("days", Phrase("Days with duties", "值班天数"), String(days)))
        if today < dates.upperBound {
            terms.append(
                .init(
                    "until", Phrase("Counted up to", "统计至"), today.description))
        }
        return terms
    }

    // MARK: numbers

    private func charts(_ lines: [DutyLine]) -> [BarChart] {
        [
            BarChart(
                Phrase("Kept of due, week by week", "每周合格／应到"),
                rows: byWeek(lines).map { .init($0.label, Turnout($0.lines)) }),
            BarChart(
                Phrase("Kept of due, duty by duty", "各岗位合格／应到"),
                rows: byDuty(lines).map { .init(names.duty($0.duty), Turnout($0.lines)) }),
        ]
    }

    private func dutyTable(_ lines: [DutyLine]) -> Table {
        var table = Table(
            columns: [.init("duty", Phrase("duty", "岗位"), width: .tight)] + Turnout.outcomeColumns
                + Turnout.creditColumns
                + [.init("cite", Phrase("by section", "条款"), width: .tight)])
        for (duty, mine) in byDuty(lines) {
            let turnout = Turnout(mine)
            table.add(
                [.text(names.duty(duty))] + turnout.outcomeCells + turnout.creditCells
                    + [.text(mine.lazy.compactMap(\.cite).first ?? "")])
        }
        let all = Turnout(lines)
        table.close(with: [.phrase(Phrase("all", "合计"), key: "all")] + all.outcomeCells + all.creditCells)
        return table
    }

    /// Parents and pupils help, but their names do not belong on a wall.
    private static let unnamedKinds: Set<String> = ["parent", "guardian", "pupil", "volunteer"]

    private var unnamedPeople: Set<PersonID> {
        Set(book.people.filter { Self.unnamedKinds.contains($0.kind) }.map(\.id))
    }

    private func named(_ lines: [DutyLine]) -> [DutyLine] {
        let unnamed = unnamedPeople
        return lines.filter { !unnamed.contains($0.id.person) }
    }

    private func peopleTable(_ lines: [DutyLine]) -> Table {
        var table = Table(
            columns: [.init("no", Phrase("no.", "序号"), .right), .init("name", Phrase("name", "姓名"), width: .name)]
                + Turnout.outcomeColumns + Turnout.creditColumns)
        for (place, (person, mine)) in Self.byPerson(lines).enumerated() {
            let turnout = Turnout(mine)
            table.add(
                [.number(Int64(place + 1)), .text(name(person))] + turnout.outcomeCells + turnout.creditCells)
        }
        let all = Turnout(lines)
        table.close(with: [.blank, .phrase(Phrase("all", "合计"), key: "all")] + all.outcomeCells + all.creditCells)
        return table
    }

    private func detailTable(_ lines: [DutyLine]) -> Table {
        var table = Table(
            columns: [
                .init("name", Phrase("name", "姓名"), width: .name), .init("duty", Phrase("duty", "岗位"), width: .tight),
            ]
                + Turnout.outcomeColumns + Turnout.creditColumns)
        table.groupsByFirstColumn = true
        for (person, mine) in Self.byPerson(lines) {
            for (duty, some) in byDuty(mine) {
                let turnout = Turnout(some)
                table.add(
                    [.text(name(person)), .text(names.duty(duty))] + turnout.outcomeCells + turnout.creditCells)
            }
        }
        return table
    }

    // MARK: what is not settled

    private func addOpen(to paper: inout Paper, _ issue: NoticeIssue) {
        let open = OpenItems(self)
        let table = open.table
        let judgedWithout = open.judgedWithout
        guard !table.rows.isEmpty || open.contested + judgedWithout + issue.openObjections > 0 else { return }
        paper.add(
            .heading(Phrase("Still open", "尚未确定")),
            .paragraph(
                Phrase(
                    "Duties that are open void and cost nothing until they are decided.", "待定的项目在确定之前不作废、不扣减。")))
        if !table.rows.isEmpty { paper.add(.table(.init("open", table))) }
        var points: [Phrase] = []
        if open.contested > 0 {
            points.append(
                Phrase("Waiting for a ruling: \(open.contested) duties", "等待裁定：\(open.contested) 项"))
        }
        if judgedWithout > 0 {
            points.append(
                Phrase(
                    "Judged on what there is, since a machine, sheet or form never came: \(judgedWithout) duties",
                    "考勤机数据、签到表或表格逾期未到，按现有证据判定：\(judgedWithout) 项"))
        }
        if issue.openObjections > 0 {
            points.append(
                Phrase("Objections not yet decided: \(issue.openObjections)", "尚未答复的异议：\(issue.openObjections) 件"))
        }
        if !points.isEmpty { paper.add(.points(points)) }
    }

    private func addChanges(to paper: inout Paper, _ issue: NoticeIssue) {
        guard let previous = issue.previous, let changes = issue.changes else { return }
        paper.add(
            Phrase("Changed since issue \(previous)", "与第 \(previous) 版不同之处"),
            .init("changes", changeTable(changes)), ifEmpty: Phrase("Nothing is counted otherwise.", "没有改动。"))
    }

    private func changeTable(_ difference: LedgerDifference) -> Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期"), width: .tight), .init("name", Phrase("name", "姓名"), width: .name),
            .init("duty", Phrase("duty", "岗位")), .init("before", Phrase("before", "原为"), width: .tight),
            .init("after", Phrase("now", "现为"), width: .tight), .init("credits", Phrase("credits", "课时"), .right),
        ])
        func cell(_ state: LineState?) -> Table.Cell {
            guard let state else { return .text("–") }
            return .phrase(Verdict.phrase(of: state.shown) + Phrase(verbatim: " \(state.net)"), key: state.shown)
        }
        let unnamed = unnamedPeople
        for change in difference.changes where !unnamed.contains(change.line.person) {
            let credits = change.credits
            table.add([
                .text(change.line.date.description), .text(name(change.line.person)), .text(change.dutyName),
                cell(change.before), cell(change.after), .text(credits > 0 ? "+\(credits)" : "\(credits)"),
            ])
        }
        return table
    }

    // MARK: what the plan says beside duties

    /// What of the plan's own rules concerns everybody; the rest is for the office.
    private static let publicNotes: Set<PlanNote.About> = [
        .content, .pupils, .parents, .safety, .publication, .money, .other,
    ]

    /// The plan's published facts, such as that nothing is charged, and the headings under which the
    /// school itself writes what no machine can know (R-405: the marking of homework).
    private func addPlanFacts(to paper: inout Paper) {
        guard let plan else { return }
        let notes = (plan.notes + plan.duties.flatMap(\.notes)).filter { Self.publicNotes.contains($0.about) }
        var points: [Phrase] = []
        for note in notes {
            let cite = note.cite.map { Phrase(" (\($0))", "（\($0)）") } ?? Phrase("", "")
            let point = Phrase(verbatim: note.text) + cite
            if !points.contains(point) { points.append(point) }
        }
        if !points.isEmpty { paper.add(.heading(Phrase("From the plan", "方案规定")), .points(points)) }
        for word in plan.notice.show where word != "attendance" {
            paper.add(.heading(Self.heading(word)), .signatures([Phrase("", "")]))
        }
    }

    private static func heading(_ word: String) -> Phrase {
        word == "marking" ? Phrase("Marking of homework", "作业批改情况") : Phrase(verbatim: word)
    }

    private func objections(_ issue: NoticeIssue) -> [Phrase] {
        let until =
            issue.published.map(\.notice.objectionsUntil).map { date in
                Phrase(
                    "Whoever sees it otherwise tells the school office by \(date) (that day included): date, duty, and "
                        + "what shows it.",
                    "如有异议，请于 \(date) 前（含当日）向教务处提出，写明日期、岗位和依据。")
            }
            ?? Phrase(
                "Whoever sees it otherwise tells the school office soon: date, duty, and what shows it. The plan sets no "
                    + "last day.",
                "如有异议，请尽早向教务处提出，写明日期、岗位和依据。本方案没有规定期限。")
        return [
            until,
            Phrase(
                "Everybody may have the office explain each own line: what was asked, what was found, by which rule.",
                "本人可请教务处逐项说明：要求什么、查到什么、依据哪一条。"),
            Phrase(
                "What changes afterwards is printed as a new issue with the list of changes.",
                "公示后如有更正，将以新的版次张贴，并列出改动。"),
        ]
    }
}
