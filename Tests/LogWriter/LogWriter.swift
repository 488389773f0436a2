import AttendanceModel
import EventLog
import Glibc

/// Writes or reads a log in a process of its own, as its arguments say, and reports on standard output.
@main struct LogWriter {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            say("error \(error)")
            exit(1)
        }
    }

    static func run(_ arguments: [String]) throws(LogError) {
        guard arguments.count >= 2 else { return say("usage: LogWriter append|import|hold|starve|read DIRECTORY") }
        switch arguments[0] {
        case "append": try append(arguments[1])
        case "import": try importing(arguments[1])
        case "hold": try hold(arguments[1])
        case "starve": try starve(arguments[1], bytes: arguments.count > 2 ? UInt(arguments[2]) ?? 0 : 0)
        case "read": try read(arguments[1])
        default: say("unknown mode \(arguments[0])")
        }
    }

    /// One line on standard output, unbuffered: what is said is outside this process before the next step.
    static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = unsafe write(1, bytes, bytes.count)
    }

    static func open(_ directory: String) throws(LogError) -> LogStore {
        try LogStore.open(directory: directory, program: "LogWriter", socketPath: "/run/test.sock") {
            var time = timespec()
            unsafe clock_gettime(CLOCK_REALTIME, &time)
            return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
        }
    }

    static func punch(_ number: Int64, user: String) -> NewFact {
        let time = Instant(milliseconds: 1_780_000_000_000 + number * 1000)
        let punch = Punch(
            credential: .machineUser(user), wall: nil, codes: .none, basis: .hostSynchronised)
        return NewFact(.punch(punch), at: time, source: "gate", author: "test(0)", raw: Array("frame \(number)".utf8))
    }

    /// Appends punches for ever; says the number of each once it is acknowledged.
    static func append(_ directory: String) throws(LogError) {
        let store = try open(directory)
        var number = store.size
        while true {
            _ = try store.append(punch(number, user: "live"))
            say("\(number)")
            number += 1
        }
    }

    /// Imports rows for ever, with a live punch between; says what is acknowledged.
    static func importing(_ directory: String) throws(LogError) {
        let store = try open(directory)
        var number = store.size
        while true {
            let batch = store.beginImport()
            let rows = (0..<40).map { punch(number + $0, user: "file") }
            _ = try batch.append(rows)
            _ = try store.append(punch(number, user: "live"))
            say("\(number)")
            _ = try batch.append((40..<80).map { punch(number + $0, user: "file") })
            number += 80
            try batch.commit()
            say("done \(number)")
        }
    }

    /// Appends ten punches, then keeps the log until standard input ends, and stops cleanly.
    static func hold(_ directory: String) throws(LogError) {
        let store = try open(directory)
        for number in 0..<Int64(10) { _ = try store.append(punch(number, user: "live")) }
        say("ready")
        var byte: UInt8 = 0
        _ = unsafe Glibc.read(0, &byte, 1)
        try store.close()
    }

    /// Appends until no file may grow any more, or the disk is full, then goes on once there is room again.
    static func starve(_ directory: String, bytes: UInt) throws(LogError) {
        signal(SIGXFSZ, SIG_IGN)
        let store = try open(directory)
        if bytes > 0 { limit(bytes) }
        var number: Int64 = 0
        var problem: LogError?
        while problem == nil, number < 100_000 {
            do throws(LogError) {
                _ = try store.append((0..<50).map { punch(number + $0, user: "live") })
                number += 50
                say("\(number - 1)")
            } catch {
                problem = error
            }
        }
        say("refused \(problem.map { "\($0)" } ?? "nothing")")
        if bytes > 0 {
            limit(.max)
        } else {
            _ = unsafe unlink(directory + "/ballast")
        }
        _ = try store.append(punch(number, user: "live"))
        say("\(number)")
        // The disk may still be too full to tidy up.
        try? store.close()
    }

    static func limit(_ bytes: UInt) {
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: .max)
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }

    static func read(_ directory: String) throws(LogError) {
        let reader = try LogReader.open(directory: directory)
        say("read \(try reader.facts().count)")
    }
}
