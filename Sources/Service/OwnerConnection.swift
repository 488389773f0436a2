import AttendanceModel
import EventLog
import Glibc
package import Runtime

/// The one way to write into a log: through the daemon when one owns it, else as its owner for as long as this lives.
///
/// Calls block; they are for commands, not for the daemon. Everything that returns normally is on disk.
package final class OwnerConnection {
    private enum Owner {
        case own(LogStore)
        case remote(RemoteOwner)
    }

    private let owner: Owner
    private let clock: any HostClock
    private let author: String

    /// How long another command that owns the log is waited for.
    private static let patience = Duration.seconds(5)

    /// Finds the owner of the log in `dataDirectory`, or becomes it.
    ///
    /// The log is made if it is absent and `create`. `socket` nil means the path that the owner's lock names. `clock` stamps facts
    /// when this process is the owner.
    package init(
        dataDirectory: String, socket: String? = nil, create: Bool = true, clock: any HostClock = SystemClock()
    ) throws(ServiceError) {
        self.clock = clock
        author = Account.own
        let start = ContinuousClock.now
        while true {
            if let path = (try? LogOwner.current(directory: dataDirectory)).flatMap({ socket ?? $0.socketPath }) {
                owner = .remote(try RemoteOwner(path, dataDirectory: dataDirectory, patience: Self.patience))
                return
            }
            do throws(LogError) {
                if !create { _ = try LogReader.open(directory: dataDirectory) }
                owner = .own(
                    try LogStore.open(directory: dataDirectory, program: "dutyclock", socketPath: nil) {
                        Instant(milliseconds: clock.now())
                    })
                return
            } catch {
                // Another command has the log for a moment.
                guard case .owned = error, start.duration(to: .now) < Self.patience else { throw ServiceError(error) }
                usleep(20_000)
            }
        }
    }

    deinit {
        // What was said to be written is on disk already; closing leaves the checkpoint beside the log, and a log that
        // need not be looked through when it is opened next.
        if case .own(let store) = owner { try? store.close() }
    }

    /// Whether a daemon does the writing.
    package var isRemote: Bool {
        if case .remote = owner { true } else { false }
    }

    /// Writes all of `contributions` in one transaction, or none, and returns one receipt for each, in order.
    package func contribute(_ contributions: [Contribution]) throws(ServiceError) -> [Receipt] {
        switch owner {
        case .remote(let remote): return try remote.contribute(contributions)
        case .own(let store):
            do throws(LogError) {
                return try store.append(contributions.map { $0.fact(author: author) }).map { Receipt($0) }
            } catch {
                throw ServiceError(error)
            }
        }
    }

    /// Imports a machine's export file that was surveyed; importing the same bytes again adds nothing.
    ///
    /// `progress` is called after every chunk of 64 KiB.
    package func importFile(
        _ file: ExportFile, _ request: ImportRequest, progress: (ImportProgress) -> Void = { _ in }
    ) throws(ServiceError) -> ImportOutcome {
        var request = request
        request.size = file.size
        request.digest = file.digest
        var done: Int64 = 0
        func send(_ take: ([UInt8]) throws(ServiceError) -> Void) throws(ServiceError) {
            try file.read { bytes throws(ServiceError) in
                try take(bytes)
                done += Int64(bytes.count)
                progress(ImportProgress(bytesDone: done, bytesTotal: file.size))
            }
        }
        switch owner {
        case .remote(let remote):
            try remote.beginImport(request)
            try send { bytes throws(ServiceError) in try remote.importChunk(bytes) }
            return try remote.finishImport()
        case .own(let store):
            let session = try ImportSession(
                request, store: store, author: author, now: Instant(milliseconds: clock.now()))
            try send { bytes throws(ServiceError) in try session.take(bytes, between: {}) }
            return try session.finish(between: {})
        }
    }

    /// How the daemon does; nil when this process is the owner itself.
    package func status() throws(ServiceError) -> Status? {
        guard case .remote(let remote) = owner else { return nil }
        return try remote.status()
    }
}
