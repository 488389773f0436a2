package import AttendanceModel

/// Something that a person puts into the log.
package enum Contribution: Hashable, Sendable {
    /// One line of facts.csv; `at` is when it applies, nil when that cannot be said.
    ///
    /// The kind is one for which `FactKind.isEntry` holds. The owner adds who wrote it and when it learned of it.
    case entry(FactKind, Entry, at: Instant?)
    /// A published file; `raw` are its bytes as they were on disk.
    case document(Document, raw: [UInt8])
    /// A month put up for everybody to read.
    case notice(Notice)
    /// A month closed; `snapshot` is its canonical ledger, for ever.
    case close(Close, snapshot: [UInt8])
}

/// What became of one contribution.
package struct Receipt: Hashable, Sendable {
    /// Its place in the log: of the new fact, or of the one that said the same before.
    package let seq: Int64
    /// False when the log already said exactly this.
    package let added: Bool

    package init(seq: Int64, added: Bool) {
        self.seq = seq
        self.added = added
    }
}
