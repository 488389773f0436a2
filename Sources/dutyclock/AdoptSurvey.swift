import Adoption
import AttendanceModel
import Reports
import Service
import TextCodec
import Timetable
import WireFormats

/// Reads folders of old exports, twice: first each file for itself, then the files of each machine together.
///
/// Memory is bounded by the number of files, ids and days, not of rows (`RowSample`, `MachineSurveyor.mostRows`).
struct AdoptSurvey {
    /// A list of users beside exports.
    private struct UserList {
        let item: ExportList.Item
    }

    /// A file that holds no punches, and why.
    struct Other {
        let path: String
        let reason: Phrase
        /// Whether it seems to be an export all the same, which the school will want to know.
        let isExport: Bool
    }

    /// What came of it.
    struct Found {
        let understanding: Understanding
        /// Where each of the files that were understood lies.
        let items: [ExportList.Item]
        let others: [Other]
    }

    private let context: Context
    private let plausible: PlausibleTimes
    private let orders: [String: String]
    private var files: [SurveyedFile] = []
    /// Where each of `files` lies.
    private var items: [ExportList.Item] = []
    private var lists: [UserList] = []
    private var others: [Other] = []

    private init(_ context: Context, now: LocalDateTime, orders: [String: String]) {
        self.context = context
        self.orders = orders
        plausible = PlausibleTimes(now: now)
    }

    /// What the files of `paths` are; `told` gives the found machines of files by digest, `orders` their date orders.
    static func understand(
        _ items: [ExportList.Item], told: [String: String], orders: [String: String], calendar: [CalendarRow],
        now: LocalDateTime, in context: Context
    ) throws(CommandError) -> Found {
        var survey = AdoptSurvey(context, now: now, orders: orders)
        for (index, item) in items.enumerated() {
            context.terminal.progress("\(index + 1)/\(items.count) \(item.label)")
            try survey.look(at: item)
        }
        let labels = Dictionary(
            survey.files.compactMap { file in told[AdoptionAnswers.short(file.digest)].map { (file.digest, $0) } }
        ) { first, _ in first }
        let groups = MachineFinder.groups(of: survey.files, told: labels)
        var machines: [FoundMachine] = []
        for group in groups {
            context.terminal.progress(group.label)
            machines.append(try survey.machine(group, of: groups))
        }
        context.terminal.progress("")
        for list in survey.lists where survey.owner(of: list, in: groups) == nil {
            survey.others.append(
                Other(
                    path: list.item.path,
                    reason: Phrase(
                        "this is a machine's list of users: put it beside that machine's exports, in a folder of its own",
                        "这是考勤机的用户表：请把它和那台考勤机的导出文件放在单独的文件夹里"),
                    isExport: true))
        }
        return Found(
            understanding: Understanding(files: survey.files, machines: machines, calendar: calendar),
            items: survey.items, others: survey.others)
    }

    // MARK: Files

    private mutating func look(at item: ExportList.Item) throws(CommandError) {
        let file = try ExportFile.open(item)
        switch file.format {
        case .punches(let family): try survey(file, family, item)
        case .users: lists.append(UserList(item: item))
        case .unsupported(let what):
            others.append(
                Other(path: item.path, reason: what.phrase, isExport: what != .unknown && what != .empty))
        }
    }

    private mutating func survey(
        _ file: ExportFile, _ family: PunchFormat, _ item: ExportList.Item
    ) throws(CommandError) {
        var pass = try rows(of: file, family, nil)
        var order = orders[AdoptionAnswers.short(pass.digest)].flatMap { DateOrder(rawValue: $0) }
        var isOpen = false
        if let possible = pass.summary.dateOrders {
            guard let only = possible.first else {
                others.append(Other(path: item.path, reason: UnsupportedExport.mixedDates.phrase, isExport: true))
                return
            }
            isOpen = possible.count > 1 && order == nil
            order = possible.count > 1 ? order ?? .monthDayYear : only
            if order != .monthDayYear { pass = try rows(of: file, family, order) }
        }
        let numbers = pass.numbers.sorted().map(String.init).joined(separator: " ")
        items.append(item)
        files.append(
            pass.surveyor.finish(
                path: item.path, digest: pass.digest, family: family.rawValue,
                number: numbers.isEmpty ? file.numberInName : numbers, serial: pass.summary.serialNumber,
                refused: pass.summary.refused, endsEarly: pass.summary.endsEarly, hasOpenDates: isOpen,
                dateOrder: order?.rawValue))
    }

    private struct Pass {
        var surveyor: FileSurveyor
        var summary = ExportSummary()
        var digest = ""
        var numbers: Set<UInt32> = []
    }

    private func rows(
        of file: ExportFile, _ family: PunchFormat, _ order: DateOrder?
    ) throws(CommandError) -> Pass {
        var surveyor = FileSurveyor(plausible: plausible)
        var numbers: Set<UInt32> = []
        var digest = ""
        let summary = try file.rows(family, order, digest: &digest) { row in
            surveyor.take(SurveyRow(line: row.line, userID: row.userID, wall: row.wall.time))
            if let number = row.device, numbers.count < 4 { numbers.insert(number) }
        }
        return Pass(surveyor: surveyor, summary: summary, digest: digest, numbers: numbers)
    }

    // MARK: Machines

    private func machine(
        _ group: MachineFinder.Group, of groups: [MachineFinder.Group]
    ) throws(CommandError) -> FoundMachine {
        var surveyor = MachineSurveyor(plausible: plausible)
        for index in group.files {
            let known = files[index]
            let file = try ExportFile.open(items[index])
            guard let family = PunchFormat(rawValue: known.family) else { continue }
            var digest = ""
            let order = known.dateOrder.flatMap { DateOrder(rawValue: $0) }
            _ = try file.rows(family, order, digest: &digest) { row in
                surveyor.take(SurveyRow(line: row.line, userID: row.userID, wall: row.wall.time))
            }
            surveyor.endFile()
            try takeNames(file, asOf: known.last, &surveyor)
        }
        for list in lists where owner(of: list, in: groups) == group {
            let last = group.files.compactMap { files[$0].last }.max()
            try takeNames(ExportFile.open(list.item), asOf: last, &surveyor)
        }
        return surveyor.finish(group, files: files)
    }

    /// The machine whose exports lie beside the list, when it is only one.
    private func owner(of list: UserList, in groups: [MachineFinder.Group]) -> MachineFinder.Group? {
        let folder = list.item.path.dropLast(FileText.name(list.item.path).count)
        let beside = groups.filter { $0.files.contains { files[$0].folder == folder } }
        return beside.count == 1 ? beside.first : nil
    }

    private func takeNames(
        _ file: ExportFile, asOf: LocalDateTime?, _ surveyor: inout MachineSurveyor
    ) throws(CommandError) {
        let names: ExportNames
        do {
            names = try file.names()
        } catch {
            throw CommandError(error)
        }
        for name in names.names {
            surveyor.takeUser(id: name.userID, name: name.name, card: name.card, asOf: asOf)
        }
    }
}

extension UnsupportedExport {
    var phrase: Phrase { Phrase(sentence(in: .english), sentence(in: .chinese)) }
}
