import AttendanceModel
import TextCodec
import Timetable

/// What the judgements of one date share.
final class DayContext {
    let school: School
    let day: SchoolDay
    let facts: DayFacts
    let claims: Claims
    let roles: Roles
    /// Facts that a requirement of an exclusive group has used, with the duty that did.
    var used: [ExclusiveUse: DutyID] = [:]

    struct ExclusiveUse: Hashable {
        let person: PersonID
        let group: String
        let fact: Int64
    }

    init(_ assignments: Assignments, school: School, claims: Claims, roles: Roles) {
        self.school = school
        day = assignments.day
        facts = assignments.facts
        self.claims = claims
        self.roles = roles
    }
}

/// Judges the requirements of one assignment in the order of model.md D.2; identity and time are settled before.
struct DutyJudge {
    let context: DayContext
    let assignment: Assignment
    /// The person's punches of the service date, in the order of time.
    let taps: ArraySlice<Tap>
    let gaps: Gaps

    var school: School { context.school }
    var facts: DayFacts { context.facts }
    var knobs: Knobs { context.facts.knobs }
    var clock: DayClock { context.facts.clock }
    var dutyDay: DutyDay { assignment.dutyDay }
    var duty: Duty { assignment.dutyDay.duty }

    init(_ assignment: Assignment, taps: ArraySlice<Tap>, context: DayContext) {
        self.context = context
        self.assignment = assignment
        self.taps = taps
        gaps = Gaps(assignment, facts: context.facts)
    }

    /// Every requirement of the plan, in its order; observations are judged after them.
    func judgeNeeds() -> [Judged] {
        dutyDay.asked.compactMap { asked in
            switch asked.form {
            case .arrive, .leave, .count: judgePresence(asked)
            case .form(let name, let deadline, let dates): judgeForm(asked, name, by: deadline, dates)
            case .never: nil
            }
        }
    }

    /// Whether gaps take in the whole window (D.8, 7).
    func isWholeWindow(_ gaps: [Gap]) -> Bool {
        guard !gaps.isEmpty else { return false }
        let start = assignment.window.start
        let end = assignment.closing(assignment.window.end)
        if start >= end {
            return gaps.contains {
                $0.range.contains(start) || $0.range.upperBound == start && $0.range.lowerBound < start
            }
        }
        return (start..<end).subtracting(gaps.map(\.range)).isEmpty
    }

    // MARK: arrive, leave, count

    private func judgePresence(_ asked: AskedNeed) -> Judged? {
        guard let (demand, form) = demand(of: asked) else { return nil }
        func judge(leaves: [Gap]) -> Judged {
            judgePresence(asked, demand: demand, form: form, leaves: leaves)
        }
        var judged = judge(leaves: gaps.leaves)
        if let late = gaps.lateLeaves.last, judged.result.verdict.base.isFailure {
            let other = judge(leaves: gaps.leaves + gaps.lateLeaves)
            if other.alternatives != judged.alternatives, let fact = late.relief.fact {
                judged.doubt(.leaveRecordedLate(fact), or: other.alternatives)
                judged.result.reliefs.append(late.relief)
            }
        }
        if let leave = gaps.leaves.last, judged.result.verdict.base != .met, let fact = leave.relief.fact {
            let other = judge(leaves: [])
            if other.result.verdict.base == .met, other.result.verdict.isCertain {
                judged.doubt(.presentOnLeave(leave: fact), or: other.alternatives)
                judged.result.evidence = other.result.evidence
            }
        }
        if let group = asked.need.exclusive {
            for line in judged.result.evidence where line.use.isUsed {
                let use = DayContext.ExclusiveUse(person: assignment.id.person, group: group, fact: line.fact)
                context.used[use] = duty.id
            }
        }
        return judged
    }

    private func judgePresence(
        _ asked: AskedNeed, demand: Demand, form: RequirementResult.Form, leaves: [Gap]
    ) -> Judged {
        let need = asked.need
        let findings = need.with.map { judge($0, demand, need, leaves: leaves) }
        let alternatives = Alternative.combinations(of: findings, all: knobs.dualAll)
        let base = alternatives.first?.outcome ?? .met
        var doubts = alternatives.count > 1 ? findings.flatMap(\.verdict.doubts) : []
        var evidence = findings.first?.evidence ?? []
        if findings.count > 1 {
            evidence = findings.flatMap(\.evidence)
            evidence.sort { ($0.time ?? $0.received, $0.fact) < ($1.time ?? $1.received, $1.fact) }
            doubts = doubts.uniqued()
        }
        let result = RequirementResult(
            form: form, index: asked.index, text: need.text, cite: need.cite,
            kinds: zip(need.with, findings).map { RequirementResult.KindResult(kind: $0, verdict: $1.verdict) },
            verdict: Verdict(base, doubts: doubts), evidence: evidence,
            reliefs: findings.flatMap(\.reliefs).uniqued())
        return Judged(result: result, alternatives: alternatives, notes: findings.flatMap(\.notes))
    }

