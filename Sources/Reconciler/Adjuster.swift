package import AttendanceModel
import TextCodec
import Timetable

/// Works out what facts that came after the close of a month change, fact by fact in the order of the log (C-52, C-54).
///
/// The closed month is judged again after each late fact that could matter. What differs from the judgement before is
/// that fact's adjustment: so each difference is told once, for ever, a later withdrawal tells its opposite, and what
/// only another version of this program would judge otherwise is told never (C-60).
package struct Adjuster {
    private struct PersonDate: Hashable, Comparable {
        let person: PersonID
        let date: LocalDate

        init(_ line: DutyLine.ID) {
            person = line.person
            date = line.date
        }

        static func < (left: Self, right: Self) -> Bool {
            left.date == right.date ? left.person < right.person : left.date < right.date
        }
    }

    private let history: History
    private let close: Close
    private let policy: PeriodPolicy
    /// The number of facts at the close of each closed month.
    private let closes: [Month: Int64]
    private let zone: ZoneRules

    /// The lines as last judged.
    private var judged: [DutyLine.ID: DutyLine] = [:]
    /// What counts for people and money so far: adjustments that wait are not in it.
    private var effective: [DutyLine.ID: LineState] = [:]
    private var kinds: [PersonID: String] = [:]
    private var rules: [PersonID: PayRules] = [:]
    private var currentRules: PayRules
    /// In the order in which they came about; nil for those that another one took up.
    private var found: [Adjustment?] = []
    private var waiting: [PersonDate: Int] = [:]
    private var waitingRates: [PersonID: Int] = [:]
    /// Where a plan or roster published after the close has to be confirmed first.
    private var held: Set<PersonDate> = []

    /// Every adjustment of a closed month by the facts of its history, in the order of their causes.
    ///
    /// `closed` is the close in force. `closes` tells of every closed month how many facts its close knew, so that no
    /// adjustment falls into a closed one.
    package static func adjustments(
        of closed: Period.Closed, history: History, closes: [Month: Int64], policy: PeriodPolicy
    ) -> [Adjustment] {
        let late = lateFacts(history, after: closed.close)
        guard !late.isEmpty else { return [] }
        var adjuster = Adjuster(closed.close, history: history, closes: closes, policy: policy)
        for group in adjuster.groups(late) { adjuster.take(group) }
        return adjuster.found.compactMap(\.self)
    }

    /// The facts that came after the close and could change what was closed; empty where nothing need be judged again.
    package static func lateFacts(_ history: History, after close: Close) -> [Fact] {
        let relevance = Relevance(history, size: close.size)
        return history.facts.filter(relevance.couldMatter)
    }

    private init(_ close: Close, history: History, closes: [Month: Int64], policy: PeriodPolicy) {
        self.history = history
        self.close = close
        self.closes = closes
        self.policy = policy
        let book = history.book(below: close.size)
        zone = (book.plan(on: close.month.last) ?? book.plans.last)?.zone ?? .utc
        currentRules = PayRules(book)
        let ledger = history.ledger(book, below: close.size, asOf: close.asOf, closing: true)
        remember(ledger)
        effective = judged.mapValues { LineState($0) }
    }

    private mutating func remember(_ ledger: Ledger) {
        judged = Dictionary(ledger.lines.map { ($0.id, $0) }) { first, _ in first }
        for total in ledger.totals { kinds[total.person] = total.kind }
    }

    /// Facts that became known together: in one moment, or on one day with one import.
    private func groups(_ late: [Fact]) -> [[Fact]] {
        var groups: [[Fact]] = []
        for fact in late {
            if let last = groups.last?.last, isTogether(last, fact) {
                groups[groups.count - 1].append(fact)
            } else {
                groups.append([fact])
            }
        }
        return groups
    }

    private func isTogether(_ first: Fact, _ second: Fact) -> Bool {
        if first.recorded == second.recorded { return true }
        guard let origin = first.origin, origin == second.origin else { return false }
        return zone.local(at: first.recorded).date == zone.local(at: second.recorded).date
    }

    // MARK: one group of facts

    private mutating func take(_ group: [Fact]) {
        guard let last = group.last else { return }
        let before = judged
        let book = history.book(below: last.seq + 1)
        remember(history.ledger(book, below: last.seq + 1, asOf: close.asOf, closing: true))
        let ids = Set(before.keys).union(judged.keys)
        let touched = ids.filter { before[$0].map(LineState.init) != judged[$0].map(LineState.init) }
        let dates = Set(touched.map(PersonDate.init)).union(waiting.keys)
        let causes = Causes(group)
        for date in dates.sorted() {
            let mine = touched.filter { PersonDate($0) == date }.sorted()
            var brought = Set(mine.flatMap { causes.of(before[$0], judged[$0]) })
            if brought.isEmpty, !mine.isEmpty { brought = [group.count == 1 ? last.seq : last.origin ?? last.seq] }
            if !mine.isEmpty, policy.editsWait, group.contains(where: isEdit) { held.insert(date) }
            settle(date, since: group[0].seq, isTouched: !mine.isEmpty, causes: brought.sorted(), at: last)
        }
        if group.contains(where: \.isOfMoney) { settleRates(PayRules(book), causes: group) }
    }

    private func isEdit(_ fact: Fact) -> Bool {
        guard case .publish(let document) = fact.body else { return false }
        return document.kind == .plan || document.kind == .roster
    }

    /// Compares what counts for a person on a date with what is judged now, and lets take effect what may.
    private mutating func settle(
        _ date: PersonDate, since first: Int64, isTouched: Bool, causes: [Int64], at fact: Fact
    ) {
        let ids = Set(effective.keys).union(judged.keys).filter { PersonDate($0) == date }.sorted()
        let open = ids.filter { effective[$0] != judged[$0].map(LineState.init) }
        let old = waiting[date]
        guard !open.isEmpty else {
            held.remove(date)
            if let old, isTouched { lift(old, by: causes) }
            if isTouched { waiting[date] = nil }
            return
        }
        let start = old.flatMap { found[$0]?.causes.first } ?? first
        let rulings = confirmations(date, since: start)
        func waits(_ id: DutyLine.ID) -> Bool {
            if isConfirmed(id, by: rulings) { return false }
            return held.contains(date) || policy.negativesWait && isWorse(id)
        }
        let later = open.filter(waits)
        let now = open.filter { !waits($0) }
        let earlier = old.flatMap { found[$0] }
        let isUnchanged = earlier.map { $0.changes.map(\.line) == later && $0.changes == changes(later) } ?? false
        if !now.isEmpty {
            let confirmed = isUnchanged ? [] : earlier?.causes ?? []
            emit(.effective, now, date, causes: confirmed + causes + rulings.map(\.fact), at: fact)
        }
        if isUnchanged { return }
        if let old { found[old] = nil }
        waiting[date] = nil
        if later.isEmpty {
            held.remove(date)
        } else {
            waiting[date] = found.count
            emit(.waiting, later, date, causes: (earlier?.causes ?? []) + causes, at: fact)
        }
    }

    private mutating func lift(_ place: Int, by causes: [Int64]) {
        guard var lifted = found[place] else { return }
        lifted.state = .lifted
        lifted.causes = Set(lifted.causes + causes).sorted()
        found[place] = lifted
    }

    /// Fewer credits, or a worse outcome at the same credits.
    private func isWorse(_ id: DutyLine.ID) -> Bool {
        let (was, now) = (effective[id], judged[id].map(LineState.init))
        if (was?.net ?? 0) != (now?.net ?? 0) { return (now?.net ?? 0) < (was?.net ?? 0) }
        let rank = { (state: LineState?) in state.flatMap { Outcome(word: $0.shown) } ?? .met }
        return rank(now).isFailure && rank(now) > rank(was)
    }

    // MARK: rulings

    /// The rulings on lines of that date, recorded since, that may confirm what waits: the person's own, and those on
    /// lines of others that void or dock a credit of the person.
    private func confirmations(_ date: PersonDate, since first: Int64) -> [RulingNote] {
        let ofDay = judged.values.filter { $0.id.date == date.date }
        let own = ofDay.filter { $0.id.person == date.person }
        let causing = Set(own.flatMap(\.voids).map(\.line))
        let docked = own.contains { $0.docked > 0 }
        let lines = ofDay.filter { line in
            line.id.person == date.person || causing.contains(line.id) || docked && line.docks
        }
        return lines.compactMap(\.ruling).filter { $0.fact >= first }.sorted { $0.fact < $1.fact }
    }

    private func isConfirmed(_ id: DutyLine.ID, by rulings: [RulingNote]) -> Bool {
        guard !rulings.isEmpty else { return false }
        guard let line = judged[id] else { return true }
        let facts = Set(rulings.map(\.fact))
        func isRuled(_ other: DutyLine.ID) -> Bool { judged[other]?.ruling.map { facts.contains($0.fact) } ?? false }
        return isRuled(id) || line.voids.contains { isRuled($0.line) } || line.docked > 0
    }

    // MARK: what comes of it

    private func changes(_ ids: [DutyLine.ID]) -> [Adjustment.Change] {
        ids.map { id in
            Adjustment.Change(
                line: id, dutyName: (judged[id]?.dutyName).flatMap { $0.isEmpty ? nil : $0 } ?? id.duty.text,
                before: effective[id], after: judged[id].map(LineState.init))
        }
    }

    private mutating func emit(
        _ state: Adjustment.State, _ ids: [DutyLine.ID], _ date: PersonDate, causes: [Int64], at fact: Fact
    ) {
        let changes = changes(ids)
        var after = effective
        for id in ids { after[id] = judged[id].map { LineState($0) } }
        let rules = rules[date.person] ?? currentRules
        let pay = PayLine.difference(
            rules.pay(date.person, Self.earned(date.person, effective)),
            rules.pay(date.person, Self.earned(date.person, after)))
        if state == .effective { effective = after }
        found.append(
            adjustment(
                date.person, date.date, causes: causes, changes: changes, pay: pay, state: state, at: fact))
    }

    private func adjustment(
        _ person: PersonID, _ date: LocalDate, causes: [Int64], changes: [Adjustment.Change], pay: [PayLine],
        state: Adjustment.State, at fact: Fact
    ) -> Adjustment {
        let name = judged.values.first { $0.id.person == person }?.personName
        return Adjustment(
            period: period(of: fact), month: close.month, date: date, person: person, personName: name ?? person.text,
            personKind: kinds[person] ?? "", causes: Set(causes).sorted(), recorded: zone.local(at: fact.recorded),
            changes: changes, credits: changes.reduce(0) { $0 + $1.credits }, pay: pay, state: state)
    }

    /// The month in which the fact was recorded, or the next one that was still open to it.
    private func period(of fact: Fact) -> Month {
        var month = max(Month(of: zone.local(at: fact.recorded).date), close.month.next)
        while let size = closes[month], fact.seq >= size { month = month.next }
        return month
    }

    private static func earned(
        _ person: PersonID, _ states: [DutyLine.ID: LineState]
    ) -> [(date: LocalDate, credits: Int)] {
        states.filter { $0.key.person == person }.sorted { $0.key < $1.key }
            .map { (date: $0.key.date, credits: $0.value.net) }
    }

    // MARK: rates

    /// A rate that was published after the close, or a person's other `pay`: the same credits, other money.
    private mutating func settleRates(_ published: PayRules, causes: [Fact]) {
        guard let last = causes.last else { return }
        let persons = Set(effective.keys.map(\.person)).sorted()
        for person in persons {
            let earned = Self.earned(person, effective)
            let before = (rules[person] ?? currentRules).pay(person, earned)
            let pay = PayLine.difference(before, published.pay(person, earned))
            let fen = pay.reduce(0) { $0 + $1.fen }
            if let old = waitingRates.removeValue(forKey: person) { found[old] = nil }
            let waits = fen < 0 && policy.negativesWait
            rules[person] = waits ? rules[person] ?? currentRules : published
            guard fen != 0 else { continue }
            if waits { waitingRates[person] = found.count }
            found.append(
                adjustment(
                    person, close.month.last, causes: causes.filter(\.isOfMoney).map(\.seq), changes: [], pay: pay,
                    state: waits ? .waiting : .effective, at: last))
        }
        currentRules = published
    }
}

