package import AttendanceModel

/// What is odd about the times of an export's rows: counts, and the first places of each kind.
package struct ClockNotes: Hashable, Sendable {
    /// One row, or rows that follow each other.
    package struct Place: Hashable, Sendable {
        /// From 1; 0 for what is not in a line, such as a gap.
        package let line: Int64
        package internal(set) var lastLine: Int64
        /// Times of the machine's wall clock, the same in every language.
        package let text: String

        package init(line: Int64, lastLine: Int64, text: String) {
            self.line = line
            self.lastLine = lastLine
            self.text = text
        }
    }

    /// How many rows, or stretches; without those that did not occur.
    package var counts: [ClockNote: Int64] = [:]
    /// The first ones, at most `placesKept` of each kind.
    package var places: [ClockNote: [Place]] = [:]

    package static let placesKept = 10

    package init() {}

    /// Counts a row; rows of a kind that follow each other are one place.
    package mutating func note(_ note: ClockNote, line: Int, _ text: @autoclosure () -> String) {
        counts[note, default: 0] += 1
        let line = Int64(line)
        let last = places[note]?.count ?? 0
        if last > 0, let previous = places[note]?[last - 1], line > 0, previous.lastLine + 1 == line {
            places[note]?[last - 1].lastLine = line
        } else if last < Self.placesKept {
            places[note, default: []].append(Place(line: line, lastLine: line, text: text()))
        }
    }
}

/// Looks at the times of an export's rows one by one, in the order of the file, with a bounded memory.
package struct ClockWatch: Sendable {
    /// Whether a row's time can be true.
    package enum Verdict: Hashable, Sendable {
        case possible(LocalDateTime)
        /// Kept without a moment.
        case quarantined
    }

    private let fileDate: LocalDateTime?
    private let latest: LocalDateTime
    private var notes = ClockNotes()
    private var previous: (time: LocalDateTime, line: Int)?
    /// Steps against the order of the file, either way; lists with the newest row first have more of the other kind.
    private var steps = (down: ClockNotes(), up: ClockNotes())
    private var days: Set<Int> = []
    /// The earliest and latest time that can be true.
    package private(set) var firstRow: LocalDateTime?
    package private(set) var lastRow: LocalDateTime?

    /// Machines that record attendance are younger.
    private static let firstYear = 2005

    /// `fileDate` is when the file was written, `now` when it is read; both on the machine's wall clock.
    package init(fileDate: LocalDateTime?, now: LocalDateTime) {
        // A date in the future is that of a wrong clock.
        self.fileDate = fileDate.flatMap { $0 <= now ? $0 : nil }
        latest = LocalDateTime(now.date.advanced(byDays: 1), now.time)
    }

    package mutating func see(line: Int, _ wall: WallReading) -> Verdict {
        guard case .time(let time) = wall else {
            if case .impossible(let text) = wall { notes.note(.impossible, line: line, text) }
            return .quarantined
        }
        if time.date.year < Self.firstYear {
            notes.note(.reset, line: line, time.description)
            return .quarantined
        }
        if time > latest {
            notes.note(.ahead, line: line, time.description)
            return .quarantined
        }
        if let fileDate, time > fileDate { notes.note(.later, line: line, time.description) }
        if let previous, previous.time != time {
            let step = "\(previous.time) → \(time)"
            if time < previous.time {
                steps.down.note(.back, line: line, step)
            } else {
                steps.up.note(.back, line: line, step)
            }
        }
        previous = (time, line)
        days.insert(time.date.dayNumber)
        firstRow = min(firstRow ?? time, time)
        lastRow = max(lastRow ?? time, time)
        return .possible(time)
    }

    /// All that is odd; what only the log can tell (repeats) is not in it.
    package func finish() -> ClockNotes {
        var result = notes
        let (down, up) = (steps.down.counts[.back] ?? 0, steps.up.counts[.back] ?? 0)
        // A few steps back are a clock that was set; a list with the newest row first has hardly any other ones.
        let isNewestFirst = down >= 5 && down > 2 * up
        let steps = isNewestFirst ? steps.up : steps.down
        result.counts[.back] = steps.counts[.back]
        result.places[.back] = steps.places[.back]
        let sorted = days.sorted()
        for (left, right) in zip(sorted, sorted.dropFirst()) where right - left > ClockNote.gapDays + 1 {
            let first = LocalDate(clampingDayNumber: left + 1)
            let last = LocalDate(clampingDayNumber: right - 1)
            result.note(.gap, line: 0, "\(first) … \(last)")
        }
        return result
    }
}
