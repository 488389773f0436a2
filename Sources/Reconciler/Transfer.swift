import AttendanceModel
import Timetable

/// A cover, or one half of a swap: `to` takes what `from` has.
struct Transfer {
    let entered: Entered
    let duty: DutyID?
    let post: String?
    let from: PersonID
    let to: PersonID
    /// When a swap was called off; duties that began before it stay exchanged (C-89).
    let end: LocalDateTime?

    /// In the order in which they were recorded: the last one wins.
    static func all(on date: LocalDate, facts: KnownFacts) -> [Transfer] {
        var found: [Transfer] = []
        for cover in facts.entered(.cover, on: date) {
            guard let from = cover.entry.person, let to = cover.entry.other else { continue }
            found.append(
                Transfer(
                    entered: cover, duty: cover.entry.duty, post: cover.entry.post, from: from, to: PersonID(to),
                    end: nil))
        }
        for swap in facts.entered(.swap) {
            guard let person = swap.entry.person, let other = swap.entry.other.map({ PersonID($0) }) else { continue }
            let end = facts.swapEnds[swap.seq]
            if swap.covers(date) {
                found.append(
                    Transfer(
                        entered: swap, duty: swap.entry.duty, post: swap.entry.post, from: person, to: other, end: end))
            }
            if swap.entry.to.flatMap({ LocalDate(iso: $0) }) == date {
                found.append(
                    Transfer(entered: swap, duty: swap.entry.duty, post: nil, from: other, to: person, end: end))
            }
        }
        return found.sorted { $0.entered.seq < $1.entered.seq }
    }
}
