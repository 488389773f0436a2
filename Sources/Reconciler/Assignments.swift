import AttendanceModel
import Timetable

/// Who answers for what on one date, after rain, cover, swap, closure and orders.
struct Assignments {
    let day: SchoolDay
    /// Those of the roster and of rules, one for each link of a chain of covers; in no order.
    private(set) var all: [Assignment] = []
    /// Posts whose rostered person has left or not yet come and whom nobody covers.
    private(set) var vacant: [(duty: DutyID, post: String)] = []

    private let school: School
    private let handovers: [Handover]

    init(day: SchoolDay, school: School) {
        self.day = day
        self.school = school
        self.handovers = Handover.all(on: day.date, facts: school.facts)
        for duty in day.duties {
            if duty.window == .order { addOrders(of: duty) } else { addCells(of: duty) }
        }
        // Who has no study duty is known only once covers have moved the study duties (D.8, 13).
        for duty in day.duties {
            if let who = duty.who, !who.without.isEmpty { addRest(duty, who) }
        }
        findBlocks()
    }

    private mutating func addCells(of duty: Duty) {
        if let who = duty.who, !who.without.isEmpty { return }
        guard let window = Window(of: duty, on: day) else { return }
        let variant = isRain(for: duty, at: window.start) ? "rain" : day.usualVariant
        for cell in day.cells(of: duty, variant: variant) {
            add(
                duty, window, person: cell.person, post: cell.post, seat: cell.seat, variant: cell.variant,
                isDerived: cell.origin == .rule, isHere: cell.isHere)
        }
    }

    private mutating func addRest(_ duty: Duty, _ who: DerivedPersons) {
        guard let window = Window(of: duty, on: day) else { return }
        let busy = Set(all.filter { who.without.contains($0.duty.id) && $0.coveredBy == nil }.map(\.id.person))
        for cell in day.cells(of: duty, by: who, busy: busy) {
            add(
                duty, window, person: cell.person, post: cell.post, seat: cell.seat, variant: nil, isDerived: true,
                isHere: true)
        }
    }

    /// A duty by order exists over the ordered time, for the person ordered or else for those of the roster.
    private mutating func addOrders(of duty: Duty) {
        let knobs = day.plan.knobs
        for order in school.facts.entered(.order, on: day.date) where order.entry.duty == duty.id {
            guard let from = order.entry.fromTime, let to = order.entry.toTime, from < to else { continue }
            let window = Window([knobs.second(of: from)...knobs.second(of: to)])
            if let person = order.entry.person {
                let before = all.filter { $0.duty.id == duty.id && $0.id.person == person }.count
                add(
                    duty, window, person: person, post: order.entry.post ?? "", seat: before + 1, variant: nil,
                    isDerived: false, isHere: true)
            } else {
                for cell in day.cells(of: duty) where order.entry.post.map({ $0 == cell.post }) ?? true {
                    add(
                        duty, window, person: cell.person, post: cell.post, seat: cell.seat, variant: cell.variant,
                        isDerived: false, isHere: cell.isHere)
                }
            }
        }
    }

    /// Adds the cell and every link of its chain of covers; a chain never returns to somebody in it (D.8, 13).
    private mutating func add(
        _ duty: Duty, _ window: Window, person: PersonID, post: String, seat: Int, variant: String?, isDerived: Bool,
        isHere: Bool
    ) {
        let closure = closure(of: duty, post: post, window: window)
        var chain: [PersonID] = []
        var current = person
        var taken: Handover?
        while true {
            let next = handover(of: duty, post: post, from: current, start: day.date.moment(window.start))
                .flatMap { chain.contains($0.to) || $0.to == current ? nil : $0 }
            if !chain.isEmpty || isHere {
                all.append(
                    Assignment(
                        id: DutyLine.ID(date: day.date, person: current, duty: duty.id, post: post, seat: seat),
                        duty: duty, window: window, label: day.label(of: duty), variant: variant,
                        isDerived: isDerived, coveredBy: next?.to, covers: chain.last, cover: taken?.entered,
                        closure: closure, blockStart: window.start))
            } else if next == nil {
                vacant.append((duty.id, post))
            }
            guard let next else { return }
            chain.append(current)
            current = next.to
            taken = next
        }
    }

