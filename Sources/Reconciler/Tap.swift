import AttendanceModel
import TextCodec
import Timetable

/// A punch of a known person with the time that counts.
struct Tap {
    let device: DeviceID
    let credential: Credential
    /// Wall-clock seconds since 1970 in the school's zone.
    let wall: Int64
    let uncertainty: Int
    let doubt: Doubt?
    let retractedBy: Int64?
    let line: EvidenceLine

    var fact: Int64 { line.fact }
}

/// A punch with the time that counts, before anybody is known to have made it.
struct TimedPunch {
    let fact: Fact
    let punch: Punch
    /// Nil when the reading cannot be true (D.8, 10).
    let wall: Int64?
    let clock: ClockReading
    let doubt: Doubt?

    /// `knobs` are those of the plan in force, for the margin of clocks that nobody measures.
    init(_ fact: Fact, _ punch: Punch, machine: Machine?, school: School, knobs: Knobs) {
        self.fact = fact
        self.punch = punch
        // What lies more than 366 days before the plan or after its arrival cannot be true (D.8, 10).
        let year: Int64 = 366 * 86_400
        let first = Int64((school.book.plans.map(\.from).min() ?? .first).dayNumber) * 86_400 - year
        let last = max(first, fact.recorded.seconds + year)
        var doubt: Doubt?
        // Nil for a row of a file whose date does not exist: the import's time says nothing of it.
        let second: Int64?
        if let wall = punch.wall, punch.basis != .received, let machine {
            let reading = machine.clock.read(
                wall, assumed: Int64(knobs.assumedClockSeconds),
                possible: first...max(first, fact.recorded.seconds + 86_400))
            second = reading.second
            clock = ClockReading(
                wall: wall, offsetSeconds: reading.offset, uncertaintySeconds: reading.uncertainty,
                basis: reading.basis)
            if reading.basis == .unmeasured {
                let date = school.zone.local(at: Instant(seconds: reading.second)).date
                doubt = .awaiting(.clockOffset(machine.id, date: date))
            } else if reading.isAmbiguous {
                doubt = .clockJump(fact.seq)
            }
        } else {
            second = fact.at?.seconds
            let margin = max(0, fact.uncertaintyMilliseconds / 1000)
            clock = ClockReading(
                wall: punch.wall, offsetSeconds: 0,
                uncertaintySeconds: punch.basis == .received ? max(60, margin) : margin,
                basis: punch.basis == .received ? .received : .host(synchronised: punch.basis == .hostSynchronised))
        }
        self.doubt = doubt
        wall = second.flatMap { second in
            (first...last).contains(second) ? second + Int64(school.zone.offset(at: second)) : nil
        }
    }
}

/// The punches of every person, each with its time, and those that are nobody's evidence.
struct Taps {
    private var byPerson: [PersonID: [Tap]] = [:]
    private(set) var strays: [StrayPunch] = []

    /// `rostered` tells who has a duty of the roster on a date: it decides whose a shared card is (D.8, 9).
    init(school: School, dates: ClosedRange<LocalDate>, rostered: (LocalDate) -> Set<PersonID>) {
        var seen = Set<Identity>()
        for fact in school.facts.punches {
            guard case .punch(let punch) = fact.body else { continue }
            let device = DeviceID(fact.source)
            // The plan's knobs of the last date: only the margin of unmeasured clocks is taken from them.
            let knobs = school.book.plan(on: dates.upperBound)?.knobs ?? Knobs()
            let timed = TimedPunch(
                fact, punch, machine: school.machines.byID[device], school: school, knobs: knobs)
            let received = school.zone.local(at: fact.recorded)
            var stray = StrayPunch(
                fact: fact.seq, source: fact.source, credential: punch.credential, person: nil,
                time: timed.wall.map { LocalDateTime(wallSeconds: $0) }, wall: punch.wall, received: received,
                reason: .quarantined)
            if let retraction = school.facts.retractedBy[fact.seq] {
                stray.reason = .retracted(by: retraction)
                note(stray, dates)
                continue
            }
            let identity = Identity(fact, punch)
            guard seen.insert(identity).inserted else {
                if timed.wall == nil {
                    stray.reason = .possibleRepeat
                    note(stray, dates)
                }
                continue
            }
            guard let wall = timed.wall else {
                note(stray, dates)
                continue
            }
            let time = LocalDateTime(wallSeconds: wall)
            switch school.cards.find(punch.credential, at: device, time: time) {
            case .unknown:
                stray.reason = .unknownCredential
                note(stray, dates)
            case .ended(let person):
                stray.reason = .notValidThen(person)
                note(stray, dates)
            case .lost(let person):
                stray.reason = .reportedLost(person)
                note(stray, dates)
            case .ambiguous(let persons):
                stray.reason = .ambiguous(persons)
                note(stray, dates)
            case .persons(let persons):
                let here = persons.filter { school.people[$0]?.isHere(on: time.date) ?? true }
                guard !here.isEmpty else {
                    stray.reason = persons.first.map { .notValidThen($0) } ?? .unknownCredential
                    note(stray, dates)
                    continue
                }
                let owners = owners(of: here, on: time.date, rostered: rostered)
                if owners.count > 1 {
                    stray.reason = .shared(owners)
                    note(stray, dates)
                } else if case .clockJump = timed.doubt {
                    stray.person = owners.first
                    stray.reason = .clockJump
                    note(stray, dates)
                }
                for owner in owners {
                    let doubt = owners.count > 1 ? .identity(fact.seq) : timed.doubt
                    add(timed, wall: wall, doubt: doubt, to: owner, device: device, received: received, school: school)
                }
            }
        }
        for person in Array(byPerson.keys) {
            byPerson[person]?.sort { ($0.wall, $0.fact) < ($1.wall, $1.fact) }
        }
    }

