import AttendanceModel
import TextCodec
import Timetable

/// Judges the requirements of one assignment in the order of model.md D.2; identity and time are settled before.
struct DutyJudge {
    let school: School
    let day: SchoolDay
    let facts: DayFacts
    let claims: Claims
    let roles: Roles
    let assignment: Assignment
    /// The person's punches of the service date, in the order of time.
    let taps: ArraySlice<Tap>
    /// Machines whose punches may be evidence for the duty and that exist yet.
    let machines: [Machine]
    let gaps: Gaps

    var knobs: Knobs { facts.knobs }
    var duty: Duty { assignment.duty }

    /// Every requirement of the plan, in its order; observations are judged after them.
    func judgeNeeds() -> [Judged] {
        duty.needs.enumerated().compactMap { index, need in
            switch need.form {
            case .arrive, .leave, .count: judgePresence(need, index: index)
            case .form(let name, let deadline): judgeForm(need, index: index, name: name, by: deadline)
            case .never: nil
            }
        }
    }

    /// Leave over the whole window excuses everything (D.8, 7).
    func isWholeWindow(_ gaps: [Gap]) -> Bool {
        let start = assignment.window.start
        let end = assignment.closure.map { min($0.from, assignment.window.end) } ?? assignment.window.end
        if start >= end {
            return gaps.contains {
                $0.range.contains(start) || $0.range.upperBound == start && $0.range.lowerBound < start
            }
        }
        return !gaps.isEmpty && (start..<end).subtracting(gaps.map(\.range)).isEmpty
    }

    // MARK: arrive, leave, count

