package import AttendanceModel

/// What the school has answered.
package struct AdoptionAnswers: Hashable, Sendable {
    /// One cell that may still be open.
    package enum Answer<Value: Hashable & Sendable>: Hashable, Sendable {
        case ask
        case said(Value)

        package var value: Value? {
            guard case .said(let value) = self else { return nil }
            return value
        }
    }

    /// What becomes of the rows of a found machine.
    package enum Machine: Hashable, Sendable {
        case called(DeviceID, place: String?)
        /// Nothing of it is imported.
        case skipped
    }

    /// Who an id is for a time.
    package struct Holder: Hashable, Sendable {
        /// Nil when nobody is to be named.
        package let person: Answer<PersonID?>
        /// On the machine's wall clock; nil from the beginning.
        package let from: LocalDateTime?
        /// Exclusive; nil without an end.
        package let to: LocalDateTime?
        package let line: Int
    }

    /// By how much a clock was off.
    package enum Offset: Hashable, Sendable {
        /// Machine minus true time in seconds; 0 when the clock was right.
        case seconds(Int)
        /// Nobody knows: the rows stay as they are.
        case unknown
    }

    package struct ClockLine: Hashable, Sendable {
        package let label: String
        /// What the machine's clock showed at both ends.
        package let times: ClosedRange<LocalDateTime>
        package let offset: Answer<Offset>
        package let line: Int
    }

    package struct IDKey: Hashable, Sendable {
        package let label: String
        package let id: String

        package init(label: String, id: String) {
            self.label = label
            self.id = id
        }
    }

    /// The first day that the plan judges.
    package var from: Answer<LocalDate> = .ask
    /// The plan folder, and the folders that were looked through, as written.
    package var plan: String?
    package var folders: [String] = []
    /// The found machine of each file by the first 12 digits of its digest; nil for a file that is left out.
    package var files: [String: String?] = [:]
    /// `mdy` or `dmy` by the same.
    package var dateOrders: [String: Answer<String>] = [:]
    package var machines: [String: Answer<Machine>] = [:]
    package var ids: [IDKey: [Holder]] = [:]
    package var clocks: [ClockLine] = []

    package init() {}

    /// How a file is named in the tables.
    package static func short(_ digest: String) -> String { String(digest.prefix(12)) }
}
