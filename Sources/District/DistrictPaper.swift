import AttendanceModel
package import Evidence
package import Reports
import TextCodec

extension RollUp {
    /// The roll-up as a document: what came, what it adds up to, and what to look at again; `sampled` pieces of
    /// hand-made evidence are drawn.
    package func paper(sampled: Int, _ hasher: Hasher256) -> Paper {
        var paper = Paper(
            "district", Phrase("After-class service of the schools", "各校课后服务汇总"), Phrase(verbatim: "\(month)"))
        paper.isLandscape = true
        paper.add(.paragraph(verdict))
        paper.add(.heading(Phrase("Districts", "各区县")), .table(Paper.Sheet("districts", districtTable, isWhole: true)))
        paper.add(.heading(Phrase("Schools", "各学校")), .table(Paper.Sheet("schools", schoolTable)))
        paper.csvTable = schoolTable
        if refusalTable.rows.isEmpty {
            paper.add(.paragraph(Phrase("Everything that came was taken.", "收到的文件全部采用。")))
        } else {
            paper.add(
                .heading(Phrase("What was not taken, and why", "未采用的文件及原因")),
                .table(Paper.Sheet("refused", refusalTable)))
        }
        paper.add(
            Phrase("Persons in several schools", "在多校任职的人员"), Paper.Sheet("persons", sharedPersonTable),
            ifEmpty: Phrase("Nobody.", "没有。"))
        paper.add(
            Phrase("On duty in two schools at once", "同一时间在两校值班"), Paper.Sheet("double", doubleTable),
            ifEmpty: Phrase("Nobody.", "没有。"))
        paper.add(
            Phrase("Evidence made by hand, by account", "人工登记的依据（按登记人）"),
            Paper.Sheet("authors", handMadeTable(by: \.author, Phrase("account", "登记人"))),
            ifEmpty: Phrase("None.", "没有。"))
        paper.add(
            Phrase("Evidence made by hand, by person", "人工登记的依据（按人员）"),
            Paper.Sheet("evidence", handMadeTable(by: \.person, Phrase("person", "人员"))),
            ifEmpty: Phrase("None.", "没有。"))
        paper.add(
            Phrase("Drawn to be looked at again", "抽查名单"), Paper.Sheet("sample", sampleTable(sampled, hasher)),
            ifEmpty: Phrase("Nothing was made by hand.", "没有人工登记的依据。"))
        paper.foot = [
            Paper.Term("seed", Phrase("drawn by", "抽查依据"), seed(hasher).description),
            Paper.Term(
                "complete", Phrase("complete", "是否齐全"), isComplete ? Phrase("yes", "齐全") : Phrase("no", "不齐全")),
        ]
        return paper
    }

    /// Whether the sums may be used, in one sentence.
    private var verdict: Phrase {
        let due = schools.filter { $0.state != .exempt }
        let open = due.count { $0.state != .received }
        return isComplete
            ? Phrase(
                "Complete: all \(due.count) schools that report have closed the month.",
                "齐全：应报的 \(due.count) 所学校均已结算。")
            : Phrase(
                "INCOMPLETE: \(open) of \(due.count) schools are missing, bad or not closed; the sums are not final.",
                "不齐全：应报 \(due.count) 所，其中 \(open) 所未报、有误或未结算；合计不是最终数。")
    }

    private static let sumColumns: [Table.Column] = [
        .init("persons", Phrase("persons", "人数"), .right), .init("duties", Phrase("duties", "岗次"), .right),
        .init("granted", Phrase("granted", "应计"), .right), .init("voided", Phrase("void", "作废"), .right),
        .init("docked", Phrase("docked", "扣减"), .right), .init("net", Phrase("net", "实计"), .right),
        .init("staff", Phrase("staff, yuan", "在编（元）"), .right),
        .init("contract", Phrase("contract, yuan", "合同（元）"), .right),
        .init("incidents", Phrase("incidents", "事故"), .right), .init("settled", Phrase("settled", "规则裁定"), .right),
        .init("handMade", Phrase("by hand", "人工"), .right),
    ]

    private static func cells(_ sums: Sums) -> [Table.Cell] {
        func number(_ value: Int) -> Table.Cell { .number(Int64(value)) }
        return [
            number(sums.persons), number(sums.duties), number(sums.granted), number(sums.voided), number(sums.docked),
            number(sums.net), .text(LedgerTables.yuan(sums.staffFen)), .text(LedgerTables.yuan(sums.contractFen)),
            number(sums.incidents), number(sums.settled), number(sums.handMade),
        ]
    }

    package var schoolTable: Table {
        var table = Table(
            columns: [
                .init("school", Phrase("school", "学校编号")), .init("name", Phrase("name", "学校")),
                .init("district", Phrase("district", "区县")), .init("state", Phrase("state", "状态")),
            ] + Self.sumColumns)
        for row in schools {
            table.add(
                [
                    .text(row.school.id), .text(row.school.name), .text(row.school.district),
                    .phrase(row.state.phrase, key: row.state.rawValue),
                ] + (row.month == nil ? [] : Self.cells(row.sums)))
        }
        return table
    }