    /// A person's punches on a service date, in the order of time.
    func taps(of person: PersonID, on date: LocalDate, day: Range<DaySecond>) -> ArraySlice<Tap> {
        guard let taps = byPerson[person] else { return [] }
        let midnight = Int64(date.dayNumber) * 86_400
        let first = Self.index(in: taps, atOrAfter: midnight + Int64(day.lowerBound))
        let end = Self.index(in: taps, atOrAfter: midnight + Int64(day.upperBound))
        return taps[first..<end]
    }

    var persons: [PersonID] { byPerson.keys.sorted() }

    private static func index(in taps: [Tap], atOrAfter wall: Int64) -> Int {
        var low = 0
        var high = taps.count
        while low < high {
            let middle = (low + high) / 2
            if taps[middle].wall < wall { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// One of several holders when just that one is on the roster; otherwise all of them, in doubt.
    private func owners(
        of persons: [PersonID], on date: LocalDate, rostered: (LocalDate) -> Set<PersonID>
    ) -> [PersonID] {
        guard persons.count > 1 else { return persons }
        let onDuty = rostered(date)
        let candidates = persons.filter(onDuty.contains)
        return candidates.count == 1 ? candidates : persons
    }

    private mutating func add(
        _ timed: TimedPunch, wall: Int64, doubt: Doubt?, to person: PersonID, device: DeviceID,
        received: LocalDateTime, school: School
    ) {
        let fact = timed.fact
        let time = LocalDateTime(wallSeconds: wall)
        let retraction = school.facts.punchRetractions.first { retraction in
            retraction.person == person && retraction.device == fact.source
                && [timed.punch.wall, time].contains { $0?.date == retraction.date && $0?.time == retraction.time }
        }
        byPerson[person, default: []].append(
            Tap(
                device: device, credential: timed.punch.credential, wall: wall,
                uncertainty: Int(clamping: timed.clock.uncertaintySeconds), doubt: doubt,
                retractedBy: retraction?.seq,
                line: EvidenceLine(
                    fact: fact.seq, kind: .punch, source: fact.source, time: time, clock: timed.clock,
                    received: received, author: fact.author, by: nil, use: .rejected(.outside))))
    }

    /// Keeps a stray if its time, or when that is unknown its arrival, falls into the dates asked for.
    private mutating func note(_ stray: StrayPunch, _ dates: ClosedRange<LocalDate>) {
        if dates.contains((stray.time ?? stray.received).date) { strays.append(stray) }
    }

    /// What makes two punches the same event (design.md §6).
    private struct Identity: Hashable {
        let source: String
        let credential: Credential
        let wall: LocalDateTime?
        let at: Instant?
        let codes: PunchCodes

        init(_ fact: Fact, _ punch: Punch) {
            source = fact.source
            credential = punch.credential
            wall = punch.wall
            at = punch.wall == nil ? fact.at : nil
            codes = punch.codes
        }
    }
}
