import AttendanceModel
import Timetable

extension DutyJudge {
    /// A document filed by its deadline, in displayed minutes; after it the form is missing (D.9).
    ///
    /// One for a week or month may have any date of it and is asked for on the duty's last day there (R-1301).
    func judgeForm(
        _ asked: AskedNeed, _ name: String, by due: LocalDateTime, _ dates: ClosedRange<LocalDate>
    ) -> Judged {
        var outcome = Outcome.missing
        var evidence: [EvidenceLine] = []
        for date in dates.days {
            for form in school.facts.forms(on: date, post: assignment.id.post)
            where form.concerns(duty.id, post: assignment.id.post) && form.entry.other == name {
                let filed = filed(form, on: date)
                let isInTime = filed.wallSeconds / 60 <= due.wallSeconds / 60
                outcome = min(outcome, isInTime ? .met : .late)
                evidence.append(line(form, .form, time: filed, use: isInTime ? .counted : .rejected(.afterDeadline)))
            }
        }
        var finding = Finding(outcome)
        if outcome == .missing, school.now <= due {
            let missing = Missing.form(
                date: assignment.date, duty: duty.id, post: assignment.id.post, name: name, deadline: due)
            finding.doubt([.awaiting(missing)], or: [.met])
        }
        if isWholeWindow(gaps.leaves), let leave = gaps.leaves.last {
            finding = Finding(.excused)
            finding.reliefs = [leave.relief]
        } else if outcome.isFailure, isWholeWindow(gaps.leaves + gaps.lateLeaves),
            let fact = gaps.lateLeaves.last?.relief.fact
        {
            finding.doubt([.leaveRecordedLate(fact)], or: [.excused])
        }
        let need = asked.need
        let result = RequirementResult(
            form: .form(name, deadline: due), index: asked.index, text: need.text, cite: need.cite,
            verdict: finding.verdict, evidence: evidence, reliefs: finding.reliefs)
        return Judged(result: result, alternatives: finding.alternatives.map { Alternative($0) })
    }

    /// `from` is a time of the date or a full moment; blank means when it was recorded (D.8, "Files").
    private func filed(_ form: Entered, on date: LocalDate) -> LocalDateTime {
        if let text = form.entry.from, let moment = LocalDateTime(text) { return moment }
        return form.entry.fromTime.map { LocalDateTime(date, $0) } ?? form.noted
    }

    func line(
        _ entered: Entered, _ kind: EvidenceLine.Kind, time: LocalDateTime?, use: EvidenceUse
    ) -> EvidenceLine {
        EvidenceLine(
            fact: entered.seq, kind: kind, source: entered.source, time: time, clock: nil,
            received: school.zone.local(at: entered.recorded), author: entered.author, by: entered.entry.by, use: use)
    }
}
