/// The right edge of a growing RFC 6962 tree: enough to add leaves and to tell the root at any moment.
package struct MerkleFrontier: Sendable {
    /// The number of leaves.
    package private(set) var size: Int64 = 0
    /// The roots of the perfect subtrees that `size` consists of, the largest first.
    private var peaks: [Digest] = []

    package init() {}

    package mutating func append(leaf: Digest, _ hasher: Hasher256) {
        push(leaf, level: 0, hasher)
    }

    /// Appends 2^`level` leaves by their root; `size` must be a multiple of that number.
    package mutating func append(subtree root: Digest, level: Int, _ hasher: Hasher256) {
        push(root, level: level, hasher)
    }

    private mutating func push(_ root: Digest, level: Int, _ hasher: Hasher256) {
        precondition(size & ((1 << Int64(level)) - 1) == 0, "a subtree must begin at a multiple of its size")
        var root = root
        var carry = size >> Int64(level)
        while carry & 1 == 1, let left = peaks.popLast() {
            root = hasher.node(left, root)
            carry >>= 1
        }
        peaks.append(root)
        size += 1 << Int64(level)
    }

    /// The tree's root: SHA-256 of nothing when there is no leaf.
    package func root(_ hasher: Hasher256) -> Digest {
        Self.root(peaks, hasher)
    }

    /// The root of this tree and the leaves of `rest` after it, which are fewer than its smallest perfect subtree.
    package func root(followedBy rest: MerkleFrontier, _ hasher: Hasher256) -> Digest {
        Self.root(peaks + rest.peaks, hasher)
    }

    private static func root(_ peaks: [Digest], _ hasher: Hasher256) -> Digest {
        guard var root = peaks.last else { return hasher.empty }
        for peak in peaks.dropLast().reversed() { root = hasher.node(peak, root) }
        return root
    }
}
