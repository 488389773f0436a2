package import AttendanceModel
package import Timetable

/// What ids are called in the published tables.
package struct Names: Sendable {
    private let people: [PersonID: String]
    private let duties: [DutyID: String]
    private let places: [DeviceID: String]

    package init(_ book: Book) {
        people = Dictionary(book.people.map { ($0.id, $0.name) }) { first, _ in first }
        // The last published plan's name of a duty stands for all versions.
        duties = Dictionary(book.plans.flatMap(\.duties).map { ($0.id, $0.name) }) { _, last in last }
        places = Dictionary(book.devices.compactMap { row in row.place.map { (row.device, $0) } }) { first, _ in first }
    }

    package func person(_ id: PersonID) -> String { people[id] ?? id.text }

    /// Who wrote or saw something: a person by name, or a role in words.
    func people(_ by: String) -> Phrase {
        people[PersonID(by)].map { Phrase(verbatim: $0) } ?? Role.phrase(by)
    }

    package func duty(_ id: DutyID) -> String { duties[id] ?? id.text }

    /// The machine's name, with its place when devices.csv gives one.
    package func device(_ id: DeviceID) -> String {
        places[id].map { $0 == id.text ? id.text : "\(id.text)(\($0))" } ?? id.text
    }

    /// The persons with that id, or with exactly that name.
    package static func persons(called text: String, in book: Book) -> [Person] {
        let byID = book.people.filter { $0.id.text == text }
        return byID.isEmpty ? book.people.filter { $0.name == text } : byID
    }
}
