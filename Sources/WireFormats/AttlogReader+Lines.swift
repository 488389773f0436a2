extension AttlogReader {
    /// Takes a line that has its line end, of which `raw` holds at most the CR.
    mutating func take<E: Error>(
        _ raw: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        let hasReturn = raw.count > 0 && raw[raw.count - 1] == 0x0D
        endsLinesWithReturn = hasReturn
        let bytes = hasReturn ? raw.extracting(0..<raw.count - 1) : raw
        guard bytes.count <= Self.longestLine else { return try refuse(.tooLong, bytes, deliver) }
        switch AttlogLine.judge(bytes) {
        case .row(let row):
            columns = row.columns
            try takeRow(row, bytes, deliver)
        case .blank: try deliver(.blank(line: line, offset: offset), bytes)
        case .word: try takeWord(bytes, deliver)
        case .refused(let reason):
            if reason == .utf16 {
                skip = .file
                summary.endsEarly = true
            }
            try refuse(reason, bytes, deliver)
        }
    }

    /// Takes the last line of a file that ends without a line end.
    ///
    /// Only a row that cannot be half of a longer one is taken: one with its CR, or one with as many columns as the row
    /// before it whose last column has no further digit.
    mutating func takeUnended<E: Error>(
        _ raw: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        if raw[raw.count - 1] == 0x0D {
            summary.endsEarly = true
            return try take(raw, deliver)
        }
        switch AttlogLine.judge(raw) {
        case .row(let row) where !row.growing && row.columns == columns ?? 6:
            if endsLinesWithReturn { summary.endsEarly = true }
            try takeRow(row, raw, deliver)
        case .refused(let reason) where reason == .zeroBytes || reason == .utf16:
            summary.endsEarly = true
            try refuse(reason, raw, deliver)
        default:
            summary.endsEarly = true
            try refuse(.cut, raw, deliver)
        }
    }

    private mutating func takeRow<E: Error>(
        _ row: AttlogLine.Row, _ bytes: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        try refuseHeld(deliver)
        summary.rows += 1
        let found = ExportRow(
            line: line, offset: offset, userID: row.userID, wall: row.wall, device: row.device, codes: row.codes,
            name: row.name)
        try deliver(.row(found), bytes)
    }

    /// The serial number, when it is the first line; later it may be the checksum, which only the end of the file tells.
    private mutating func takeWord<E: Error>(
        _ bytes: Span<UInt8>, _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        guard line == 1 || summary.serialNumber != nil else { return try refuse(.notARow, bytes, deliver) }
        let text = bytes.text
        if line == 1 {
            guard text.utf8.count >= 4, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
                return try refuse(.notARow, bytes, deliver)
            }
            summary.serialNumber = text
            try deliver(.serialNumber(text, line: line, offset: offset), bytes)
        } else {
            try refuseHeld(deliver)
            held = (text, line, offset)
        }
    }

    /// The line that was held is not the last: it is no checksum, hence no row either.
    private mutating func refuseHeld<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        guard let held else { return }
        self.held = nil
        summary.refused += 1
        let item = ExportRefusal(line: held.line, offset: held.offset, reason: .notARow)
        try deliver(.refused(item), Array(held.text.utf8).span)
    }

    /// The line that was held is the last one: the checksum.
    mutating func takeChecksum<E: Error>(
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        guard let held else { return }
        self.held = nil
        summary.checksum = held.text
        try deliver(
            .checksum(held.text, line: held.line, offset: held.offset), Array(held.text.utf8).span)
    }

    mutating func refuse<E: Error>(
        _ reason: ExportRefusal.Reason, _ bytes: Span<UInt8>,
        _ deliver: (ExportItem, Span<UInt8>) throws(E) -> Void
    ) throws(E) {
        try refuseHeld(deliver)
        summary.refused += 1
        try deliver(.refused(ExportRefusal(line: line, offset: offset, reason: reason)), bytes)
    }
}
