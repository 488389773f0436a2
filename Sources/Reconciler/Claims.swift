import AttendanceModel
import Timetable

/// Claims for forgotten punches that do not count, by fact: too late, not by a leader, or too many (C-55, C-56).
struct Claims {
    private(set) var rejections: [Int64: Rejection] = [:]

    init(school: School, roles: Roles) {
        struct Month: Hashable {
            let person: PersonID
            let first: LocalDate
        }
        var accepted: [Month: Int] = [:]
        for claim in school.facts.entered(.attest) {
            guard let date = claim.entry.dates?.lowerBound, let person = claim.entry.person else { continue }
            let rules = school.book.plan(on: date)?.knobs.attest ?? Knobs.Attest()
            let deadline = school.resolver.moment(of: rules.within, from: date)
            let month = Month(person: person, first: date.firstOfMonth)
            if !roles.mayVouch(claim.entry.by, on: date, rules.by) {
                rejections[claim.seq] = .claimNotByLeader
            } else if let deadline, claim.noted > deadline {
                rejections[claim.seq] = .claimTooLate
            } else if accepted[month, default: 0] >= rules.maximum {
                rejections[claim.seq] = .claimBeyondLimit
            } else {
                accepted[month, default: 0] += 1
            }
        }
    }
}
