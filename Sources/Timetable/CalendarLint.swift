import AttendanceModel

/// Checks the calendar against the plan.
struct CalendarLint {
    private let rows: [CalendarRow]
    private let plan: Plan

    init(_ rows: [CalendarRow], plan: Plan) {
        self.rows = rows
        self.plan = plan
    }

    func findings() -> [Finding] { makeUpFindings() + contradictions() + bellFindings() }

    private func finding(_ row: CalendarRow, _ kind: FindingKind) -> Finding {
        Finding(file: Document.Kind.calendar.fileName, line: row.line, kind)
    }

    /// A school day on a weekday that the plan does not serve must say whose roster holds (C-64).
    private func makeUpFindings() -> [Finding] {
        rows.compactMap { row in
            // A range holds the plan's own days of the week (R-2101).
            guard row.kind == .school, row.worksLike == nil, !row.isQuestion,
                row.dates.lowerBound == row.dates.upperBound, !plan.days.contains(row.dates.lowerBound.weekday)
            else { return nil }
            let date = row.dates.lowerBound
            return finding(row, .makeUpQuestion(date: date))
        }
    }

    private func contradictions() -> [Finding] {
        var seen: [ClosedRange<LocalDate>: Int] = [:]
        var findings: [Finding] = []
        for row in rows where row.kind != .term && row.kind != .event {
            if let other = seen[row.dates] {
                findings.append(finding(row, .contradictingDates(date: row.dates.lowerBound, otherLine: other)))
            } else {
                seen[row.dates] = row.line
            }
        }
        return findings
    }

    private func bellFindings() -> [Finding] {
        let seasonal = Set(plan.seasons.map(\.bells))
        var findings: [Finding] = []
        var checked: Set<String> = []
        for row in rows {
            guard let name = row.bells else { continue }
            guard let table = plan.bells[name] else {
                let nearest = Spelling.nearest(name, in: plan.bells.keys)
                findings.append(finding(row, .unknown(.bellTable, name, nearest: nearest)))
                continue
            }
            guard !seasonal.contains(name), checked.insert(name).inserted else { continue }
            for duty in plan.duties {
                guard case .span(let from, let to?) = duty.window, let start = table.time(of: from),
                    let end = table.time(of: to), end <= start
                else { continue }
                findings.append(finding(row, .windowVanishes(duty: duty.id.text, table: name)))
            }
        }
        return findings
    }
}
