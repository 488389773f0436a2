package import AttendanceModel

/// Everything a school has published, as known at one moment: what the reconciler judges by.
///
/// Plans and rosters are effective-dated: on a date the version recorded last among those whose `from` is not later
/// holds. The other tables carry their own dates, so their last version holds for every date.
package struct Book: Sendable {
    package struct RosterVersion: Sendable {
        package var from: LocalDate
        package var rows: [RosterRow]
        package var digest: String
        /// When it was published; nil for one that is only checked.
        package var recorded: Instant?

        package init(from: LocalDate, rows: [RosterRow], digest: String, recorded: Instant? = nil) {
            self.from = from
            self.rows = rows
            self.digest = digest
            self.recorded = recorded
        }
    }

    /// In the order in which they were recorded.
    package var plans: [Plan]
    /// In the order in which they were recorded.
    package var rosters: [RosterVersion]
    package var calendar: [CalendarRow]
    package var people: [Person]
    package var cards: [CardAssignment]
    package var devices: [DeviceRow]
    package var rates: [Rate]
    package var groups: [GroupRow]

    package init(
        plans: [Plan] = [], rosters: [RosterVersion] = [], calendar: [CalendarRow] = [], people: [Person] = [],
        cards: [CardAssignment] = [], devices: [DeviceRow] = [], rates: [Rate] = [],
        groups: [GroupRow] = []
    ) {
        self.plans = plans
        self.rosters = rosters
        self.calendar = calendar
        self.people = people
        self.cards = cards
        self.devices = devices
        self.rates = rates
        self.groups = groups
    }

    package func plan(on date: LocalDate) -> Plan? {
        plans.last { $0.from <= date }
    }

    package func roster(on date: LocalDate) -> RosterVersion? {
        rosters.last { $0.from <= date }
    }
}
