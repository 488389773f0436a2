package import AttendanceModel
package import TextCodec

/// The files of a school's plan folder, as texts in memory.
package struct PlanFolder: Sendable {
    package var texts: [Document.Kind: String]

    package init(texts: [Document.Kind: String]) {
        self.texts = texts
    }

    /// Decodes files in whatever encoding they came; a file that cannot be decoded is a finding.
    package static func decode(_ files: [Document.Kind: [UInt8]]) -> (folder: PlanFolder, findings: [Finding]) {
        var texts: [Document.Kind: String] = [:]
        var findings: [Finding] = []
        for kind in Document.Kind.allCases {
            guard let bytes = files[kind] else { continue }
            do throws(TextEncodingError) {
                texts[kind] = try TextEncoding.decode(bytes).text
            } catch {
                findings.append(Finding(file: kind.fileName, line: error.line, .undecodable(error)))
            }
        }
        return (PlanFolder(texts: texts), findings)
    }

    /// What a check of a folder comes to.
    package struct Report: Sendable {
        /// Everything that could be read, in force from the plan's first date; with errors, not fit for judging.
        package let book: Book
        /// Sorted by file and line.
        package let findings: [Finding]

        package init(book: Book, findings: [Finding]) {
            self.book = book
            self.findings = findings
        }

        /// Whether nothing stands against publishing: no error and no open question.
        package var isPublishable: Bool { findings.allSatisfy { $0.severity == .warning } }
    }

    /// Reads and checks all files together and finds everything at once.
    package func check(
        zones: (String) throws(ZoneError) -> ZoneRules = { name throws(ZoneError) in try .system(named: name) }
    ) -> Report {
        var findings: [Finding] = []
        var outline: Plan?
        if let text = texts[.plan] {
            let result = PlanReader.outline(text, file: Document.Kind.plan.fileName, zones: zones)
            outline = result.plan
            findings += result.findings
        } else {
            findings.append(Finding(file: Document.Kind.plan.fileName, line: 0, .missingFile))
        }
        func rows<Row>(_ kind: Document.Kind, _ read: (String) -> TableReader.Result<Row>) -> [Row] {
            guard let text = texts[kind] else { return [] }
            let result = read(text)
            findings += result.findings
            return result.rows
        }
        let people = rows(.people) { TableReader.people($0) }
        let names = NameTable(people: texts[.people] == nil ? nil : people, duties: outline?.duties)
        var book = Book(plans: outline.map { [$0] } ?? [], people: people)
        let roster = rows(.roster) { TableReader.roster($0, names: names) }
        book.rosters = [Book.RosterVersion(from: outline?.from ?? .first, rows: roster, digest: "")]
        book.calendar = rows(.calendar) { TableReader.calendar($0) }
        book.cards = rows(.cards) { TableReader.cards($0, names: names) }
        book.rates = rows(.rates) { TableReader.rates($0) }
        book.devices = rows(.devices) { TableReader.devices($0, names: names) }
        book.groups = rows(.groups) { TableReader.groups($0, names: names) }
        if let outline {
            findings += CalendarLint(book.calendar, plan: outline).findings()
            findings += book.devices.compactMap { Self.zoneFinding($0, school: outline.zone.name) }
            if texts[.roster] != nil { findings += RosterLint(book, plan: outline).findings() }
            findings += LimitLint(outline).findings(in: book.rates) + StaffingLint(book, plan: outline).findings()
        }
        findings += PeopleLint(book, hasRates: texts[.rates] != nil).findings()
        let order = Dictionary(uniqueKeysWithValues: Document.Kind.allCases.enumerated().map { ($1.fileName, $0) })
        findings.sort {
            (order[$0.file] ?? 0, $0.line, $0.column ?? 0) < (order[$1.file] ?? 0, $1.line, $1.column ?? 0)
        }
        return Report(book: book, findings: findings)
    }

    /// The log carries only the school's zone, so a machine's own must be that or a plain offset.
    private static func zoneFinding(_ row: DeviceRow, school: String) -> Finding? {
        guard let zone = row.zoneName, zone != school, ZoneRules(fixedOffset: zone) == nil else { return nil }
        return Finding(
            file: Document.Kind.devices.fileName, line: row.line,
            .machineZone(zone: zone, device: row.device.text, school: school))
    }
}