    package var districtTable: Table {
        var table = Table(
            columns: [
                .init("district", Phrase("district", "区县")), .init("due", Phrase("due", "应报"), .right),
                .init("received", Phrase("received", "已报"), .right), .init("state", Phrase("state", "状态")),
            ] + Self.sumColumns)
        func add(_ name: Table.Cell, _ due: Int, _ received: Int, _ isComplete: Bool, _ sums: Sums) {
            let state =
                isComplete
                ? Table.Cell.phrase(Phrase("complete", "齐全"), key: "complete")
                : .phrase(Phrase("INCOMPLETE", "不齐全"), key: "incomplete")
            table.add([name, .number(Int64(due)), .number(Int64(received)), state] + Self.cells(sums))
        }
        for row in districts {
            add(.text(row.district), row.schools, row.received, row.isComplete, row.sums)
        }
        add(
            .phrase(Phrase("all", "合计"), key: "all"), districts.reduce(0) { $0 + $1.schools },
            districts.reduce(0) { $0 + $1.received }, isComplete, city)
        return table
    }

    package var refusalTable: Table {
        var table = Table(columns: [
            .init("school", Phrase("school", "学校编号")), .init("file", Phrase("file", "文件")),
            .init("why", Phrase("why", "原因")),
        ])
        func add(_ school: String, _ refusal: Refusal) {
            let why = refusal.problem.phrase
            table.add([.text(school), .text(refusal.name), .phrase(why, key: why.english)])
        }
        for row in schools { for refusal in row.refusals { add(row.school.id, refusal) } }
        for stranger in strangers { add("", stranger) }
        return table
    }

    package var sharedPersonTable: Table {
        var table = Table(columns: [
            .init("key", Phrase("person", "统一编号")), .init("name", Phrase("name", "姓名")),
            .init("schools", Phrase("schools", "学校")), .init("duties", Phrase("duties", "岗次"), .right),
            .init("granted", Phrase("granted", "应计"), .right), .init("net", Phrase("net", "实计"), .right),
            .init("pay", Phrase("pay", "金额（元）"), .right), .init("incidents", Phrase("incidents", "事故"), .right),
        ])
        for person in persons where person.schools.count > 1 {
            table.add([
                .text(person.key), .text(person.name), .text(person.schools.joined(separator: " ")),
                .number(Int64(person.duties)), .number(Int64(person.granted)), .number(Int64(person.net)),
                .text(LedgerTables.yuan(person.fen)), .number(Int64(person.incidents)),
            ])
        }
        return table
    }

    package var doubleTable: Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期")), .init("key", Phrase("person", "统一编号")),
            .init("name", Phrase("name", "姓名")), .init("first", Phrase("first duty", "岗位一")),
            .init("second", Phrase("second duty", "岗位二")), .init("minutes", Phrase("minutes", "重叠分钟"), .right),
        ])
        func text(_ duty: DoubleBooking.Duty) -> Table.Cell {
            .text("\(duty.school) \(duty.name) \(duty.window.lowerBound.displayed)–\(duty.window.upperBound.displayed)")
        }
        for booking in doubleBooked {
            table.add([
                .text(booking.date.description), .text(booking.key), .text(booking.name), text(booking.first),
                text(booking.second), .number(Int64(booking.minutes)),
            ])
        }
        return table
    }

    package func handMadeTable(by who: (HandMade) -> String, _ title: Phrase) -> Table {
        var table = Table(columns: [
            .init("school", Phrase("school", "学校编号")), .init("who", title), .init("kind", Phrase("kind", "种类")),
            .init("count", Phrase("count", "次数"), .right),
        ])
        for row in handMade(by: who) {
            table.add([
                .text(row.school.id), .text(row.who), .phrase(row.kind.phrase, key: row.kind.rawValue),
                .number(Int64(row.count)),
            ])
        }
        return table
    }

    package func sampleTable(_ count: Int, _ hasher: Hasher256) -> Table {
        var table = Table(columns: [
            .init("school", Phrase("school", "学校编号")), .init("fact", Phrase("no.", "日志编号"), .right),
            .init("kind", Phrase("kind", "种类")), .init("date", Phrase("date", "日期")),
            .init("person", Phrase("person", "人员")), .init("author", Phrase("account", "登记人")),
        ])
        for drawn in sample(count, hasher) {
            table.add([
                .text(drawn.school.id), .number(drawn.item.fact),
                .phrase(drawn.item.kind.phrase, key: drawn.item.kind.rawValue), .text(drawn.item.date.description),
                .text(drawn.item.person), .text(drawn.item.author),
            ])
        }
        return table
    }
}

extension RollUp.State {
    var phrase: Phrase {
        switch self {
        case .received: Phrase("received", "已报")
        case .preliminary: Phrase("preliminary", "未结算")
        case .missing: Phrase("MISSING", "未报")
        case .bad: Phrase("BAD", "有误")
        case .exempt: Phrase("exempt", "免报")
        }
    }
}

extension HandMade.Kind {
    var phrase: Phrase {
        switch self {
        case .attest: Phrase("claim for a punch", "补卡")
        case .ruling: Phrase("ruling", "裁定")
        case .sign: Phrase("typed signature", "补录签名")
        case .lateCover: Phrase("late cover", "事后代班")
        case .clock: Phrase("clock setting", "校时")
        }
    }
}
