import AttendanceModel
import EventLog
import Evidence
import Runtime
import TextCodec
import WireFormats

/// One export file on its way into the log, fed in chunks; the same in the daemon and in a command that is the owner.
///
/// A row's moment is its wall time in the machine's zone, ± 60 s (model.md D.8, 10). Writes `begun` before the first
/// new row, and `finished` together with the last ones; a file whose bytes the log has seen adds nothing.
final class ImportSession {
    private let request: ImportRequest
    private let zone: ZoneRules
    private let store: LogStore
    private let batch: ImportBatch
    private let author: String
    private let received: Instant
    private var format = PunchFormat.attlog
    private var reader: any ExportReader = AttlogReader()
    private let hasher = StreamHasher()
    private var outcome = ImportOutcome()
    /// The first bytes of the file, until its format is known.
    private var prefix: [UInt8]? = []
    private var bytesTaken: Int64 = 0
    private var rows: [(fact: NewFact, line: Int)] = []
    private var watch: ClockWatch
    /// What only the log can tell of the rows' times, and rows that are left out.
    private var clock = ClockNotes()
    private var begun: Int64?
    /// The last row before a hole in the file, in which any number of rows may be missing; nil in it is before all rows.
    private var hole: LocalDateTime??

    /// Rows written without looking after what else waits.
    private static let slice = 256
    private static let uncertaintyMilliseconds: Int64 = 60_000

    /// Refuses a zone that this computer does not know.
    init(_ request: ImportRequest, store: LogStore, author: String, now: Instant) throws(ServiceError) {
        self.request = request
        self.store = store
        self.author = author
        received = now
        batch = store.beginImport()
        do throws(ZoneError) {
            if let fixed = ZoneRules(fixedOffset: request.zone) {
                zone = fixed
            } else {
                zone = try ZoneRules.system(named: request.zone)
            }
        } catch {
            throw .refused("\(request.fileName) cannot be imported: \(error)", exitStatus: 65)
        }
        watch = ClockWatch(fileDate: request.fileDate, now: zone.local(at: now))
    }

    /// Takes the next bytes of the file; `between` is called whenever others may have their turn.
    func take(_ bytes: [UInt8], between: () -> Void) throws(ServiceError) {
        hasher.update(bytes)
        bytesTaken += Int64(bytes.count)
        if var prefix {
            prefix += bytes
            self.prefix = prefix
            guard prefix.count >= ExportFormat.prefixLength else { return }
            try recognise()
            read(prefix)
        } else {
            read(bytes)
        }
        try write(between)
    }

    /// Ends the file: writes its last rows and what it came to, in one transaction, and makes everything durable.
    func finish(between: () -> Void) throws(ServiceError) -> ImportOutcome {
        guard bytesTaken == request.size, hasher.finish().description == request.digest else {
            throw .changed(request.fileName)
        }
        if let prefix {
            try recognise()
            read(prefix)
        }
        let summary = reader.finish { item, raw in keep(item, raw) }
        try write(between)
        outcome.format = format.rawValue
        outcome.serialNumber = summary.serialNumber
        outcome.announced = summary.announced.map(Int64.init)
        outcome.endsEarly = summary.endsEarly
        outcome.firstRow = watch.firstRow
        outcome.lastRow = watch.lastRow
        outcome.clock = watch.finish()
        outcome.clock.counts.merge(clock.counts) { $1 }
        outcome.clock.places.merge(clock.places) { $1 }
        outcome.completeUntil = completeUntil()
        try writing { () throws(LogError) in
            let isNews = try begun == nil ? isNews() : true
            if isNews { _ = try batch.append([report(counted: true)]) }
            if let learned { _ = try batch.append([learned]) }
            try batch.commit()
        }
        return outcome
    }

    private func recognise() throws(ServiceError) {
        guard let prefix else { return }
        self.prefix = nil
        switch ExportFormat.recognise(prefix: prefix.span, size: request.size) {
        case .punches(let found):
            format = found
            reader = found.reader(dates: request.dates)
        case .users: throw .userList(request.fileName)
        case .unsupported(let what): throw .notTaken(request.fileName, what)
        }
    }

    // MARK: Rows

    private func read(_ bytes: [UInt8]) {
        reader.feed(bytes.span) { item, raw in keep(item, raw) }
    }

    private func keep(_ item: ExportItem, _ raw: Span<UInt8>) {
        switch item {
        case .row(let row): keep(row, Array(copying: raw))
        case .refused(let refusal): refuse(refusal)
        case .serialNumber, .checksum, .note, .blank: break
        }
    }

    private func keep(_ row: ExportRow, _ raw: [UInt8]) {
        if row.isNobody { return clock.note(.nobody, line: row.line, row.wall.time?.description ?? "") }
        if let since = request.since, let wall = row.wall.time, wall.date < since {
            clock.note(.before, line: row.line, wall.description)
            return
        }
        let fact =
            switch watch.see(line: row.line, row.wall) {
            case .possible(let wall): fact(row, wall, raw)
            case .quarantined: quarantined(row, raw)
            }
        rows.append((fact, row.line))
    }

    private func refuse(_ refusal: ExportRefusal) {
        outcome.refused += 1
        if hole == nil, refusal.reason == .zeroBytes || refusal.reason == .tooLong { hole = .some(watch.lastRow) }
        if outcome.refusals.count < ImportOutcome.refusalsKept {
            outcome.refusals.append(
                ImportOutcome.Refusal(
                    line: Int64(refusal.line), reason: refusal.description, chinese: refusal.sentence(in: .chinese)))
        }
    }

