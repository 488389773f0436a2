import AttendanceModel
import TextCodec

/// Checks the roster against plan, calendar and people: every row by itself, seats, and holes.
struct RosterLint {
    let rows: [RosterRow]
    let plan: Plan
    let book: Book
    let resolver: DayResolver

    init(_ book: Book, plan: Plan) {
        self.book = book
        resolver = DayResolver(book)
        self.plan = plan
        rows = book.rosters.last?.rows ?? []
    }

    func findings() -> [Finding] {
        rows.flatMap { rowFindings($0) } + parityFindings() + seatFindings() + coverageFindings() + overlapFindings()
    }

    func finding(_ line: Int, _ kind: FindingKind) -> Finding {
        Finding(file: Document.Kind.roster.fileName, line: line, kind)
    }

    // MARK: Single rows

    private func rowFindings(_ row: RosterRow) -> [Finding] {
        guard let duty = plan.duty(row.duty) else { return [] }  // the reader has told
        var findings: [Finding] = []
        func add(_ kind: FindingKind) { findings.append(finding(row.line, kind)) }
        if duty.who != nil { add(.derivedDutyInRoster(duty: duty.id.text)) }
        if row.seat > duty.seats { add(.seatNotInPlan(seat: row.seat, seats: duty.seats, duty: duty.id.text)) }
        if let variant = row.variant, !plan.variants.contains(variant) {
            add(.unknown(.variant, variant, nearest: Spelling.nearest(variant, in: plan.variants)))
        }
        if !applies(row, duty) { add(.rowNeverApplies(duty: duty.id.text)) }
        guard let person = book.people.first(where: { $0.id == row.person }) else { return findings }
        if !plan.kinds.isEmpty, !plan.kinds.contains(person.kind) {
            add(.kindNotAllowed(person: person.id.text, kind: person.kind, allowed: plan.kinds))
        }
        if isAway(person, row) { add(.personAway(person: person.id.text, from: person.from, to: person.to)) }
        if !duty.seatKinds.isEmpty, duty.seatKinds[person.kind] == nil {
            add(
                .kindNotWanted(
                    person: person.id.text, kind: person.kind, duty: duty.id.text,
                    wanted: duty.seatKinds.keys.sorted()))
        }
        return findings
    }

    /// Whether some date of the plan can ever use the row.
    private func applies(_ row: RosterRow, _ duty: Duty) -> Bool {
        switch row.day {
        case .date(let date):
            guard date >= plan.from else { return false }
            return duty.window == .order || resolver.isServiceDay(date)
        case .weekdays(let days, _):
            var served = duty.days ?? plan.days
            for row in book.calendar where row.kind == .school {
                served.insert(row.worksLike ?? row.dates.lowerBound.weekday)
            }
            return !served.isDisjoint(with: days)
        }
    }

    private func isAway(_ person: Person, _ row: RosterRow) -> Bool {
        switch row.day {
        case .date(let date): !person.isHere(on: date)
        case .weekdays:
            // A pattern holds for about a school year; who leaves later is no concern of it.
            !person.isHere(on: plan.from) || !person.isHere(on: plan.from.advanced(byDays: 365))
        }
    }

    // MARK: Weeks and seats

    private func parityFindings() -> [Finding] {
        guard !book.calendar.contains(where: { $0.kind == .term }) else { return [] }
        let row = rows.first { row in
            if case .weekdays(_, .some) = row.day { true } else { false }
        }
        return row.map { [finding($0.line, .parityWithoutTerm)] } ?? []
    }

    /// Two persons in one seat of one post (C-71).
    private func seatFindings() -> [Finding] {
        var cells: [CellKey: [RosterRow]] = [:]
        var findings: [Finding] = []
        for row in rows {
            let key = CellKey(row)
            if let other = cells[key]?.first(where: { $0.person != row.person && meet($0.day, row.day) != nil }) {
                findings.append(
                    finding(
                        row.line,
                        .twoInOneSeat(
                            duty: row.duty.text, post: row.post, persons: [other.person.text, row.person.text],
                            otherLine: other.line)))
            }
            cells[key, default: []].append(row)
        }
        return findings
    }

