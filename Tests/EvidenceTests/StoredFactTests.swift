import Evidence
import Testing

/// The canonical encoding may never change: leaf hashes of facts written years ago are made of it.
@Suite struct StoredFactTests {
    let hasher = Hasher256()

    /// Every field present but the body; bytes computed by hand from the table at `StoredFact.encode`.
    @Test func encodesAPunchAsDocumented() throws {
        let salt = try #require(Salt(Array(0..<16)))
        let fact = StoredFact(
            seq: 5, kind: 1, at: 1_790_000_000_000, recorded: 1_790_000_000_123, uncertainty: 60_000,
            subject: "user:213", clock: 1_790_028_800_000, source: "gate", codes: 1025, session: 0, basis: 4,
            author: "dutyclockd(990)", origin: 3, body: nil, raw: [0x00, 0xFF], salt: salt)
        try expect(
            fact,
            [
                "010000000000000005000000000000000101000001a0c4506c00000001a0c4506c7b000000000000ea60000000087573",
                "65723a323133000001a0c607e00000000004676174650000000000000401000000000000000000000000000000040000",
                "000f64757479636c6f636b64283939302901000000000000000300010000000200ff000102030405060708090a0b0c0d",
                "0e0f",
            ].joined(),
            "6c76d14f928fe7ce6d5454a56c04a14ec9a845e22fc503f4b562425cf252c3fa")
    }

    /// Optional fields absent, numbers at their ends, texts beyond ASCII.
    @Test func encodesAnEntryAsDocumented() throws {
        let salt = try #require(Salt(Array((240...255).reversed())))
        let fact = StoredFact(
            seq: 6, kind: 12, at: nil, recorded: -1, uncertainty: 0, subject: "person:T012", clock: .min,
            source: "办公室", codes: .max, session: -7, basis: 0, author: "陈(1000)", origin: nil,
            body: #"{"by":"T001"}"#, raw: nil, salt: salt)
        try expect(
            fact,
            [
                "010000000000000006000000000000000c00ffffffffffffffff00000000000000000000000b706572736f6e3a543031",
                "32800000000000000000000009e58a9ee585ace5aea47ffffffffffffffffffffffffffffff900000000000000000000",
                "0009e9998828313030302900010000000d7b226279223a2254303031227d00fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0",
            ].joined(),
            "a26efd28b20645c4a12b3173a2f496672f22826ef13520c04ac6867fc2852734")
    }

    private func expect(_ fact: StoredFact, _ hex: String, _ leaf: String) throws {
        var bytes: [UInt8] = []
        fact.encode(to: &bytes)
        #expect(lowerHex(bytes) == hex)
        var buffer: [UInt8] = [1, 2, 3]
        #expect(fact.leaf(hasher, buffer: &buffer).description == leaf)
        #expect(hasher.leaf(bytes).description == leaf)
    }

    @Test func drawsAnotherSaltEachTime() {
        var source = SaltSource()
        let salts = (0..<1000).map { _ in source.next() }
        #expect(Set(salts).count == 1000)
        #expect(salts.allSatisfy { Salt($0.bytes) == $0 })
        #expect(Salt([1, 2, 3]) == nil)
    }
}
