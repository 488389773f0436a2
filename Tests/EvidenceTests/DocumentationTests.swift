import Evidence
import Foundation
import Testing

/// The example of the page about the encoding is the encoding.
@Suite struct DocumentationTests {
    private func page() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: root.appendingPathComponent("Sources/Evidence/Evidence.docc/LeafEncoding.md"), encoding: .utf8)
    }

    @Test func exampleIsTheEncodingOfItsFact() throws {
        let salt = try #require(Salt(Array(0..<16)))
        let fact = StoredFact(
            seq: 5, kind: 1, at: 1_790_000_000_000, recorded: 1_790_000_000_123, uncertainty: 60_000,
            subject: "user:213", clock: 1_790_028_800_000, source: "gate", codes: 1025, session: 0, basis: 4,
            author: "dutyclockd(990)", origin: 3, body: nil, raw: [0x00, 0xFF], salt: salt)
        var bytes: [UInt8] = []
        fact.encode(to: &bytes)
        let blocks = try page().components(separatedBy: "```")
        let shown = blocks[1].filter { !$0.isWhitespace }
        #expect(shown == lowerHex(bytes))
        #expect(try page().contains("`\(Hasher256().leaf(bytes))`"))
    }

    @Test func exampleOfACheckpointIsOne() throws {
        let line = try page().split(separator: "\n").first { $0.hasPrefix("dutyclock/") }
        #expect(line.flatMap { Checkpoint($0) } != nil)
    }
}
