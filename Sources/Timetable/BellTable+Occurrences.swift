package import AttendanceModel

/// One time of a duty on the date, half-open in seconds.
package struct DutyOccurrence: Hashable, Sendable {
    /// The bell of an `at` duty, and its time; nil for other duties.
    package let bell: String?
    package let start: LocalTime
    /// Exclusive; for an `at` duty the bell itself, since the plan says by when to be there, not how long.
    package let end: LocalTime
}

extension BellTable {
    /// The times of a duty with these bells, in rising order.
    ///
    /// An end at the last pupil's leaving is that of the day until the table has that bell.
    func occurrences(of duty: Duty, isEvent: Bool = false) -> [DutyOccurrence] {
        switch duty.window {
        case .order, .none: return []
        case .span(let from, let to):
            let isOpen = to.map { $0.isLastPupil && time(of: $0) == nil } ?? true
            guard let start = time(of: from), let end = isOpen ? .endOfDay : to.flatMap({ time(of: $0) }), start < end
            else { return [] }
            return [DutyOccurrence(bell: nil, start: start, end: end)]
        case .occurrences(let names):
            return names.flatMap { name in
                let lead = max(duty.leadMinutes[name] ?? 0, isEvent ? duty.leadMinutes["events"] ?? 0 : 0)
                return (times[name] ?? []).map { time in
                    DutyOccurrence(bell: name, start: time.advanced(bySeconds: -60 * lead), end: time)
                }
            }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        }
    }
}
