import AttendanceModel
import Timetable

extension DutyJudge {
    /// The demand and its shown form; nil for what asks for no evidence at a time.
    func demand(of asked: AskedNeed) -> (Demand, RequirementResult.Form)? {
        let need = asked.need
        let grace = need.graceMinutes ?? knobs.graceMinutes
        let favoursPerson = knobs.doubt == .person
        switch asked.form {
        case .arrive(let from, let until, let untilTime):
            let strictEnd = clock.closedEnd(of: untilTime)
            let end = clock.closedEnd(of: untilTime, graceMinutes: grace)
            let earliest = from - 60 * (need.earliestMinutes ?? knobs.earliestMinutes)
            let windowEnd = assignment.closing(assignment.window.end)
            let demand = Demand(
                side: .arrive, core: from..<max(strictEnd, from + 1), good: min(earliest, end)..<end,
                strict: min(earliest, strictEnd)..<strictEnd, before: earliest..<earliest,
                after: end..<max(end, windowEnd), bound: until, favoursPerson: favoursPerson)
            return (demand, .arrive(earliest: shown(earliest), from: shown(from), until: untilTime))
        case .leave(let from, let latest):
            let bound = assignment.closing(from ?? pupilsBound)
            let start = bound - 60 * grace
            let end = max(bound + 1, latest.map { clock.closedEnd(of: $0) } ?? clock.serviceDay.upperBound)
            let since = min(start, assignment.blockStart - 60 * (need.sinceMinutes ?? knobs.sinceMinutes))
            let demand = Demand(
                side: .leave, core: bound..<bound + 1, good: start..<end, strict: bound..<end, before: since..<start,
                after: end..<end, bound: bound, favoursPerson: favoursPerson)
            return (demand, .leave(from: shown(bound), until: latest ?? shown(end), since: shown(since)))
        case .count(let needed, let from, let until, let untilTime, let gap):
            let good = from..<max(from + 1, clock.closedEnd(of: untilTime))
            let demand = Demand(
                side: .count, core: from..<max(from, until), good: good, strict: good, before: from..<from,
                after: good.upperBound..<good.upperBound, needed: needed, gapMinutes: gap, bound: from,
                favoursPerson: favoursPerson)
            return (demand, .count(needed, from: shown(from), until: untilTime, gapMinutes: gap))
        case .never, .form: return nil
        }
    }

    /// When the last pupil had gone; while nobody knows, the start: nobody can be asked to stay for pupils who may not
    /// have been there (C-114).
    private var pupilsBound: DaySecond {
        assignment.window.end < clock.serviceDay.upperBound ? assignment.window.end : assignment.window.start
    }

    private func shown(_ second: DaySecond) -> LocalTime { clock.time(second) }

    // MARK: what may be evidence

    func items(of kind: Requirement.Evidence, _ need: Requirement, _ side: Demand.Side) -> [EvidenceItem] {
        var items: [EvidenceItem]
        switch kind {
        case .punch: items = punchItems(side)
        case .sign: items = signItems()
        case .seen: items = seenItems()
        case .handover: items = pupilItems(facts.handovers, .handover)
        case .headcount: items = pupilItems(facts.headcounts, .headcount)
        }
        guard let group = need.exclusive, !context.used.isEmpty else { return items }
        for index in items.indices where items[index].rejection == nil {
            let use = DayContext.ExclusiveUse(
                person: assignment.id.person, group: group, fact: items[index].line.fact)
            if let duty = context.used[use] { items[index].rejection = .usedFor(duty) }
        }
        return items
    }

    /// Punches at the duty's machines, and claims that stand for a punch (D.8, 5).
    func punchItems(_ side: Demand.Side) -> [EvidenceItem] {
        var items = taps.map { tap in
            EvidenceItem(
                second: clock.second(at: tap.second), uncertainty: tap.uncertainty, doubt: tap.doubt,
                rejection: rejection(of: tap, side), source: tap.source)
        }
        guard let written = facts.attests[assignment.id.person] else { return items }
        for attest in written where attest.concerns(duty.id, post: assignment.id.post) {
            items.append(item(attest, .attest, doubt: nil, rejection: context.claims.rejections[attest.seq]))
        }
        items.sort { ($0.second ?? 0, $0.line.fact) < ($1.second ?? 0, $1.line.fact) }
        return items
    }

    private func rejection(of tap: Tap, _ side: Demand.Side) -> Rejection? {
        if let fact = tap.retractedBy { return .retracted(by: fact) }
        guard dutyDay.serving.contains(tap.device) else { return .place }
        guard knobs.usesDirection, let isIn = tap.isIn else { return nil }
        switch side {
        case .arrive: return isIn ? nil : .direction
        case .leave: return isIn ? .direction : nil
        case .count: return nil
        }
    }

