import AttendanceModel
import Timetable

/// Somebody's word about a post or person.
struct Seen {
    let entered: Entered
    let observation: Observation
    /// A pupil, whose word waits for a leader's.
    let isPioneer: Bool
    /// How much the word weighs: the place of the observer's role in the plan's `weight`, 0 being the heaviest.
    let rank: Int
    let rejection: Rejection?
}

extension DutyJudge {
    /// Judges the duty's `never`, or what a leader saw although the duty has none (D.8, 1 and 12).
    ///
    /// `others` are the duty's other requirements, whose evidence an observation may contradict.
    func judgeObservations(beside others: [Judged]) -> Judged? {
        let asked = dutyDay.never.map { dutyDay.asked[$0] }
        guard asked != nil || !facts.seen.isEmpty else { return nil }
        let need = asked?.need
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
            form: form, index: asked?.index, text: need?.text, cite: need?.cite, verdict: finding.verdict,
            evidence: evidence, reliefs: finding.reliefs)
        return Judged(
            result: result, alternatives: finding.alternatives.map { Alternative($0) }, notes: finding.notes)
    }

    private func finding(_ seen: [Seen], others: [Judged]) -> Finding {
        let negative = seen.filter { $0.observation != .present }
        guard let first = negative.first else { return Finding(.met) }
        let worst =
            negative.filter { $0.observation == .absent }.min { $0.rank < $1.rank } ?? first
        let isAbsent = worst.observation == .absent
        let present = seen.filter { $0.observation == .present && $0.entered.entry.by != worst.entered.entry.by }
            .min { $0.rank < $1.rank }
        // The word of a heavier role decides between two observers (C-96).
        if isAbsent, let present, present.rank < worst.rank {
            var outweighed = Finding(.met)
            outweighed.notes = [.outweighed(worst.entered.seq, by: present.entered.seq)]
            return outweighed
        }
        var finding = Finding(isAbsent ? .missing : .late)
        // One word that needs no countersignature is enough; it signs for the pupils too.
        if !negative.contains(where: { !$0.isPioneer }) {
            finding.doubt([.notCountersigned(first.entered.seq)], or: [.met])
        }
        if let evidence = contradicting(worst.observation, in: others) {
            switch knobs.contradiction {
            case .ruling:
                let contradiction = Doubt.contradiction(observation: worst.entered.seq, evidence: evidence)
                finding.doubt([contradiction], or: [.met])
            case .person:
                finding = Finding(.met)
                finding.notes = [.outweighed(worst.entered.seq, by: evidence)]
            case .rule: break
            }
        }
        if isAbsent, let present {
            if present.rank == worst.rank {
                finding.doubt([.observersDisagree(worst.entered.seq, present.entered.seq)], or: [.met])
            } else {
                finding.notes.append(.outweighed(present.entered.seq, by: worst.entered.seq))
            }
        }
        return finding
    }

    /// Evidence that says otherwise: any presence against `absent`, arriving in time against `late`.
    private func contradicting(_ observation: Observation, in others: [Judged]) -> Int64? {
        for judged in others {
            if observation == .late {
                guard case .arrive = judged.result.form, judged.result.verdict.base == .met else { continue }
            }
            if let line = judged.result.evidence.first(where: { $0.use.isUsed && $0.kind != .form }) {
                return line.fact
            }
        }
        return nil
    }

    /// Nobody looked: shown, and pending where the plan wants everybody seen (C-95).
    private func judgeSilence(_ need: Requirement, _ finding: inout Finding) {
        finding.notes.append(.notInspected)
        guard case .never(seen: true) = need.form else { return }
        let round = Missing.round(date: assignment.date, duty: duty.id)
        if facts.isWaiting {
            finding.doubt([.awaiting(round)], or: [.missing])
        } else {
            finding.notes.append(.sourceNeverCame(round))
            if knobs.unsheeted == .rule { finding = Finding(.missing) }
        }
    }

    /// What was said about the assignment, in the order of the log.
    func observations(for need: Requirement?) -> [Seen] {
        facts.seen.compactMap { entered -> Seen? in
            guard isAbout(entered), let observation = entered.entry.other.flatMap({ Observation(rawValue: $0) }) else {
                return nil
            }
            let words = context.roles.words(of: entered.entry.by, on: assignment.date)
            let isLeader = !words.isDisjoint(with: Roles.leaders)
            // A leader's word counts on every duty; that of others only where the plan names them (D.8, 1).
            let counts =
                isLeader || need.map { $0.observers.isEmpty || !words.isDisjoint(with: $0.observers) } ?? false
            return Seen(
                entered: entered, observation: observation, isPioneer: !isLeader && words.contains("pioneer"),
                rank: knobs.weight.isEmpty ? 0 : knobs.weight.firstIndex(where: words.contains) ?? knobs.weight.count,
                rejection: counts ? timeRejection(entered) : .observer)
        }
    }

    /// An observation without duty, post and person is about nothing; one without a duty only about duties with hours.
    private func isAbout(_ entered: Entered) -> Bool {
        let entry = entered.entry
        guard entry.duty.map({ $0 == duty.id }) ?? true,
            entry.post.map({ duty.post(of: $0) == assignment.id.post }) ?? true,
            entry.person.map({ $0 == assignment.id.person }) ?? true
        else { return false }
        if entry.duty != nil { return true }
        if case .none = duty.window { return false }
        return entry.post != nil || entry.person != nil
    }

    private func timeRejection(_ entered: Entered) -> Rejection? {
        guard let time = entered.entry.fromTime else { return nil }
        let second = clock.second(of: time)
        if (gaps.leaves + gaps.cuts).contains(where: { $0.relief.cause != .closure && $0.range.contains(second) }) {
            return .excusedTime
        }
        if case .occurrences = duty.window { return nil }
        guard assignment.window.isShown else { return nil }
        if second < assignment.window.start { return .tooEarly }
        return second < assignment.closing(assignment.window.end) ? nil : .tooLate
    }
}
