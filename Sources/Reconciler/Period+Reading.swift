package import AttendanceModel
package import TextCodec

extension Period {
    /// Where `month` stood at `asOf`: of the facts given, only notices, objections, closes, rulings and withdrawals count.
    ///
    /// `now` is the moment that windows are compared with, when facts of any moment are to count.
    package init(
        _ month: Month, facts: [Fact], asOf: Instant, zone: ZoneRules, policy: PeriodPolicy, now: Instant? = nil
    ) {
        let known = facts.filter { $0.recorded <= asOf }.sorted { $0.seq < $1.seq }
        let withdrawn = Withdrawals(known)
        var notices: [Published] = []
        var closes: [Closed] = []
        for fact in known {
            switch fact.body {
            case .notice(let notice) where notice.month == month:
                notices.append(
                    Published(fact: fact.seq, recorded: zone.local(at: fact.recorded), notice: notice))
            case .close(let close) where close.month == month:
                closes.append(
                    Closed(
                        fact: fact.seq, recorded: zone.local(at: fact.recorded), moment: fact.recorded,
                        author: fact.author, close: close, snapshot: fact.raw ?? []))
            default: break
            }
        }
        let reopened = closes.compactMap { policy.reopens ? withdrawn[$0.fact] : nil }
        // Of two closes that raced each other the first one stands.
        let close = closes.first { !policy.reopens || withdrawn[$0.fact] == nil }
        let asked = Objection.all(month, in: known, withdrawn: withdrawn, notices: notices, zone: zone)
        let today = zone.local(at: now ?? asOf).date
        let current = notices.last.flatMap { last in reopened.contains { $0 > last.fact } ? nil : last }
        let state: State =
            if close != nil {
                .closed
            } else if let current {
                today <= current.notice.objectionsUntil ? .noticed : .due
            } else {
                .open
            }
        self.init(
            month: month, state: state, notices: notices, objections: asked, close: close, reopened: reopened,
            today: today)
    }

    /// What stands against closing the month now; empty for one that is closed.
    package func obstacles(_ policy: PeriodPolicy) -> [CloseObstacle] {
        guard state != .closed else { return [] }
        var found: [CloseObstacle] = []
        if today <= month.last { found.append(.notOver(month.last)) }
        let isWhole = notices.last.map { $0.recorded.date > month.last } ?? false
        if policy.objectionDays != nil, state == .open || !isWhole { found.append(.notNoticed) }
        if state == .noticed, let until = objectionsUntil { found.append(.windowOpen(until)) }
        let open = openObjections.map(\.fact)
        if !open.isEmpty { found.append(.openObjections(open)) }
        return found
    }
}

extension Objection {
    fileprivate static func all(
        _ month: Month, in known: [Fact], withdrawn: Withdrawals, notices: [Period.Published], zone: ZoneRules
    ) -> [Objection] {
        known.compactMap { fact in
            guard case .entry(.objection, let entry) = fact.body, entry.ref == nil, let person = entry.person,
                let date = entry.dates?.lowerBound, Month(of: date) == month
            else { return nil }
            let recorded = zone.local(at: fact.recorded)
            let until = notices.last?.notice.objectionsUntil
            return Objection(
                fact: fact.seq, recorded: recorded, person: person, date: date, duty: entry.duty,
                reason: entry.reason ?? "", by: entry.by,
                isInTime: until.map { (entry.noted ?? recorded).date <= $0 } ?? true,
                answer: answer(to: fact, entry, in: known, withdrawn: withdrawn))
        }
    }

    /// The last thing that was said to it: a withdrawal, a row that names it, or a ruling on what it is about.
    private static func answer(
        to objection: Fact, _ asked: Entry, in known: [Fact], withdrawn: Withdrawals
    ) -> Answer? {
        if let fact = withdrawn[objection.seq] { return .withdrawn(fact) }
        for fact in known.reversed() where fact.seq > objection.seq && withdrawn[fact.seq] == nil {
            switch fact.body {
            case .entry(.objection, let entry) where entry.ref == objection.seq:
                return .answered(fact.seq, text: entry.reason ?? "", by: entry.by ?? "")
            case .entry(.ruling, let entry)
            where entry.person == asked.person && entry.dates == asked.dates
                && (asked.duty == nil || entry.duty == nil || entry.duty == asked.duty):
                return .ruling(fact.seq)
            default: continue
            }
        }
        return nil
    }
}

/// Which facts are withdrawn, and by which other fact; a withdrawal may itself be withdrawn (C-57).
struct Withdrawals {
    private var withdrawnBy: [Int64: Int64] = [:]

    /// `facts` in the order of the log. Latest first, since only a later one can withdraw a withdrawal.
    init(_ facts: [Fact]) {
        for fact in facts.reversed() {
            guard case .entry(.retract, let entry) = fact.body, let ref = entry.ref, ref < fact.seq,
                withdrawnBy[fact.seq] == nil
            else { continue }
            withdrawnBy[ref] = fact.seq
        }
    }

    subscript(fact: Int64) -> Int64? { withdrawnBy[fact] }
}
