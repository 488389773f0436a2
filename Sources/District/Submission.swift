package import AttendanceModel
package import Evidence

/// A school's month for the district: one small document that says what was decided and proves that the log says so.
///
/// It names no card, no user id and no reason that people wrote: those stay in the school's log, whose facts it counts
/// and numbers. The same log gives the same bytes whenever it is made.
package struct Submission: Hashable, Sendable {
    /// The version of this format.
    package static let schema = 1
    static let document = "dutyclock submission"

    /// A version of the plan that holds on some date of the month.
    package struct PlanText: Hashable, Sendable {
        package let from: LocalDate
        /// SHA-256 of the published file, lower-case hex.
        package let digest: String
        package let text: String

        package init(from: LocalDate, digest: String, text: String) {
            self.from = from
            self.digest = digest
            self.text = text
        }
    }

    /// The close of the month, with what leads from it to the root of the log.
    package struct ProvenClose: Hashable, Sendable {
        /// As the log's table has it, without its raw bytes: those are the ledger.
        package var fact: StoredFact
        /// From the close's neighbour to the root of the checkpoint (RFC 6962 §2.1.1).
        package var path: [Digest]

        package init(fact: StoredFact, path: [Digest]) {
            self.fact = fact
            self.path = path
        }
    }

    /// The school's id in the district's list; nil when the list knows it by its log.
    package var school: String?
    package var month: Month
    /// The program that made it.
    package var program: String
    /// The canonical ledger, followed by the adjustments of the period.
    package var ledger: [UInt8]
    /// The ledger shows what the log knew then.
    package var asOf: Instant
    /// What the log was: up to the close, or as a whole for a month that is open.
    package var checkpoint: Checkpoint
    package var plans: [PlanText]
    /// In the order of the log.
    package var rulings: [RulingRow]
    /// In the order of the log.
    package var handMade: [HandMade]
    /// Nil for a month that is not closed: its numbers may still change.
    package var close: ProvenClose?

    package init(
        school: String?, month: Month, program: String, ledger: [UInt8], asOf: Instant, checkpoint: Checkpoint,
        plans: [PlanText], rulings: [RulingRow], handMade: [HandMade], close: ProvenClose?
    ) {
        self.school = school
        self.month = month
        self.program = program
        self.ledger = ledger
        self.asOf = asOf
        self.checkpoint = checkpoint
        self.plans = plans
        self.rulings = rulings
        self.handMade = handMade
        self.close = close
    }

    package var isPreliminary: Bool { close == nil }
}

/// Somebody's decision on a duty (裁定), without the reason, which stays in the school's log.
package struct RulingRow: Hashable, Sendable {
    package var fact: Int64
    package var person: String
    package var date: LocalDate
    /// Nil for all duties of the date.
    package var duty: String?
    package var outcome: String
    package var by: String?

    package init(fact: Int64, person: String, date: LocalDate, duty: String?, outcome: String, by: String?) {
        self.fact = fact
        self.person = person
        self.date = date
        self.duty = duty
        self.outcome = outcome
        self.by = by
    }

    /// Nil for any other fact.
    package init?(_ fact: Fact) {
        guard case .entry(.ruling, let entry) = fact.body, let person = entry.person,
            let date = entry.dates?.lowerBound, let outcome = entry.other
        else { return nil }
        self.init(
            fact: fact.seq, person: person.text, date: date, duty: entry.duty?.text, outcome: outcome, by: entry.by)
    }
}

/// Evidence that a person made and no machine saw: what the district looks at again.
package struct HandMade: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A claim for a forgotten punch (补卡).
        case attest
        case ruling
        /// A signature typed from a sheet.
        case sign
        /// A cover that was recorded after the duty began (C-86).
        case lateCover = "late-cover"
        /// A clock's offset that a person wrote.
        case clock
    }

    package var kind: Kind
    /// The fact's number in the school's log.
    package var fact: Int64
    package var date: LocalDate
    /// Whose duty it is about; empty for a clock.
    package var person: String
    /// The account that wrote it, by name and number.
    package var author: String

    package init(kind: Kind, fact: Int64, date: LocalDate, person: String, author: String) {
        self.kind = kind
        self.fact = fact
        self.date = date
        self.person = person
        self.author = author
    }

    /// What people made for the dates, in the order of `facts`.
    ///
    /// `lateCovers` are the covers that the ledger calls recorded after the duty began.
    package static func all(in facts: [Fact], on dates: ClosedRange<LocalDate>, lateCovers: Set<Int64>) -> [HandMade] {
        facts.compactMap { fact in
            guard case .entry(let entryKind, let entry) = fact.body, let date = entry.dates?.lowerBound,
                dates.contains(date)
            else { return nil }
            let kind: Kind
            switch entryKind {
            case .attest: kind = .attest
            case .ruling: kind = .ruling
            case .sign: kind = .sign
            case .clock where fact.source == "office": kind = .clock
            case .cover where lateCovers.contains(fact.seq): kind = .lateCover
            default: return nil
            }
            return HandMade(
                kind: kind, fact: fact.seq, date: date, person: entry.person?.text ?? "", author: fact.author)
        }
    }
}
