import Testing

@Suite struct SourceLintTests {
    private static let sources = SourceTree.swiftFiles(in: "Sources")

    @Test func theSourcesAreFound() {
        #expect(Self.sources.contains { $0.path == "Sources/WireFormats/ZKTime.swift" })
    }

    @Test(arguments: LintRule.all) func everyRuleCanFailAndPass(_ rule: LintRule) throws {
        let bad = SourceTree.File(path: "a.swift", text: "\n" + rule.forbidden)
        #expect(try rule.violations(in: bad) == ["a.swift:2: \(rule.name)"])
        #expect(try rule.violations(in: SourceTree.File(path: "a.swift", text: rule.allowed)) == [])
    }

    @Test(arguments: LintRule.all) func sourcesKeepTheRule(_ rule: LintRule) throws {
        let found = try Self.sources.flatMap { try rule.violations(in: $0) }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test func filesStayShort() {
        let files = Self.sources + SourceTree.swiftFiles(in: "Tests")
        let long = files.filter { $0.lineCount > 400 }.map { "\($0.path): \($0.lineCount) lines" }
        #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
    }

    @Test func thePackageHasNoDependencies() throws {
        let manifest = try SourceTree.text("Package.swift")
        #expect(manifest.contains(".target("))
        #expect(!SwiftCode.only(manifest).contains(".package("))
    }

    @Test(arguments: [
        ("a // b\nc", "a \nc"), ("a /* b /* c */\n d */ e", "a \n e"), (#"a("b\"c", d)"#, #"a("", d)"#),
        (#""x\(y! + "z\(w!)")v""#, #"""(y! + ""(w!))"#), ("#\"a\\(b)\"c\"# d", "\"\" d"),
        ("\"\"\"\n a \"b\" //c\n\"\"\" d", "\"\"\n\n d"), ("#\"a\\#(b)c\"#", "\"\"(b)"),
        ("#if os(Linux)", "#if os(Linux)"),
    ])
    func codeIsToldFromCommentsAndStrings(_ source: String, _ code: String) {
        #expect(SwiftCode.only(source) == code)
    }
}
