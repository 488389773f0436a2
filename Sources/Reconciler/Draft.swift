import AttendanceModel
import Timetable

/// A line before the consequences of other lines are known.
struct Draft {
    var line: DutyLine
    /// The part of the day that a `void <part>` takes in.
    let part: String?
    /// Incidents that a ruling closed: the register never shrinks (C-125).
    var closedIncidents: [(kind: String, outcome: Outcome)] = []
    /// Facts that stand in some evidence list of the line.
    var facts: Set<Int64> { Set(line.results.flatMap { $0.evidence.map(\.fact) }) }
}

extension DutyJudge {
    /// The line of a duty that the person answers for.
    func draft() -> Draft {
        var judged = judgeNeeds()
        if let observed = judgeObservations(beside: judged) {
            let place = judged.firstIndex { ($0.result.index ?? .max) > (observed.result.index ?? .max) }
            judged.insert(observed, at: place ?? judged.count)
        }
        var draft = emptyDraft()
        draft.line.results = judged.map(\.result)
        draft.line.notes += judged.flatMap(\.notes).uniqued()
        draft.line.consequences = judged.enumerated().flatMap { applied($1, at: $0) }
        var doubts = judged.flatMap(\.result.verdict.doubts).uniqued()
        var base = judged.map(\.result.verdict.base).max() ?? .met
        if duty.needs.isEmpty, judged.isEmpty, isWholeWindow(gaps.leaves) { base = .excused }
        if base == .met, let fact = unprovenLateLeave(judged) { doubts.append(.leaveRecordedLate(fact)) }
        draft.line.granted = credits(&draft, &doubts)
        if base == .met, doubts.isEmpty, let missing = timeLeft(judged) { doubts.append(.awaiting(missing)) }
        draft.line.verdict = Verdict(base, doubts: doubts)
        let isOnLeave = isWholeWindow(gaps.leaves) || judged.contains { $0.result.isExcusedByLeave }
        if base == .excused, isOnLeave {
            draft.line.granted = 0
            draft.line.notes.append(.postUncovered)
        }
        applyRuling(to: &draft, judged)
        draft.line.notFound = notFound(draft)
        return draft
    }

    /// The line of a duty that was cancelled or that somebody else took: excused, with no credits (D.8, 13).
    func excusedDraft() -> Draft {
        var draft = emptyDraft()
        draft.line.verdict = Verdict(.excused)
        if let closure = assignment.closure, closure.cancels {
            draft.line.notes.append(.closed(closure.fact, moved: false))
            if knobs.cancelledCreditsFull, assignment.coveredBy == nil, case .fixed(let credits) = duty.credits {
                draft.line.granted = credits
            }
        }
        applyRuling(to: &draft, [])
        return draft
    }

    /// A late leave over the whole of a duty on which nothing shows that the person came after all (D.8, 7).
    private func unprovenLateLeave(_ judged: [Judged]) -> Int64? {
        guard !isWholeWindow(gaps.leaves), isWholeWindow(gaps.leaves + gaps.lateLeaves) else { return nil }
        let isProven = judged.contains { $0.result.evidence.contains(where: \.use.isUsed) }
        return isProven ? nil : gaps.lateLeaves.last?.relief.fact
    }

    /// What remains of a duty that is not over: nothing is kept before it has ended, whatever was shown so far.
    ///
    /// A duty without window is the instant of its bound (D.8, 6); one without a bound is the whole day.
    private func timeLeft(_ judged: [Judged]) -> Missing? {
        let isBounded = assignment.window.isShown || judged.contains(where: \.result.isOfPresence)
        let end = isBounded ? closing(assignment.window.end) : knobs.serviceDay.upperBound
        return school.now < assignment.date.moment(end) ? time(end) : nil
    }

    private func emptyDraft() -> Draft {
        let window = assignment.window
        var notes: [LineNote] = []
        if let closure = assignment.closure, !closure.cancels { notes.append(.closed(closure.fact, moved: true)) }
        if let cover = assignment.cover, cover.noted > assignment.start { notes.append(.coverRecordedAfter(cover.seq)) }
        let start = LocalTime(clampingSecondOfDay: window.start)
        let end = LocalTime(clampingSecondOfDay: window.end)
        let line = DutyLine(
            id: assignment.id, personName: school.people[assignment.id.person]?.name ?? assignment.id.person.text,
            dutyName: duty.name, label: assignment.label, window: window.isShown && start <= end ? start..<end : nil,
            variant: assignment.variant, cite: duty.cite, results: [], verdict: Verdict(.met), ruling: nil,
            granted: 0, voided: 0, docked: 0, net: 0, voids: [], consequences: [], coveredBy: assignment.coveredBy,
            covers: assignment.covers, notes: notes, notFound: [])
        return Draft(line: line, part: duty.part)
    }

    // MARK: credits

    private func credits(_ draft: inout Draft, _ doubts: inout [Doubt]) -> Int {
        switch duty.credits {
        case .fixed(let credits): return credits
        case .measured(let measure):
            let minutes = measuredMinutes()
            draft.line.notes.append(.measured(minutes: minutes))
            let horizon = knobs.serviceDay.upperBound
            let (missing, tooLong) = missingDeliveries(horizon: horizon)
            doubts += missing.map { .awaiting($0) }
            draft.line.notes += tooLong.map { .sourceNeverCame($0) }
            return measure.unitMinutes > 0 ? minutes / measure.unitMinutes : 0
        }
    }

