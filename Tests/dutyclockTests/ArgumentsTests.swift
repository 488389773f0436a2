import Reports
import Testing

@testable import dutyclock

@Suite struct ArgumentsTests {
    private let options = [
        Option("--person", value: "WHO", help: Phrase("", "")), Option("--follow", "-f", help: Phrase("", "")),
    ]

    @Test func sortsOptionsFromOperands() throws {
        let arguments = try Arguments(["today", "--person", "T012", "-f", "--", "--person"], options: options)
        #expect(arguments.operands == ["today", "--person"])
        #expect(arguments["--person"] == "T012")
        #expect(arguments.has("--follow"))
    }

    @Test func takesAValueAfterAnEqualsSign() throws {
        #expect(try Arguments(["--person=王芳"], options: options)["--person"] == "王芳")
        #expect(try Arguments(["--person="], options: options)["--person"] == "")
    }

    @Test(arguments: [
        (["--persn", "x"], "there is no option “--persn” here (did you mean “--person”?)"),
        (["--zzzzzzzzz"], "there is no option “--zzzzzzzzz” here"),
        (["--person"], "“--person” needs a value after it"),
        (["--follow=yes"], "“--follow” takes no value"),
    ])
    func refusesWhatItDoesNotKnow(words: [String], sentence: String) {
        #expect {
            try Arguments(words, options: options)
        } throws: { error in
            guard let error = error as? CommandError, case .usage(let problem) = error else { return false }
            return problem.phrase.english == sentence
        }
    }

    @Test(arguments: [("duties", "duties", 0), ("dutes", "duties", 1), ("", "abc", 3), ("kitten", "sitting", 3)])
    func countsTheLettersThatDiffer(left: String, right: String, expected: Int) {
        #expect(distance(left, right) == expected)
    }
}
