package import Runtime

/// What a reader does, step by step: the wire at its own pace, with the faults that real ones show.
package struct ReaderScript: Sendable {
    package enum Step: Sendable, Hashable {
        case send([UInt8])
        case pause(milliseconds: Int)
        case unplug
        case plugIn
    }

    package private(set) var steps: [Step] = []

    package init() {}

    private func adding(_ more: [Step]) -> ReaderScript {
        var script = self
        script.steps += more
        return script
    }

    package func sending(_ bytes: [UInt8]) -> ReaderScript { adding([.send(bytes)]) }

    package func pausing(_ milliseconds: Int) -> ReaderScript { adding([.pause(milliseconds: milliseconds)]) }

    /// Byte by byte, as a slow converter forwards them.
    package func dripping(_ bytes: [UInt8], every milliseconds: Int = 1) -> ReaderScript {
        adding(bytes.flatMap { [.send([$0]), .pause(milliseconds: milliseconds)] })
    }

    /// In two parts with a pause between.
    package func splitting(_ bytes: [UInt8], after count: Int, pause milliseconds: Int) -> ReaderScript {
        adding([
            .send(Array(bytes.prefix(count))), .pause(milliseconds: milliseconds), .send(Array(bytes.dropFirst(count))),
        ])
    }

    /// Several frames in one write, as a USB adapter with a latency timer delivers them.
    package func gluing(_ frames: [[UInt8]]) -> ReaderScript { adding([.send(frames.flatMap { $0 })]) }

    /// A card that lies on an RDM6300: the frame again and again, about every 65 ms (card-readers.md 4.1).
    package func holding(_ frame: [UInt8], for milliseconds: Int, every period: Int = 65) -> ReaderScript {
        adding(
            stride(from: 0, to: milliseconds, by: period).flatMap { _ in [.send(frame), .pause(milliseconds: period)] })
    }

    /// The plug is pulled and put back.
    package func replugging(after milliseconds: Int) -> ReaderScript {
        adding([.unplug, .pause(milliseconds: milliseconds), .plugIn])
    }

    /// Plays on a terminal, on the given loop; ends early when the task is cancelled.
    package func play(on terminal: isolated TerminalPlayer) async throws(Errno) {
        for step in steps {
            switch step {
            case .send(let bytes): try terminal.terminal.send(bytes)
            case .pause(let milliseconds):
                if await terminal.loop.sleep(for: .milliseconds(milliseconds)) == .cancelled { return }
            case .unplug: terminal.terminal.unplug()
            case .plugIn: try terminal.terminal.plugIn()
            }
        }
    }
}

/// A simulated reader: plays scripts on its port, on the thread of a loop.
package actor TerminalPlayer {
    let loop: EventLoop
    let terminal: PseudoTerminal

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    /// Plugs in behind `link`.
    package init(link: String, loop: EventLoop) throws(Errno) {
        self.loop = loop
        terminal = try PseudoTerminal(link: link)
    }

    package func play(_ script: ReaderScript) async throws(Errno) { try await script.play(on: self) }
}
