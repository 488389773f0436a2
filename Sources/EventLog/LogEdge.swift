internal import AttendanceModel
internal import Evidence

/// The growing end of a log: its size, its tree, and the block of 256 facts that is not full yet.
struct LogEdge {
    /// What `tile` stores of a block.
    struct Block {
        var earliest: Int64?
        var latest: Int64?
        /// Bit n is set when a fact of kind n is in the block, and `untimed` when a punch has no known time.
        var kinds: Int64 = 0

        static let untimed: Int64 = 1 << 62

        mutating func add(kind: Int64, at: Int64?) {
            kinds |= 1 << (kind & 63)
            guard let at else {
                if kind == Int64(FactKind.punch.rawValue) { kinds |= Self.untimed }
                return
            }
            earliest = min(earliest ?? at, at)
            latest = max(latest ?? at, at)
        }
    }

    private(set) var full = MerkleFrontier()
    private var leaves = MerkleFrontier()
    private(set) var block = Block()

    var size: Int64 { full.size + leaves.size }

    /// Adds one fact; when that fills a block, returns its root, and `block` is for the caller to store until
    /// `beginBlock`.
    mutating func append(kind: Int64, at: Int64?, leaf: Digest, _ hasher: Hasher256) -> Digest? {
        leaves.append(leaf: leaf, hasher)
        block.add(kind: kind, at: at)
        return leaves.size == Schema.blockSize ? leaves.root(hasher) : nil
    }

    /// Puts the full block behind us.
    mutating func beginBlock(after root: Digest, _ hasher: Hasher256) {
        full.append(subtree: root, level: 8, hasher)
        leaves = MerkleFrontier()
        block = Block()
    }

    func root(_ hasher: Hasher256) -> Digest {
        full.root(followedBy: leaves, hasher)
    }
}
