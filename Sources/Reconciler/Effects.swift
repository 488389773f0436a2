import AttendanceModel
import Timetable

/// Applies voids and docks over all lines: voids are a set, docks add up, net stays within 0 … granted (D.3).
struct Effects {
    private struct PersonDate: Hashable {
        let person: PersonID
        let date: LocalDate
    }

    /// Where docks add up before they are rounded down once (D.8, 15).
    private struct DockScope: Hashable {
        let person: PersonID
        let date: LocalDate
        let scope: Consequence.Scope
        /// The line itself, for docks of one duty.
        let line: Int?
    }

    private var drafts: [Draft]
    private let byDate: [PersonDate: [Int]]
    private var docks: [DockScope: Fraction] = [:]
    private var dockOrder: [DockScope] = []

    /// The drafts, which come in the order of their ids, with every void and dock taken out.
    static func applied(to drafts: [Draft], people: [PersonID: Person]) -> [Draft] {
        var effects = Effects(drafts)
        for index in drafts.indices {
            for applied in drafts[index].line.consequences where !applied.held {
                effects.apply(applied, from: index, people: people)
            }
        }
        effects.settle()
        return effects.drafts
    }

    private init(_ drafts: [Draft]) {
        self.drafts = drafts
        self.byDate = Dictionary(grouping: drafts.indices) {
            PersonDate(person: drafts[$0].line.id.person, date: drafts[$0].line.id.date)
        }
    }

    private mutating func apply(_ applied: AppliedConsequence, from index: Int, people: [PersonID: Person]) {
        let id = drafts[index].line.id
        for person in targets(of: applied.consequence, from: index, people: people) {
            switch applied.consequence.effect {
            case .void(let scope):
                let cause = VoidCause(scope: scope, line: id, outcome: applied.outcome)
                for line in lines(in: scope, of: person, from: index)
                where !drafts[line].line.voids.contains(cause) {
                    drafts[line].line.voids.append(cause)
                }
            case .dock(let numerator, let denominator, let scope):
                let isSelf = scope == .duty
                let date = scope == .month ? id.date.firstOfMonth : id.date
                let key = DockScope(person: person, date: date, scope: scope, line: isSelf ? index : nil)
                if docks[key] == nil { dockOrder.append(key) }
                docks[key, default: Fraction(0, 1)].add(Fraction(numerator, denominator))
            case .incident, .notify: break
            }
        }
    }

    /// The person of the line, or those who have the named role that day: by duty, else by kind of person.
    private func targets(of consequence: Consequence, from index: Int, people: [PersonID: Person]) -> [PersonID] {
        let id = drafts[index].line.id
        guard let role = consequence.onRole else { return [id.person] }
        let sameDay = drafts.lazy.map(\.line).filter { $0.id.date == id.date && $0.coveredBy == nil }
        let onDuty = Set(sameDay.filter { $0.id.duty.text == role }.map(\.id.person))
        if !onDuty.isEmpty { return onDuty.sorted() }
        return Set(sameDay.map(\.id.person).filter { people[$0]?.kind == role }).sorted()
    }

    private func lines(in scope: Consequence.Scope, of person: PersonID, from index: Int) -> [Int] {
        let date = drafts[index].line.id.date
        let ofDay = byDate[PersonDate(person: person, date: date)] ?? []
        switch scope {
        case .duty: return drafts[index].line.id.person == person ? [index] : ofDay
        case .part(let part): return ofDay.filter { drafts[$0].part == part }
        case .day: return ofDay
        case .month:
            return (date.firstOfMonth...date.lastOfMonth).days.flatMap {
                byDate[PersonDate(person: person, date: $0)] ?? []
            }
        }
    }

    private mutating func settle() {
        for index in drafts.indices {
            let line = drafts[index].line
            drafts[index].line.voided = line.voids.isEmpty ? 0 : line.granted
            drafts[index].line.net = line.granted - drafts[index].line.voided
        }
        for key in dockOrder {
            guard let fraction = docks[key] else { continue }
            let scope = linesInScope(key)
            var left = fraction.floor(times: scope.reduce(0) { $0 + drafts[$1].line.granted })
            for index in scope {
                let part = min(left, drafts[index].line.net)
                drafts[index].line.docked += part
                drafts[index].line.net -= part
                left -= part
            }
        }
    }

    private func linesInScope(_ key: DockScope) -> [Int] {
        if let line = key.line { return lines(in: .duty, of: key.person, from: line) }
        let days = key.scope == .month ? (key.date...key.date.lastOfMonth) : key.date...key.date
        return days.days.flatMap { byDate[PersonDate(person: key.person, date: $0)] ?? [] }.filter { index in
            if case .part(let part) = key.scope { return drafts[index].part == part }
            return true
        }
    }
}

/// A sum of docked fractions, exact.
struct Fraction {
    private var numerator: Int128
    private var denominator: Int128

    /// A fraction that is not one of a positive whole counts as nothing; more than the whole as the whole.
    init(_ numerator: Int, _ denominator: Int) {
        let isSensible = denominator > 0 && numerator > 0
        self.numerator = isSensible ? Int128(min(numerator, denominator)) : 0
        self.denominator = isSensible ? Int128(denominator) : 1
    }

    mutating func add(_ other: Fraction) {
        let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, sumOverflow) = left.addingReportingOverflow(right)
        let (product, productOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
        guard !leftOverflow, !rightOverflow, !sumOverflow, !productOverflow, sum < product else {
            (numerator, denominator) = (1, 1)
            return
        }
        let divisor = Self.commonDivisor(sum, product)
        (numerator, denominator) = (sum / divisor, product / divisor)
    }

    /// Rounded down; not more than `value`.
    func floor(times value: Int) -> Int {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(value))
        return overflow ? value : Int(clamping: product / denominator)
    }

    private static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
        var (left, right) = (first, second)
        while right != 0 { (left, right) = (right, left % right) }
        return max(left, 1)
    }
}
