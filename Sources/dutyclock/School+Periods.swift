import AttendanceModel
import EventLog
import Evidence
import Reconciler
import Reports
import Timetable

/// Months as the log knows them: where each stands, what was closed, and what came afterwards.
extension School {
    /// Notices, objections, closes, and what may answer or withdraw them, in the order of the log.
    static func periodFacts(_ reader: LogReader) throws(CommandError) -> [Fact] {
        try facts(reader, FactQuery(kinds: [.notice, .objection, .close, .ruling, .retract]))
    }

    /// The moment of knowledge: that of `--as-of`, or now.
    func moment(_ context: Context) -> Instant { min(asOf, context.now) }

    /// What the plan in force at the month's end says of closed months.
    func policy(of month: Month) -> PeriodPolicy {
        (book.plan(on: month.last) ?? book.plans.last).map { PeriodPolicy($0.knobs) } ?? PeriodPolicy()
    }

    /// Where the month stands as of the moment of knowledge.
    func period(_ month: Month, in context: Context) -> Period {
        Period(month, facts: periodFacts, asOf: asOf, zone: zone, policy: policy(of: month), now: moment(context))
    }

    /// Every month with a notice, an objection or a close, and those between the first plan and today.
    func months(_ context: Context) -> [Month] {
        let named = periodFacts.compactMap { fact -> Month? in
            switch fact.body {
            case .notice(let notice): notice.month
            case .close(let close): close.month
            default: nil
            }
        }
        let today = Month(of: today(context))
        guard var month = (named + book.plans.map { Month(of: $0.from) }).min() else { return [] }
        var months: [Month] = []
        // A century of months: a plan dated to the year 1 is a slip of the pen.
        while month <= today, months.count < 1200 {
            months.append(month)
            month = month.next
        }
        return months
    }

    /// Everything that the first `size` facts of the log say about a month, as of the moment of knowledge.
    func history(of month: Month, below size: Int64 = .max) throws(CommandError) -> History {
        let office = try officeFacts()
        let punches = try punches(for: month.dates, office: office)
        return History(month, facts: (office + punches).filter { $0.recorded <= asOf && $0.seq < size })
    }

    /// Everything but punches, the published files among them.
    private func officeFacts() throws(CommandError) -> [Fact] {
        try Self.facts(reader, FactQuery(kinds: Set(FactsNeeded.always + [.publish])))
    }

    /// A closed month as it was closed, with the evidence that this program finds for it.
    func closed(_ closed: Period.Closed) throws(CommandError) -> ClosedMonth {
        let history = try history(of: closed.close.month)
        let judged = history.ledger(below: closed.close.size, asOf: closed.close.asOf, closing: true)
        return ClosedMonth(closed: closed, snapshot: try snapshot(closed), judged: judged, history: history)
    }

    /// What a close stored, after comparing it with the digest that the close states.
    func snapshot(_ closed: Period.Closed) throws(CommandError) -> Snapshot {
        let close = closed.close
        let digest = Hasher256().hash(closed.snapshot).description
        guard digest == close.digest else {
            throw .failed(
                .data,
                Phrase(
                    "The closed ledger of \(close.month) (#\(closed.fact)) does not have the digest that its close states: "
                        + "verify the log with dutyclock verify.",
                    "\(close.month) 的结算数据（#\(closed.fact)）与其摘要不符：请用 dutyclock verify 核对日志。"))
        }
        do throws(SnapshotError) {
            return try Snapshot(closed.snapshot, asOf: close.asOf)
        } catch {
            throw .failed(
                .data,
                Phrase("#\(closed.fact): \(error).", "#\(closed.fact)：\(close.month) 的结算数据读不懂：\(error)。"))
        }
    }

    /// Adjustments that belong to the period, and those of earlier ones that still wait for a ruling.
    ///
    /// Those of a closed period are as its close stored them.
    func adjustments(in period: Month, _ context: Context) throws(CommandError) -> [Adjustment] {
        let closes = closes(context)
        if let closed = closes[period] { return try snapshot(closed).adjustments }
        return try adjustments(closes: closes).filter { adjustment in
            adjustment.period == period || adjustment.state == .waiting && adjustment.period < period
        }
    }

    /// Every adjustment of every closed month by the first `size` facts, in the order of months and causes.
    func adjustments(
        closes: [Month: Period.Closed], below size: Int64 = .max
    ) throws(CommandError) -> [Adjustment] {
        guard !closes.isEmpty else { return [] }
        let sizes = closes.mapValues(\.close.size)
        let office = try officeFacts()
        var found: [Adjustment] = []
        for (month, closed) in closes.sorted(by: { $0.key < $1.key }) {
            let late = try office + punches(for: month.dates, office: office, from: closed.close.size)
            let known = late.filter { $0.recorded <= asOf && $0.seq < size }
            guard !Adjuster.lateFacts(History(month, facts: known), after: closed.close).isEmpty else { continue }
            found += Adjuster.adjustments(
                of: closed, history: try history(of: month, below: size), closes: sizes, policy: policy(of: month))
        }
        return found
    }

    /// The closes in force.
    func closes(_ context: Context) -> [Month: Period.Closed] {
        var found: [Month: Period.Closed] = [:]
        for fact in periodFacts {
            guard case .close(let close) = fact.body, found[close.month] == nil else { continue }
            found[close.month] = period(close.month, in: context).close
        }
        return found
    }
}

/// A closed month: what its close says, and what this program makes of the same facts.
struct ClosedMonth {
    let closed: Period.Closed
    let snapshot: Snapshot
    let judged: Ledger
    let history: History

    /// For people to read: the closed numbers, with evidence where the judgement is the same.
    var ledger: Ledger { snapshot.dressed(with: judged) }
    /// What this version of the program would judge otherwise; never applied (C-60).
    var wouldChange: LedgerDifference { snapshot.wouldChange(with: judged) }

    /// That it is closed, and whether this program still comes to the same.
    var remark: Phrase {
        let close = closed.close
        let digest = close.digest.prefix(8)
        let remark = Phrase(
            "\(close.month) as it was closed on \(closed.recorded) (#\(closed.fact), digest \(digest)).",
            "\(close.month) 以 \(closed.recorded) 的结算为准（#\(closed.fact)，摘要 \(digest)）。")
        let count = wouldChange.changes.count
        guard count > 0 else { return remark }
        return remark
            + Phrase(
                " This version of the program would change \(count) lines; it does not: see dutyclock periods "
                    + "\(close.month) --recheck.",
                "本版本程序会改变 \(count) 项，但不作改动：请看 dutyclock periods \(close.month) --recheck。")
    }
}
