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

    init(
        zone: ZoneRules?, measurements: [Measurement], declaredOffset: Int64?, declaredUncertainty: Int64?,
        isConnected: Bool
    ) {
        self.zone = zone
        self.measurements = measurements
        let all = measurements.map(\.offset)
        self.offsets = (all.min() ?? 0)...(all.max() ?? 0)
        self.declaredOffset = declaredOffset
        self.declaredUncertainty = declaredUncertainty
        self.isConnected = isConnected
    }

    /// Whether nothing tells how far off the clock is although it could be measured (D.8, 10).
    var isUnmeasured: Bool { zone == nil || (isConnected && measurements.isEmpty && declaredOffset == nil) }

    /// The true time at which the machine showed `wall`.
    ///
    /// `assumed` is the margin of a clock that nobody measures. `possible` are the times that can be true: when several
    /// stretches between measurements fit, those outside are left out.
    func read(_ wall: LocalDateTime, assumed: Int64, possible: ClosedRange<Int64>) -> Reading {
        guard let zone else {
            return Reading(second: wall.wallSeconds, offset: 0, uncertainty: 0, basis: .unmeasured)
        }
        let nominal = zone.second(ofWall: wall.wallSeconds)
        if !measurements.isEmpty { return measured(nominal, possible: possible) }
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
    private func measured(_ nominal: Int64, possible: ClosedRange<Int64>) -> Reading {
        var offsets: [(offset: Int64, uncertainty: Int64)] = []
        func consider(_ offset: Int64, _ uncertainty: Int64) {
            if !offsets.contains(where: { $0.offset == offset }) { offsets.append((offset, uncertainty)) }
        }
        let first = max(0, index(atOrAfter: nominal - self.offsets.upperBound) - 1)
        if let start = measurements.first, nominal - start.offset <= start.at {
            consider(start.offset, start.uncertainty)
        }
        var index = first
        while index + 1 < measurements.count, measurements[index].at <= nominal - self.offsets.lowerBound {
            let left = measurements[index]
            let right = measurements[index + 1]
            let span = left.at...right.at
            if Self.isJump(left, right) {
                if span.contains(nominal - left.offset) { consider(left.offset, left.uncertainty) }
                if span.contains(nominal - right.offset) { consider(right.offset, right.uncertainty) }
            } else if let offset = Self.interpolated(nominal, left, right) {
                consider(offset, max(left.uncertainty, right.uncertainty))
            }
            index += 1
        }
        if let end = measurements.last, nominal - end.offset >= end.at { consider(end.offset, end.uncertainty) }
        let likely = offsets.filter { possible.contains(nominal - $0.offset) }
        if !likely.isEmpty { offsets = likely }
        // A clock that never showed this reading is one whose measurements cannot be right; the last is the best guess.
        let chosen = offsets.first ?? (measurements.last?.offset ?? 0, 0)
        return Reading(
            second: nominal - chosen.0, offset: chosen.0, uncertainty: max(chosen.1, declaredUncertainty ?? 0),
            basis: .measured, isAmbiguous: offsets.count > 1)
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
