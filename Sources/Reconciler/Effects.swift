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

    private let drafts: [Draft]
    /// The drafts of one person and date lie side by side.
    private let byDate: [PersonDate: Range<Int>]
    private let days: [LocalDate: Range<Int>]
    private let school: School
    private var docks: [DockScope: Fraction] = [:]
    private var dockOrder: [DockScope] = []

    /// Takes every void and dock out of the drafts, which come in the order of their ids.
    static func apply(to drafts: [Draft], school: School) {
        var effects = Effects(drafts, school)
        for index in drafts.indices {
            for applied in drafts[index].line.consequences where !applied.held {
                effects.apply(applied, from: index)
            }
        }
        effects.settle()
    }

    private init(_ drafts: [Draft], _ school: School) {
        self.drafts = drafts
        self.school = school
        var days: [LocalDate: Range<Int>] = [:]
        var byDate: [PersonDate: Range<Int>] = [:]
        var (day, own) = (0, 0)
        for index in drafts.indices {
            let id = drafts[index].line.id
            let next = index + 1 < drafts.count ? drafts[index + 1].line.id : nil
            let isLastOfDay = next?.date != id.date
            if isLastOfDay || next?.person != id.person {
                byDate[PersonDate(person: id.person, date: id.date)] = own..<index + 1
                own = index + 1
            }
            if isLastOfDay {
                days[id.date] = day..<index + 1
                day = index + 1
            }
        }
        self.days = days
        self.byDate = byDate
    }

    private mutating func apply(_ applied: AppliedConsequence, from index: Int) {
        let id = drafts[index].line.id
        for person in targets(of: applied.consequence, from: index) {
            switch applied.consequence.effect {
            case .void(let scope):
                let cause = VoidCause(scope: scope, line: id, outcome: applied.outcome)
                for line in lines(in: scope, of: person, from: index, role: applied.consequence.onRole)
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

    /// The person of the line; whom the ruling names beside him (`on other`); or those who have the named role that day,
    /// by duty, else by kind of person, but not who reported the failure himself (X4).
    private func targets(of consequence: Consequence, from index: Int) -> [PersonID] {
        let id = drafts[index].line.id
        guard let role = consequence.onRole else { return [id.person] }
        if role == "other" { return drafts[index].proxy.map { [$0] } ?? [] }
        let reporters = drafts[index].reporters
        var onDuty = Set<PersonID>()
        var ofKind = Set<PersonID>()
        for place in days[id.date] ?? 0..<0 where drafts[place].line.coveredBy == nil {
            let other = drafts[place].line.id
            if other.duty.text == role { onDuty.insert(other.person) }
            if school.people[other.person]?.kind == role { ofKind.insert(other.person) }
        }
        return (onDuty.isEmpty ? ofKind : onDuty).filter { !reporters.contains($0) }.sorted()
    }

    private func lines(
        in scope: Consequence.Scope, of person: PersonID, from index: Int, role: String? = nil
    ) -> [Int] {
        let id = drafts[index].line.id
        let ofDay = places(of: person, on: id.date)
        switch scope {
        case .duty:
            if id.person == person { return [index] + giver(of: index) }
            // `void self on leader` is what the leader has as leader.
            let asRole = ofDay.filter { drafts[$0].line.id.duty.text == role }
            return asRole.isEmpty ? Array(ofDay) : asRole
        case .part(let part): return ofDay.filter { drafts[$0].part == part }
        case .day: return Array(ofDay)
        case .month:
            return (id.date.firstOfMonth...id.date.lastOfMonth).days.flatMap { places(of: person, on: $0) }
        }
    }

    /// Where a person's drafts of a date are.
    private func places(of person: PersonID, on date: LocalDate) -> Range<Int> {
        byDate[PersonDate(person: person, date: date)] ?? 0..<0
    }

    /// The line that earns the credits of a duty which this person took over (`coverCredits: "giver"`).
    private func giver(of index: Int) -> [Int] {
        guard drafts[index].line.covers != nil, drafts[index].line.granted == 0 else { return [] }
        let id = drafts[index].line.id
        return (days[id.date] ?? 0..<0).filter { place in
            let other = drafts[place].line
            return other.granted > 0 && other.coveredBy != nil && other.id.duty == id.duty && other.id.post == id.post
                && other.id.seat == id.seat
        }
    }

    private func settle() {
        for draft in drafts {
            draft.line.voided = draft.line.voids.isEmpty ? 0 : draft.line.granted
            draft.line.net = draft.line.granted - draft.line.voided
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
        return days.days.flatMap { places(of: key.person, on: $0) }.filter { index in
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
