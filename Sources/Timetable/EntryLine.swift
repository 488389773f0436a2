package import AttendanceModel

/// One row of facts.csv, ready for the log.
package struct EntryLine: Hashable, Sendable {
    /// Where the row stands in its file.
    package let line: Int
    package let kind: FactKind
    package let entry: Entry
    /// The row's own name in its file, for a `ref` of another row.
    package let id: String?
    /// The `id` of the row that this one withdraws, when `ref` is not a number of the log.
    package let refID: String?

    package init(line: Int, kind: FactKind, entry: Entry, id: String? = nil, refID: String? = nil) {
        self.line = line
        self.kind = kind
        self.entry = entry
        self.id = id
        self.refID = refID
    }
}
