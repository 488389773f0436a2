import AttendanceModel
import Timetable

/// Punches of known persons that are evidence for nothing, and storms of them (C-12, C-65).
struct Strays {
    let school: School
    let taps: Taps
    let dates: ClosedRange<LocalDate>

    func all(_ drafts: [Draft]) -> [StrayPunch] {
        var used = Set<Int64>()
        for draft in drafts {
            for result in draft.line.results {
                for place in result.evidence.indices where result.evidence[place].kind == .punch {
                    used.insert(result.evidence[place].fact)
                }
            }
        }
        var found = taps.strays.filter { dates.contains(($0.time ?? $0.received).date) }
        let clocks = dates.days.map { date in
            let knobs = school.book.plan(on: date)?.knobs ?? Knobs()
            return (clock: DayClock(date: date, knobs: knobs, zone: school.zone), storm: knobs.storm)
        }
        for person in taps.persons {
            for (clock, storm) in clocks {
                let mine = taps.taps(of: person, clock)
                for tap in mine where !used.contains(tap.fact) {
                    if case .identity = tap.doubt { continue }
                    found.append(stray(tap, person, tap.retractedBy.map { .retracted(by: $0) } ?? .noDuty))
                }
                if mine.count >= storm.count { found += storms(in: mine, person, storm) }
            }
        }
        return found.sorted { ($0.time ?? $0.received, $0.fact) < ($1.time ?? $1.received, $1.fact) }
    }

    /// So many punches within so many minutes: one notice for the office (C-12).
    private func storms(in taps: ArraySlice<Tap>, _ person: PersonID, _ storm: Knobs.Storm) -> [StrayPunch] {
        var found: [StrayPunch] = []
        var first = taps.startIndex
        let limit = Int64(60 * storm.minutes)
        while first < taps.endIndex {
            let end = taps[first...].firstIndex { $0.second - taps[first].second > limit } ?? taps.endIndex
            if end - first >= max(2, storm.count) {
                found.append(stray(taps[first], person, .storm(count: end - first)))
                first = end
            } else {
                first += 1
            }
        }
        return found
    }

    private func stray(_ tap: Tap, _ person: PersonID, _ reason: StrayPunch.Reason) -> StrayPunch {
        StrayPunch(
            fact: tap.fact, source: tap.line.source, credential: tap.credential, person: person, time: tap.line.time,
            wall: tap.line.clock?.wall, received: tap.line.received, reason: reason)
    }
}
