package import AttendanceModel

/// Days on which a machine's clock seems to have been off by hours: the day's rhythm is the usual one, moved.
package struct ClockShift: Hashable, Sendable {
    /// The first and the last such day; days without rows between them are taken with them.
    package let days: ClosedRange<LocalDate>
    /// Machine minus true time, as near as the rhythm tells, in minutes; a multiple of 15.
    package let minutes: Int
    package let rows: Int
}

/// At which times of the day a machine sees people, date by date, in quarters of an hour.
struct DayProfile: Sendable {
    private static let quarters = 96
    /// Fewer rows than this say nothing about a day's rhythm.
    private static let fewest = 8
    /// Moves of less than an hour are timetables, not clocks.
    private static let leastShift = 4
    /// So many days in a row make it a clock; fewer are an exam or a festival.
    private static let fewestDays = 3

    private var counts: [Int: [UInt16]] = [:]

    /// The days with rows, by number.
    var days: [Int] { counts.keys.sorted() }

    mutating func add(_ wall: LocalDateTime) {
        let quarter = min(wall.time.secondOfDay / 900, Self.quarters - 1)
        var day = counts[wall.date.dayNumber] ?? [UInt16](repeating: 0, count: Self.quarters)
        day[quarter] = day[quarter] == .max ? .max : day[quarter] + 1
        counts[wall.date.dayNumber] = day
    }

    /// The stretches of days that are shifted against the rhythm of all the others.
    func shifts() -> [ClockShift] {
        var found: [Int: Int] = [:]
        // A second look, with the rhythm of the days that the first one found right.
        for _ in 0..<2 { found = shiftedDays(against: usualDay(without: found)) }
        return stretches(of: found)
    }

    private func usualDay(without shifted: [Int: Int]) -> [Double] {
        var usual = [Double](repeating: 0, count: Self.quarters)
        for (day, row) in counts where shifted[day] == nil {
            for (quarter, value) in Self.smooth(row).enumerated() { usual[quarter] += value }
        }
        return usual
    }

    private func shiftedDays(against usual: [Double]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for (day, row) in counts where row.reduce(0, { $0 + Int($1) }) >= Self.fewest {
            let shape = Self.smooth(row)
            let unmoved = Self.likeness(shape, usual, moved: 0)
            var best = (shift: 0, likeness: unmoved)
            for shift in -Self.quarters / 2..<Self.quarters / 2 where abs(shift) >= Self.leastShift {
                let likeness = Self.likeness(shape, usual, moved: shift)
                if likeness > best.likeness + 1e-9 { best = (shift, likeness) }
            }
            if best.shift != 0, best.likeness >= 0.6, best.likeness - unmoved >= 0.3 { found[day] = best.shift }
        }
        return found
    }

    /// Neighbouring days (with rows) of about the same shift, as stretches.
    private func stretches(of shifted: [Int: Int]) -> [ClockShift] {
        var stretches: [ClockShift] = []
        var open: [Int] = []
        func close() {
            defer { open = [] }
            guard open.count >= Self.fewestDays, let first = open.first, let last = open.last else { return }
            let shifts = open.compactMap { shifted[$0] }.sorted()
            let rows = open.reduce(0) { $0 + (counts[$1]?.reduce(0) { $0 + Int($1) } ?? 0) }
            stretches.append(
                ClockShift(
                    days: LocalDate(clampingDayNumber: first)...LocalDate(clampingDayNumber: last),
                    minutes: shifts[shifts.count / 2] * 15, rows: rows))
        }
        for day in days {
            let isThin = (counts[day]?.reduce(0) { $0 + Int($1) } ?? 0) < Self.fewest
            if let shift = shifted[day] {
                if let last = open.last.flatMap({ shifted[$0] }), abs(last - shift) > 1 { close() }
                open.append(day)
            } else if !isThin {
                close()
            }
        }
        close()
        return stretches
    }

    /// The day's shape in full size 1, spread over neighbouring quarters.
    private static func smooth(_ row: [UInt16]) -> [Double] {
        let sum = Double(max(1, row.reduce(0) { $0 + Int($1) }))
        return row.indices.map { index in
            let before = Double(row[(index + quarters - 1) % quarters])
            let after = Double(row[(index + 1) % quarters])
            return (before + 2 * Double(row[index]) + after) / (4 * sum)
        }
    }

    /// The cosine between a day moved back by `shift` quarters and the usual day.
    private static func likeness(_ day: [Double], _ usual: [Double], moved shift: Int) -> Double {
        var product = 0.0
        var left = 0.0
        var right = 0.0
        for index in 0..<quarters {
            let value = day[(index + shift + quarters) % quarters]
            product += value * usual[index]
            left += value * value
            right += usual[index] * usual[index]
        }
        return left > 0 && right > 0 ? product / (left * right).squareRoot() : 0
    }
}
