import AttendanceModel

/// Which late facts could change the judgement of a closed month: all others are not even tried.
struct Relevance {
    private let month: Month
    private let size: Int64
    private let known: [Int64: Fact]
    /// A punch is logged at its machine's time; days on both sides cover zones and clocks that are off.
    private let punches: ClosedRange<Instant>
    /// The first comparison of a machine's clock after the month bounds its last punches; later ones do not (C-30).
    private let firstComparisons: Set<Int64>

    init(_ history: History, size: Int64) {
        self.month = history.month
        self.size = size
        punches = factsNeeded(for: month.dates).punches
        known = Dictionary(history.facts.map { ($0.seq, $0) }) { first, _ in first }
        var first: [String: (date: LocalDate, seq: Int64)] = [:]
        var firsts: Set<Int64> = []
        for fact in history.facts {
            guard case .entry(.clock, let entry) = fact.body, let date = entry.dates?.lowerBound,
                date > history.month.last, let machine = entry.other
            else { continue }
            guard first[machine].map({ date <= $0.date }) ?? true else { continue }
            first[machine] = (date, fact.seq)
            firsts.insert(fact.seq)
        }
        firstComparisons = firsts
    }

    func couldMatter(_ fact: Fact) -> Bool {
        guard fact.seq >= size else { return false }
        switch fact.body {
        case .punch: return fact.at.map { punches.contains($0) } ?? true
        case .entry(.clock, let entry):
            return entry.dates.map { $0.lowerBound <= month.last } ?? true || firstComparisons.contains(fact.seq)
        case .entry(.retract, let entry): return withdraws(entry)
        case .entry(.objection, _), .notice, .close, .genesis, .imported: return false
        case .entry(.swap, let entry):
            return isAbout(entry) || entry.to.flatMap { LocalDate(iso: $0) }.map { month.dates.contains($0) } ?? false
        case .entry(_, let entry): return isAbout(entry)
        case .publish(let document):
            let isDated = document.kind == .plan || document.kind == .roster
            return !isDated || document.from <= month.last
        case .session: return punches.contains(fact.at ?? fact.recorded)
        default: return true
        }
    }

    private func isAbout(_ entry: Entry) -> Bool { entry.dates.map { $0.overlaps(month.dates) } ?? true }

    /// A withdrawal matters as what it withdraws, whether that came in time or late.
    private func withdraws(_ entry: Entry) -> Bool {
        var entry = entry
        for _ in 0..<8 {
            guard let ref = entry.ref else { return isAbout(entry) }
            guard let target = known[ref] else { return true }
            switch target.body {
            case .punch: return target.at.map { punches.contains($0) } ?? true
            case .entry(.retract, let inner): entry = inner
            case .entry(.objection, _): return false
            case .entry(_, let inner): return isAbout(inner)
            default: return false
            }
        }
        return true
    }
}
