import AttendanceModel
import Timetable

/// One duty on one date with all that does not depend on who has it, worked out once for all its posts.
final class DutyDay {
    let duty: Duty
    let clock: DayClock
    let label: String?
    /// What is asked, in the plan's order, without what a day leaves out: a weekly form on the other days of the week,
    /// a time whose bell does not ring.
    let asked: [AskedNeed]
    /// Place in `asked` of the plan's `never`.
    let never: Int?
    /// Machines whose punches may be evidence.
    let serving: [DeviceID]
    /// Those of them that exist yet, so that they could deliver.
    let machines: [Machine]
    /// Times in which no machine of the duty worked; they take in punches only (C-98).
    private(set) var outages: [Gap] = []
    /// Times in which at least one of them did not (D.8, 8).
    private(set) var partialOutages: [(range: Range<DaySecond>, device: DeviceID)] = []
    /// Whether any of them did not work at some time.
    private(set) var hadOutage = false
    /// Whether the plan ends it with the last pupil.
    let endsWithPupils: Bool
    private var deliveries: [DaySecond: Awaited] = [:]

    init(_ duty: Duty, on day: SchoolDay, facts: DayFacts, school: School) {
        self.duty = duty
        self.clock = facts.clock
        label = day.label(of: duty)
        asked = duty.needs.indices.compactMap { AskedNeed(duty, $0, on: day, facts: facts, school: school) }
        never = asked.firstIndex { if case .never = $0.form { true } else { false } }
        let serving = school.machines.all.filter { $0.serves(duty) }
        self.serving = serving.map(\.id)
        machines = serving.filter(\.hasDelivered)
        if case .span(_, let end?) = duty.window { endsWithPupils = end.isLastPupil } else { endsWithPupils = false }
        findOutages(facts)
    }

    private func findOutages(_ facts: DayFacts) {
        guard facts.hasDowntimes else { return }
        var common: [Range<DaySecond>]?
        var firstFact: Int64?
        for machine in machines {
            let down = facts.downtimes(of: machine.id)
            firstFact = firstFact ?? down.lazy.compactMap(\.fact).first
            for stretch in down { partialOutages.append((stretch.range, machine.id)) }
            let ranges = down.map(\.range)
            common = common.map { $0.flatMap { left in ranges.compactMap { left.intersection($0) } } } ?? ranges
        }
        hadOutage = !partialOutages.isEmpty
        switch facts.knobs.outage {
        case .excuse:
            for range in common ?? [] {
                let device = machines.count == 1 ? machines.first?.id : nil
                outages.append(Gap(range: range, relief: Relief(.outage, firstFact, range, clock, device: device)))
            }
        case .contest: break
        case .ignore: partialOutages = []
        }
    }

    /// Machines with memory that have been silent since before the interval's end (D.8, 11).
    func missingDeliveries(horizon: DaySecond, facts: DayFacts, school: School) -> Awaited {
        if let known = deliveries[horizon] { return known }
        let found = findDeliveries(horizon: horizon, facts: facts, school: school)
        deliveries[horizon] = found
        return found
    }

    private func findDeliveries(horizon: DaySecond, facts: DayFacts, school: School) -> Awaited {
        if facts.now < horizon { return Awaited(missing: [facts.time(horizon)], tooLong: []) }
        guard facts.knobs.waitsForMachines else { return Awaited(missing: [], tooLong: []) }
        let end = clock.utc(of: horizon)
        let silent = machines.filter { !$0.isReader && ($0.completeUntil.map { $0 < end } ?? true) }
        var missing = silent.map { machine in
            Missing.delivery(
                machine.id, date: clock.date,
                since: machine.completeUntil.map { school.zone.local(at: Instant(seconds: $0)) })
        }
        for machine in machines where !machine.isReader && machine.clock.isUnmeasured {
            missing.append(.clockOffset(machine.id, date: clock.date))
        }
        return facts.isWaiting ? Awaited(missing: missing, tooLong: []) : Awaited(missing: [], tooLong: missing)
    }
}

/// What has not come: still waited for, or not any more (D.9, `wait`).
struct Awaited {
    var missing: [Missing]
    var tooLong: [Missing]
}

/// A requirement of the plan with its bells as seconds of one date.
struct AskedNeed {
    enum Form {
        case arrive(from: DaySecond, until: DaySecond, untilTime: LocalTime)
        /// Nil `from` is the leaving of the last pupil, which each post has its own.
        case leave(from: DaySecond?, latest: LocalTime?)
        case count(Int, from: DaySecond, until: DaySecond, untilTime: LocalTime, gapMinutes: Int)
        case never(seen: Bool)
        case form(String, deadline: LocalDateTime, dates: ClosedRange<LocalDate>)
    }

    /// Place in the duty's `need`.
    let index: Int
    let need: Requirement
    let form: Form

    /// Nil when it is not asked for on the date.
    init?(_ duty: Duty, _ index: Int, on day: SchoolDay, facts: DayFacts, school: School) {
        let need = duty.needs[index]
        guard day.asks(need, of: duty) else { return nil }
        let clock = facts.clock
        self.index = index
        self.need = need
        switch need.form {
        case .arrive(let from, let until):
            guard let from = day.time(of: from), let until = day.time(of: until) else { return nil }
            form = .arrive(from: clock.second(of: from), until: clock.second(of: until), untilTime: until)
        case .leave(let from, let until):
            let latest = (need.latest ?? until).flatMap { day.time(of: $0) }
            if let time = day.time(of: from) {
                form = .leave(from: clock.second(of: time), latest: latest)
            } else if from.isLastPupil {
                form = .leave(from: nil, latest: latest)
            } else {
                return nil
            }
        case .count(let count, let from, let until, let gap):
            guard let from = day.time(of: from), let until = day.time(of: until) else { return nil }
            form = .count(
                count, from: clock.second(of: from), until: clock.second(of: until), untilTime: until,
                gapMinutes: gap)
        case .never(let seen): form = .never(seen: seen)
        case .form(let name, let deadline):
            let due = school.resolver.moment(of: deadline, from: day.date) ?? LocalDateTime(.last, .endOfDay)
            form = .form(name, deadline: due, dates: day.dates(of: need.every))
        }
    }
}
