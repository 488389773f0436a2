package import AttendanceModel

/// Who has one seat of one post of a duty on one date, before any cover.
package struct RosterCell: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        /// A row of roster.csv.
        case roster(line: Int)
        /// A rule such as `@homeroom` (model.md D.8, 9 tells the two apart).
        case rule
    }

    package let duty: DutyID
    package let post: String
    package let person: PersonID
    package let seat: Int
    package let variant: String?
    package let origin: Origin
    /// False when people.csv says that the person has not come yet or has left: the post is uncovered.
    package let isHere: Bool
}
