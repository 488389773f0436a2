import AttendanceModel
import TextCodec
import Timetable

/// A punch with the time that counts, before anybody is known to have made it (D.2, step 2).
struct TimedPunch {
    let fact: Fact
    let punch: Punch
    /// UTC; nil when the reading cannot be true (D.8, 10).
    let second: Int64?
    let clock: ClockReading
    let doubt: Doubt?

    init(_ fact: Fact, _ punch: Punch, machine: Machine?, school: School) {
        self.fact = fact
        self.punch = punch
        let assumed = Int64(school.clockKnobs.assumedClockSeconds)
        let first = school.earliestPunch
        let arrival = fact.recorded.seconds
        let isReceived = punch.basis == .received && school.clockKnobs.receiveTime == .live
        var doubt: Doubt?
        // Nil for a row of a file whose date does not exist: the import's time says nothing of it.
        var second: Int64?
        if let wall = punch.wall, !isReceived, let machine {
            // Nothing arrives before it has happened; a minute is left for the host's own clock.
            let reading = machine.clock.read(
                wall, assumed: assumed, possible: first...max(first, arrival + 60))
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
            clock = Self.hostClock(fact, punch, assumed: assumed, isReceived: isReceived)
        }
        self.doubt = doubt
        let last = max(first, arrival + Int64(School.quarantineDays) * 86_400)
        if let known = second, !(first...last).contains(known) { second = nil }
        self.second = second
    }

    /// A moment by the host's clock: as sure as that clock was, and a received one never surer than a minute (C-28).
    private static func hostClock(_ fact: Fact, _ punch: Punch, assumed: Int64, isReceived: Bool) -> ClockReading {
        let margin = max(0, fact.uncertaintyMilliseconds / 1000)
        let isSynchronised = punch.basis == .hostSynchronised
        let least: Int64 =
            switch punch.basis {
            case .received: 60
            case .hostUnsynchronised: assumed
            default: 0
            }
        return ClockReading(
            wall: punch.wall, offsetSeconds: 0, uncertaintySeconds: max(least, margin),
            basis: isReceived ? .received : .host(synchronised: isSynchronised))
    }
}
