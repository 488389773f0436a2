package import AttendanceModel

/// Which of some facts brought the change of a line: those it rests on, or rested on, else those that speak of it.
package struct Causes: Sendable {
    private let facts: [Fact]
    private let numbers: Set<Int64>

    /// `facts` are those between the two states of the line.
    package init(_ facts: [Fact]) {
        self.facts = facts.sorted { $0.seq < $1.seq }
        numbers = Set(facts.map(\.seq))
    }

    /// In the order of the log; empty when none of the facts can have brought it.
    package func of(_ before: DutyLine?, _ after: DutyLine?) -> [Int64] {
        guard let id = (after ?? before)?.id else { return [] }
        if facts.count == 1 { return facts.map(\.seq) }
        let named = Set((before?.mentions ?? []) + (after?.mentions ?? [])).intersection(numbers)
        let speaking = facts.filter { speaks($0, of: id) }.map(\.seq)
        if !named.isEmpty { return named.union(withdrawals(of: before)).sorted() }
        if !speaking.isEmpty { return speaking }
        // A void by another duty of the day has that duty's cause.
        let sameDay = facts.filter { speaks($0, ofDayOf: id) }.map(\.seq)
        if !sameDay.isEmpty { return sameDay }
        return facts.filter(\.isPublished).map(\.seq)
    }

    private func withdrawals(of line: DutyLine?) -> [Int64] {
        let mentions = Set(line?.mentions ?? [])
        return facts.compactMap { fact in
            guard case .entry(.retract, let entry) = fact.body, let ref = entry.ref, mentions.contains(ref) else {
                return nil
            }
            return fact.seq
        }
    }

    private func speaks(_ fact: Fact, of id: DutyLine.ID) -> Bool {
        guard case .entry(_, let entry) = fact.body, speaks(entry, ofDayOf: id) else { return false }
        return (entry.duty.map { $0 == id.duty } ?? true) && (entry.post.map { $0 == id.post } ?? true)
    }

    private func speaks(_ fact: Fact, ofDayOf id: DutyLine.ID) -> Bool {
        guard case .entry(_, let entry) = fact.body else { return false }
        return speaks(entry, ofDayOf: id)
    }

    private func speaks(_ entry: Entry, ofDayOf id: DutyLine.ID) -> Bool {
        guard entry.dates?.contains(id.date) ?? false else { return false }
        return entry.person.map { $0 == id.person } ?? true || entry.other == id.person.text
    }
}

extension Fact {
    fileprivate var isPublished: Bool {
        if case .publish = body { true } else { false }
    }
}

extension DutyLine {
    /// Every fact that the line rests on or tells of.
    fileprivate var mentions: [Int64] {
        factsUsed + (ruling.map { [$0.fact] } ?? [])
            + notes.compactMap { note -> Int64? in
                switch note {
                case .coverRecordedAfter(let fact), .withinClockUncertainty(let fact), .closed(let fact, _),
                    .attested(let fact):
                    fact
                default: nil
                }
            }
            + results.flatMap(\.evidence).compactMap { line in
                if case .rejected(.retracted(let fact)) = line.use { fact } else { nil }
            }
    }
}
