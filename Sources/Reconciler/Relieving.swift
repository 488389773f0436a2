import AttendanceModel
import Timetable

/// A stretch of the day that leave, outage or closure takes out of a requirement.
struct Gap {
    let range: Range<DaySecond>
    let relief: Relief
}

/// The gaps around one assignment, apart by how they act; outages are those of its duty.
struct Gaps {
    /// Leave noted before the duty began; it takes in every kind of evidence.
    var leaves: [Gap] = []
    /// Leave noted after that (C-82).
    var lateLeaves: [Gap] = []
    /// What a closure, or rain in mid-duty, takes from the person's part.
    var cuts: [Gap] = []

    init(_ assignment: Assignment, facts: DayFacts) {
        let clock = facts.clock
        let start = clock.moment(assignment.window.start)
        let limit = LocalDateTime(wallSeconds: start.wallSeconds - Int64(60 * facts.knobs.leaveBeforeMinutes))
        for leave in facts.leaves[assignment.id.person] ?? []
        where leave.concerns(assignment.duty.id, post: assignment.id.post) {
            let range = facts.range(of: leave)
            let gap = Gap(range: range, relief: Relief(.leave, leave.seq, range, clock))
            if leave.noted <= limit { leaves.append(gap) } else { lateLeaves.append(gap) }
        }
        if let closure = assignment.closure, !closure.cancels {
            let range = closure.from..<max(closure.from, clock.serviceDay.upperBound)
            cuts.append(Gap(range: range, relief: Relief(.closure, closure.fact, range, clock)))
        }
        if let handed = assignment.handed { cuts.append(handed) }
    }
}

extension Relief {
    init(_ cause: Cause, _ fact: Int64?, _ range: Range<DaySecond>, _ clock: DayClock, device: DeviceID? = nil) {
        self.init(
            cause: cause, fact: fact, from: clock.time(range.lowerBound), to: clock.time(range.upperBound),
            device: device)
    }
}

extension Demand {
    /// Takes `gaps` out of the demand; false when nothing of it is left, so that it is excused (D.8, 7).
    ///
    /// `leave` says what leave over only a part does: the rest is asked for, nothing is, or all of it still is (C-81).
    mutating func relieve(by all: [Gap], leave: Knobs.PartialLeave = .reduce) -> Bool {
        var gaps = all
        if leave != .reduce {
            let leaves = all.filter { $0.relief.cause == .leave }
            let isWhole = !core.isEmpty && core.subtracting(leaves.map(\.range)).isEmpty
            if leave == .excuse, leaves.contains(where: { $0.range.overlaps(core) }) { return false }
            if !isWhole { gaps.removeAll { $0.relief.cause == .leave } }
        }
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
