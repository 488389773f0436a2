import AttendanceModel
package import DeviceIO
package import Runtime

/// The collector: readers, the log and the control socket, on three threads that it owns.
///
/// `dutyclockd` runs one for ever; a demo or a test runs one with a clock and a way to open ports of its own.
package final class Daemon: Sendable {
    private let configuration: Configuration
    private let clock: any HostClock
    private let journal: Journal
    private let notify: Notify
    private let intake: Intake
    private let loop: EventLoop
    private let ports: EventLoop
    private let store: EventLoop
    private let supervisor: Supervisor
    private let keeper: LogKeeper
    private let stopping = Latch()

    package static let version = "0.1.0"
    /// Between two rounds of housekeeping, unless the service manager wants to hear from us more often.
    private static let round = Duration.seconds(30)

    /// Makes a daemon whose work happens on `loop`, which the caller runs, and on two threads that it starts.
    package init(
        _ configuration: Configuration, on loop: EventLoop, clock: any HostClock = SystemClock(),
        opener: any PortOpener = StandardPortOpener(), journal: Journal = Journal(program: "dutyclockd"),
        notify: Notify = Notify()
    ) throws(ServiceError) {
        self.configuration = configuration
        self.loop = loop
        self.clock = clock
        self.journal = journal
        self.notify = notify
        do throws(Errno) {
            ports = try EventLoop.startThread(named: "ports")
            store = try EventLoop.startThread(named: "store")
        } catch {
            throw .file(doing: "start a thread for", path: configuration.dataDirectory, error)
        }
        let status = Status(
            started: Instant(milliseconds: clock.now()), version: Self.version,
            dataDirectory: configuration.dataDirectory)
        intake = Intake(status, author: Account.own, journal: journal)
        supervisor = Supervisor(
            loop: loop, desk: PortDesk(thread: ports, opener: opener), clock: clock, sink: intake)
        keeper = LogKeeper(
            thread: store, intake: intake, clock: clock, journal: journal, directory: configuration.dataDirectory)
    }

    /// How it does.
    package var status: Status { intake.current }

    /// Takes over another configuration's readers; everything else needs a restart, and the journal says so.
    package func reload(_ new: Configuration) {
        notify.tell(.reloading)
        if new.dataDirectory != configuration.dataDirectory || new.socketPath != configuration.socketPath {
            journal.log(.warning, "The data folder and the socket change only when dutyclockd is restarted.")
        }
        intake.expect(new, at: Instant(milliseconds: clock.now()))
        supervisor.supervise(new.devices)
        journal.log(.notice, "The configuration is in force: \(new.devices.count) readers.")
        notify.tell(.ready, status: intake.current.line)
    }

    /// Begins to stop; `run` returns when everything that was read is written.
    package func stop() { stopping.open() }

    /// Collects until `stop`; call it on the loop.
    package func run() async throws(ServiceError) {
        defer {
            ports.stopAndJoin()
            store.stopAndJoin()
        }
        let activated = LocalSocket.activated()
        let path = activated.flatMap { LocalSocket.path(of: $0) } ?? configuration.socketPath
        try await keeper.open(socketPath: path)
        let listener: FileDescriptor
        do throws(Errno) {
            // Nobody else serves this path: the log's lock is ours.
            if let activated {
                listener = FileDescriptor(owning: activated)
            } else {
                listener = try LocalSocket.listen(at: path, mode: 0o660)
            }
        } catch {
            intake.waiting.close()
            await keeper.serve()
            throw .file(doing: "listen at", path: path, error)
        }
        let socket = listener.number
        await withDiscardingTaskGroup { group in
            group.addTask { await self.keeper.serve() }
            await collect(socket)
            intake.waiting.close()
        }
        journal.log(.notice, "dutyclockd has stopped.")
    }

    private func collect(_ listener: Int32) async {
        let server = ControlServer(
            loop: loop, keeper: keeper, intake: intake, accounts: AccountDesk(thread: ports), journal: journal)
        intake.expect(configuration, at: Instant(milliseconds: clock.now()))
        supervisor.supervise(configuration.devices)
        await withDiscardingTaskGroup { group in
            group.addTask { await self.supervisor.run() }
            group.addTask { await server.run(listener) }
            group.addTask { await self.keepHouse() }
            journal.log(
                .notice,
                "dutyclockd \(Self.version) collects into \(configuration.dataDirectory): "
                    + "\(configuration.devices.count) readers.")
            notify.tell(.ready, status: intake.current.line)
            await stopping.wait()
            notify.tell(.stopping, status: "stopping")
            supervisor.stop()
            group.cancelAll()
        }
    }

    /// Tells the service manager that all threads turn; a thread that hangs keeps the beat from being sent.
    private func keepHouse() async {
        let round = notify.watchdogInterval.map { min(Self.round, $0 / 2) } ?? Self.round
        while await loop.sleep(for: round) != .cancelled {
            await keeper.tidy()
            await supervisor.turnPorts()
            notify.tell(.watchdog, status: intake.current.line)
        }
    }
}
