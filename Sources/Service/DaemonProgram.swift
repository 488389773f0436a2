import Glibc
import Runtime

/// `dutyclockd` as a program: options, signals, exit status.
package struct DaemonProgram: Sendable {
    private var configurationPath: String?
    private var dataDirectory: String?

    private static let usage = """
        Usage: dutyclockd [--config FILE] [--data DIR]

        Collects punches from card readers into the log, until SIGTERM.

          --config FILE   the configuration (default: \(Configuration.defaultPath))
          --data DIR      the folder of the log, instead of the configuration's
          --version       print the version
          --help          print this help

        SIGHUP reads the configuration again; one with faults changes nothing.
        Example: dutyclockd --config ./dutyclock.json5 --data /tmp/school
        """

    private enum Refusal: Error {
        case usage(String)
        case information(String)
    }

    /// Runs the program with its arguments, without its name, and returns its exit status (sysexits.h).
    package static func run(_ arguments: [String]) -> Int32 {
        do throws(Refusal) {
            return try DaemonProgram(arguments).run()
        } catch {
            switch error {
            case .usage(let sentence):
                complain("dutyclockd: \(sentence)\nTry: dutyclockd --help")
                return 64
            case .information(let text):
                print(text)
                return 0
            }
        }
    }

    private init(_ arguments: [String]) throws(Refusal) {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            switch option {
            case "--help", "-h": throw .information(Self.usage)
            case "--version": throw .information("dutyclockd \(Daemon.version)")
            case "--config", "--data":
                guard let value = rest.popFirst(), !value.isEmpty else {
                    throw .usage("\(option) needs a value.")
                }
                if option == "--config" { configurationPath = value } else { dataDirectory = value }
            default: throw .usage("The option \(option) is not known.")
            }
        }
    }

    private func run() -> Int32 {
        do throws(ServiceError) {
            try serve(try configuration())
            return 0
        } catch {
            Self.complain("dutyclockd: \(error)")
            if case .findings = error { return 78 }
            return error.exitStatus
        }
    }

    /// What the file and the options say; without a file there are no readers yet, which is no fault.
    private func configuration() throws(ServiceError) -> Configuration {
        var configuration = Configuration()
        do throws(ServiceError) {
            configuration = try Configuration.read(configurationPath ?? Configuration.defaultPath)
        } catch {
            guard configurationPath == nil, case .file(_, _, .notFound) = error else { throw error }
        }
        if let dataDirectory { configuration.dataDirectory = Self.absolute(dataDirectory) }
        return configuration
    }

    /// The lock file tells other programs where the socket is, wherever they were started.
    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        // SAFETY: getcwd returns a text from malloc, which is copied and freed here, or nil.
        guard let folder = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(folder) }
        return unsafe String(cString: folder) + "/" + path
    }

    private func serve(_ configuration: Configuration) throws(ServiceError) {
        let signals: Signals
        let loop: EventLoop
        do throws(Errno) {
            Signals.ignoreBrokenPipes()
            signals = try Signals([SIGTERM, SIGINT, SIGHUP])
            loop = try EventLoop()
        } catch {
            throw .file(doing: "set up the event loop for", path: configuration.dataDirectory, error)
        }
        let daemon = try Daemon(configuration, on: loop)
        let failure = loop.runToCompletion {
            await withTaskGroup(of: Void.self) { group -> ServiceError? in
                group.addTask { await obey(signals, on: loop, daemon) }
                defer { group.cancelAll() }
                do throws(ServiceError) {
                    try await daemon.run()
                    return nil
                } catch {
                    return error
                }
            }
        }
        if let failure { throw failure }
    }

    private func obey(_ signals: Signals, on loop: EventLoop, _ daemon: Daemon) async {
        while let signal = await signals.next(on: loop) {
            guard signal == SIGHUP else {
                daemon.stop()
                continue
            }
            do throws(ServiceError) {
                daemon.reload(try configuration())
            } catch {
                Journal(program: "dutyclockd").log(.error, "The old configuration stays in force: \(error)")
            }
        }
    }

    private static func complain(_ text: String) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty, let count = try? writeBytes(rest, to: STDERR_FILENO) { rest = rest.dropFirst(count) }
    }
}
