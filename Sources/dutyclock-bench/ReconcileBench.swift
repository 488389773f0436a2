import Reconciler
import Timetable

/// Times a school month from its facts to its ledger, stage by stage, in processor time.
struct ReconcileBench {
    let rounds: Int

    func run() throws {
        guard let month = SchoolMonth(seed: 1) else { throw Bench.Problem.yardstick("make a school month") }
        var reading: [Double] = []
        var judging: [Double] = []
        var lines = 0
        var met = 0
        for _ in 0..<rounds {
            var book = Book()
            reading.append(Stopwatch.processorSeconds { book = Book.assemble(documents: month.documents).book })
            judging.append(
                Stopwatch.processorSeconds {
                    let ledger = reconcile(book, facts: month.facts, dates: SchoolMonth.dates, asOf: SchoolMonth.asOf)
                    lines = ledger.lines.count
                    met = ledger.lines.count { $0.verdict.base == .met }
                })
        }
        print("one school month: \(month.facts.count) facts, \(month.requirements) requirements of the roster,")
        print("  \(lines) lines, \(met) met")
        Stopwatch.row("assemble the book, CPU us", Stopwatch.percentile(reading, 0.5) * 1e6, nil)
        Stopwatch.row("reconcile, CPU us", Stopwatch.percentile(judging, 0.5) * 1e6, nil)
    }
}
