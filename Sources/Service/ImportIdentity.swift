package import AttendanceModel
package import EventLog
package import WireFormats

/// Decides which machine wrote a file: the person says so, or a serial number does; what neither says is asked.
///
/// A file's name decides nothing: two machines both call themselves 1, and files are renamed. What is in the log
/// already may contradict the answer, and never gives it.
package struct ImportIdentity: Hashable, Sendable {
    package let machine: DeviceID
    /// The first day of this device under the machine's name: rows from before are not taken.
    package let since: LocalDate?
    /// Whether the serial number in the file is one that the machine is known by.
    package let isProven: Bool
    /// What was learned and is to be remembered with the import; nil when nothing is new.
    package let remember: MachineReport?

    /// What the person importing says.
    package struct Answers: Hashable, Sendable {
        package var machine: DeviceID?
        /// The file is of a new device, which stands there since this day.
        package var replaced: LocalDate?
        /// Import although the log's rows say that it is another machine's file.
        package var anyway: Bool

        package init(machine: DeviceID? = nil, replaced: LocalDate? = nil, anyway: Bool = false) {
            self.machine = machine
            self.replaced = replaced
            self.anyway = anyway
        }
    }

    /// Throws a question when the answers do not suffice, or contradict what is known.
    package init(
        of contents: ExportContents, _ answers: Answers, memory: MachineMemory, known: KnownRows
    ) throws(ImportQuestion) {
        let serial = contents.summary.serialNumber
        let owner = serial.flatMap { memory.report(serialNumber: $0) }
        guard let machine = answers.machine ?? owner?.machine else { throw .whichMachine }
        self.machine = machine
        if let serial, answers.replaced == nil, !answers.anyway {
            if let owner, owner.machine != machine {
                throw .deviceOf(other: owner.machine, machine: machine, serial: serial)
            }
            // An earlier device of the machine is known under its name, and its old files are the machine's too.
            if owner == nil, let device = memory.device(of: machine)?.serialNumber {
                throw .otherDevice(machine: machine, known: device, found: serial)
            }
        }
        if !answers.anyway {
            let others = known.owners(otherThan: machine)
            if !others.isEmpty { throw .knownUnder(other: others, machine: machine) }
            let isOneDevice = serial != nil || known.numbers[machine, default: []].isSuperset(of: contents.devices)
            if contents.devices.count > 1, !isOneDevice {
                throw .severalMachines(numbers: contents.devices, machine: machine)
            }
        }
        isProven = owner?.machine == machine && answers.replaced == nil
        let isNewDevice = answers.replaced != nil
        since = answers.replaced ?? owner.flatMap { $0.machine == machine ? $0.since : nil }
        let isLearned = serial != nil && owner == nil && !answers.anyway
        remember =
            isNewDevice || isLearned
            ? MachineReport(machine: machine, serialNumber: serial, since: answers.replaced) : nil
    }

    /// Decides with what a log says; nil is a log that does not exist yet.
    package static func decide(
        _ contents: ExportContents, digest: String, _ answers: Answers, in reader: LogReader?
    ) throws(LogError) -> Result<ImportIdentity, Asked> {
        guard let reader else {
            return decide(contents, answers, memory: MachineMemory(), known: .none)
        }
        let memory = try MachineMemory(reader)
        let owner = contents.summary.serialNumber.flatMap { memory.report(serialNumber: $0) }
        let stands = owner.flatMap { report in
            (answers.machine ?? report.machine) == report.machine ? report.since : nil
        }
        let known = try KnownRows(of: contents, digest: digest, since: answers.replaced ?? stands, in: reader)
        let decided = decide(contents, answers, memory: memory, known: known)
        guard case .success(let identity) = decided, !answers.anyway, !identity.isProven,
            known.matches[identity.machine] == nil
        else { return decided }
        let days = try KnownRows.strangeDays(
            of: contents, machine: identity.machine, since: identity.since, in: reader)
        guard days.count >= 3 else { return decided }
        return .failure(Asked(question: .unlike(machine: identity.machine, days: days), known: known))
    }

    private static func decide(
        _ contents: ExportContents, _ answers: Answers, memory: MachineMemory, known: KnownRows
    ) -> Result<ImportIdentity, Asked> {
        do throws(ImportQuestion) {
            return .success(try ImportIdentity(of: contents, answers, memory: memory, known: known))
        } catch {
            return .failure(Asked(question: error, known: known))
        }
    }

    /// A question, with what is known about the file.
    package struct Asked: Error, Hashable, Sendable {
        package let question: ImportQuestion
        package let known: KnownRows
    }
}
