import Foundation
import Testing

/// `init` with the schemes, run as people run it.
@Suite struct SchemeTests {
    private let dutyclock: CommandLine

    init() throws { dutyclock = try CommandLine() }

    @Test func anExampleOfAnySchemeIsCleanAndPublishable() throws {
        defer { dutyclock.remove() }
        let folder = dutyclock.path("plan")
        #expect(try dutyclock("init", folder, "--scheme", "s17", "--example").status == 0)
        #expect(try dutyclock("check", folder).status == 0)
        #expect(try dutyclock("publish", folder).status == 0)
        let answers = try String(contentsOfFile: folder + "/answers.json5", encoding: .utf8)
        #expect(answers.contains("EXAMPLE"))
    }

    @Test func aDistrictsTemplateIsAnsweredByASchool() throws {
        defer { dutyclock.remove() }
        let district = dutyclock.path("district")
        #expect(try dutyclock("init", district, "--scheme", "s7").status == 0)
        #expect(try dutyclock("check", district).status == 65)
        let answers = dutyclock.path("school.json5")
        try """
        { "school": "实验小学", "bells.all.start": "15:30", "bells.all.home": "17:00", "duties.care.credits": 2,
          "duties.care.seats": 1, "duties.care.need[0].with": "punch", "duties.bus.credits": 1 }
        """.write(toFile: answers, atomically: true, encoding: .utf8)
        let school = dutyclock.path("school")
        #expect(try dutyclock("init", school, "--template", district, "--answers", answers).status == 0)
        #expect(try dutyclock("check", school).status == 0)
        let plan = try String(contentsOfFile: school + "/plan.json5", encoding: .utf8)
        #expect(plan.contains("school: \"实验小学\""))
    }

    @Test func anAnswerToNoQuestionIsRefusedWithItsPlace() throws {
        defer { dutyclock.remove() }
        let answers = dutyclock.path("a.json5")
        try "{ \"duties.care.credit\": 2 }".write(toFile: answers, atomically: true, encoding: .utf8)
        let run = try dutyclock("init", dutyclock.path("plan"), "--scheme", "s7", "--answers", answers)
        #expect(run.status == 65)
        #expect(run.errors.contains("answers.json5:1:3"))
        #expect(run.errors.contains("duties.care.credits"))
    }

    @Test func listsEverySchemeInBothLanguages() throws {
        defer { dutyclock.remove() }
        let english = try dutyclock("init", "--list")
        #expect(english.output.contains("s21"))
        #expect(english.output.contains("service in the summer holidays"))
        #expect(try dutyclock("init", "--list", language: "zh_CN.UTF-8").output.contains("暑期托管"))
    }
}
