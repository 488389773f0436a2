import AttendanceModel
import Reports
import TextCodec

/// One subcommand: its words, its help, and what it does.
protocol Command: Sendable {
    /// What is typed after `dutyclock`.
    static var name: String { get }
    static var summary: Phrase { get }
    /// The line after `usage: dutyclock NAME`.
    static var usage: String { get }
    static var options: [Option] { get }
    /// Commands as they would be typed, with what they do.
    static var examples: [(String, Phrase)] { get }
    /// What stands at the end of its help page.
    static func appendix(in language: Language) -> String
    static func run(_ arguments: Arguments, in context: Context) throws(CommandError)
}

extension Command {
    static func appendix(in language: Language) -> String { "" }
}

/// What every subcommand works in: where the data are, how to answer, what time it is.
struct Context: Sendable {
    let language: Language
    let format: OutputFormat
    let dataDirectory: String
    var terminal: Terminal
    /// The moment the program was started.
    let now: Instant

    /// The same without a word to the terminal.
    var silent: Context {
        var context = self
        context.terminal.isSilent = true
        return context
    }

    func say(_ phrase: Phrase) {
        terminal.write(phrase.text(in: language) + "\n")
    }

    /// A remark beside the answer: to standard error, so that CSV and JSON stay clean.
    func remark(_ phrase: Phrase) {
        terminal.writeError(phrase.text(in: language) + "\n")
    }

    func show(_ table: Table) {
        terminal.write(table.rendered(as: format, in: language))
    }

    /// A table, or for people the sentence that there is nothing in it.
    func show(_ table: Table, ifEmpty sentence: Phrase) {
        if table.rows.isEmpty, format == .text { say(sentence) } else { show(table) }
    }
}

/// Why a subcommand did not do what was asked; the exit status is the one of sysexits.h.
enum CommandError: Error {
    case usage(UsageProblem)
    case failed(ExitStatus, Phrase)
}

/// The exit statuses of sysexits.h that the program uses.
enum ExitStatus: Int32, Sendable {
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case tryLater = 75
    case permission = 77
    case configuration = 78
}

/// What is wrong with the words on the command line.
enum UsageProblem: Sendable {
    case unknownCommand(String, nearest: String?)
    case unknownOption(String, nearest: String?)
    case optionWithoutValue(String)
    case flagWithValue(String)
    case badValue(option: String, value: String, expected: Phrase)
    case missingOperand(Phrase)
    case tooManyOperands(String)

    var phrase: Phrase {
        switch self {
        case .unknownCommand(let word, let nearest):
            return Phrase(
                "there is no command “\(word)”" + (nearest.map { " (did you mean “\($0)”?)" } ?? ""),
                "没有“\(word)”这个命令" + (nearest.map { "（是不是“\($0)”？）" } ?? ""))
        case .unknownOption(let word, let nearest):
            return Phrase(
                "there is no option “\(word)” here" + (nearest.map { " (did you mean “\($0)”?)" } ?? ""),
                "这里没有“\(word)”这个选项" + (nearest.map { "（是不是“\($0)”？）" } ?? ""))
        case .optionWithoutValue(let name):
            return Phrase("“\(name)” needs a value after it", "“\(name)”后面要写值")
        case .flagWithValue(let name):
            return Phrase("“\(name)” takes no value", "“\(name)”不带值")
        case .badValue(let option, let value, let expected):
            return Phrase(
                "“\(value)” cannot be read for \(option): write \(expected.english)",
                "\(Self.spaced(option))的值“\(value)”读不懂：请写\(expected.chinese)")
        case .missingOperand(let what):
            return Phrase("\(what.english) is missing", "缺少\(what.chinese.hasPrefix("--") ? " " : "")\(what.chinese)")
        case .tooManyOperands(let word):
            return Phrase("“\(word)” is one word too many", "多了一个词“\(word)”")
        }
    }

    /// A word in Latin letters keeps its distance from Chinese characters; a Chinese one has none.
    private static func spaced(_ option: String) -> String {
        option.utf8.last.map { $0 < 0x80 } == true ? option + " " : option
    }
}
