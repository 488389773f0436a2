/// What became of a requirement or a duty, from best to worst (model.md D.2).
package enum Outcome: Int, Comparable, CaseIterable, Sendable, Hashable {
    case met, excused, late, early, short, missing

    /// The word used in plans, rulings, CSV columns and JSON.
    package var word: String {
        switch self {
        case .met: "met"
        case .excused: "excused"
        case .late: "late"
        case .early: "early"
        case .short: "short"
        case .missing: "missing"
        }
    }

    package init?(word: some StringProtocol) {
        guard let outcome = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = outcome
    }

    /// Whether the plan's consequences ask for it at all.
    package var isFailure: Bool { self > .excused }

    package static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
}

/// Why an outcome is not final yet; shown in place of the outcome, holding back consequences (D.8, 2).
package enum Flag: Int, Comparable, Sendable, Hashable {
    case contested, pending

    package var word: String { self == .pending ? "pending" : "contested" }

    package static func < (left: Flag, right: Flag) -> Bool { left.rawValue < right.rawValue }
}

/// A base outcome with its flag: what one requirement, or one kind of evidence within it, came to.
package struct Verdict: Hashable, Sendable {
    /// What it would be if nothing else were learned.
    package var base: Outcome
    /// Why consequences wait; the flag is the more serious of these.
    package var doubts: [Doubt]

    package init(_ base: Outcome, doubts: [Doubt] = []) {
        self.base = base
        self.doubts = doubts
    }

    package var flag: Flag? { doubts.map(\.flag).max() }
    /// Whether consequences may act on it.
    package var isCertain: Bool { doubts.isEmpty }
    /// `pending`, `contested`, or the outcome's word.
    package var shown: String { flag?.word ?? base.word }
}
