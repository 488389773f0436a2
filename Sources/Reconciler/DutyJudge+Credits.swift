import AttendanceModel
import Timetable

extension DutyJudge {
    /// What the duty earns the person before anything is taken away.
    func credits(_ draft: Draft, _ doubts: inout [Doubt]) -> Int {
        let credits =
            switch duty.credits {
            case .fixed(let credits): credits
            case .measured(let measure): measured(measure, draft, &doubts)
            }
        return isEarnedHere ? credits : 0
    }

    /// Whether the credits are this person's and not those of the other side of a cover (`coverCredits`, C-85); rain in
    /// mid-duty is a cover of the rest.
    private var isEarnedHere: Bool {
        let isTaker = assignment.covers != nil
        let isGiver = !isTaker && assignment.handed != nil
        switch knobs.coverCredits {
        case .taker: return !isGiver
        case .giver: return !isTaker
        case .none: return !isTaker && !isGiver
        }
    }

    // MARK: overtime

    private func measured(_ measure: Measure, _ draft: Draft, _ doubts: inout [Doubt]) -> Int {
        let served = served(clips: measure.clips)
        let minutes = served.map { $0.upperBound.flooredMinutes - $0.lowerBound.flooredMinutes } ?? 0
        draft.line.notes.append(.measured(minutes: minutes))
        let awaited = missingDeliveries(horizon: clock.serviceDay.upperBound)
        doubts += awaited.missing.map { .awaiting($0) }
        draft.line.notes += awaited.tooLong.map { .sourceNeverCame($0) }
        switch measure.reading {
        case .minutes: return Self.credits(minutes, of: measure.unitMinutes, measure.round)
        case .periods(let duties):
            return duties.reduce(0) { sum, id in sum + (served.map { credits(of: id, in: $0) } ?? 0) }
        }
    }

    /// From the first to the last punch, from 60 min before the order, clipped to it unless the plan says otherwise
    /// (D.8, 15).
    private func served(clips: Bool) -> Range<DaySecond>? {
        let window = assignment.window
        let times = punchItems(.count).filter { $0.rejection == nil }.compactMap(\.second)
            .filter { $0 >= window.start - 3600 }
        guard let first = times.first, let last = times.last else { return nil }
        guard clips else { return first..<max(first, last) }
        let from = min(max(first, window.start), window.end)
        return from..<max(from, min(max(last, window.start), window.end))
    }

    private static func credits(_ minutes: Int, of unit: Int, _ rounding: Measure.Rounding) -> Int {
        guard unit > 0, minutes > 0 else { return 0 }
        switch rounding {
        case .down: return minutes / unit
        case .nearest: return minutes / unit + (minutes % unit * 2 >= unit ? 1 : 0)
        case .up: return minutes / unit + (minutes % unit > 0 ? 1 : 0)
        }
    }

    /// The credits of a named duty whose hours on that date's bells were served whole, in displayed minutes.
    private func credits(of id: DutyID, in served: Range<DaySecond>) -> Int {
        guard let other = context.day.plan.duty(id), case .fixed(let credits) = other.credits,
            let window = Window(of: other, on: context.day, clock: clock)
        else { return 0 }
        let isWhole =
            served.lowerBound.flooredMinutes <= window.start.flooredMinutes
            && window.end.flooredMinutes <= served.upperBound.flooredMinutes
        return isWhole ? credits : 0
    }
}
