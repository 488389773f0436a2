import AttendanceModel
import TextCodec
import Timetable

/// Seconds that really pass since the midnight that begins a service date; above 86,400 after the next midnight (C-13).
typealias DaySecond = Int

/// How one service date's wall clock runs.
///
/// Bells and times that people wrote become seconds that really pass, so that order, gaps and durations also hold on a
/// date of 23 or 25 hours (C-35, C-37). A wall time that exists twice is the first (model.md D.8, 10).
final class DayClock {
    let date: LocalDate
    let dayStart: LocalTime
    private let precision: Knobs.Precision
    private let zone: ZoneRules
    /// UTC second of the midnight that begins the date.
    private let midnight: Int64
    /// The zone's offset when it is the same from the day before to the day after the next; nil when it changes.
    private let offset: Int64?
    /// From the beginning of the service day to that of the next.
    let serviceDay: Range<DaySecond>

    init(date: LocalDate, knobs: Knobs, zone: ZoneRules) {
        self.date = date
        self.dayStart = knobs.dayStart
        self.precision = knobs.precision
        self.zone = zone
        let wall = Int64(date.dayNumber) * 86_400
        let midnight = zone.second(ofWall: wall)
        let before = zone.offset(at: midnight - 86_400)
        let isSteady = [0, 86_400, 3 * 86_400].allSatisfy { zone.offset(at: midnight + $0) == before }
        self.midnight = midnight
        offset = isSteady ? Int64(before) : nil
        let start = Self.second(ofWall: knobs.dayStart.secondOfDay, on: wall, from: midnight, zone, isSteady)
        let end = Self.second(ofWall: knobs.dayStart.secondOfDay + 86_400, on: wall, from: midnight, zone, isSteady)
        serviceDay = start..<max(start, end)
    }

    private static func second(
        ofWall second: Int, on wall: Int64, from midnight: Int64, _ zone: ZoneRules, _ isSteady: Bool
    ) -> DaySecond {
        isSteady ? second : Int(clamping: zone.second(ofWall: wall + Int64(second)) - midnight)
    }

    /// Where a time of the plan or of a fact lies; times before `dayStart` belong to the next morning.
    func second(of time: LocalTime) -> DaySecond {
        second(ofWall: time < dayStart ? time.secondOfDay + 86_400 : time.secondOfDay)
    }

    private func second(ofWall second: Int) -> DaySecond {
        Self.second(ofWall: second, on: Int64(date.dayNumber) * 86_400, from: midnight, zone, offset != nil)
    }

    /// Where a moment on the school's wall clock lies.
    func second(of moment: LocalDateTime) -> DaySecond {
        guard offset == nil else {
            return Int(clamping: moment.wallSeconds - Int64(date.dayNumber) * 86_400)
        }
        return Int(clamping: zone.second(ofWall: moment.wallSeconds) - midnight)
    }

    /// Where a UTC second lies.
    func second(at utc: Int64) -> DaySecond { Int(clamping: utc - midnight) }

    func utc(of second: DaySecond) -> Int64 { midnight + Int64(second) }

    /// The end, exclusive, of an interval that is closed at `time` in displayed minutes, or seconds (C-02).
    func closedEnd(of time: LocalTime, graceMinutes: Int = 0) -> DaySecond {
        let second = second(of: time) + 60 * graceMinutes
        return precision == .minute ? (second.flooredMinutes + 1) * 60 : second + 1
    }

    /// The wall-clock moment of a second.
    func moment(_ second: DaySecond) -> LocalDateTime {
        if offset != nil {
            return LocalDateTime(wallSeconds: Int64(date.dayNumber) * 86_400 + Int64(second))
        }
        return zone.local(at: Instant(seconds: utc(of: second)))
    }

    /// The time of day to print; the end of the calendar day is 24:00, and after it the next day begins at 00:00.
    func time(_ second: DaySecond) -> LocalTime {
        let wall = moment(second)
        let sinceMidnight = wall.wallSeconds - Int64(date.dayNumber) * 86_400
        return sinceMidnight == 86_400 ? .endOfDay : wall.time
    }
}

extension DaySecond {
    /// Whole displayed minutes, as a wall clock counts them (D.8, 4).
    var flooredMinutes: Int { self >= 0 ? self / 60 : (self - 59) / 60 }
}
