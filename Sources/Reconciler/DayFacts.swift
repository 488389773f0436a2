import AttendanceModel
import Timetable

/// What people wrote about one date, found by person, and until when the date's sources can still deliver.
struct DayFacts {
    let date: LocalDate
    let knobs: Knobs
    let leaves: [PersonID: [Entered]]
    let signs: [PersonID: [Entered]]
    let attests: [PersonID: [Entered]]
    let rulings: [PersonID: [Entered]]
    let seen: [Entered]
    let forms: [Entered]
    let outages: [Entered]
    /// After it no source is waited for (D.9, `wait`).
    let waitEnds: LocalDateTime
    /// After it a typed signature is late (D.8, 5).
    let sheetDeadline: LocalDateTime
    private let sheets: [Entered]
    private let downtimes: [DeviceID: [Range<DaySecond>]]

    init(_ day: SchoolDay, school: School) {
        date = day.date
        knobs = day.plan.knobs
        let facts = school.facts
        leaves = Self.byPerson(facts.entered(.leave, on: day.date))
        signs = Self.byPerson(facts.entered(.sign, on: day.date))
        attests = Self.byPerson(facts.entered(.attest, on: day.date))
        rulings = Self.byPerson(facts.entered(.ruling, on: day.date))
        seen = facts.entered(.seen, on: day.date)
        forms = facts.entered(.form, on: day.date)
        outages = facts.entered(.outage, on: day.date)
        sheets = facts.entered(.sheet, on: day.date)
        // Beyond the published calendar no deadline comes into sight; then nothing is late.
        let never = LocalDateTime(.last, .endOfDay)
        func moment(_ deadline: Deadline) -> LocalDateTime {
            school.resolver.moment(of: deadline, from: day.date) ?? never
        }
        waitEnds = moment(Deadline(serviceDays: knobs.waitServiceDays, time: .endOfDay))
        sheetDeadline = moment(knobs.sheetBy)
        downtimes = Self.downtimes(on: day.date, school: school)
    }

    /// A sheet is one thing for each date and duty (D.9); a sheet fact without a duty is about all of them.
    func sheetIsEntered(for duty: DutyID) -> Bool {
        sheets.contains { $0.entry.duty.map { $0 == duty } ?? true }
    }

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
        let day = knobs.serviceDay
        let from = entered.entry.fromTime.map { knobs.second(of: $0) } ?? day.lowerBound
        let to = entered.entry.toTime.map { knobs.second(of: $0) } ?? day.upperBound
        return from..<max(from, to)
    }

    private static func byPerson(_ entries: [Entered]) -> [PersonID: [Entered]] {
        var found: [PersonID: [Entered]] = [:]
        for entered in entries {
            if let person = entered.entry.person { found[person, default: []].append(entered) }
        }
        return found
    }

    private static func downtimes(on date: LocalDate, school: School) -> [DeviceID: [Range<DaySecond>]] {
        var found: [DeviceID: [Range<DaySecond>]] = [:]
        for machine in school.machines.all {
            for downtime in machine.downtimes {
                let start = school.zone.local(at: Instant(seconds: downtime.lowerBound)).second(on: date)
                let end = school.zone.local(at: Instant(seconds: downtime.upperBound)).second(on: date)
                if start < 2 * 86_400, end > 0, start < end { found[machine.id, default: []].append(start..<end) }
            }
        }
        return found
    }
}

/// Claims for forgotten punches that do not count, by fact: too late, not by a leader, or too many (C-55, C-56).
struct Claims {
    private(set) var rejections: [Int64: Rejection] = [:]

    init(school: School, roles: Roles) {
        struct Month: Hashable {
            let person: PersonID
            let first: LocalDate
        }
        var accepted: [Month: Int] = [:]
        for claim in school.facts.entered(.attest) {
            guard let date = claim.entry.dates?.lowerBound, let person = claim.entry.person else { continue }
            let deadline = school.resolver.moment(of: Deadline(serviceDays: 1, time: .endOfDay), from: date)
            let limit = school.book.plan(on: date)?.knobs.attest.maximum ?? 0
            let month = Month(person: person, first: date.firstOfMonth)
            if !roles.isLeader(claim.entry.by, on: date) {
                rejections[claim.seq] = .claimNotByLeader
            } else if let deadline, claim.noted > deadline {
                rejections[claim.seq] = .claimTooLate
            } else if accepted[month, default: 0] >= limit {
                rejections[claim.seq] = .claimBeyondLimit
            } else {
                accepted[month, default: 0] += 1
            }
        }
    }
}
