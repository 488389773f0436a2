/// What is odd about a file's rows, mostly about their times; each is counted in `ImportReport` and listed to the person importing.
package enum ClockNote: String, CaseIterable, Sendable, Hashable {
    /// The date does not exist (30 February): kept without a moment.
    case impossible
    /// Before 2005, as a clock shows that lost its battery (C-28): kept without a moment.
    case reset
    /// More than a day after the import (C-30): kept without a moment.
    case ahead
    /// After the file was written, by the file's own date; taken as it stands.
    case later
    /// Before the row in front of it: the clock was set back, or the rows are not in order.
    case back
    /// The same punch again within the file: it is stored once.
    case repeated
    /// A time that cannot be true, which another file brought already: perhaps the same punch, so it is kept (C-29).
    case replayed
    /// From before the day on which this device came to stand here: not taken.
    case before
    /// User 0, as machines write it when they recognise nobody: not taken.
    case nobody
    /// No row at all on more than `gapDays` days in a row.
    case gap

    /// Longer than a week off for a festival.
    package static let gapDays = 9
}