    private func handover(of duty: Duty, post: String, from person: PersonID, start: LocalDateTime) -> Handover? {
        let isRest = duty.who.map { !$0.without.isEmpty } ?? false
        return handovers.last {
            $0.from == person && ($0.duty.map { $0 == duty.id } ?? !isRest) && ($0.post.map { $0 == post } ?? true)
                && ($0.end.map { start < $0 } ?? true)
        }
    }

    /// Rain declared at or before the duty's start, and not revoked by then; the latest word holds (R-110, D.8, 14).
    private func isRain(for duty: Duty, at start: DaySecond) -> Bool {
        let words = school.facts.entered(.rain, on: day.date).filter {
            ($0.entry.duty.map { $0 == duty.id } ?? true)
                && second($0.entry.fromTime) <= start
        }
        let latest = words.max { (second($0.entry.fromTime), $0.seq) < (second($1.entry.fromTime), $1.seq) }
        return latest.map { $0.entry.other != "off" } ?? false
    }

    private func closure(of duty: Duty, post: String, window: Window) -> Closure? {
        let last = school.facts.entered(.closure, on: day.date).last { $0.concerns(duty.id, post: post) }
        guard let last, last.entry.other != "off" else { return nil }
        let from = second(last.entry.fromTime)
        if window.start >= from { return Closure(fact: last.seq, from: from, cancels: true) }
        return from < window.end ? Closure(fact: last.seq, from: from, cancels: false) : nil
    }

    private func second(_ time: LocalTime?) -> DaySecond {
        time.map { day.plan.knobs.second(of: $0) } ?? day.plan.knobs.serviceDay.lowerBound
    }

    /// Joins each person's duties that touch; those given away or cancelled are not theirs (D.8, 6).
    private mutating func findBlocks() {
        var times: [PersonID: [ClosedRange<DaySecond>]] = [:]
        for assignment in all where assignment.isResponsible {
            times[assignment.id.person, default: []] += assignment.window.occurrences
        }
        for (person, unsorted) in times {
            var blocks: [ClosedRange<DaySecond>] = []
            for range in unsorted.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = blocks.last, range.lowerBound <= last.upperBound {
                    blocks[blocks.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
                } else {
                    blocks.append(range)
                }
            }
            times[person] = blocks
        }
        for index in all.indices {
            let start = all[index].window.start
            let block = times[all[index].id.person]?.first { $0.contains(start) }
            all[index].blockStart = block?.lowerBound ?? start
        }
    }
}

/// A cover, or one half of a swap: `to` takes what `from` has.
private struct Handover {
    let entered: Entered
    let duty: DutyID?
    let post: String?
    let from: PersonID
    let to: PersonID
    /// When a swap was called off; duties that began before it stay exchanged (C-89).
    let end: LocalDateTime?

    /// In the order in which they were recorded: the last one wins.
    static func all(on date: LocalDate, facts: KnownFacts) -> [Handover] {
        var found: [Handover] = []
        for cover in facts.entered(.cover, on: date) {
            guard let from = cover.entry.person, let to = cover.entry.other else { continue }
            found.append(
                Handover(
                    entered: cover, duty: cover.entry.duty, post: cover.entry.post, from: from, to: PersonID(to),
                    end: nil))
        }
        for swap in facts.entered(.swap) {
            guard let person = swap.entry.person, let other = swap.entry.other.map({ PersonID($0) }) else { continue }
            let end = facts.swapEnds[swap.seq]
            if swap.covers(date) {
                found.append(
                    Handover(
                        entered: swap, duty: swap.entry.duty, post: swap.entry.post, from: person, to: other, end: end))
            }
            if swap.entry.to.flatMap({ LocalDate(iso: $0) }) == date {
                found.append(
                    Handover(entered: swap, duty: swap.entry.duty, post: nil, from: other, to: person, end: end))
            }
        }
        return found.sorted { $0.entered.seq < $1.entered.seq }
    }
}
