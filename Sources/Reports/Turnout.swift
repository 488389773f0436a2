import AttendanceModel
package import Reconciler

/// How often some duties were kept and what they earned: the one place where documents count, so that the notice, the
/// pay sheet and the appraisal cannot differ.
package struct Turnout: Sendable, Hashable {
    /// Lines that count on paper: neither open nor excused nor given away.
    package private(set) var kept = 0
    package private(set) var late = 0
    package private(set) var early = 0
    package private(set) var short = 0
    package private(set) var missing = 0
    /// On leave, cancelled, or covered by somebody else.
    package private(set) var excused = 0
    /// Pending or contested.
    package private(set) var open = 0
    package private(set) var granted = 0
    package private(set) var voided = 0
    package private(set) var docked = 0
    package private(set) var net = 0

    /// What had to be kept: all but what was excused.
    package var due: Int { kept + failed + open }
    package var failed: Int { late + early + short + missing }
    /// Credits that voids and docks took.
    package var lost: Int { voided + docked }

    package init() {}

    package init(_ lines: some Sequence<DutyLine>) {
        for line in lines { add(line) }
    }

    package mutating func add(_ line: DutyLine) {
        granted += line.granted
        voided += line.voided
        docked += line.docked
        net += line.net
        guard line.verdict.flag == nil else {
            open += 1
            return
        }
        switch line.verdict.base {
        case .met: kept += 1
        case .excused: excused += 1
        case .late: late += 1
        case .early: early += 1
        case .short: short += 1
        case .missing: missing += 1
        }
    }
}
