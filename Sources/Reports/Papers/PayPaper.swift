import AttendanceModel
package import Reconciler
import Timetable

extension PaperSource {
    /// One part of the pay sheet of a month (R-407, R-603, R-1505): credits, rate, amount, adjustments of closed
    /// months, and a line to sign for each person. Contract staff have a sheet of their own.
    package func pay(_ sheet: PaySheet, part: PaySheet.Part, closed: Period.Closed? = nil) -> Paper {
        let rows = payRows(sheet, part)
        var paper =
            switch part {
            case .staff: Paper("pay", Phrase("Pay sheet", "课后服务补助发放表"), period)
            case .contract:
                Paper("contracts", Phrase("Pay sheet: contracts", "课后服务劳务费发放表（合同人员）"), period)
            }
        paper.isLandscape = true
        paper.add(
            .terms([
                .init("plan", Phrase("Plan", "方案"), plan?.name ?? ""),
                .init("people", Phrase("People", "人数"), String(rows.count)),
                .init("state", Phrase("State", "状态"), state(closed)),
            ]))
        paper.add(
            Phrase("Amounts in yuan", "金额单位：元"), .init("pay", payTable(rows), style: .form),
            ifEmpty: Phrase("Nobody is paid on this sheet.", "本表没有发放对象。"))
        if !rows.isEmpty {
            let total = sheet.total(of: part)
            let yuan = LedgerTables.yuan(total)
            let words = Phrase("\(yuan) yuan", "¥\(yuan)　大写：\(ChineseAmount.text(fen: total))")
            paper.add(.terms([.init("total", Phrase("Total", "合计"), words)]))
        }
        addAdjustments(to: &paper, rows)
        addUnpaid(to: &paper, sheet, part)
        paper.add(.points(remarks(rows)))
        paper.add(
            .signatures([
                Phrase("Prepared by: ", "制表："), Phrase("Office: ", "教务处："), Phrase("Accounts: ", "财务："),
                Phrase("Principal: ", "校长："),
            ]))
        paper.foot = foot()
        return paper
    }

    private func state(_ closed: Period.Closed?) -> Phrase {
        guard let date = closed?.recorded.date else {
            return Phrase("the month is not closed: may still change", "尚未结算，可能变动")
        }
        return Phrase("closed on \(date)", "\(date) 已结算")
    }

    private func payTable(_ rows: [PayRow]) -> Table {
        var table = Table(
            columns: [
                .init("no", Phrase("no.", "序号"), .right), .init("person", Phrase("person", "工号"), width: .tight),
                .init("name", Phrase("name", "姓名"), width: .name), .init("pay", Phrase("rate", "标准")),
            ] + Turnout.creditColumns + [
                .init("sum", Phrase("credits × yuan", "课时×元")),
                .init("amount", Phrase("amount", "本月金额"), .right),
                .init("adjustment", Phrase("earlier months", "往月调整"), .right),
                .init("total", Phrase("to pay", "实发"), .right), .init("note", Phrase("note", "备注")),
                .init("signature", Phrase("signature", "签名"), width: .hand),
            ])
        for (place, row) in rows.enumerated() {
            let note = self.note(row)
            let amounts: [Table.Cell] =
                row.isRated
                ? [
                    .money(fen: row.dutiesFen), row.adjustments.isEmpty ? .blank : .money(fen: row.adjustmentsFen),
                    .money(fen: row.fen),
                ] : [.blank, .blank, .blank]
            table.add(
                [
                    .number(Int64(place + 1)), .text(row.person.text), .text(row.name), .text(row.word),
                ] + row.credits.map { .number(Int64($0)) } + [.text(row.calculation)] + amounts
                    + [.phrase(note, key: note.english)])
        }
        let credits = (0..<4).map { column in rows.reduce(0) { $0 + $1.credits[column] } }
        let adjustments = rows.reduce(0) { $0 + $1.adjustmentsFen }
        table.close(
            with: [.blank, .blank, .phrase(Phrase("all", "合计"), key: "all"), .blank]
                + credits.map { .number(Int64($0)) } + [.blank, .money(fen: rows.reduce(0) { $0 + $1.dutiesFen })]
                + [adjustments == 0 ? .blank : .money(fen: adjustments), .money(fen: rows.reduce(0) { $0 + $1.fen })])
        return table
    }

    private func note(_ row: PayRow) -> Phrase {
        var parts: [Phrase] = []
        if row.open > 0 { parts.append(Phrase("\(row.open) open", "待定 \(row.open) 项")) }
        if !row.isRated { parts.append(Phrase("no rate: amount by hand", "无标准，金额手填")) }
        return .joined(parts, by: .comma)
    }

    /// What changed in months that are closed: it is paid with this one (C-52).
    private func addAdjustments(to paper: inout Paper, _ rows: [PayRow]) {
        var table = Table(columns: [
            .init("month", Phrase("month", "月份"), width: .tight), .init("date", Phrase("date", "日期"), width: .tight),
            .init("person", Phrase("person", "工号"), width: .tight), .init("name", Phrase("name", "姓名"), width: .name),
            .init("credits", Phrase("credits", "课时"), .right), .init("amount", Phrase("amount", "金额"), .right),
            .init("causes", Phrase("by facts", "依据记录")),
        ])
        for line in rows.flatMap(\.adjustments) {
            guard case .adjustment(let month, let date, let causes) = line.source else { continue }
            table.add([
                .text(month.description), .text(date.description), .text(line.person.text), .text(line.name),
                .number(Int64(line.pay.credits)), .money(fen: line.fen),
                .text(causes.map { "#\($0)" }.joined(separator: " ")),
            ])
        }
        guard !table.rows.isEmpty else { return }
        paper.add(.heading(Phrase("Adjustments of closed months", "已结算月份的调整")))
        paper.add(.table(.init("adjustments", table)))
    }

