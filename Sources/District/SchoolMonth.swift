import AttendanceModel
package import Reconciler

/// A school's month that was taken: the document, and its ledger read back.
package struct SchoolMonth: Sendable {
    package let submission: Submission
    package let ledger: Ledger
    package let adjustments: [Adjustment]

    /// Reads the ledger of a document whose bytes are proven.
    package init(_ submission: Submission) throws(SubmissionProblem) {
        do throws(SnapshotError) {
            let snapshot = try Snapshot(submission.ledger, asOf: submission.asOf)
            guard snapshot.ledger.dates == submission.month.dates else { throw SnapshotError.unreadable(line: 1) }
            ledger = snapshot.ledger
            adjustments = snapshot.adjustments
        } catch {
            throw .unreadable("ledger")
        }
        self.submission = submission
    }
}
