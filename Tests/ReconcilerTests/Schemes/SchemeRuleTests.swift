import Testing

/// The examples of all schemes, judged; and every rule that they state, taken out (schemes.md).
@Suite struct SchemeRuleTests {
    @Test(arguments: SchemeDay.all.map(\.id))
    func theDayComesOutAsExpected(id: String) throws {
        let day = try #require(SchemeDay.all.first { $0.id == id })
        let found = try SchemeWorld(day).snapshot()
        #expect(found == day.expected.split(separator: "\n").map(String.init))
    }

    @Test(arguments: RuleRemoval.all)
    func withoutTheRuleTheDayComesOutOtherwise(_ removal: RuleRemoval) throws {
        let day = try #require(SchemeDay.all.first { $0.id == removal.scheme })
        var world = try SchemeWorld(day)
        world.texts = try #require(removal.applied(to: world.texts), "the rule is not there")
        let found = try world.snapshot()
        #expect(found != day.expected.split(separator: "\n").map(String.init), "nothing shows that it is gone")
    }
}