    /// The days that two rows of the same sort have in common; a date and a pattern have none, since one replaces the
    /// other.
    func meet(_ first: RosterRow.Day, _ second: RosterRow.Day) -> RosterRow.Day? {
        switch (first, second) {
        case (.date(let one), .date(let other)): return one == other ? first : nil
        case (.weekdays(let one, let parity), .weekdays(let other, let otherParity)):
            let days = one.intersection(other)
            guard !days.isEmpty, parity == nil || otherParity == nil || parity == otherParity else { return nil }
            return .weekdays(days, parity ?? otherParity)
        default: return nil
        }
    }

    // MARK: Holes

    private func coverageFindings() -> [Finding] {
        plan.duties.flatMap { duty -> [Finding] in
            let nobody = planFinding(duty.line, .dutyWithoutRow(duty: duty.id.text))
            switch duty.who?.group {
            case .homeroom?: return book.people.contains { $0.homeroom != nil } ? [] : [nobody]
            case .kind(let kind)?: return book.people.contains { $0.kind == kind } ? [] : [nobody]
            case nil where duty.window == .order: return []
            case nil:
                let own = rows.filter { $0.duty == duty.id }
                return own.isEmpty ? [nobody] : holes(in: own, of: duty)
            }
        }
    }

    private func planFinding(_ line: Int, _ kind: FindingKind) -> Finding {
        Finding(file: Document.Kind.plan.fileName, line: line, kind)
    }

    /// Days on which a post that is otherwise covered has nobody.
    private func holes(in own: [RosterRow], of duty: Duty) -> [Finding] {
        var posts: [String] = []
        for row in own where !posts.contains(row.post) { posts.append(row.post) }
        return posts.flatMap { post -> [Finding] in
            let patterns = own.filter { $0.post == post }.compactMap { row -> Pattern? in
                guard case .weekdays(let days, let parity) = row.day else { return nil }
                return Pattern(days: days, parity: parity, line: row.line)
            }
            return gaps(patterns, duty).map { gap, line in
                finding(line, .postUncovered(duty: duty.id.text, post: post, gap: gap))
            }
        } + variantHoles(in: own, of: duty)
    }

    private struct Pattern {
        let days: Set<Weekday>
        let parity: RosterRow.Parity?
        let line: Int
    }

    private func gaps(_ patterns: [Pattern], _ duty: Duty) -> [(FindingKind.Gap, Int)] {
        guard let line = patterns.first?.line else { return [] }
        let served = duty.days ?? plan.days
        let covered = patterns.reduce(into: Set<Weekday>()) { $0.formUnion($1.days) }
        var gaps: [(FindingKind.Gap, Int)] = []
        // A club meets on the days it meets; a post with all days but one has more likely lost a row.
        let missing = served.subtracting(covered)
        if served.count >= 3, missing.count == 1, let day = missing.first { gaps.append((.weekday(day), line)) }
        for parity in [RosterRow.Parity.odd, .even] {
            let lonely = patterns.first { pattern in
                pattern.parity == parity
                    && pattern.days.contains { day in
                        !patterns.contains { $0.days.contains(day) && $0.parity != parity }
                    }
            }
            if let lonely { gaps.append((.parity(parity == .odd ? .even : .odd), lonely.line)) }
        }
        return gaps
    }

    /// A duty with rows for one variant only on some weekday has nobody at all when another is declared.
    private func variantHoles(in own: [RosterRow], of duty: Duty) -> [Finding] {
        for row in own where row.variant != nil {
            guard case .weekdays(let days, _) = row.day else { continue }
            for variant in plan.variants where variant != row.variant {
                let hasOther = own.contains { other in
                    guard other.variant == nil || other.variant == variant, case .weekdays(let others, _) = other.day
                    else { return false }
                    return !others.isDisjoint(with: days)
                }
                if !hasOther {
                    return [
                        finding(
                            row.line, .postUncovered(duty: duty.id.text, post: row.post, gap: .variant(variant)))
                    ]
                }
            }
        }
        return []
    }
}
