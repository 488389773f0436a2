import AttendanceModel
import Foundation
import Reconciler
import Testing
import Timetable

/// What holds of every school, whatever its plan says and whatever happens in it (model.md D.3).
///
/// `DUTYCLOCK_SCHOOLS` says how many schools are generated; each seed is one.
@Suite struct LawTests {
    static let seeds: [UInt64] = {
        let wanted = ProcessInfo.processInfo.environment["DUTYCLOCK_SCHOOLS"].flatMap { UInt64($0) } ?? 60
        return Array(1...max(1, wanted))
    }()

    @Test(arguments: seeds)
    func lawsHold(seed: UInt64) throws {
        let school = try GeneratedSchool(seed: seed)
        let ledger = school.ledger()
        orderAndRepetitionDoNotMatter(school, ledger)
        moreEvidenceNeverWorsens(school, ledger)
        aFactOfOneDateStaysThere(school, ledger)
        netLiesBetweenNothingAndWhatWasGranted(ledger)
        try aVoidTwiceIsAVoid(school, ledger)
        everyFailureHasAReasonAndNamesTheNearestEvidence(ledger)
        whatWasRecordedLaterDoesNotExistYet(school)
        postsAreAnsweredOnceForEachMoment(ledger)
        aCloseLeavesNothingOpen(school)
    }

    private func orderAndRepetitionDoNotMatter(_ school: GeneratedSchool, _ ledger: Ledger) {
        var school = school
        school.shuffle()
        school.world.replaceFacts { $0 + $0.prefix(40) }
        #expect(ledger == school.ledger())
    }

    /// Greedy use of evidence that is not shared is no such law: an earlier punch may take what a later duty needs.
    private func moreEvidenceNeverWorsens(_ school: GeneratedSchool, _ before: Ledger) {
        guard !school.isExclusive else { return }
        var school = school
        for _ in 0..<6 { school.punch(on: GeneratedSchool.first.advanced(byDays: 2)) }
        let after = school.ledger()
        #expect(before.lines.map(\.id) == after.lines.map(\.id))
        for (old, new) in zip(before.lines, after.lines) where old.ruling == nil {
            for (first, second) in zip(old.results, new.results)
            where first.form.isPresence && first.index == second.index {
                #expect(second.verdict.base <= first.verdict.base, "\(new.id)")
            }
        }
    }

    private func aFactOfOneDateStaysThere(_ school: GeneratedSchool, _ before: Ledger) {
        var school = school
        let date = GeneratedSchool.first.advanced(byDays: 2)
        for _ in 0..<6 { school.punch(on: date) }
        #expect(throws: Never.self) { try school.world.write("leave,\(date),,,,,T012,,L001,,,,") }
        let after = school.ledger()
        func others(_ ledger: Ledger) -> [DutyLine] { ledger.lines.filter { $0.id.date != date } }
        if school.reachesOverDates {
            #expect(others(before).map(\.results) == others(after).map(\.results))
            #expect(others(before).map(\.granted) == others(after).map(\.granted))
        } else {
            #expect(others(before) == others(after))
        }
        #expect(before.posts.filter { $0.date != date } == after.posts.filter { $0.date != date })
    }

    private func netLiesBetweenNothingAndWhatWasGranted(_ ledger: Ledger) {
        for line in ledger.lines {
            #expect(line.net >= 0 && line.net <= line.granted, "\(line.id)")
            #expect(line.net == line.granted - line.voided - line.docked, "\(line.id)")
        }
        for total in ledger.totals {
            let lines = ledger.lines.filter { $0.id.person == total.person }
            #expect(total.net == lines.reduce(0) { $0 + $1.net })
        }
    }

    private func aVoidTwiceIsAVoid(_ school: GeneratedSchool, _ once: Ledger) throws {
        var world = school.world
        try world.editPlan(#"else: ["void day""#, #"short: ["void day"], else: ["void day", "void day""#)
        let twice = school.ledger(book: try world.book())
        #expect(once.totals == twice.totals)
        #expect(once.lines.map(\.voids) == twice.lines.map(\.voids))
    }

    private func everyFailureHasAReasonAndNamesTheNearestEvidence(_ ledger: Ledger) {
        var punched = Set<PersonDay>()
        for line in ledger.lines where line.results.contains(where: { $0.evidence.contains { $0.kind == .punch } }) {
            punched.insert(PersonDay(person: line.id.person, date: line.id.date))
        }
        for line in ledger.lines where line.verdict.base != .met || line.verdict.flag != nil {
            let hasReason =
                line.coveredBy != nil || line.ruling != nil || !line.notes.isEmpty || !line.verdict.doubts.isEmpty
                || line.results.contains { $0.verdict.base != .met || !$0.verdict.doubts.isEmpty }
            #expect(hasReason, "\(line.id)")
            for result in line.results where result.verdict.base == .missing && result.isByPunch {
                let day = PersonDay(person: line.id.person, date: line.id.date)
                if punched.contains(day) { #expect(!result.evidence.isEmpty, "\(line.id)") }
            }
        }
    }

    private func whatWasRecordedLaterDoesNotExistYet(_ school: GeneratedSchool) {
        let moment = World.local("2026-09-16 12:00")
        var known = school
        known.world.replaceFacts { $0.filter { $0.recorded <= moment } }
        #expect(school.ledger(asOf: moment) == known.ledger(asOf: moment))
        // A close is read again as of its moment, whatever has come since.
        #expect(school.ledger(closing: true, asOf: moment) == known.ledger(closing: true, asOf: moment))
    }

    private func postsAreAnsweredOnceForEachMoment(_ ledger: Ledger) {
        for post in ledger.posts {
            #expect(post.staffed <= post.seats, "\(post)")
            #expect(post.seats == post.seatStates.count, "\(post)")
            for (one, next) in zip(post.stretches, post.stretches.dropFirst()) {
                #expect(one.from <= one.to && one.to <= next.from, "\(post)")
            }
            let isEmpty = post.stretches.contains { $0.state == .unstaffed }
            let alerts = post.alerts.contains { alert in
                switch alert {
                case .empty, .pupilsAlone: true
                default: false
                }
            }
            #expect(isEmpty == alerts, "\(post)")
        }
        #expect(Set(ledger.posts.map { "\($0.date) \($0.duty) \($0.post)" }).count == ledger.posts.count)
    }

    private func aCloseLeavesNothingOpen(_ school: GeneratedSchool) {
        let ledger = school.ledger(closing: true, asOf: World.local("2026-10-05 12:00"))
        for line in ledger.lines { #expect(line.verdict.isCertain, "\(line.id) \(line.verdict)") }
        #expect(ledger.pending.isEmpty)
        #expect(ledger.lines.allSatisfy { $0.consequences.allSatisfy { !$0.held } })
    }

    private struct PersonDay: Hashable {
        let person: PersonID
        let date: LocalDate
    }
}

extension RequirementResult {
    /// Whether a punch could have shown it.
    fileprivate var isByPunch: Bool { form.isPresence && kinds.contains { $0.kind == .punch } }
}

extension RequirementResult.Form {
    fileprivate var isPresence: Bool {
        switch self {
        case .arrive, .leave, .count: true
        case .never, .form, .observation: false
        }
    }
}
