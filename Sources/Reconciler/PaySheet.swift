package import AttendanceModel

/// What a month pays, person by person: own staff and contract staff apart (R-407, R-603, R-1505).
///
/// The one source of money: `totals`, the printed sheets and the package for the district show its numbers. Amounts
/// are whole fen; a line is credits at one rate, so nothing is rounded more than once (C-122).
package struct PaySheet: Hashable, Sendable {
    /// Which sheet a line stands on: a `pay` word that begins with `contract` or `合同` is paid by contract.
    package enum Part: String, CaseIterable, Hashable, Sendable { case staff, contract }

    package struct Line: Hashable, Sendable {
        package enum Source: Hashable, Sendable {
            /// The duties of the month.
            case duties
            /// A change to a month that was closed already.
            case adjustment(month: Month, date: LocalDate, causes: [Int64])
        }

        package let part: Part
        package let person: PersonID
        package let name: String
        package let kind: String
        package let pay: PayLine
        package let source: Source
        package var fen: Int { pay.fen }
    }

    /// Credits that bring no money, and why.
    package struct Unpaid: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// people.csv names no `pay`.
            case noPay
            /// rates.csv has no rate for the word on these dates.
            case noRate(String)
            /// More than the rate's limit of credits a day or a month.
            case beyondLimit(String)
            /// An adjustment that a ruling has to confirm.
            case waiting(month: Month, date: LocalDate, causes: [Int64])
        }

        package let person: PersonID
        package let name: String
        package let credits: Int
        package let reason: Reason
    }

    /// A person with lines that are not certain yet: the amount may still change.
    package struct Open: Hashable, Sendable {
        package let person: PersonID
        package let name: String
        package let lines: Int
    }

    /// By part, person, month and date; the duties before the adjustments.
    package let lines: [Line]
    package let unpaid: [Unpaid]
    package let open: [Open]

    /// The sum of a part, in fen.
    package func total(of part: Part) -> Int { lines.lazy.filter { $0.part == part }.reduce(0) { $0 + $1.fen } }
    package var total: Int { lines.reduce(0) { $0 + $1.fen } }

    package init(_ ledger: Ledger, adjustments: [Adjustment] = []) {
        var lines: [Line] = []
        var unpaid: [Unpaid] = []
        for total in ledger.totals {
            for pay in total.pay {
                // A contract may state its pay elsewhere: it stands on its sheet all the same, with credits alone.
                if pay.fenPerCredit != nil || Part(pay) == .contract {
                    lines.append(
                        Line(
                            part: Part(pay), person: total.person, name: total.name, kind: total.kind, pay: pay,
                            source: .duties))
                } else {
                    unpaid.append(
                        Unpaid(person: total.person, name: total.name, credits: pay.credits, reason: .noRate(pay.pay)))
                }
                if pay.beyondLimit > 0 {
                    unpaid.append(
                        Unpaid(
                            person: total.person, name: total.name, credits: pay.beyondLimit,
                            reason: .beyondLimit(pay.pay)))
                }
            }
            let credited = total.pay.reduce(0) { $0 + $1.credits + $1.beyondLimit }
            if credited < total.net {
                unpaid.append(
                    Unpaid(person: total.person, name: total.name, credits: total.net - credited, reason: .noPay))
            }
        }
        for adjustment in adjustments {
            if adjustment.state == .lifted { continue }
            guard adjustment.state == .effective else {
                unpaid.append(
                    Unpaid(
                        person: adjustment.person, name: adjustment.personName, credits: adjustment.credits,
                        reason: .waiting(
                            month: adjustment.month, date: adjustment.date, causes: adjustment.causes)))
                continue
            }
            lines += adjustment.pay.map { pay in
                Line(
                    part: Part(pay), person: adjustment.person, name: adjustment.personName,
                    kind: adjustment.personKind, pay: pay,
                    source: .adjustment(
                        month: adjustment.month, date: adjustment.date, causes: adjustment.causes))
            }
        }
        self.lines = lines.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.part != other.part { return one.part == .staff }
            return one.person == other.person ? left.offset < right.offset : one.person < other.person
        }.map(\.element)
        self.unpaid = unpaid
        self.open = ledger.totals.filter { $0.open > 0 }.map { Open(person: $0.person, name: $0.name, lines: $0.open) }
    }
}

extension PaySheet.Part {
    package init(_ pay: PayLine) { self.init(word: pay.pay) }

    /// The part of a `pay` word of people.csv.
    package init(word: String) {
        self = word.hasPrefix("contract") || word.hasPrefix("合同") ? .contract : .staff
    }
}
