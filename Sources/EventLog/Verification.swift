package import Evidence

/// What `Verifier` found: no finding at all when the log is whole.
package struct Verification: Hashable, Sendable {
    package enum Finding: Hashable, Sendable {
        /// SQLite's own integrity check says so.
        case structure(String)
        /// A table, index, trigger or view is missing, changed or added.
        case schema(name: String, problem: String)
        /// Facts are missing, these seqs.
        case gap(Range<Int64>)
        /// A stored column of this fact is not what its leaf hash was made of; `what` shows what it says now.
        case altered(seq: Int64, what: String)
        /// What is stored about the block of these facts is not what they give.
        case block(Range<Int64>, problem: String)
        /// The log is not the one that the expected checkpoint names, or is shorter, or differs before it.
        case checkpoint(String)
    }

    /// The number of facts that were read.
    package let size: Int64
    /// The log as recomputed; nil when its name cannot be read.
    package let checkpoint: Checkpoint?
    /// At most `Verifier.mostFindings`.
    package let findings: [Finding]

    package var isWhole: Bool { findings.isEmpty }
}

extension Verification.Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .structure(let text): "The file's structure: \(text)."
        case .schema(let name, let problem): "The schema's “\(name)” is \(problem)."
        case .gap(let seqs):
            seqs.count == 1
                ? "Fact \(seqs.lowerBound) is missing."
                : "Facts \(seqs.lowerBound) to \(seqs.upperBound - 1) are missing."
        case .altered(let seq, let what): "Fact \(seq) was altered: it now says \(what)."
        case .block(let seqs, let problem):
            "The block of facts \(seqs.lowerBound) to \(seqs.upperBound - 1): \(problem)."
        case .checkpoint(let text): "The checkpoint: \(text)."
        }
    }
}