    /// Credits that bring no money on this sheet, and why.
    private func addUnpaid(to paper: inout Paper, _ sheet: PaySheet, _ part: PaySheet.Part) {
        var table = Table(columns: [
            .init("person", Phrase("person", "工号"), width: .tight), .init("name", Phrase("name", "姓名"), width: .name),
            .init("credits", Phrase("credits", "课时"), .right), .init("why", Phrase("why", "原因"), width: .wide),
        ])
        for unpaid in sheet.unpaid where unpaid.credits != 0 && unpaid.reason.part == part {
            let why = unpaid.reason.phrase
            table.add([
                .text(unpaid.person.text), .text(unpaid.name), .number(Int64(unpaid.credits)),
                .phrase(why, key: why.english),
            ])
        }
        guard !table.rows.isEmpty else { return }
        paper.add(.heading(Phrase("Credits that are not paid here", "未计发的课时")))
        paper.add(.table(.init("unpaid", table)))
    }

    private func remarks(_ rows: [PayRow]) -> [Phrase] {
        var points = [
            Phrase(
                "Net = granted − void − docked; amount = net credits × rate, exact in fen.",
                "实计＝应计－作废－扣减；金额＝实计×标准，精确到分。")
        ]
        let open = rows.reduce(0) { $0 + $1.open }
        if open > 0 {
            points.append(
                Phrase(
                    "\(open) duties are still open: what they come to may change this sheet.",
                    "尚有 \(open) 项待定，确定后本表可能变动。"))
        }
        return points
    }
}

/// One person's line of a pay sheet.
private struct PayRow {
    let person: PersonID
    let name: String
    /// The word of people.csv: a rate or a contract.
    let word: String
    /// Granted, voided, docked, net.
    let credits: [Int]
    let duties: [PaySheet.Line]
    let adjustments: [PaySheet.Line]
    let open: Int
    /// False when rates.csv gives no rate for credits that were earned.
    let isRated: Bool

    var dutiesFen: Int { duties.reduce(0) { $0 + $1.fen } }
    var adjustmentsFen: Int { adjustments.reduce(0) { $0 + $1.fen } }
    var fen: Int { dutiesFen + adjustmentsFen }

    /// `60×50.50 + 58×60.00`: whoever signs can check it.
    var calculation: String {
        duties.filter { $0.pay.credits != 0 }.compactMap { line in
            line.pay.fenPerCredit.map { "\(line.pay.credits)×\(LedgerTables.yuan($0))" }
        }.joined(separator: " + ")
    }
}

extension PaperSource {
    /// Everybody whom the part pays, by id; those who earned nothing and those with adjustments alone too.
    private func payRows(_ sheet: PaySheet, _ part: PaySheet.Part) -> [PayRow] {
        let lines = Dictionary(grouping: sheet.lines.filter { $0.part == part }, by: \.person)
        let totals = Dictionary(ledger.totals.map { ($0.person, $0) }) { first, _ in first }
        let words = Dictionary(book.people.compactMap { row in row.pay.map { (row.id, $0) } }) { _, last in last }
        let paid = totals.keys.filter { person in words[person].map { PaySheet.Part(word: $0) == part } ?? false }
        return Set(paid).union(lines.keys).sorted().map { person in
            let mine = lines[person] ?? []
            let total = totals[person]
            return PayRow(
                person: person, name: total?.name ?? mine.first?.name ?? person.text,
                word: words[person] ?? mine.first?.pay.pay ?? "",
                credits: total.map { [$0.granted, $0.voided, $0.docked, $0.net] } ?? [0, 0, 0, 0],
                duties: mine.filter { $0.source == .duties }, adjustments: mine.filter { $0.source != .duties },
                open: total?.open ?? 0,
                isRated: total?.pay.allSatisfy { $0.fenPerCredit != nil || $0.credits == 0 } ?? true)
        }
    }
}

extension PaySheet.Unpaid.Reason {
    /// On which sheet it is told; what has no pay at all is told to the staff's office.
    fileprivate var part: PaySheet.Part {
        switch self {
        case .noRate(let pay), .beyondLimit(let pay):
            PaySheet.Part(word: pay)
        case .noPay, .waiting: .staff
        }
    }

    fileprivate var phrase: Phrase {
        switch self {
        case .noPay: Phrase("people.csv names no pay", "people.csv 没有写标准")
        case .noRate(let pay): Phrase("rates.csv has no rate “\(pay)”", "rates.csv 没有「\(pay)」的标准")
        case .beyondLimit(let pay): Phrase("beyond the limit of “\(pay)”", "超过「\(pay)」的上限")
        case .waiting(let month, let date, let causes):
            Phrase(
                "change of \(month) (\(date)) waits for a ruling: \(causes.map { "#\($0)" }.joined(separator: " "))",
                "\(month) 的更正（\(date)）等待裁定：\(causes.map { "#\($0)" }.joined(separator: " "))")
        }
    }
}
