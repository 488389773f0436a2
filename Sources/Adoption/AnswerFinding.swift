package import TextCodec

/// Something in the answers folder that is wrong or still open, and where.
package struct AnswerFinding: Hashable, Sendable {
    package enum Severity: Int, Comparable, Sendable, Hashable {
        /// Worth a look.
        case warning
        /// Only the school can answer.
        case question
        /// Must be mended first.
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }

    package enum Kind: Hashable, Sendable {
        case askFrom
        case askMachine(String)
        case askPerson(id: String, machine: String)
        case askClock(machine: String)
        case askDates(String)
        /// No row stands for it any more.
        case rowMissing(String)
        case missingColumn(String)
        case table(CSVTable.Issue.Kind)
        case json(JSON5Error)
        case wrongValue(String, expected: Expected)
        case unknownMachine(String)
        /// A reader of devices.csv, which writes no files.
        case isReader(String)
        case unknownFile(String)
        case unknownID(id: String, machine: String)
        case unknownPerson(String)
        case namesakes(String, [String])
        case holdersOverlap(id: String, machine: String)
        /// Two machines that worked at the same time were given one name.
        case twoMachines(String, String, name: String)
        case unknownKey(String)
    }

    package enum Expected: Hashable, Sendable {
        case date, dateTime, offset, machineName, dateOrder, text, list
    }

    package let file: String
    /// From 1; 0 for the file as a whole.
    package let line: Int
    package let kind: Kind

    init(_ file: String, _ line: Int, _ kind: Kind) {
        self.file = file
        self.line = line
        self.kind = kind
    }

    package var severity: Severity {
        switch kind {
        case .askFrom, .askMachine, .askPerson, .askClock, .askDates: .question
        case .table(.fullWidthComma): .warning
        default: .error
        }
    }

    package var place: String { line > 0 ? "\(file):\(line)" : file }

    /// `machines.csv:3: question: which machine is M2? write its name`.
    package func description(in language: Language) -> String {
        switch language {
        case .english: "\(place): \(severityWord(language)): \(kind.saying.english)"
        case .chinese: "\(place)：\(severityWord(language))：\(kind.saying.chinese)"
        }
    }

    package func severityWord(_ language: Language) -> String {
        switch severity {
        case .warning: Saying("warning", "注意").text(in: language)
        case .question: Saying("question", "待答").text(in: language)
        case .error: Saying("error", "错误").text(in: language)
        }
    }
}

extension AnswerFinding.Kind {
    /// What is wrong or open, and what to write, in one sentence without the place.
    package var saying: Saying {
        switch self {
        case .askFrom:
            Saying(
                "from which day shall the plan judge? write the date, as in from: \"2026-09-01\"",
                "从哪一天起按计划判定？请写日期，例如 from: \"2026-09-01\"")
        case .askMachine(let label):
            Saying(
                "which machine is \(label)? write its name (device of devices.csv), or skip",
                "\(label) 是哪台考勤机？请写名称（devices.csv 中的 device），不导入请写 skip")
        case .askPerson(let id, let machine):
            Saying(
                "who is id \(id) of \(machine)? write the person, or nobody",
                "\(machine) 上的编号 \(id) 是谁？请写工号或姓名，没有人请写 nobody")
        case .askClock(let machine):
            Saying(
                "was the clock of \(machine) wrong then? write how far it was ahead (+1h, -30m, 366d), right, or unknown",
                "\(machine) 的时钟当时准不准？快多少请写 +1h、-30m、366d，准请写 right，不清楚请写 unknown")
        case .askDates(let file):
            Saying(
                "\(file): are its dates month first or day first? write mdy or dmy",
                "\(file)：日期是月在前还是日在前？请写 mdy 或 dmy")
        case .rowMissing(let what):
            Saying(
                "the row of \(what) is missing: run adopt again and it is written anew",
                "缺少 \(what) 的一行：再运行一次 adopt 会重新写上")
        case .missingColumn(let name): Saying("the column “\(name)” is missing", "缺少“\(name)”列")
        case .table(let issue): Self.saying(issue)
        case .json(let error):
            Saying("this cannot be read: \(error.sentence(in: .english))", "读不懂：\(error.sentence(in: .chinese))")
        case .wrongValue(let text, let expected):
            Saying(
                "“\(text)” cannot be read: write \(expected.saying.english)",
                "“\(text)”读不懂：请写\(expected.saying.chinese)")
        case .unknownMachine(let label):
            Saying("there is no found machine “\(label)” in machines.csv", "machines.csv 里没有“\(label)”")
        case .isReader(let name):
            Saying(
                "“\(name)” is a reader in devices.csv, which writes no files: write another name",
                "devices.csv 中“\(name)”是读卡器，不会写出文件：请换一个名称")
        case .unknownFile(let digest):
            Saying(
                "no file of these folders has the digest \(digest): it was moved away, or changed since",
                "这些文件夹里没有摘要为 \(digest) 的文件：可能已移走或被改动")
        case .unknownID(let id, let machine):
            Saying(
                "\(machine) never saw an id “\(id)” (Excel may have rounded it)",
                "\(machine) 上没有编号“\(id)”（可能被 Excel 改写）")
        case .unknownPerson(let text):
            Saying("nobody in people.csv is “\(text)”: write an id or a full name", "people.csv 里没有“\(text)”：请写工号或全名")
        case .namesakes(let text, let ids):
            Saying(
                "“\(text)” could be \(ids.joined(separator: ", ")): write the id",
                "“\(text)”可能是 \(ids.joined(separator: "、"))：请写工号")
        case .holdersOverlap(let id, let machine):
            Saying(
                "id \(id) of \(machine) belongs to two at the same time: end one before the other begins",
                "\(machine) 的编号 \(id) 同时属于两个人：请让前一个先结束")
        case .twoMachines(let left, let right, let name):
            Saying(
                "\(left) and \(right) worked at the same time and are two machines: both cannot be “\(name)”",
                "\(left) 和 \(right) 同时在用，是两台考勤机：不能都叫“\(name)”")
        case .unknownKey(let key): Saying("there is no key “\(key)” here", "这里没有“\(key)”这个键")
        }
    }

    private static func saying(_ issue: CSVTable.Issue.Kind) -> Saying {
        switch issue {
        case .noHeader: Saying("the file is empty: the header line is missing", "文件是空的：缺少表头")
        case .unclosedQuote: Saying("a quoted cell never ends", "有一个引号没有结束")
        case .textAfterQuote: Saying("there is text after a closing quote", "引号后面还有文字")
        case .tooManyCells(let found, let named):
            Saying("the row has \(found) cells, the header only \(named)", "这一行有 \(found) 格，表头只有 \(named) 列")
        case .fullWidthComma: Saying("cells are separated by full-width commas", "单元格之间用了全角逗号")
        }
    }
}

extension AnswerFinding.Expected {
    var saying: Saying {
        switch self {
        case .date: Saying("a date such as 2026-09-01", "日期，例如 2026-09-01")
        case .dateTime: Saying("a date, or a date and time", "日期，或日期和时间")
        case .offset:
            Saying(
                "how far the clock was ahead: +1h, -30m, 366d, right or unknown", "快多少：+1h、-30m、366d、right 或 unknown")
        case .machineName: Saying("a short name without blanks, such as east", "没有空格的短名称，例如 east")
        case .dateOrder: Saying("mdy or dmy", "mdy 或 dmy")
        case .text: Saying("a text in quotation marks", "引号里的文字")
        case .list: Saying("a list of folders in brackets", "方括号里的文件夹列表")
        }
    }
}
