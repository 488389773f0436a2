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
        for day in assignments {
            let facts = DayFacts(day.day, school: school)
            var machines: [DutyID: [Machine]] = [:]
            for duty in day.day.duties {
                machines[duty.id] = school.machines.all.filter { $0.hasDelivered && $0.serves(duty) }
            }
            // Dates rise already; sorting places within a date moves no drafts.
            for place in day.all.indices.sorted(by: { day.all[$0].id < day.all[$1].id }) {
                let assignment = day.all[place]
                let serving = machines[assignment.duty.id] ?? []
                let judge = DutyJudge(
                    school: school, day: day.day, facts: facts, claims: claims, roles: roles,
                    assignment: assignment,
                    taps: taps.taps(of: assignment.id.person, on: day.day.date, day: facts.knobs.serviceDay),
                    machines: serving, gaps: Gaps(assignment, facts: facts, machines: serving))
                drafts.append(assignment.isResponsible ? judge.draft() : judge.excusedDraft())
            }
        }
        drafts = Effects.applied(to: drafts, people: school.people)
        let incidents = incidents(drafts)
        drafts.removeAll { !dates.contains($0.line.id.date) }
        let lines = drafts.map(\.line)
        let shownIncidents = incidents.filter { dates.contains($0.line.date) }
        let soFar = lines.filter { $0.id.date <= school.now.date }
        return Ledger(
            dates: dates, asOf: school.asOf, semantics: Ledger.semanticsVersion, bases: bases(), lines: lines,
            totals: Totals(soFar, incidents: shownIncidents, school: school).all, incidents: shownIncidents,
            pending: pending(lines), posts: PostState.all(lines, assignments.filter { dates.contains($0.day.date) }),
            strays: strays(drafts))
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
        for line in lines {
            for case .awaiting(let missing) in line.verdict.doubts {
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

    // MARK: punches that are nobody's evidence

    private func strays(_ drafts: [Draft]) -> [StrayPunch] {
        var used: [PersonID: Set<Int64>] = [:]
        for draft in drafts { used[draft.line.id.person, default: []].formUnion(draft.facts) }
        var found = taps.strays.filter { dates.contains(($0.time ?? $0.received).date) }
        for person in taps.persons {
            for date in dates.days {
                let day = school.book.plan(on: date)?.knobs.serviceDay ?? Knobs().serviceDay
                let mine = taps.taps(of: person, on: date, day: day)
                let evidence = used[person] ?? []
                for tap in mine where !evidence.contains(tap.fact) {
                    if case .identity = tap.doubt { continue }
                    found.append(stray(tap, person, tap.retractedBy.map { .retracted(by: $0) } ?? .noDuty))
                }
                found += storms(in: mine, person)
            }
        }
        return found.sorted { ($0.time ?? $0.received, $0.fact) < ($1.time ?? $1.received, $1.fact) }
    }

    /// Ten punches and more within five minutes: one notice for the office (C-12).
    private func storms(in taps: ArraySlice<Tap>, _ person: PersonID) -> [StrayPunch] {
        var found: [StrayPunch] = []
        var first = taps.startIndex
        while first < taps.endIndex {
            let end = taps[first...].firstIndex { $0.wall - taps[first].wall > 300 } ?? taps.endIndex
            if end - first >= 10 {
                found.append(stray(taps[first], person, .storm(count: end - first)))
                first = end
            } else {
                first += 1
            }
        }
        return found
    }

    private func stray(_ tap: Tap, _ person: PersonID, _ reason: StrayPunch.Reason) -> StrayPunch {
        StrayPunch(
            fact: tap.fact, source: tap.line.source, credential: tap.credential, person: person, time: tap.line.time,
            wall: tap.line.clock?.wall, received: tap.line.received, reason: reason)
    }
}

extension Assignments {
    /// Who has a duty of the roster; derived duties do not count (D.8, 9).
    var rosteredPersons: Set<PersonID> {
        Set(all.filter { !$0.isDerived && $0.isResponsible }.map(\.id.person))
    }
}
