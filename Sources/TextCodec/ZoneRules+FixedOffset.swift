extension ZoneRules {
    /// A zone that is always at one offset: `UTC`, `+08:00`, `UTC+8`, `UTC-03:30`; nil for any other name.
    package init?(fixedOffset name: String) {
        var rest = name[...]
        for prefix in ["Etc/UTC", "UTC", "GMT", "Z"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            if rest.isEmpty {
                self.init(name: name, initialOffset: 0, transitions: [])
                return
            }
            break
        }
        guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
        let parts = rest.dropFirst().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let hours = parts.first.flatMap({ Self.twoDigits($0) }), hours <= 14,
            let minutes = parts.count > 1 ? Self.twoDigits(parts[1]) : 0, minutes <= 59
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        self.init(name: name, initialOffset: sign == "-" ? -seconds : seconds, transitions: [])
    }

    private static func twoDigits(_ text: Substring) -> Int32? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int32(text)
    }
}
