import AttendanceModel
package import Reconciler

/// What happened to months, as tables: where each stands, objections, adjustments, differences.
package struct PeriodTables: Sendable {
    private let names: Names

    package init(names: Names) {
        self.names = names
    }

    /// One row for each month.
    package func periods(_ periods: [Period]) -> Table {
        var table = Table(columns: [
            .init("month", Phrase("month", "月份")), .init("state", Phrase("state", "状态")),
            .init("revision", Phrase("notice", "公示版次"), .right),
            .init("until", Phrase("objections until", "异议截止")),
            .init("open", Phrase("open objections", "未答复异议"), .right),
            .init("closed", Phrase("closed", "结算时间")), .init("fact", Phrase("no.", "编号"), .right),
            .init("digest", Phrase("digest", "摘要")),
        ])
        for period in periods {
            let close = period.close
            table.add([
                .text(period.month.description), .phrase(period.state.phrase, key: period.state.rawValue),
                period.notices.last.map { .number(Int64($0.notice.revision)) } ?? .blank,
                .text(period.objectionsUntil?.description ?? ""), .number(Int64(period.openObjections.count)),
                .text(close?.recorded.description ?? ""), close.map { .number($0.fact) } ?? .blank,
                .text(close?.close.digest ?? ""),
            ])
        }
        return table
    }

    /// The notices of a month, with what each one was put up as.
    package func notices(_ period: Period) -> Table {
        var table = Table(columns: [
            .init("revision", Phrase("revision", "版次"), .right), .init("fact", Phrase("no.", "编号"), .right),
            .init("published", Phrase("published", "公示时间")), .init("until", Phrase("objections until", "异议截止")),
            .init("digest", Phrase("digest", "摘要")), .init("by", Phrase("by", "批准人")),
        ])
        for published in period.notices {
            table.add([
                .number(Int64(published.notice.revision)), .number(published.fact),
                .text(published.recorded.description), .text(published.notice.objectionsUntil.description),
                .text(published.notice.digest), .text(published.notice.by.map { names.person(PersonID($0)) } ?? ""),
            ])
        }
        return table
    }

    package func objections(_ period: Period) -> Table {
        var table = Table(columns: [
            .init("fact", Phrase("no.", "编号"), .right), .init("recorded", Phrase("recorded", "登记时间")),
            .init("date", Phrase("date", "日期")), .init("person", Phrase("person", "人员")),
            .init("name", Phrase("name", "姓名")), .init("duty", Phrase("duty", "岗位")),
            .init("reason", Phrase("objects", "理由")), .init("state", Phrase("state", "状态")),
        ])
        for objection in period.objections {
            let state = objection.phrase
            table.add([
                .number(objection.fact), .text(objection.recorded.description), .text(objection.date.description),
                .text(objection.person.text), .text(names.person(objection.person)),
                .text(objection.duty.map(names.duty) ?? ""), .text(objection.reason),
                .phrase(state, key: objection.key),
            ])
        }
        return table
    }

    /// One row for each adjustment, with the facts that brought it and the lines that it is about.
    package func adjustments(_ adjustments: [Adjustment]) -> Table {
        var table = Table(columns: [
            .init("period", Phrase("in", "计入")), .init("month", Phrase("of", "所属月份")),
            .init("date", Phrase("date", "日期")), .init("person", Phrase("person", "人员")),
            .init("name", Phrase("name", "姓名")), .init("credits", Phrase("credits", "课时"), .right),
            .init("yuan", Phrase("yuan", "金额（元）"), .right), .init("state", Phrase("state", "状态")),
            .init("facts", Phrase("facts", "依据")), .init("lines", Phrase("lines", "内容")),
            .init("recorded", Phrase("recorded", "记录时间")),
        ])
        for adjustment in adjustments {
            let lines = self.lines(adjustment)
            table.add([
                .text(adjustment.period.description), .text(adjustment.month.description),
                .text(adjustment.date.description), .text(adjustment.person.text), .text(adjustment.personName),
                .text(Self.signed(adjustment.credits)),
                .text(adjustment.pay.isEmpty ? "" : Self.signedYuan(adjustment.fen)),
                .phrase(adjustment.state.phrase, key: adjustment.state.key), .text(Self.facts(adjustment.causes)),
                .phrase(lines, key: lines.english), .text(adjustment.recorded.description),
            ])
        }
        return table
    }

    private func lines(_ adjustment: Adjustment) -> Phrase {
        guard !adjustment.changes.isEmpty else { return Phrase("another rate", "标准变更") }
        return .joined(
            adjustment.changes.map { change in
                let post = change.line.post.isEmpty ? "" : " " + change.line.post
                return Phrase(verbatim: change.dutyName + post + " ") + Self.step(change.before, change.after)
            }, by: .semicolon)
    }

    /// `missing 0 → met 2`.
    private static func step(_ before: LineState?, _ after: LineState?) -> Phrase {
        state(before) + Phrase(" → ", " → ") + state(after)
    }

    private static func state(_ state: LineState?) -> Phrase {
        guard let state else { return Phrase("no duty", "无此岗位") }
        return outcome(state) + Phrase(verbatim: " \(state.net)")
    }

    private static func outcome(_ state: LineState) -> Phrase {
        if let outcome = Outcome(word: state.shown) { return outcome.phrase }
        return [Flag.pending, .contested].first { $0.word == state.shown }?.phrase ?? Phrase(verbatim: state.shown)
    }

    // MARK: differences

    /// One row for each line that came out differently; `after` gives the reason that now holds.
    package func changes(_ difference: LedgerDifference, after: Ledger) -> Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期")), .init("person", Phrase("person", "人员")),
            .init("name", Phrase("name", "姓名")), .init("duty", Phrase("duty", "岗位")),
            .init("post", Phrase("post", "位置")), .init("before", Phrase("before", "原结果")),
            .init("netBefore", Phrase("net", "原实计"), .right), .init("after", Phrase("after", "现结果")),
            .init("net", Phrase("net", "现实计"), .right), .init("facts", Phrase("facts", "依据")),
            .init("why", Phrase("why", "说明")),
        ])
        let tables = LedgerTables(after, names: names)
        let lines = Dictionary(after.lines.map { ($0.id, $0) }) { first, _ in first }
        for change in difference.changes {
            let why = lines[change.line].map(tables.why) ?? Phrase("no such duty any more", "不再有此岗位")
            table.add([
                .text(change.line.date.description), .text(change.line.person.text), .text(change.personName),
                .text(change.dutyName), .text(change.line.post), Self.cell(change.before),
                change.before.map { .number(Int64($0.net)) } ?? .blank, Self.cell(change.after),
                change.after.map { .number(Int64($0.net)) } ?? .blank, .text(Self.facts(change.causes)),
                .phrase(why, key: why.english),
            ])
        }
        return table
    }

    private static func cell(_ state: LineState?) -> Table.Cell {
        state.map { .phrase(outcome($0), key: $0.shown) } ?? .blank
    }

    /// One row for each person whose sums differ.
    package func totals(_ difference: LedgerDifference) -> Table {
        var table = Table(columns: [
            .init("person", Phrase("person", "人员")), .init("name", Phrase("name", "姓名")),
            .init("netBefore", Phrase("net before", "原实计"), .right), .init("net", Phrase("net", "现实计"), .right),
            .init("credits", Phrase("more", "增减"), .right),
            .init("payBefore", Phrase("pay before", "原金额（元）"), .right),
            .init("pay", Phrase("pay", "现金额（元）"), .right), .init("yuan", Phrase("more", "增减（元）"), .right),
            .init("incidents", Phrase("incidents", "事故增减"), .right),
        ])
        for change in difference.totals {
            table.add([
                .text(change.person.text), .text(change.name), .number(Int64(change.netBefore)),
                .number(Int64(change.netAfter)), .text(Self.signed(change.netAfter - change.netBefore)),
                .text(LedgerTables.yuan(change.fenBefore)), .text(LedgerTables.yuan(change.fenAfter)),
                .text(Self.signedYuan(change.fenAfter - change.fenBefore)),
                .text(Self.signed(change.incidentsAfter - change.incidentsBefore)),
            ])
        }
        return table
    }

    package static func facts(_ facts: [Int64]) -> String { facts.map { "#\($0)" }.joined(separator: " ") }
    package static func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : "\(value)" }
    package static func signedYuan(_ fen: Int) -> String { (fen > 0 ? "+" : "") + LedgerTables.yuan(fen) }
}

