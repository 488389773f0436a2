import AttendanceModel

/// Reads the punch lists with a header of Timmy and many unbranded machines: AGL, GLG, ALOG (attendance-machines.md 3.1).
///
///     No⇥TMNo⇥EnNo⇥Name⇥⇥GMNo⇥Mode⇥IN/OUT⇥Antipass⇥DateTime
///     1⇥1⇥1⇥          ⇥1⇥1⇥E⇥0⇥03-02-2026  12:15:44PM
///
/// Covered: every header that names `EnNo` and `DateTime`, with empty names or without; UTF-8, code pages and UTF-16;
/// CR LF and LF; `#` lines with `LogCount` and `DeviceUID`; dates with the year first or last; 12 and 24 hours. The
/// running number `No` restarts after a clear and is not read.
package struct HeadedListReader: ExportReader {
    private let dates: DateOrder
    private var lines = TextLines()
    private var header: ListHeader?
    /// Cells of the last row, and bytes of its time: what a row at the cut end of a file is measured by.
    private var lastShape: (cells: Int, time: Int)?
    private var endsLinesWithReturn = false
    private var summary = ExportSummary()

    /// `dates` is the order in dates that do not begin with the year.
    package init(dates: DateOrder) {
        self.dates = dates
    }

    package mutating func feed<E: Error>(
        _ chunk: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        lines.append(chunk)
        while let line = lines.next() {
            endsLinesWithReturn = line.hasReturn
            try deliver(judge(line), line.raw.span)
        }
    }

    package mutating func finish<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) -> ExportSummary {
        if lines.isSkipping { summary.endsEarly = true }
        // The units are found late in a file of one or two bytes.
        while let line = lines.next() { try deliver(judge(line), line.raw.span) }
        if let line = lines.last() {
            if line.hasReturn || endsLinesWithReturn { summary.endsEarly = true }
            try deliver(judge(line), line.raw.span)
        }
        if let announced = summary.announced, announced > summary.rows + summary.refused { summary.endsEarly = true }
        return summary
    }

    private mutating func judge(_ line: TextLines.Line) -> ExportItem {
        let text = line.text
        if line.isTooLong { return refused(text.contains(0) ? .zeroBytes : .tooLong, line) }
        if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return .blank(line: line.number, offset: line.offset) }
        if text.first == 0x23 {
            if line.isEnded || line.hasReturn { note(String(decoding: text, as: UTF8.self)) }
            return .note(line: line.number, offset: line.offset)
        }
        if line.isEnded || line.hasReturn, let header = ListHeader(text) {
            self.header = header
            return .note(line: line.number, offset: line.offset)
        }
        guard let header else { return refused(line.isEnded ? .notARow : .cut, line) }
        switch row(text, header, line) {
        case .success(let found):
            let isWhole = line.isEnded || line.hasReturn
            guard isWhole || (lastShape.map { $0 == found.shape } ?? false) && found.endsWithTime else {
                return refused(.cut, line)
            }
            lastShape = found.shape
            weigh(found.time, text)
            summary.rows += 1
            return .row(found.row)
        case .failure(let problem):
            return refused(line.isEnded || line.hasReturn ? problem.reason : .cut, line)
        }
    }

    private mutating func refused(_ reason: ExportRefusal.Reason, _ line: TextLines.Line) -> ExportItem {
        summary.refused += 1
        if !line.isEnded { summary.endsEarly = true }
        return .refused(ExportRefusal(line: line.number, offset: line.offset, reason: reason))
    }

    /// `# DeviceUID = …`, and `# StartPos = 0, LogCount = 2` or `# StartPos, LogCount = 0, 2`.
    private mutating func note(_ line: String) {
        for (name, value) in Self.pairs(line.dropFirst()) where !value.isEmpty {
            if name == "DeviceUID" { summary.serialNumber = value }
            if name == "LogCount", let count = Int(value), count >= 0 { summary.announced = count }
        }
    }

    private static func pairs(_ text: Substring) -> [(name: String, value: String)] {
        func trimmed(_ part: Substring) -> String {
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        func sides(_ part: Substring) -> [Substring] {
            part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        func list(_ side: Substring) -> [Substring] { side.split(separator: ",", omittingEmptySubsequences: false) }
        let halves = sides(text)
        guard halves.count == 2 else { return [] }
        let names = list(halves[0])
        if names.count > 1 { return zip(names, list(halves[1])).map { (trimmed($0), trimmed($1)) } }
        guard halves[1].contains("=") else { return [(trimmed(halves[0]), trimmed(halves[1]))] }
        return list(text).map(sides).filter { $0.count == 2 }.map { (trimmed($0[0]), trimmed($0[1])) }
    }

    /// Remembers which orders of day and month are still possible (any number above 12 decides for the whole file).
    private mutating func weigh(_ time: WrittenTime, _ text: [UInt8]) {
        guard !time.startsWithYear else { return }
        var orders = summary.dateOrders ?? [.monthDayYear, .dayMonthYear]
        let (first, second) = time.numbers
        // Beyond 12 in both places is no date at all and says nothing.
        if first > 12, second <= 12 { orders.remove(.monthDayYear) }
        if second > 12, first <= 12 { orders.remove(.dayMonthYear) }
        summary.dateOrders = orders
    }
}

// MARK: Rows

extension HeadedListReader {
    private struct Found {
        let row: ExportRow
        let time: WrittenTime
        let shape: (cells: Int, time: Int)
        /// Whether the time is the last cell that is not empty, so that nothing can be missing behind it.
        let endsWithTime: Bool
    }

    private struct Problem: Error {
        let reason: ExportRefusal.Reason
    }

    private func row(_ text: [UInt8], _ header: ListHeader, _ line: TextLines.Line) -> Result<Found, Problem> {
        let bytes = text.span
        if text.contains(0) { return .failure(Problem(reason: .zeroBytes)) }
        let cells = Self.cells(bytes)
        guard cells.count > 2 else { return .failure(Problem(reason: .notARow)) }
        var times: [Int: WrittenTime] = [:]
        for (index, cell) in cells.enumerated() {
            if let time = WrittenTime(bytes, from: cell.lowerBound, to: cell.upperBound) { times[index] = time }
        }
        guard let places = header.places(cells: cells.count, times: times.keys.sorted()),
            let timePlace = places[.time], let time = times[timePlace], let userPlace = places[.user]
        else { return .failure(Problem(reason: .dateTime)) }
        guard let userID = Self.word(bytes, cells[userPlace]) else { return .failure(Problem(reason: .userID)) }
        func number(_ column: ListHeader.Column) -> UInt32? {
            guard let place = places[column], place < cells.count else { return nil }
            let end = bytes.droppingSpaces(from: cells[place].lowerBound, to: cells[place].upperBound)
            return bytes.number(from: bytes.skippingSpaces(from: cells[place].lowerBound, to: end), to: end)
        }
        func code(_ column: ListHeader.Column) -> UInt8? { number(column).flatMap { UInt8(exactly: $0) } }
        var name = places[.name].flatMap { $0 < cells.count ? cells[$0] : nil }.map { Self.trimmed(bytes, $0) } ?? []
        if header.nameHasGroup, let group = name.lastIndex(where: { !(0x30...0x39).contains($0) }), name[group] == 0x20
        {
            name = Self.trimmed(name.span, 0..<group)
        } else if header.nameHasGroup, name.allSatisfy({ (0x30...0x39).contains($0) }) {
            name = []
        }
        let row = ExportRow(
            line: line.number, offset: line.offset, userID: userID, wall: time.reading(dates),
            device: number(.device), codes: PunchCodes(state: code(.state), verify: code(.verify), workCode: nil),
            name: name)
        return .success(
            Found(
                row: row, time: time, shape: (cells.count, cells[timePlace].count),
                endsWithTime: timePlace == cells.count - 1))
    }

    private static func cells(_ bytes: Span<UInt8>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = 0
        while let tab = bytes.firstIndex(of: 0x09, from: start) {
            cells.append(start..<tab)
            start = tab + 1
        }
        cells.append(start..<bytes.count)
        return cells
    }

    private static func trimmed(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> [UInt8] {
        let start = bytes.skippingSpaces(from: cell.lowerBound, to: cell.upperBound)
        let end = bytes.droppingSpaces(from: start, to: cell.upperBound)
        return bytes.extracting(start..<end).array
    }

    /// 1 to 64 printable characters without a space; nil for anything else.
    private static func word(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> String? {
        let word = trimmed(bytes, cell)
        guard (1...64).contains(word.count), word.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: word, as: UTF8.self)
    }
}
