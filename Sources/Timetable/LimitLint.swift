import AttendanceModel

/// Holds the plan and the rates to the plan's own bounds (R-501, R-1502, R-1503).
struct LimitLint {
    private let plan: Plan
    private let file: String
    private let tables: [(name: String, bells: BellTable)]

    init(_ plan: Plan, file: String = Document.Kind.plan.fileName) {
        self.plan = plan
        self.file = file
        tables = plan.bells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func findings() -> [Finding] {
        plan.limits.flatMap { limit in
            unknownDuties(limit.duties, line: limit.line) + findings(of: limit)
        } + plan.tallies.flatMap { unknownDuties($0.duties, line: $0.line) }
            + plan.duties.flatMap { unknownDuties($0.measured, line: $0.line) }
    }

    private func unknownDuties(_ duties: [DutyID], line: Int) -> [Finding] {
        duties.filter { plan.duty($0) == nil }.map { id in
            let nearest = Spelling.nearest(id.text, in: plan.duties.map(\.id.text))
            return finding(line, .unknown(.duty, id.text, nearest: nearest))
        }
    }

    private func finding(_ line: Int, _ kind: FindingKind) -> Finding {
        Finding(file: file, line: line, kind)
    }

    private func findings(of limit: Limit) -> [Finding] {
        let duties = plan.duties.filter { limit.duties.isEmpty || limit.duties.contains($0.id) }
        return lateEnds(of: duties, limit) + tooLong(duties, limit) + tooMuch(duties, limit)
    }

    private func lateEnds(of duties: [Duty], _ limit: Limit) -> [Finding] {
        guard let latest = limit.end else { return [] }
        return duties.compactMap { duty in
            for table in tables {
                guard let end = spans(of: [duty], table.bells).map(\.end).max(), end > latest else { continue }
                return finding(
                    duty.line,
                    .beyondLimit(
                        .end, found: end.displayed, most: latest.displayed, duties: [duty.id.text], table: table.name))
            }
            return nil
        }
    }

    /// The minutes that the windows cover together; duties side by side count once.
    private func tooLong(_ duties: [Duty], _ limit: Limit) -> [Finding] {
        guard let most = limit.minutes else { return [] }
        for table in tables {
            var seconds = 0
            var covered = 0
            for span in spans(of: duties, table.bells).sorted(by: { $0.start < $1.start }) {
                let start = max(span.start.secondOfDay, covered)
                seconds += max(0, span.end.secondOfDay - start)
                covered = max(covered, span.end.secondOfDay)
            }
            guard seconds > most * 60 else { continue }
            return [beyond(.minutes, seconds / 60, most, duties, table.name, limit)]
        }
        return []
    }

    /// The most credits that one person can earn with these duties on one day: windows that do not overlap add up.
    private func tooMuch(_ duties: [Duty], _ limit: Limit) -> [Finding] {
        guard let most = limit.credits else { return [] }
        for table in tables {
            var best: [(end: LocalTime, credits: Int)] = []
            for span in spans(of: duties, table.bells).sorted(by: { $0.end < $1.end }) {
                let before = best.last { $0.end <= span.start }?.credits ?? 0
                best.append((span.end, max(best.last?.credits ?? 0, before + span.credits)))
            }
            guard let credits = best.last?.credits, credits > most else { continue }
            return [beyond(.credits, credits, most, duties, table.name, limit)]
        }
        return []
    }

    /// Rates beyond the plan's bounds.
    func findings(in rates: [Rate]) -> [Finding] {
        guard let most = plan.limits.compactMap(\.fen).min() else { return [] }
        return rates.filter { $0.fenPerCredit > most }.map { rate in
            Finding(
                file: Document.Kind.rates.fileName, line: rate.line,
                .beyondLimit(.fen, found: "\(rate.fenPerCredit)", most: "\(most)", duties: [rate.pay], table: nil))
        }
    }

    private func beyond(
        _ bound: FindingKind.Bound, _ found: Int, _ most: Int, _ duties: [Duty], _ table: String, _ limit: Limit
    ) -> Finding {
        finding(
            limit.line,
            .beyondLimit(
                bound, found: "\(found)", most: "\(most)", duties: duties.map(\.id.text), table: table))
    }

    private struct Span {
        let start: LocalTime
        let end: LocalTime
        let credits: Int
    }

    /// The windows with both ends in a bell table.
    private func spans(of duties: [Duty], _ bells: BellTable) -> [Span] {
        duties.compactMap { duty in
            guard case .span(let from, let to?) = duty.window, let start = bells.time(of: from),
                let end = bells.time(of: to), start < end
            else { return nil }
            let credits = if case .fixed(let credits) = duty.credits { credits } else { 0 }
            return Span(start: start, end: end, credits: credits)
        }
    }
}

extension Duty {
    /// The duties whose credits overtime is counted by.
    fileprivate var measured: [DutyID] {
        if case .measured(let measure) = credits, case .periods(let duties) = measure.reading { duties } else { [] }
    }
}
