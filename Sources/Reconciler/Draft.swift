import AttendanceModel
import Timetable

/// A line before the consequences of other lines are known; an object, so that passing it on copies nothing.
final class Draft {
    var line: DutyLine
    /// The part of the day that a `void <part>` takes in.
    let part: String?
    /// The start of the duty: what comes first is counted first (X3).
    let start: DaySecond
    /// Failures that are certain, for tallies.
    var failures: Outcomes = []
    /// Whom the deciding ruling names beside the person on duty (C-100).
    var proxy: PersonID?
    /// Who reported the failure, whom it does not hit as well (X4).
    var reporters: [PersonID] = []
    /// Incidents that a ruling closed: the register never shrinks (C-125).
    var closedIncidents: [(kind: String, outcome: Outcome)] = []

    init(line: DutyLine, part: String?, start: DaySecond) {
        self.line = line
        self.part = part
        self.start = start
    }
}

extension DutyJudge {
    /// The line of a duty that the person answers for.
    func draft() -> Draft {
        var judged = judgeNeeds()
        if let observed = judgeObservations(beside: judged) {
            let place = judged.firstIndex { ($0.result.index ?? .max) > (observed.result.index ?? .max) }
            judged.insert(observed, at: place ?? judged.count)
        }
        for place in judged.indices {
            doubtAssignment(&judged[place])
            if school.isClosing { settle(&judged[place]) }
        }
        let draft = emptyDraft()
        draft.line.results = judged.map(\.result)
        draft.line.notes += judged.flatMap(\.notes).uniqued()
        draft.line.consequences = judged.enumerated().flatMap { applied($1, at: $0) }
        draft.failures = certainFailures(judged)
        var doubts = judged.flatMap(\.result.verdict.doubts).uniqued()
        var base = judged.map(\.result.verdict.base).max() ?? .met
        if judged.isEmpty, isWholeWindow(gaps.leaves) { base = .excused }
        if base == .met, !school.isClosing, let fact = unprovenLateLeave(judged) {
            doubts.append(.leaveRecordedLate(fact))
        }
        draft.line.granted = credits(draft, &doubts)
        if base == .met, doubts.isEmpty, let missing = timeLeft(judged) { doubts.append(.awaiting(missing)) }
        draft.line.verdict = Verdict(base, doubts: doubts)
        let isOnLeave = isWholeWindow(gaps.leaves) || judged.contains { $0.result.isExcusedByLeave }
        if base == .excused, isOnLeave {
            draft.line.granted = 0
            draft.line.notes.append(.postUncovered)
        }
        if !draft.line.consequences.isEmpty { draft.reporters = reporters(judged) }
        applyRuling(to: draft, judged)
        draft.line.notFound = notFound(draft)
        return draft
    }

    /// The line of a duty that was cancelled or that somebody else took: excused, with no credits (D.8, 13).
    func excusedDraft() -> Draft {
        let draft = emptyDraft()
        draft.line.verdict = Verdict(.excused)
        if let closure = assignment.closure, closure.cancels {
            draft.line.notes.append(.closed(closure.fact, moved: false))
            if knobs.cancelledCreditsFull, assignment.coveredBy == nil, case .fixed(let credits) = duty.credits {
                draft.line.granted = credits
            }
        } else if knobs.coverCredits == .giver, assignment.covers == nil, case .fixed(let credits) = duty.credits {
            draft.line.granted = credits
        }
        applyRuling(to: draft, [])
        return draft
    }

    /// What leaves the assignment itself open, where the requirement fails.
    private func doubtAssignment(_ judged: inout Judged) {
        guard judged.alternatives.contains(where: { $0.outcome.isFailure }) else { return }
        if let failed = assignment.failedCover, case .late = failed.reason {
            judged.doubt(.coverRecordedLate(failed.fact), or: [Alternative(.excused)])
        }
        if let date = assignment.rosterEdit { judged.doubt(.rosterEditedAfter(date), or: [Alternative(.excused)]) }
    }

    /// What nobody has ruled on when the month is closed (`atClose`, C-93).
    private func settle(_ judged: inout Judged) {
        let isOpen = judged.alternatives.count > 1
        guard isOpen, let best = judged.alternatives.min(by: { $0.outcome < $1.outcome }) else { return }
        let inFavour = knobs.atClose == .person
        let chosen = inFavour ? best : judged.alternatives.max { $0.outcome < $1.outcome } ?? best
        judged.alternatives = [chosen]
        judged.notes.append(.settledAtClose(judged.result.verdict.doubts, inFavour: inFavour))
        judged.result.verdict = Verdict(chosen.outcome)
    }

    /// A late leave over the whole of a duty on which nothing shows that the person came after all (D.8, 7).
    private func unprovenLateLeave(_ judged: [Judged]) -> Int64? {
        guard !gaps.lateLeaves.isEmpty, !isWholeWindow(gaps.leaves), isWholeWindow(gaps.leaves + gaps.lateLeaves) else {
            return nil
        }
        let isProven = judged.contains { $0.result.evidence.contains(where: \.use.isUsed) }
        return isProven ? nil : gaps.lateLeaves.last?.relief.fact
    }

    /// What remains of a duty that is not over: nothing is kept before it has ended, whatever was shown so far.
    ///
    /// A duty without window is the instant of its bound (D.8, 6); one without a bound is the whole day.
    private func timeLeft(_ judged: [Judged]) -> Missing? {
        if assignment.waitsForPupils, facts.isWaiting {
            return .lastPupil(date: assignment.date, duty: duty.id, post: assignment.id.post)
        }
        let isBounded = assignment.window.isShown || judged.contains(where: \.result.isOfPresence)
        let end = isBounded ? assignment.closing(assignment.window.end) : clock.serviceDay.upperBound
        return facts.now < end ? facts.time(end) : nil
    }

    private func emptyDraft() -> Draft {
        let window = assignment.window
        let start = clock.time(window.start)
        let end = clock.time(window.end)
        let line = DutyLine(
            id: assignment.id, personName: school.people[assignment.id.person]?.name ?? assignment.id.person.text,
            dutyName: duty.name, label: dutyDay.label, window: window.isShown && start <= end ? start..<end : nil,
            variant: assignment.variant, cite: duty.cite, results: [], verdict: Verdict(.met), ruling: nil,
            granted: 0, voided: 0, docked: 0, net: 0, voids: [], consequences: [], coveredBy: assignment.coveredBy,
            covers: assignment.covers, notes: assignmentNotes, notFound: [])
        return Draft(line: line, part: duty.part, start: window.start)
    }

    private var assignmentNotes: [LineNote] {
        var notes: [LineNote] = []
        if let closure = assignment.closure, !closure.cancels { notes.append(.closed(closure.fact, moved: true)) }
        if let cover = assignment.cover, cover.noted > clock.moment(assignment.window.start) {
            notes.append(.coverRecordedAfter(cover.seq))
        }
        if let failed = assignment.failedCover, case .overlaps(let other) = failed.reason {
            notes.append(.coverRefused(failed.fact, overlapping: other))
        }
        if let rain = assignment.rainMidway { notes.append(.rainMidway(rain, handedOver: assignment.handed != nil)) }
        notes += assignment.overlaps.map { .overlaps($0) }
        return notes
    }

    private func notFound(_ draft: Draft) -> [NotFound] {
        NotFound.allCases.filter { kind in
            switch kind {
            case .leave: facts.leaves[assignment.id.person] == nil
            case .cover: assignment.covers == nil
            case .outage: !dutyDay.hadOutage
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
