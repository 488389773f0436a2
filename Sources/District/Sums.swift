import Reconciler

/// What the months of some schools come to.
package struct Sums: Hashable, Sendable {
    /// Each once, however many schools they work in.
    package var persons = 0
    package var duties = 0
    package var granted = 0
    package var voided = 0
    package var docked = 0
    package var net = 0
    /// What own staff is paid, in fen.
    package var staffFen = 0
    /// What contract staff is paid, in fen.
    package var contractFen = 0
    package var incidents = 0
    /// Duties with something open at the close, which the plan's rule decided.
    package var settled = 0
    package var handMade = 0

    package init() {}

    init(_ month: SchoolMonth) {
        let ledger = month.ledger
        persons = ledger.totals.count
        duties = ledger.lines.count
        for total in ledger.totals {
            granted += total.granted
            voided += total.voided
            docked += total.docked
            net += total.net
            incidents += total.incidents
        }
        settled = ledger.lines.count(where: \.isSettled)
        let pay = PaySheet(ledger, adjustments: month.adjustments)
        staffFen = pay.total(of: .staff)
        contractFen = pay.total(of: .contract)
        handMade = month.submission.handMade.count
    }

    init(adding sums: [Sums], persons: Int) {
        for sum in sums {
            duties += sum.duties
            granted += sum.granted
            voided += sum.voided
            docked += sum.docked
            net += sum.net
            staffFen += sum.staffFen
            contractFen += sum.contractFen
            incidents += sum.incidents
            settled += sum.settled
            handMade += sum.handMade
        }
        self.persons = persons
    }
}
