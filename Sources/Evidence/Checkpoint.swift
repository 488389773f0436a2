/// What a log was at one moment: how many facts it had and the root of the tree over them.
///
/// Its line, `dutyclock/<log id> <size> <base64 root>`, is what the journal and the printed notice carry; who kept
/// one can tell later whether anything before it was changed.
package struct Checkpoint: Hashable, Sendable {
    /// The random name that the log's first fact gives it: 32 lower-case hex digits.
    package let log: String
    /// The number of facts; the checkpoint is about the facts 0 ..< size.
    package let size: Int64
    package let root: Digest

    package init(log: String, size: Int64, root: Digest) {
        self.log = log
        self.size = size
        self.root = root
    }

    /// Reads a checkpoint line; nil unless every part is as `description` writes it.
    package init?(_ line: some StringProtocol) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasPrefix("dutyclock/") else { return nil }
        let log = parts[0].dropFirst("dutyclock/".count)
        guard log.utf8.count == 32, log.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            let size = Int64(parts[1]), size >= 0, String(size) == parts[1],
            let bytes = Base64.decode(parts[2]), let root = Digest(bytes)
        else { return nil }
        self.init(log: String(log), size: size, root: root)
    }
}

extension Checkpoint: CustomStringConvertible {
    package var description: String { "dutyclock/\(log) \(size) \(Base64.encode(root.bytes))" }
}