extension Period.State {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "未公示")
        case .noticed: Phrase("noticed", "公示中")
        case .due: Phrase("to be closed", "待结算")
        case .closed: Phrase("closed", "已结算")
        }
    }
}

extension Adjustment.State {
    package var phrase: Phrase {
        switch self {
        case .effective: Phrase("in effect", "已生效")
        case .waiting: Phrase("waiting for a ruling", "待裁定")
        case .lifted: Phrase("lifted", "已解除")
        }
    }

    /// The word for programs.
    package var key: String {
        switch self {
        case .effective: "effective"
        case .waiting: "waiting"
        case .lifted: "lifted"
        }
    }
}

extension Objection {
    package var phrase: Phrase {
        switch answer {
        case nil:
            isInTime ? Phrase("open", "未答复") : Phrase("open, came after the last day", "未答复（逾期提出）")
        case .ruling(let fact): Phrase("ruling #\(fact)", "裁定 #\(fact)")
        case .answered(let fact, let text, _): Phrase("answered #\(fact) 「\(text)」", "已答复 #\(fact)「\(text)」")
        case .withdrawn(let fact): Phrase("withdrawn #\(fact)", "已撤回 #\(fact)")
        }
    }

    fileprivate var key: String {
        switch answer {
        case nil: isInTime ? "open" : "late"
        case .ruling: "ruling"
        case .answered: "answered"
        case .withdrawn: "withdrawn"
        }
    }
}
