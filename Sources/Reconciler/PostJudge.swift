import AttendanceModel
import Timetable

/// Answers for every post of one date whether somebody was there, and when not (D.1, C-83, C-92, C-129).
struct PostJudge {
    private struct Seat {
        let state: PostState.Seat
        let stretches: [SeatStretch]
        let proofs: [DaySecond]
        let kind: String?
    }

    private let assignments: Assignments
    private let drafts: ArraySlice<Draft>
    private let school: School
    private var clock: DayClock { assignments.facts.clock }

    /// `drafts` are those of `order`, which are places in `assignments`.
    static func posts(
        _ assignments: Assignments, order: [Int], drafts: ArraySlice<Draft>, school: School
    ) -> [PostState] {
        PostJudge(assignments: assignments, drafts: drafts, school: school).posts(order)
    }

    private init(assignments: Assignments, drafts: ArraySlice<Draft>, school: School) {
        self.assignments = assignments
        self.drafts = drafts
        self.school = school
    }

    /// Places of one cell among the assignments and the drafts.
    private struct Member {
        let assignment: Int
        let draft: Int
    }

    private func posts(_ order: [Int]) -> [PostState] {
        var members: [Assignments.Post: [Member]] = [:]
        var cancelled = Set<Assignments.Post>()
        for (place, draft) in zip(order, drafts.indices) {
            let id = assignments.all[place].id
            if id.post.isEmpty, assignments.all[place].isDerived { continue }
            let post = Assignments.Post(duty: id.duty, post: id.post)
            if assignments.all[place].isCancelled { cancelled.insert(post) }
            guard assignments.all[place].isResponsible else { continue }
            members[post, default: []].append(Member(assignment: place, draft: draft))
        }
        let vacant = Dictionary(grouping: assignments.vacant) {
            Assignments.Post(duty: $0.duty.id, post: $0.post)
        }
        for post in vacant.keys where members[post] == nil { members[post] = [] }
        return members.filter { !cancelled.contains($0.key) }
            .sorted { ($0.key.duty, $0.key.post) < ($1.key.duty, $1.key.post) }
            .map { state(of: $0.key, $0.value, vacant: vacant[$0.key] ?? []) }
    }

    private func state(
        of post: Assignments.Post, _ places: [Member], vacant: [Assignments.Cell]
    ) -> PostState {
        let members = places.map { (assignment: assignments.all[$0.assignment], line: drafts[$0.draft].line) }
        let now = assignments.facts.now
        var seats = members.map { seat($0.assignment, $0.line, now: now) }
        seats += vacant.map { vacantSeat($0, now: now) }
        seats.sort { ($0.state.number, $0.state.person?.text ?? "") < ($1.state.number, $1.state.person?.text ?? "") }
        let pupils = assignments.pupils[post]
        var whole = Self.union(seats.map(\.stretches))
        let alone = pupilsAlone(pupils, whole, seats)
        if let alone { whole.insert(alone, at: 0) }
        let hasCome = members.contains { $0.assignment.window.start < now }
        let staffed = seats.count { $0.stretches.contains { $0.state == .staffed } }
        var state = PostState(
            date: clock.date, duty: post.duty, post: post.post, seats: seats.count, staffed: staffed,
            state: summary(whole, members, hasCome: hasCome, isVacant: !vacant.isEmpty && members.isEmpty),
            seatStates: seats.map(\.state), stretches: Self.shown(whole, clock),
            pupils: pupils.flatMap { $0.most }, alerts: [])
        if state.stretches.isEmpty, state.state == .staffed { state.staffed = members.count }
        state.alerts = alerts(state, members, seats, pupils, whole, vacant)
        return state
    }

    private func seat(_ assignment: Assignment, _ line: DutyLine, now: DaySecond) -> Seat {
        let leaves = Gaps(assignment, facts: assignments.facts).leaves
        let judge = SeatJudge(assignment: assignment, line: line, clock: clock, now: now, leaves: leaves)
        let proofs = judge.proofs
        let stretches = judge.stretches(proofs)
        let person = assignment.id.person
        return Seat(
            state: PostState.Seat(
                number: assignment.id.seat, person: person, stretches: Self.shown(stretches, clock)),
            stretches: stretches, proofs: proofs, kind: school.people[person]?.kind)
    }

    private func vacantSeat(_ cell: Assignments.Cell, now: DaySecond) -> Seat {
        let stretches = cell.window.occurrences.filter { $0.lowerBound < now }.map {
            SeatStretch(
                range: $0.lowerBound..<max($0.lowerBound + 1, min($0.upperBound, now)), state: .unstaffed, why: .vacant)
        }
        return Seat(
            state: PostState.Seat(number: cell.seat, person: nil, stretches: Self.shown(stretches, clock)),
            stretches: stretches, proofs: [], kind: nil)
    }

