import AttendanceModel
import DeviceIO
import EventLog
import Runtime
import Synchronization

/// Where readers and commands deliver; holds what waits for the log, and what `status` shows.
final class Intake: DeviceSink {
    let waiting = Mailbox<Submission>(capacity: capacity)
    private let status: Mutex<Status>
    private let author: String
    private let journal: Journal

    /// More than a school's readers can see in a minute; a full mailbox stops the reading, nothing is dropped.
    static let capacity = 4096

    init(_ status: Status, author: String, journal: Journal) {
        self.status = Mutex(status)
        self.author = author
        self.journal = journal
    }

    // MARK: Readers

    func take(_ punch: ReaderPunch) async {
        status.withLock { status in
            status.lastPunch = punch.at
            status.change(punch.device) { $0.punches += 1 }
        }
        let body = Punch(credential: punch.credential, wall: nil, codes: .none, basis: ClockBasis(punch.clock))
        let fact = NewFact(
            .punch(body), at: punch.at, source: punch.device.text, author: author, raw: punch.raw)
        await waiting.send(Submission(facts: [fact], reply: nil))
    }

    func link(_ device: DeviceID, is state: LinkState, at instant: Instant) async {
        let report: SessionReport
        switch state {
        case .up:
            report = SessionReport(state: .up)
            journal.log(.info, "The reader \(device) is up.")
        case .lost(let reason):
            report = SessionReport(state: .lost, reason: reason)
            journal.log(.warning, "The reader \(device) is lost: \(reason)")
        case .stopped: report = SessionReport(state: .stopped)
        }
        status.withLock { status in
            status.change(device) { entry in
                entry.state = Status.Device.State(report.state)
                entry.since = instant
                entry.reason = report.reason
            }
        }
        let fact = NewFact(.session(report), at: instant, source: device.text, author: author)
        await waiting.send(Submission(facts: [fact], reply: nil))
    }

    func line(_ device: DeviceID, has counters: LineCounters) {
        status.withLock { status in
            status.change(device) { entry in
                entry.frames = counters.frames
                entry.discarded = counters.discarded
                entry.lastByte = counters.lastByte
            }
        }
    }

    // MARK: Commands

    /// Hands facts to the log and waits for what became of them; with trouble in the log that is known at once.
    func contribute(_ facts: [NewFact]) async -> Result<[Appended], LogError> {
        if facts.isEmpty { return .success([]) }
        return await withCheckedContinuation { reply in
            waiting.post(Submission(facts: facts, reply: reply))
        }
    }

    // MARK: Status

    var current: Status {
        status.withLock { status in
            var status = status
            status.waiting += waiting.count
            return status
        }
    }

    func update(_ change: (inout Status) -> Void) {
        status.withLock { change(&$0) }
    }

    /// Readers that the configuration no longer has disappear; new ones wait to be opened.
    func expect(_ configuration: Configuration, at now: Instant) {
        status.withLock { status in
            status.devices = configuration.devices.map { settings in
                let known = status.devices.first { $0.id == settings.id && $0.port == settings.port }
                var device =
                    known
                    ?? Status.Device(
                        id: settings.id, driver: settings.driver, port: settings.port, state: .waiting, since: now)
                device.place = configuration.places[settings.id.text]
                return device
            }
        }
    }
}

extension Status {
    fileprivate mutating func change(_ id: DeviceID, _ body: (inout Device) -> Void) {
        guard let place = devices.firstIndex(where: { $0.id == id }) else { return }
        body(&devices[place])
    }

    /// One line for `systemctl status`.
    var line: String {
        let lost = devices.filter { $0.state == .lost }
        var parts = [devices.count == 1 ? "1 reader" : "\(devices.count) readers"]
        if !lost.isEmpty { parts.append("lost: " + lost.map(\.id.text).joined(separator: " ")) }
        parts.append("log \(facts)")
        switch store {
        case .fine: parts.append("log ok")
        case .failing(_, let reason): parts.append("log not writable, \(waiting) wait: \(reason)")
        }
        return parts.joined(separator: ", ")
    }
}

extension Status.Device.State {
    fileprivate init(_ state: SessionReport.State) {
        switch state {
        case .up: self = .up
        case .lost: self = .lost
        case .stopped: self = .stopped
        }
    }
}

extension ClockBasis {
    fileprivate init(_ synchronisation: ClockSynchronisation) {
        switch synchronisation {
        case .synchronised: self = .hostSynchronised
        case .unsynchronised: self = .hostUnsynchronised
        case .unknown: self = .hostUnknown
        }
    }
}
