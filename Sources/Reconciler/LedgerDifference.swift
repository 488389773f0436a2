package import AttendanceModel

/// What two ledgers of the same dates say differently: two moments, two revisions of a notice, or two plans.
package struct LedgerDifference: Hashable, Sendable {
    /// A line that only one has, or that came out differently.
    package struct Change: Hashable, Sendable {
        package let line: DutyLine.ID
        package let personName: String
        package let dutyName: String
        package let before: LineState?
        package let after: LineState?
        /// The facts in between that brought it, in the order of the log; empty for two plans.
        package let causes: [Int64]

        package var credits: Int { (after?.net ?? 0) - (before?.net ?? 0) }
    }

    /// A person whose sums differ.
    package struct TotalChange: Hashable, Sendable {
        package let person: PersonID
        package let name: String
        package let netBefore: Int
        package let netAfter: Int
        package let fenBefore: Int
        package let fenAfter: Int
        package let incidentsBefore: Int
        package let incidentsAfter: Int
    }

    /// In the order of lines.
    package let changes: [Change]
    /// By person.
    package let totals: [TotalChange]

    package var isEmpty: Bool { changes.isEmpty && totals.isEmpty }

    /// Compares; `causes` gives the facts that brought a change of a line.
    package init(from old: Ledger, to new: Ledger, causes: (DutyLine?, DutyLine?) -> [Int64] = { _, _ in [] }) {
        let before = Dictionary(old.lines.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(new.lines.map { ($0.id, $0) }) { first, _ in first }
        let ids = Set(before.keys).union(after.keys).sorted()
        changes = ids.compactMap { id in
            let (was, now) = (before[id], after[id])
            guard was.map(LineState.init) != now.map(LineState.init) else { return nil }
            let line = now ?? was
            return Change(
                line: id, personName: line?.personName ?? "", dutyName: line?.dutyName ?? "",
                before: was.map(LineState.init), after: now.map(LineState.init), causes: causes(was, now))
        }
        totals = Self.totals(old.totals, new.totals)
    }

    private static func totals(_ old: [PersonTotal], _ new: [PersonTotal]) -> [TotalChange] {
        let before = Dictionary(old.map { ($0.person, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.person, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { person in
            let (was, now) = (before[person], after[person])
            let change = TotalChange(
                person: person, name: now?.name ?? was?.name ?? person.text, netBefore: was?.net ?? 0,
                netAfter: now?.net ?? 0, fenBefore: was?.fen ?? 0, fenAfter: now?.fen ?? 0,
                incidentsBefore: was?.incidents ?? 0, incidentsAfter: now?.incidents ?? 0)
            let isSame =
                change.netBefore == change.netAfter && change.fenBefore == change.fenAfter
                && change.incidentsBefore == change.incidentsAfter
            return isSame ? nil : change
        }
    }
}
