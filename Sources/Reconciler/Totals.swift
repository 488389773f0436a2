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
        let rules = PayRules(school.book)
        for (person, places) in byPerson.sorted(by: { $0.key < $1.key }) {
            let row = school.people[person]
            func sum(_ value: (DutyLine) -> Int) -> Int { places.reduce(0) { $0 + value(lines[$1]) } }
            all.append(
                PersonTotal(
                    person: person, name: row?.name ?? person.text, kind: row?.kind ?? "",
                    granted: sum(\.granted), voided: sum(\.voided), docked: sum(\.docked), net: sum(\.net),
                    incidents: incidentCounts[person] ?? 0, open: sum { $0.verdict.isCertain ? 0 : 1 },
                    pay: rules.pay(person, places.map { (date: lines[$0].id.date, credits: lines[$0].net) })))
        }
    }
}
