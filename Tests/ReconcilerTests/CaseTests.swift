import Testing

@Suite struct CaseTests {
    @Test(arguments: Case.parse(evidenceCases))
    func judgesEvidence(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(cardCases))
    func judgesWhoseACardWas(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(officeCases))
    func judgesWhatTheOfficeDoes(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(peopleCases))
    func judgesWhatPeopleDo(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(knobCases) + Case.parse(decisionKnobCases))
    func judgesByEachSettingOfThePlan(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(postCases))
    func answersForPostsAndPupils(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(combinedCases) + Case.parse(combinedDayCases))
    func judgesWhatComesTogether(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }

    @Test(arguments: Case.parse(clockCases))
    func judgesByTrueTime(_ given: Case) throws {
        let failures = try given.failures()
        #expect(failures == [])
    }
}
