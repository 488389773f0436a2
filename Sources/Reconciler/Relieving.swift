import AttendanceModel
import Timetable

/// A stretch of the day that leave, outage or closure takes out of a requirement.
struct Gap {
    let range: Range<DaySecond>
    let relief: Relief
}

/// The gaps around one assignment, apart by how they act.
struct Gaps {
    /// Leave noted before the duty began; it takes in every kind of evidence.
    var leaves: [Gap] = []
    /// Leave noted after that (C-82).
    var lateLeaves: [Gap] = []
    /// Times in which no machine of the duty worked; they take in punches only (C-98).
    var outages: [Gap] = []
    /// Times in which at least one of them did not (D.8, 8).
    var partialOutages: [(range: Range<DaySecond>, device: DeviceID)] = []
    var closures: [Gap] = []

    init(_ assignment: Assignment, facts: DayFacts, machines: [Machine]) {
        let knobs = facts.knobs
        for leave in facts.leaves[assignment.id.person] ?? []
        where leave.concerns(assignment.duty.id, post: assignment.id.post) {
            let range = facts.range(of: leave)
            let gap = Gap(range: range, relief: Relief(.leave, leave.seq, range))
            if leave.noted <= assignment.start { leaves.append(gap) } else { lateLeaves.append(gap) }
        }
        if let closure = assignment.closure, !closure.cancels {
            let range = closure.from..<knobs.serviceDay.upperBound
            closures = [Gap(range: range, relief: Relief(.closure, closure.fact, range))]
        }
        findOutages(facts, machines: machines)
    }

    private mutating func findOutages(_ facts: DayFacts, machines: [Machine]) {
        var common: [Range<DaySecond>]?
        var firstFact: Int64?
        for machine in machines {
            let down = facts.downtimes(of: machine.id)
            firstFact = firstFact ?? down.lazy.compactMap(\.fact).first
            for stretch in down { partialOutages.append((stretch.range, machine.id)) }
            let ranges = down.map(\.range)
            common = common.map { $0.flatMap { left in ranges.compactMap { left.intersection($0) } } } ?? ranges
        }
        for range in common ?? [] {
            let device = machines.count == 1 ? machines.first?.id : nil
            outages.append(Gap(range: range, relief: Relief(.outage, firstFact, range, device: device)))
        }
    }
}

extension Relief {
    init(_ cause: Cause, _ fact: Int64?, _ range: Range<DaySecond>, device: DeviceID? = nil) {
        self.init(
            cause: cause, fact: fact, from: LocalTime(clampingSecondOfDay: range.lowerBound),
            to: LocalTime(clampingSecondOfDay: range.upperBound), device: device)
    }
}

extension Demand {
    /// Takes `gaps` out of the demand; false when nothing of it is left, so that it is excused (D.8, 7).
    mutating func relieve(by gaps: [Gap]) -> Bool {
        switch side {
        case .leave:
            // Leave until the bound is leave over it; a machine that works again at the bound is there to be used. A
            // closure has moved the bound already (D.8, 14).
            return !gaps.contains { gap in
                gap.relief.cause != .closure && gap.range.contains(bound)
                    || gap.relief.cause == .leave && gap.range.upperBound == bound
            }
        case .arrive:
            return !core.subtracting(gaps.map(\.range)).isEmpty
        case .count:
            let rest = core.subtracting(gaps.map(\.range)).reduce(0) { $0 + $1.count }
            guard rest > 0 else { return core.isEmpty }
            if rest < core.count {
                needed = max(1, needed * rest / core.count)
                holes = gaps.map(\.range)
            }
            return true
        }
    }
}

extension Range<Int> {
    /// What both have; nil when that is nothing.
    func intersection(_ other: Range<Int>) -> Range<Int>? {
        let lower = Swift.max(lowerBound, other.lowerBound)
        let upper = Swift.min(upperBound, other.upperBound)
        return lower < upper ? lower..<upper : nil
    }

    /// What is left without `gaps`, in rising order.
    func subtracting(_ gaps: [Range<Int>]) -> [Range<Int>] {
        gaps.reduce([self]) { rest, gap in
            rest.flatMap { part -> [Range<Int>] in
                guard gap.overlaps(part) else { return [part] }
                return [
                    part.lowerBound..<Swift.max(part.lowerBound, gap.lowerBound),
                    Swift.min(part.upperBound, gap.upperBound)..<part.upperBound,
                ].filter { !$0.isEmpty }
            }
        }.filter { !$0.isEmpty }
    }
}
