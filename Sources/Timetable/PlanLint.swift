package import AttendanceModel
import TextCodec

/// Checks a plan against itself: names, windows, seasons, consequences.
struct PlanLint {
    private let plan: Plan
    private let file: String
    /// Every bell that some table names, also those whose time is an open question.
    private let bells: Set<String>
    private let usedTables: [String]

    init(_ plan: Plan, file: String, bells: Set<String>) {
        self.plan = plan
        self.file = file
        self.bells = bells
        var used: [String] = []
        for season in plan.seasons where plan.bells[season.bells] != nil && !used.contains(season.bells) {
            used.append(season.bells)
        }
        usedTables = used
    }

    func findings() -> [Finding] {
        seasonFindings() + plan.duties.flatMap { dutyFindings($0) } + consequenceFindings()
    }

    private func finding(_ line: Int, _ kind: FindingKind) -> Finding { Finding(file: file, line: line, kind) }

    private func isAsked(_ prefix: String) -> Bool { plan.questions.contains { $0.path.hasPrefix(prefix) } }

    // MARK: Seasons

    private func seasonFindings() -> [Finding] {
        var findings: [Finding] = []
        for season in plan.seasons where plan.bells[season.bells] == nil {
            let nearest = Spelling.nearest(season.bells, in: plan.bells.keys)
            findings.append(finding(season.line, .unknown(.bellTable, season.bells, nearest: nearest)))
        }
        guard !isAsked("seasons"), !plan.seasons.isEmpty else { return findings }
        return findings + seasonGaps() + seasonOverlaps()
    }

    /// The years for which coverage is judged: from the plan's start, long enough for a whole cycle.
    private var judgedDays: [LocalDate] {
        (0..<731).map { plan.from.advanced(byDays: $0) }
    }

    private func seasonGaps() -> [Finding] {
        let bounded = plan.seasons.contains { $0.from?.year != nil }
        // Seasons of given years end with them; then a new plan is due.
        let lastYear = plan.seasons.compactMap { $0.to?.year }.max()
        var gap: (first: LocalDate, last: LocalDate)?
        for day in judgedDays {
            if bounded, let lastYear, day.year > lastYear { break }
            if plan.seasons.contains(where: { $0.holds(day) }) {
                if gap != nil { break }
            } else {
                gap = (gap?.first ?? day, day)
            }
        }
        guard let gap else { return [] }
        let line = plan.seasons.first?.line ?? 0
        return [finding(line, .seasonGap(from: "\(gap.first)", to: "\(gap.last)"))]
    }

    /// Two seasons with days that hold the same day; one without days is what is left over.
    private func seasonOverlaps() -> [Finding] {
        let dated = plan.seasons.filter { $0.from != nil }
        var findings: [Finding] = []
        for (index, second) in dated.enumerated() {
            for first in dated[..<index] where first.bells != second.bells {
                guard let day = judgedDays.first(where: { first.holds($0) && second.holds($0) }) else { continue }
                findings.append(
                    finding(second.line, .seasonOverlap(day: "\(day)", first: first.bells, second: second.bells)))
            }
        }
        return findings
    }

    // MARK: Duties

    private func dutyFindings(_ duty: Duty) -> [Finding] {
        var findings: [Finding] = []
        let path = "duties.\(duty.id)"
        switch duty.window {
        case .span(let from, let to):
            findings += bellFindings([from, to], duty, duty.line)
            findings += order(from, to, "\(path).when", duty.line, mayTouch: false)
        case .occurrences(let names):
            findings += bellFindings(names.map { BellTime(.bell($0)) }, duty, duty.line)
        case .order, .none: break
        }
        for need in duty.needs {
            switch need.form {
            case .arrive(let from, let until), .count(_, let from, let until, _):
                findings += bellFindings([from, until, need.latest], duty, need.line)
                findings += order(from, until, "\(path).need", need.line, mayTouch: true)
            case .leave(let from, let until):
                findings += bellFindings([from, until, need.latest], duty, need.line)
                findings += order(from, until, "\(path).need", need.line, mayTouch: true)
            case .never, .form: break
            }
        }
        for other in duty.who?.without ?? [] where plan.duty(other) == nil {
            let nearest = Spelling.nearest(other.text, in: plan.duties.map(\.id.text))
            findings.append(finding(duty.line, .unknown(.duty, other.text, nearest: nearest)))
        }
        return findings
    }

    private func bellFindings(_ times: [BellTime?], _ duty: Duty, _ line: Int) -> [Finding] {
        var findings: [Finding] = []
        for time in times {
            guard let time, !time.isLastPupil, case .bell(let name) = time.base else { continue }
            guard bells.contains(name) else {
                findings.append(finding(line, .unknown(.bell, name, nearest: Spelling.nearest(name, in: bells))))
                continue
            }
            for table in usedTables where plan.bells[table]?.times[name] == nil && !isAskedBell(name) {
                findings.append(finding(line, .bellMissing(bell: name, table: table, duty: duty.id.text)))
            }
        }
        return findings
    }

    /// Whether the time of a bell is an open question in some table: `bells.summer.breaks`, `bells.summer.breaks[1]`.
    private func isAskedBell(_ name: String) -> Bool {
        plan.questions.contains { question in
            let keys = question.path.split(separator: ".")
            return keys.count == 3 && keys[0] == "bells" && keys[2].prefix { $0 != "[" } == name
        }
    }

    /// Windows must not be empty in any table that a season uses.
    private func order(
        _ from: BellTime, _ until: BellTime?, _ path: String, _ line: Int, mayTouch: Bool
    ) -> [Finding] {
        guard let until else { return [] }
        for table in usedTables {
            guard let bells = plan.bells[table], let start = bells.time(of: from), let end = bells.time(of: until),
                mayTouch ? end < start : end <= start
            else { continue }
            return [
                finding(
                    line,
                    .emptyWindow(path: path, from: start.displayed, until: end.displayed, table: table))
            ]
        }
        return []
    }

    // MARK: Consequences

    private func consequenceFindings() -> [Finding] {
        let parts = Set(plan.duties.compactMap(\.part))
        var findings: [Finding] = []
        func check(_ consequences: Consequences, _ duty: String, _ line: Int) {
            for key in consequences.keys.sorted() {
                for consequence in consequences[key] ?? [] {
                    guard case .part(let part) = consequence.scope, !parts.contains(part) else { continue }
                    if let nearest = Spelling.nearest(part, in: Array(parts) + ["self", "day", "month"]) {
                        findings.append(finding(line, .unknown(.part, part, nearest: nearest)))
                    } else {
                        findings.append(finding(line, .partWithoutDuty(part: part, duty: duty)))
                    }
                }
            }
        }
        check(plan.absence, "absence", 0)
        for duty in plan.duties {
            check(duty.consequences, duty.id.text, duty.line)
            check(duty.absence ?? [:], duty.id.text, duty.line)
            for need in duty.needs { check(need.consequences, duty.id.text, need.line) }
        }
        return findings
    }
}

extension Consequence {
    /// What a void or dock is about; nil for the other effects.
    var scope: Scope? {
        switch effect {
        case .void(let scope), .dock(_, _, let scope): scope
        case .incident, .notify: nil
        }
    }
}

extension BellTable {
    /// The clock time of a named or plain time; nil when its bell does not ring.
    package func time(of bell: BellTime) -> LocalTime? {
        let base: LocalTime? =
            switch bell.base {
            case .clock(let time): time
            case .bell(let name): times[name]?.first
            }
        return base?.advanced(bySeconds: bell.offsetMinutes * 60)
    }
}
