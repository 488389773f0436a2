package import AttendanceModel
package import EventLog
package import WireFormats

/// What a log knows of machines: which device stands behind each name, and whose rows it holds already.
package struct MachineMemory {
    /// In the order of the log.
    private let reports: [MachineReport]

    package init(_ reader: LogReader) throws(LogError) {
        reports = try reader.facts(FactQuery(kinds: [.machine])).compactMap { fact in
            guard case .machine(let report) = fact.body else { return nil }
            return report
        }
    }

    /// For a log that does not exist yet.
    package init() { reports = [] }

    /// The device that stands behind a machine's name now; nil when nothing was said of it.
    package func device(of machine: DeviceID) -> MachineReport? {
        reports.last { $0.machine == machine }
    }

    /// What was last said of a device: under which name it stands or stood.
    package func report(serialNumber: String) -> MachineReport? {
        reports.last { $0.serialNumber == serialNumber }
    }
}

/// How many of a file's rows the log holds already, by machine.
package struct KnownRows: Hashable, Sendable {
    /// Rows of the file that were looked up.
    package let sampled: Int
    /// Of these, how many the log has from each machine: same user id, same second, same codes.
    package let matches: [DeviceID: Int]
    /// The machines that the very same bytes were imported for.
    package let sameFile: [DeviceID]
    /// By which numbers the file calls the machine of rows that the log has.
    package let numbers: [DeviceID: Set<UInt32>]

    package static let none = KnownRows(sampled: 0, matches: [:], sameFile: [])

    init(
        sampled: Int, matches: [DeviceID: Int], sameFile: [DeviceID], numbers: [DeviceID: Set<UInt32>] = [:]
    ) {
        self.sampled = sampled
        self.numbers = numbers
        self.matches = matches
        self.sameFile = sameFile
    }

    /// Looks the samples of a file up in a log.
    ///
    /// A device that stands somewhere only `since` a day still has the rows of its former place in its exports.
    package init(
        of contents: ExportContents, digest: String, since: LocalDate?, in reader: LogReader
    ) throws(LogError) {
        var matches: [DeviceID: Int] = [:]
        var numbers: [DeviceID: Set<UInt32>] = [:]
        var sampled = 0
        for row in contents.samples {
            guard let wall = row.wall.time, wall.date >= since ?? .first else { continue }
            sampled += 1
            let clock = wall.wallSeconds * 1000
            var query = FactQuery(kinds: [.punch], subject: Credential.machineUser(row.userID).subject)
            query.clocks = clock..<clock + 1
            var sources: Set<DeviceID> = []
            try reader.forEach(query) { fact in
                if case .punch(let punch) = fact.body, punch.codes == row.codes {
                    sources.insert(DeviceID(fact.source))
                }
                return true
            }
            for source in sources {
                matches[source, default: 0] += 1
                if let number = row.device { numbers[source, default: []].insert(number) }
            }
        }
        var sameFile: [DeviceID] = []
        guard since == nil else {
            self.init(sampled: sampled, matches: matches, sameFile: [], numbers: numbers)
            return
        }
        try reader.forEach(FactQuery(kinds: [.imported])) { fact in
            if case .imported(let report) = fact.body, report.digest == digest,
                !sameFile.contains(DeviceID(fact.source))
            {
                sameFile.append(DeviceID(fact.source))
            }
            return true
        }
        self.init(sampled: sampled, matches: matches, sameFile: sameFile, numbers: numbers)
    }

    /// The other machines whose rows this file holds: too many for chance.
    ///
    /// Two machines may both have a user 7, and now and then both see their user 7 in the same second; three times in
    /// a thousand rows is no chance any more. A file of one or two rows must have all of them in common.
    package func owners(otherThan machine: DeviceID?) -> [DeviceID] {
        let byContent = matches.filter { $0.value >= min(3, max(1, sampled)) }.map(\.key)
        return Set(byContent + sameFile).filter { $0 != machine }.sorted()
    }
}

extension KnownRows {
    /// Days on which both the file and the machine have rows, at least three of the machine's, but none in common.
    ///
    /// Each export repeats what was exported before, so a machine's own file has rows of such days in common.
    package static func strangeDays(
        of contents: ExportContents, machine: DeviceID, since: LocalDate?, in reader: LogReader
    ) throws(LogError) -> [LocalDate] {
        let days = Set(contents.samples.compactMap(\.wall.time?.date)).filter { $0 >= since ?? .first }.sorted()
        var strange: [LocalDate] = []
        let step = max(1, days.count / mostDays)
        for (index, day) in days.enumerated() where index.isMultiple(of: step) {
            let start = LocalDateTime(day, .midnight).wallSeconds
            let midnight = Instant(seconds: start)
            var query = FactQuery(kinds: [.punch])
            // The zone of the log's punches is not known here: a day more on both sides, judged by the wall clock.
            query.times = midnight.advanced(bySeconds: -86_400)..<midnight.advanced(bySeconds: 2 * 86_400)
            query.clocks = start * 1000..<(start + 86_400) * 1000
            var rows = 0
            try reader.forEach(query) { fact in
                if fact.source == machine.text { rows += 1 }
                return rows < 3
            }
            if rows >= 3 { strange.append(day) }
        }
        return strange
    }

    private static let mostDays = 16
}
