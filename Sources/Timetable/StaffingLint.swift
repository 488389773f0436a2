import AttendanceModel

/// Compares the groups of pupils with who is there for them, over the plan's first weeks (R-1103, C-103, R-109).
struct StaffingLint {
    private let plan: Plan
    private let book: Book
    private let resolver: DayResolver

    init(_ book: Book, plan: Plan) {
        self.plan = plan
        self.book = book
        resolver = DayResolver(book)
    }

    func findings() -> [Finding] { book.groups.isEmpty ? [] : unserved() + tooFew() }

    /// A group whose duty has no post for it.
    private func unserved() -> [Finding] {
        let rows = book.rosters.last?.rows ?? []
        var told: Set<String> = []
        return book.groups.compactMap { group in
            guard let duty = group.duty.flatMap({ plan.duty($0) }), duty.who == nil, group.pupils > 0,
                !rows.contains(where: { $0.duty == duty.id && $0.post == group.post }),
                told.insert("\(duty.id) \(group.post)").inserted
            else { return nil }
            return Finding(
                file: Document.Kind.groups.fileName, line: group.line,
                .groupWithoutPost(group: group.name, post: group.post, duty: duty.id.text))
        }
    }

    /// Posts with fewer persons than the ratio asks for, each once.
    private func tooFew() -> [Finding] {
        let limited = plan.duties.filter { $0.ratio != nil }
        guard !limited.isEmpty else { return [] }
        var told: Set<String> = []
        var findings: [Finding] = []
        for day in firstWeeks {
            for duty in limited where day.duties.contains(where: { $0.id == duty.id }) {
                let cells = Dictionary(grouping: day.cells(of: duty).filter(\.isHere), by: \.post)
                for post in Set(day.groups(of: duty).map(\.post)).sorted() {
                    let persons = cells[post]?.count ?? 0
                    let needed = day.neededSeats(of: duty, at: post)
                    guard persons > 0, persons < needed, let pupils = day.pupils(of: duty, at: post),
                        told.insert("\(duty.id) \(post)").inserted
                    else { continue }
                    let line = day.groups(of: duty).first { $0.post == post }?.line ?? 0
                    findings.append(
                        Finding(
                            file: Document.Kind.groups.fileName, line: line,
                            .tooFewPersons(
                                duty: duty.id.text, post: post, pupils: pupils, persons: persons, needed: needed,
                                day: day.weekday)))
                }
            }
        }
        return findings
    }

    /// Two weeks of service days, so that both parities are seen.
    private var firstWeeks: [SchoolDay] {
        var days: [SchoolDay] = []
        var date = plan.from
        for _ in 0..<60 where days.count < 14 {
            if resolver.isServiceDay(date), let day = resolver.day(date) { days.append(day) }
            date = date.advanced(byDays: 1)
        }
        return days
    }
}
