import AttendanceModel
import Evidence

/// Takes documents one by one: at most one counts for each school, the others are named with the reason.
struct Intake {
    struct Taken {
        let name: String
        let month: SchoolMonth
    }

    private let month: Month
    private let list: SchoolList
    private(set) var taken: [String: Taken] = [:]
    private(set) var refusals: [String: [RollUp.Refusal]] = [:]
    private(set) var strangers: [RollUp.Refusal] = []
    /// Schools of which two documents contradict each other: none of them counts.
    private var contradicted: Set<String> = []

    init(_ month: Month, _ list: SchoolList) {
        self.month = month
        self.list = list
    }

    mutating func take(_ item: RollUp.Received) {
        let submission: Submission
        switch item.submission {
        case .success(let found): submission = found
        case .failure(let problem):
            if let school = list.schools.first(where: { $0.id == item.school }) {
                refuse(item.name, problem, at: school)
            } else {
                strangers.append(RollUp.Refusal(name: item.name, problem: problem))
            }
            return
        }
        guard let school = school(of: submission) else {
            strangers.append(RollUp.Refusal(name: item.name, problem: .unknownSchool(submission.school)))
            return
        }
        do throws(SubmissionProblem) {
            try place(Taken(name: item.name, month: try check(submission, of: school)), at: school)
        } catch {
            refuse(item.name, error, at: school)
        }
    }

    /// The log says whose it is, when the list knows it; else the id that the school gave.
    private func school(of submission: Submission) -> SchoolList.School? {
        list.schools.first { $0.log.map { submission.checkpoint.log.hasPrefix($0) } ?? false }
            ?? list.schools.first { $0.id == submission.school }
    }

    private func check(
        _ submission: Submission, of school: SchoolList.School
    ) throws(SubmissionProblem) -> SchoolMonth {
        guard submission.month == month else { throw .otherMonth(submission.month) }
        if let log = school.log, !submission.checkpoint.log.hasPrefix(log) {
            throw .otherLog(submission.checkpoint.log)
        }
        if school.isExempt { throw .exempt }
        return try SchoolMonth(submission)
    }

    private mutating func place(_ new: Taken, at school: SchoolList.School) throws(SubmissionProblem) {
        guard let old = taken[school.id] else {
            if contradicted.contains(school.id) { throw .contradicts(refusals[school.id]?.first?.name ?? "") }
            taken[school.id] = new
            return
        }
        let (one, other) = (old.month.submission, new.month.submission)
        if one == other { return }
        guard one.checkpoint.log == other.checkpoint.log, one.isPreliminary || other.isPreliminary else {
            // Two closes of one month, or two logs of one school: nobody here can know which holds.
            taken[school.id] = nil
            contradicted.insert(school.id)
            refuse(old.name, .contradicts(new.name), at: school)
            throw .contradicts(old.name)
        }
        let isNewer =
            one.isPreliminary == other.isPreliminary
            ? one.checkpoint.size < other.checkpoint.size : one.isPreliminary
        guard isNewer else { throw .older(than: old.name) }
        taken[school.id] = new
        refuse(old.name, .older(than: new.name), at: school)
    }

    private mutating func refuse(_ name: String, _ problem: SubmissionProblem, at school: SchoolList.School) {
        refusals[school.id, default: []].append(RollUp.Refusal(name: name, problem: problem))
    }
}
