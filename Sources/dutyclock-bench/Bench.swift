import AttendanceModel
import CYardstick
import EventLog
import Glibc

/// Measures the log beside the same work in C, in one run, and prints ratios: only those carry over to another
/// computer. `dutyclock-bench [lines] [commits] [rounds]`, `dutyclock-bench reconcile [rounds]`, `dutyclock-bench
/// district [schools]`; a developer's tool, built with `-c release`.
@main struct Bench {
    let lines: Int
    let commits: Int
    let rounds: Int
    let folder: String

    static func main() {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let bench = Bench(
            lines: numbers.first ?? 1_000_000, commits: numbers.dropFirst().first ?? 2000,
            rounds: numbers.dropFirst(2).first ?? 3, folder: "/var/tmp/dutyclock-bench-\(getpid())")
        do {
            if CommandLine.arguments.contains("reconcile") {
                try ReconcileBench(rounds: numbers.first ?? 9).run()
            } else if CommandLine.arguments.contains("district") {
                unsafe mkdir(bench.folder, 0o700)
                defer { bench.remove(bench.folder) }
                try DistrictBench(schools: numbers.first ?? 183, folder: bench.folder).run()
            } else {
                try bench.run()
            }
        } catch {
            print("dutyclock-bench: \(error)")
            exit(1)
        }
    }

    enum Problem: Error {
        case yardstick(String)
        case parser(String)
    }

    func run() throws {
        unsafe mkdir(folder, 0o700)
        defer { remove(folder) }
        let export = folder + "/1_attlog.dat"
        guard unsafe yardstick_generate(export, lines) == 0 else { throw Problem.yardstick("write \(export)") }
        try compareIngest(export)
        try compareCommits()
    }

    /// Interleaved, so that a slow minute of the computer hits all alike; medians of the rounds.
    private func compareIngest(_ export: String) throws {
        var parse: [Double] = []
        var limit: [Double] = []
        var own: [Double] = []
        var again: [Double] = []
        var verify: [Double] = []
        for round in 0..<rounds {
            let yardstick = try emptyLog("c\(round)")
            parse.append(try Stopwatch.seconds { try expect(unsafe yardstick_parse(export)) })
            limit.append(
                try Stopwatch.seconds { try expect(unsafe yardstick_ingest(export, yardstick + "/events.db", 65_536)) })
            let ours = try emptyLog("s\(round)")
            own.append(try Stopwatch.seconds { try Ingest(export).run(into: ours) })
            again.append(try Stopwatch.seconds { try Ingest(export).run(into: ours) })
            verify.append(
                try Stopwatch.seconds {
                    for directory in [ours, yardstick] where try !Verifier.verify(directory: directory).isWhole {
                        throw Problem.yardstick("write a whole log: \(directory)")
                    }
                } / 2)
            remove(yardstick)
            remove(ours)
        }
        print("ingest of \(lines) lines, rows a second")
        Stopwatch.row("C, parse only", rate(parse), nil)
        Stopwatch.row("C, same schema and hashes", rate(limit), nil)
        Stopwatch.row("dutyclock", rate(own), rate(own) / rate(limit))
        Stopwatch.row("dutyclock, the same file again", rate(again), rate(again) / rate(own))
        Stopwatch.row("dutyclock, verify", rate(verify), rate(verify) / rate(limit))
    }

    private func compareCommits() throws {
        let yardstick = try emptyLog("commit-c")
        let ours = try emptyLog("commit-s")
        var limit = [Double](repeating: 0, count: commits)
        var floor = limit
        var own: [Double] = []
        let store = try openStore(ours)
        guard unsafe yardstick_sync(folder + "/floor", Int32(clamping: commits), &floor) == 0 else {
            throw Problem.yardstick("write and sync")
        }
        guard unsafe yardstick_commit(yardstick + "/events.db", Int32(clamping: commits), &limit) == 0 else {
            throw Problem.yardstick("commit")
        }
        for number in 0..<commits {
            let punch = Punch(
                credential: .machineUser("213"), wall: LocalDateTime(wallSeconds: 1_780_000_000 + Int64(number)),
                codes: PunchCodes(state: 255, verify: 1, workCode: 0), basis: .machineAssumed)
            let began = Stopwatch.now()
            _ = try store.append(
                NewFact(
                    .punch(punch), at: Instant(seconds: 1_780_000_000 + Int64(number)), source: "gate",
                    author: "bench(0)", origin: 0, raw: Array("    213\t2026-09-16 07:05:12\t1\t255\t1\t0".utf8)))
            own.append((Stopwatch.now() - began) * 1e6)
        }
        try store.close()
        print("\(commits) facts, one durable commit each, microseconds")
        for (name, share) in [("p50", 0.5), ("p99", 0.99)] {
            Stopwatch.row("\(name): write and fdatasync", Stopwatch.percentile(floor, share), nil)
            Stopwatch.row("\(name): C, same schema and hashes", Stopwatch.percentile(limit, share), nil)
            Stopwatch.row(
                "\(name): dutyclock", Stopwatch.percentile(own, share),
                Stopwatch.percentile(own, share) / Stopwatch.percentile(limit, share))
        }
    }

    /// A new log that holds its first fact, closed.
    private func emptyLog(_ name: String) throws -> String {
        let directory = folder + "/" + name
        try openStore(directory).close()
        return directory
    }

    private func openStore(_ directory: String) throws(LogError) -> LogStore {
        try LogStore.open(directory: directory, program: "dutyclock-bench", socketPath: nil) {
            Instant(seconds: 1_790_000_000)
        }
    }

    private func expect(_ rows: Int) throws {
        guard rows == lines else { throw Problem.yardstick("read \(lines) lines, but \(rows)") }
    }

    private func rate(_ seconds: [Double]) -> Double { Double(lines) / Stopwatch.percentile(seconds, 0.5) }

    /// Removes what this program made: a folder with files and folders of files.
    func remove(_ path: String) {
        if let folder = unsafe opendir(path) {
            while let entry = unsafe readdir(folder) {
                let name = unsafe withUnsafePointer(to: &entry.pointee.d_name.0) { unsafe String(cString: $0) }
                if name != ".", name != ".." { remove(path + "/" + name) }
            }
            unsafe closedir(folder)
            unsafe rmdir(path)
        } else {
            unsafe unlink(path)
        }
    }
}
