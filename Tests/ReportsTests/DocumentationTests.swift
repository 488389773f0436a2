import AttendanceModel
import Foundation
import Reconciler
import Reports
import Testing
import Timetable

/// The glossary has the words that the command line prints.
@Suite struct DocumentationTests {
    private let page: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        page = try String(
            contentsOf: root.appendingPathComponent("Sources/Reconciler/Reconciler.docc/Outcomes.md"), encoding: .utf8)
    }

    @Test func outcomesAndFlagsHaveTheirWords() {
        let words = Outcome.allCases.map(\.phrase) + [Flag.pending.phrase, Flag.contested.phrase]
        for word in words { #expect(page.contains("| \(word.english) | \(word.chinese) |"), "\(word)") }
    }

    @Test func evidenceHasItsWords() {
        let kinds: [EvidenceLine.Kind] = [.punch, .sign, .attest, .seen, .form, .handover, .headcount]
        for word in kinds.map(\.phrase) { #expect(page.contains("| \(word.english) | \(word.chinese) |"), "\(word)") }
    }

    @Test func factsHaveTheirWords() {
        for kind in FactKind.allCases {
            #expect(page.contains("| \(kind.word) | \(kind.phrase.chinese) |"), "\(kind.word)")
        }
    }

    @Test func rejectionsHaveTheirWords() {
        let reasons = Reasons(names: Names(Book()))
        let all: [Rejection] = [
            .place, .tooEarly, .tooLate, .outside, .notNeeded, .excusedTime, .claimTooLate, .claimBeyondLimit,
            .claimNotByLeader, .observer, .afterDeadline, .direction,
        ]
        for word in all.map(reasons.rejection) {
            #expect(page.contains("| \(word.english) | \(word.chinese) |"), "\(word)")
        }
    }

    @Test func postsHaveTheirWords() {
        for state in [PostState.State.staffed, .unstaffed, .unknown] {
            #expect(page.contains("| \(state.phrase.english) | \(state.phrase.chinese) |"), "\(state)")
        }
    }

    @Test func deliverersHaveTheirWords() {
        let reasons = Reasons(names: Names(Book()))
        for deliverer in [Deliverer.keeper, .office, .responsible, .observers] {
            let word = reasons.deliverer(deliverer)
            #expect(page.contains("| \(word.english) | \(word.chinese) |"), "\(word)")
        }
    }
}
