import Evidence
import Testing

@Suite struct CheckpointTests {
    @Test func readsItsOwnLine() throws {
        let root = try #require(Digest(Array(0..<32)))
        let checkpoint = Checkpoint(log: "00112233445566778899aabbccddeeff", size: 18_304, root: root)
        let line = "dutyclock/00112233445566778899aabbccddeeff 18304 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        #expect(checkpoint.description == line)
        #expect(Checkpoint(line) == checkpoint)
    }

    @Test(arguments: [
        "", "dutyclock/00112233445566778899aabbccddeeff 1",
        "dutyclock/00112233445566778899aabbccddeef 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "dutyclock/00112233445566778899AABBCCDDEEFF 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "dutyclock/00112233445566778899aabbccddeeff 01 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "dutyclock/00112233445566778899aabbccddeeff -1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "dutyclock/00112233445566778899aabbccddeeff 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=",
        "dutyclock/00112233445566778899aabbccddeeff 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==",
        "dutyclock/00112233445566778899aabbccddeeff 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= x",
        "other/00112233445566778899aabbccddeeff 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ])
    func refusesLinesItDoesNotWrite(line: String) {
        #expect(Checkpoint(line) == nil)
    }
}
