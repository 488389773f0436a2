package import AttendanceModel

/// Rows of a file, one after the other, whose times do not fit to those before and after them.
package struct ClockRun: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Dates that cannot be true: the clock was never set, or stood at 2000 after its battery (C-28, C-30).
        case impossible
        /// The clock was behind what it had shown before.
        case behind
        /// The clock was ahead of what it showed afterwards.
        case ahead
    }

    package let kind: Kind
    /// The lines of the file, both included.
    package internal(set) var lines: ClosedRange<Int>
    package internal(set) var rows: Int
    /// What the clock showed first and last; nil for dates that do not exist.
    package let first: LocalDateTime?
    package internal(set) var last: LocalDateTime?
    /// The last time before, and the first one after, that can be true; nil at the ends of a file.
    package let before: LocalDateTime?
    package internal(set) var after: LocalDateTime?

    /// The same rows, whichever export of the machine they were read from.
    struct Identity: Hashable {
        let kind: Kind
        let first: LocalDateTime?
        let last: LocalDateTime?
        let rows: Int
    }

    var identity: Identity { Identity(kind: kind, first: first, last: last, rows: rows) }

    /// By how many seconds the clock may have been off (machine minus true time), when both neighbours are known: the
    /// rows were written between them.
    package var offsets: ClosedRange<Int64>? {
        guard let first, let last, let before, let after else { return nil }
        let least = last.wallSeconds - after.wallSeconds
        let most = first.wallSeconds - before.wallSeconds
        return least <= most ? least...most : nil
    }

    /// Whether more than a day is at stake, so that only the school can say what the date was.
    package var isLarge: Bool {
        guard let first, let last else { return true }
        switch kind {
        case .impossible: return true
        case .behind: return before.map { $0.wallSeconds - first.wallSeconds > 86_400 } ?? false
        case .ahead: return after.map { last.wallSeconds - $0.wallSeconds > 86_400 } ?? false
        }
    }
}
