import AttendanceModel
import Timetable

/// Who answers for what on one date, after rain, cover, swap, closure and orders.
struct Assignments {
    let day: SchoolDay
    let facts: DayFacts
    /// Those of the roster and of rules, one for each link of a chain of covers; in no order.
    private(set) var all: [Assignment] = []
    /// Seats whose rostered person has left or not yet come and whom nobody covers.
    private(set) var vacant: [Cell] = []
    /// By duty and post, where anything is known of pupils.
    private(set) var pupils: [Post: Pupils] = [:]

    struct Post: Hashable {
        let duty: DutyID
        let post: String
    }

    /// One seat as the roster, a rule or an order has it.
    struct Cell {
        let dutyDay: DutyDay
        let window: Window
        let person: PersonID
        let post: String
        let seat: Int
        var variant: String?
        var isDerived = false
        var isHere = true
        var isByFact = false
        var handed: Gap?
        var rainMidway: Int64?
        /// Who began it, for whoever took the rest of it over in the rain.
        var beganBy: PersonID?

        var duty: Duty { dutyDay.duty }
    }

    private let school: School
    private let transfers: [Transfer]
    private let lastKnownRoster: SchoolDay?

    init(day: SchoolDay, school: School) {
        let clock = DayClock(date: day.date, knobs: day.plan.knobs, zone: school.zone)
        self.day = day
        self.school = school
        facts = DayFacts(day, clock: clock, school: school)
        transfers = Transfer.all(on: day.date, facts: school.facts)
        lastKnownRoster = day.plan.knobs.rosterEditAfter == .ruling ? school.resolver.dayAsThen(day.date) : nil
        let duties = day.duties.map { DutyDay($0, on: day, facts: facts, school: school) }
        var cells: [Cell] = []
        for duty in duties where duty.duty.who.map(\.without.isEmpty) ?? true {
            cells += duty.duty.window == .order ? orders(of: duty) : self.cells(of: duty)
        }
        let taken = Dictionary(grouping: cells.filter { $0.isHere && $0.window.isShown && !$0.isDerived }, by: \.person)
        for cell in cells { add(cell, taken: taken) }
        // Who has no study duty is known only once covers have moved the study duties (D.8, 13).
        for duty in duties {
            guard let who = duty.duty.who, !who.without.isEmpty else { continue }
            for cell in rest(of: duty, who) { add(cell, taken: [:]) }
        }
        countPupils()
        findBlocks()
    }

    // MARK: cells

    private func cells(of duty: DutyDay) -> [Cell] {
        guard let window = Window(of: duty.duty, on: day, clock: facts.clock) else { return [] }
        let usual = day.usualVariant
        let words = rainWords(for: duty.duty)
        let atStart = isRain(words, at: window.start)
        let variant = atStart ? Self.rain : usual
        var cells = cells(of: duty, window, variant: variant)
        // Rain after the start: whoever began keeps the duty, or hands over the rest of it (C-78).
        let midway = atStart ? nil : words.first { $0.entry.other != "off" && second($0) < window.end }
        guard let midway, duty.duty.who == nil else { return cells }
        let other = self.cells(of: duty, window, variant: Self.rain)
        func isSame(_ one: Cell, _ two: Cell) -> Bool {
            (one.person, one.post, one.seat) == (two.person, two.post, two.seat)
        }
        guard !cells.elementsEqual(other, by: isSame) else { return cells }
        let time = second(midway)
        for index in cells.indices { cells[index].rainMidway = midway.seq }
        guard day.plan.knobs.midway == .switch else { return cells }
        let staying = Set(other.map(\.person)).intersection(cells.map(\.person))
        let began = facts.clock.serviceDay.lowerBound..<time
        let rest = time..<facts.clock.serviceDay.upperBound
        var taker = other.lazy.filter { !staying.contains($0.person) }.makeIterator()
        for index in cells.indices where !staying.contains(cells[index].person) {
            cells[index].handed = Gap(range: rest, relief: Relief(.rain, midway.seq, rest, facts.clock))
            guard var next = taker.next() else { continue }
            next.beganBy = cells[index].person
            next.handed = Gap(range: began, relief: Relief(.rain, midway.seq, began, facts.clock))
            next.rainMidway = midway.seq
            next.isByFact = true
            cells.append(next)
        }
        return cells
    }

    private func cells(of duty: DutyDay, _ window: Window, variant: String?) -> [Cell] {
        day.cells(of: duty.duty, variant: variant).map { cell in
            Cell(
                dutyDay: duty, window: window, person: cell.person, post: cell.post, seat: cell.seat,
                variant: cell.variant, isDerived: cell.origin == .rule, isHere: cell.isHere)
        }
    }

