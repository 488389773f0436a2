import Glibc
import TextCodec

/// What the surroundings say when the command line does not: language, data directory.
struct Environment: Sendable {
    let language: Language
    let dataDirectory: String

    init(words: [String]) {
        self.language = Self.chosenLanguage(words) ?? Self.systemLanguage
        self.dataDirectory = Self.variable("DUTYCLOCK_DATA") ?? "/var/lib/dutyclock"
    }

    /// `--lang` is looked for before anything else is read, so that complaints about the rest are in that language.
    private static func chosenLanguage(_ words: [String]) -> Language? {
        for (index, word) in words.enumerated() {
            if word.hasPrefix("--lang=") { return Language(tag: String(word.dropFirst(7))) }
            if word == "--lang", index + 1 < words.count { return Language(tag: words[index + 1]) }
        }
        return nil
    }

    private static var systemLanguage: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = variable(name), !value.isEmpty else { continue }
            return Language(tag: value) ?? .english
        }
        return .english
    }

    static func variable(_ name: String) -> String? {
        // SAFETY: the C string is copied before anything can change the environment; the program never sets any.
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}

extension Language {
    /// Reads a locale's name such as `zh_CN.UTF-8`, `zh`, `en` or `C`.
    init?(tag: String) {
        let lowered = tag.lowercased()
        if lowered.hasPrefix("zh") {
            self = .chinese
        } else if lowered.hasPrefix("en") || lowered == "c" || lowered.hasPrefix("c.") || lowered == "posix" {
            self = .english
        } else {
            return nil
        }
    }
}
