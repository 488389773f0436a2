package import AttendanceModel
package import Evidence
import Reconciler

/// The months of many schools added up: school, district, city.
///
/// A school's month counts whole or not at all, and a sum says that it is incomplete while any school is missing.
package struct RollUp: Sendable {
    /// A document as it came in: who brought it, and what became of it.
    package struct Received: Sendable {
        /// The file's name, or the folder of the log.
        package let name: String
        package let submission: Result<Submission, SubmissionProblem>
        /// The school in whose name it was fetched, where somebody else than the document says so.
        package let school: String?

        package init(name: String, submission: Result<Submission, SubmissionProblem>, school: String? = nil) {
            self.name = name
            self.submission = submission
            self.school = school
        }
    }

    package enum State: String, Hashable, Sendable {
        case received
        /// Not closed yet: counted, but the sum stays incomplete.
        case preliminary
        case missing
        /// Something came that cannot be taken.
        case bad
        case exempt
    }

    /// A document that was not taken.
    package struct Refusal: Hashable, Sendable {
        package let name: String
        package let problem: SubmissionProblem
    }

    package struct SchoolRow: Sendable {
        package let school: SchoolList.School
        package let state: State
        package let month: SchoolMonth?
        package let sums: Sums
        /// What came for the school and was not taken.
        package let refusals: [Refusal]
    }

    package struct DistrictRow: Sendable {
        package let district: String
        package let schools: Int
        package let received: Int
        package let sums: Sums
        package let isComplete: Bool
    }

    package let month: Month
    /// In the order of the list.
    package private(set) var schools: [SchoolRow] = []
    /// In the order in which the list first names them.
    package private(set) var districts: [DistrictRow] = []
    package private(set) var city = Sums()
    package private(set) var isComplete = true
    /// Documents that belong to no school of the list.
    package private(set) var strangers: [Refusal] = []
    /// By key; those of one school only among them.
    package private(set) var persons: [DistrictPerson] = []
    package private(set) var doubleBooked: [DoubleBooking] = []

    /// Sorts what came in by school and adds it up.
    package init(_ month: Month, _ list: SchoolList, _ received: [Received]) {
        self.month = month
        var intake = Intake(month, list)
        for item in received.sorted(by: { $0.name < $1.name }) { intake.take(item) }
        strangers = intake.strangers
        schools = list.schools.map { school in
            let month = intake.taken[school.id]?.month
            let refusals = intake.refusals[school.id] ?? []
            let state: State =
                if school.isExempt {
                    .exempt
                } else if let month {
                    month.submission.isPreliminary ? .preliminary : .received
                } else {
                    refusals.isEmpty ? .missing : .bad
                }
            return SchoolRow(
                school: school, state: state, month: month, sums: month.map { Sums($0) } ?? Sums(), refusals: refusals)
        }
        persons = DistrictPerson.all(schools, list)
        doubleBooked = persons.filter { $0.schools.count > 1 }.flatMap { DoubleBooking.all(of: $0, schools, list) }
        addUp(list)
    }

    private mutating func addUp(_ list: SchoolList) {
        var order: [String] = []
        for school in list.schools where !order.contains(school.district) { order.append(school.district) }
        districts = order.map { district in
            let rows = schools.filter { $0.school.district == district }
            let due = rows.filter { $0.state != .exempt }
            let keys = persons.count { person in person.schools.contains { id in rows.contains { $0.school.id == id } }
            }
            return DistrictRow(
                district: district, schools: due.count, received: due.count { $0.state == .received },
                sums: Sums(adding: rows.map(\.sums), persons: keys),
                isComplete: due.allSatisfy { $0.state == .received })
        }
        city = Sums(adding: schools.map(\.sums), persons: persons.count)
        isComplete = districts.allSatisfy(\.isComplete)
    }

    /// What the sample is drawn by: SHA-256 of the month and of every ledger taken, in the order of the list.
    ///
    /// Whoever chose it would have to choose the ledgers of all schools.
    package func seed(_ hasher: Hasher256) -> Digest {
        var bytes = Array("\(month)".utf8)
        for row in schools {
            guard let month = row.month else { continue }
            bytes += Array("\n\(row.school.id) ".utf8) + hasher.hash(month.submission.ledger).bytes
        }
        return hasher.hash(bytes)
    }

    /// `count` pieces of hand-made evidence to look at again: those whose SHA-256 of seed, school and fact is smallest.
    package func sample(_ count: Int, _ hasher: Hasher256) -> [Drawn] {
        let seed = seed(hasher).bytes
        var drawn: [(order: [UInt8], drawn: Drawn)] = []
        for row in schools {
            for item in row.month?.submission.handMade ?? [] {
                let order = hasher.hash(seed + Array("\n\(row.school.id)\n\(item.fact)".utf8)).bytes
                drawn.append((order, Drawn(school: row.school, item: item)))
            }
        }
        drawn.sort { $0.order.lexicographicallyPrecedes($1.order) }
        return drawn.prefix(max(0, count)).map(\.drawn)
    }

    package struct Drawn: Hashable, Sendable {
        package let school: SchoolList.School
        package let item: HandMade
    }

    /// How much evidence of each kind was made about somebody, or by an account.
    package struct HandMadeCount: Hashable, Sendable {
        package let school: SchoolList.School
        /// The person's id, or the account.
        package let who: String
        package let kind: HandMade.Kind
        package let count: Int
    }

    /// By school, then the most first.
    package func handMade(by who: (HandMade) -> String) -> [HandMadeCount] {
        schools.flatMap { row in
            var counts: [String: [HandMade.Kind: Int]] = [:]
            for item in row.month?.submission.handMade ?? [] where !who(item).isEmpty {
                counts[who(item), default: [:]][item.kind, default: 0] += 1
            }
            let found = counts.flatMap { who, kinds in
                kinds.map { HandMadeCount(school: row.school, who: who, kind: $0.key, count: $0.value) }
            }
            return found.sorted { ($1.count, $0.who, $0.kind.rawValue) < ($0.count, $1.who, $1.kind.rawValue) }
        }
    }
}
