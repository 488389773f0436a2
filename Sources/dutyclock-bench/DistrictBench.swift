import AttendanceModel
import CYardstick
import EventLog
import Glibc
import Reconciler
import Timetable

/// Times the month of a district: many schools one after the other, each from its own log on disk, on one core.
struct DistrictBench {
    let schools: Int
    let folder: String

    private enum Stage: String, CaseIterable {
        case read = "open the log and read its facts"
        case assemble = "assemble the book"
        case judge = "reconcile"
        case add = "add up"
    }

    func run() throws {
        var facts = 0
        for number in 0..<schools {
            guard let month = SchoolMonth(seed: UInt64(number + 1)) else {
                throw Bench.Problem.yardstick("make a school month")
            }
            facts += month.facts.count
            try month.write(into: folder + "/\(number)")
        }
        var seconds: [Stage: Double] = [:]
        func time<Value>(_ stage: Stage, _ work: () throws -> Value) rethrows -> Value {
            let began = Stopwatch.processorNow()
            defer { seconds[stage, default: 0] += Stopwatch.processorNow() - began }
            return try work()
        }
        var duties = 0
        var met = 0
        var fen = 0
        let wall = try Stopwatch.seconds {
            for number in 0..<schools {
                let log = try time(.read) { try SchoolLog(folder + "/\(number)") }
                let book = time(.assemble) { Book.assemble(documents: log.documents).book }
                var ledger: Ledger? = time(.judge) {
                    reconcile(book, facts: log.facts, dates: SchoolMonth.dates, asOf: SchoolMonth.asOf)
                }
                time(.add) {
                    guard let found = ledger else { return }
                    duties += found.lines.count
                    met += found.lines.count { $0.verdict.base == .met }
                    fen += found.totals.reduce(0) { $0 + $1.fen }
                    // Giving a ledger back is part of the work.
                    ledger = nil
                }
            }
        }
        var limit = 0.0
        _ = unsafe yardstick_match(schools * SchoolMonth.people, 22, &limit)
        let sum = Stage.allCases.reduce(0) { $0 + (seconds[$1] ?? 0) }
        print("a district month: \(schools) schools, \(facts) facts, \(duties) duties, \(met) met, \(fen) fen")
        Stopwatch.row("wall, ms", wall * 1e3, nil)
        Stopwatch.row("CPU, ms", sum * 1e3, nil)
        for stage in Stage.allCases {
            let value = seconds[stage] ?? 0
            Stopwatch.row("  " + stage.rawValue + ", ms", value * 1e3, sum > 0 ? value / sum : nil)
        }
        Stopwatch.row("a school, CPU us", sum / Double(max(schools, 1)) * 1e6, nil)
        Stopwatch.row("C, the matching loop alone, us", limit * 1e6, limit > 0 ? sum / limit : nil)
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        Stopwatch.row("most memory, KiB", Double(usage.ru_maxrss), nil)
    }
}

/// What reconciling a month reads of a school's log.
private struct SchoolLog {
    let documents: [(document: Document, recorded: Instant)]
    let facts: [Fact]

    init(_ directory: String) throws(LogError) {
        let reader = try LogReader.open(directory: directory)
        documents = try reader.facts(FactQuery(kinds: [.publish])).compactMap { fact in
            guard case .publish(let document) = fact.body else { return nil }
            return (document, fact.recorded)
        }
        let needed = factsNeeded(for: SchoolMonth.dates)
        let times = needed.punches.lowerBound..<needed.punches.upperBound.advanced(byMilliseconds: 1)
        let office = try reader.facts(FactQuery(kinds: Set(FactsNeeded.always)))
        facts = office + (try reader.facts(FactQuery(kinds: [.punch], times: times, untimed: true)))
    }
}

extension SchoolMonth {
    /// Writes the school's log: published files first, then day by day what the office wrote, the stick at the end.
    func write(into directory: String) throws(LogError) {
        var now = Self.published
        let store = try LogStore.open(directory: directory, program: "dutyclock-bench", socketPath: nil) { now }
        _ = try store.append(
            documents.map { NewFact(.publish($0.document), at: nil, source: "office", author: "bench(0)") })
        let written = facts.filter { $0.kind.isEntry }
        for date in Self.dates.days {
            let today = written.filter { $0.recorded.seconds / 86_400 == Int64(date.dayNumber) }
            guard let first = today.first else { continue }
            now = first.recorded
            _ = try store.append(today.map { NewFact($0.body, at: $0.at, source: $0.source, author: $0.author) })
        }
        now = Self.asOf
        let machine = facts.filter { !$0.kind.isEntry }.map { fact in
            NewFact(
                fact.body, at: fact.at, uncertaintyMilliseconds: fact.kind == .punch ? 60_000 : 0,
                source: fact.source, author: fact.author,
                raw: fact.kind == .punch ? Array("       12\t2026-09-16 07:05:12\t1\t255\t1\t0".utf8) : nil)
        }
        let batch = store.beginImport()
        _ = try batch.append(machine)
        try batch.commit()
        try store.close()
    }
}
