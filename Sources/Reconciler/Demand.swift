import AttendanceModel
import Timetable

/// The one primitive of judging (model.md D.2): so many pieces of evidence in an interval, far enough apart.
///
/// `arrive` is one piece in an interval with a late side, `leave` one with an early side, `count` several without
/// sides. All values are seconds of the service date.
struct Demand {
    enum Side { case arrive, leave, count }

    let side: Side
    /// What leave or outage must take away to excuse it: the interval as the plan writes it, or the bound of a `leave`.
    var core: Range<DaySecond>
    /// Where evidence fulfils it, the grace included; closed displayed minutes are already half-open seconds here.
    var good: Range<DaySecond>
    /// The part of `good` that is no grace (X1).
    var strict: Range<DaySecond>
    /// Where evidence is early: from `since` to the bound of a `leave`.
    var before: Range<DaySecond>
    /// Where evidence is late: from the bound of an `arrive` to the end of the window.
    var after: Range<DaySecond>
    var needed = 1
    /// Displayed minutes between counted pieces.
    var gapMinutes = 0
    /// Leave, outage or closure inside the interval of a count: only evidence in the rest counts (D.8, 7).
    var holes: [Range<DaySecond>] = []
    /// The bound that lateness and earliness are told from.
    var bound: DaySecond
    /// Whether the clock's uncertainty favours the person (`doubt`, C-34).
    var favoursPerson: Bool

    struct Answer {
        var outcome: Outcome
        /// One for each item, in the same order.
        var uses: [EvidenceUse]
    }

    /// Judges items in rising order of time; those without a time count as in time.
    func judge(_ items: [EvidenceItem], bounceSeconds: Int) -> Answer {
        var uses = [EvidenceUse](repeating: .rejected(.outside), count: items.count)
        var counted = 0
        var last: (second: DaySecond, fact: Int64)?
        var early: Int?
        var late: Int?
        for (index, item) in items.enumerated() {
            if let rejection = item.rejection {
                uses[index] = .rejected(rejection)
                continue
            }
            guard let second = item.second else {
                uses[index] = counted < needed ? .counted : .rejected(.notNeeded)
                counted += 1
                continue
            }
            switch place(second, margin: item.uncertainty) {
            case .good(let isCertain):
                if holes.contains(where: { $0.contains(second) }) {
                    uses[index] = .rejected(.excusedTime)
                } else if let last, counted >= needed || minutes(from: last.second, to: second) < gapMinutes {
                    // A double tap only reads differently; what counts is the gap (C-08, C-16).
                    uses[index] = .rejected(
                        second - last.second <= bounceSeconds
                            ? .sameTap(as: last.fact) : counted >= needed ? .notNeeded : .tooClose(to: last.fact))
                } else if counted >= needed {
                    uses[index] = .rejected(.notNeeded)
                } else {
                    uses[index] = isCertain ? .counted : .countedWithinUncertainty
                    counted += 1
                    last = (second, item.line.fact)
                }
            case .before:
                early = index
                uses[index] = .rejected(.tooEarly)
            case .after:
                if late == nil { late = index }
                uses[index] = .rejected(counted >= needed ? .notNeeded : .tooLate)
            case .tooEarly: uses[index] = .rejected(.tooEarly)
            case .tooLate: uses[index] = .rejected(.tooLate)
            }
        }
        if counted >= needed { return Answer(outcome: .met, uses: uses) }
        if counted > 0 { return Answer(outcome: .short, uses: uses) }
        if let late, let second = items[late].second {
            uses[late] = .late(minutes: minutes(from: bound, to: second))
            return Answer(outcome: .late, uses: uses)
        }
        if let early, let second = items[early].second {
            uses[early] = .early(minutes: minutes(from: second, to: bound))
            return Answer(outcome: .early, uses: uses)
        }
        return Answer(outcome: .missing, uses: uses)
    }

    private enum Place { case good(certain: Bool), before, after, tooEarly, tooLate }

    private func place(_ second: DaySecond, margin: Int) -> Place {
        if good.contains(second) { return .good(certain: true) }
        if favoursPerson, second + margin >= good.lowerBound, second - margin < good.upperBound {
            return .good(certain: false)
        }
        if before.contains(second) { return .before }
        if after.contains(second) { return .after }
        return second < good.lowerBound ? .tooEarly : .tooLate
    }

    /// Displayed minutes, as a wall clock counts them (D.8, 4).
    private func minutes(from first: DaySecond, to second: DaySecond) -> Int {
        second.flooredMinutes - first.flooredMinutes
    }
}

/// A fact that may be evidence for a person's duty.
struct EvidenceItem {
    /// Nil for a signature or claim without a time, which is in time (D.8, 5).
    let second: DaySecond?
    /// Seconds.
    let uncertainty: Int
    /// Why it might not hold at all.
    let doubt: Doubt?
    /// Why it is out before its time is looked at.
    var rejection: Rejection?
    private let source: EvidenceSource

    init(second: DaySecond?, uncertainty: Int, doubt: Doubt?, rejection: Rejection?, source: EvidenceSource) {
        self.second = second
        self.uncertainty = uncertainty
        self.doubt = doubt
        self.rejection = rejection
        self.source = source
    }

    /// Its `use` is filled in by the judgement.
    var line: EvidenceLine { source.line }
}

/// The line that a fact becomes in every requirement that looks at it.
final class EvidenceSource {
    let line: EvidenceLine

    init(_ line: EvidenceLine) {
        self.line = line
    }
}