    /// Displayed minutes between the first and the last punch, from 60 min before the order, clipped to it (D.8, 15).
    private func measuredMinutes() -> Int {
        let window = assignment.window
        let times = punchItems().filter { $0.rejection == nil }.compactMap(\.second)
            .filter { $0 >= window.start - 3600 }
        guard let first = times.first, let last = times.last else { return 0 }
        let from = min(max(first, window.start), window.end)
        let to = min(max(last, window.start), window.end)
        return to.flooredMinutes - from.flooredMinutes
    }

    // MARK: consequences

    /// What each way of turning out brings; what all of them bring already acts (D.8, 2).
    private func applied(_ judged: Judged, at index: Int) -> [AppliedConsequence] {
        let choices = judged.alternatives.map { consequences(of: $0.keys, for: judged.result) }
        guard let base = choices.first else { return [] }
        return base.map { outcome, consequence in
            let isCertain = choices.allSatisfy { $0.contains { $0.consequence == consequence } }
            return AppliedConsequence(
                consequence: consequence, outcome: outcome, result: index, held: !isCertain)
        }
    }

    /// The union over all outcomes; `else` acts beside the specific key, `absence` only on what shows arrival (D.8, 1).
    private func consequences(
        of keys: Set<Outcome>, for result: RequirementResult
    ) -> [(outcome: Outcome, consequence: Consequence)] {
        let need = result.index.map { duty.needs[$0] }
        var tables = [need?.consequences ?? [:]]
        if !result.isForm { tables.insert(duty.consequences, at: 0) }
        if result.showsArrival { tables.append(duty.absence ?? day.plan.absence) }
        var found: [(outcome: Outcome, consequence: Consequence)] = []
        for outcome in keys.sorted() where outcome.isFailure {
            for table in tables {
                for consequence in (table[outcome.word] ?? []) + (table["else"] ?? [])
                where !found.contains(where: { $0.consequence == consequence }) {
                    found.append((outcome, consequence))
                }
            }
        }
        return found
    }

    // MARK: rulings

    /// The ruling recorded last decides the line; incidents it takes away stay in the register, closed (D.8, 2 and 15).
    private func applyRuling(to draft: inout Draft, _ judged: [Judged]) {
        let rulings = (facts.rulings[assignment.id.person] ?? []).filter {
            $0.concerns(duty.id, post: assignment.id.post)
        }
        guard let ruling = rulings.last(where: { $0.entry.other.flatMap { Outcome(word: $0) } != nil }),
            let outcome = ruling.entry.other.flatMap({ Outcome(word: $0) })
        else { return }
        draft.line.ruling = RulingNote(
            fact: ruling.seq, by: ruling.entry.by, reason: ruling.entry.reason, recorded: ruling.noted,
            instead: draft.line.verdict)
        let before = draft.line.consequences
        draft.line.consequences = ruled(outcome, judged)
        draft.line.verdict = Verdict(outcome)
        if outcome == .excused {
            draft.line.granted = 0
        } else if case .fixed(let credits) = duty.credits {
            draft.line.granted = credits
        }
        let kept = Set(draft.line.consequences.map(\.consequence))
        for applied in before where !applied.held && !kept.contains(applied.consequence) {
            if case .incident(let kind) = applied.consequence.effect {
                draft.closedIncidents.append((kind, applied.outcome))
            }
        }
    }

    /// What a ruled outcome brings: that of the requirements which came to it, else that of the arrival, else of any.
    private func ruled(_ outcome: Outcome, _ judged: [Judged]) -> [AppliedConsequence] {
        guard outcome.isFailure else { return [] }
        let places = judged.indices
        let same = places.filter { judged[$0].alternatives.contains { $0.keys.contains(outcome) } }
        let arrival = places.filter { judged[$0].result.showsArrival }
        let chosen = !same.isEmpty ? same : !arrival.isEmpty ? Array(arrival.prefix(1)) : Array(places.prefix(1))
        if chosen.isEmpty {
            let words = (duty.consequences[outcome.word] ?? []) + (duty.consequences["else"] ?? [])
            return words.uniqued().map {
                AppliedConsequence(consequence: $0, outcome: outcome, result: 0, held: false)
            }
        }
        return chosen.flatMap { place in
            consequences(of: [outcome], for: judged[place].result).map {
                AppliedConsequence(consequence: $0.consequence, outcome: outcome, result: place, held: false)
            }
        }
    }

    private func notFound(_ draft: Draft) -> [NotFound] {
        NotFound.allCases.filter { kind in
            switch kind {
            case .leave: facts.leaves[assignment.id.person] == nil
            case .cover: assignment.covers == nil
            case .outage: machines.allSatisfy { facts.downtimes(of: $0.id).isEmpty }
            case .clockAnomaly: taps.allSatisfy { $0.doubt == nil }
            case .ruling: draft.line.ruling == nil
            }
        }
    }
}

extension RequirementResult {
    var isForm: Bool {
        if case .form = form { return true }
        return false
    }

    /// Whether it asks for evidence at some time of the day.
    var isOfPresence: Bool {
        switch form {
        case .arrive, .leave, .count: true
        case .never, .form, .observation: false
        }
    }

    /// Whether it tells that somebody came (D.8, 1): only then `absence` acts.
    var showsArrival: Bool {
        switch form {
        case .arrive, .never, .observation: true
        case .leave, .count, .form: false
        }
    }

    var isExcusedByLeave: Bool {
        verdict.base == .excused && reliefs.contains { $0.cause == .leave }
    }
}
