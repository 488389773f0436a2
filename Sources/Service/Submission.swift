import AttendanceModel
import EventLog

/// Facts on their way into the log: all of them or none.
struct Submission: Sendable {
    let facts: [NewFact]
    /// Who waits for the answer; nobody does for what a reader saw, which is then kept until the log takes it.
    let reply: CheckedContinuation<Result<[Appended], LogError>, Never>?
}

extension Contribution {
    /// The fact that it becomes when `author` makes it.
    func fact(author: String) -> NewFact {
        switch self {
        case .entry(let kind, let entry, let at):
            NewFact(.entry(kind, entry), at: at, source: Self.source, author: author)
        case .document(let document, let raw):
            NewFact(.publish(document), at: nil, source: Self.source, author: author, raw: raw)
        case .notice(let notice):
            NewFact(.notice(notice), at: nil, source: Self.source, author: author)
        case .close(let close, let snapshot):
            NewFact(.close(close), at: nil, source: Self.source, author: author, raw: snapshot)
        }
    }

    private static let source = "office"
}

extension Receipt {
    init(_ appended: Appended) {
        self.init(seq: appended.seq, added: appended.isAdded)
    }
}
