import AttendanceModel
import TextCodec

/// How one machine's wall clock becomes true time: its zone, and offsets that were measured, declared or assumed.
///
/// All values are whole seconds. An offset is machine minus true time (D.8, "Files"), so it is subtracted.
struct MachineClock {
    struct Measurement {
        let at: Int64
        let offset: Int64
        let uncertainty: Int64
    }

    struct Reading {
        /// UTC.
        var second: Int64
        var offset: Int64
        var uncertainty: Int64
        var basis: ClockReading.Basis
        /// The reading has two possible times: it lies in a jump (C-32).
        var isAmbiguous = false
    }

    /// Nil when devices.csv names a zone that the book does not know: such a clock cannot be read.
    let zone: ZoneRules?
    /// In rising order of time, one for each moment.
    private let measurements: [Measurement]
    private let offsets: ClosedRange<Int64>
    let declaredOffset: Int64?
    let declaredUncertainty: Int64?
    /// Whether the machine is connected, so that its clock could be measured (D.8, 10).
    let isConnected: Bool
    /// False where the plan takes times as the machine showed them (`clock: { trust: "machine" }`, C-26).
    let isCorrected: Bool

    init(
        zone: ZoneRules?, measurements: [Measurement], declaredOffset: Int64?, declaredUncertainty: Int64?,
        isConnected: Bool, isCorrected: Bool = true
    ) {
        self.isCorrected = isCorrected
        self.zone = zone
        self.measurements = measurements
        let all = measurements.map(\.offset)
        self.offsets = (all.min() ?? 0)...(all.max() ?? 0)
        self.declaredOffset = declaredOffset
        self.declaredUncertainty = declaredUncertainty
        self.isConnected = isConnected
    }

    /// Whether nothing tells how far off the clock is although it could be measured (D.8, 10).
    var isUnmeasured: Bool {
        zone == nil || (isCorrected && isConnected && measurements.isEmpty && declaredOffset == nil)
    }

    /// The true time at which the machine showed `wall`.
    ///
    /// `assumed` is the margin of a clock that nobody measures, and the most that a measured one grows to. `possible`
    /// are the times that can be true: when several stretches between measurements fit, those outside are left out.
    func read(_ wall: LocalDateTime, assumed: Int64, possible: ClosedRange<Int64>) -> Reading {
        guard let zone else {
            return Reading(second: wall.wallSeconds, offset: 0, uncertainty: 0, basis: .unmeasured)
        }
        let nominal = zone.second(ofWall: wall.wallSeconds)
        guard isCorrected else { return Reading(second: nominal, offset: 0, uncertainty: 0, basis: .asShown) }
        if !measurements.isEmpty { return measured(nominal, assumed: assumed, possible: possible) }
        if let declaredOffset {
            return Reading(
                second: nominal - declaredOffset, offset: declaredOffset, uncertainty: declaredUncertainty ?? 0,
                basis: .declared)
        }
        return Reading(
            second: nominal, offset: 0, uncertainty: declaredUncertainty ?? (isConnected ? 0 : assumed),
            basis: isConnected ? .unmeasured : .assumed)
    }

    /// Looks at every stretch between two measurements in which the clock can have shown `nominal`.
    private func measured(_ nominal: Int64, assumed: Int64, possible: ClosedRange<Int64>) -> Reading {
        var found: [(offset: Int64, uncertainty: Int64)] = []
        func consider(_ offset: Int64, _ uncertainty: Int64) {
            if !found.contains(where: { $0.offset == offset }) { found.append((offset, uncertainty)) }
        }
        /// Until the clock was measured again it may have drifted away from what was measured.
        func consider(only known: Measurement) {
            let away = (nominal - known.offset - known.at).magnitude
            consider(known.offset, Self.grown(known.uncertainty, away, perDay: Self.driftPerDay, most: assumed))
        }
        let first = max(0, index(atOrAfter: nominal - offsets.upperBound) - 1)
        if let start = measurements.first, nominal - start.offset <= start.at { consider(only: start) }
        var index = first
        while index + 1 < measurements.count, measurements[index].at <= nominal - offsets.lowerBound {
            let left = measurements[index]
            let right = measurements[index + 1]
            let span = left.at...right.at
            if Self.isJump(left, right) {
                if span.contains(nominal - left.offset) { consider(only: left) }
                if span.contains(nominal - right.offset) { consider(only: right) }
            } else if let offset = Self.interpolated(nominal, left, right) {
                let second = nominal - offset
                let away = min((second - left.at).magnitude, (right.at - second).magnitude)
                let least = max(left.uncertainty, right.uncertainty)
                consider(offset, Self.grown(least, away, perDay: Self.wanderPerDay, most: assumed))
            }
            index += 1
        }
        if let end = measurements.last, nominal - end.offset >= end.at { consider(only: end) }
        let likely = found.filter { possible.contains(nominal - $0.offset) }
        if !likely.isEmpty { found = likely }
        // A clock that never showed this reading is one whose measurements cannot be right; the last is the best guess.
        let chosen = found.first ?? (measurements.last?.offset ?? 0, assumed)
        return Reading(
            second: nominal - chosen.offset, offset: chosen.offset,
            uncertainty: max(chosen.uncertainty, declaredUncertainty ?? 0), basis: .measured,
            isAmbiguous: found.count > 1)
    }

    /// Seconds a day by which a quartz clock may run away from its last measurement: 20 parts in a million.
    private static let driftPerDay: Int64 = 2
    /// Seconds a day between two measurements, where a steady drift is already taken out: only its changes are left.
    private static let wanderPerDay: Int64 = 1

    /// The uncertainty so many seconds away from a measurement, rounded down; never more than that of a clock that
    /// nobody measured, unless the measurement itself was worse.
    private static func grown(_ start: Int64, _ away: UInt64, perDay: Int64, most: Int64) -> Int64 {
        let growth = Int64(clamping: away / UInt64(86_400 / perDay))
        let (sum, overflow) = start.addingReportingOverflow(growth)
        return max(start, min(overflow ? .max : sum, most))
    }

    private func index(atOrAfter second: Int64) -> Int {
        var low = 0
        var high = measurements.count
        while low < high {
            let middle = (low + high) / 2
            if measurements[middle].at < second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A change of more than 60 s that is also more than 30 s a day (D.8, 10).
    static func isJump(_ left: Measurement, _ right: Measurement) -> Bool {
        let change = (Int128(right.offset) - Int128(left.offset)).magnitude
        return change > 60 && change * 86_400 > 30 * UInt128(max(0, right.at - left.at))
    }

    /// The offset of a steadily drifting clock when it shows `nominal`, halves rounded up; nil outside the stretch.
    private static func interpolated(_ nominal: Int64, _ left: Measurement, _ right: Measurement) -> Int64? {
        let start = left.at + left.offset
        let end = right.at + right.offset
        guard start < end else { return nominal == start ? left.offset : nil }
        guard (start...end).contains(nominal) else { return nil }
        let numerator = Int128(right.offset - left.offset) * Int128(nominal - start)
        let denominator = Int128(end - start)
        let doubled = 2 * numerator + denominator
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * denominator)
        return left.offset + Int64(clamping: remainder < 0 ? quotient - 1 : quotient)
    }
}