    private func judgePresence(_ need: Requirement, index: Int) -> Judged? {
        guard let (demand, form) = demand(of: need) else { return nil }
        func judge(leaves: [Gap]) -> Judged {
            judgePresence(need, demand: demand, form: form, index: index, leaves: leaves)
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
        return judged
    }

    private func judgePresence(
        _ need: Requirement, demand: Demand, form: RequirementResult.Form, index: Int, leaves: [Gap]
    ) -> Judged {
        let findings = need.with.map { kind in
            judge(kind, demand, leaves: leaves)
        }
        let alternatives = Alternative.combinations(of: findings, all: knobs.dualAll)
        let base = alternatives.first?.outcome ?? .met
        let doubts = alternatives.count > 1 ? findings.flatMap(\.verdict.doubts) : []
        var evidence = findings.flatMap(\.evidence)
        evidence.sort { ($0.time ?? $0.received, $0.fact) < ($1.time ?? $1.received, $1.fact) }
        let result = RequirementResult(
            form: form, index: index, text: need.text, cite: need.cite,
            kinds: zip(need.with, findings).map { RequirementResult.KindResult(kind: $0, verdict: $1.verdict) },
            verdict: Verdict(base, doubts: doubts), evidence: evidence,
            reliefs: findings.flatMap(\.reliefs).uniqued())
        return Judged(result: result, alternatives: alternatives, notes: findings.flatMap(\.notes))
    }

    private func judge(_ kind: Requirement.Evidence, _ demand: Demand, leaves: [Gap]) -> Finding {
        var relieved = demand
        let outages = kind == .punch ? gaps.outages : []
        let active = (leaves + outages + gaps.closures).filter { $0.range.overlaps(demand.reach) }
        let isExcused =
            isWholeWindow(leaves) || (kind == .punch && isWholeWindow(outages)) || !relieved.relieve(by: active)
        let items = kind == .punch ? punchItems() : signItems()
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
        // A clock that nobody measured within the wait is judged as it stands (D.9).
        let hasWaited = school.now >= facts.waitEnds
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
        let horizon = kind == .sign ? max(demand.good.upperBound, assignment.window.end) : demand.good.upperBound
        let (missing, tooLong) =
            kind == .sign ? missingSheet(horizon: horizon) : missingDeliveries(horizon: horizon)
        finding.notes += tooLong.map { .sourceNeverCame($0) }
        if kind == .sign, !tooLong.isEmpty, knobs.unsheeted == .person {
            finding.base = .met
            finding.alternatives = [.met]
            finding.doubts = []
            return
        }
        if !missing.isEmpty {
            let others: [Outcome] = demand.side == .arrive ? [.late, .met] : [.met]
            finding.doubt(missing.map { .awaiting($0) }, or: others)
        }
        guard kind == .punch else { return }
        let broken = gaps.partialOutages.filter { $0.range.overlaps(demand.good) }
        if !broken.isEmpty { finding.doubt(broken.map { .partialOutage($0.device) }.uniqued(), or: [.met]) }
    }

    private func missingSheet(horizon: DaySecond) -> (missing: [Missing], tooLong: [Missing]) {
        if facts.sheetIsEntered(for: duty.id) { return ([], []) }
        if school.now < assignment.date.moment(horizon) { return ([time(horizon)], []) }
        let sheet = Missing.sheet(date: assignment.date, duty: duty.id)
        return school.now < facts.waitEnds ? ([sheet], []) : ([], [sheet])
    }

    /// Machines with memory that have been silent since before the interval's end (D.8, 11).
    func missingDeliveries(horizon: DaySecond) -> (missing: [Missing], tooLong: [Missing]) {
        let end = assignment.date.moment(horizon)
        if school.now < end { return ([time(horizon)], []) }
        let endSecond = school.zone.second(ofWall: end.wallSeconds)
        let silent = machines.filter { !$0.isReader && ($0.completeUntil.map { $0 < endSecond } ?? true) }
        var missing = silent.map { machine in
            Missing.delivery(
                machine.id, date: assignment.date,
                since: machine.completeUntil.map { school.zone.local(at: Instant(seconds: $0)) })
        }
        for machine in machines where !machine.isReader && machine.clock.isUnmeasured {
            missing.append(.clockOffset(machine.id, date: assignment.date))
        }
        return school.now < facts.waitEnds ? (missing, []) : ([], missing)
    }

    func time(_ horizon: DaySecond) -> Missing {
        .time(date: assignment.date, until: LocalTime(clampingSecondOfDay: horizon))
    }

    // MARK: forms

    /// A document filed by its deadline, in displayed minutes; after it the form is missing (D.9).
    private func judgeForm(_ need: Requirement, index: Int, name: String, by deadline: Deadline) -> Judged {
        let due =
            school.resolver.moment(of: deadline, from: assignment.date) ?? LocalDateTime(.last, .endOfDay)
        var outcome = Outcome.missing
        var evidence: [EvidenceLine] = []
        for form in facts.forms where form.concerns(duty.id, post: assignment.id.post) && form.entry.other == name {
            let filed = filed(form)
            let isInTime = filed.wallSeconds / 60 <= due.wallSeconds / 60
            outcome = min(outcome, isInTime ? .met : .late)
            evidence.append(
                line(form, .form, time: filed, use: isInTime ? .counted : .rejected(.afterDeadline)))
        }
        var finding = Finding(outcome)
        if outcome == .missing, school.now <= due {
            let missing = Missing.form(
                date: assignment.date, duty: duty.id, post: assignment.id.post, name: name, deadline: due)
            finding.doubt([.awaiting(missing)], or: [.met])
        }
        if isWholeWindow(gaps.leaves), let leave = gaps.leaves.last {
            finding = Finding(.excused)
            finding.reliefs = [leave.relief]
        } else if outcome.isFailure, isWholeWindow(gaps.leaves + gaps.lateLeaves),
            let fact = gaps.lateLeaves.last?.relief.fact
        {
            finding.doubt([.leaveRecordedLate(fact)], or: [.excused])
        }
        let result = RequirementResult(
            form: .form(name, deadline: due), index: index, text: need.text, cite: need.cite,
            verdict: finding.verdict, evidence: evidence, reliefs: finding.reliefs)
        return Judged(result: result, alternatives: finding.alternatives.map { Alternative($0) })
    }

    /// `from` is a time of the date or a full moment; blank means when it was recorded (D.8, "Files").
    private func filed(_ form: Entered) -> LocalDateTime {
        if let text = form.entry.from, let moment = LocalDateTime(text) { return moment }
        return form.entry.fromTime.map { LocalDateTime(assignment.date, $0) } ?? form.noted
    }

    func line(
        _ entered: Entered, _ kind: EvidenceLine.Kind, time: LocalDateTime?, use: EvidenceUse
    ) -> EvidenceLine {
        EvidenceLine(
            fact: entered.seq, kind: kind, source: entered.source, time: time, clock: nil,
            received: school.zone.local(at: entered.recorded), author: entered.author, by: entered.entry.by, use: use)
    }
}

extension EvidenceUse {
    /// Whether it says that the person was there at some time.
    var isUsed: Bool {
        switch self {
        case .counted, .countedWithinUncertainty, .late, .early: true
        case .observed, .rejected: false
        }
    }
}

extension Array where Element: Equatable {
    /// Each element once, in the order of its first place.
    func uniqued() -> [Element] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
