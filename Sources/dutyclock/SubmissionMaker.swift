import AttendanceModel
import District
import EventLog
import Evidence
import Reconciler
import Reports
import Timetable

/// Makes the document by which a school hands in a month.
struct SubmissionMaker {
    let school: School
    let context: Context
    /// The school's id in the district's list.
    let id: String?

    /// The closed month; with `mayBeOpen` also one that is open, as it would be closed now.
    func submission(of month: Month, mayBeOpen: Bool) throws(CommandError) -> Submission {
        try school.requirePlan(month)
        let period = school.period(month, in: context)
        if let close = period.close { return try closed(close) }
        guard mayBeOpen else {
            throw .failed(
                .data,
                Phrase(
                    "\(month) is not closed, so its numbers may change: dutyclock close \(month), or --open.",
                    "\(month) 尚未结算，数字还会变：请先 dutyclock close \(month)，或加 --open。"))
        }
        return try open(month)
    }

    private func closed(_ closed: Period.Closed) throws(CommandError) -> Submission {
        let month = closed.close.month
        let whole = try school.closed(closed)
        // Up to the close and not a fact further: so the document is the same whenever it is made.
        let size = closed.fact + 1
        let proof: Submission.ProvenClose
        let checkpoint: Checkpoint
        do throws(LogError) {
            guard var row = try school.reader.stored(closed.fact)?.fact,
                let path = try school.reader.inclusionProof(of: closed.fact, in: size),
                let then = try school.reader.checkpoint(at: size)
            else { throw .damaged(path: school.reader.path, detail: "fact \(closed.fact) cannot be proven") }
            row.raw = nil
            proof = Submission.ProvenClose(fact: row, path: path)
            checkpoint = then
        } catch {
            throw CommandError(error)
        }
        return submission(
            of: month, bytes: closed.snapshot, asOf: closed.close.asOf, checkpoint, whole.history,
            size: closed.close.size, ledger: whole.ledger, close: proof)
    }

    private func open(_ month: Month) throws(CommandError) -> Submission {
        let checkpoint: Checkpoint = try school.checkpoint()
        let history = try school.history(of: month, below: checkpoint.size)
        let asOf = history.facts.map(\.recorded).max().map { max($0, school.moment(context)) } ?? school.moment(context)
        let ledger = history.ledger(below: checkpoint.size, asOf: asOf, closing: true)
        let adjustments = try school.adjustments(closes: school.closes(context), below: checkpoint.size)
            .filter { $0.period == month }
        return submission(
            of: month, bytes: LedgerText.bytes(of: ledger, adjustments: adjustments), asOf: asOf, checkpoint, history,
            size: checkpoint.size, ledger: ledger, close: nil)
    }

    private func submission(
        of month: Month, bytes: [UInt8], asOf: Instant, _ checkpoint: Checkpoint, _ history: History, size: Int64,
        ledger: Ledger, close: Submission.ProvenClose?
    ) -> Submission {
        let facts = Array(history.facts(below: size))
        let lateCovers = ledger.lines.flatMap(\.notes).compactMap { note -> Int64? in
            if case .coverRecordedAfter(let fact) = note { fact } else { nil }
        }
        return Submission(
            school: id, month: month, program: "dutyclock \(Version.text)", ledger: bytes, asOf: asOf,
            checkpoint: checkpoint, plans: Self.plans(facts, month),
            rulings: facts.compactMap { RulingRow($0) }.filter { month.dates.contains($0.date) },
            handMade: HandMade.all(in: facts, on: month.dates, lateCovers: Set(lateCovers)), close: close)
    }

    /// The versions that hold on some date of the month: of those from its first day or earlier only the last.
    private static func plans(_ facts: [Fact], _ month: Month) -> [Submission.PlanText] {
        var found: [Submission.PlanText] = []
        for fact in facts {
            guard case .publish(let document) = fact.body, document.kind == .plan, document.from <= month.last else {
                continue
            }
            found.removeAll { document.from <= max($0.from, month.first) }
            found.append(
                Submission.PlanText(from: document.from, digest: document.digest, text: document.text))
        }
        return found
    }
}
