/// Something that a check of the school's files has found, and where.
package struct Finding: Hashable, Sendable {
    package enum Severity: Int, Comparable, Sendable, Hashable, CaseIterable {
        /// Worth a look; nothing is refused.
        case warning
        /// A number that the school has not given: can be checked, is never published.
        case question
        /// The file is refused.
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }

    /// The file's name, such as `roster.csv`.
    package let file: String
    /// From 1; 0 for what concerns the file as a whole.
    package let line: Int
    /// From 1; nil in tables.
    package let column: Int?
    package let kind: FindingKind

    package init(file: String, line: Int, column: Int? = nil, _ kind: FindingKind) {
        self.file = file
        self.line = line
        self.column = column
        self.kind = kind
    }

    package var severity: Severity { kind.severity }

    /// `roster.csv:12` or `plan.json5:3:17`.
    package var place: String {
        guard line > 0 else { return file }
        return "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
    }
}
