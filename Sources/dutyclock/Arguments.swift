import Reports

/// The words after a subcommand, sorted into options and operands.
///
/// `--name value`, `--name=value`, `--flag`; `--` ends the options. What a subcommand does not know is refused
/// with the nearest option it does know.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: String] = [:]
    private var flags: Set<String> = []

    init(_ words: [String], options: [Option]) throws(CommandError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = options.first(where: { $0.names.contains(parts[0]) }) else {
                throw .usage(.unknownOption(parts[0], nearest: Self.nearest(parts[0], in: options)))
            }
            if !option.takesValue {
                guard parts.count == 1 else { throw .usage(.flagWithValue(option.name)) }
                flags.insert(option.name)
            } else if parts.count == 2 {
                values[option.name] = parts[1]
            } else if let value = rest.popFirst() {
                values[option.name] = value
            } else {
                throw .usage(.optionWithoutValue(option.name))
            }
        }
    }

    subscript(name: String) -> String? { values[name] }

    func has(_ name: String) -> Bool { flags.contains(name) }

    private static func nearest(_ word: String, in options: [Option]) -> String? {
        let candidates = options.flatMap(\.names).map { ($0, distance(word, $0)) }
        return candidates.filter { $0.1 <= 3 }.min { $0.1 < $1.1 }?.0
    }
}

/// The number of single-letter changes between two words (Levenshtein).
func distance(_ left: String, _ right: String) -> Int {
    let target = Array(right)
    var row = Array(0...target.count)
    for (i, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in target.enumerated() {
            let substitution = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[target.count]
}

/// One `--option` of a subcommand.
struct Option: Sendable {
    /// The long name first, then others.
    let names: [String]
    /// What the value is called in the help; nil for a flag.
    let value: String?
    let help: Phrase

    init(_ names: String..., value: String? = nil, help: Phrase) {
        self.names = names
        self.value = value
        self.help = help
    }

    var name: String { names.first ?? "" }
    var takesValue: Bool { value != nil }
}