    private func judge(
        _ kind: Requirement.Evidence, _ demand: Demand, _ need: Requirement, leaves: [Gap]
    ) -> Finding {
        var relieved = demand
        let outages = kind == .punch ? dutyDay.outages : []
        let active = (leaves + outages + gaps.cuts).filter { $0.range.overlaps(demand.reach) }
        let isExcused =
            isWholeWindow(leaves) || (kind == .punch && isWholeWindow(outages))
            || !relieved.relieve(by: active, leave: knobs.partialLeave)
        let items = items(of: kind, need, demand.side)
        let answer = relieved.judge(items, bounceSeconds: knobs.bounceSeconds)
        if isExcused {
            var excused = Finding(.excused)
            excused.reliefs = active.isEmpty ? (leaves + outages).map(\.relief) : active.map(\.relief)
            excused.evidence = evidence(
                items, answer.uses.map { $0.isUsed ? .rejected(.excusedTime) : $0 }, demand, isMet: false)
            return excused
        }
        var finding = Finding(answer.outcome)
        if !relieved.holes.isEmpty { finding.reliefs = active.map(\.relief) }
        finding.evidence = evidence(items, answer.uses, demand, isMet: answer.outcome == .met)
        finding.notes = notes(items, answer.uses, demand)
        doubtEvidence(&finding, items, relieved)
        doubtSources(&finding, kind, relieved)
        return finding
    }

    /// Doubtful evidence contests only if the outcome without it differs (D.8, 2).
    private func doubtEvidence(_ finding: inout Finding, _ items: [EvidenceItem], _ demand: Demand) {
        guard items.contains(where: { $0.doubt != nil }) else { return }
        // A clock that nobody measured within the wait is judged as it stands (D.9).
        let hasWaited = !facts.isWaiting
        func isDoubtful(_ item: EvidenceItem) -> Bool {
            guard let doubt = item.doubt else { return false }
            return !(hasWaited && doubt.flag == .pending)
        }
        if hasWaited {
            for case .awaiting(let missing)? in items.map(\.doubt)
            where !finding.notes.contains(.sourceNeverCame(missing)) {
                finding.notes.append(.sourceNeverCame(missing))
            }
        }
        let certain = items.filter { !isDoubtful($0) }
        guard certain.count < items.count else { return }
        let outcome = demand.judge(certain, bounceSeconds: knobs.bounceSeconds).outcome
        guard outcome != finding.base else { return }
        let doubts = items.compactMap { item in
            isDoubtful(item) && (item.second.map { demand.reach.contains($0) } ?? true) ? item.doubt : nil
        }
        // A clock that was never measured may turn out to be right: its punch may yet be in time (C-27).
        let isUnmeasured = doubts.contains { $0.flag == .pending }
        finding.doubt(doubts, or: isUnmeasured ? [outcome, .met] : [outcome])
    }

    /// What could still come, or could never be known, for a kind that is not certainly met (D.9, D.8, 8).
    private func doubtSources(_ finding: inout Finding, _ kind: Requirement.Evidence, _ demand: Demand) {
        guard finding.alternatives.contains(where: { $0 != .met }) else { return }
        let awaited = awaited(kind, demand)
        finding.notes += awaited.tooLong.map { .sourceNeverCame($0) }
        if kind == .sign, !awaited.tooLong.isEmpty, knobs.unsheeted == .person {
            finding.base = .met
            finding.alternatives = [.met]
            finding.doubts = []
            return
        }
        if !awaited.missing.isEmpty {
            let others: [Outcome] = demand.side == .arrive ? [.late, .met] : [.met]
            finding.doubt(awaited.missing.map { .awaiting($0) }, or: others)
        }
        guard kind == .punch else { return }
        let broken = dutyDay.partialOutages.filter { $0.range.overlaps(demand.good) }
        if !broken.isEmpty { finding.doubt(broken.map { .partialOutage($0.device) }.uniqued(), or: [.met]) }
    }

    private func awaited(_ kind: Requirement.Evidence, _ demand: Demand) -> Awaited {
        switch kind {
        case .punch: return missingDeliveries(horizon: demand.good.upperBound)
        case .sign:
            let horizon = max(demand.good.upperBound, assignment.window.end)
            if facts.sheetIsEntered(for: duty.id) { return Awaited(missing: [], tooLong: []) }
            if facts.now < horizon { return Awaited(missing: [facts.time(horizon)], tooLong: []) }
            let sheet = Missing.sheet(date: assignment.date, duty: duty.id)
            return facts.isWaiting ? Awaited(missing: [sheet], tooLong: []) : Awaited(missing: [], tooLong: [sheet])
        case .seen, .handover, .headcount:
            let horizon = demand.good.upperBound
            return Awaited(missing: facts.now < horizon ? [facts.time(horizon)] : [], tooLong: [])
        }
    }

    func missingDeliveries(horizon: DaySecond) -> Awaited {
        dutyDay.missingDeliveries(horizon: horizon, facts: facts, school: school)
    }
}

extension EvidenceUse {
    /// Whether it says that the person was there at some time.
    package var isUsed: Bool {
        switch self {
        case .counted, .countedWithinUncertainty, .late, .early: true
        case .observed, .rejected: false
        }
    }
}

extension Array where Element: Equatable {
    /// Each element once, in the order of its first place.
    func uniqued() -> [Element] {
        count < 2 ? self : reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
