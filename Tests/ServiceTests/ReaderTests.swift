import AttendanceModel
import CPtyModem
import DeviceSimulators
import Foundation
import Glibc
import Runtime
import Synchronization
import Testing
import WireFormats

@testable import DeviceIO

/// Sessions and supervision on simulated readers, within the test process.
@Suite struct ReaderTests {
    /// Keeps what readers deliver.
    private final class Recorder: DeviceSink {
        struct State {
            var punches: [ReaderPunch] = []
            var links: [LinkState] = []
            var counters = LineCounters()
        }

        private let state = Mutex(State())
        let news = Mailbox<Void>(capacity: 10_000)

        var now: State { state.withLock { $0 } }

        func take(_ punch: ReaderPunch) async {
            state.withLock { $0.punches.append(punch) }
            news.post(())
        }

        func link(_ device: DeviceID, is state: LinkState, at instant: Instant) async {
            self.state.withLock { $0.links.append(state) }
            news.post(())
        }

        func line(_ device: DeviceID, has counters: LineCounters) {
            state.withLock { $0.counters = counters }
            news.post(())
        }
    }

    /// Supervises one simulated reader while `script` plays, until `isDone` holds; fails after ten seconds.
    private func play(
        _ script: ReaderScript, driver: String = "rdm6300", format: CardProfile? = nil,
        clock: any HostClock = SystemClock(), until isDone: @escaping @Sendable (Recorder.State) -> Bool
    ) throws -> Recorder.State {
        let folder = try TestFolder()
        let loop = try EventLoop()
        let ports = try EventLoop.startThread(named: "ports")
        defer { ports.stopAndJoin() }
        let player = try TerminalPlayer(link: folder.path + "/port", loop: loop)
        let recorder = Recorder()
        let settings = DeviceSettings(
            id: DeviceID("gate"), driver: driver, port: folder.path + "/port",
            serial: SerialSettings(baudRate: 9600), format: format)
        let supervisor = Supervisor(
            loop: loop, desk: PortDesk(thread: ports, opener: TermiosPortOpener()), clock: clock, sink: recorder)
        let finished = loop.runToCompletion {
            await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    await supervisor.run()
                    return true
                }
                supervisor.supervise([settings])
                while recorder.now.links.isEmpty { _ = await recorder.news.next() }
                group.addTask { (try? await player.play(script)) != nil }
                group.addTask {
                    while !isDone(recorder.now) { _ = await recorder.news.next() }
                    return true
                }
                group.addTask {
                    guard await loop.sleep(for: .seconds(10)) == .timedOut else { return true }
                    recorder.news.close()
                    return false
                }
                var finished = true
                for _ in 0..<2 { finished = await group.next() == true && finished }
                supervisor.stop()
                group.cancelAll()
                return finished
            }
        }
        #expect(finished, "the script was not seen to its end")
        return recorder.now
    }

    private static let card: UInt64 = 0x62_E308_6CED
    private static let frame = ReaderFrames.rdm6300(card: card)

    private static var faults: [(String, ReaderScript, [UInt64])] {
        [
            ("whole", ReaderScript().sending(frame), [card]),
            ("byte by byte", ReaderScript().dripping(frame), [card]),
            ("split", ReaderScript().splitting(frame, after: 5, pause: 30), [card]),
            ("two glued", ReaderScript().gluing([frame, ReaderFrames.rdm6300(card: 9)]), [card, 9]),
            (
                "wrong checksum, then right",
                ReaderScript().sending(ReaderFrames.withWrongChecksum(frame)).sending(frame), [card]
            ),
            ("garbage around", ReaderScript().sending([0xFF, 0x00, 0x41] + frame + [0x13]), [card]),
            (
                "half a frame, silence, then a whole one",
                ReaderScript().sending(Array(frame.prefix(6))).pausing(150).sending(frame), [card]
            ),
            ("lies there for a second", ReaderScript().holding(frame, for: 1000), [card]),
            (
                "lies there, is taken away, comes again",
                ReaderScript().holding(frame, for: 200).pausing(400).holding(frame, for: 200), [card, card]
            ),
            (
                "two cards at once",
                ReaderScript().holding(frame, for: 200).holding(ReaderFrames.rdm6300(card: 9), for: 200), [card, 9]
            ),
        ]
    }

    @Test(arguments: faults.indices) func readsEachPresentationOnce(_ index: Int) throws {
        let (name, script, cards) = Self.faults[index]
        // Another card at the end tells that everything before was seen.
        let end: UInt64 = 0xFF_FFFF_0001
        let seen = try play(script.pausing(20).sending(ReaderFrames.rdm6300(card: end))) { state in
            state.punches.last?.credential == .card(.em4100(end))
        }
        #expect(seen.punches.dropLast().map(\.credential) == cards.map { .card(.em4100($0)) }, "\(name)")
        #expect(seen.punches.allSatisfy { $0.raw.first == 2 && $0.raw.last == 3 })
    }

    @Test func countsWhatItThrowsAway() throws {
        let seen = try play(
            ReaderScript().sending([0xFF, 0xFE]).sending(ReaderFrames.withWrongChecksum(Self.frame)).sending(Self.frame)
        ) { !$0.punches.isEmpty }
        #expect(seen.counters.frames == 1)
        #expect(seen.counters.discarded["noise"] ?? 0 >= 2)
        #expect(seen.counters.discarded["checksum"] ?? 0 > 0)
    }

    @Test func endsALineWithoutLineEndBySilence() throws {
        let seen = try play(
            ReaderScript().sending(Array("0003808982".utf8)), driver: "ascii-line", format: CardProfile(format: .dec10)
        ) {
            !$0.punches.isEmpty
        }
        #expect(seen.punches.map(\.credential) == [.card(CardNumber(n32: 3_808_982))])
    }

    @Test func readsWhatIsSpecialAboutTheReader() throws {
        let format = CardProfile(format: .dec10, zerosDropped: true)
        let seen = try play(
            ReaderScript().sending(ReaderFrames.line("3808982")), driver: "ascii-line", format: format
        ) { !$0.punches.isEmpty }
        #expect(seen.punches.map(\.credential) == [.card(CardNumber(n32: 3_808_982))])
    }

    @Test func neverGuessesANumberThatCouldBeRead() throws {
        let seen = try play(ReaderScript().sending(ReaderFrames.line("12345678")), driver: "ascii-line") {
            !$0.punches.isEmpty
        }
        #expect(seen.punches.map(\.credential) == [.card(CardNumber(full: "12345678"))])
    }

    @Test func reportsEachLossOnceAndComesBack() throws {
        let script = ReaderScript().sending(Self.frame).pausing(20).replugging(after: 200).pausing(300)
            .sending(ReaderFrames.rdm6300(card: 1))
        let seen = try play(script) { $0.punches.count == 2 }
        guard seen.links.count == 4, case .lost(let reason) = seen.links[1] else {
            Issue.record("links: \(seen.links)")
            return
        }
        #expect(reason.hasSuffix("is gone: the reader was pulled out."))
        #expect([seen.links[0], seen.links[2], seen.links[3]] == [.up, .up, .stopped])
    }

    @Test func tellsTimeByTheInjectedClock() throws {
        let clock = ManualClock(now: 1_000_000)
        let seen = try play(ReaderScript().sending(Self.frame), clock: clock) { !$0.punches.isEmpty }
        #expect(seen.punches.first?.at == Instant(milliseconds: 1_000_000))
        #expect(seen.punches.first?.clock == .synchronised)
    }

    // MARK: Frames and ports

    @Test(arguments: [
        // rdm6300-seeed-62E3086CED, rdm6300-0A004D7603 and id12la-0C000621A5 of the captured vectors.
        (ReaderFrames.rdm6300(card: 0x62_E308_6CED), "0236324533303836434544303803"),
        (ReaderFrames.rdm6300(card: 0x0A_004D_7603), "0230413030344437363033333203"),
        (ReaderFrames.id12(card: 0x0C_0006_21A5), "023043303030363231413538450d0a03"),
    ])
    func simulatesCapturedFrames(_ frame: [UInt8], _ captured: String) {
        #expect(frame.map { String(format: "%02x", $0) }.joined() == captured)
    }

    @Test func opensAPortThroughTheLibraryWithLinesRaised() throws {
        let folder = try TestFolder()
        var name = [CChar](repeating: 0, count: 64)
        let master = unsafe name.withUnsafeMutableBufferPointer {
            unsafe pty_modem_open($0.baseAddress, UInt($0.count))
        }
        try #require(master >= 0)
        defer { close(master) }
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let link = folder.path + "/port"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        // The library looks below /sys/class/tty and wants a symbolic link there: lead it back out to ours.
        let port = try SerialPortOpener().open(
            "/dev/../../.." + link, SerialSettings(baudRate: 19_200, dataBits: 7, parity: .even, stopBits: 2))
        #expect(pty_modem_lines(port.number) & (TIOCM_DTR | TIOCM_RTS) == TIOCM_DTR | TIOCM_RTS)
        #expect(pty_modem_frame(port.number) == Int32(CS7 | PARENB | CSTOPB))
        var settings = termios()
        #expect(unsafe tcgetattr(port.number, &settings) == 0)
        #expect(unsafe cfgetispeed(&settings) == speed_t(B19200))
        #expect(try writeBytes([1, 2, 0x0D], to: master) == 3)
        #expect(try port.read(atMost: 10) == [1, 2, 0x0D], "the line is not raw")
        let isEmpty = #expect(throws: Errno.self) { try port.read(atMost: 10) }
        #expect(isEmpty == .tryAgain, "the port blocks")
    }

    @Test(arguments: [
        ("/nowhere/port", DeviceError.absent(port: "/nowhere/port")), ("/dev/null", .notSerial(port: "/dev/null")),
        ("/etc/hostname", .notSerial(port: "/etc/hostname")),
    ])
    func namesWhatIsWrongWithAPort(_ path: String, _ expected: DeviceError) {
        let error = #expect(throws: DeviceError.self) {
            try StandardPortOpener().open(path, SerialSettings(baudRate: 9600)).number
        }
        #expect(error == expected)
    }
}
