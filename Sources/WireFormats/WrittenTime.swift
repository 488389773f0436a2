/// A date and time of numbers as a list for people writes it (attendance-machines.md 3.1).
///
///     2026/07/31 15:08:21    31-07-2026  03:08:21PM    7/31/2026 3:08 PM
///
/// The year has four digits and stands first or last; between date and time stand spaces. 12 AM is 0 and 12 PM is 12.
struct WrittenTime {
    let year: Int
    /// The other two numbers of the date in the order in which they stand.
    let numbers: (first: Int, second: Int)
    let startsWithYear: Bool
    /// 24-hour, after AM or PM was taken into account.
    let hour: Int
    let minute: Int
    let second: Int
    /// How far the date reaches, from the beginning.
    let dateLength: Int

    /// Reads what stands from `start` up to `limit`, spaces around it allowed; nil for anything else.
    init?(_ bytes: Span<UInt8>, from start: Int, to limit: Int) {
        var cursor = Cursor(
            index: bytes.skippingSpaces(from: start, to: limit), limit: bytes.droppingSpaces(from: start, to: limit))
        let begin = cursor.index
        guard let one = cursor.number(bytes, digits: 1...4),
            let separator = cursor.next(bytes, of: [0x2D, 0x2F, 0x2E]),
            let two = cursor.number(bytes, digits: 1...2), cursor.next(bytes, of: [separator]) != nil,
            let three = cursor.number(bytes, digits: 1...4)
        else { return nil }
        if one.digits == 4, three.digits <= 2 {
            (year, numbers, startsWithYear) = (one.value, (two.value, three.value), true)
        } else if three.digits == 4, one.digits <= 2 {
            (year, numbers, startsWithYear) = (three.value, (one.value, two.value), false)
        } else {
            return nil
        }
        dateLength = cursor.index - begin
        guard cursor.skipSpaces(bytes) > 0, let hour = cursor.number(bytes, digits: 1...2),
            cursor.next(bytes, of: [0x3A]) != nil, let minute = cursor.number(bytes, digits: 2...2)
        else { return nil }
        var second = 0
        if cursor.next(bytes, of: [0x3A]) != nil {
            guard let value = cursor.number(bytes, digits: 2...2) else { return nil }
            second = value.value
        }
        self.minute = minute.value
        self.second = second
        _ = cursor.skipSpaces(bytes)
        if let half = cursor.next(bytes, of: [0x41, 0x61, 0x50, 0x70]) {
            guard cursor.next(bytes, of: [0x4D, 0x6D]) != nil, (1...12).contains(hour.value) else { return nil }
            self.hour = hour.value % 12 + (half & 0xDF == 0x50 ? 12 : 0)
        } else {
            self.hour = hour.value
        }
        guard cursor.index == cursor.limit else { return nil }
    }

    /// The moment; `order` is for dates that do not begin with the year.
    func reading(_ order: DateOrder) -> WallReading {
        let isDayFirst = !startsWithYear && order == .dayMonthYear
        let (month, day) = isDayFirst ? (numbers.second, numbers.first) : numbers
        return WallReading(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}

private struct Cursor {
    var index: Int
    let limit: Int

    mutating func number(_ bytes: Span<UInt8>, digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
        var value = 0
        var count = 0
        while index < limit, count < digits.upperBound, bytes[index] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[index] - 0x30)
            count += 1
            index += 1
        }
        return digits.contains(count) ? (value, count) : nil
    }

    mutating func next(_ bytes: Span<UInt8>, of choice: [UInt8]) -> UInt8? {
        guard index < limit, choice.contains(bytes[index]) else { return nil }
        defer { index += 1 }
        return bytes[index]
    }

    mutating func skipSpaces(_ bytes: Span<UInt8>) -> Int {
        let before = index
        index = bytes.skippingSpaces(from: index, to: limit)
        return index - before
    }
}
