import AttendanceModel
import Timetable

/// What the plan brings on failures that happen again and again (X3, `tallies`).
///
/// Counted are certain failures, line by line in the order of time. A week is cut at the end of a month, so that a
/// closed month never depends on the next.
enum Tallies {
    private struct Key: Hashable {
        let person: PersonID
        let plan: String
        let tally: Int
        let first: LocalDate
        let month: LocalDate
    }

    static func apply(to drafts: [Draft], book: Book) {
        guard book.plans.contains(where: { !$0.tallies.isEmpty }) else { return }
        var counts: [Key: Int] = [:]
        let failed = drafts.indices.filter { !drafts[$0].failures.isEmpty }
        let order = failed.sorted { left, right in
            let (one, two) = (drafts[left], drafts[right])
            if one.line.id.date != two.line.id.date { return one.line.id.date < two.line.id.date }
            return one.start != two.start ? one.start < two.start : one.line.id < two.line.id
        }
        for index in order {
            let id = drafts[index].line.id
            guard let plan = book.plan(on: id.date) else { continue }
            for (place, tally) in plan.tallies.enumerated() {
                guard tally.times > 0, tally.duties.isEmpty || tally.duties.contains(id.duty) else { continue }
                let outcome = drafts[index].failures.rising.last { outcome in
                    tally.outcomes.contains(outcome.word) || tally.outcomes.contains("else")
                }
                guard let outcome else { continue }
                let key = Key(
                    person: id.person, plan: plan.id, tally: place, first: first(of: tally.period, id.date),
                    month: id.date.firstOfMonth)
                counts[key, default: 0] += 1
                guard let count = counts[key], count % tally.times == 0 else { continue }
                drafts[index].line.notes.append(.tally(count: count, period: tally.period, text: tally.text))
                drafts[index].line.consequences += tally.then.map {
                    AppliedConsequence(consequence: $0, outcome: outcome, result: 0, held: false)
                }
            }
        }
    }

    private static func first(of period: Tally.Period, _ date: LocalDate) -> LocalDate {
        switch period {
        case .day: date
        case .week: date.advanced(byDays: 1 - date.weekday.rawValue)
        case .month: date.firstOfMonth
        }
    }
}
