import AttendanceModel

extension Ledger {
    /// Ledgers of months that follow each other as one: some may be closed, others still open.
    ///
    /// Nil for an empty list.
    package static func joined(_ ledgers: [Ledger]) -> Ledger? {
        guard var whole = ledgers.first else { return nil }
        for ledger in ledgers.dropFirst() {
            whole.append(ledger)
        }
        return whole
    }

    private mutating func append(_ next: Ledger) {
        self = Ledger(
            dates: dates.lowerBound...max(dates.upperBound, next.dates.upperBound), asOf: max(asOf, next.asOf),
            semantics: next.semantics, bases: bases + next.bases, lines: lines + next.lines,
            totals: PersonTotal.summed(totals + next.totals), incidents: incidents + next.incidents,
            pending: pending + next.pending, posts: posts + next.posts, strays: strays + next.strays)
    }
}

extension PersonTotal {
    /// One for each person, by id.
    fileprivate static func summed(_ totals: [PersonTotal]) -> [PersonTotal] {
        var sums: [PersonID: PersonTotal] = [:]
        for total in totals {
            guard let sum = sums[total.person] else {
                sums[total.person] = total
                continue
            }
            var whole = total
            whole.granted += sum.granted
            whole.voided += sum.voided
            whole.docked += sum.docked
            whole.net += sum.net
            whole.incidents += sum.incidents
            whole.open += sum.open
            whole.pay = sum.pay + total.pay
            sums[total.person] = whole
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }
}
