import AttendanceModel
import EventLog
import Reconciler
import Reports
import Service
import TextCodec
import Timetable

/// The log of one school as of a moment: what was published, and every fact up to then.
struct School {
    let reader: LogReader
    let book: Book
    let names: Names
    let asOf: Instant
    let zone: ZoneRules
    /// Who had which card, and when.
    let cards: CardRegister
    /// What the log says of notices, objections and closes.
    let periodFacts: [Fact]
    private let published: [(document: Document, recorded: Instant)]

    /// Opens the log for reading; `--as-of` hides everything that was recorded later.
    init(_ arguments: Arguments, in context: Context) throws(CommandError) {
        let reader = try Self.openReader(context)
        let published = try Self.documents(reader)
        let zone = published.compactMap(\.document.zone).last ?? Self.standardZone
        let asOf = try Self.moment(arguments["--as-of"], "--as-of", in: zone, now: context.now) ?? .distantFuture
        try self.init(reader, published, Self.periodFacts(reader), zone, asOf: asOf, context)
    }

    /// The same log as it stood at another moment.
    func asKnown(at moment: Instant, in context: Context) throws(CommandError) -> School {
        try School(reader, published, periodFacts, zone, asOf: moment, context)
    }

    private init(
        _ reader: LogReader, _ published: [(document: Document, recorded: Instant)], _ periodFacts: [Fact],
        _ zone: ZoneRules, asOf: Instant, _ context: Context
    ) throws(CommandError) {
        let known = published.filter { $0.recorded <= asOf }
        let (book, findings) = Book.assemble(documents: known.map { ($0.document, recorded: $0.recorded) })
        for finding in findings where finding.severity == .error {
            context.remark(
                Phrase(
                    "a published file cannot be read any more: \(finding.description(in: .english))",
                    "已发布的文件现在读不懂：\(finding.description(in: .chinese))"))
        }
        self.reader = reader
        self.published = published
        self.periodFacts = periodFacts
        self.book = book
        self.names = Names(book)
        self.asOf = asOf
        self.zone = known.compactMap(\.document.zone).last ?? zone
        self.cards = CardRegister(
            book, facts: try Self.facts(reader, FactQuery(kinds: CardRegister.kinds)), asOf: asOf, zone: self.zone)
    }

    /// The one person who held a punch's credential then, for lists; nil for none, several, or a lost card.
    ///
    /// The clock of a machine is taken as it is: the reconciler judges at the corrected time.
    var holder: @Sendable (Fact) -> PersonID? {
        { [cards, zone] fact in
            guard case .punch(let punch) = fact.body else { return nil }
            let time = punch.wall ?? zone.local(at: fact.at ?? fact.recorded)
            guard case .persons(let people) = cards.find(punch.credential, at: DeviceID(fact.source), time: time),
                people.count == 1
            else { return nil }
            return people.first
        }
    }

    static let asOfOption = Option(
        "--as-of", value: "TIME",
        help: Phrase(
            "answer as the log stood then: 2026-09-30, or “2026-09-30 18:00”",
            "按当时的日志回答：2026-09-30 或 “2026-09-30 18:00”"))

    private static func openReader(_ context: Context) throws(CommandError) -> LogReader {
        do {
            return try LogReader.open(directory: context.dataDirectory)
        } catch {
            throw CommandError(error)
        }
    }

    private static func documents(
        _ reader: LogReader
    ) throws(CommandError) -> [(document: Document, recorded: Instant)] {
        var query = FactQuery()
        query.kinds = [.publish]
        return try facts(reader, query).compactMap { fact in
            guard case .publish(let document) = fact.body else { return nil }
            return (document, fact.recorded)
        }
    }

    static func facts(_ reader: LogReader, _ query: FactQuery) throws(CommandError) -> [Fact] {
        do {
            return try reader.facts(query)
        } catch {
            throw CommandError(error)
        }
    }

    /// The zone for a log in which nothing has been published yet: the daemon's own standard.
    private static var standardZone: ZoneRules {
        (try? ZoneRules.system(named: Configuration.defaultZone)) ?? .utc
    }

    /// A date means its end: everything recorded on that day counts.
    static func moment(
        _ text: String?, _ option: String, in zone: ZoneRules, now: Instant
    ) throws(CommandError) -> Instant? {
        guard let text else { return nil }
        if let dates = DateWords.range(text, today: zone.local(at: now).date) {
            return zone.instant(of: LocalDateTime(dates.upperBound, .endOfDay))
        }
        guard let time = LocalDateTime(text) ?? TimeText.dateTime(text) else {
            throw .usage(
                .badValue(
                    option: option, value: text,
                    expected: Phrase("2026-09-30 or “2026-09-30 18:00”", " 2026-09-30 或 “2026-09-30 18:00”")))
        }
        return zone.instant(of: time)
    }

    func today(_ context: Context) -> LocalDate { zone.local(at: min(asOf, context.now)).date }

