import AttendanceModel
import Timetable

extension DutyJudge {
    /// The demand and its shown form with bells resolved; nil when one of its bells does not ring that day.
    func demand(of need: Requirement) -> (Demand, RequirementResult.Form)? {
        let favoursPerson = knobs.doubt == .person
        switch need.form {
        case .arrive(let fromBell, let untilBell):
            guard let from = day.time(of: fromBell), let until = day.time(of: untilBell) else { return nil }
            let end = knobs.closedEnd(of: until)
            let earliest = knobs.second(of: from) - 60 * (need.earliestMinutes ?? knobs.earliestMinutes)
            let windowEnd = closing(assignment.window.end)
            let demand = Demand(
                side: .arrive, core: knobs.second(of: from)..<max(end, knobs.second(of: from) + 1),
                good: min(earliest, end)..<end, before: earliest..<earliest, after: end..<max(end, windowEnd),
                bound: knobs.second(of: until), favoursPerson: favoursPerson)
            return (demand, .arrive(earliest: shown(earliest), from: from, until: until))
        case .leave(let fromBell, let untilBell):
            guard let from = day.time(of: fromBell) else { return nil }
            let bound = closing(knobs.second(of: from))
            let latest = (need.latest ?? untilBell).flatMap { day.time(of: $0) }
            let end = max(bound + 1, latest.map { knobs.closedEnd(of: $0) } ?? knobs.serviceDay.upperBound)
            let since = min(bound, assignment.blockStart - 60 * (need.sinceMinutes ?? knobs.sinceMinutes))
            let demand = Demand(
                side: .leave, core: bound..<bound + 1, good: bound..<end, before: since..<bound, after: end..<end,
                bound: bound, favoursPerson: favoursPerson)
            return (demand, .leave(from: shown(bound), until: latest ?? shown(end), since: shown(since)))
        case .count(let needed, let fromBell, let untilBell, let gap):
            guard let from = day.time(of: fromBell), let until = day.time(of: untilBell) else { return nil }
            let start = knobs.second(of: from)
            let good = start..<max(start + 1, knobs.closedEnd(of: until))
            let demand = Demand(
                side: .count, core: start..<max(start, knobs.second(of: until)), good: good,
                before: start..<start, after: good.upperBound..<good.upperBound, needed: needed, gapMinutes: gap,
                bound: start, favoursPerson: favoursPerson)
            return (demand, .count(needed, from: from, until: until, gapMinutes: gap))
        case .never, .form: return nil
        }
    }

    /// A bound or end, moved to a closure that comes before it (D.8, 14).
    func closing(_ second: DaySecond) -> DaySecond {
        assignment.closure.map { min($0.from, second) } ?? second
    }

    private func shown(_ second: DaySecond) -> LocalTime { LocalTime(clampingSecondOfDay: second) }

    /// Punches at the duty's machines, and claims that stand for a punch (D.8, 5).
    func punchItems() -> [EvidenceItem] {
        var items = taps.map { tap in
            EvidenceItem(
                second: Int(clamping: tap.wall - Int64(assignment.date.dayNumber) * 86_400),
                uncertainty: tap.uncertainty, doubt: tap.doubt, rejection: rejection(of: tap), line: tap.line)
        }
        let written = facts.attests[assignment.id.person] ?? []
        for attest in written where attest.concerns(duty.id, post: assignment.id.post) {
            items.append(item(attest, .attest, doubt: nil, rejection: claims.rejections[attest.seq]))
        }
        if items.count > taps.count { items.sort { ($0.second ?? 0, $0.line.fact) < ($1.second ?? 0, $1.line.fact) } }
        return items
    }

    private func rejection(of tap: Tap) -> Rejection? {
        if let fact = tap.retractedBy { return .retracted(by: fact) }
        if let machine = school.machines.byID[tap.device] { return machine.serves(duty) ? nil : .place }
        return duty.places == nil ? nil : .place
    }

    func signItems() -> [EvidenceItem] {
        (facts.signs[assignment.id.person] ?? [])
            .filter { $0.concerns(duty.id, post: assignment.id.post) }
            .map { sign in
                let isLate = sign.noted > facts.sheetDeadline
                return item(sign, .sign, doubt: isLate ? .sheetTypedLate(sign.seq) : nil, rejection: nil)
            }
            .sorted { ($0.second ?? 0, $0.line.fact) < ($1.second ?? 0, $1.line.fact) }
    }

    private func item(
        _ entered: Entered, _ kind: EvidenceLine.Kind, doubt: Doubt?, rejection: Rejection?
    ) -> EvidenceItem {
        let time = entered.entry.fromTime
        return EvidenceItem(
            second: time.map { knobs.second(of: $0) }, uncertainty: 0, doubt: doubt, rejection: rejection,
            line: line(
                entered, kind, time: time.map { assignment.date.moment(knobs.second(of: $0)) },
                use: .rejected(.outside)))
    }

    /// What an explanation shows: whatever was used or lies near, and the nearest when the requirement is not met.
    func evidence(
        _ items: [EvidenceItem], _ uses: [EvidenceUse], _ demand: Demand, isMet: Bool
    ) -> [EvidenceLine] {
        let near = demand.reach.lowerBound - 3600..<demand.nearEnd
        var lines: [EvidenceLine] = []
        var nearest: (distance: Int, line: EvidenceLine)?
        for (item, use) in zip(items, uses) {
            var line = item.line
            line.use = use
            guard let second = item.second, !use.isUsed, !near.contains(second) else {
                lines.append(line)
                continue
            }
            let distance = max(demand.good.lowerBound - second, second - demand.good.upperBound)
            if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, line) }
        }
        if lines.isEmpty, !isMet, let nearest { lines.append(nearest.line) }
        return lines
    }

    /// What a reader should know of evidence that was accepted.
    func notes(_ items: [EvidenceItem], _ uses: [EvidenceUse], _ demand: Demand) -> [LineNote] {
        var notes: [LineNote] = []
        for (item, use) in zip(items, uses) where use.isUsed {
            if use == .countedWithinUncertainty { notes.append(.withinClockUncertainty(item.line.fact)) }
            if item.line.kind == .attest { notes.append(.attested(item.line.fact)) }
            if demand.side == .arrive, let second = item.second, second < demand.core.lowerBound {
                notes.append(.cameBeforeWindow)
            }
            if item.line.kind == .punch, let other = twin(of: item) { notes.append(.twoPlaces(item.line.fact, other)) }
        }
        return notes
    }

    /// A punch of the same person at another place within the minute (C-10).
    private func twin(of item: EvidenceItem) -> Int64? {
        guard let second = item.second else { return nil }
        let place = school.machines.byID[DeviceID(item.line.source)]?.place ?? item.line.source
        let midnight = Int64(assignment.date.dayNumber) * 86_400
        return taps.first { tap in
            abs(tap.wall - midnight - Int64(second)) < 60 && tap.fact != item.line.fact
                && (school.machines.byID[tap.device]?.place ?? tap.device.text) != place
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
