import AttendanceModel
import TextCodec
import Timetable

/// A punch of a known person with the time that counts; an object, since every duty of the day looks at it.
final class Tap {
    let device: DeviceID
    let credential: Credential
    /// UTC.
    let second: Int64
    let uncertainty: Int
    var doubt: Doubt?
    let retractedBy: Int64?
    /// What the machine's button says: true for IN, false for OUT, nil for neither (C-25).
    let isIn: Bool?
    let source: EvidenceSource

    init(
        device: DeviceID, credential: Credential, second: Int64, uncertainty: Int, doubt: Doubt?, retractedBy: Int64?,
        isIn: Bool?, line: EvidenceLine
    ) {
        self.device = device
        self.credential = credential
        self.second = second
        self.uncertainty = uncertainty
        self.doubt = doubt
        self.retractedBy = retractedBy
        self.isIn = isIn
        self.source = EvidenceSource(line)
    }

    var line: EvidenceLine { source.line }
    var fact: Int64 { line.fact }
}

/// The punches of every person, each with its time, and those that are nobody's evidence.
struct Taps {
    private var byPerson: [PersonID: [Tap]] = [:]
    private(set) var strays: [StrayPunch] = []

    /// `rostered` tells who has a duty of the roster on a date: it decides whose a shared card is (D.8, 9).
    init(school: School, dates: ClosedRange<LocalDate>, rostered: (LocalDate) -> Set<PersonID>) {
        let holders = Holders(school)
        var seen = Set<Identity>(minimumCapacity: school.facts.punches.count)
        // Punches come in long runs of one machine.
        var device = DeviceID("")
        var machine = school.machines.byID[device]
        for fact in school.facts.punches {
            guard case .punch(let punch) = fact.body else { continue }
            if fact.source != device.text {
                device = DeviceID(fact.source)
                machine = school.machines.byID[device]
            }
            let timed = TimedPunch(fact, punch, machine: machine, school: school)
            let received = school.zone.local(at: fact.recorded)
            let time = timed.second.map { school.zone.local(at: Instant(seconds: $0)) }
            func note(_ reason: StrayPunch.Reason, _ person: PersonID? = nil) {
                // Kept if its time, or when that is unknown its arrival, falls into the dates asked for.
                guard dates.contains((time ?? received).date) else { return }
                strays.append(
                    StrayPunch(
                        fact: fact.seq, source: fact.source, credential: punch.credential, person: person,
                        time: time, wall: punch.wall, received: received, reason: reason))
            }
            if let retraction = school.facts.retractedBy[fact.seq] {
                note(.retracted(by: retraction))
                continue
            }
            guard seen.insert(Identity(fact, punch)).inserted else {
                if time == nil { note(.possibleRepeat) }
                continue
            }
            guard let time else {
                note(.quarantined)
                continue
            }
            switch holders.find(punch.credential, at: device, time: time) {
            case .unknown: note(.unknownCredential)
            case .ended(let person): note(.notValidThen(person))
            case .lost(let person): note(.reportedLost(person))
            case .ambiguous(let persons): note(.ambiguous(persons))
            case .persons(let persons):
                let here = persons.filter { school.isHere($0, on: time.date) }
                guard !here.isEmpty else {
                    note(persons.first.map { .notValidThen($0) } ?? .unknownCredential)
                    continue
                }
                let owners = owners(of: here, on: time.date, rostered: rostered)
                if owners.count > 1 {
                    note(.shared(owners))
                } else if case .clockJump = timed.doubt {
                    note(.clockJump, owners.first)
                }
                for owner in owners {
                    let doubt = owners.count > 1 ? .identity(fact.seq) : timed.doubt
                    add(timed, time, doubt: doubt, to: owner, device: device, received: received, school: school)
                }
            }
        }
        sort()
        doubtTwoPlaces(school)
    }

    private mutating func sort() {
        for place in byPerson.values.indices {
            byPerson.values[place].sort { ($0.second, $0.fact) < ($1.second, $1.fact) }
        }
    }

    /// A person's punches on a service date, in the order of time.
    func taps(of person: PersonID, _ clock: DayClock) -> ArraySlice<Tap> {
        guard let taps = byPerson[person] else { return [] }
        let first = Self.index(in: taps, atOrAfter: clock.utc(of: clock.serviceDay.lowerBound))
        let end = Self.index(in: taps, atOrAfter: clock.utc(of: clock.serviceDay.upperBound))
        return taps[first..<end]
    }

    var persons: [PersonID] { byPerson.keys.sorted() }

    private static func index(in taps: [Tap], atOrAfter second: Int64) -> Int {
        var low = 0
        var high = taps.count
        while low < high {
            let middle = (low + high) / 2
            if taps[middle].second < second { low = middle + 1 } else { high = middle }
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
        _ timed: TimedPunch, _ time: LocalDateTime, doubt: Doubt?, to person: PersonID, device: DeviceID,
        received: LocalDateTime, school: School
    ) {
        guard let second = timed.second else { return }
        let fact = timed.fact
        let retraction = school.facts.punchRetractions.first { retraction in
            retraction.person == person && retraction.device == fact.source
                && [timed.punch.wall, time].contains { $0?.date == retraction.date && $0?.time == retraction.time }
        }
        byPerson[person, default: []].append(
            Tap(
                device: device, credential: timed.punch.credential, second: second,
                uncertainty: Int(clamping: timed.clock.uncertaintySeconds), doubt: doubt,
                retractedBy: retraction?.seq, isIn: timed.punch.codes.isIn,
                line: EvidenceLine(
                    fact: fact.seq, kind: .punch, source: fact.source, time: time, clock: timed.clock,
                    received: received, author: fact.author, by: nil, use: .rejected(.outside))))
    }

    /// One person at two places within the plan's `twoPlaces`: either may be somebody else with the card (C-10).
    private mutating func doubtTwoPlaces(_ school: School) {
        guard let limit = school.clockKnobs.twoPlacesSeconds else { return }
        for place in byPerson.values.indices {
            let taps = byPerson.values[place]
            for index in taps.indices.dropFirst() {
                let (first, second) = (taps[index - 1], taps[index])
                guard second.second - first.second <= Int64(limit),
                    school.machines.place(of: first.device) != school.machines.place(of: second.device)
                else { continue }
                for either in [index - 1, index] where taps[either].doubt == nil {
                    taps[either].doubt = .twoPlaces(first.fact, second.fact)
                }
            }
        }
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

/// Who had what a machine saw.
private struct Holders {
    let cards: CardRegister
    /// The machines whose user ids mean the same everywhere (`idSpace: "school"`, C-47); empty by default.
    let alike: [DeviceID]

    init(_ school: School) {
        cards = school.cards
        let isAlike = school.clockKnobs.idSpace == .school
        alike = isAlike ? Set(school.book.cards.compactMap(\.device)).sorted() : []
    }

    func find(_ credential: Credential, at device: DeviceID, time: LocalDateTime) -> CardRegister.Found {
        let found = cards.find(credential, at: device, time: time)
        guard found == .unknown, case .machineUser = credential else { return found }
        return alike.lazy.map { cards.find(credential, at: $0, time: time) }.first { $0 != .unknown } ?? .unknown
    }
}

extension PunchCodes {
    /// The direction of the button, where there was one (attendance-machines.md 2.6).
    var isIn: Bool? {
        switch state {
        case 0, 3, 4: true
        case 1, 2, 5: false
        default: nil
        }
    }
}
