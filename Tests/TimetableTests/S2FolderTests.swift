import AttendanceModel
import TextCodec
import Testing
import Timetable

struct S2FolderTests {
    @Test func sampleIsCleanAndPublishable() {
        let report = PlanFolder(texts: S2Sample.texts).check()
        #expect(report.findings.map { $0.description(in: .english) } == [])
        #expect(report.isPublishable)
    }

    @Test func starterAsksWhatTheDocumentLeavesOpenAndHasNoError() throws {
        let report = PlanFolder(texts: S2Starter.texts).check()
        #expect(report.findings.filter { $0.severity == .error }.map { $0.description(in: .english) } == [])
        #expect(!report.isPublishable)
        let plan = try #require(report.book.plans.first)
        #expect(
            plan.questions.map(\.path) == [
                "bells.summer.breaks", "bells.summer.bigBreak", "bells.summer.dismissal", "bells.summer.restEnd",
                "bells.other.dismissal",
                "seasons[0].from", "seasons[0].to", "duties.study.need[1].by", "duties.stairs.lead.bigBreak",
                "duties.stairs.lead.noon", "duties.stairs.lead.dismissal", "duties.stairs.lead.events",
                "duties.floor.when", "duties.floor.credits", "duties.yard.when", "duties.yard.credits",
                "duties.gate.when", "duties.gate.credits", "duties.leader.credits", "duties.extra.credits.reading",
            ])
        #expect(report.findings.contains { $0.file == "calendar.csv" && $0.severity == .question })
    }
}
