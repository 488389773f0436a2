import AttendanceModel
import DeviceIO
import DeviceSimulators
import EventLog
import Glibc
import Reports
import Runtime
import Service
import TextCodec
import WireFormats

/// The real daemon in this process, with readers on pseudo-terminals and a clock that the demo moves.
final class DemoStation {
    let folder: String
    let clock: ManualClock
    private let zone: ZoneRules
    private var readers: [String: PseudoTerminal] = [:]
    private let loop: EventLoop
    private let daemon: Daemon

    /// Starts the daemon on a new log in a folder of its own below the system's temporary folder.
    init(zone: ZoneRules, starting time: LocalDateTime) throws(CommandError) {
        self.zone = zone
        folder = try Self.makeFolder()
        clock = ManualClock(now: zone.instant(of: time).milliseconds)
        do throws(Errno) {
            for name in ["hall", "bus"] { readers[name] = try PseudoTerminal(link: "\(folder)/\(name)") }
            loop = try EventLoop.startThread(named: "loop")
        } catch {
            throw Self.cannot(error)
        }
        var configuration = Configuration()
        configuration.dataDirectory = folder + "/log"
        configuration.devices = readers.map { name, terminal in
            DeviceSettings(
                id: DeviceID(name), driver: "rdm6300", port: terminal.link, serial: SerialSettings(baudRate: 9600),
                format: nil)
        }
        do {
            daemon = try Daemon(configuration, on: loop, clock: clock, opener: TermiosPortOpener(), journal: .silent)
        } catch {
            throw CommandError(error)
        }
        Task(executorPreference: loop) { [daemon] in
            // A daemon that cannot begin leaves no log, which `waitForFacts` tells.
            try? await daemon.run()
        }
    }

    var dataDirectory: String { folder + "/log" }

    func now(_ time: LocalDateTime) {
        clock.set(zone.instant(of: time).milliseconds)
    }

    /// Gives a file the date that it has in the story.
    func date(_ path: String, _ time: LocalDateTime) {
        let seconds = zone.instant(of: time).seconds
        let times = [timeval(tv_sec: Int(seconds), tv_usec: 0), timeval(tv_sec: Int(seconds), tv_usec: 0)]
        // SAFETY: utimes reads two values, which outlive the call.
        _ = unsafe utimes(path, times)
    }

    /// A card at a reader.
    func tap(_ reader: String, card: UInt64) throws(CommandError) {
        do throws(Errno) {
            try readers[reader]?.send(ReaderFrames.rdm6300(card: card))
        } catch {
            throw Self.cannot(error)
        }
    }

    /// Waits until the log holds `size` facts.
    func waitForFacts(_ size: Int64) throws(CommandError) {
        for _ in 0..<1000 {
            if let reader = try? LogReader.open(directory: dataDirectory), let now = try? reader.size(), now >= size {
                return
            }
            usleep(5000)
        }
        throw .failed(
            .unavailable, Phrase("The demo's daemon does not answer.", "演示用的服务没有响应。"))
    }

    func size() -> Int64 {
        (try? LogReader.open(directory: dataDirectory).size()) ?? 0
    }

    /// Stops the daemon as SIGTERM would, and removes everything.
    func end() {
        daemon.stop()
        for _ in 0..<1000 where (try? LogOwner.current(directory: dataDirectory)) != nil { usleep(5000) }
        loop.stopAndJoin()
        readers = [:]
        Self.remove(folder)
    }

    private static func makeFolder() throws(CommandError) -> String {
        var template = Array("\(Environment.variable("TMPDIR") ?? "/tmp")/dutyclock-demo.XXXXXX".utf8CString)
        // SAFETY: the template is a writable C string that ends in six X, as mkdtemp wants it.
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe mkdtemp(base) != nil
        }
        guard made else { throw cannot(.last) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder of ours with everything in it; links are removed, never followed.
    private static func remove(_ path: String) {
        if let folder = unsafe opendir(path) {
            while let entry = unsafe readdir(folder) {
                let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
                    unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let type = unsafe Int32(entry.pointee.d_type)
                if type == Int32(DT_DIR) {
                    remove("\(path)/\(name)")
                } else {
                    _ = unsafe unlink("\(path)/\(name)")
                }
            }
            unsafe closedir(folder)
        }
        _ = unsafe rmdir(path)
    }

    private static func cannot(_ error: Errno) -> CommandError {
        .failed(.unavailable, Phrase("The demo cannot begin: \(error).", "演示无法开始：\(error)。"))
    }
}
