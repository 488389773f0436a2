import AttendanceModel
import Reconciler
import Timetable

extension PaperSource {
    /// Each person's part in the service over a term, for the appraisal of performance (R-257, R-1402).
    package var appraisal: Paper {
        var paper = Paper("appraisal", Phrase("Participation for the appraisal", "课后服务考核汇总表"), period)
        paper.isLandscape = true
        let lines = linesSoFar
        var table = Table(
            columns: [
                .init("person", Phrase("person", "工号"), width: .tight),
                .init("name", Phrase("name", "姓名"), width: .name),
                .init("kind", Phrase("kind", "类别")), .init("days", Phrase("days", "天数"), .right),
            ] + Turnout.outcomeColumns + [
                .init("excused", Phrase("excused", "免责"), .right),
                .init("rate", Phrase("kept %", "合格率 %"), .right),
                .init("incidents", Phrase("incidents", "事故"), .right),
            ] + Turnout.creditColumns + HandMade.columns)
        for (person, mine) in Self.byPerson(lines) {
            table.add(
                [.text(person.text), .text(names.person(person)), .phrase(Role.kind(kind(person)), key: kind(person))]
                    + cells(mine, incidents: ledger.incidents.count { isCounted($0, of: person) }))
        }
        table.close(
            with: [.phrase(Phrase("all", "合计"), key: "all"), .blank, .blank]
                + cells(lines, incidents: ledger.incidents.count { isCounted($0, of: nil) }))
        paper.add(
            .terms([
                .init("people", Phrase("People", "人数"), String(table.rows.count)),
                .init("plan", Phrase("Plan", "方案"), plan?.name ?? ""),
            ]))
        paper.add(
            Phrase("Participation", "参与情况"), .init("people", table),
            ifEmpty: Phrase("Nobody had a duty.", "没有人值班。"))
        paper.add(
            .points([
                Phrase(
                    "Kept % is of the duties that were due and are not open.", "合格率按应到且已判定的项数计算。"),
                Phrase(
                    "Made by hand: vouched punches, rulings, covers recorded afterwards, signatures typed by the office.",
                    "人工依据：补卡、裁定、事后登记的代班、教务处录入的签名。"),
            ]),
            .signatures([
                Phrase("Prepared by: ", "制表："), Phrase("Principal: ", "校长："), Phrase("Date: ", "日期："),
            ]))
        paper.foot = foot()
        return paper
    }

    private func isCounted(_ incident: Incident, of person: PersonID?) -> Bool {
        dates.contains(incident.line.date) && incident.line.date <= today
            && (person.map { $0 == incident.line.person } ?? true)
    }

    private func cells(_ lines: [DutyLine], incidents: Int) -> [Table.Cell] {
        let turnout = Turnout(lines)
        let judged = turnout.due - turnout.open
        let days = Set(lines.filter { $0.coveredBy == nil }.map(\.id.date)).count
        return [.number(Int64(days))] + turnout.outcomeCells
            + [
                .number(Int64(turnout.excused)), judged == 0 ? .blank : .text(Self.percent(turnout.kept, of: judged)),
                .number(Int64(incidents)),
            ] + turnout.creditCells + HandMade(lines).cells
    }

    /// With one decimal, rounded half up, without floating point; `whole` is above 0.
    package static func percent(_ part: Int, of whole: Int) -> String {
        let thousandths = (part * 2000 + whole) / (2 * whole)
        return "\(thousandths / 10).\(thousandths % 10)"
    }
}

/// Evidence that people made and no machine: what an auditor counts first.
struct HandMade {
    private(set) var attests = 0
    private(set) var rulings = 0
    private(set) var lateCovers = 0
    private(set) var signatures = 0

    init(_ lines: [DutyLine]) {
        // One signature may stand for several requirements and one ruling for several lines: facts are counted once.
        var attests: Set<Int64> = []
        var signatures: Set<Int64> = []
        var covers: Set<Int64> = []
        var rulings: Set<Int64> = []
        for line in lines {
            for evidence in line.results.flatMap(\.evidence) where evidence.use.isUsed {
                if evidence.kind == .attest { attests.insert(evidence.fact) }
                if evidence.kind == .sign { signatures.insert(evidence.fact) }
            }
            for case .coverRecordedAfter(let fact) in line.notes { covers.insert(fact) }
            if let ruling = line.ruling { rulings.insert(ruling.fact) }
        }
        self.attests = attests.count
        self.signatures = signatures.count
        self.lateCovers = covers.count
        self.rulings = rulings.count
    }

    static let columns: [Table.Column] = [
        .init("attests", Phrase("vouched", "补卡"), .right), .init("rulings", Phrase("rulings", "裁定"), .right),
        .init("lateCovers", Phrase("late covers", "补登代班"), .right),
        .init("signatures", Phrase("typed", "录入签名"), .right),
    ]

    var cells: [Table.Cell] { [attests, rulings, lateCovers, signatures].map { .number(Int64($0)) } }
}
