import AttendanceModel
import EventLog
import Reports
import Service
import TextCodec
import Timetable
import WireFormats

/// One call of `import`, file by file: what one file is refused for does not keep the others from being taken.
struct ImportRun {
    private let wish: ImportWish
    private let school: School?
    private let context: Context
    private let answer: ImportAnswer
    /// Made when the first file is really taken.
    private var connection: OwnerConnection?
    private var taken = 0
    private var notTaken = 0
    /// Files that were taken, but not wholly.
    private var incomplete = 0
    private var worst: ExitStatus?

    init(wish: ImportWish, school: School?, context: Context) {
        self.wish = wish
        self.school = school
        self.context = context
        answer = ImportAnswer(context: context)
    }

    /// Imports one file, or says why not; throws only for a file that was named alone, and when the log fails.
    mutating func take(_ item: ExportList.Item, isOnly: Bool) throws(CommandError) {
        do throws(CommandError) {
            let file = try Self.service { () throws(ServiceError) in
                try ExportFile(opening: item.path, followingLinks: !item.isFound)
            }
            if item.isFound, let why = Self.reasonToSkip(file) { return answer.skipped(item.label, why) }
            try take(file, item.label)
        } catch {
            context.terminal.progress("")
            guard !isOnly, case .failed(let status, let phrase) = error else { throw error }
            notTaken += 1
            worst = worst ?? status
            context.remark(phrase)
        }
    }

    func skip(_ things: [(label: String, why: Phrase)]) {
        for thing in things { answer.skipped(thing.label, thing.why) }
    }

    /// Says what the whole came to when not everything was taken.
    func end() throws(CommandError) {
        if notTaken > 0 {
            throw .failed(
                worst ?? .data,
                Phrase(
                    "\(notTaken) of \(taken + notTaken) files were not taken, for the reasons above.",
                    "\(taken + notTaken) 个文件中有 \(notTaken) 个未导入，原因见上。"))
        }
        if incomplete > 0 {
            throw .failed(
                .data,
                Phrase(
                    "what was whole is in the log, but not all of it could be taken: see above.",
                    "完整的记录已入库，但没有全部导入：见上。"))
        }
        if taken == 0 {
            throw .failed(
                .noInput, Phrase("there is no export of punches among these files.", "这些文件里没有打卡记录。"))
        }
    }

    private mutating func take(_ file: ExportFile, _ label: String) throws(CommandError) {
        let standard = wish.answers.machine.flatMap { school?.zone(of: $0) } ?? school?.zone.name
        let zone = try zone(standard ?? Configuration.defaultZone)
        let contents = try Self.service { () throws(ServiceError) in
            try file.survey(dates: wish.dates, zone: zone, now: context.now) { show($0, label) }
        }
        let identity = try identity(of: file, contents, label)
        let machineZone = school?.zone(of: identity.machine) ?? zone.name
        var request = ImportRequest(
            device: identity.machine, fileName: file.name, zone: machineZone,
            fileDate: try self.zone(machineZone).local(at: file.modified), completeUntil: wish.completeUntil)
        request.dates = contents.dates
        request.since = identity.since
        request.remember = identity.remember
        let owner = try owner()
        let outcome = try Self.service { () throws(ServiceError) in
            try owner.importFile(file, request) { show($0, label) }
        }
        context.terminal.progress("")
        taken += 1
        if outcome.counts.refused > 0 || outcome.endsEarly { incomplete += 1 }
        answer.imported(outcome, request, label)
    }

    /// Whose file it is; the question, with what can be known about the file, goes to the person.
    private func identity(
        of file: ExportFile, _ contents: ExportContents, _ label: String
    ) throws(CommandError) -> ImportIdentity {
        let decided: Result<ImportIdentity, ImportIdentity.Asked>
        let memory: MachineMemory
        do throws(LogError) {
            let reader = try reader()
            decided = try ImportIdentity.decide(contents, digest: file.digest, wish.answers, in: reader)
            memory = try reader.map { reader throws(LogError) in try MachineMemory(reader) } ?? MachineMemory()
        } catch {
            throw CommandError(error)
        }
        let machines = School.machines(of: school?.book.devices ?? [])
        switch decided {
        case .success(let identity):
            guard machines.isEmpty || machines.contains(identity.machine) else {
                throw Self.notPublished(identity.machine, label)
            }
            return identity
        case .failure(let asked):
            throw answer.question(asked, contents, file, label, machines: machines, memory)
        }
    }

    /// The serial number leads to a machine that devices.csv does not have any more.
    private static func notPublished(_ machine: DeviceID, _ label: String) -> CommandError {
        .failed(
            .data,
            Phrase(
                "\(label.printable): its serial number is that of machine “\(machine)”, which devices.csv does not have: "
                    + "say which machine it is now with --machine NAME --replaced DATE.",
                "\(label.printable)：按序列号这是考勤机“\(machine)”，但 devices.csv 里没有它："
                    + "请用 --machine 名称 --replaced 日期 说明现在是哪一台。"))
    }

    private func reader() throws(LogError) -> LogReader? {
        do throws(LogError) {
            return try LogReader.open(directory: context.dataDirectory)
        } catch {
            if case .missing = error { return nil }
            throw error
        }
    }

    private mutating func owner() throws(CommandError) -> OwnerConnection {
        if let connection { return connection }
        let made = try Self.service { () throws(ServiceError) in
            try OwnerConnection(dataDirectory: context.dataDirectory)
        }
        connection = made
        return made
    }

    private func zone(_ name: String) throws(CommandError) -> ZoneRules {
        if let fixed = ZoneRules(fixedOffset: name) { return fixed }
        do throws(ZoneError) {
            return try ZoneRules.system(named: name)
        } catch {
            throw .failed(.configuration, Phrase(verbatim: "\(error)"))
        }
    }

    private func show(_ progress: ImportProgress, _ label: String) {
        let percent = progress.bytesTotal == 0 ? 100 : progress.bytesDone * 100 / progress.bytesTotal
        context.terminal.progress("\(label.printable) \(percent) %")
    }

    /// Why a file that lies in a folder is no import: nil for punches.
    private static func reasonToSkip(_ file: ExportFile) -> Phrase? {
        switch file.format {
        case .punches: nil
        case .users:
            Phrase(
                "the machine's list of users: take its names with dutyclock enrol --names",
                "考勤机的人员名单：请用 dutyclock enrol --names 读取姓名")
        case .unsupported(let what): Phrase(what.sentence(in: .english), what.sentence(in: .chinese))
        }
    }

    private static func service<Value: ~Copyable>(
        _ body: () throws(ServiceError) -> Value
    ) throws(CommandError) -> Value {
        do throws(ServiceError) {
            return try body()
        } catch {
            throw CommandError(error)
        }
    }
}