    private func signItems() -> [EvidenceItem] {
        (facts.signs[assignment.id.person] ?? [])
            .filter { $0.concerns(duty.id, post: assignment.id.post) }
            .map { sign in
                let isLate = sign.noted > facts.sheetDeadline
                return item(sign, .sign, doubt: isLate ? .sheetTypedLate(sign.seq) : nil, rejection: nil)
            }
            .sorted { ($0.second ?? 0, $0.line.fact) < ($1.second ?? 0, $1.line.fact) }
    }

    /// Whoever saw the person, or somebody at the post, present at a time.
    private func seenItems() -> [EvidenceItem] {
        observations(for: nil).filter { $0.observation == .present && $0.rejection != .observer }
            .map { item($0.entered, .seen, doubt: nil, rejection: nil) }
            .sorted { ($0.second ?? 0, $0.line.fact) < ($1.second ?? 0, $1.line.fact) }
    }

    /// Hand-overs by or to the person, and counts that the person made.
    private func pupilItems(_ written: [Entered], _ kind: EvidenceLine.Kind) -> [EvidenceItem] {
        let person = assignment.id.person
        return written.filter { entered in
            let isTheirs =
                entered.entry.person == person || entered.entry.by == person.text
                || (kind == .handover && entered.entry.other == person.text)
            return isTheirs && entered.entry.duty.map { $0 == duty.id } ?? true
        }
        .map { item($0, kind, doubt: nil, rejection: nil) }
        .sorted { ($0.second ?? 0, $0.line.fact) < ($1.second ?? 0, $1.line.fact) }
    }

    private func item(
        _ entered: Entered, _ kind: EvidenceLine.Kind, doubt: Doubt?, rejection: Rejection?
    ) -> EvidenceItem {
        let second = entered.entry.fromTime.map { clock.second(of: $0) }
        return EvidenceItem(
            second: second, uncertainty: 0, doubt: doubt, rejection: rejection,
            source: EvidenceSource(
                line(entered, kind, time: second.map { clock.moment($0) }, use: .rejected(.outside))))
    }

    // MARK: what is told

    /// What an explanation shows: whatever was used or lies near, and the nearest when the requirement is not met.
    func evidence(
        _ items: [EvidenceItem], _ uses: [EvidenceUse], _ demand: Demand, isMet: Bool
    ) -> [EvidenceLine] {
        let near = demand.reach.lowerBound - 3600..<demand.nearEnd
        var lines: [EvidenceLine] = []
        var nearest: (distance: Int, place: Int)?
        func add(_ place: Int) {
            var line = items[place].line
            line.use = uses[place]
            lines.append(line)
        }
        for place in items.indices {
            guard let second = items[place].second, !uses[place].isUsed, !near.contains(second) else {
                add(place)
                continue
            }
            let distance = max(demand.good.lowerBound - second, second - demand.good.upperBound)
            if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, place) }
        }
        if lines.isEmpty, !isMet, let nearest { add(nearest.place) }
        return lines
    }

    /// What a reader should know of evidence that was accepted.
    func notes(_ items: [EvidenceItem], _ uses: [EvidenceUse], _ demand: Demand) -> [LineNote] {
        var notes: [LineNote] = []
        for (item, use) in zip(items, uses) where use.isUsed {
            let fact = item.line.fact
            if use == .countedWithinUncertainty { notes.append(.withinClockUncertainty(fact)) }
            if item.line.kind == .attest { notes.append(.attested(fact)) }
            if let second = item.second, use == .counted {
                if demand.side == .arrive, second < demand.core.lowerBound { notes.append(.cameBeforeWindow) }
                if !demand.strict.contains(second) { notes.append(.withinGrace(fact)) }
            }
            if item.line.kind == .punch, taps.count > 1, let other = twin(of: item) {
                notes.append(.twoPlaces(fact, other))
            }
        }
        return notes
    }

    /// A punch of the same person at another place within the minute (C-10).
    private func twin(of item: EvidenceItem) -> Int64? {
        guard let second = item.second else { return nil }
        let utc = clock.utc(of: second)
        let device = DeviceID(item.line.source)
        return taps.first { tap in
            tap.fact != item.line.fact && abs(tap.second - utc) < 60 && tap.device != device
                && school.machines.place(of: tap.device) != school.machines.place(of: device)
        }?.fact
    }
}

extension Demand {
    /// All seconds in which evidence says anything.
    var reach: Range<DaySecond> {
        min(before.lowerBound, good.lowerBound)..<max(after.upperBound, good.upperBound)
    }

    /// Until when evidence is worth showing.
    var nearEnd: DaySecond { reach.upperBound + 3600 }
}
