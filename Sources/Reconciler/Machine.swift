import AttendanceModel
import TextCodec
import Timetable

/// One machine or reader: where it stands, what its clock says, and until when it has told everything.
final class Machine {
    let id: DeviceID
    let row: DeviceRow?
    let clock: MachineClock
    /// Has no memory: what it saw while its session was down is gone, and nothing can come later (D.9).
    let isReader: Bool
    /// UTC second; nil when it never delivered.
    let completeUntil: Int64?
    /// When its session was down, in UTC seconds.
    let downtimes: [Range<Int64>]
    /// False for a reader before its first session: it is no source yet.
    let hasDelivered: Bool

    init(
        id: DeviceID, row: DeviceRow?, clock: MachineClock, isReader: Bool, completeUntil: Int64?,
        downtimes: [Range<Int64>], hasDelivered: Bool
    ) {
        self.id = id
        self.row = row
        self.clock = clock
        self.isReader = isReader
        self.completeUntil = completeUntil
        self.downtimes = downtimes
        self.hasDelivered = hasDelivered
    }

    var place: String { row?.place ?? id.text }

    /// Whether its punches are evidence for the duty (D.2, step 3).
    func serves(_ duty: Duty) -> Bool {
        if let only = row?.only, !only.contains(duty.id) { return false }
        guard let places = duty.places else { return true }
        return places.contains(id.text) || (row?.place.map(places.contains) ?? false)
    }
}

/// All machines of a school that the book or the facts name.
struct Machines {
    let byID: [DeviceID: Machine]
    /// By id, so that results never depend on hashing.
    let all: [Machine]

    init(book: Book, facts: KnownFacts, zone: ZoneRules, knobs: Knobs, asOf: Instant) {
        var builders: [DeviceID: MachineBuilder] = [:]
        func edit(_ id: DeviceID, _ change: (inout MachineBuilder) -> Void) {
            change(&builders[id, default: MachineBuilder()])
        }
        for row in book.devices { edit(row.device) { $0.row = row } }
        var sources: [String: (hasMemory: Bool, count: Int)] = [:]
        var signs: [Int64] = []
        for fact in facts.punches {
            guard case .punch(let punch) = fact.body else { continue }
            if punch.wall == nil { signs.append(fact.recorded.seconds) }
            sources[fact.source, default: (false, 0)].count += 1
            if punch.wall != nil { sources[fact.source]?.hasMemory = true }
        }
        for (source, known) in sources { edit(DeviceID(source)) { $0.hasMemory = known.hasMemory } }
        for (fact, report) in facts.sessions {
            edit(DeviceID(fact.source)) { $0.sessions.append(((fact.at ?? fact.recorded).seconds, report.state)) }
        }
        for (fact, report) in facts.imports {
            edit(DeviceID(fact.source)) {
                $0.hasMemory = true
                if let until = report.completeUntil {
                    $0.completeOnOwnClock.append((until, fact.recorded.seconds))
                }
            }
        }
        for complete in facts.entered(.complete) {
            guard let date = complete.entry.dates?.upperBound else { continue }
            let until = LocalDateTime(date, complete.entry.fromTime ?? .endOfDay)
            edit(DeviceID(complete.entry.other ?? complete.source)) {
                $0.hasMemory = true
                $0.completeTrue.append(zone.second(ofWall: until.wallSeconds))
            }
        }
        for measured in facts.entered(.clock) {
            guard let offset = measured.entry.to.flatMap({ Int32($0) }),
                let at = Self.moment(of: measured, zone: zone)
            else { continue }
            let whole = measured.uncertaintyMilliseconds / 1000
            let uncertainty = whole + (measured.uncertaintyMilliseconds % 1000 > 0 ? 1 : 0)
            edit(DeviceID(measured.entry.other ?? measured.source)) {
                $0.measurements[at] = MachineClock.Measurement(
                    at: at, offset: Int64(offset), uncertainty: max(0, uncertainty))
            }
        }
        let zones = ZoneFinder(plans: book.plans, school: zone)
        signs += facts.sessions.map { $0.fact.recorded.seconds }
        signs.sort()
        self.all = builders.map {
            $1.built(id: $0, zones: zones, knobs: knobs, signsOfLife: signs, asOf: asOf.seconds)
        }.sorted { $0.id < $1.id }
        self.byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }

    /// Where a machine stands; its name when nothing says.
    func place(of id: DeviceID) -> String { byID[id]?.place ?? id.text }

    private static func moment(of measured: Entered, zone: ZoneRules) -> Int64? {
        if let date = measured.entry.dates?.lowerBound, let time = measured.entry.fromTime {
            return zone.second(ofWall: LocalDateTime(date, time).wallSeconds)
        }
        return measured.at?.seconds
    }
}

private struct MachineBuilder {
    var row: DeviceRow?
    var hasMemory = false
    var sessions: [(at: Int64, state: SessionReport.State)] = []
    var completeOnOwnClock: [(until: LocalDateTime, received: Int64)] = []
    var completeTrue: [Int64] = []
    var measurements: [Int64: MachineClock.Measurement] = [:]

    /// `signsOfLife` are the moments, rising, at which the program is known to have been running.
    func built(id: DeviceID, zones: ZoneFinder, knobs: Knobs, signsOfLife: [Int64], asOf: Int64) -> Machine {
        let isReader = row?.isReader == true || (!sessions.isEmpty && !hasMemory)
        let clock = MachineClock(
            zone: zones.rules(named: row?.zoneName), measurements: measurements.values.sorted { $0.at < $1.at },
            declaredOffset: row?.offsetSeconds.map(Int64.init),
            declaredUncertainty: row?.uncertaintySeconds.map(Int64.init), isConnected: !sessions.isEmpty,
            isCorrected: knobs.clockTrust == .measured)
        let told =
            completeTrue
            + completeOnOwnClock.map { told in
                // Whatever was said of it, a file is not complete beyond its arrival.
                min(
                    told.received, clock.read(told.until, assumed: 0, possible: Int64.min...told.received).second)
            }
        return Machine(
            id: id, row: row, clock: clock, isReader: isReader, completeUntil: told.max(),
            downtimes: isReader ? downtimes(signsOfLife, asOf: asOf) : [], hasDelivered: !isReader || !sessions.isEmpty)
    }

    /// When nobody listened to the reader. One that comes up without having been lost or stopped before was left
    /// alone since the program's last sign of life: it was killed, or the power went.
    private func downtimes(_ signsOfLife: [Int64], asOf: Int64) -> [Range<Int64>] {
        var found: [Range<Int64>] = []
        var down: Int64?
        var isUp = false
        for session in sessions {
            switch session.state {
            case .up:
                if isUp { down = signsOfLife.last { $0 < session.at } }
                if let start = down, start < session.at { found.append(start..<session.at) }
                down = nil
                isUp = true
            case .lost, .stopped:
                down = down ?? session.at
                isUp = false
            }
        }
        if let start = down, start < asOf { found.append(start..<asOf) }
        return found
    }
}

/// Zones that devices.csv can name: those of the plans, UTC and fixed offsets.
private struct ZoneFinder {
    let plans: [Plan]
    let school: ZoneRules

    func rules(named name: String?) -> ZoneRules? {
        guard let name, name != school.name else { return school }
        if let plan = plans.first(where: { $0.zone.name == name }) { return plan.zone }
        return ZoneRules(fixedOffset: name)
    }
}
