import AttendanceModel
import Reports
import Runtime
import TextCodec

/// One command line, read as far as which subcommand it is for.
struct Invocation {
    private let words: [String]
    private let language: Language

    /// Options that every subcommand takes.
    static let globalOptions = [
        Option(
            "--data", value: "DIR",
            help: Phrase("where the log is (default /var/lib/dutyclock)", "日志所在目录（默认 /var/lib/dutyclock）")),
        Option(
            "--format", value: "text|csv|json|html",
            help: Phrase("how to answer (default text)", "输出格式（默认 text）")),
        Option("--lang", value: "en|zh", help: Phrase("language of the answer", "输出语言")),
        Option("--help", "-h", help: Phrase("this help", "显示帮助")),
    ]

    init(_ words: [String], language: Language) {
        self.words = words
        self.language = language
    }

    func perform(in environment: Environment, _ terminal: Terminal) throws(CommandError) {
        var rest = words
        // Global options may stand before the subcommand, as in `dutyclock --lang zh status`.
        var leading: [String] = []
        while let word = rest.first, word.hasPrefix("-") {
            leading.append(rest.removeFirst())
            let takesValue = Self.globalOptions.contains { $0.names.contains(word) && $0.takesValue }
            if takesValue, !rest.isEmpty { leading.append(rest.removeFirst()) }
        }
        if leading.contains("--version") {
            terminal.write("dutyclock \(Version.text)\n")
            return
        }
        guard let name = rest.first else {
            _ = try Arguments(leading, options: Self.globalOptions)
            terminal.write(Help.overview(in: language))
            return
        }
        if name == "help" {
            try help(for: rest.dropFirst().first, terminal)
            return
        }
        guard let command = DutyclockMain.commands.first(where: { $0.name == name }) else {
            let nearest = DutyclockMain.commands.map { ($0.name, distance($0.name, name)) }
                .filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
            throw .usage(.unknownCommand(name, nearest: nearest))
        }
        let arguments = try Arguments(leading + rest.dropFirst(), options: command.options + Self.globalOptions)
        if arguments.has("--help") {
            terminal.write(Help.page(for: command, in: language))
            return
        }
        try command.run(arguments, in: context(arguments, environment, terminal))
    }

    private func help(for name: String?, _ terminal: Terminal) throws(CommandError) {
        guard let name else {
            terminal.write(Help.overview(in: language))
            return
        }
        guard let command = DutyclockMain.commands.first(where: { $0.name == name }) else {
            throw .usage(.unknownCommand(name, nearest: nil))
        }
        terminal.write(Help.page(for: command, in: language))
    }

    private func context(
        _ arguments: Arguments, _ environment: Environment, _ terminal: Terminal
    ) throws(CommandError) -> Context {
        var format = OutputFormat.text
        if let word = arguments["--format"] {
            guard let chosen = OutputFormat(rawValue: word) else {
                throw .usage(
                    .badValue(
                        option: "--format", value: word,
                        expected: Phrase("text, csv, json or html", "text、csv、json 或 html")))
            }
            format = chosen
        }
        if let word = arguments["--lang"], Language(tag: word) == nil {
            throw .usage(.badValue(option: "--lang", value: word, expected: Phrase("en or zh", "en 或 zh")))
        }
        return Context(
            language: language, format: format, dataDirectory: arguments["--data"] ?? environment.dataDirectory,
            terminal: terminal, now: Instant(milliseconds: SystemClock().now()))
    }
}
