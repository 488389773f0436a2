import Testing
import WireFormats

/// A stick that is pulled out early ends the file at any byte.
@Suite struct AttlogCutTests {
    private static let samples: [[UInt8]] =
        Vector.exports.filter { $0.name.contains("attlog") }.map(\.bytes)
        + [
            "1\t2026-03-02 08:00:00\n22\t2026-03-02 08:00:01\n",
            "1\t2026-03-02 08:00:00\t1\t255\t15\t12\n2\t2026-03-02 08:00:01\t1\t255\t15\t120\n",
            "1\t2026-03-02 08:00:00\t1\t0\t1\t0\t\t\t\t7\r\n2\t2026-03-02 08:00:00\t1\t0\t1\t0\t\t\t\t0\r\n",
            "1\t2026-03-02 08:00:00\t1\t0\t1\t0\r\n\r\nrubbish\r\n3\t2025-02-30 08:00:00\t1\t0\t1\t0\r\n",
        ].map { Array($0.utf8) }

    @Test(arguments: samples) func losesNoCompleteRowAndTakesNoneHalf(_ file: [UInt8]) {
        let whole = AttlogFile(file)
        for cut in 0...file.count {
            let part = AttlogFile(Array(file[..<cut]))
            let complete = whole.rows.filter { row in row.offset < cut && file[Int(row.offset)..<cut].contains(0x0A) }
            #expect(part.rows.starts(with: complete), "cut at \(cut)")
            #expect(whole.rows.starts(with: part.rows), "cut at \(cut)")
            #expect(part.rows.count <= complete.count + 1)
            #expect(part.accountsForEveryByte, "cut at \(cut)")
        }
    }

    @Test func saysThatTheFileEndsWithinARow() {
        let rows = Array("213\t2026-03-02 15:21:26\t1\t0\t1\t0\r\n 94\t2026-03-02 15:21:27\t1\t0\t1\t0\r\n".utf8)
        for cut in rows.count / 2 + 1..<rows.count {
            let part = AttlogFile(Array(rows[..<cut]))
            #expect(part.summary.endsEarly, "cut at \(cut)")
            #expect(part.refusals.map(\.reason) == (part.rows.count == 2 ? [] : [.cut]), "cut at \(cut)")
        }
        #expect(!AttlogFile(rows).summary.endsEarly)
    }

    /// An editor may have taken the last line end away: the row is whole when no further digit can follow.
    @Test(arguments: [
        ("1\t2026-03-02 08:00:00\t1\t0\t1\t0\n2\t2026-03-02 08:00:01\t1\t0\t1\t0", true),
        ("1\t2026-03-02 08:00:00\t1\t0\t1\t0\n2\t2026-03-02 08:00:01\t1\t0\t1\t1", false),
        ("1\t2026-03-02 08:00:00\t1\t0\t1\t0\n2\t2026-03-02 08:00:01\t1\t0", false),
        ("1\t2026-03-02 08:00:00\t1\t0\t1\t0\n2\t2026-03-02 08:00:01", false),
        ("1\t2026-03-02 08:00:00\n2\t2026-03-02 08:00:01", true),
        ("1\t2026-03-02 08:00:00\n2\t2026-03-02 08:00:0", false), ("2\t2026-03-02 08:00:01", false),
        ("2\t2026-03-02 08:00:01\t1\t0\t1\t0", true), ("2\t2026-03-02 08:00:01\t1\t0\t1\t7\r", true),
    ])
    func lastRowWithoutLineEndIsTakenOnlyWhenItCannotBeHalf(_ text: String, _ isTaken: Bool) {
        let file = AttlogFile(text)
        #expect((file.rows.last?.userID == "2") == isTaken)
        #expect(file.refusals.map(\.reason) == (isTaken ? [] : [.cut]))
    }

    @Test(arguments: samples) func chunksOfAnySizeGiveTheSame(_ file: [UInt8]) {
        let whole = AttlogFile(file)
        for chunk in 1...file.count {
            let pieces = AttlogFile(file, chunk: chunk)
            #expect(pieces.items == whole.items)
            #expect(pieces.raw == whole.raw)
            #expect(pieces.summary == whole.summary)
        }
    }
}
