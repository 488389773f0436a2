import AttendanceModel
package import Runtime
import WireFormats

/// Keeps one session for each configured reader, for ever; a fault of one never touches another.
package final class Supervisor: Sendable {
    private let loop: EventLoop
    private let desk: PortDesk
    private let clock: any HostClock
    private let sink: any DeviceSink
    private let wanted = Mailbox<[DeviceSettings]>(capacity: 1000)

    /// The wait before the first new try after a loss, and the longest one.
    private static let firstDelay = Duration.seconds(1)
    private static let longestDelay = Duration.seconds(30)

    package init(loop: EventLoop, desk: PortDesk, clock: any HostClock, sink: any DeviceSink) {
        self.loop = loop
        self.desk = desk
        self.clock = clock
        self.sink = sink
    }

    /// From now on these readers and no others; sessions of readers that stay as they are go on.
    package func supervise(_ devices: [DeviceSettings]) { wanted.post(devices) }

    /// Ends all sessions; `run` returns when they have let go of their ports.
    package func stop() { wanted.close() }

    /// Returns when the thread that opens ports has turned.
    package func turnPorts() async { await desk.turn() }

    /// Supervises until `stop`.
    package func run() async {
        await withDiscardingTaskGroup { group in
            var running: [DeviceID: Child] = [:]
            while let devices = await wanted.next().last {
                let before = running
                running = [:]
                for settings in devices where running[settings.id] == nil {
                    if let child = before[settings.id], child.settings == settings {
                        running[settings.id] = child
                        continue
                    }
                    let child = Child(settings: settings)
                    running[settings.id] = child
                    let predecessor = before[settings.id]
                    group.addTask {
                        await predecessor?.done.wait()
                        await self.supervise(child)
                    }
                }
                for (id, child) in before where running[id] !== child { child.stop.open() }
            }
            for child in running.values { child.stop.open() }
        }
    }

    private final class Child: Sendable {
        let settings: DeviceSettings
        let stop = Latch()
        let done = Latch()

        init(settings: DeviceSettings) {
            self.settings = settings
        }
    }

    private func supervise(_ child: Child) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.keepOpen(child.settings) }
            await child.stop.wait()
            group.cancelAll()
        }
        child.done.open()
    }

    private func keepOpen(_ settings: DeviceSettings) async {
        guard let driver = Driver.named(settings.driver) else { return }
        let session = ReaderSession(settings: settings, driver: driver, loop: loop, clock: clock, sink: sink)
        var delay = Self.firstDelay
        var isKnownLost = false
        var opened: ContinuousClock.Instant?
        while !Task.isCancelled {
            do throws(DeviceError) {
                let port = try await desk.open(settings.port, settings.serial)
                await sink.link(settings.id, is: .up, at: now)
                isKnownLost = false
                opened = .now
                try await session.run(port: port.number)
                await sink.link(settings.id, is: .stopped, at: now)
                return
            } catch {
                if !isKnownLost { await sink.link(settings.id, is: .lost(error.description), at: now) }
                isKnownLost = true
                // A port that opens and breaks at once is tried less and less often.
                if let opened, opened.duration(to: .now) > Self.longestDelay { delay = Self.firstDelay }
                opened = nil
            }
            switch await pause(delay, near: settings.port) {
            case .cancelled: return
            case .ready: delay = Self.firstDelay
            case .timedOut: delay = min(delay * 2, Self.longestDelay)
            }
        }
    }

    /// Waits out `delay`, or until something is plugged in where the port should be.
    private func pause(_ delay: Duration, near port: String) async -> EventLoop.Wakeup {
        do throws(Errno) {
            return try await FolderWatch(around: port).change(on: loop, within: delay)
        } catch {
            return await loop.sleep(for: delay)
        }
    }

    private var now: Instant { Instant(milliseconds: clock.now()) }
}
