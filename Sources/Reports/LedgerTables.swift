package import AttendanceModel
package import Reconciler
import Timetable

/// The ledger as tables: duties, totals, what is pending, incidents, stray punches.
package struct LedgerTables: Sendable {
    private let ledger: Ledger
    private let names: Names
    private let reasons: Reasons

    package init(_ ledger: Ledger, names: Names) {
        self.ledger = ledger
        self.names = names
        self.reasons = Reasons(names: names)
    }

    /// One row for each duty that `wanted` takes.
    package func duties(where wanted: (DutyLine) -> Bool) -> Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期")), .init("weekday", Phrase("", "")),
            .init("person", Phrase("person", "人员")), .init("name", Phrase("name", "姓名")),
            .init("duty", Phrase("duty", "岗位")), .init("post", Phrase("post", "位置")),
            .init("window", Phrase("window", "时段")), .init("outcome", Phrase("outcome", "结果")),
            .init("granted", Phrase("credits", "课时"), .right), .init("net", Phrase("net", "实计"), .right),
            .init("why", Phrase("why", "说明")),
        ])
        for line in ledger.lines.filter(wanted).sorted(by: Self.reading) {
            table.add([
                .text(line.id.date.description),
                .phrase(line.id.date.weekday.phrase, key: String(line.id.date.weekday.rawValue)),
                .text(line.id.person.text), .text(line.personName), .text(line.dutyName), .text(line.id.post),
                .text(line.window.map { "\($0.lowerBound.displayed)–\($0.upperBound.displayed)" } ?? ""),
                .phrase(line.verdict.phrase, key: line.verdict.shown),
                .number(Int64(line.granted)), .number(Int64(line.net)), .phrase(why(line), key: why(line).english),
            ])
        }
        return table
    }

    /// What a close settles: as `duties`, with what was open in the place of the reason.
    package func settled(where wanted: (DutyLine) -> Bool) -> Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期")), .init("person", Phrase("person", "人员")),
            .init("name", Phrase("name", "姓名")), .init("duty", Phrase("duty", "岗位")),
            .init("post", Phrase("post", "位置")), .init("outcome", Phrase("outcome", "结果")),
            .init("net", Phrase("net", "实计"), .right), .init("open", Phrase("was open", "未决原因")),
        ])
        for line in ledger.lines.filter(wanted).sorted(by: Self.reading) {
            let notes = line.notes.filter(\.isOfClose).map(reasons.note)
            let reason = Phrase.joined(notes, by: .semicolon)
            table.add([
                .text(line.id.date.description), .text(line.id.person.text), .text(line.personName),
                .text(line.dutyName), .text(line.id.post), .phrase(line.verdict.phrase, key: line.verdict.shown),
                .number(Int64(line.net)), .phrase(reason, key: reason.english),
            ])
        }
        return table
    }

    /// By date and person, then as the day goes; duties without window come last.
    package static func reading(_ left: DutyLine, _ right: DutyLine) -> Bool {
        if (left.id.date, left.id.person) != (right.id.date, right.id.person) {
            return (left.id.date, left.id.person) < (right.id.date, right.id.person)
        }
        let (one, other) = (left.window?.lowerBound ?? .endOfDay, right.window?.lowerBound ?? .endOfDay)
        return one == other ? left.id < right.id : one < other
    }

    /// The shortest true answer to “why”: what was late or missing, else what holds the line back, else who covers.
    package func why(_ line: DutyLine) -> Phrase {
        if let doubt = line.verdict.doubts.first { return reasons.doubt(doubt) }
        if let taker = line.coveredBy {
            return Phrase("covered by \(names.person(taker))", "由 \(names.person(taker)) 代班")
        }
        if let ruling = line.ruling { return Phrase("ruling #\(ruling.fact)", "裁定 #\(ruling.fact)") }
        var parts: [Phrase] = line.results.filter { $0.verdict.base != .met }.map(failure)
        if let person = line.covers { parts.append(Phrase("for \(names.person(person))", "代 \(names.person(person))")) }
        for cause in line.voids where cause.line != line.id {
            parts.append(
                Phrase("void by ", "因") + Phrase(verbatim: names.duty(cause.line.duty)) + Phrase("", "作废"))
        }
        if parts.isEmpty { parts = line.notes.prefix(1).map(reasons.note) }
        return .joined(Array(parts.prefix(2)), by: .semicolon)
    }

    private func failure(_ result: RequirementResult) -> Phrase {
        if result.verdict.base == .excused, let relief = result.reliefs.first {
            return Reasons.relief(relief)
        }
        for evidence in result.evidence {
            switch evidence.use {
            case .late(let minutes):
                return result.kindNames + Phrase("\(minutes) min late", "晚 \(minutes) 分")
            case .early(let minutes):
                return result.kindNames + Phrase("\(minutes) min early", "早 \(minutes) 分")
            case .observed(let observation) where observation != .present:
                return Phrase("seen ", "检查") + observation.phrase + Phrase(" #\(evidence.fact)", " #\(evidence.fact)")
            default: continue
            }
        }
        if case .form(let name, _) = result.form {
            return Phrase("form “\(name)” ", "「\(name)」") + result.phrase
        }
        if case .count(let asked, _, _, _) = result.form, result.verdict.base == .short {
            let counted = result.evidence.count { $0.use == .counted || $0.use == .countedWithinUncertainty }
            return result.kindNames + Phrase("\(counted) of \(asked)", "只有 \(counted)/\(asked) 次")
        }
        let failing = result.kinds.filter { $0.verdict.base != .met }
        if failing.isEmpty { return result.verdict.base.phrase }
        return .joined(failing.map { $0.kind.phrase + Phrase(" ", "") + $0.verdict.base.phrase }, by: .comma)
    }

    /// One row for each person with what the month earns.
    ///
    /// `adjustments` are those of the month for months that were closed before; money is the pay sheet's.
    package func totals(adjustments: [Adjustment] = [], where wanted: (PersonID) -> Bool) -> Table {
        let sheet = PaySheet(ledger, adjustments: adjustments)
        func fen(_ person: PersonID, isOfMonth: Bool) -> Int {
            sheet.lines.reduce(0) { sum, line in
                line.person == person && (line.source == .duties) == isOfMonth ? sum + line.fen : sum
            }
        }
        var table = Table(columns: [
            .init("person", Phrase("person", "人员")), .init("name", Phrase("name", "姓名")),
            .init("granted", Phrase("granted", "应计"), .right), .init("voided", Phrase("void", "作废"), .right),
            .init("docked", Phrase("docked", "扣减"), .right), .init("net", Phrase("net", "实计"), .right),
            .init("pay", Phrase("pay", "金额（元）"), .right),
            .init("adjusted", Phrase("adjusted", "往月调整（元）"), .right),
            .init("payable", Phrase("payable", "应发（元）"), .right),
            .init("incidents", Phrase("incidents", "事故"), .right),
            .init("open", Phrase("open", "待定"), .right), .init("note", Phrase("note", "备注")),
        ])
        let ofEarlierMonths = Set(adjustments.map(\.person))
        for total in ledger.totals where wanted(total.person) {
            let unrated = total.pay.filter { $0.fenPerCredit == nil && $0.credits > 0 }
            let note = unrated.first.map { Self.unratedNote($0.pay) }
            let isRated = total.pay.contains { $0.fenPerCredit != nil }
            let adjusted = fen(total.person, isOfMonth: false)
            let isPaid = isRated || adjusted != 0
            table.add([
                .text(total.person.text), .text(total.name), .number(Int64(total.granted)),
                .number(Int64(total.voided)), .number(Int64(total.docked)), .number(Int64(total.net)),
                isRated ? .text(Self.yuan(total.fen)) : .blank,
                ofEarlierMonths.contains(total.person) ? .text(Self.yuan(adjusted)) : .blank,
                isPaid ? .text(Self.yuan(fen(total.person, isOfMonth: true) + adjusted)) : .blank,
                .number(Int64(total.incidents)), .number(Int64(total.open)),
                note.map { .phrase($0, key: $0.english) } ?? .blank,
            ])
        }
        // Who has left, or has no duty this month, is still owed what earlier months owe.
        let present = Set(ledger.totals.map(\.person))
        for person in ofEarlierMonths.subtracting(present).sorted() where wanted(person) {
            let adjusted = Self.yuan(fen(person, isOfMonth: false))
            table.add([
                .text(person.text), .text(names.person(person)), .number(0), .number(0), .number(0), .number(0), .blank,
                .text(adjusted), .text(adjusted), .number(0), .number(0), .blank,
            ])
        }
        return table
    }

    /// People of other firms are paid by a contract of their own, which no table of rates knows.
    private static func unratedNote(_ pay: String) -> Phrase {
        pay.hasPrefix("contract") || pay.hasPrefix("合同")
            ? Phrase("paid by contract “\(pay)”", "按合同「\(pay)」支付")
            : Phrase("rates.csv has no rate “\(pay)”", "rates.csv 没有「\(pay)」的标准")
    }

    /// Fen as yuan with two decimals, without floating point (C-122).
    package static func yuan(_ fen: Int) -> String {
        let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return (fen < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// What is still missing, from whom, and how many lines wait for it.
    package var pending: Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期")), .init("from", Phrase("from", "由谁处理")),
            .init("lines", Phrase("lines", "涉及"), .right), .init("missing", Phrase("what is missing", "缺什么")),
        ])
        for item in ledger.pending {
            let missing = reasons.missing(item.missing)
            table.add([
                .text(item.missing.date.description),
                .phrase(reasons.deliverer(item.missing.from), key: reasons.deliverer(item.missing.from).english),
                .number(Int64(item.lines)), .phrase(missing, key: missing.english),
            ])
        }
        return table
    }

    package var incidents: Table {
        var table = Table(columns: [
            .init("number", Phrase("no.", "编号"), .right), .init("date", Phrase("date", "日期")),
            .init("person", Phrase("person", "人员")), .init("name", Phrase("name", "姓名")),
            .init("duty", Phrase("duty", "岗位")), .init("post", Phrase("post", "位置")),
            .init("kind", Phrase("kind", "性质")), .init("outcome", Phrase("outcome", "结果")),
            .init("closed", Phrase("closed by", "结案"), .right),
        ])
        for incident in ledger.incidents {
            table.add([
                .number(Int64(incident.number)), .text(incident.line.date.description),
                .text(incident.line.person.text), .text(names.person(incident.line.person)),
                .text(names.duty(incident.line.duty)), .text(incident.line.post),
                .phrase(Consequence.incident(incident.kind), key: incident.kind),
                .phrase(incident.outcome.phrase, key: incident.outcome.word),
                incident.closedBy.map { .number($0) } ?? .blank,
            ])
        }
        return table
    }

    package func strays(where wanted: (StrayPunch) -> Bool) -> Table {
        var table = Table(columns: [
            .init("fact", Phrase("no.", "编号"), .right), .init("time", Phrase("time", "时间")),
            .init("machine", Phrase("machine", "考勤机")), .init("credential", Phrase("card or number", "卡号/编号")),
            .init("name", Phrase("name", "姓名")), .init("why", Phrase("why", "说明")),
        ])
        for stray in ledger.strays where wanted(stray) {
            let reason = reasons.stray(stray.reason)
            table.add([
                .number(stray.fact), .text((stray.time ?? stray.wall)?.description ?? ""),
                .text(names.device(DeviceID(stray.source))), .text(stray.credential.displayed),
                .text(stray.person.map(names.person) ?? ""), .phrase(reason, key: reason.english),
            ])
        }
        return table
    }
}

extension RequirementResult {
    fileprivate var kindNames: Phrase {
        let failing = kinds.filter { $0.verdict.base != .met }
        guard !failing.isEmpty else { return Phrase("", "") }
        return .joined(failing.map(\.kind.phrase), by: .comma) + Phrase(" ", " ")
    }
}

extension Credential {
    /// What people see of a card or user id: the number without its kind.
    package var displayed: String {
        switch self {
        case .machineUser(let id): id
        case .card(let card):
            card.full ?? card.n32.map { upperHex($0, width: 8) } ?? card.n24.map { "…" + upperHex($0, width: 6) } ?? ""
        }
    }
}

extension CardKey {
    /// What people see of a card or id, and type: `62E3086CED`, `gate/12`, `hall/0004886044`.
    package var displayed: String { (device.map { "\($0)/" } ?? "") + credential.displayed }
}
