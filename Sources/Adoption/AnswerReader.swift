package import AttendanceModel
import TextCodec
package import Timetable

/// Reads an answers folder against what was understood, and finds everything at once.
package struct AnswerReader {
    package static let settingsFile = "adopt.json5"

    private let understanding: Understanding
    private let people: [Person]?
    private var readers: Set<DeviceID> = []
    private var answers = AdoptionAnswers()
    private(set) var findings: [AnswerFinding] = []

    private init(_ understanding: Understanding, people: [Person]?) {
        self.understanding = understanding
        self.people = people
    }

    /// Reads the texts of a folder; `people` nil means that no people.csv is at hand, and every text is taken as an id.
    /// `readers` are devices that write no files.
    package static func read(
        settings: String?, tables: [AnswerTable: String], understanding: Understanding, people: [Person]?,
        readers: Set<DeviceID> = []
    ) -> (answers: AdoptionAnswers, findings: [AnswerFinding]) {
        var reader = AnswerReader(understanding, people: people)
        reader.readers = readers
        if let settings {
            let result = Self.settings(settings)
            reader.answers = result.answers
            reader.findings = result.findings
        }
        if reader.answers.from == .ask, reader.findings.isEmpty {
            reader.findings.append(AnswerFinding(settingsFile, 0, .askFrom))
        }
        for table in AnswerTable.allCases { reader.readTable(table, tables[table] ?? "") }
        reader.checkMachines()
        let order = Dictionary(uniqueKeysWithValues: AnswerTable.allCases.enumerated().map { ($1.fileName, $0 + 1) })
        reader.findings.sort { (order[$0.file] ?? 0, $0.line) < (order[$1.file] ?? 0, $1.line) }
        return (reader.answers, reader.findings)
    }

    /// Reads adopt.json5 alone: which folders were looked through.
    package static func settings(_ text: String) -> (answers: AdoptionAnswers, findings: [AnswerFinding]) {
        var answers = AdoptionAnswers()
        let result = JSON5.read(text)
        var findings = result.errors.map { AnswerFinding(settingsFile, $0.position.line, .json($0)) }
        for member in result.root?.members ?? [] {
            let line = member.node.position.line
            func wrong(_ expected: AnswerFinding.Expected) {
                let text = member.node.string ?? member.key
                findings.append(AnswerFinding(settingsFile, line, .wrongValue(text, expected: expected)))
            }
            switch member.key {
            case "adopt": continue
            case "from":
                guard let text = member.node.string else { wrong(.date); continue }
                if AnswerWord.isWord(AnswerWord.ask, text) {
                    findings.append(AnswerFinding(settingsFile, line, .askFrom))
                } else if let date = TimeText.date(text) {
                    answers.from = .said(date)
                } else {
                    wrong(.date)
                }
            case "plan":
                guard let text = member.node.string else { wrong(.text); continue }
                answers.plan = text.isEmpty ? nil : text
            case "folders":
                guard let elements = member.node.elements else { wrong(.list); continue }
                answers.folders = elements.compactMap(\.string)
            default:
                findings.append(AnswerFinding(settingsFile, member.position.line, .unknownKey(member.key)))
            }
        }
        return (answers, findings)
    }

    /// Reads files.csv alone, before anything is understood: which found machine, and which order of day and month, was
    /// written down for each file, by the first digits of its digest.
    package static func told(_ text: String) -> (machines: [String: String], dateOrders: [String: String]) {
        var reader = AnswerReader(Understanding(files: [], machines: []), people: nil)
        var machines: [String: String] = [:]
        var orders: [String: String] = [:]
        for row in reader.rows(of: .files, text) ?? [] {
            let digest = String(row["digest"].drop { $0 == "#" })
            if !row["found"].isEmpty, !AnswerWord.isWord(AnswerWord.skip, row["found"]) {
                machines[digest] = row["found"]
            }
            if ["mdy", "dmy"].contains(row["dates"].lowercased()) { orders[digest] = row["dates"].lowercased() }
        }
        return (machines, orders)
    }

    // MARK: Tables

    /// One row by column; cells are folded as ids and numbers are compared.
    private struct Row {
        let line: Int
        let cells: [String: String]

        subscript(column: String) -> String { NameFolding.ascii(cells[column] ?? "") }
    }

    private mutating func readTable(_ table: AnswerTable, _ text: String) {
        guard let rows = rows(of: table, text) else { return }
        for row in rows {
            switch table {
            case .files: readFile(row)
            case .machines: readMachine(row)
            case .ids: readID(row)
            case .clocks: readClock(row)
            }
        }
        if table == .ids { checkHolders() }
    }

    private mutating func rows(of table: AnswerTable, _ text: String) -> [Row]? {
        let csv = CSVTable(text)
        for issue in csv.issues where table != .clocks || issue.kind != .noHeader {
            findings.append(AnswerFinding(table.fileName, issue.line, .table(issue.kind)))
        }
        guard !csv.header.cells.isEmpty else { return nil }
        let names = csv.header.cells.map { table.column($0) }
        let needed: [String] =
            switch table {
            case .files: ["found", "digest"]
            case .machines: ["found", "machine"]
            case .ids: ["found", "id", "person"]
            case .clocks: ["found", "from", "to", "offset"]
            }
        let missing = needed.filter { !names.contains($0) }
        for column in missing {
            findings.append(AnswerFinding(table.fileName, csv.header.line, .missingColumn(column)))
        }
        guard missing.isEmpty else { return nil }
        return csv.rows.map { row in
            var cells: [String: String] = [:]
            for (name, cell) in zip(names, row.cells) {
                if let name { cells[name] = cell }
            }
            return Row(line: row.line, cells: cells)
        }
    }

    private mutating func find(_ table: AnswerTable, _ row: Row, _ kind: AnswerFinding.Kind) {
        findings.append(AnswerFinding(table.fileName, row.line, kind))
    }

    private mutating func readFile(_ row: Row) {
        let digest = String(row["digest"].drop { $0 == "#" })
        guard let file = understanding.files.first(where: { AdoptionAnswers.short($0.digest) == digest }) else {
            return find(.files, row, .unknownFile(row["digest"]))
        }
        answers.files[digest] = AnswerWord.isWord(AnswerWord.skip, row["found"]) ? .some(nil) : row["found"]
        guard !row["dates"].isEmpty else { return }
        if AnswerWord.isWord(AnswerWord.ask, row["dates"]) {
            answers.dateOrders[digest] = .ask
            find(.files, row, .askDates(file.fileName))
        } else if ["mdy", "dmy"].contains(row["dates"].lowercased()) {
            answers.dateOrders[digest] = .said(row["dates"].lowercased())
        } else {
            find(.files, row, .wrongValue(row["dates"], expected: .dateOrder))
        }
    }

    private mutating func readMachine(_ row: Row) {
        let label = row["found"]
        guard understanding.machine(label) != nil else { return find(.machines, row, .unknownMachine(label)) }
        let name = row["machine"]
        let place = NameFolding.trimmed(row.cells["place"] ?? "")
        if name.isEmpty || AnswerWord.isWord(AnswerWord.ask, name) {
            answers.machines[label] = .ask
            find(.machines, row, .askMachine(label))
        } else if AnswerWord.isWord(AnswerWord.skip, name) {
            answers.machines[label] = .said(.skipped)
        } else if name.contains(" ") || name.utf8.count > 64 {
            find(.machines, row, .wrongValue(name, expected: .machineName))
        } else if readers.contains(DeviceID(name)) {
            find(.machines, row, .isReader(name))
        } else {
            answers.machines[label] = .said(.called(DeviceID(name), place: place.isEmpty ? nil : place))
        }
    }

    private mutating func readID(_ row: Row) {
        let label = row["found"]
        guard let machine = understanding.machine(label) else { return find(.ids, row, .unknownMachine(label)) }
        guard let id = Self.id(row["id"], of: machine) else {
            return find(.ids, row, .unknownID(id: row["id"], machine: label))
        }
        let person: AdoptionAnswers.Answer<PersonID?>
        let text = NameFolding.trimmed(row.cells["person"] ?? "")
        // Nobody is asked about a machine that is left out.
        let isSkipped = answers.machines[label] == .said(.skipped)
        if AnswerWord.isWord(AnswerWord.ask, text), !isSkipped {
            person = .ask
            find(.ids, row, .askPerson(id: id, machine: label))
        } else if text.isEmpty || isSkipped || AnswerWord.isWord(AnswerWord.nobody, text) {
            person = .said(nil)
        } else {
            guard let found = self.person(text, row) else { return }
            person = .said(found)
        }
        let from = time("from", row, .ids)
        let to = time("to", row, .ids)
        let key = AdoptionAnswers.IDKey(label: label, id: id)
        answers.ids[key, default: []].append(AdoptionAnswers.Holder(person: person, from: from, to: to, line: row.line))
    }

    /// The id as the machine has it; Excel takes the zeros in front of a number away.
    private static func id(_ text: String, of machine: FoundMachine) -> String? {
        if machine.ids.contains(where: { $0.id == text }) { return text }
        func bare(_ id: String) -> Substring { id.drop { $0 == "0" } }
        let same = machine.ids.filter { bare($0.id) == bare(text) }
        return same.count == 1 ? same.first?.id : nil
    }

    private mutating func person(_ text: String, _ row: Row) -> PersonID? {
        guard let people else { return PersonID(NameFolding.ascii(text)) }
        let folded = NameFolding.ascii(text)
        if let person = people.first(where: { $0.id.text == folded }) { return person.id }
        let namesakes = people.filter { $0.name == text }
        if namesakes.count == 1 { return namesakes.first?.id }
        if namesakes.isEmpty {
            find(.ids, row, .unknownPerson(text))
        } else {
            find(.ids, row, .namesakes(text, namesakes.map(\.id.text).sorted()))
        }
        return nil
    }

    private mutating func readClock(_ row: Row) {
        let label = row["found"]
        guard understanding.machine(label) != nil else { return find(.clocks, row, .unknownMachine(label)) }
        guard let from = time("from", row, .clocks), let to = time("to", row, .clocks), from <= to else {
            if row["from"].isEmpty || row["to"].isEmpty {
                find(.clocks, row, .wrongValue(row["from"], expected: .dateTime))
            }
            return
        }
        let offset: AdoptionAnswers.Answer<AdoptionAnswers.Offset>
        let isSkipped = answers.machines[label] == .said(.skipped)
        if AnswerWord.isWord(AnswerWord.ask, row["offset"]), !isSkipped {
            offset = .ask
            find(.clocks, row, .askClock(machine: label))
        } else if row["offset"].isEmpty || isSkipped || AnswerWord.isWord(AnswerWord.unknown, row["offset"]) {
            offset = .said(.unknown)
        } else if AnswerWord.isWord(AnswerWord.right, row["offset"]) {
            offset = .said(.seconds(0))
        } else if let seconds = OffsetText.seconds(row["offset"]) {
            offset = .said(.seconds(seconds))
        } else {
            return find(.clocks, row, .wrongValue(row["offset"], expected: .offset))
        }
        answers.clocks.append(
            AdoptionAnswers.ClockLine(label: label, times: from...to, offset: offset, line: row.line))
    }

    private mutating func time(_ column: String, _ row: Row, _ table: AnswerTable) -> LocalDateTime? {
        guard !row[column].isEmpty else { return nil }
        guard let time = TimeText.dateTime(row[column]) else {
            find(table, row, .wrongValue(row[column], expected: .dateTime))
            return nil
        }
        return time
    }

    // MARK: Rows together

    private mutating func checkHolders() {
        for (key, holders) in answers.ids {
            let ordered = holders.filter { $0.person != .said(nil) }
                .sorted { ($0.from?.wallSeconds ?? .min) < ($1.from?.wallSeconds ?? .min) }
            for (left, right) in zip(ordered, ordered.dropFirst()) {
                let end = left.to?.wallSeconds ?? .max
                guard end > right.from?.wallSeconds ?? .min else { continue }
                findings.append(
                    AnswerFinding(
                        AnswerTable.ids.fileName, right.line, .holdersOverlap(id: key.id, machine: key.label)))
            }
        }
    }

    /// Every machine has a row, and machines that worked at the same time have different names.
    private mutating func checkMachines() {
        let file = AnswerTable.machines.fileName
        for machine in understanding.machines where answers.machines[machine.label] == nil {
            guard !findings.contains(where: { $0.file == file && $0.severity == .error }) else { break }
            findings.append(AnswerFinding(file, 0, .rowMissing(machine.label)))
        }
        for (index, left) in understanding.machines.enumerated() {
            for right in understanding.machines[(index + 1)...] {
                guard case .said(.called(let name, _)) = answers.machines[left.label],
                    case .said(.called(let other, _)) = answers.machines[right.label], name == other,
                    understanding.areTwo(left, right)
                else { continue }
                findings.append(
                    AnswerFinding(file, 0, .twoMachines(left.label, right.label, name: name.text)))
            }
        }
    }
}

