import AttendanceModel
import Timetable

extension DutyJudge {
    private struct Seen {
        let entered: Entered
        let observation: Observation
        /// A pupil, whose word waits for a leader's.
        let isPioneer: Bool
        let rejection: Rejection?
    }

    /// Judges the duty's `never`, or what a leader saw although the duty has none (D.8, 1 and 12).
    ///
    /// `others` are the duty's other requirements, whose evidence an observation may contradict.
    func judgeObservations(beside others: [Judged]) -> Judged? {
        let index = duty.needs.firstIndex { if case .never = $0.form { true } else { false } }
        let need = index.map { duty.needs[$0] }
        let seen = observations(for: need)
        let usable = seen.filter { $0.rejection == nil }
        guard need != nil || usable.contains(where: { $0.observation != .present }) else { return nil }
        var form = RequirementResult.Form.observation
        if case .never(let wantsSeen)? = need?.form { form = .never(seen: wantsSeen) }
        var finding = finding(usable, others: others)
        if usable.isEmpty, let need { judgeSilence(need, &finding) }
        if isWholeWindow(gaps.leaves) {
            finding = Finding(.excused)
            finding.reliefs = gaps.leaves.map(\.relief)
        } else if finding.base.isFailure, isWholeWindow(gaps.leaves + gaps.lateLeaves),
            let fact = gaps.lateLeaves.last?.relief.fact
        {
            finding.doubt([.leaveRecordedLate(fact)], or: [.excused])
        }
        let evidence = seen.map { seen in
            line(
                seen.entered, .seen, time: seen.entered.entry.fromTime.map { LocalDateTime(assignment.date, $0) },
                use: seen.rejection.map { .rejected($0) } ?? .observed(seen.observation))
        }
        let result = RequirementResult(
            form: form, index: index, text: need?.text, cite: need?.cite, verdict: finding.verdict,
            evidence: evidence, reliefs: finding.reliefs)
        return Judged(
            result: result, alternatives: finding.alternatives.map { Alternative($0) }, notes: finding.notes)
    }

    private func finding(_ seen: [Seen], others: [Judged]) -> Finding {
        let negative = seen.filter { $0.observation != .present }
        guard let first = negative.first else { return Finding(.met) }
        let isAbsent = negative.contains { $0.observation == .absent }
        var finding = Finding(isAbsent ? .missing : .late)
        // One word that needs no countersignature is enough; it signs for the pupils too.
        if !negative.contains(where: { !$0.isPioneer }) {
            finding.doubt([.notCountersigned(first.entered.seq)], or: [.met])
        }
        let worst = negative.first { $0.observation == .absent } ?? first
        if let evidence = contradicting(worst.observation, in: others) {
            finding.doubt([.contradiction(observation: worst.entered.seq, evidence: evidence)], or: [.met])
        }
        let present = seen.first { $0.observation == .present && $0.entered.entry.by != worst.entered.entry.by }
        if isAbsent, let present {
            finding.doubt([.observersDisagree(worst.entered.seq, present.entered.seq)], or: [.met])
        }
        return finding
    }

    /// Evidence that says otherwise: any presence against `absent`, arriving in time against `late`.
    private func contradicting(_ observation: Observation, in others: [Judged]) -> Int64? {
        for judged in others {
            if observation == .late {
                guard case .arrive = judged.result.form, judged.result.verdict.base == .met else { continue }
            }
            if let line = judged.result.evidence.first(where: \.use.isUsed) { return line.fact }
        }
        return nil
    }

    /// Nobody looked: shown, and pending where the plan wants everybody seen (C-95).
    private func judgeSilence(_ need: Requirement, _ finding: inout Finding) {
        finding.notes.append(.notInspected)
        guard case .never(seen: true) = need.form else { return }
        let round = Missing.round(date: assignment.date, duty: duty.id)
        if school.now < facts.waitEnds {
            finding.doubt([.awaiting(round)], or: [.missing])
        } else {
            finding.notes.append(.sourceNeverCame(round))
            if knobs.unsheeted == .rule { finding = Finding(.missing) }
        }
    }

    private func observations(for need: Requirement?) -> [Seen] {
        facts.seen.compactMap { entered -> Seen? in
            guard isAbout(entered), let observation = entered.entry.other.flatMap({ Observation(rawValue: $0) }) else {
                return nil
            }
            let words = roles.words(of: entered.entry.by, on: assignment.date)
            let isLeader = !words.isDisjoint(with: Roles.leaders)
            // A leader's word counts on every duty; that of others only where the plan names them (D.8, 1).
            let counts =
                isLeader || need.map { $0.observers.isEmpty || !words.isDisjoint(with: $0.observers) } ?? false
            return Seen(
                entered: entered, observation: observation, isPioneer: !isLeader && words.contains("pioneer"),
                rejection: counts ? timeRejection(entered) : .observer)
        }
    }

    /// An observation without duty, post and person is about nothing; one without a duty only about duties with hours.
    private func isAbout(_ entered: Entered) -> Bool {
        let entry = entered.entry
        guard entered.concerns(duty.id, post: assignment.id.post),
            entry.person.map({ $0 == assignment.id.person }) ?? true
        else { return false }
        if entry.duty != nil { return true }
        if case .none = duty.window { return false }
        return entry.post != nil || entry.person != nil
    }

    private func timeRejection(_ entered: Entered) -> Rejection? {
        guard let time = entered.entry.fromTime else { return nil }
        let second = knobs.second(of: time)
        if gaps.leaves.contains(where: { $0.range.contains(second) }) { return .excusedTime }
        if case .occurrences = duty.window { return nil }
        guard assignment.window.isShown else { return nil }
        let end = assignment.closure.map { min($0.from, assignment.window.end) } ?? assignment.window.end
        if second < assignment.window.start { return .tooEarly }
        return second < end ? nil : .tooLate
    }
}
