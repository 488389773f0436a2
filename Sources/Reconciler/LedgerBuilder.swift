import AttendanceModel
import Timetable

/// Runs the steps of model.md D.2 over whole months and keeps the dates asked for.
struct LedgerBuilder {
    private let school: School
    private let dates: ClosedRange<LocalDate>
    private let assignments: [Assignments]
    private let taps: Taps

    init(school: School, dates: ClosedRange<LocalDate>, judged: ClosedRange<LocalDate>) {
        self.school = school
        self.dates = dates
        let assignments = judged.days.compactMap { date in
            school.resolver.day(date).map { Assignments(day: $0, school: school) }
        }
        self.assignments = assignments
        let rostered = Dictionary(
            assignments.map { ($0.day.date, $0.rosteredPersons) }, uniquingKeysWith: { first, _ in first })
        self.taps = Taps(school: school, dates: judged) { rostered[$0] ?? [] }
    }

    func ledger() -> Ledger {
        let roles = Roles(people: school.people, days: assignments)
        let claims = Claims(school: school, roles: roles)
        var drafts: [Draft] = []
        var judged: [JudgedDay] = []
        for day in assignments {
            let context = DayContext(day, school: school, claims: claims, roles: roles)
            let first = drafts.count
            // Dates rise already; sorting places within a date moves no drafts.
            let order = day.all.indices.sorted { day.all[$0].id < day.all[$1].id }
            drafts += self.drafts(day, order, context)
            judged.append(JudgedDay(assignments: day, order: order, drafts: first..<drafts.count))
        }
        Tallies.apply(to: drafts, book: school.book)
        Effects.apply(to: drafts, school: school)
        let incidents = incidents(drafts)
        let posts = judged.filter { dates.contains($0.assignments.day.date) }.flatMap {
            PostJudge.posts($0.assignments, order: $0.order, drafts: drafts[$0.drafts], school: school)
        }
        drafts.removeAll { !dates.contains($0.line.id.date) }
        let lines = drafts.map(\.line)
        let shownIncidents = incidents.filter { dates.contains($0.line.date) }
        let isOver = lines.last.map { $0.id.date <= school.now.date } ?? true
        let soFar = isOver ? lines : lines.filter { $0.id.date <= school.now.date }
        return Ledger(
            dates: dates, asOf: school.asOf, semantics: Ledger.semanticsVersion, bases: bases(), lines: lines,
            totals: Totals(soFar, incidents: shownIncidents, school: school).all, incidents: shownIncidents,
            pending: pending(lines), posts: posts,
            strays: Strays(school: school, taps: taps, dates: dates).all(drafts))
    }

    private struct JudgedDay {
        let assignments: Assignments
        let order: [Int]
        let drafts: Range<Int>
    }

    /// The drafts of a date in `order`. Where requirements do not share their facts, the earlier duty takes first.
    private func drafts(_ day: Assignments, _ order: [Int], _ context: DayContext) -> [Draft] {
        func draft(_ place: Int) -> Draft {
            let assignment = day.all[place]
            let judge = DutyJudge(
                assignment, taps: taps.taps(of: assignment.id.person, day.facts.clock), context: context)
            return assignment.isResponsible ? judge.draft() : judge.excusedDraft()
        }
        let isExclusive = day.day.plan.duties.contains { $0.needs.contains { $0.exclusive != nil } }
        guard isExclusive else { return order.map(draft) }
        let byTime = order.indices.sorted { left, right in
            let (one, two) = (day.all[order[left]].window.start, day.all[order[right]].window.start)
            return one != two ? one < two : left < right
        }
        var found = byTime.map { (place: $0, draft: draft(order[$0])) }
        found.sort { $0.place < $1.place }
        return found.map(\.draft)
    }

    /// One for each failed duty and kind, numbered in each calendar month by date, person and duty.
    private func incidents(_ drafts: [Draft]) -> [Incident] {
        var found: [Incident] = []
        for draft in drafts {
            var kinds: [String] = []
            func add(_ kind: String, _ outcome: Outcome, closedBy: Int64?) {
                guard !kinds.contains(kind) else { return }
                kinds.append(kind)
                let isNewMonth = found.last?.line.date.firstOfMonth != draft.line.id.date.firstOfMonth
                found.append(
                    Incident(
                        number: isNewMonth ? 1 : (found.last?.number ?? 0) + 1, kind: kind, line: draft.line.id,
                        outcome: outcome, closedBy: closedBy))
            }
            for applied in draft.line.consequences where !applied.held {
                if case .incident(let kind) = applied.consequence.effect { add(kind, applied.outcome, closedBy: nil) }
            }
            for closed in draft.closedIncidents { add(closed.kind, closed.outcome, closedBy: draft.line.ruling?.fact) }
        }
        return found
    }

    private func pending(_ lines: [DutyLine]) -> [PendingItem] {
        var counts: [Missing: Int] = [:]
        var order: [Missing] = []
        for place in lines.indices {
            for case .awaiting(let missing) in lines[place].verdict.doubts {
                if counts[missing] == nil { order.append(missing) }
                counts[missing, default: 0] += 1
            }
        }
        let sorted = order.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
        return sorted.map { PendingItem(missing: $0.element, lines: counts[$0.element] ?? 0) }
    }

    private func bases() -> [Ledger.Basis] {
        var found: [Ledger.Basis] = []
        for date in dates.days {
            guard let plan = school.book.plan(on: date) else { continue }
            let roster = school.book.roster(on: date)
            if let last = found.last, last.dates.upperBound.advanced(byDays: 1) == date,
                last.planDigest == plan.digest, last.planFrom == plan.from, last.plan == plan.id,
                last.rosterDigest == roster?.digest
            {
                found[found.count - 1] = basis(last.dates.lowerBound...date, plan, roster)
            } else {
                found.append(basis(date...date, plan, roster))
            }
        }
        return found
    }

    private func basis(
        _ dates: ClosedRange<LocalDate>, _ plan: Plan, _ roster: Book.RosterVersion?
    ) -> Ledger.Basis {
        Ledger.Basis(
            dates: dates, plan: plan.id, planName: plan.name, planFrom: plan.from, planDigest: plan.digest,
            rosterFrom: roster?.from, rosterDigest: roster?.digest)
    }
}
