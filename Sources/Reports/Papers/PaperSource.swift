package import AttendanceModel
package import Reconciler
import TextCodec
package import Timetable

/// What the school's documents are made from: one ledger with the tables behind it.
package struct PaperSource: Sendable {
    package let ledger: Ledger
    package let book: Book
    package let names: Names
    /// The dates that the document is about; the ledger may know more.
    package let dates: ClosedRange<LocalDate>
    /// SHA-256 of the ledger, in hex, for the foot; nil where the ledger is no whole month.
    package let digest: String?
    /// The log's checkpoint when the document was made, for its foot.
    package let checkpoint: String?
    let reasons: Reasons
    private let homonyms: Set<String>

    package init(
        _ ledger: Ledger, book: Book, dates: ClosedRange<LocalDate>, digest: String? = nil, checkpoint: String? = nil
    ) {
        self.ledger = ledger
        self.book = book
        self.names = Names(book)
        self.dates = dates
        self.digest = digest
        self.checkpoint = checkpoint
        self.reasons = Reasons(names: names)
        let byName = Dictionary(grouping: book.people, by: \.name)
        self.homonyms = Set(byName.filter { Set($0.value.map(\.id)).count > 1 }.keys)
    }

    /// The lines of the dates, as the day goes.
    package var lines: [DutyLine] {
        ledger.lines.filter { dates.contains($0.id.date) }.sorted(by: LedgerTables.reading)
    }

    /// The lines of dates that have come: what lies ahead is not counted, as in the ledger's totals.
    package var linesSoFar: [DutyLine] {
        let today = self.today
        return lines.filter { $0.id.date <= today }
    }

    /// The date of the moment of which the ledger speaks.
    package var today: LocalDate { moment.date }

    private var moment: LocalDateTime { zone.local(at: ledger.asOf) }

    private var zone: ZoneRules { plan?.zone ?? book.plans.last?.zone ?? .utc }

    /// The plan in force at the end of the dates.
    var plan: Plan? { book.plan(on: dates.upperBound) }

    /// The name that people know, with the id beside it where two have the same.
    func name(_ person: PersonID) -> String {
        let name = names.person(person)
        return homonyms.contains(name) && name != person.text ? "\(name)（\(person)）" : name
    }

    func kind(_ person: PersonID) -> String { book.people.last { $0.id == person }?.kind ?? "" }

    // MARK: words that several documents share

    /// `2026-09`, or `2026-09-01 – 2026-12-31` when the dates are no month.
    var period: Phrase {
        if dates.lowerBound == dates.upperBound { return Phrase(verbatim: dates.lowerBound.description) }
        let (year, month, _) = dates.lowerBound.components
        if dates == dates.lowerBound.firstOfMonth...dates.lowerBound.lastOfMonth {
            return Phrase(String(dates.lowerBound.description.prefix(7)), "\(year) 年 \(month) 月")
        }
        return Phrase(
            "\(dates.lowerBound) – \(dates.upperBound)", "\(dates.lowerBound) 至 \(dates.upperBound)")
    }

    /// By what the document was made, and how anybody can check it later; without `digest` and `checkpoint` of a
    /// notice, the log as it stands.
    func foot(digest: String? = nil, checkpoint: String? = nil) -> [Paper.Term] {
        var terms: [Paper.Term] = []
        let bases = ledger.bases.filter { $0.dates.overlaps(dates) }
        if !bases.isEmpty {
            let plans = Self.distinct(bases.map { "\($0.plan)@\($0.planFrom) #\($0.planDigest.prefix(8))" })
            let rosters = Self.distinct(bases.compactMap { $0.rosterDigest.map { "#\($0.prefix(8))" } })
            terms.append(.init("plans", Phrase("Plan", "计划"), plans.joined(separator: ", ")))
            if !rosters.isEmpty {
                terms.append(.init("rosters", Phrase("Roster", "名册"), rosters.joined(separator: ", ")))
            }
        }
        let known = "\(moment.date) \(moment.time.displayed)"
        terms.append(.init("asOf", Phrase("As known at", "统计截至"), known))
        if let digest = digest ?? self.digest {
            terms.append(.init("digest", Phrase("Digest of the ledger", "台账摘要"), digest))
        }
        if let checkpoint = checkpoint ?? self.checkpoint {
            terms.append(.init("checkpoint", Phrase("Checkpoint of the log", "日志校验行"), checkpoint))
        }
        return terms
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// Lines by a key, in the order in which the keys first appear.
    static func grouped<Key: Hashable>(
        _ lines: [DutyLine], by key: (DutyLine) -> Key
    ) -> [(key: Key, lines: [DutyLine])] {
        var order: [Key] = []
        var groups: [Key: [DutyLine]] = [:]
        for line in lines {
            let key = key(line)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    /// Persons in the order of their ids.
    static func byPerson(_ lines: [DutyLine]) -> [(person: PersonID, lines: [DutyLine])] {
        grouped(lines, by: \.id.person).map { ($0.key, $0.lines) }.sorted { $0.person < $1.person }
    }

    /// Duties in the order of the plan; those of earlier plans after them.
    func byDuty(_ lines: [DutyLine]) -> [(duty: DutyID, lines: [DutyLine])] {
        let order = plan?.duties.map(\.id) ?? []
        func place(_ duty: DutyID) -> Int { order.firstIndex(of: duty) ?? order.count }
        return Self.grouped(lines, by: \.id.duty).map { ($0.key, $0.lines) }
            .sorted { (place($0.0), $0.0) < (place($1.0), $1.0) }
    }

    /// Weeks from Monday, as far as they lie in the dates: `09-07–09-11`.
    func byWeek(_ lines: [DutyLine]) -> [(label: String, lines: [DutyLine])] {
        let weeks = Self.grouped(lines.sorted { $0.id.date < $1.id.date }) { line in
            line.id.date.advanced(byDays: 1 - line.id.date.weekday.rawValue)
        }
        return weeks.map { week in
            let first = week.lines.map(\.id.date).min() ?? week.key
            let last = week.lines.map(\.id.date).max() ?? week.key
            return ("\(first.monthAndDay)–\(last.monthAndDay)", week.lines)
        }
    }
}

extension LocalDate {
    /// `09-07`.
    var monthAndDay: String { String(description.suffix(5)) }
}

extension Turnout {
    /// The columns of what was due, kept and failed, as every document has them.
    static let outcomeColumns: [Table.Column] = [
        .init("due", Phrase("due", "应到"), .right), .init("kept", Phrase("kept", "合格"), .right),
        .init("late", Phrase("late", "迟到"), .right), .init("early", Phrase("early", "早退"), .right),
        .init("short", Phrase("short", "不足"), .right), .init("missing", Phrase("missing", "缺勤"), .right),
        .init("open", Phrase("open", "待定"), .right),
    ]

    static let creditColumns: [Table.Column] = [
        .init("granted", Phrase("granted", "应计"), .right), .init("voided", Phrase("void", "作废"), .right),
        .init("docked", Phrase("docked", "扣减"), .right), .init("net", Phrase("net", "实计"), .right),
    ]

    var outcomeCells: [Table.Cell] { [due, kept, late, early, short, missing, open].map { .number(Int64($0)) } }

    var creditCells: [Table.Cell] { [granted, voided, docked, net].map { .number(Int64($0)) } }
}
