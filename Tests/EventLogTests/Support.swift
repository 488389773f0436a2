import AttendanceModel
import EventLog
import Foundation
import TextCodec

/// A directory of its own for one test, removed when the test lets go of it.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "dutyclock-log-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var database: String { path + "/events.db" }
}

/// A clock that a test moves.
final class TestClock {
    var time = Instant(seconds: 1_790_000_000)

    func open(_ directory: TemporaryDirectory, program: String = "test") throws -> LogStore {
        try LogStore.open(directory: directory.path, program: program, socketPath: nil) { self.time }
    }
}

enum Sample {
    static let date = LocalDate(clampingDayNumber: 20_712)

    /// A punch of a machine with a clock of its own, `second` seconds into the day.
    static func machinePunch(
        _ second: Int, user: String = "213", device: String = "gate", state: UInt8? = 0, session: Int64 = 0
    ) -> NewFact {
        let wall = LocalDateTime(date, LocalTime(clampingSecondOfDay: second))
        let punch = Punch(
            credential: .machineUser(user), wall: wall, codes: PunchCodes(state: state, verify: 1, workCode: nil),
            basis: .machineAssumed)
        return NewFact(
            .punch(punch), at: Instant(seconds: wall.wallSeconds - 8 * 3600), uncertaintyMilliseconds: 60_000,
            source: device, author: "dutyclockd(990)", raw: Array("\(user)\t\(wall)\t1\t0\t1\t0".utf8),
            session: session)
    }

    static func entry(
        _ kind: FactKind, _ person: String?, day: Int = 0, duty: String? = nil, other: String? = nil,
        from: String? = nil, ref: Int64? = nil
    ) -> NewFact {
        let date = LocalDate(clampingDayNumber: date.dayNumber + day)
        let entry = Entry(
            dates: kind == .retract ? nil : date...date, duty: duty.map { DutyID($0) }, from: from,
            person: person.map { PersonID($0) }, other: other, by: "T001", ref: ref)
        return NewFact(.entry(kind, entry), at: nil, source: "office", author: "chen(1000)")
    }

    static func publish(_ kind: Document.Kind, _ text: String, day: Int = 0) -> NewFact {
        let document = Document(
            kind: kind, from: LocalDate(clampingDayNumber: date.dayNumber + day), text: text, digest: "00", zone: nil)
        return NewFact(.publish(document), at: nil, source: "office", author: "chen(1000)", raw: Array(text.utf8))
    }
}

/// A finished child process.
struct Outcome {
    let status: Int32
    let output: String
    let errors: String
}

enum Child {
    /// The folder where this package's programs are built: that of the test bundle.
    static let products: String = {
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        let line = maps.split(separator: "\n").first { $0.hasSuffix(".xctest") } ?? ""
        return line.firstIndex(of: "/").map {
            String(line[$0...].split(separator: "/").dropLast().joined(separator: "/"))
        }
        .map { "/" + $0 } ?? ""
    }()

    static var logWriter: String { products + "/LogWriter" }

    static func start(_ program: String, _ arguments: [String], input: Pipe? = nil) throws -> (Process, Pipe) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        if let input { process.standardInput = input }
        try process.run()
        return (process, output)
    }

    static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: complaint)
    }

    /// SQL in the sqlite3 shell: somebody else's tool.
    static func sqlite(_ database: String, _ sql: String) throws -> Outcome {
        try run("/usr/bin/sqlite3", [database, sql])
    }
}