/// How far a clock was ahead, as people write it: `3600`, `+1h`, `-30m`, `366d`, `1h30m`.
enum OffsetText {
    static func seconds(_ text: String) -> Int? {
        var rest = NameFolding.word(text)[...]
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
        var total = 0
        var digits = ""
        var units: [Character: Int] = ["d": 86_400, "h": 3600, "m": 60, "s": 1]
        for character in rest {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let unit = units.removeValue(forKey: character), let count = number(digits) else { return nil }
            total += count * unit
            digits = ""
        }
        if !digits.isEmpty {
            guard units.count == 4, let count = number(digits) else { return nil }
            total = count
        } else if units.count == 4 {
            return nil
        }
        return isNegative ? -total : total
    }

    private static func number(_ digits: String) -> Int? {
        digits.utf8.count <= 9 ? Int(digits) : nil
    }

    /// `+1h`, `-30m`, `366d`: the shortest way to write it.
    static func text(_ seconds: Int) -> String {
        var rest = seconds.magnitude
        var text = ""
        for (unit, size) in [("d", UInt(86_400)), ("h", 3600), ("m", 60), ("s", 1)] where rest >= size {
            text += "\(rest / size)\(unit)"
            rest %= size
        }
        return text.isEmpty ? "0" : (seconds < 0 ? "-" : "+") + text
    }
}
