package import AttendanceModel
import Reconciler

/// A person of the district, with what all their schools say (C-128).
package struct DistrictPerson: Hashable, Sendable {
    package let key: String
    /// As the first school writes it.
    package let name: String
    /// The ids of the schools, in the order of the list.
    package private(set) var schools: [String] = []
    package private(set) var duties = 0
    package private(set) var granted = 0
    package private(set) var net = 0
    package private(set) var fen = 0
    package private(set) var incidents = 0

    private init(key: String, name: String) {
        self.key = key
        self.name = name
    }

    /// By key.
    static func all(_ rows: [RollUp.SchoolRow], _ list: SchoolList) -> [DistrictPerson] {
        var found: [String: DistrictPerson] = [:]
        for row in rows {
            guard let month = row.month else { continue }
            func edit(_ person: PersonID, _ name: String, _ change: (inout DistrictPerson) -> Void) {
                let key = list.key(of: person.text, at: row.school)
                var one = found[key] ?? DistrictPerson(key: key, name: name)
                if one.schools.last != row.school.id { one.schools.append(row.school.id) }
                change(&one)
                found[key] = one
            }
            for total in month.ledger.totals {
                edit(total.person, total.name) {
                    $0.granted += total.granted
                    $0.net += total.net
                    $0.incidents += total.incidents
                }
            }
            var duties: [PersonID: Int] = [:]
            for place in month.ledger.lines.indices { duties[month.ledger.lines[place].id.person, default: 0] += 1 }
            for (person, count) in duties { edit(person, person.text) { $0.duties += count } }
            for line in PaySheet(month.ledger, adjustments: month.adjustments).lines {
                edit(line.person, line.name) { $0.fen += line.fen }
            }
        }
        return found.values.sorted { $0.key < $1.key }
    }
}

/// A person who was on duty in two schools at once.
package struct DoubleBooking: Hashable, Sendable {
    /// One of the two duties.
    package struct Duty: Hashable, Sendable {
        package let school: String
        package let name: String
        package let window: Range<LocalTime>
    }

    package let key: String
    package let name: String
    package let date: LocalDate
    package let first: Duty
    package let second: Duty
    package let minutes: Int

    /// By date and time; duties given away or excused are nobody's time.
    static func all(
        of person: DistrictPerson, _ rows: [RollUp.SchoolRow], _ list: SchoolList
    ) -> [DoubleBooking] {
        var duties: [(date: LocalDate, duty: Duty)] = []
        for row in rows where person.schools.contains(row.school.id) {
            guard let lines = row.month?.ledger.lines else { continue }
            for place in lines.indices
            where lines[place].coveredBy == nil && lines[place].verdict.base != .excused
                && list.key(of: lines[place].id.person.text, at: row.school) == person.key
            {
                guard let window = lines[place].window else { continue }
                let duty = Duty(school: row.school.id, name: lines[place].dutyName, window: window)
                duties.append((lines[place].id.date, duty))
            }
        }
        duties.sort { ($0.date, $0.duty.window.lowerBound) < ($1.date, $1.duty.window.lowerBound) }
        var found: [DoubleBooking] = []
        for (place, one) in duties.enumerated() {
            for other in duties[(place + 1)...] {
                guard other.date == one.date, other.duty.window.lowerBound < one.duty.window.upperBound else { break }
                guard other.duty.school != one.duty.school else { continue }
                let common = one.duty.window.clamped(to: other.duty.window)
                let minutes = (common.upperBound.secondOfDay - common.lowerBound.secondOfDay) / 60
                guard minutes > 0 else { continue }
                found.append(
                    DoubleBooking(
                        key: person.key, name: person.name, date: one.date, first: one.duty, second: other.duty,
                        minutes: minutes))
            }
        }
        return found
    }
}