    private func rest(of duty: DutyDay, _ who: DerivedPersons) -> [Cell] {
        guard let window = Window(of: duty.duty, on: day, clock: facts.clock) else { return [] }
        let busy = Set(all.filter { who.without.contains($0.duty.id) && $0.coveredBy == nil }.map(\.id.person))
        return day.cells(of: duty.duty, by: who, busy: busy).map { cell in
            Cell(
                dutyDay: duty, window: window, person: cell.person, post: cell.post, seat: cell.seat, isDerived: true)
        }
    }

    /// A duty by order exists over the ordered time, for the person ordered or else for those of the roster.
    private func orders(of duty: DutyDay) -> [Cell] {
        var found: [Cell] = []
        for order in school.facts.entered(.order, on: day.date) where order.entry.duty == duty.duty.id {
            guard let from = order.entry.fromTime, let to = order.entry.toTime else { continue }
            let start = facts.clock.second(of: from)
            let end = facts.clock.second(of: to)
            guard start < end else { continue }
            let window = Window([start...end])
            if let person = order.entry.person {
                let before = found.count { $0.person == person }
                found.append(
                    Cell(
                        dutyDay: duty, window: window, person: person, post: order.entry.post ?? "", seat: before + 1,
                        isByFact: true))
            } else {
                for cell in day.cells(of: duty.duty) where order.entry.post.map({ $0 == cell.post }) ?? true {
                    found.append(
                        Cell(
                            dutyDay: duty, window: window, person: cell.person, post: cell.post, seat: cell.seat,
                            variant: cell.variant, isHere: cell.isHere, isByFact: true))
                }
            }
        }
        return found
    }

    // MARK: rain and closure

    private static let rain = "rain"

    /// What was declared for the duty, in the order of the times from which it holds.
    private func rainWords(for duty: Duty) -> [Entered] {
        let words = school.facts.entered(.rain, on: day.date).filter { $0.entry.duty.map { $0 == duty.id } ?? true }
        return words.sorted { (second($0), $0.seq) < (second($1), $1.seq) }
    }

    /// Rain declared at or before the time, and not revoked by then; the latest word holds (R-110, D.8, 14).
    private func isRain(_ words: [Entered], at start: DaySecond) -> Bool {
        words.last { second($0) <= start }.map { $0.entry.other != "off" } ?? false
    }

    private func second(_ entered: Entered) -> DaySecond {
        entered.entry.fromTime.map { facts.clock.second(of: $0) } ?? facts.clock.serviceDay.lowerBound
    }

    private func closure(of duty: Duty, post: String, window: Window) -> Closure? {
        let last = school.facts.entered(.closure, on: day.date).last { $0.concerns(duty.id, post: post) }
        guard let last, last.entry.other != "off" else { return nil }
        let from = second(last)
        if window.start >= from { return Closure(fact: last.seq, from: from, cancels: true) }
        return from < window.end ? Closure(fact: last.seq, from: from, cancels: false) : nil
    }

    // MARK: covers

    /// Adds the cell and every link of its chain of covers; a chain never returns to somebody in it (D.8, 13).
    private mutating func add(_ cell: Cell, taken: [PersonID: [Cell]]) {
        let closure = closure(of: cell.duty, post: cell.post, window: cell.window)
        let edit = rosterEdit(cell)
        var chain: [PersonID] = []
        var current = cell.person
        var arrived: Transfer?
        while true {
            let found = transfer(of: cell, from: current)
            let next = found.transfer.flatMap { chain.contains($0.to) || $0.to == current ? nil : $0 }
            let clash = next.flatMap { overlap(of: cell, with: taken[$0.to] ?? []) }
            let isRefused = clash != nil && day.plan.knobs.overlap == .refuse
            let taker = isRefused ? nil : next
            if !chain.isEmpty || cell.isHere {
                let assignment = Assignment(
                    id: DutyLine.ID(
                        date: day.date, person: current, duty: cell.duty.id, post: cell.post, seat: cell.seat),
                    dutyDay: cell.dutyDay, window: cell.window, variant: cell.variant, isDerived: cell.isDerived,
                    isByFact: cell.isByFact || !chain.isEmpty, coveredBy: taker?.to, covers: chain.last ?? cell.beganBy,
                    cover: arrived?.entered, closure: closure, handed: cell.handed, rainMidway: cell.rainMidway,
                    rosterEdit: edit)
                if isRefused, let next, let clash {
                    assignment.failedCover = FailedCover(fact: next.entered.seq, reason: .overlaps(clash))
                } else if let late = found.late, taker == nil {
                    assignment.failedCover = FailedCover(fact: late.seq, reason: .late)
                }
                all.append(assignment)
            } else if taker == nil {
                vacant.append(cell)
            }
            guard let taker else { return }
            chain.append(current)
            current = taker.to
            arrived = taker
        }
    }

