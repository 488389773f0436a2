package import AttendanceModel
package import Timetable

/// How one requirement of a duty was judged, and on what.
package struct RequirementResult: Hashable, Sendable {
    /// What is asked for, with its bells resolved to times of the day.
    package enum Form: Hashable, Sendable {
        case arrive(earliest: LocalTime, from: LocalTime, until: LocalTime)
        case leave(from: LocalTime, until: LocalTime, since: LocalTime)
        case count(Int, from: LocalTime, until: LocalTime, gapMinutes: Int)
        case never(seen: Bool)
        case form(String, deadline: LocalDateTime)
        /// An observation on a duty that has no `never` of its own (D.8, 1).
        case observation
    }

    /// The judgement on one kind of evidence of a requirement that asks for several (C-97).
    package struct KindResult: Hashable, Sendable {
        package var kind: Requirement.Evidence
        package var verdict: Verdict

        package init(kind: Requirement.Evidence, verdict: Verdict) {
            self.kind = kind
            self.verdict = verdict
        }
    }

    package var form: Form
    /// Place in the duty's `need`; nil for `.observation`.
    package var index: Int?
    /// The school's own sentence and the section of its document.
    package var text: String?
    package var cite: String?
    /// In the order of `with`; empty for forms that are not about punches and signatures.
    package var kinds: [KindResult]
    package var verdict: Verdict
    /// In the order of time; each says how it was used or why not.
    package var evidence: [EvidenceLine]
    /// The leave, outage, closure or cancellation that excuses it or part of it.
    package var reliefs: [Relief]

    package init(
        form: Form, index: Int?, text: String? = nil, cite: String? = nil, kinds: [KindResult] = [],
        verdict: Verdict, evidence: [EvidenceLine] = [], reliefs: [Relief] = []
    ) {
        self.form = form
        self.index = index
        self.text = text
        self.cite = cite
        self.kinds = kinds
        self.verdict = verdict
        self.evidence = evidence
        self.reliefs = reliefs
    }
}

/// A fact that excuses a requirement, or part of its interval.
package struct Relief: Hashable, Sendable {
    package enum Cause: Sendable, Hashable {
        case leave, outage, closure
        /// Another person has that part of the hours, since it rained (`midway: "switch"`, C-78).
        case rain
    }

    package let cause: Cause
    /// Nil for a reader's lost session, which its own facts show.
    package let fact: Int64?
    /// Half-open on the school's wall clock.
    package let from: LocalTime
    package let to: LocalTime
    /// The machine, for an outage of just one.
    package let device: DeviceID?

    package init(cause: Cause, fact: Int64?, from: LocalTime, to: LocalTime, device: DeviceID? = nil) {
        self.cause = cause
        self.fact = fact
        self.from = from
        self.to = to
        self.device = device
    }
}