    private func fact(_ row: ExportRow, _ wall: LocalDateTime, _ raw: [UInt8]) -> NewFact {
        let punch = Punch(
            credential: .machineUser(row.userID), wall: wall, codes: row.codes, basis: .machineAssumed)
        return NewFact(
            .punch(punch), at: zone.instant(of: wall), uncertaintyMilliseconds: Self.uncertaintyMilliseconds,
            source: request.device.text, author: author, raw: raw)
    }

    /// A row whose time cannot be true is kept with its raw bytes, without a moment; of those whose date does not exist
    /// (30 February) the line tells one from another.
    private func quarantined(_ row: ExportRow, _ raw: [UInt8]) -> NewFact {
        let wall = row.wall.time
        let punch = Punch(
            credential: .machineUser(row.userID), wall: wall, codes: row.codes,
            basis: wall == nil ? .received : .machineAssumed)
        let occasion = wall == nil ? "\(request.digest) \(row.line)" : request.digest
        return NewFact(
            .punch(punch), at: nil, source: request.device.text, author: author, raw: raw,
            session: NewFact.occasion(occasion))
    }

    // MARK: Writing

    private func write(_ between: () -> Void) throws(ServiceError) {
        let rows = self.rows
        self.rows.removeAll(keepingCapacity: true)
        var start = 0
        while start < rows.count {
            let end = min(start + Self.slice, rows.count)
            try writing { () throws(LogError) in try write(rows[start..<end]) }
            between()
            start = end
        }
    }

    private func write(_ slice: ArraySlice<(fact: NewFact, line: Int)>) throws(LogError) {
        var slice = slice
        while begun == nil, let first = slice.first {
            if try store.known(first.fact) == nil {
                begun = try batch.append([report(counted: false)]).first?.seq
            } else {
                outcome.known += 1
                slice.removeFirst()
            }
        }
        guard let begun, !slice.isEmpty else { return }
        var replayed: Set<Int> = []
        let facts = try slice.map { row throws(LogError) in
            if try isReplay(row.fact, before: begun) { replayed.insert(row.line) }
            var fact = row.fact
            fact.origin = begun
            return fact
        }
        for (row, result) in zip(slice, try batch.append(facts)) { count(row, result, begun, replayed) }
    }

    private func count(
        _ row: (fact: NewFact, line: Int), _ result: Appended, _ begun: Int64, _ replayed: Set<Int>
    ) {
        func note(_ note: ClockNote) {
            guard case .punch(let punch) = row.fact.body else { return }
            clock.note(note, line: row.line, punch.wall?.description ?? "")
        }
        if result.isAdded {
            outcome.added += 1
            if row.fact.at == nil { outcome.impossibleTimes += 1 }
            if replayed.contains(row.line) { note(.replayed) }
        } else {
            outcome.known += 1
            if result.seq > begun { note(.repeated) }
        }
    }

    /// Whether another file brought the same time that cannot be true, from the same user.
    private func isReplay(_ fact: NewFact, before begun: Int64) throws(LogError) -> Bool {
        guard fact.session != 0, case .punch(let punch) = fact.body, punch.wall != nil else { return false }
        var anyOccasion = fact
        anyOccasion.session = 0
        return try store.known(anyOccasion).map { $0 < begun } ?? false
    }

    /// Whether a file without a new row says something new: that nothing happened up to a later moment.
    private func isNews() throws(LogError) -> Bool {
        let reader = try LogReader.open(directory: store.directory)
        var query = FactQuery()
        query.kinds = [.imported]
        var isNews = true
        try reader.forEach(query) { fact in
            guard case .imported(let earlier) = fact.body, earlier.digest == request.digest, earlier.counts != nil,
                fact.source == request.device.text
            else { return true }
            isNews = request.completeUntil.map { said in earlier.completeUntil.map { $0 < said } ?? true } ?? false
            return isNews
        }
        return isNews
    }

    private func report(counted: Bool) -> NewFact {
        let report = ImportReport(
            fileName: request.fileName, digest: request.digest, format: format.rawValue,
            counts: counted ? outcome.counts : nil, completeUntil: counted ? outcome.completeUntil : nil,
            notes: counted ? outcome.clock.counts : [:])
        return NewFact(
            .imported(report), at: received, source: request.device.text, author: author,
            origin: counted ? begun : nil)
    }

    /// What is to be remembered of the machine.
    private var learned: NewFact? {
        request.remember.map {
            NewFact(.machine($0), at: received, source: request.device.text, author: author)
        }
    }

    /// D.9: what the person importing says, else the file's date if it lies between the last row and now, else the last
    /// row; a file that was cut off is complete to its last row at most, and one with a hole to the row before that.
    private func completeUntil() -> LocalDateTime? {
        if let said = request.completeUntil { return said }
        if let hole { return hole }
        guard let last = outcome.lastRow else { return nil }
        guard !outcome.endsEarly, let date = request.fileDate, date >= last,
            zone.instant(of: date) <= received
        else { return last }
        return date
    }

    private func writing<Value>(_ body: () throws(LogError) -> Value) throws(ServiceError) -> Value {
        do throws(LogError) {
            return try body()
        } catch {
            throw ServiceError(error)
        }
    }
}

extension [UInt8] {
    init(copying span: Span<UInt8>) {
        self.init()
        reserveCapacity(span.count)
        for index in span.indices { append(span[index]) }
    }
}
