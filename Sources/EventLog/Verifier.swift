package import Evidence

/// What `Verifier` found: nothing at all when the log is whole.
package struct Verification: Hashable, Sendable {
    package enum Finding: Hashable, Sendable {
        /// SQLite's own integrity check says so.
        case structure(String)
        /// A table, index, trigger or view is missing, changed or added.
        case schema(name: String, problem: String)
        /// Facts are missing: the first seq that is not there.
        case gap(seq: Int64)
        /// A stored column of this fact is not what its leaf hash was made of.
        case altered(seq: Int64, what: String)
        /// The stored root of the facts `seqs` is not the root of their leaves.
        case block(seqs: Range<Int64>, problem: String)
        /// The log is not the one that the expected checkpoint names, or is shorter, or differs before it.
        case checkpoint(String)
    }

    package let size: Int64
    package let checkpoint: Checkpoint?
    package let findings: [Finding]

    package var isWhole: Bool { findings.isEmpty }
}

/// Recomputes everything that a log states about itself.
package enum Verifier {
    /// Reads the whole log of `directory` and lists every contradiction.
    ///
    /// - Parameters:
    ///   - directory: the data directory.
    ///   - expected: a checkpoint that somebody kept; the log must still contain it.
    ///   - progress: called now and then with facts done and facts in all; return false to stop (throws nothing).
    package static func verify(
        directory: String, expected: Checkpoint? = nil, progress: (Int64, Int64) -> Void = { _, _ in }
    ) throws(LogError) -> Verification {
        throw .missing(path: directory)
    }
}
