import AttendanceModel
import TextCodec

/// Finds the person or duty that a cell means: by id, or by name when exactly one has that name (C-49).
package struct NameTable: Sendable {
    enum Lookup<ID> {
        case found(ID)
        case failed(FindingKind)
    }

    /// Nil means that the list is not at hand: then every text is taken as an id.
    private let people: [Person]?
    private let duties: [Duty]?

    package init(people: [Person]? = nil, duties: [Duty]? = nil) {
        self.people = people
        self.duties = duties
    }

    /// `T012`, `王芳`, `T012 王芳`, `王芳(T012)`.
    func person(_ text: String) -> Lookup<PersonID> {
        guard let people else { return .found(PersonID(text)) }
        if let person = people.first(where: { $0.id.text == text }) { return .found(person.id) }
        let namesakes = people.filter { $0.name == text }
        if namesakes.count == 1 { return .found(namesakes[0].id) }
        if namesakes.count > 1 {
            return .failed(.ambiguousName(name: text, ids: namesakes.map(\.id.text).sorted()))
        }
        let parts = text.split { " ()/".contains($0) }.map(String.init)
        if parts.count == 2,
            let person = people.first(where: { parts.contains($0.id.text) && parts.contains($0.name) })
        {
            return .found(person.id)
        }
        // One id is as near to a mistyped id as the next, so only names are offered.
        let nearest = Spelling.nearest(text, in: people.map(\.name))
        return .failed(.unknown(.person, text, nearest: nearest))
    }

    /// `morning`, `早读`.
    func duty(_ text: String) -> Lookup<DutyID> {
        guard let duties else { return .found(DutyID(text)) }
        if let duty = duties.first(where: { $0.id.text == text }) { return .found(duty.id) }
        let named = duties.filter { $0.name == text }
        if named.count == 1 { return .found(named[0].id) }
        if named.count > 1 { return .failed(.ambiguousName(name: text, ids: named.map(\.id.text))) }
        let nearest =
            Spelling.nearest(text, in: duties.map(\.id.text)) ?? Spelling.nearest(text, in: duties.map(\.name))
        return .failed(.unknown(.duty, text, nearest: nearest))
    }
}
