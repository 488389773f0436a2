package import AttendanceModel

/// One date with all that the published tables say of it.
package struct SchoolDay: Sendable {
    package let date: LocalDate
    package let plan: Plan
    /// False on holidays and weekends: then only duties by order exist.
    package let isServiceDay: Bool
    /// The name of the bell table; nil when no season covers the date.
    package let bellsName: String?
    package let bells: BellTable
    /// Whose roster and labels hold: another weekday than the date's own on a make-up day.
    package let weekday: Weekday
    /// Odd or even week of the term by the date itself, also on make-up days; nil outside terms.
    package let parity: RosterRow.Parity?
    package let label: String?
    /// Whether the calendar has an event on the date, for which people come earlier.
    package internal(set) var isEvent = false
    /// Digest of the roster version in force, for explanations.
    package let rosterDigest: String?
    /// The roster's rows of all variants.
    var rows: [RosterRow] = []
    /// Those whose `from`..`to` holds the date.
    package internal(set) var people: [Person] = [] {
        didSet { here = Set(people.map(\.id)) }
    }
    private var here: Set<PersonID> = []
    /// The groups that exist on the date, with that day's numbers of pupils.
    package internal(set) var groups: [GroupRow] = []
    /// How many turns of a duty taken in turn lie before the date, from the start of the term.
    var turns: [DutyID: Int] = [:]
    /// The dates of the week and of the month on which a duty exists for the last time, by duty.
    var lastDates: [DutyID: [Requirement.Every: LocalDate]] = [:]

    init(
        date: LocalDate, plan: Plan, isServiceDay: Bool, bellsName: String?, bells: BellTable, weekday: Weekday,
        parity: RosterRow.Parity?, label: String?, rosterDigest: String?
    ) {
        self.date = date
        self.plan = plan
        self.isServiceDay = isServiceDay
        self.bellsName = bellsName
        self.bells = bells
        self.weekday = weekday
        self.parity = parity
        self.label = label
        self.rosterDigest = rosterDigest
        duties = plan.duties.filter { exists($0) }
    }

    /// The duties that exist on the date, in the plan's order; a duty by order exists on every date.
    ///
    /// A duty whose bells do not ring that day, or whose end comes before its start (a sports day that ends early),
    /// does not exist.
    package private(set) var duties: [Duty] = []

    private func exists(_ duty: Duty) -> Bool {
        switch duty.window {
        case .order: true
        case .none: isServiceDay && (duty.days?.contains(weekday) ?? true)
        case .span, .occurrences:
            isServiceDay && (duty.days?.contains(weekday) ?? true) && !occurrences(of: duty).isEmpty
        }
    }

    /// The variant that holds when none is declared: the plan's first.
    package var usualVariant: String? { plan.variants.first }

    /// Who has `duty` in `variant`, by rule or by roster; in the order of the roster or of people.csv.
    ///
    /// A row of the variant itself replaces one for all variants at the same post and seat. Facts (cover, leave) are
    /// not applied; for `@teachers - study` that means the study duties of the roster.
    package func cells(of duty: Duty, variant: String? = nil) -> [RosterCell] {
        guard duties.contains(where: { $0.id == duty.id }) else { return [] }
        guard let who = duty.who else { return rosterCells(of: duty, variant: variant ?? usualVariant) }
        let busy = who.without.compactMap { plan.duty($0) }.flatMap { cells(of: $0, variant: variant) }
        return cells(of: duty, by: who, busy: Set(busy.map(\.person)))
    }

    /// Who has a duty by its rule when `busy` have the duties that the rule leaves out.
    package func cells(of duty: Duty, by who: DerivedPersons, busy: Set<PersonID>) -> [RosterCell] {
        let group = people.filter { person in
            guard !busy.contains(person.id) else { return false }
            switch who.group {
            case .homeroom: return person.homeroom != nil
            case .kind(let kind): return person.kind == kind
            }
        }
        guard who.turn != nil else {
            return group.map { derived(duty, $0, post: who.group == .homeroom ? $0.homeroom ?? "" : "") }
        }
        let turn = turns[duty.id] ?? 0
        return duty.posts.isEmpty
            ? taken(from: group, turn, duty, post: "")
            : duty.posts.flatMap { post in
                taken(from: group.filter { $0.belongs(to: post) }, turn, duty, post: post.name)
            }
    }

    /// The persons whose turn it is at one post: the next `seats` in the order of people.csv.
    private func taken(from group: [Person], _ turn: Int, _ duty: Duty, post: String) -> [RosterCell] {
        guard !group.isEmpty else { return [] }
        return (0..<min(duty.seats, group.count)).map { seat in
            derived(duty, group[(turn * duty.seats + seat) % group.count], post: post, seat: seat + 1)
        }
    }

    /// All cells of the date in `variant`, duty by duty.
    package func cells(variant: String? = nil) -> [RosterCell] {
        duties.flatMap { cells(of: $0, variant: variant) }
    }

    private func derived(_ duty: Duty, _ person: Person, post: String = "", seat: Int = 1) -> RosterCell {
        RosterCell(duty: duty.id, post: post, person: person.id, seat: seat, variant: nil, origin: .rule, isHere: true)
    }

    private func rosterCells(of duty: Duty, variant: String?) -> [RosterCell] {
        let merged = mergedGroups(of: duty)
        var cells: [RosterCell] = []
        var places: [Seat: Int] = [:]
        for row in rows where row.duty == duty.id && (row.variant == nil || row.variant == variant) {
            guard merged[row.post].map({ $0 == row.post }) ?? true else { continue }
            let seat = Seat(post: row.post, number: row.seat)
            let cell = RosterCell(
                duty: row.duty, post: row.post, person: row.person, seat: row.seat, variant: row.variant,
                origin: .roster(line: row.line), isHere: here.contains(row.person))
            if let place = places[seat] {
                if row.variant != nil || cells[place].variant == nil { cells[place] = cell }
            } else {
                places[seat] = cells.count
                cells.append(cell)
            }
        }
        return cells
    }

    private struct Seat: Hashable {
        let post: String
        let number: Int
    }
}

extension SchoolDay {
    /// The times of a duty, in rising order; empty for duties by order, without window, or with an unknown bell.
    ///
    /// An `at` duty starts its lead before each bell, on a day with an event at least the lead for events.
    package func occurrences(of duty: Duty) -> [DutyOccurrence] { bells.occurrences(of: duty, isEvent: isEvent) }

    /// The clock time of a named or plain time on the date; nil when its bell does not ring.
    package func time(of bell: BellTime) -> LocalTime? { bells.time(of: bell) }

    /// What is done in `duty` on the date; nil when the plan does not say.
    package func label(of duty: Duty) -> String? { duty.labels[weekday] }
}
