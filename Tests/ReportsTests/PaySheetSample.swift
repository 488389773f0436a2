import AttendanceModel
import Reconciler
import Reports

/// A pay sheet with adjustments of every kind.
enum PaySheetSample {
    static func sheet(_ papers: PaperSource) -> PaySheet {
        guard let august = Month("2026-08"), let september = Month("2026-09"),
            let recorded = LocalDateTime("2026-09-10 09:00")
        else { return PaySheet(papers.ledger) }
        let adjustments = papers.ledger.totals.prefix(3).enumerated().map { place, total in
            let credits = place == 1 ? -2 : 2
            return Adjustment(
                period: september, month: august, date: august.last, person: total.person, personName: total.name,
                personKind: total.kind, causes: [77, 78], recorded: recorded, changes: [], credits: credits,
                pay: [PayLine(pay: "rateA", fenPerCredit: 5050, credits: credits, fen: credits * 5050)],
                state: place == 2 ? .waiting : .effective)
        }
        return PaySheet(papers.ledger, adjustments: adjustments)
    }
}
