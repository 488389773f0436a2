import AttendanceModel
import District
import Evidence
import TextCodec

/// A school's month as its log would give it: a close in the middle of a small tree, with a path that is right.
struct Fixture {
    struct Duty {
        var person = "T1"
        var name = "王芳"
        var day = 1
        var window = "07:00-08:10"
        var credits = 2
        var outcome = "met"
    }

    var school: String? = "S1"
    var log = String(repeating: "a", count: 32)
    var month = "2026-09"
    var duties = [Duty()]
    var handMade: [HandMade] = []
    var isClosed = true
    /// Facts before the close.
    var size: Int64 = 5

    static var hasher: Hasher256 { Hasher256() }

    var ledger: [UInt8] {
        var rows = [#"["ledger",1,1,"\#(month)-01","\#(month)-30"]"#, #"["duty","morning","早读"]"#]
        let people = Dictionary(grouping: duties, by: \.person).sorted { $0.key < $1.key }
        rows += people.map { #"["person","\#($0.key)","\#($0.value[0].name)"]"# }
        rows += duties.map { duty in
            let net = duty.outcome == "met" ? duty.credits : 0
            return #"["line","\#(month)-0\#(duty.day)","\#(duty.person)","morning","1班",1,"\#(duty.window)",null,"#
                + #""\#(duty.outcome)",null,\#(duty.credits),\#(duty.credits - net),0,\#(net)]"#
        }
        rows += people.map { person, duties in
            let granted = duties.reduce(0) { $0 + $1.credits }
            let net = duties.filter { $0.outcome == "met" }.reduce(0) { $0 + $1.credits }
            return #"["total","\#(person)","\#(duties[0].name)","teacher",\#(granted),\#(granted - net),0,\#(net),0,0,"#
                + #"[["rateA",null,false,5050,\#(net),\#(net * 5050),0]]]"#
        }
        return Array((rows.joined(separator: "\n") + "\n").utf8)
    }

    var submission: Submission {
        let month = Month(self.month) ?? Month(of: .first)
        let asOf = Instant(seconds: 1_790_900_000)
        guard isClosed else {
            let root = Self.hasher.leaf(Array("root".utf8))
            return submission(month, asOf, Checkpoint(log: log, size: size, root: root), close: nil)
        }
        let digest = Self.hasher.hash(ledger).description
        let close = Close(
            month: month, digest: digest, semantics: 1, bases: [], asOf: asOf, size: size, checkpoint: "", settled: 0)
        var row = StoredFact(
            seq: size, kind: Int64(FactKind.close.rawValue), at: nil, recorded: 1_790_900_001_000, uncertainty: 0,
            subject: "", clock: 0, source: "office", codes: 7, session: 0, basis: 0, author: "chen(1000)", origin: nil,
            body: close.json.text, raw: ledger, salt: Salt(Array(0..<16)) ?? SaltSource.sample)
        var buffer: [UInt8] = []
        var leaves = (0..<size).map { Self.hasher.leaf(Array("\($0)".utf8)) }
        leaves.append(row.leaf(Self.hasher, buffer: &buffer))
        let path = MerkleProof.inclusion(of: size, in: size + 1) {
            Self.root(leaves[Int($0.lowerBound)..<Int($0.upperBound)])
        }
        row.raw = nil
        return submission(
            month, asOf, Checkpoint(log: log, size: size + 1, root: Self.root(leaves[...])),
            close: Submission.ProvenClose(fact: row, path: path ?? []))
    }

    private func submission(
        _ month: Month, _ asOf: Instant, _ checkpoint: Checkpoint, close: Submission.ProvenClose?
    ) -> Submission {
        Submission(
            school: school, month: month, program: "dutyclock test", ledger: ledger, asOf: asOf, checkpoint: checkpoint,
            plans: [Submission.PlanText(from: month.first, digest: "00", text: "{ plan: \"a\" }")],
            rulings: [RulingRow(fact: 3, person: "T1", date: month.first, duty: nil, outcome: "met", by: "L001")],
            handMade: handMade, close: close)
    }

    var bytes: [UInt8] { submission.bytes(Self.hasher) }

    func received(_ name: String) -> RollUp.Received {
        RollUp.Received(
            name: name,
            submission: Result { () throws(SubmissionProblem) in try Submission(bytes: bytes, Self.hasher) })
    }

    /// The root over some leaves (RFC 6962 §2.1), written without the code that is tested.
    private static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard leaves.count > 1, let first = leaves.indices.first else { return leaves.first ?? hasher.empty }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return hasher.node(root(leaves[first..<first + half]), root(leaves[(first + half)...]))
    }
}

extension SaltSource {
    static var sample: Salt {
        var source = SaltSource()
        return source.next()
    }
}
