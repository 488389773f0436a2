import AttendanceModel
import Timetable

/// In which roles people decide and observe: by what they are, and by what duty they have that day.
struct Roles {
    /// Whose word needs no countersignature (model.md D.7).
    static let leaders: Set<String> = ["leader", "principal"]

    private let people: [PersonID: Person]
    private let duties: [LocalDate: [PersonID: Set<String>]]

    init(people: [PersonID: Person], days: [Assignments]) {
        self.people = people
        var duties: [LocalDate: [PersonID: Set<String>]] = [:]
        for day in days {
            for assignment in day.all where !assignment.isDerived && assignment.isResponsible {
                duties[day.day.date, default: [:]][assignment.id.person, default: []].insert(assignment.duty.id.text)
            }
        }
        self.duties = duties
    }

    /// The roles of a person, or the role that was written itself.
    func words(of by: String?, on date: LocalDate) -> Set<String> {
        guard let by else { return [] }
        let person = PersonID(by)
        return (duties[date]?[person] ?? []).union([people[person]?.kind ?? by])
    }

    /// Whether somebody may vouch for a forgotten punch: in one of the named roles, or as principal (C-55).
    func mayVouch(_ by: String?, on date: LocalDate, _ named: [String]) -> Bool {
        let words = words(of: by, on: date)
        return words.contains("principal") || named.contains(where: words.contains)
    }

    func isLeader(_ by: String?, on date: LocalDate) -> Bool {
        !words(of: by, on: date).isDisjoint(with: Self.leaders)
    }
}
