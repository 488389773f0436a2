package import AttendanceModel
import Reconciler
import Timetable

extension PaperSource {
    /// The sheet to sign on one date, one block a duty, with the right names after leave, cover, swap and rain.
    ///
    /// `duties` is nil for those whose signature the plan asks for, or for all when it asks for none. As CSV it is the
    /// file in which the office types the times, ready for `dutyclock record sign`.
    package func signSheet(duties chosen: Set<DutyID>? = nil) -> Paper {
        let date = dates.lowerBound
        var paper = Paper(
            "signsheet", Phrase("Signature sheet", "签到表"),
            Phrase(verbatim: "\(date) ") + date.weekday.phrase)
        let sheet = SignSheet(self, date: date, duties: chosen)
        for block in sheet.blocks {
            paper.add(.heading(block.heading), .table(.init(block.duty.text, block.table, style: .form)))
            paper.add(
                .signatures([
                    Phrase("Leader on duty: ", "带班领导："), Phrase("Typed by, at: ", "录入人、时间："),
                ]))
        }
        if sheet.blocks.isEmpty {
            paper.add(.paragraph(Phrase("Nobody has a duty to sign for on this day.", "当天没有需要签到的值班。")))
        } else {
            paper.add(
                .points([
                    Phrase("Write the time yourself and sign for nobody else.", "请本人填写到岗时间并签名，不得代签。"),
                    Phrase(
                        "To type it in: dutyclock signsheet \(date) --output \(date).csv, put a time or “-” (not signed) "
                            + "in place of each “?”, then dutyclock record sign \(date).csv.",
                        "录入：dutyclock signsheet \(date) --output \(date).csv，把每个“?”改成时间或“-”（未签），"
                            + "再 dutyclock record sign \(date).csv。"),
                ]))
        }
        paper.csvTable = sheet.template
        paper.foot = foot()
        return paper
    }
}

/// The blocks of one date's sheet.
private struct SignSheet {
    struct Block {
        let duty: DutyID
        let heading: Phrase
        let table: Table
    }

    private let source: PaperSource
    private let date: LocalDate
    private let lines: [DutyLine]
    private let rain: [DutyLine.ID: String]

    init(_ source: PaperSource, date: LocalDate, duties chosen: Set<DutyID>?) {
        self.source = source
        self.date = date
        let all = source.lines.filter { $0.id.date == date && $0.coveredBy == nil && !$0.isCancelled }
        let plan = source.book.plan(on: date)
        let signed = Set((plan?.duties ?? []).filter { $0.needs.contains { $0.with.contains(.sign) } }.map(\.id))
        let isAsked = all.contains { signed.contains($0.id.duty) }
        self.lines = all.filter { chosen?.contains($0.id.duty) ?? (!isAsked || signed.contains($0.id.duty)) }
        self.rain = Self.rainPosts(lines, source, on: date)
    }

    /// Where those go whose place is another one in rain, as long as none is declared.
    private static func rainPosts(
        _ lines: [DutyLine], _ source: PaperSource, on date: LocalDate
    ) -> [DutyLine.ID: String] {
        guard let day = DayResolver(source.book).day(date), day.plan.variants.contains("rain") else { return [:] }
        var posts: [DutyLine.ID: String] = [:]
        for line in lines where line.variant != "rain" {
            guard let duty = day.plan.duty(line.id.duty) else { continue }
            let person = line.covers ?? line.id.person
            let cells = day.cells(of: duty, variant: "rain").filter { $0.variant == "rain" && $0.person == person }
            if let cell = cells.first(where: { $0.seat == line.id.seat }), cell.post != line.id.post {
                posts[line.id] = cell.post
            }
        }
        return posts
    }

    var blocks: [Block] {
        source.byDuty(lines).map { duty, mine in
            let rows = Self.ordered(mine)
            let window = rows.compactMap(\.window).first
            let time = window.map { "  \($0.lowerBound.displayed)–\($0.upperBound.displayed)" } ?? ""
            let name = Phrase(verbatim: source.names.duty(duty) + time)
            return Block(
                duty: duty, heading: name + Phrase("  sheet ", "  编号 ") + Phrase(verbatim: code(duty, rows)),
                table: table(rows))
        }
    }

    private static func ordered(_ lines: [DutyLine]) -> [DutyLine] {
        lines.sorted { ($0.id.post, $0.id.seat, $0.id.person) < ($1.id.post, $1.id.seat, $1.id.person) }
    }

    private func table(_ lines: [DutyLine]) -> Table {
        let hasRain = lines.contains { rain[$0.id] != nil }
        var columns: [Table.Column] = [
            .init("no", Phrase("no.", "序号"), .right), .init("post", Phrase("post", "位置")),
        ]
        if hasRain { columns.append(.init("rain", Phrase("if it rains", "雨天位置"))) }
        columns += [
            .init("person", Phrase("id", "工号"), width: .tight), .init("name", Phrase("name", "姓名"), width: .name),
            .init("time", Phrase("time", "到岗时间"), width: .hand),
            .init("signature", Phrase("signature", "签名"), width: .hand),
            .init("note", Phrase("note", "备注"), width: .hand),
        ]
        var table = Table(columns: columns)
        for (place, line) in lines.enumerated() {
            var cells: [Table.Cell] = [.number(Int64(place + 1)), .text(line.id.post)]
            if hasRain { cells.append(.text(rain[line.id] ?? "")) }
            // The sheet lies open: why somebody is away is nobody's business.
            cells +=
                line.isVacated
                ? [.blank, .strong(Phrase("▲ vacant", "▲ 空缺"), key: "vacant")]
                : [.text(line.id.person.text), .text(source.names.person(line.id.person))]
            table.add(cells)
        }
        return table
    }

    /// What the office types into: the rows of the sheets in their order, every time still a question.
    var template: Table {
        var table = Table(columns: [
            .init("date", Phrase("date", "日期")), .init("duty", Phrase("duty", "岗位")),
            .init("post", Phrase("post", "位置")), .init("person", Phrase("person", "工号")),
            .init("name", Phrase("name", "姓名"), width: .name), .init("from", Phrase("from", "签到时间")),
            .init("note", Phrase("note", "备注")),
        ])
        for (duty, mine) in source.byDuty(lines) {
            let rows = Self.ordered(mine)
            for (place, line) in rows.enumerated() where !line.isVacated {
                table.add([
                    .text(date.description), .text(duty.text), .text(line.id.post), .text(line.id.person.text),
                    .text(source.names.person(line.id.person)), .text("?"),
                    .text("\(code(duty, rows)) \(place + 1)"),
                ])
            }
        }
        return table
    }

    /// Tells sheets apart whose names differ: the paper in hand and the file belong together when they have the same.
    private func code(_ duty: DutyID, _ lines: [DutyLine]) -> String {
        var hash: UInt32 = 2_166_136_261  // FNV-1a
        for line in lines {
            for byte in "\(line.id.date) \(line.id.duty) \(line.id.post) \(line.id.seat) \(line.id.person)\n".utf8 {
                hash = (hash ^ UInt32(byte)) &* 16_777_619
            }
        }
        let digits = String(hash & 0xFFFF, radix: 16)
        return "\(duty)-" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
