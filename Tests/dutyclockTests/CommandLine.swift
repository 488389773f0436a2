import Foundation
import Testing

/// The built `dutyclock`, run as people run it: words in, text and exit status out.
struct CommandLine {
    struct Answer {
        let status: Int32
        let output: String
        let errors: String
    }

    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "dutyclock-cli-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The executable that was built beside the test bundle.
    static var executable: URL {
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = bundle.deletingLastPathComponent().appendingPathComponent("dutyclock")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        // `swift test` runs the bundle through a helper of the toolchain: the bundle's own path is an argument.
        let words = ProcessInfo.processInfo.arguments
        let named = words.first { $0.hasSuffix(".xctest") } ?? ""
        return URL(fileURLWithPath: named).deletingLastPathComponent().appendingPathComponent("dutyclock")
    }

    /// Runs `dutyclock WORDS --data FOLDER/log`, at most a minute.
    @discardableResult
    func callAsFunction(_ words: String..., language: String = "C.UTF-8") throws -> Answer {
        try run(words, environment: ["LC_ALL": language])
    }

    @discardableResult
    func run(_ words: [String], environment: [String: String] = [:]) throws -> Answer {
        try start(words, environment: environment).answer()
    }

    /// Starts `dutyclock WORDS` and goes on; it is ended after a minute.
    func start(_ words: [String], environment: [String: String] = [:]) throws -> Running {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = words + ["--data", folder + "/log"]
        process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let output = Pipe()
        let errors = folder + "/errors"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let killer = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: killer)
        return Running(process: process, output: output, errors: errors, killer: killer)
    }

    /// A `dutyclock` that has not ended yet.
    struct Running {
        fileprivate let process: Process
        fileprivate let output: Pipe
        fileprivate let errors: String
        fileprivate let killer: DispatchWorkItem

        /// Blocks until standard error holds `text`; false when it never does.
        func waits(for text: String) -> Bool {
            while process.isRunning {
                if let said = try? String(contentsOfFile: errors, encoding: .utf8), said.contains(text) { return true }
                usleep(10_000)
            }
            return false
        }

        /// As Ctrl-C does.
        func interrupt() { process.interrupt() }

        /// Blocks until it ends.
        func answer() throws -> Answer {
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            killer.cancel()
            return Answer(
                status: process.terminationStatus, output: text,
                errors: try String(contentsOfFile: errors, encoding: .utf8))
        }
    }

    func write(_ text: String, to name: String) throws -> String {
        let path = folder + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    func path(_ name: String) -> String { folder + "/" + name }
}
