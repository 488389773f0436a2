/// Reads a ZK `attlog.dat` from chunks of any size with a bounded memory (attendance-machines.md 2.7).
///
///       213⇥2026-03-02 15:21:26⇥1⇥0⇥1⇥0␍␊
///     user id⇥wall clock⇥device⇥state⇥verify⇥work code, then any columns, which are ignored
///
/// Covered: ids padded with spaces to any width, 2 to any number of columns, CR LF and LF, a byte order mark in front,
/// the serial number and checksum lines of black-and-white machines. No header, no zone, no order: each export repeats
/// the whole log, and clock changes step backwards. There is no check value that could be verified.
///
/// Every byte of the file is in exactly one item, in the line end after one, in the byte order mark, or in the rest of
/// a line that was refused as too long. Items come in the order of the file; only blank lines after the checksum line
/// come before it.
package struct AttlogReader: ExportReader {
    /// Bytes of a line without its end; the longest real row has fewer than 100.
    package static let longestLine = 1024

    enum Skip { case nothing, line, file }

    /// The beginning of a line whose end has not come yet.
    private var carry: [UInt8] = []
    /// Bytes fed so far.
    private var position: Int64 = 0
    var skip = Skip.nothing
    var line = 1
    /// Where the current line begins.
    var offset: Int64 = 0
    /// Columns of the last row.
    var columns: Int?
    var endsLinesWithReturn = false
    /// A word after the first line: the checksum if it stays the last, else no row.
    var held: (text: String, line: Int, offset: Int64)?
    var summary = ExportSummary()

    package init() {}

    /// Takes the next bytes of the file; `deliver` gets each item with the bytes of its line, without the line end.
    ///
    /// After an error of `deliver` the reader is of no further use.
    package mutating func feed<E: Error>(
        _ chunk: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        var start = 0
        while start < chunk.count, skip != .file {
            guard let end = chunk.firstIndex(of: 0x0A, from: start) else {
                try keep(chunk.extracting(start..<chunk.count), deliver)
                break
            }
            // The first line may begin with a byte order mark, so it always goes through the carry.
            if carry.isEmpty, skip == .nothing, offset > 0 {
                try take(chunk.extracting(start..<end), deliver)
            } else {
                try keep(chunk.extracting(start..<end), deliver)
                try takeCarry(deliver)
            }
            line += 1
            offset = position + Int64(end) + 1
            start = end + 1
        }
        position += Int64(chunk.count)
    }

    /// Ends the file: judges the last line, if it has no line end.
    package mutating func finish<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) -> ExportSummary {
        if skip == .line { summary.endsEarly = true }
        if !carry.isEmpty {
            let bytes = carry
            carry = []
            try takeUnended(bytes.span, deliver)
        }
        try takeChecksum(deliver)
        if summary.serialNumber != nil, summary.checksum == nil { summary.endsEarly = true }
        return summary
    }

    /// Keeps a part of a line until its end comes, unless the line is already too long to be a row.
    private mutating func keep<E: Error>(
        _ part: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        guard skip == .nothing else { return }
        // Room for the mark in front and for the CR at the end, and one more to see that the line is too long.
        let room = Self.longestLine + 5 - carry.count
        for index in 0..<min(part.count, room) { carry.append(part[index]) }
        if offset == 0 { try takeByteOrderMark(deliver) }
        guard carry.count > Self.longestLine + 1 else { return }
        let bytes = carry
        carry.removeAll(keepingCapacity: true)
        skip = .line
        try refuse(bytes.contains(0) ? .zeroBytes : .tooLong, bytes.span, deliver)
    }

    /// Takes the line in the carry, whose end has come.
    private mutating func takeCarry<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        if skip == .line {
            skip = .nothing
        } else if skip == .nothing {
            let bytes = carry
            carry.removeAll(keepingCapacity: true)
            try take(bytes.span, deliver)
        }
    }

    /// The mark of UTF-8 says nothing; that of UTF-16 says that this is not the machine's file.
    private mutating func takeByteOrderMark<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        if carry.starts(with: [0xEF, 0xBB, 0xBF]) {
            carry.removeFirst(3)
            offset = 3
        } else if carry.starts(with: [0xFF, 0xFE]) || carry.starts(with: [0xFE, 0xFF]) {
            let bytes = carry
            carry = []
            skip = .file
            summary.endsEarly = true
            // Of what follows, chunks would decide how much is known here.
            try refuse(.utf16, bytes.span.extracting(0..<2), deliver)
        }
    }
}
