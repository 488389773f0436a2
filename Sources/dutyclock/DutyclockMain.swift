import AttendanceModel
import Glibc
import Reports
import TextCodec

/// The command line of Dutyclock: one subcommand a file, found by name in this table.
@main
struct DutyclockMain {
    static let commands: [any Command.Type] = [
        DemoCommand.self, InitCommand.self, CheckCommand.self, PublishCommand.self, ImportCommand.self,
        AdoptCommand.self,
        RecordCommand.self, EnrolCommand.self,
        LogCommand.self, DutiesCommand.self, ExplainCommand.self, TotalsCommand.self,
        PayCommand.self, SignSheetCommand.self, RosterCommand.self, MissingCommand.self,
        PatrolCommand.self, IncidentsCommand.self, AppraisalCommand.self,
        NoticeCommand.self, CloseCommand.self, PeriodsCommand.self, DiffCommand.self,
        SubmitCommand.self, DistrictCommand.self,
        StatusCommand.self, VerifyCommand.self,
    ]

    static func main() {
        // A reader that closed the pipe (`dutyclock log | head`) must not kill the program between two commits.
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    static func run(_ words: [String]) -> Int32 {
        let environment = Environment(words: words)
        let terminal = Terminal()
        do throws(CommandError) {
            try Invocation(words, language: environment.language).perform(in: environment, terminal)
            return 0
        } catch {
            let command = words.first { word in commands.contains { $0.name == word } }
            return complain(error, command, in: environment.language, terminal)
        }
    }

    private static func complain(
        _ error: CommandError, _ command: String?, in language: Language, _ terminal: Terminal
    ) -> Int32 {
        switch error {
        case .usage(let problem):
            let page = (["dutyclock"] + [command].compactMap(\.self) + ["--help"]).joined(separator: " ")
            let sentence = problem.phrase + Phrase(". Try “\(page)”.", "。请看“\(page)”。")
            terminal.writeError("dutyclock: \(sentence.text(in: language).printable)\n")
            return ExitStatus.usage.rawValue
        case .failed(let status, let phrase):
            terminal.writeError("dutyclock: \(phrase.text(in: language))\n")
            return status.rawValue
        }
    }
}
