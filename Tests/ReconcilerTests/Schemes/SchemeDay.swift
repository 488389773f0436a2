/// A few days of one scheme's example: what happens, and the ledger that must come out (schemes.md).
struct SchemeDay: Sendable {
    /// A change of the folder that `check` must tell of.
    struct Probe: Sendable {
        let file: String
        let from: String
        let to: String
        /// Words of the finding.
        let words: String
    }

    /// A day or two of every scheme; the many rules of S2 have a table of their own, too (`Rule`).
    static let all: [SchemeDay] = first + second + third

    let id: String
    let days: String
    /// One a line: `punch 3 16:08`, or a row of facts.csv; `D` and `E` are the first and the last date.
    let facts: String
    let probes: [Probe]
    let expected: String

    init(_ id: String, on days: String = "2026-09-16", facts: String, probes: [Probe] = [], expected: String) {
        self.id = id
        self.days = days
        self.facts = facts
        self.probes = probes
        self.expected = expected
    }
}
