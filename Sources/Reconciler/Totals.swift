import AttendanceModel
import Timetable

/// Adds up each person's lines; money is net credits at the rate of the duty's date, exact in fen (C-122, C-123).
struct Totals {
    private(set) var all: [PersonTotal] = []

    init(_ lines: [DutyLine], incidents: [Incident], school: School) {
        var byPerson: [PersonID: [Int]] = [:]
        for place in lines.indices { byPerson[lines[place].id.person, default: []].append(place) }
        var incidentCounts: [PersonID: Int] = [:]
        for incident in incidents { incidentCounts[incident.line.person, default: 0] += 1 }
        for (person, places) in byPerson.sorted(by: { $0.key < $1.key }) {
            let row = school.people[person]
            func sum(_ value: (DutyLine) -> Int) -> Int { places.reduce(0) { $0 + value(lines[$1]) } }
            all.append(
                PersonTotal(
                    person: person, name: row?.name ?? person.text, kind: row?.kind ?? "",
                    granted: sum(\.granted), voided: sum(\.voided), docked: sum(\.docked), net: sum(\.net),
                    incidents: incidentCounts[person] ?? 0, open: sum { $0.verdict.isCertain ? 0 : 1 },
                    pay: row?.pay.map { pay in
                        Self.pay(places.map { (lines[$0].id.date, lines[$0].net) }, pay, school.book.rates)
                    } ?? []))
        }
    }

    private static func pay(
        _ earned: [(date: LocalDate, net: Int)], _ pay: String, _ rates: [Rate]
    ) -> [PayLine] {
        let mine = rates.filter { $0.pay == pay }.sorted { $0.from < $1.from }
        var found: [PayLine] = []
        for (date, net) in earned where net > 0 {
            let fen = mine.last { $0.from <= date }?.fenPerCredit
            if let place = found.firstIndex(where: { $0.fenPerCredit == fen }) {
                found[place].credits += net
            } else {
                found.append(PayLine(pay: pay, fenPerCredit: fen, credits: net, fen: 0))
            }
        }
        // Whoever is paid at a rate and has earned nothing gets 0, not a blank.
        if found.isEmpty, let rate = mine.last {
            found = [PayLine(pay: pay, fenPerCredit: rate.fenPerCredit, credits: 0, fen: 0)]
        }
        for place in found.indices {
            let (product, overflow) = found[place].credits.multipliedReportingOverflow(
                by: found[place].fenPerCredit ?? 0)
            found[place].fen = overflow ? .max : product
        }
        return found
    }
}
