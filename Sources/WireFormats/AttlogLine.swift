import AttendanceModel

/// What the bytes of one line are, before its place in the file is looked at.
enum AttlogLine {
    /// What a row says; `growing` says whether more bytes after the last one could change it.
    struct Row {
        var userID: String
        var name: [UInt8] = []
        var wall: WallReading
        var device: UInt32?
        var codes = PunchCodes.none
        var columns: Int
        var growing: Bool
    }

    case row(Row)
    case blank
    /// Letters and digits only, without blanks in front: a serial number or a checksum.
    case word
    case refused(ExportRefusal.Reason)

    /// Judges a line without its line end.
    static func judge(_ bytes: Span<UInt8>) -> AttlogLine {
        let id = bytes.skippingSpaces(from: 0, to: bytes.count)
        guard id < bytes.count else { return .blank }
        guard let tab = bytes.firstIndex(of: 0x09, from: id) else { return withoutTab(bytes) }
        guard let userID = text(bytes, from: id, to: tab) else { return .refused(zeros(bytes) ?? .userID) }
        let timeEnd = bytes.firstIndex(of: 0x09, from: tab + 1) ?? bytes.count
        guard let wall = wall(bytes, from: tab + 1, to: timeEnd) ?? minusTime(bytes, from: tab + 1, to: timeEnd) else {
            return named(bytes, userID, name: tab + 1..<timeEnd) ?? .refused(zeros(bytes) ?? .time)
        }
        var fields = Fields()
        var column = 2
        var end = timeEnd
        var start = tab + 1
        while end < bytes.count {
            start = end + 1
            end = bytes.firstIndex(of: 0x09, from: start) ?? bytes.count
            column += 1
            guard fields.take(bytes, from: start, to: end, column: column) else {
                return .refused(zeros(bytes) ?? .column(column))
            }
        }
        // A time has all its digits; a number that machines write as 0 has no further one.
        let growing = column > 2 && !(end - start == 1 && bytes[start] == 0x30)
        return .row(
            Row(
                userID: userID, wall: wall, device: fields.device, codes: fields.codes, columns: column,
                growing: growing))
    }

    /// A row with the user's name before the time, as some machines write; what its further columns mean is not known.
    private static func named(_ bytes: Span<UInt8>, _ userID: String, name: Range<Int>) -> AttlogLine? {
        guard name.upperBound < bytes.count, bytes.firstIndex(of: 0, from: 0) == nil else { return nil }
        // Two numbers are a running number and a user: which is which, this file does not say.
        guard name.isEmpty || !name.allSatisfy({ (0x30...0x39).contains(bytes[$0]) }) else { return nil }
        let start = name.upperBound + 1
        var end = bytes.firstIndex(of: 0x09, from: start) ?? bytes.count
        guard let wall = wall(bytes, from: start, to: end) else { return nil }
        var columns = 3
        var last = start
        while end < bytes.count {
            last = end + 1
            columns += 1
            end = bytes.firstIndex(of: 0x09, from: last) ?? bytes.count
        }
        let first = bytes.skippingSpaces(from: name.lowerBound, to: name.upperBound)
        let text = bytes.extracting(first..<bytes.droppingSpaces(from: first, to: name.upperBound)).array
        let growing = columns > 3 && !(end - last == 1 && bytes[last] == 0x30)
        return .row(Row(userID: userID, name: text, wall: wall, columns: columns, growing: growing))
    }

    /// A time that never was, as machines with a damaged record print it: `1971--10--29 -23:-59:-53`.
    private static func minusTime(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> WallReading? {
        let first = bytes.skippingSpaces(from: start, to: limit)
        let end = bytes.droppingSpaces(from: first, to: limit)
        let text = String(decoding: bytes.extracting(first..<end).array, as: UTF8.self)
        let parts = text.split(separator: " ")
        guard parts.count == 2, text.utf8.count <= 32, text.contains("--") || parts[1].contains("-") else { return nil }
        let isDate = parts[0].utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        let times = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard isDate, times.count == 3, times.allSatisfy({ Int8($0) != nil }) else { return nil }
        return .impossible(text)
    }

    private static func withoutTab(_ bytes: Span<UInt8>) -> AttlogLine {
        for index in bytes.indices {
            switch bytes[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
            default: return .refused(zeros(bytes) ?? .notARow)
            }
        }
        return bytes.count <= 64 ? .word : .refused(.notARow)
    }

    /// Tells zero bytes apart: those of UTF-16 stand in every second place.
    private static func zeros(_ bytes: Span<UInt8>) -> ExportRefusal.Reason? {
        guard bytes.firstIndex(of: 0, from: 0) != nil else { return nil }
        guard bytes.count >= 8 else { return .zeroBytes }
        for odd in 0..<2 where (0..<8).allSatisfy({ ($0 % 2 == odd) == (bytes[$0] == 0) }) { return .utf16 }
        return .zeroBytes
    }

    /// The printable ASCII characters of a field without the spaces around them; nil when there are others, none, or
    /// more than 64.
    private static func text(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> String? {
        let end = bytes.droppingSpaces(from: start, to: limit)
        guard (1...64).contains(end - start) else { return nil }
        for index in start..<end where !(0x21...0x7E).contains(bytes[index]) { return nil }
        guard let ascii = try? UTF8Span(validating: bytes.extracting(start..<end)) else { return nil }
        return String(copying: ascii)
    }

    /// Reads `YYYY-MM-DD HH:MM:SS` with spaces around it; nil for another shape.
    private static func wall(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> WallReading? {
        let first = bytes.skippingSpaces(from: start, to: limit)
        let end = bytes.droppingSpaces(from: first, to: limit)
        guard end - first == 19, bytes[first + 4] == 0x2D, bytes[first + 7] == 0x2D, bytes[first + 10] == 0x20,
            bytes[first + 13] == 0x3A, bytes[first + 16] == 0x3A,
            let century = bytes.twoDigits(at: first), let year = bytes.twoDigits(at: first + 2),
            let month = bytes.twoDigits(at: first + 5), let day = bytes.twoDigits(at: first + 8),
            let hour = bytes.twoDigits(at: first + 11), let minute = bytes.twoDigits(at: first + 14),
            let second = bytes.twoDigits(at: first + 17)
        else { return nil }
        return WallReading(
            year: century * 100 + year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}

/// The optional columns: device, state, verification, work code.
private struct Fields {
    var device: UInt32?
    private var state: UInt8?
    private var verify: UInt8?
    private var workCode: UInt32?

    var codes: PunchCodes { PunchCodes(state: state, verify: verify, workCode: workCode) }

    /// False when the field is neither empty nor a number of its column's range; columns after the sixth are ignored.
    mutating func take(_ bytes: Span<UInt8>, from start: Int, to limit: Int, column: Int) -> Bool {
        guard column <= 6 else { return true }
        let first = bytes.skippingSpaces(from: start, to: limit)
        let end = bytes.droppingSpaces(from: first, to: limit)
        if first == end { return true }
        guard let value = bytes.number(from: first, to: end) else { return false }
        switch column {
        case 3: device = value
        case 4: state = UInt8(exactly: value)
        case 5: verify = UInt8(exactly: value)
        default: workCode = value
        }
        return value <= 255 || column == 3 || column == 6
    }
}
