import AttendanceModel
import DeviceSimulators
import EventLog
import Foundation
import Service
import Testing

/// The real daemon as a child process, with simulated readers on pseudo-terminals.
final class DaemonProcess {
    let folder: TestFolder
    private var process = Process()
    private let configuration: String
    private let errors: String

    var data: String { folder.path + "/data" }
    var pid: Int32 { process.processIdentifier }

    /// `readers` are the names of RDM6300 readers whose ports are links of the same name in the folder.
    init(readers: [String] = ["gate"], folder: TestFolder? = nil) throws {
        let folder = try folder ?? TestFolder()
        self.folder = folder
        configuration = folder.path + "/dutyclock.json5"
        errors = folder.path + "/stderr"
        try configure(readers: readers)
    }

    deinit {
        kill()
    }

    func configure(readers: [String]) throws {
        let devices = readers.map { "\($0): { driver: \"rdm6300\", port: \"\(folder.path)/\($0)\" }," }
        _ = try folder.write(
            "{ data: \"\(data)\", devices: { \(devices.joined(separator: "\n")) } }", to: "dutyclock.json5")
    }

    static var program: String {
        let test = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: test ?? "").deletingLastPathComponent().path + "/dutyclockd"
    }

    /// Starts the daemon, after `prelude` in a shell, and waits until it takes commands.
    func start(prelude: String = "") throws {
        process = try launch(prelude)
        try #require(try holds { try self.answers() }, "the daemon does not answer: \(messages)")
    }

    /// Starts the daemon and waits for its end; returns its exit status.
    func runToEnd() throws -> Int32 {
        process = try launch("")
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func launch(_ prelude: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\(prelude)\nexec \"$0\" --config \"$1\"", Self.program, configuration]
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        return process
    }

    private func answers() throws -> Bool {
        guard let owner = try? LogOwner.current(directory: data), owner.pid == pid else { return false }
        return (try? status()) != nil
    }

    /// What the daemon has said since it was last started.
    var messages: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

    func status() throws -> Status? { try OwnerConnection(dataDirectory: data, create: false).status() }

    func send(_ signal: Int32) { Foundation.kill(pid, signal) }

    /// Ends it without a chance to clean up.
    func kill() {
        guard process.isRunning else { return }
        send(SIGKILL)
        process.waitUntilExit()
    }

    /// Waits for its end; nil when it does not end in time.
    func exitStatus(within seconds: Double) -> Int32? {
        guard holds(within: seconds, { !process.isRunning }) else { return nil }
        return process.terminationStatus
    }

    // MARK: What people see

    func facts(_ kinds: Set<FactKind>) throws -> [Fact] {
        guard let reader = try? LogReader.open(directory: data) else { return [] }
        return try reader.facts(FactQuery(kinds: kinds))
    }

    func count(_ query: FactQuery) throws -> Int64 { try LogReader.open(directory: data).count(query) }

    /// The subjects of all punches, in order.
    func punches() throws -> [String] { try facts([.punch]).map(\.subject) }

    /// What the sessions of a reader went through.
    func sessions(of reader: String) throws -> [SessionReport.State] {
        try facts([.session]).filter { $0.source == reader }.compactMap {
            guard case .session(let report) = $0.body else { return nil }
            return report.state
        }
    }

    func isUp(_ reader: String) throws -> Bool {
        try status()?.devices.first { $0.id.text == reader }?.state == .up
    }
}

/// The subject of a punch with an EM4100 card.
func subject(_ card: UInt64) -> String { Credential.card(.em4100(card)).subject }
