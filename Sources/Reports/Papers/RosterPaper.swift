import AttendanceModel
import Reconciler
import Timetable

extension PaperSource {
    /// Who is really where in a week, after cover, swap, rain, leave and closure; places without anybody are marked.
    package var weekRoster: Paper {
        var paper = Paper("roster", Phrase("Duty roster", "值班表"), period)
        paper.isLandscape = true
        let grid = RosterGrid(self)
        paper.add(.terms([.init("plan", Phrase("Plan", "方案"), plan?.name ?? "")]))
        paper.add(
            Phrase("Who is where", "值班安排"), .init("roster", grid.table, style: .grid),
            ifEmpty: Phrase("There is no duty in this week.", "本周没有值班。"))
        paper.add(
            .points([
                Phrase(
                    "▲ vacant: nobody is there, arrange a cover. “A for B”: A takes the duty of B.",
                    "▲ 空缺：无人在岗，请安排代班。“甲（代乙）”：由甲代乙值班。")
            ]))
        paper.foot = foot()
        return paper
    }
}

/// Duties and posts by the days of a week.
private struct RosterGrid {
    private struct Place: Hashable {
        let duty: DutyID
        let post: String
    }

    private let source: PaperSource
    private let days: [LocalDate]
    private let resolver: DayResolver
    private let lines: [DutyLine]

    init(_ source: PaperSource) {
        self.source = source
        self.resolver = DayResolver(source.book)
        let duties = Dictionary(
            source.book.plans.flatMap(\.duties).map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        // Duties that everybody of a kind has, such as signing off, are no posts.
        self.lines = source.lines.filter { line in
            let who = duties[line.id.duty]?.who
            return line.coveredBy == nil && (who.map { $0.turn != nil || $0.group == .homeroom } ?? true)
        }
        let busy = Set(lines.map(\.id.date))
        self.days = source.dates.days.prefix(14).filter { $0.weekday.rawValue <= 5 || busy.contains($0) }
    }

    var table: Table {
        var table = Table(
            columns: [
                .init("duty", Phrase("duty", "岗位"), width: .tight),
                .init("window", Phrase("time", "时段"), width: .tight), .init("post", Phrase("post", "位置")),
            ]
                + days.map { day in
                    .init(day.description, day.weekday.phrase + Phrase(verbatim: " " + day.monthAndDay))
                })
        guard !lines.isEmpty else { return table }
        table.groupsByFirstColumn = true
        table.add([.phrase(Phrase("bells", "作息"), key: "bells"), .blank, .blank] + days.map(bells))
        for (duty, mine) in source.byDuty(lines) {
            let posts = Set(mine.map(\.id.post)).union(vacant(duty).map(\.post)).sorted()
            for post in posts { table.add(row(Place(duty: duty, post: post), mine.filter { $0.id.post == post })) }
        }
        return table
    }

    /// Which bell table rings, and what the calendar says of the day.
    private func bells(_ date: LocalDate) -> Table.Cell {
        guard let day = resolver.day(date) else { return .blank }
        let label = day.label.map { Phrase(verbatim: " " + $0) } ?? Phrase("", "")
        if !day.isServiceDay { return .phrase(Phrase("off", "休") + label, key: "off") }
        let name = day.bellsName ?? ""
        return .phrase(Phrase(verbatim: name) + label, key: name)
    }

    private func row(_ place: Place, _ lines: [DutyLine]) -> [Table.Cell] {
        let windows = Set(lines.compactMap(\.window))
        let common = windows.count == 1 ? windows.first.map(Self.text) : nil
        return [
            .text(source.names.duty(place.duty)), .text(common ?? ""), .text(place.post),
        ] + days.map { day in cell(place, on: day, lines.filter { $0.id.date == day }, showsWindow: common == nil) }
    }

    private static func text(_ window: Range<LocalTime>) -> String {
        "\(window.lowerBound.displayed)–\(window.upperBound.displayed)"
    }

    private func cell(_ place: Place, on day: LocalDate, _ lines: [DutyLine], showsWindow: Bool) -> Table.Cell {
        var words = lines.sorted { $0.id.seat < $1.id.seat }.map(name)
        var isVacant = lines.contains(where: \.isVacated)
        let seats = source.ledger.posts.first { $0.date == day && $0.duty == place.duty && $0.post == place.post }?
            .seats
        if let seats, seats > lines.count {
            isVacant = true
            words += Array(repeating: Self.vacancy, count: min(seats - lines.count, 9))
        }
        guard !words.isEmpty else { return .blank }
        var phrase = Phrase.joined(words, by: .comma)
        if showsWindow, let window = lines.first?.window {
            phrase = phrase + Phrase(verbatim: " " + Self.text(window))
        }
        return isVacant ? .strong(phrase, key: phrase.english) : .phrase(phrase, key: phrase.english)
    }

    private static let vacancy = Phrase("▲ vacant", "▲空缺")

    private func name(_ line: DutyLine) -> Phrase {
        let name = source.name(line.id.person)
        if line.isCancelled { return Phrase("closed", "停") }
        if line.isVacated { return Self.vacancy + Phrase(" (\(name) on leave)", "（\(name) 请假）") }
        guard let other = line.covers.map(source.name) else { return Phrase(verbatim: name) }
        return Phrase("\(name) for \(other)", "\(name)（代\(other)）")
    }

    /// Places whose person has left or not yet come.
    private func vacant(_ duty: DutyID) -> [Place] {
        source.ledger.posts.filter { $0.duty == duty && days.contains($0.date) }
            .map { Place(duty: $0.duty, post: $0.post) }
    }
}

extension DutyLine {
    /// The person is on leave and nobody covers.
    var isVacated: Bool { notes.contains(.postUncovered) }

    /// The school is closed before it begins.
    var isCancelled: Bool {
        notes.contains { note in
            if case .closed(_, moved: false) = note { true } else { false }
        }
    }
}
