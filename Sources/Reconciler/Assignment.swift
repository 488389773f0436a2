import AttendanceModel
import Timetable

/// One seat of a duty on one date as facts leave it: who answers for it, when, and whether it takes place.
struct Assignment {
    let id: DutyLine.ID
    let duty: Duty
    let window: Window
    let label: String?
    let variant: String?
    /// From a rule such as `@teachers - study`, not from the roster.
    let isDerived: Bool
    /// Who takes it from this person, when somebody does.
    var coveredBy: PersonID?
    /// From whom this person took it.
    var covers: PersonID?
    /// The cover or swap that gave it to this person.
    var cover: Entered?
    /// A closure of the school that cancels it or cuts it short.
    var closure: Closure?
    /// The start of the person's contiguous duties around it (D.8, 6).
    var blockStart: DaySecond

    var date: LocalDate { id.date }
    /// Whether the person has to answer for it.
    var isResponsible: Bool { coveredBy == nil && !isCancelled }
    var isCancelled: Bool { closure?.cancels ?? false }
    var start: LocalDateTime { date.moment(window.start) }
}

struct Closure {
    let fact: Int64
    let from: DaySecond
    /// The duty had not begun (C-76).
    let cancels: Bool
}

/// When a duty is on, in seconds of its date; occurrences are in rising order, half-open, or instants.
struct Window {
    var occurrences: [ClosedRange<DaySecond>]
    /// False for a duty without window, which is the instant of its bound (D.8, 6).
    var isShown: Bool

    var start: DaySecond { occurrences.first?.lowerBound ?? 0 }
    var end: DaySecond { occurrences.last?.upperBound ?? 0 }

    init(_ occurrences: [ClosedRange<DaySecond>], isShown: Bool = true) {
        self.occurrences = occurrences
        self.isShown = isShown
    }

    /// The window of `duty` on `day`; nil when one of its bells does not ring, so that it does not take place.
    init?(of duty: Duty, on day: SchoolDay) {
        let knobs = day.plan.knobs
        switch duty.window {
        case .order: return nil
        case .none:
            let bound = duty.needs.lazy.compactMap { Self.bound(of: $0, on: day) }.first
            self.init(
                [bound.map { $0...$0 } ?? knobs.serviceDay.lowerBound...knobs.serviceDay.lowerBound], isShown: false)
        case .span, .occurrences:
            let found = day.occurrences(of: duty).compactMap { occurrence -> ClosedRange<DaySecond>? in
                let start = knobs.second(of: occurrence.start)
                let end = max(start, knobs.second(of: occurrence.end))
                return start...end
            }
            guard !found.isEmpty else { return nil }
            self.init(found)
        }
    }

    private static func bound(of need: Requirement, on day: SchoolDay) -> DaySecond? {
        let bell: BellTime? =
            switch need.form {
            case .arrive(_, let until): until
            case .leave(let from, _), .count(_, let from, _, _): from
            case .never, .form: nil
            }
        return bell.flatMap { day.time(of: $0) }.map { day.plan.knobs.second(of: $0) }
    }
}
