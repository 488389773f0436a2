import AttendanceModel
import Timetable

/// How many pupils one post had over the day, by groups.csv, counts and hand-overs (C-102, C-114…C-116, C-129).
///
/// A count says how many are there; a hand-over takes so many away, all of them when it does not say how many. Whoever
/// is gone without a hand-over is unaccounted for until a later count finds him again.
struct Pupils {
    /// By groups.csv.
    let enrolled: Int?
    /// Whether any count or hand-over was written.
    let isTold: Bool
    /// The most that were ever there, or enrolled.
    private(set) var most: Int?
    /// How many are there after the last fact; nil when nothing says.
    private(set) var left: Int?
    /// When the last pupil had gone; nil while one is there, or when nothing says.
    private(set) var lastLeft: DaySecond?
    /// When pupils are known to have been there, from the first fact that shows them.
    private(set) var first: (second: DaySecond, fact: Int64)?
    private(set) var unaccounted: (count: Int, since: DaySecond)?

    /// `persons` are those of the post: what a colleague hands over to one of them comes to it.
    init(
        of duty: DutyID, at post: String, enrolled: Int?, persons: Set<PersonID>, facts: DayFacts
    ) {
        self.enrolled = enrolled
        most = enrolled
        left = enrolled
        struct Event {
            let second: DaySecond
            let fact: Int64
            let count: Int?
            let kind: Kind
        }
        enum Kind { case there, out, into }
        var events: [Event] = []
        func add(_ entered: Entered, _ kind: Kind) {
            let second = entered.entry.fromTime.map { facts.clock.second(of: $0) }
            events.append(
                Event(
                    second: second ?? facts.clock.second(of: entered.noted), fact: entered.seq,
                    count: entered.entry.count, kind: kind))
        }
        for count in facts.headcounts where count.concerns(duty, post: post) { add(count, .there) }
        for handover in facts.handovers {
            let entry = handover.entry
            let isFromHere =
                handover.concerns(duty, post: post)
                && (entry.post != nil || entry.duty != nil || entry.person.map(persons.contains) ?? false)
            if isFromHere {
                add(handover, .out)
            } else if let taker = entry.other, persons.contains(PersonID(taker)) {
                add(handover, .into)
            }
        }
        isTold = !events.isEmpty
        events.sort { ($0.second, $0.fact) < ($1.second, $1.fact) }
        for event in events {
            switch event.kind {
            case .there: count(event.count ?? 0, at: event.second)
            case .out: takeOut(event.count, at: event.second)
            case .into: bring(event.count ?? 1)
            }
            most = left.map { max(most ?? 0, $0) } ?? most
            let isThere = event.kind == .out || (event.count ?? 1) > 0
            if isThere, first == nil { first = (event.second, event.fact) }
        }
    }

    private mutating func count(_ count: Int, at second: DaySecond) {
        if let before = left, count < before {
            unaccounted = ((unaccounted?.count ?? 0) + before - count, unaccounted?.since ?? second)
        } else if let lost = unaccounted, let before = left {
            let rest = lost.count - (count - before)
            unaccounted = rest > 0 ? (rest, lost.since) : nil
        }
        left = count
        lastLeft = count == 0 ? lastLeft ?? second : nil
    }

    private mutating func takeOut(_ count: Int?, at second: DaySecond) {
        if let before = left, let count {
            left = max(0, before - count)
        } else if count == nil {
            left = 0
        }
        // Without any count the last hand-over is the best that is known.
        lastLeft = left == nil || left == 0 ? second : nil
    }

    private mutating func bring(_ count: Int) {
        let (sum, overflow) = (left ?? 0).addingReportingOverflow(count)
        left = overflow ? .max : sum
        lastLeft = nil
    }
}
