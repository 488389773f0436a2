import AttendanceModel
import Timetable

extension DutyJudge {
    /// What each way of turning out brings; what all of them bring already acts (D.8, 2).
    func applied(_ judged: Judged, at index: Int) -> [AppliedConsequence] {
        guard judged.alternatives.contains(where: { $0.outcome.isFailure }) else { return [] }
        let choices = judged.alternatives.map { consequences(of: $0.keys, for: judged.result) }
        guard let base = choices.first else { return [] }
        return base.map { outcome, consequence in
            let isCertain = choices.allSatisfy { $0.contains { $0.consequence == consequence } }
            return AppliedConsequence(
                consequence: consequence, outcome: outcome, result: index, held: !isCertain)
        }
    }

    /// Outcomes that come out whatever turns out.
    func certainFailures(_ judged: [Judged]) -> Outcomes {
        judged.reduce(into: []) { found, judged in
            guard let first = judged.alternatives.first, judged.alternatives.contains(where: { $0.outcome.isFailure })
            else { return }
            let certain = judged.alternatives.dropFirst().reduce(first.keys) { $0.intersection($1.keys) }
            found.formUnion(certain.failures)
        }
    }

    /// Those whose word on the line says that somebody was not there or late.
    func reporters(_ judged: [Judged]) -> [PersonID] {
        judged.flatMap(\.result.evidence).compactMap { line in
            switch line.use {
            case .observed(.absent), .observed(.late): line.by.map { PersonID($0) }
            default: nil
            }
        }.uniqued()
    }

    /// The union over all outcomes; `else` acts beside the specific key, `absence` only on what shows arrival (D.8, 1).
    private func consequences(
        of keys: Outcomes, for result: RequirementResult
    ) -> [(outcome: Outcome, consequence: Consequence)] {
        let need = result.index.map { duty.needs[$0] }
        var tables = [need?.consequences ?? [:]]
        if !result.isForm { tables.insert(duty.consequences, at: 0) }
        if result.showsArrival { tables.append(duty.absence ?? context.day.plan.absence) }
        var found: [(outcome: Outcome, consequence: Consequence)] = []
        for outcome in keys.rising where outcome.isFailure {
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
    func applyRuling(to draft: Draft, _ judged: [Judged]) {
        guard let rulings = facts.rulings[assignment.id.person] else { return }
        let ruling = rulings.last {
            $0.concerns(duty.id, post: assignment.id.post) && $0.entry.other.flatMap { Outcome(word: $0) } != nil
        }
        guard let ruling, let outcome = ruling.entry.other.flatMap({ Outcome(word: $0) }) else { return }
        draft.line.ruling = RulingNote(
            fact: ruling.seq, by: ruling.entry.by, reason: ruling.entry.reason, recorded: ruling.noted,
            instead: draft.line.verdict)
        let before = draft.line.consequences
        draft.line.consequences = ruled(outcome, judged)
        draft.line.verdict = Verdict(outcome)
        draft.failures = outcome.isFailure ? [outcome] : []
        if outcome == .excused {
            draft.line.granted = 0
        } else if case .fixed(let credits) = duty.credits {
            draft.line.granted = credits
        }
        if let proxy = ruling.entry.to.map({ PersonID($0) }) { add(proxy, outcome, to: draft, judged) }
        let kept = Set(draft.line.consequences.map(\.consequence))
        for applied in before where !applied.held && !kept.contains(applied.consequence) {
            if case .incident(let kind) = applied.consequence.effect {
                draft.closedIncidents.append((kind, applied.outcome))
            }
        }
    }

    /// The ruling says who signed or punched in the person's place: the plan's `proxy` acts too (C-100, X1).
    private func add(_ proxy: PersonID, _ outcome: Outcome, to draft: Draft, _ judged: [Judged]) {
        draft.proxy = proxy
        draft.line.notes.append(.proxy(proxy))
        let tables =
            [duty.consequences] + judged.compactMap { $0.result.index.map { duty.needs[$0].consequences } }
            + [context.day.plan.absence]
        for consequence in tables.flatMap({ $0["proxy"] ?? [] }).uniqued() {
            draft.line.consequences.append(
                AppliedConsequence(consequence: consequence, outcome: outcome, result: 0, held: false))
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
}
