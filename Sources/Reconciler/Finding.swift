import AttendanceModel

/// What one kind of evidence of a requirement came to, with everything it might still come to.
struct Finding {
    var base: Outcome
    var doubts: [Doubt] = []
    /// The base and what else may turn out; one element when nothing is in doubt.
    var alternatives: [Outcome]
    var evidence: [EvidenceLine] = []
    var reliefs: [Relief] = []
    var notes: [LineNote] = []

    init(_ base: Outcome) {
        self.base = base
        self.alternatives = [base]
    }

    mutating func doubt(_ reasons: [Doubt], or others: [Outcome]) {
        for reason in reasons where !doubts.contains(reason) { doubts.append(reason) }
        for other in others where !alternatives.contains(other) { alternatives.append(other) }
    }

    var verdict: Verdict { Verdict(base, doubts: alternatives.count > 1 ? doubts : []) }
}

/// A few outcomes: a set that needs no memory of its own.
struct Outcomes: Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt8 = 0

    init(_ outcomes: some Sequence<Outcome>) {
        for outcome in outcomes { insert(outcome) }
    }

    init(arrayLiteral outcomes: Outcome...) {
        self.init(outcomes)
    }

    var isEmpty: Bool { bits == 0 }
    /// From the best to the worst.
    var rising: [Outcome] { Outcome.allCases.filter(contains) }
    var failures: Outcomes { Outcomes(rising.filter(\.isFailure)) }

    func contains(_ outcome: Outcome) -> Bool { bits & 1 << outcome.rawValue != 0 }

    mutating func insert(_ outcome: Outcome) { bits |= 1 << outcome.rawValue }

    mutating func formUnion(_ other: Outcomes) { bits |= other.bits }

    func intersection(_ other: Outcomes) -> Outcomes {
        var common = self
        common.bits &= other.bits
        return common
    }
}

/// One way in which a requirement may turn out: the outcome it shows, and all outcomes whose consequences it carries.
struct Alternative: Hashable {
    let outcome: Outcome
    /// A late punch without a signature shows short and carries both (D.8, 1).
    let keys: Outcomes

    init(_ outcome: Outcome, keys: Outcomes? = nil) {
        self.outcome = outcome
        self.keys = keys ?? [outcome]
    }

    /// Joins what each kind of evidence came to (C-97, C-98).
    ///
    /// An excused kind is not asked for. One kind there and another absent is short; none there is missing.
    init(kinds: [Outcome], all: Bool) {
        let asked = kinds.filter { $0 != .excused }
        guard let worst = asked.max(), let best = asked.min() else {
            self.init(kinds.isEmpty ? .met : .excused)
            return
        }
        if !all {
            self.init(min(best, kinds.min() ?? best))
        } else if worst == .missing, best != .missing {
            var keys = Outcomes(asked.filter { $0.isFailure && $0 != .missing })
            keys.insert(.short)
            self.init(.short, keys: keys)
        } else if worst.isFailure {
            self.init(worst, keys: Outcomes(asked.filter(\.isFailure)))
        } else {
            self.init(asked.count == kinds.count ? .met : .excused)
        }
    }

    /// Every combination of what the kinds may come to; the first is that of their bases.
    static func combinations(of findings: [Finding], all: Bool) -> [Alternative] {
        if findings.count == 1 { return findings[0].alternatives.map { Alternative($0) } }
        var rows: [[Outcome]] = [[]]
        for finding in findings {
            rows = rows.flatMap { row in finding.alternatives.map { row + [$0] } }
        }
        var found: [Alternative] = []
        for row in rows {
            let alternative = Alternative(kinds: row, all: all)
            if !found.contains(alternative) { found.append(alternative) }
        }
        return found
    }
}

/// A requirement's result with its alternatives, the base first.
struct Judged {
    var result: RequirementResult
    var alternatives: [Alternative]
    var notes: [LineNote] = []

    mutating func doubt(_ reason: Doubt, or others: [Alternative]) {
        for other in others where !alternatives.contains(other) { alternatives.append(other) }
        if alternatives.count > 1, !result.verdict.doubts.contains(reason) { result.verdict.doubts.append(reason) }
    }
}