    /// The last cover or swap that takes the cell from a person, and one that came after the plan's limit.
    private func transfer(of cell: Cell, from person: PersonID) -> (transfer: Transfer?, late: Entered?) {
        guard !transfers.isEmpty else { return (nil, nil) }
        let isRest = cell.duty.who.map { !$0.without.isEmpty } ?? false
        let start = facts.clock.moment(cell.window.start)
        var late: Entered?
        for transfer in transfers.reversed()
        where transfer.from == person && (transfer.duty.map { $0 == cell.duty.id } ?? !isRest)
            && (transfer.post.map { $0 == cell.post } ?? true) && (transfer.end.map { start < $0 } ?? true)
        {
            if isInTime(transfer.entered, start: start) { return (transfer, nil) }
            late = late ?? transfer.entered
        }
        return (nil, late)
    }

    /// Whether a cover was recorded early enough to count by itself (`coverLate`, C-86).
    private func isInTime(_ cover: Entered, start: LocalDateTime) -> Bool {
        switch day.plan.knobs.coverLimit {
        case .untilClose: true
        case .beforeStart: cover.noted <= start
        case .deadline(let deadline):
            school.resolver.moment(of: deadline, from: day.date).map { cover.noted <= $0 } ?? true
        }
    }

    /// Another duty of the taker at the same time (C-91).
    private func overlap(of cell: Cell, with others: [Cell]) -> DutyID? {
        guard cell.window.isShown else { return nil }
        return others.first { other in
            other.window.overlaps(cell.window) && transfer(of: other, from: other.person).transfer == nil
                && (other.duty.id, other.post) != (cell.duty.id, cell.post)
        }?.duty.id
    }

    /// The day on which a roster said for the first time, after the date, that the person has this cell (C-68).
    private func rosterEdit(_ cell: Cell) -> LocalDate? {
        guard let then = lastKnownRoster, !cell.isDerived, !cell.isByFact else { return nil }
        let isKnown = then.cells(of: cell.duty, variant: cell.variant).contains {
            $0.person == cell.person && $0.post == cell.post && $0.seat == cell.seat
        }
        guard !isKnown, let recorded = school.book.roster(on: day.date)?.recorded else { return nil }
        return school.zone.local(at: recorded).date
    }

    // MARK: pupils

    private mutating func countPupils() {
        let isTold = !facts.handovers.isEmpty || !facts.headcounts.isEmpty
        guard isTold || !day.groups.isEmpty || all.contains(where: \.dutyDay.endsWithPupils) else { return }
        var persons: [Post: Set<PersonID>] = [:]
        var duties: [Post: DutyDay] = [:]
        for assignment in all where !assignment.id.post.isEmpty {
            let post = Post(duty: assignment.duty.id, post: assignment.id.post)
            persons[post, default: []].insert(assignment.id.person)
            duties[post] = assignment.dutyDay
        }
        for (post, duty) in duties {
            let found = Pupils(
                of: post.duty, at: post.post, enrolled: day.pupils(of: duty.duty, at: post.post),
                persons: persons[post] ?? [], facts: facts)
            if found.isTold || found.enrolled != nil { pupils[post] = found }
        }
        for index in all.indices where all[index].dutyDay.endsWithPupils {
            let known = pupils[Post(duty: all[index].duty.id, post: all[index].id.post)]
            if let last = known?.lastLeft, known?.isTold == true {
                all[index].window.end(at: last)
            } else {
                all[index].waitsForPupils = known?.isTold ?? false
            }
        }
    }

    // MARK: blocks

    /// Joins each person's duties that touch; those given away or cancelled are not theirs (D.8, 6).
    private mutating func findBlocks() {
        var mine: [PersonID: [Int]] = [:]
        for index in all.indices where all[index].isResponsible {
            mine[all[index].id.person, default: []].append(index)
        }
        for places in mine.values {
            var blocks: [ClosedRange<DaySecond>] = []
            for range in places.flatMap({ all[$0].window.occurrences }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = blocks.last, range.lowerBound <= last.upperBound {
                    blocks[blocks.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
                } else {
                    blocks.append(range)
                }
            }
            for place in places {
                let start = all[place].window.start
                all[place].blockStart = blocks.first { $0.contains(start) }?.lowerBound ?? start
            }
            if day.plan.knobs.overlap != .allow { findOverlaps(places) }
        }
    }

    /// Overlaps of the roster alone are findings of its check; here only those that facts brought about are told.
    private mutating func findOverlaps(_ places: [Int]) {
        let shown = places.filter { all[$0].window.isShown && !all[$0].isDerived }
        for place in shown where all[place].isByFact {
            for other in shown
            where other != place && all[place].window.overlaps(all[other].window)
                && !all[place].overlaps.contains(all[other].duty.id)
            {
                all[place].overlaps.append(all[other].duty.id)
            }
        }
    }
}

extension Assignments {
    /// Who has a duty of the roster; derived duties do not count (D.8, 9).
    var rosteredPersons: Set<PersonID> {
        Set(all.lazy.filter { !$0.isDerived && $0.isResponsible }.map(\.id.person))
    }
}