    /// Staffed while any seat is, unknown while one may have been.
    private static func union(_ seats: [[SeatStretch]]) -> [SeatStretch] {
        guard seats.count > 1 else { return seats.first ?? [] }
        let bounds = Set(seats.joined().flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
        var found: [SeatStretch] = []
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            let here = seats.joined().filter { $0.range.contains(start) }
            guard let best = here.min(by: { weight($0.state) < weight($1.state) }) else { continue }
            if let last = found.last, last.range.upperBound == start, last.state == best.state, last.why == best.why {
                found[found.count - 1].range = last.range.lowerBound..<end
            } else {
                found.append(SeatStretch(range: start..<end, state: best.state, why: best.why))
            }
        }
        return found
    }

    private static func weight(_ state: PostState.State) -> Int {
        switch state {
        case .staffed: 0
        case .unknown: 1
        case .unstaffed: 2
        }
    }

    private static func shown(_ stretches: [SeatStretch], _ clock: DayClock) -> [PostState.Stretch] {
        stretches.map {
            PostState.Stretch(
                from: clock.time($0.range.lowerBound), to: clock.time($0.range.upperBound), state: $0.state,
                why: $0.state == .staffed ? nil : $0.why)
        }
    }

    /// Whether anybody was there at some time; a duty without hours is answered by its outcome.
    private func summary(
        _ whole: [SeatStretch], _ members: [(assignment: Assignment, line: DutyLine)], hasCome: Bool, isVacant: Bool
    ) -> PostState.State {
        if whole.isEmpty {
            if isVacant { return .unstaffed }
            guard hasCome else { return .unknown }
            let lines = members.map(\.line)
            if lines.contains(where: { $0.results.contains { $0.evidence.contains(where: \.use.isUsed) } }) {
                return .staffed
            }
            return lines.contains { $0.verdict.base == .met && $0.verdict.flag == nil } ? .staffed : .unknown
        }
        if whole.contains(where: { $0.state == .staffed }) { return .staffed }
        return whole.contains { $0.state == .unstaffed } ? .unstaffed : .unknown
    }

    /// Pupils who came before anybody had to be there, and before anybody was (C-129).
    private func pupilsAlone(_ pupils: Pupils?, _ whole: [SeatStretch], _ seats: [Seat]) -> SeatStretch? {
        guard let pupils, let first = pupils.first, let start = whole.first?.range.lowerBound else { return nil }
        let came = seats.compactMap { seat in seat.proofs.first }.min() ?? start
        let end = min(start, came)
        guard first.second < end else { return nil }
        return SeatStretch(range: first.second..<end, state: .unstaffed, why: .pupilsThere(first.fact))
    }

    // MARK: alerts

    private func alerts(
        _ state: PostState, _ members: [(assignment: Assignment, line: DutyLine)], _ seats: [Seat], _ pupils: Pupils?,
        _ whole: [SeatStretch], _ vacant: [Assignments.Cell]
    ) -> [PostAlert] {
        var found: [PostAlert] = []
        for stretch in state.empty {
            guard let why = stretch.why else { continue }
            if case .pupilsThere = why {
                found.append(.pupilsAlone(from: stretch.from, to: stretch.to, pupils: pupils?.most))
            } else {
                found.append(.empty(from: stretch.from, to: stretch.to, why: why))
            }
        }
        found += vacant.map { .vacantSeat($0.seat) }
        for (assignment, line) in members where line.notes.contains(.postUncovered) {
            found.append(.onLeave(assignment.id.person))
        }
        guard let duty = (members.first?.assignment.duty ?? vacant.first?.duty) else { return found }
        found += staffing(duty, state.post, seats, pupils)
        if let pupils { found += missingPupils(pupils, end: whole.last?.range.upperBound) }
        return found
    }

    /// Too few persons for the pupils, or of a kind that the plan asks for (R-108, R-1103, R-1703).
    private func staffing(_ duty: Duty, _ post: String, _ seats: [Seat], _ pupils: Pupils?) -> [PostAlert] {
        var found: [PostAlert] = []
        let able = seats.filter { seat in
            seat.state.person != nil
                && (seat.stretches.isEmpty || seat.stretches.contains { $0.state != .unstaffed })
        }
        for (kind, wanted) in duty.seatKinds.sorted(by: { $0.key < $1.key }) {
            let count = able.count { $0.kind == kind }
            if count < wanted { found.append(.kindLacking(kind, wanted: wanted, found: count)) }
        }
        if let limit = duty.ratio, limit > 0, let pupils = pupils?.most, pupils > limit * able.count {
            found.append(.ratio(pupils: pupils, persons: able.count, limit: limit))
        }
        let guests = assignments.day.mergedGroups(of: duty).filter { $0.value == post && $0.key != post }.keys.sorted()
        if !guests.isEmpty, let pupils = assignments.day.pupils(of: duty, at: post) {
            found.append(.takesIn(guests, pupils: pupils))
        }
        return found
    }

    private func missingPupils(_ pupils: Pupils, end: DaySecond?) -> [PostAlert] {
        var found: [PostAlert] = []
        if let lost = pupils.unaccounted {
            found.append(.pupilsUnaccounted(lost.count, since: clock.time(lost.since)))
        }
        let now = assignments.facts.now
        if pupils.isTold, let left = pupils.left, left > 0, let end, end < now {
            found.append(.pupilsWaiting(left, since: clock.time(end)))
        }
        return found
    }
}
