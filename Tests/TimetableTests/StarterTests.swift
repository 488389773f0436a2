import AttendanceModel
import TextCodec
import Testing
import Timetable

/// What `init --scheme` writes: every scheme, with its questions and with its example answers.
@Suite struct StarterTests {
    @Test func thereIsOneForEachOfTheTwentyOneSchemes() {
        let wanted = (1...21).map { "s\($0)" } + (1...4).map { "x\($0)" }
        #expect(Starter.all.map(\.id) == wanted)
        #expect(Starter.named("S17")?.id == "s17")
        #expect(Starter.named("s22") == nil)
    }

    @Test(arguments: Starter.all.map(\.id))
    func asksQuestionsAndHasNoError(id: String) throws {
        let starter = try #require(Starter.named(id))
        let report = PlanFolder(texts: starter.texts).check()
        #expect(report.findings.filter { $0.severity == .error }.map { $0.description(in: .english) } == [])
        #expect(report.findings.contains { $0.severity == .question })
        #expect(!report.isPublishable)
    }

    @Test(arguments: Starter.all.map(\.id))
    func theExampleAnswersEveryQuestionAndIsClean(id: String) throws {
        let starter = try #require(Starter.named(id))
        let report = PlanFolder(texts: starter.example).check()
        #expect(report.findings.map { $0.description(in: .english) } == [])
        #expect(report.isPublishable)
        #expect(starter.example[.plan]?.contains(Answers.exampleMark) == true)
        #expect(starter.answers.contains("EXAMPLE"))
    }

    /// An answer for each question and a question for each answer.
    @Test(arguments: Starter.all.map(\.id))
    func theAnswersFitTheQuestions(id: String) throws {
        let starter = try #require(Starter.named(id))
        #expect(Answers.fill(starter.texts, with: starter.answers).findings.map { $0.description(in: .english) } == [])
    }
}