    /// The dates an operand names; `standard` when it is absent.
    func dates(
        _ operand: String?, in context: Context, standard: ClosedRange<LocalDate>
    ) throws(CommandError) -> ClosedRange<LocalDate> {
        guard let operand else { return standard }
        guard let range = DateWords.range(operand, today: today(context)) else {
            throw .usage(
                .badValue(
                    option: Phrase("the date", "日期").text(in: context.language), value: operand,
                    expected: DateWords.expected))
        }
        return range
    }

    /// The ledger of the whole months around `dates`, so that incident numbers and month voids do not depend on
    /// how much of the month was asked for.
    func ledger(for dates: ClosedRange<LocalDate>, in context: Context) throws(CommandError) -> Ledger {
        if book.plans.isEmpty, asOf < context.now {
            let then = zone.local(at: asOf.advanced(byMilliseconds: -1))
            throw .failed(
                .noInput,
                Phrase(
                    "Nothing had been published by \(then): the log answers as it stood then; ask for a later --as-of.",
                    "到 \(then) 为止还没有发布任何计划：--as-of 按当时的日志回答，请写晚一些的时间。"))
        }
        if book.plans.isEmpty {
            throw .failed(
                .noInput,
                Phrase(
                    "Nothing has been published yet, so no duty can be judged: dutyclock publish FOLDER.",
                    "还没有发布任何计划，无法判定：请先 dutyclock publish 文件夹。"))
        }
        let needed = factsNeeded(for: dates)
        let office = try Self.facts(reader, FactQuery(kinds: Set(FactsNeeded.always)))
        let closes = closes(context)
        var parts: [Ledger] = []
        for run in runs(of: needed.judged, closed: closes) {
            if let closed = closes[Month(of: run.lowerBound)] {
                let month = try self.closed(closed)
                context.remark(month.remark)
                parts.append(month.ledger)
            } else {
                let facts = try office + punches(for: run, office: office)
                parts.append(reconcile(book, facts: facts, dates: run, asOf: moment(context)))
            }
        }
        return Ledger.joined(parts) ?? reconcile(book, facts: [], dates: needed.judged, asOf: moment(context))
    }

    /// The whole months of `dates`: each closed one by itself, open ones that follow each other together.
    private func runs(
        of dates: ClosedRange<LocalDate>, closed: [Month: Period.Closed]
    ) -> [ClosedRange<LocalDate>] {
        guard !closed.isEmpty else { return [dates] }
        var runs: [ClosedRange<LocalDate>] = []
        var wasOpen = false
        var month = Month(of: dates.lowerBound)
        while month.first <= dates.upperBound {
            let isOpen = closed[month] == nil
            if isOpen, wasOpen, let last = runs.popLast() {
                runs.append(last.lowerBound...month.last)
            } else {
                runs.append(month.dates)
            }
            wasOpen = isOpen
            guard month.next > month else { break }
            month = month.next
        }
        return runs
    }

    /// The punches that may be evidence on `dates`, from a place in the log on; `office` are the facts that tell how far
    /// clocks are off.
    func punches(
        for dates: ClosedRange<LocalDate>, office: [Fact], from place: Int64 = 0
    ) throws(CommandError) -> [Fact] {
        let needed = factsNeeded(for: dates)
        let margin = largestOffset(office)
        let first = needed.punches.lowerBound.advanced(bySeconds: -margin)
        let last = needed.punches.upperBound.advanced(bySeconds: margin).advanced(byMilliseconds: 1)
        return try Self.facts(
            reader,
            FactQuery(
                seqs: place > 0 ? place..<Int64.max : nil, kinds: [.punch], times: first..<last, untimed: true))
    }

    /// The seconds by which any machine's clock was ever off: a punch is logged at the time its machine showed, and
    /// the offset may have been learned only later.
    func largestOffset(_ facts: [Fact]) -> Int64 {
        let declared = book.devices.compactMap(\.offsetSeconds).map { Int64($0.magnitude) }
        let measured = facts.compactMap { fact -> Int64? in
            guard case .entry(.clock, let entry) = fact.body, let seconds = entry.to.flatMap({ Int64($0) }) else {
                return nil
            }
            return Int64(clamping: seconds.magnitude)
        }
        return (declared + measured).max() ?? 0
    }

    /// The one person that an operand or option names.
    func person(_ text: String) throws(CommandError) -> Person {
        let found = Names.persons(called: text, in: book)
        guard let person = found.first else {
            throw .failed(
                .data,
                Phrase(
                    "Nobody is called “\(text)” in people.csv: use an id or a full name.",
                    "people.csv 里没有“\(text)”：请用工号或全名。"))
        }
        guard found.count == 1 else {
            let ids = found.map(\.id.text).joined(separator: ", ")
            throw .failed(
                .data,
                Phrase("“\(text)” could be \(ids): use the id.", "“\(text)”可能是 \(ids)：请用工号。"))
        }
        return person
    }
}

extension Instant {
    /// Later than anything a log can hold.
    static let distantFuture = Instant(milliseconds: .max)
}
