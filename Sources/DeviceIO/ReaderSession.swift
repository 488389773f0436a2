import AttendanceModel
import Glibc
import Runtime
import WireFormats

/// From the bytes of one open port to punches, until the port is gone or the task is cancelled.
struct ReaderSession {
    let settings: DeviceSettings
    let driver: Driver
    let loop: EventLoop
    let clock: any HostClock
    let sink: any DeviceSink

    /// Longer than any frame; a read that finds more is followed by another.
    private static let chunk = 4096

    /// Returns when the task is cancelled.
    func run(port: Int32) async throws(DeviceError) {
        var line = Resynchroniser<CardReading>(driver.makeDecoder(settings.format?.format))
        var presence = PresenceFilter(silenceMilliseconds: driver.repeatsUntilSilentMilliseconds)
        var counters = LineCounters()
        while true {
            let gap: Duration? = line.awaitsSilence ? .milliseconds(line.gapMilliseconds) : nil
            let frames: [Resynchroniser<CardReading>.Frame]
            switch await loop.wait(for: port, within: gap) {
            case .cancelled: return
            case .timedOut: frames = line.lineFellSilent()
            case .ready:
                guard let bytes = try read(port) else { continue }
                frames = line.feed(bytes)
                counters.lastByte = Instant(milliseconds: clock.now())
            }
            counters.frames = Int64(line.frameCount)
            counters.discarded = Dictionary(
                uniqueKeysWithValues: line.discarded.map { ($0.key.rawValue, Int64($0.value)) })
            sink.line(settings.id, has: counters)
            for frame in frames { await deliver(frame, &presence) }
        }
    }

    /// The bytes that came; nil when there are none after all.
    private func read(_ port: Int32) throws(DeviceError) -> [UInt8]? {
        do throws(Errno) {
            let bytes = try readBytes(from: port, atMost: Self.chunk)
            if bytes.isEmpty { throw Errno(EIO) }
            return bytes
        } catch {
            switch error.code {
            case EAGAIN: return nil
            case EIO, ENXIO, ENODEV, EBADF: throw .unplugged(port: settings.port)
            default: throw .failed(port: settings.port, doing: "read", error)
            }
        }
    }

    private func deliver(_ frame: Resynchroniser<CardReading>.Frame, _ presence: inout PresenceFilter) async {
        let now = Instant(milliseconds: clock.now())
        // A text that is no number in the reader's format is kept as it is: never guessed and never lost.
        let number = (try? frame.message.number(settings.format)) ?? CardNumber(full: frame.message.text)
        let credential = Credential.card(number)
        guard presence.isNew(credential, at: now) else { return }
        await sink.take(
            ReaderPunch(
                device: settings.id, credential: credential, at: now, clock: clock.synchronisation(), raw: frame.raw))
    }
}
