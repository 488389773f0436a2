import AttendanceModel

extension RosterLint {
    /// One person with two duties at the same time; windows are half-open, so that one may end when the next begins
    /// (C-104).
    ///
    /// The plan's `overlap` says whether that is told, refused or allowed (C-91, C-105).
    func overlapFindings() -> [Finding] {
        plan.knobs.overlap == .allow ? [] : patternOverlaps() + datedOverlaps()
    }

    private var tables: [BellTable] {
        var names: [String] = []
        for season in plan.seasons where !names.contains(season.bells) { names.append(season.bells) }
        return names.compactMap { plan.bells[$0] }
    }

    private func patternOverlaps() -> [Finding] {
        var findings: [Finding] = []
        var byPerson: [PersonID: [RosterRow]] = [:]
        for row in rows {
            for other in byPerson[row.person] ?? [] where collide(other, row) {
                guard let days = meet(other.day, row.day) else { continue }
                findings.append(overlap(other, row, days))
            }
            if case .weekdays = row.day { byPerson[row.person, default: []].append(row) }
        }
        return findings
    }

    /// Dates with rows of their own, as they come out beside the pattern.
    private func datedOverlaps() -> [Finding] {
        var dates: Set<LocalDate> = []
        for row in rows {
            if case .date(let date) = row.day { dates.insert(date) }
        }
        var findings: [Finding] = []
        for date in dates.sorted() {
            guard let day = resolver.day(date) else { continue }
            var reported: Set<[Int]> = []
            for variant in plan.variants {
                let cells = Set(day.cells(variant: variant))
                let held = day.rows.filter { row in cells.contains { $0.origin == .roster(line: row.line) } }
                for (index, row) in held.enumerated() {
                    for other in held[..<index] where other.person == row.person && collide(other, row, [day.bells]) {
                        guard isDated(row) || isDated(other), reported.insert([other.line, row.line]).inserted else {
                            continue
                        }
                        findings.append(overlap(other, row, .date(date)))
                    }
                }
            }
        }
        return findings
    }

    private func isDated(_ row: RosterRow) -> Bool {
        if case .date = row.day { true } else { false }
    }

    private func overlap(_ first: RosterRow, _ second: RosterRow, _ day: RosterRow.Day) -> Finding {
        let (early, late) = first.line <= second.line ? (first, second) : (second, first)
        return finding(
            late.line,
            .overlap(
                person: late.person.text, duties: [early.duty.text, late.duty.text], day: day, otherLine: early.line,
                isRefused: plan.knobs.overlap == .refuse))
    }

    /// Whether two rows of one person ask for him in two places at once.
    private func collide(_ first: RosterRow, _ second: RosterRow, _ given: [BellTable]? = nil) -> Bool {
        guard first.duty != second.duty || first.post != second.post,
            first.variant == nil || second.variant == nil || first.variant == second.variant,
            let duty = plan.duty(first.duty), let other = plan.duty(second.duty)
        else { return false }
        return (given ?? tables).contains { table in
            let others = table.occurrences(of: other)
            return table.occurrences(of: duty).contains { one in
                others.contains { one.start < $0.end && $0.start < one.end }
            }
        }
    }
}
