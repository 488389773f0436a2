import AttendanceModel

extension Snapshot {
    /// The closed ledger with the evidence that this program finds in the same facts, for tables and explanations.
    ///
    /// Numbers, outcomes and money are the snapshot's. A line that this program would judge otherwise stays bare and
    /// says so.
    package func dressed(with judged: Ledger) -> Ledger {
        var ledger = ledger
        let lines = Dictionary(judged.lines.map { ($0.id, $0) }) { first, _ in first }
        for place in ledger.lines.indices {
            if let line = lines[ledger.lines[place].id], line.isDecided(as: ledger.lines[place]) {
                ledger.lines[place] = line
            }
        }
        let posts = Dictionary(judged.posts.map { (PostKey($0), $0) }) { first, _ in first }
        for place in ledger.posts.indices {
            let closed = ledger.posts[place]
            if let post = posts[PostKey(closed)], post.state == closed.state, post.staffed == closed.staffed {
                ledger.posts[place] = post
            }
        }
        ledger.strays = judged.strays
        return ledger
    }

    /// The lines that this program would judge otherwise by the same facts (C-60): to be reported, never to be changed.
    package func wouldChange(with judged: Ledger) -> LedgerDifference {
        LedgerDifference(from: ledger, to: judged)
    }
}

extension DutyLine {
    fileprivate func isDecided(as other: DutyLine) -> Bool {
        LineState(self) == LineState(other) && voided == other.voided && docked == other.docked
            && voids == other.voids && coveredBy == other.coveredBy && covers == other.covers
    }
}

private struct PostKey: Hashable {
    let date: LocalDate
    let duty: DutyID
    let post: String

    init(_ state: PostState) {
        date = state.date
        duty = state.duty
        post = state.post
    }
}
