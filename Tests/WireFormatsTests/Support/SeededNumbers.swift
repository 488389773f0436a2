/// Numbers that are the same in every run (xorshift64), for tests with made-up bytes.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// `count` bytes, each drawn from `alphabet`, or from all bytes.
    mutating func bytes(_ count: Int, from alphabet: [UInt8]? = nil) -> [UInt8] {
        (0..<count).map { _ in alphabet?.randomElement(using: &self) ?? UInt8.random(in: 0...255, using: &self) }
    }

    /// `bytes` with up to three bytes changed, left out or doubled.
    mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) where !result.isEmpty {
            let index = Int.random(in: result.indices, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: result[index] = UInt8.random(in: 0...255, using: &self)
            case 1: result[index] ^= 1 << UInt8.random(in: 0...7, using: &self)
            case 2: result.remove(at: index)
            default: result.insert(result[index], at: index)
            }
        }
        return result
    }
}
