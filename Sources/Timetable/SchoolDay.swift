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
    /// Digest of the roster version in force, for explanations.
    package let rosterDigest: String?
    /// The roster's rows of all variants.
    var rows: [RosterRow] = []
    /// Those whose `from`..`to` holds the date.
    package internal(set) var people: [Person] = []

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
    }

    /// The duties that exist on the date, in the plan's order; a duty by order exists on every date.
    ///
    /// A duty whose bells do not ring that day, or whose end comes before its start (a sports day that ends early),
    /// does not exist.
    package var duties: [Duty] {
        plan.duties.filter { duty in
            switch duty.window {
            case .order: true
            case .none: isServiceDay && (duty.days?.contains(weekday) ?? true)
            case .span, .occurrences:
                isServiceDay && (duty.days?.contains(weekday) ?? true) && !occurrences(of: duty).isEmpty
            }
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
        switch duty.who {
        case nil: return rosterCells(of: duty.id, variant: variant ?? usualVariant)
        case .homeroom: return people.filter { $0.homeroom != nil }.map { derived(duty, $0, post: $0.homeroom ?? "") }
        case .kind(let kind): return people.filter { $0.kind == kind }.map { derived(duty, $0) }
        case .teachersWithout(let other):
            let busy = Set((plan.duty(other).map { cells(of: $0, variant: variant) } ?? []).map(\.person))
            return people.filter { $0.kind == Person.teacherKind && !busy.contains($0.id) }.map { derived(duty, $0) }
        }
    }

    /// All cells of the date in `variant`, duty by duty.
    package func cells(variant: String? = nil) -> [RosterCell] {
        duties.flatMap { cells(of: $0, variant: variant) }
    }

    private func derived(_ duty: Duty, _ person: Person, post: String = "") -> RosterCell {
        RosterCell(duty: duty.id, post: post, person: person.id, seat: 1, variant: nil, origin: .rule, isHere: true)
    }

    private func rosterCells(of duty: DutyID, variant: String?) -> [RosterCell] {
        var cells: [RosterCell] = []
        var places: [Seat: Int] = [:]
        let here = Set(people.map(\.id))
        for row in rows where row.duty == duty && (row.variant == nil || row.variant == variant) {
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
    /// An `at` duty starts its lead before each bell.
    package func occurrences(of duty: Duty) -> [DutyOccurrence] { bells.occurrences(of: duty) }

    /// The clock time of a named or plain time on the date; nil when its bell does not ring.
    package func time(of bell: BellTime) -> LocalTime? { bells.time(of: bell) }

    /// What is done in `duty` on the date; nil when the plan does not say.
    package func label(of duty: Duty) -> String? { duty.labels[weekday] }
}
