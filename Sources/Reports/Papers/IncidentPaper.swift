import AttendanceModel
import Reconciler
import Timetable

extension PaperSource {
    /// The register of incidents: it never shrinks; what a ruling excused stays, closed (C-125).
    package var incidentRegister: Paper {
        var paper = Paper("incidents", Phrase("Register of incidents", "安全责任事故登记表"), period)
        var table = Table(columns: [
            .init("number", Phrase("no.", "编号"), .right), .init("date", Phrase("date", "日期"), width: .tight),
            .init("person", Phrase("person", "工号"), width: .tight), .init("name", Phrase("name", "姓名"), width: .name),
            .init("duty", Phrase("duty", "岗位")), .init("post", Phrase("post", "位置")),
            .init("kind", Phrase("kind", "性质")), .init("outcome", Phrase("outcome", "结果"), width: .tight),
            .init("closed", Phrase("closed by ruling", "结案裁定")),
            .init("handling", Phrase("what was done", "处理情况"), width: .hand),
            .init("signature", Phrase("signature", "签名"), width: .hand),
        ])
        let incidents = ledger.incidents.filter { dates.contains($0.line.date) }
        for incident in incidents {
            table.add([
                .number(Int64(incident.number)), .text(incident.line.date.description),
                .text(incident.line.person.text), .text(names.person(incident.line.person)),
                .text(names.duty(incident.line.duty)), .text(incident.line.post),
                .phrase(Consequence.incident(incident.kind), key: incident.kind),
                .phrase(incident.outcome.phrase, key: incident.outcome.word),
                incident.closedBy.map { .text("#\($0)") } ?? .blank,
            ])
        }
        let open = incidents.count { $0.closedBy == nil }
        paper.isLandscape = true
        paper.add(
            .terms([
                .init("incidents", Phrase("Incidents", "事故"), String(incidents.count)),
                .init("notClosed", Phrase("Not closed", "未结案"), String(open)),
            ]))
        paper.add(
            Phrase("Incidents", "事故登记"), .init("incidents", table, style: .form),
            ifEmpty: Phrase("There was no incident.", "本期没有事故。"))
        paper.add(
            .signatures([
                Phrase("Person in charge: ", "分管领导："), Phrase("Principal: ", "校长："), Phrase("Date: ", "日期："),
            ]))
        paper.foot = foot()
        return paper
    }
}
