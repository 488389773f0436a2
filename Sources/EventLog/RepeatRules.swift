internal import AttendanceModel

/// What the writer remembers of the log to tell a repeat from news (model.md D.8 (1): the last one recorded wins).
///
/// A machine's punch that comes again is always a repeat. What people write is news again when the earlier fact was
/// retracted, or when, for kinds of which the last one wins, something else about the same matter came since.
struct RepeatRules {
    /// One fact of a kind of which the last one wins.
    private struct Matter {
        let seq: Int64
        let dates: ClosedRange<LocalDate>?
        /// What two facts must share to be about the same thing; nil is about all of them.
        let topic: String?

        func overlaps(_ other: Matter) -> Bool {
            if let topic, let theirs = other.topic, topic != theirs { return false }
            guard let dates, let theirs = other.dates else { return true }
            return dates.overlaps(theirs)
        }
    }

    private struct Key: Hashable {
        let kind: FactKind
        let subject: String

        init(_ body: FactBody) {
            kind = body.kind
            // A card changes hands: what was said of it with another person is about the same matter.
            subject = kind == .card ? "" : body.subject
        }
    }

    private var matters: [Key: [Matter]] = [:]
    /// The retract facts that name a fact, by that fact's seq.
    private var retractions: [Int64: [Int64]] = [:]

    /// The kinds that `note` has to see when a log is opened.
    static let kinds = FactKind.allCases.filter { $0.lastOneWins || $0 == .retract }

    mutating func note(_ body: FactBody, seq: Int64) {
        if case .entry(.retract, let entry) = body, let ref = entry.ref {
            retractions[ref, default: []].append(seq)
        }
        if body.kind.lastOneWins {
            matters[Key(body), default: []].append(Self.matter(body, seq))
        }
    }

    /// Whether `body`, which the log has already as `seq`, says something new again.
    func isNews(_ body: FactBody, since seq: Int64) -> Bool {
        if case .punch = body { return false }
        if isRetracted(seq) { return true }
        guard body.kind.lastOneWins else { return false }
        let matter = Self.matter(body, seq)
        let others = matters[Key(body)] ?? []
        return others.reversed().prefix { $0.seq > seq }.contains { $0.overlaps(matter) && !isRetracted($0.seq) }
    }

    /// A retraction that is itself retracted no longer counts; it can only be named by later ones.
    private func isRetracted(_ seq: Int64) -> Bool {
        if retractions[seq] == nil { return false }
        // Withdrawals of withdrawals are a tree, and somebody may grow one of any depth: no recursion.
        var tree = [seq]
        var place = 0
        while place < tree.count {
            tree += withdrawals(of: tree[place])
            place += 1
        }
        var retracted = Set<Int64>()
        for seq in tree.reversed() where withdrawals(of: seq).contains(where: { !retracted.contains($0) }) {
            retracted.insert(seq)
        }
        return retracted.contains(seq)
    }

    private func withdrawals(of seq: Int64) -> [Int64] { (retractions[seq] ?? []).filter { $0 > seq } }

    private static func matter(_ body: FactBody, _ seq: Int64) -> Matter {
        switch body {
        case .entry(.clock, let entry), .entry(.card, let entry), .entry(.reader, let entry):
            Matter(seq: seq, dates: entry.dates, topic: entry.other)
        case .entry(_, let entry): Matter(seq: seq, dates: entry.dates, topic: entry.duty?.text)
        case .publish(let document):
            // The last version recorded holds from its day on, whatever came between: an older one again is a new word.
            Matter(seq: seq, dates: nil, topic: document.kind.rawValue)
        case .machine(let report): Matter(seq: seq, dates: nil, topic: report.machine.text)
        case .punch, .session, .imported, .notice, .close, .genesis: Matter(seq: seq, dates: nil, topic: nil)
        }
    }
}
