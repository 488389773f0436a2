import Reports
import TextCodec

/// The help pages, made from what each subcommand says of itself.
enum Help {
    static func overview(in language: Language) -> String {
        let title = Phrase(
            "dutyclock - who kept which duty, what it earns, and why",
            "dutyclock - 谁到岗、计多少课时、为什么")
        var text = title.text(in: language) + "\n\n"
        text +=
            Phrase("usage: ", "用法：").text(in: language)
            + Phrase("dutyclock COMMAND …\n\n", "dutyclock 命令 …\n\n").text(in: language)
        let width = DutyclockMain.commands.map { $0.name.count }.max() ?? 0
        for command in DutyclockMain.commands {
            text += "  " + DisplayWidth.pad(command.name, to: width + 2) + command.summary.text(in: language) + "\n"
        }
        text +=
            "\n"
            + Phrase(
                "“dutyclock COMMAND --help” shows options and examples.",
                "“dutyclock 命令 --help” 列出选项和例子。"
            ).text(in: language) + "\n"
        return text
    }

    static func page(for command: any Command.Type, in language: Language) -> String {
        var text = "dutyclock \(command.name) - \(command.summary.text(in: language))\n\n"
        text += Phrase("usage: ", "用法：").text(in: language) + "dutyclock \(command.name) \(command.usage)\n\n"
        let options = command.options + Invocation.globalOptions
        let heads = options.map { option in
            option.names.joined(separator: ", ") + (option.value.map { " \($0)" } ?? "")
        }
        let width = heads.map { DisplayWidth.of($0) }.max() ?? 0
        for (option, head) in zip(options, heads) {
            text += "  " + DisplayWidth.pad(head, to: width + 2) + option.help.text(in: language) + "\n"
        }
        text += "\n" + Phrase("examples:", "例子：").text(in: language) + "\n"
        for (line, meaning) in command.examples {
            text += "  \(line)\n      \(meaning.text(in: language))\n"
        }
        return text + command.appendix(in: language)
    }
}
