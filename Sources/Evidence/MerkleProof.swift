/// Proofs of RFC 6962 §2.1: that a leaf is in a tree, and that a tree only grew.
package enum MerkleProof {
    /// The hashes that lead from leaf `index` to the root over `size` leaves, the leaf's neighbour first (§2.1.1).
    ///
    /// - Parameters:
    ///   - index: the leaf, 0 ..< size.
    ///   - size: the number of leaves.
    ///   - root: gives the root over a range of leaves that begins at a multiple of its own size rounded up to a
    ///     power of two.
    /// - Throws: what `root` throws.
    /// - Returns: the hashes; nil when `index` is not in the tree.
    package static func inclusion<E: Error>(
        of index: Int64, in size: Int64, root: (Range<Int64>) throws(E) -> Digest
    ) throws(E) -> [Digest]? {
        guard index >= 0, index < size else { return nil }
        var path: [Digest] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = split(range)
            if index < middle {
                path.append(try root(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(try root(range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        return path.reversed()
    }

    /// The hashes that show the tree over `size` leaves to begin with the tree over `old` leaves (§2.1.2).
    ///
    /// - Parameters:
    ///   - old: the number of leaves then; 1 ... size.
    ///   - size: the number of leaves now.
    ///   - root: as for `inclusion`.
    /// - Throws: what `root` throws.
    /// - Returns: the hashes; nil when there is no such tree.
    package static func consistency<E: Error>(
        from old: Int64, to size: Int64, root: (Range<Int64>) throws(E) -> Digest
    ) throws(E) -> [Digest]? {
        guard old >= 1, old <= size else { return nil }
        var path: [Digest] = []
        var range = 0..<size
        while range.upperBound != old {
            let middle = split(range)
            if old <= middle {
                path.append(try root(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(try root(range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        // When what is left is the whole old tree, its verifier has the root already.
        if range.lowerBound != 0 { path.append(try root(range)) }
        return path.reversed()
    }

    /// Whether `path` leads from the leaf hash to the root (RFC 9162 §2.1.3.2).
    package static func verifyInclusion(
        of leaf: Digest, index: Int64, size: Int64, path: [Digest], root: Digest, _ hasher: Hasher256
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last) = (index, size - 1)
        var hash = leaf
        for step in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = hasher.node(step, hash)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = hasher.node(hash, step)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether `path` shows that the tree with `oldRoot` is the beginning of the one with `root` (RFC 9162 §2.1.4.2).
    package static func verifyConsistency(
        old: Int64, oldRoot: Digest, size: Int64, root: Digest, path: [Digest], _ hasher: Hasher256
    ) -> Bool {
        guard old >= 1, old <= size else { return false }
        if old == size { return path.isEmpty && oldRoot == root }
        var steps = path
        if old & (old - 1) == 0 { steps.insert(oldRoot, at: 0) }
        guard let first = steps.first else { return false }
        var (place, last) = (old - 1, size - 1)
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var (then, now) = (first, first)
        for step in steps.dropFirst() {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                then = hasher.node(step, then)
                now = hasher.node(step, now)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                now = hasher.node(now, step)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && then == oldRoot && now == root
    }

    /// The end of the left subtree: the largest power of two below the number of leaves (§2.1).
    private static func split(_ range: Range<Int64>) -> Int64 {
        let count = range.upperBound - range.lowerBound
        return range.lowerBound + (1 << (63 - Int64((count - 1).leadingZeroBitCount)))
    }
}
