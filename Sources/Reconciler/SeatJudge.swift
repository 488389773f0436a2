import AttendanceModel
import Timetable

/// A part of a post's hours in one state, in seconds of the date.
struct SeatStretch {
    var range: Range<DaySecond>
    var state: PostState.State
    var why: PostState.Why?
}

/// When one seat was taken: by what the duty's evidence proves, not by what the person is paid (D.1).
struct SeatJudge {
    let assignment: Assignment
    let line: DutyLine
    let clock: DayClock
    let now: DaySecond
    let leaves: [Gap]

    /// When somebody must be there and could have been: occurrences so far, cut by a closure or by rain.
    var hours: [Range<DaySecond>] { Self.hours(of: assignment, now: now) }

    static func hours(of assignment: Assignment, now: DaySecond) -> [Range<DaySecond>] {
        guard assignment.window.isShown else { return [] }
        var gaps = assignment.handed.map { [$0.range] } ?? []
        if let closure = assignment.closure { gaps.append(closure.from..<Int.max) }
        return assignment.window.occurrences.flatMap { occurrence -> [Range<DaySecond>] in
            // An instant, such as a bell without a lead, is shown as its second.
            let end = max(occurrence.upperBound, occurrence.lowerBound + 1)
            guard occurrence.lowerBound < now else { return [] }
            return (occurrence.lowerBound..<min(end, now)).subtracting(gaps)
        }
    }

    /// The seconds at which evidence shows the person there, rising.
    var proofs: [DaySecond] {
        var found: [DaySecond] = []
        for result in line.results {
            for evidence in result.evidence where evidence.kind != .form {
                guard let time = evidence.time else { continue }
                switch evidence.use {
                case .counted, .countedWithinUncertainty, .late, .early, .observed(.present), .observed(.late):
                    found.append(clock.second(of: time))
                case .observed(.absent), .rejected: break
                }
            }
        }
        if found.count > 1 { found.sort() }
        return found
    }

    func stretches(_ proofs: [DaySecond]) -> [SeatStretch] {
        var whole = base(proofs)
        for leave in leaves where line.verdict.flag == nil {
            guard let fact = leave.relief.fact else { continue }
            whole = Self.painted(whole, leave.range, .unstaffed, .leave(fact))
        }
        for result in line.results {
            for evidence in result.evidence where evidence.use == .observed(.absent) {
                whole = seenAbsent(evidence, result, proofs, whole)
            }
        }
        return whole
    }

    /// Without what somebody saw and without leave.
    private func base(_ proofs: [DaySecond]) -> [SeatStretch] {
        func all(_ state: PostState.State, _ why: PostState.Why?) -> [SeatStretch] {
            hours.map { SeatStretch(range: $0, state: state, why: why) }
        }
        if let ruling = line.ruling { return ruled(ruling, all) }
        let presence = line.results.filter(\.isOfPresence)
        if presence.contains(where: { $0.reliefs.contains { $0.cause == .outage } }), proofs.isEmpty {
            return all(.unknown, .outage)
        }
        if proofs.isEmpty {
            let isOpen = line.verdict.flag != nil
            if isOpen, !presence.isEmpty { return all(.unknown, .open) }
            // A forgotten sign-out proves nobody absent (D.8, 1); an arrival that was asked for and not shown does.
            let arrivals = presence.filter(\.showsArrival)
            if arrivals.contains(where: { $0.verdict.base == .missing }) { return all(.unstaffed, .notShown) }
            if presence.contains(where: { $0.verdict.base == .missing || $0.verdict.base == .short }) {
                return all(.unknown, .notShown)
            }
            return isOpen ? all(.unknown, .open) : all(.staffed, nil)
        }
        var whole = all(.staffed, nil)
        let first = proofs[0]
        let last = proofs[proofs.count - 1]
        for result in presence {
            switch (result.form, result.verdict.base) {
            case (.arrive, .late): whole = Self.painted(whole, Int.min..<first, .unstaffed, .cameLate)
            case (.arrive, .missing): whole = Self.painted(whole, Int.min..<first, .unknown, .notShown)
            case (.leave, .early): whole = Self.painted(whole, last..<Int.max, .unstaffed, .leftEarly)
            default: break
            }
        }
        return whole
    }

    private func ruled(
        _ ruling: RulingNote, _ all: (PostState.State, PostState.Why?) -> [SeatStretch]
    ) -> [SeatStretch] {
        switch line.verdict.base {
        case .missing: all(.unstaffed, .notShown)
        case .excused: all(.unknown, .open)
        case .met, .late, .early, .short: all(.staffed, nil)
        }
    }

    /// Nobody there from the last proof before to the first after; of several occurrences only the one that was seen.
    private func seenAbsent(
        _ evidence: EvidenceLine, _ result: RequirementResult, _ proofs: [DaySecond], _ whole: [SeatStretch]
    ) -> [SeatStretch] {
        let isCertain = result.verdict.isCertain && result.verdict.base == .missing
        let state: PostState.State = isCertain ? .unstaffed : .unknown
        let why: PostState.Why = isCertain ? .seenAbsent(evidence.fact) : .open
        guard let second = evidence.time.map({ clock.second(of: $0) }) else {
            return Self.painted(whole, Int.min..<Int.max, state, why)
        }
        let before = proofs.last { $0 <= second } ?? Int.min
        let after = proofs.first { $0 > second } ?? Int.max
        guard case .occurrences = assignment.duty.window else {
            return Self.painted(whole, before..<after, state, why)
        }
        // Whoever missed one bell was seen at no other: nothing shows whether he was there.
        let nearest = hours.min { Self.distance($0, second) < Self.distance($1, second) }
        return whole.map { stretch in
            var changed = stretch
            let isSeen = stretch.range == nearest
            if isSeen || stretch.state == .staffed && proofs.isEmpty {
                changed.state = isSeen ? state : .unknown
                changed.why = isSeen ? why : .open
            }
            return changed
        }
    }

    private static func distance(_ range: Range<DaySecond>, _ second: DaySecond) -> Int {
        range.contains(second) ? 0 : min(abs(range.lowerBound - second), abs(second - range.upperBound))
    }

    /// `stretches` with a part of them in another state; what is already known to be empty stays so.
    static func painted(
        _ stretches: [SeatStretch], _ range: Range<DaySecond>, _ state: PostState.State, _ why: PostState.Why
    ) -> [SeatStretch] {
        stretches.flatMap { stretch -> [SeatStretch] in
            guard let part = stretch.range.intersection(range), stretch.state != .unstaffed else { return [stretch] }
            var found = stretch.range.subtracting([part]).map {
                SeatStretch(range: $0, state: stretch.state, why: stretch.why)
            }
            found.append(SeatStretch(range: part, state: state, why: why))
            return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
    }
}
