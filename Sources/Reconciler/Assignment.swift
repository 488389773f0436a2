import AttendanceModel
import Timetable

/// One seat of a duty on one date as facts leave it: who answers for it, when, and whether it takes place.
///
/// An object: sorting and judging hand it around, and nothing of it is ever copied to be changed.
final class Assignment {
    let id: DutyLine.ID
    let dutyDay: DutyDay
    /// Ends when the last pupil has gone, where the plan says so and facts tell.
    var window: Window
    let variant: String?
    /// From a rule such as `@teachers - study`, not from the roster.
    let isDerived: Bool
    /// Exists, or is this person's, because of a fact: an order, cover, swap or rain after the start.
    let isByFact: Bool
    /// Who takes it from this person, when somebody does.
    let coveredBy: PersonID?
    /// From whom this person took it.
    let covers: PersonID?
    /// The cover or swap that gave it to this person.
    let cover: Entered?
    /// A cover that came too late to count by itself (`coverLate`), or that the plan refuses (`overlap: "refuse"`).
    var failedCover: FailedCover?
    /// A closure of the school that cancels it or cuts it short.
    let closure: Closure?
    /// The part of the hours that is another person's after rain in mid-duty (`midway: "switch"`, C-78).
    let handed: Gap?
    /// Rain that was declared after the start and moved nobody (C-78).
    let rainMidway: Int64?
    /// The last roster known on the date said otherwise (`rosterEditAfter: "ruling"`).
    let rosterEdit: LocalDate?
    /// The start of the person's contiguous duties around it (D.8, 6).
    var blockStart: DaySecond
    /// Other duties of the person at the same time, where a fact brought one of them about (C-91).
    var overlaps: [DutyID] = []
    /// The end of an open-ended duty is not known yet (C-114).
    var waitsForPupils = false

    init(
        id: DutyLine.ID, dutyDay: DutyDay, window: Window, variant: String?, isDerived: Bool, isByFact: Bool,
        coveredBy: PersonID?, covers: PersonID?, cover: Entered?, closure: Closure?, handed: Gap?, rainMidway: Int64?,
        rosterEdit: LocalDate?
    ) {
        self.id = id
        self.dutyDay = dutyDay
        self.window = window
        self.variant = variant
        self.isDerived = isDerived
        self.isByFact = isByFact
        self.coveredBy = coveredBy
        self.covers = covers
        self.cover = cover
        self.closure = closure
        self.handed = handed
        self.rainMidway = rainMidway
        self.rosterEdit = rosterEdit
        self.blockStart = window.start
    }

    var date: LocalDate { id.date }
    var duty: Duty { dutyDay.duty }
    var clock: DayClock { dutyDay.clock }
    /// Whether the person has to answer for it.
    var isResponsible: Bool { coveredBy == nil && !isCancelled }
    var isCancelled: Bool { closure?.cancels ?? false }
    /// A second, moved to a closure that comes before it (D.8, 14).
    func closing(_ second: DaySecond) -> DaySecond { closure.map { min($0.from, second) } ?? second }
}

struct Closure {
    let fact: Int64
    let from: DaySecond
    /// The duty had not begun (C-76).
    let cancels: Bool
}

struct FailedCover {
    enum Reason {
        /// Recorded after the plan's limit: a ruling decides.
        case late
        /// The taker has this duty at the same time.
        case overlaps(DutyID)
    }

    let fact: Int64
    let reason: Reason
}

/// When a duty is on, in seconds of its date; occurrences are in rising order, half-open, or instants.
struct Window {
    var occurrences: [ClosedRange<DaySecond>]
    /// False for a duty without window, which is the instant of its bound (D.8, 6).
    let isShown: Bool

    var start: DaySecond { occurrences.first?.lowerBound ?? 0 }
    var end: DaySecond { occurrences.last?.upperBound ?? 0 }

    init(_ occurrences: [ClosedRange<DaySecond>], isShown: Bool = true) {
        self.occurrences = occurrences
        self.isShown = isShown
    }

    /// The window of `duty` on `day`; nil when one of its bells does not ring, so that it does not take place.
    init?(of duty: Duty, on day: SchoolDay, clock: DayClock) {
        switch duty.window {
        case .order: return nil
        case .none:
            let bound = duty.needs.lazy.compactMap { Self.bound(of: $0, on: day) }.first
            let instant = bound.map { clock.second(of: $0) } ?? clock.serviceDay.lowerBound
            self.init([instant...instant], isShown: false)
        case .span, .occurrences:
            let found = day.occurrences(of: duty).map { occurrence -> ClosedRange<DaySecond> in
                let start = clock.second(of: occurrence.start)
                return start...max(start, clock.second(of: occurrence.end))
            }
            guard !found.isEmpty else { return nil }
            self.init(found)
        }
    }

    private static func bound(of need: Requirement, on day: SchoolDay) -> LocalTime? {
        let bell: BellTime? =
            switch need.form {
            case .arrive(_, let until): until
            case .leave(let from, _), .count(_, let from, _, _): from
            case .never, .form: nil
            }
        return bell.flatMap { day.time(of: $0) }
    }

    func overlaps(_ other: Window) -> Bool {
        occurrences.contains { one in
            other.occurrences.contains { one.lowerBound < $0.upperBound && $0.lowerBound < one.upperBound }
        }
    }

    /// The same duty with its end moved to `second`, but not before its start.
    mutating func end(at second: DaySecond) {
        guard let last = occurrences.popLast() else { return }
        occurrences.append(last.lowerBound...max(last.lowerBound, second))
    }
}
