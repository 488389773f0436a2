import AttendanceModel
import Timetable

/// What people wrote about one date, found by person, and until when the date's sources can still deliver.
final class DayFacts {
    let date: LocalDate
    let knobs: Knobs
    let clock: DayClock
    let leaves: [PersonID: [Entered]]
    let signs: [PersonID: [Entered]]
    let attests: [PersonID: [Entered]]
    let rulings: [PersonID: [Entered]]
    let seen: [Entered]
    let outages: [Entered]
    let handovers: [Entered]
    let headcounts: [Entered]
    /// The moment of knowledge.
    let now: DaySecond
    /// Whether sources are still waited for (D.9, `wait`).
    let isWaiting: Bool
    /// After it a typed signature is late (D.8, 5).
    let sheetDeadline: LocalDateTime
    private let sheets: [Entered]
    private let downtimes: [DeviceID: [Range<DaySecond>]]

    init(_ day: SchoolDay, clock: DayClock, school: School) {
        date = day.date
        knobs = day.plan.knobs
        self.clock = clock
        let facts = school.facts
        leaves = Self.byPerson(facts.entered(.leave, on: day.date))
        signs = Self.byPerson(facts.entered(.sign, on: day.date))
        attests = Self.byPerson(facts.entered(.attest, on: day.date))
        rulings = Self.byPerson(facts.entered(.ruling, on: day.date))
        seen = facts.entered(.seen, on: day.date)
        outages = facts.entered(.outage, on: day.date)
        handovers = facts.entered(.handover, on: day.date)
        headcounts = facts.entered(.headcount, on: day.date)
        sheets = facts.entered(.sheet, on: day.date)
        // Beyond the published calendar no deadline comes into sight; then nothing is late.
        let never = LocalDateTime(.last, .endOfDay)
        func moment(_ deadline: Deadline) -> LocalDateTime {
            school.resolver.moment(of: deadline, from: day.date) ?? never
        }
        now = clock.second(at: school.asOf.seconds)
        let waitEnd = Deadline(serviceDays: knobs.waitServiceDays, time: .endOfDay)
        isWaiting = !school.isClosing && school.now < moment(waitEnd)
        sheetDeadline = signs.isEmpty ? never : moment(knobs.sheetBy)
        downtimes = Self.downtimes(clock, school: school)
    }

    /// A sheet is one thing for each date and duty (D.9); a sheet fact without a duty is about all of them.
    func sheetIsEntered(for duty: DutyID) -> Bool {
        sheets.contains { $0.entry.duty.map { $0 == duty } ?? true }
    }

    var hasDowntimes: Bool { !outages.isEmpty || !downtimes.isEmpty }

    /// When a machine did not work on the date: outages that were written, and a reader's lost sessions.
    func downtimes(of machine: DeviceID) -> [(range: Range<DaySecond>, fact: Int64?)] {
        var found: [(Range<DaySecond>, Int64?)] = (downtimes[machine] ?? []).map { ($0, nil) }
        for outage in outages where outage.entry.other.map({ $0 == machine.text }) ?? true {
            found.append((range(of: outage), outage.seq))
        }
        return found
    }

    /// A fact's `from`..`to` on the date; blank ends are those of the day.
    func range(of entered: Entered) -> Range<DaySecond> {
        let day = clock.serviceDay
        let from = entered.entry.fromTime.map { clock.second(of: $0) } ?? day.lowerBound
        let to = entered.entry.toTime.map { clock.second(of: $0) } ?? day.upperBound
        return from..<max(from, to)
    }

    /// That a time of the date has not come yet.
    func time(_ second: DaySecond) -> Missing { .time(date: date, until: clock.time(second)) }

    private static func byPerson(_ entries: [Entered]) -> [PersonID: [Entered]] {
        var found: [PersonID: [Entered]] = [:]
        for entered in entries {
            if let person = entered.entry.person { found[person, default: []].append(entered) }
        }
        return found
    }

    private static func downtimes(_ clock: DayClock, school: School) -> [DeviceID: [Range<DaySecond>]] {
        var found: [DeviceID: [Range<DaySecond>]] = [:]
        for machine in school.machines.all {
            for downtime in machine.downtimes {
                let start = clock.second(at: downtime.lowerBound)
                let end = clock.second(at: downtime.upperBound)
                if start < clock.serviceDay.upperBound, end > clock.serviceDay.lowerBound, start < end {
                    found[machine.id, default: []].append(start..<end)
                }
            }
        }
        return found
    }
}
