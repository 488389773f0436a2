/// One thing that sources must not contain, and two samples that show what the rule does.
struct LintRule: Sendable, CustomStringConvertible {
    let name: String
    /// A regular expression that finds a violation within one line.
    let pattern: String
    /// Whether comments are looked at, too.
    var looksAtComments = false
    let forbidden: String
    let allowed: String

    var description: String { name }

    /// The violations as `path:line: rule`.
    func violations(in file: SourceTree.File) throws -> [String] {
        let regex = try Regex(pattern)
        let text = looksAtComments ? file.text : file.code
        guard text.contains(regex) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            line.contains(regex) ? "\(file.path):\(number + 1): \(name)" : nil
        }
    }

    /// Sleeping and detached tasks start Dispatch's pool, which wakes an idle daemon every second; the main actor's work
    /// never runs here (design.md 8). The rest would crash on data from outside, or is unfinished.
    static let all = [
        LintRule(
            name: "no Task.sleep", pattern: #"\bTask\s*\.\s*sleep\b"#,
            forbidden: "try await Task.sleep(for: .seconds(1))",
            allowed: "timer.sleep() // not Task.sleep"),
        LintRule(
            name: "no Task.detached", pattern: #"\bTask\s*\.\s*detached\b"#, forbidden: "Task.detached { }",
            allowed: "let text = \"Task.detached\""),
        LintRule(
            name: "no main actor", pattern: #"\bMainActor\b"#, forbidden: "@MainActor final class A {}",
            allowed: "/* MainActor */ let a = 1"),
        LintRule(
            name: "no async main", pattern: #"\bfunc\s+main\s*\(\s*\)\s*async\b"#,
            forbidden: "static func main() async {",
            allowed: "static func main() {"),
        LintRule(
            name: "no Foundation", pattern: #"\bimport\s+Foundation\w*"#,
            forbidden: "package import FoundationEssentials",
            allowed: "// import Foundation"),
        LintRule(
            name: "no Dispatch", pattern: #"\bimport\s+Dispatch\b"#, forbidden: "import Dispatch",
            allowed: "import DispatchTable"),
        LintRule(
            name: "no try!", pattern: #"\btry!"#, forbidden: "let a = try! read()", allowed: "let a = try? read()"),
        LintRule(name: "no as!", pattern: #"\bas!"#, forbidden: "let a = b as! Int", allowed: "let a = b as? Int"),
        LintRule(
            name: "no fatalError", pattern: #"\bfatalError\s*\("#, forbidden: "fatalError(\"never\")",
            allowed: "preconditionFailure(\"never\")"),
        LintRule(
            name: "no force unwrap", pattern: #"[A-Za-z0-9_)\]>]!(?!=)"#, forbidden: "print(\"\\(names.first!)\")",
            allowed: "if !a, b != c, d!=e { print(\"Well!\") }"),
        LintRule(
            name: "nothing left to do", pattern: #"\b(TODO|FIXME|XXX|HACK)\b"#, looksAtComments: true,
            forbidden: "let a = 1 // FIXME: later", allowed: "// todos: none"),
    ]
}
