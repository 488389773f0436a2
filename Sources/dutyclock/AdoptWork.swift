import Adoption
import AttendanceModel
import EventLog
import Reports
import Service
import TextCodec
import Timetable
import WireFormats

/// Writes an adoption into the log: files, clocks, machines, and last the plan that puts it all into force.
///
/// Every step is known by its content and adds nothing when it is done again.
struct AdoptWork {
    /// What came of it.
    struct Result {
        var added: Int64 = 0
        var known: Int64 = 0
        var refused: Int64 = 0
        var impossible: Int64 = 0
        var clocks = 0
        var cards = 0
        /// Files of the plan folder that were extended.
        var extended: [String] = []
    }

    private let work: AdoptionPlan
    private let found: AdoptSurvey.Found
    private let plan: String
    private let zone: ZoneRules
    private let context: Context

    init(_ work: AdoptionPlan, _ found: AdoptSurvey.Found, plan: String, zone: ZoneRules, _ context: Context) {
        self.work = work
        self.found = found
        self.plan = plan
        self.zone = zone
        self.context = context
    }

    func perform() throws(CommandError) -> Result {
        var result = Result()
        // A plan folder that cannot be published is found before anything is written.
        try refuse(FolderOnDisk(plan).check().findings, in: context, of: plan)
        try requireNewOrOwn()
        try importFiles(&result)
        result.clocks = try record(.clock, work.clocks)
        result.cards = try record(.card, work.cardFacts)
        // The plan comes last: it is what puts all of it into force.
        result.extended = try extendPlan()
        try publish()
        return result
    }

    // MARK: Plan folder

    /// Adds machines to devices.csv; the file as it was stays beside it.
    private func extendPlan() throws(CommandError) -> [String] {
        let kind = Document.Kind.devices
        let old = try FolderOnDisk(plan).bytes[kind]
        let text: String = if let old { try FileText.text(of: old, name: kind.fileName) } else { "" }
        let extended = TableReader.devices(text, adding: work.devices)
        guard extended != text else { return [] }
        let path = "\(plan)/\(kind.fileName)"
        if let old { try AnswersFolder.write(old, to: "\(path).before-adopt") }
        try AnswersFolder.write(AnswersFolder.forExcel(extended), to: path)
        return [path]
    }

    // MARK: Files

    /// Rows that the log already has from another machine show that an answer is wrong; found before anything is written.
    private func requireNewOrOwn() throws(CommandError) {
        guard let reader = try? LogReader.open(directory: context.dataDirectory) else { return }
        for item in work.imports {
            guard let other = try otherOwner(of: item, in: reader) else { continue }
            let path = found.items[item.file].path
            throw .failed(
                .data,
                Phrase(
                    "\(path): the log has these rows from \(other), the answers say \(item.device): nothing was written; "
                        + "correct machines.csv.",
                    "\(path)：日志中这些记录来自 \(other)，而答案写的是 \(item.device)：没有写入；请改正 machines.csv。"))
        }
    }

    private func otherOwner(of item: AdoptionPlan.Import, in reader: LogReader) throws(CommandError) -> DeviceID? {
        let file = try ExportFile.open(found.items[item.file])
        let contents: ExportContents
        do {
            contents = try file.survey(dates: dates(of: item), zone: zone, now: context.now)
        } catch {
            throw CommandError(error)
        }
        do {
            let known = try KnownRows(of: contents, digest: file.digest, since: nil, in: reader)
            return known.owners(otherThan: item.device).first
        } catch {
            throw CommandError(error)
        }
    }

    private func importFiles(_ result: inout Result) throws(CommandError) {
        do throws(ServiceError) {
            let connection = try OwnerConnection(dataDirectory: context.dataDirectory)
            for (index, item) in work.imports.enumerated() {
                let outcome = try take(item, "\(index + 1)/\(work.imports.count)", connection)
                result.added += outcome.counts.added
                result.known += outcome.counts.known
                result.refused += outcome.counts.refused
                result.impossible += outcome.impossibleTimes
            }
            context.terminal.progress("")
        } catch {
            context.terminal.progress("")
            throw CommandError(error)
        }
    }

    private func take(
        _ item: AdoptionPlan.Import, _ place: String, _ connection: OwnerConnection
    ) throws(ServiceError) -> ImportOutcome {
        let known = found.items[item.file]
        let file = try ExportFile(opening: known.path, followingLinks: !known.isFound)
        let contents = try file.survey(dates: dates(of: item), zone: zone, now: context.now)
        // A copy's own date says when it was copied; what a file of the drawer holds ends with its last row.
        var request = ImportRequest(device: item.device, fileName: file.name, zone: zone.name)
        request.dates = contents.dates
        request.remember = item.remember
        return try connection.importFile(file, request) { progress in
            let percent = progress.bytesTotal == 0 ? 100 : progress.bytesDone * 100 / progress.bytesTotal
            context.terminal.progress("\(place) \(file.name) \(percent) %")
        }
    }

    private func dates(of item: AdoptionPlan.Import) -> DateOrder? { item.dates.flatMap { DateOrder(rawValue: $0) } }

    // MARK: Facts

    /// Writes entries that the log does not have yet, and says how many those were.
    private func record(_ kind: FactKind, _ entries: [Entry]) throws(CommandError) -> Int {
        guard !entries.isEmpty else { return 0 }
        var known: Set<Entry> = []
        do {
            let reader = try LogReader.open(directory: context.dataDirectory)
            for fact in try reader.facts(FactQuery(kinds: [kind])) {
                if case .entry(_, let entry) = fact.body { known.insert(entry) }
            }
        } catch {
            throw CommandError(error)
        }
        let new = entries.filter { !known.contains($0) }
        guard !new.isEmpty else { return 0 }
        _ = try contribute(new.map { .entry(kind, $0, at: moment(of: $0)) }, in: context)
        return new.count
    }

    private func moment(of entry: Entry) -> Instant? {
        if let date = entry.dates?.lowerBound, let time = entry.fromTime {
            return zone.instant(of: LocalDateTime(date, time))
        }
        return entry.from.flatMap { LocalDateTime($0) }.map { zone.instant(of: $0) }
    }

    private func publish() throws(CommandError) {
        let arguments = try Arguments([plan, "--from", work.from.description], options: PublishCommand.options)
        try PublishCommand.run(arguments, in: context.silent)
    }
}
