/// A person's id as people.csv gives it, such as `T012`; names are labels and never keys (C-49).
package struct PersonID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String
    package init(_ text: String) { self.text = text }
    package var description: String { text }
    package static func < (left: PersonID, right: PersonID) -> Bool { left.text < right.text }
}

/// A duty's id as the plan gives it, such as `morning`.
package struct DutyID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String
    package init(_ text: String) { self.text = text }
    package var description: String { text }
    package static func < (left: DutyID, right: DutyID) -> Bool { left.text < right.text }
}

/// A machine's or reader's name in this school, such as `gate`: the `source` of its punches.
package struct DeviceID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String
    package init(_ text: String) { self.text = text }
    package var description: String { text }
    package static func < (left: DeviceID, right: DeviceID) -> Bool { left.text < right.text }
}
