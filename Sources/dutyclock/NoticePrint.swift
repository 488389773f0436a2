import AttendanceModel
import Evidence
import Reconciler
import Reports
import Timetable

/// A month's notice on paper: a draft, or an issue exactly as it was put up.
struct NoticePrint {
    private let month: Month
    private let period: Period
    private let school: School

    init(_ month: Month, _ period: Period, _ school: School) {
        self.month = month
        self.period = period
        self.school = school
    }

    /// An issue as it was put up, by the facts that the log had then.
    func paper(of place: Int) throws(CommandError) -> Paper {
        guard period.notices.indices.contains(place) else { throw .failed(.data, Self.gone(month)) }
        let published = period.notices[place]
        let history = try school.history(of: month)
        let ledger = ledger(published.notice, history)
        guard Self.digest(of: ledger) == published.notice.digest || published.notice.semantics != ledger.semantics
        else {
            throw .failed(.data, Self.gone(month))
        }
        let before = place > 0 ? period.notices[place - 1] : nil
        let changes = before.map { LedgerDifference(from: self.ledger($0.notice, history), to: ledger) }
        let issue = NoticeIssue(
            published: published, previous: before?.notice.revision, changes: changes,
            openObjections: period.openObjections.count)
        return source(ledger, history.book(below: published.notice.size), published.notice.checkpoint).notice(issue)
    }

    /// What would be put up now: the last issue again while nothing has changed, else a draft with the changes.
    func paper(of draft: NoticeDraft) throws(CommandError) -> Paper {
        if let close = period.close { return try paper(of: close) }
        if let last = period.notices.last, last.notice.digest == draft.digest {
            return try paper(of: period.notices.count - 1)
        }
        let last = period.notices.last
        let changes = try last.map { last throws(CommandError) in try draft.difference(since: last.notice) }
        let issue = NoticeIssue(
            published: nil, previous: last?.notice.revision, changes: changes,
            openObjections: period.openObjections.count)
        return source(draft.ledger, school.book, draft.checkpoint.description).notice(issue)
    }

    /// A closed month as it was closed: whatever came later changes nothing of it (C-60).
    private func paper(of closed: Period.Closed) throws(CommandError) -> Paper {
        let ledger = try school.closed(closed).ledger
        let source = PaperSource(ledger, book: school.book, dates: month.dates)
        return source.notice(NoticeIssue(published: period.notices.last, closed: closed))
    }

    private func source(_ ledger: Ledger, _ book: Book, _ checkpoint: String) -> PaperSource {
        PaperSource(
            ledger, book: book, dates: month.dates, digest: Self.digest(of: ledger), checkpoint: checkpoint)
    }

    private func ledger(_ notice: AttendanceModel.Notice, _ history: History) -> Ledger {
        history.ledger(below: notice.size, asOf: notice.asOf, closing: false)
    }

    private static func digest(of ledger: Ledger) -> String {
        Hasher256().hash(LedgerText.bytes(of: ledger)).description
    }

    private static func gone(_ month: Month) -> Phrase {
        Phrase(
            "The notice of \(month) cannot be printed as it was put up: verify the log with dutyclock verify.",
            "\(month) 的公示无法照原样打印：请用 dutyclock verify 核对日志。")
    }
}