extension Fact {
    /// A published file on which pay rests.
    fileprivate var isOfMoney: Bool {
        guard case .publish(let document) = body else { return false }
        switch document.kind {
        case .rates, .people, .calendar: return true
        default: return false
        }
    }
}

extension DutyLine {
    fileprivate var docks: Bool {
        consequences.contains { applied in
            if case .dock = applied.consequence.effect { !applied.held } else { false }
        }
    }
}

extension PayLine {
    /// What the second list has more than the first at each rate.
    static func difference(_ before: [PayLine], _ after: [PayLine]) -> [PayLine] {
        var lines = after
        for old in before {
            if let place = lines.firstIndex(where: { $0.isSameRate(as: old) }) {
                lines[place].credits -= old.credits
                lines[place].fen -= old.fen
                lines[place].beyondLimit -= old.beyondLimit
            } else {
                var opposite = old
                opposite.credits = -old.credits
                opposite.fen = -old.fen
                opposite.beyondLimit = -old.beyondLimit
                lines.append(opposite)
            }
        }
        return lines.filter { $0.credits != 0 || $0.fen != 0 || $0.beyondLimit != 0 }
    }

    private func isSameRate(as other: PayLine) -> Bool {
        pay == other.pay && from == other.from && isRestDay == other.isRestDay && fenPerCredit == other.fenPerCredit
    }
}
