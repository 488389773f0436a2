import AttendanceModel
import District
import Evidence
import TextCodec
import Testing

/// What a school hands in is taken only as it was made.
@Suite struct SubmissionTests {
    private let hasher = Fixture.hasher

    @Test(arguments: [true, false]) func isReadBackAsItWasMade(isClosed: Bool) throws {
        var fixture = Fixture()
        fixture.isClosed = isClosed
        let read = try Submission(bytes: fixture.bytes, hasher)
        #expect(read == fixture.submission)
        #expect(read.isPreliminary == !isClosed)
        #expect(fixture.bytes == fixture.bytes, "the same log gives the same bytes")
    }

    /// Every class of bytes: head, checkpoint, proof, plan, rulings, ledger, digest, the seal itself, the line feed.
    @Test func noticesAnyChangedByte() {
        let bytes = Fixture().bytes
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            #expect(throws: SubmissionProblem.self, "byte \(place)") { try Submission(bytes: changed, hasher) }
        }
    }

    @Test func noticesAnyLostOrAddedByte() {
        let bytes = Fixture().bytes
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var shorter = bytes
            shorter.remove(at: place)
            #expect(throws: SubmissionProblem.self) { try Submission(bytes: shorter, hasher) }
            #expect(throws: SubmissionProblem.self) { try Submission(bytes: Array(bytes[..<place]), hasher) }
        }
        #expect(throws: SubmissionProblem.self) { try Submission(bytes: bytes + [0x0A], hasher) }
        #expect(throws: SubmissionProblem.self) { try Submission(bytes: [0x20] + bytes, hasher) }
    }

    /// Somebody who seals the document anew: what is inside still has to fit.
    private func resealed(_ change: (inout Submission) -> Void) -> [UInt8] {
        var submission = Fixture().submission
        change(&submission)
        return submission.bytes(hasher)
    }

    @Test func noticesOneMoreCreditUnderANewSeal() {
        let bytes = resealed { submission in
            let text = String(decoding: submission.ledger, as: UTF8.self)
            submission.ledger = Array(text.replacing(",2,0,0,2]", with: ",3,0,0,3]").utf8)
        }
        #expect(throws: SubmissionProblem.otherLedger) { try Submission(bytes: bytes, hasher) }
    }

    @Test func noticesACloseThatStatesTheNewLedger() {
        let bytes = resealed { submission in
            submission.ledger += Array("\n".utf8)
            let digest = Hasher256().hash(submission.ledger).description
            let old = Fixture.hasher.hash(Fixture().ledger).description
            let body = submission.close?.fact.body
            submission.close?.fact.body = body?.replacing(old, with: digest)
        }
        #expect(throws: SubmissionProblem.notProven) { try Submission(bytes: bytes, hasher) }
    }

    @Test func noticesAnotherAuthorOfTheClose() {
        let bytes = resealed { $0.close?.fact.author = "root(0)" }
        #expect(throws: SubmissionProblem.notProven) { try Submission(bytes: bytes, hasher) }
    }

    @Test func noticesAnotherRoot() {
        let bytes = resealed { submission in
            submission.checkpoint = Checkpoint(
                log: submission.checkpoint.log, size: submission.checkpoint.size, root: Fixture.hasher.empty)
        }
        #expect(throws: SubmissionProblem.notProven) { try Submission(bytes: bytes, hasher) }
    }

    @Test func noticesAnotherMonthThanTheCloseSays() {
        let bytes = resealed { $0.month = Month("2026-10") ?? $0.month }
        #expect(throws: SubmissionProblem.otherLedger) { try Submission(bytes: bytes, hasher) }
    }

    @Test func refusesWhatItDoesNotReadBack() {
        let bytes = Fixture().bytes
        let text = String(decoding: bytes, as: UTF8.self).replacing(#""plans""#, with: #""note":"x","plans""#)
        let sealed = Array(text.utf8.dropLast(64 + 3 + #","integrity":""#.utf8.count))
        let anew = sealed + Array(",\"integrity\":\"\(hasher.hash(sealed))\"}\n".utf8)
        #expect(throws: SubmissionProblem.changed) { try Submission(bytes: anew, hasher) }
    }

    @Test func tellsANewerFormatFromOtherFiles() {
        let newer = Array(#"{"schema":2,"document":"dutyclock submission"}"#.utf8)
        #expect(throws: SubmissionProblem.newer(schema: 2)) { try Submission(bytes: newer, hasher) }
        for text in ["", "{}", "[1]", "no json", #"{"schema":1,"document":"else"}"#] {
            #expect(throws: SubmissionProblem.notASubmission) { try Submission(bytes: Array(text.utf8), hasher) }
        }
    }

    @Test func namesNoReasonOfARulingAndNoCard() throws {
        let ruling = Fact(
            seq: 1, at: nil, recorded: Instant(seconds: 0), source: "office", author: "chen(1000)",
            body: .entry(
                .ruling,
                Entry(
                    dates: .single("2026-09-01"), person: PersonID("T1"), other: "met", by: "L001", reason: "看病")))
        let row = try #require(RulingRow(ruling))
        var submission = Fixture().submission
        submission.rulings = [row]
        #expect(!String(decoding: submission.bytes(hasher), as: UTF8.self).contains("看病"))
    }

    @Test func countsWhatPeopleMadeByHand() {
        func fact(_ seq: Int64, _ kind: FactKind, _ date: String, source: String = "office") -> Fact {
            Fact(
                seq: seq, at: nil, recorded: Instant(seconds: 0), source: source, author: "chen(1000)",
                body: .entry(kind, Entry(dates: .single(date), person: PersonID("T1"))))
        }
        let facts = [
            fact(1, .attest, "2026-09-01"), fact(2, .sign, "2026-09-02"), fact(3, .clock, "2026-09-02"),
            fact(4, .clock, "2026-09-02", source: "gate"), fact(5, .cover, "2026-09-03"), fact(6, .cover, "2026-09-03"),
            fact(7, .ruling, "2026-08-31"), fact(8, .leave, "2026-09-03"),
        ]
        let dates =
            ClosedRange<LocalDate>.single("2026-09-01")
            .lowerBound...ClosedRange<LocalDate>.single("2026-09-30").upperBound
        let found = HandMade.all(in: facts, on: dates, lateCovers: [6])
        #expect(found.map(\.fact) == [1, 2, 3, 6])
        #expect(found.map(\.kind) == [.attest, .sign, .clock, .lateCover])
    }
}

extension ClosedRange<LocalDate> {
    static func single(_ text: String) -> Self {
        let date = LocalDate(iso: text) ?? .first
        return date...date
    }
}
