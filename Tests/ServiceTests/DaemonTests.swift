import AttendanceModel
import DeviceSimulators
import Foundation
import Service
import Testing

/// The promises that only the whole program can keep, on the program itself.
@Suite(.serialized) struct DaemonTests {
    @Test func aPunchIsVisibleWithinATenthOfASecond() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        var delays: [Double] = []
        for card in 1...15 as ClosedRange<UInt64> {
            let start = Date()
            try gate.send(ReaderFrames.rdm6300(card: card))
            try #require(try holds { try daemon.punches().last == subject(card) })
            delays.append(Date().timeIntervalSince(start))
        }
        #expect(delays.sorted()[delays.count / 2] <= 0.1, "median of \(delays)")
    }

    @Test func everythingThatWasShownSurvivesSuddenDeath() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        var card: UInt64 = 0
        var shown: [String] = []
        for _ in 0..<15 {
            try daemon.start()
            try #require(try holds { try daemon.isUp("gate") })
            #expect(Array(try daemon.punches().prefix(shown.count)) == shown)
            let wanted = shown.count + Int.random(in: 1...4)
            while shown.count < wanted {
                card += 1
                try gate.send(ReaderFrames.rdm6300(card: card))
                usleep(UInt32.random(in: 0...4000))
                shown = try daemon.punches()
            }
            card += 1
            try gate.send(ReaderFrames.rdm6300(card: card))
            usleep(UInt32.random(in: 0...3000))
            daemon.kill()
        }
        try daemon.start()
        let kept = try daemon.punches()
        #expect(Array(kept.prefix(shown.count)) == shown)
        #expect(Set(kept).count == kept.count, "a punch is there twice")
    }

    @Test func stopsCleanlyAndSoon() throws {
        let daemon = try DaemonProcess(readers: ["gate", "absent"])
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        try gate.send(ReaderFrames.rdm6300(card: 7))
        try #require(try holds { try daemon.punches().count == 1 })
        daemon.send(SIGTERM)
        #expect(daemon.exitStatus(within: 5) == 0)
        #expect(try daemon.sessions(of: "gate") == [.up, .stopped])
        #expect(try daemon.sessions(of: "absent") == [.lost])
        #expect(daemon.messages.contains("Checkpoint dutyclock/"))
    }

    @Test func readersOfAKilledDaemonWereLostWhenItLastShowedLife() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        try gate.send(ReaderFrames.rdm6300(card: 7))
        try #require(try holds { try daemon.punches().count == 1 })
        let punched = try #require(try daemon.facts([.punch]).first?.recorded)
        daemon.kill()
        usleep(300_000)
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        try #require(try holds { try daemon.sessions(of: "gate") == [.up, .lost, .up] })
        let sessions = try daemon.facts([.session]).compactMap(\.at)
        #expect(abs(sessions[1].milliseconds(since: punched)) < 100)
        #expect(sessions[2].milliseconds(since: sessions[1]) >= 300)
    }

    @Test func tellsTheServiceManagerThatItIsReadyAliveAndStopping() throws {
        let daemon = try DaemonProcess()
        let path = daemon.folder.path + "/notify"
        let manager = try NotifySocket(path)
        try daemon.start(prelude: "export NOTIFY_SOCKET=\(path) WATCHDOG_USEC=400000")
        #expect(manager.next()?.hasPrefix("READY=1\nSTATUS=1 reader,") == true)
        #expect(manager.next()?.hasPrefix("WATCHDOG=1\n") == true)
        daemon.send(SIGHUP)
        #expect(manager.next(after: "WATCHDOG=1")?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(manager.next()?.hasPrefix("READY=1") == true)
        daemon.send(SIGTERM)
        #expect(manager.next(after: "WATCHDOG=1") == "STOPPING=1\nSTATUS=stopping")
        #expect(daemon.exitStatus(within: 5) == 0)
    }

    @Test func keepsTheOldConfigurationWhenTheNewOneHasFaults() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        let yard = try PseudoTerminal(link: daemon.folder.path + "/yard")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        _ = try daemon.folder.write("{ devices: { gate: { driver: \"rdm\" } } }", to: "dutyclock.json5")
        daemon.send(SIGHUP)
        try #require(holds { daemon.messages.contains("stays in force") })
        #expect(daemon.messages.contains("dutyclock.json5:1:30:"))
        try gate.send(ReaderFrames.rdm6300(card: 1))
        #expect(try holds { try daemon.punches() == [subject(1)] })

        try daemon.configure(readers: ["yard"])
        daemon.send(SIGHUP)
        try #require(try holds { try daemon.isUp("yard") })
        try yard.send(ReaderFrames.rdm6300(card: 2))
        #expect(try holds { try daemon.punches() == [subject(1), subject(2)] })
        #expect(try daemon.sessions(of: "gate") == [.up, .stopped])
    }

    @Test func aReaderThatComesBackIsReadAgainAndTheOthersNeverStopped() throws {
        let daemon = try DaemonProcess(readers: ["gate", "yard"])
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        let yard = try PseudoTerminal(link: daemon.folder.path + "/yard")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") && daemon.isUp("yard") })
        gate.unplug()
        try #require(try holds { try daemon.sessions(of: "gate") == [.up, .lost] })
        try yard.send(ReaderFrames.rdm6300(card: 1))
        #expect(try holds { try daemon.punches() == [subject(1)] })
        let back = Date()
        try gate.plugIn()
        try #require(try holds { try daemon.isUp("gate") })
        #expect(Date().timeIntervalSince(back) < 2, "plugged in and usable within two seconds")
        try gate.send(ReaderFrames.rdm6300(card: 2))
        #expect(try holds { try daemon.punches() == [subject(1), subject(2)] })
        #expect(try daemon.sessions(of: "gate") == [.up, .lost, .up])
        #expect(try daemon.sessions(of: "yard") == [.up])
    }

    @Test func aSecondDaemonIsRefusedByName() throws {
        let daemon = try DaemonProcess()
        try daemon.start()
        let second = try DaemonProcess(folder: daemon.folder)
        #expect(try second.runToEnd() == 75)
        #expect(second.messages.contains("dutyclockd (pid \(daemon.pid))"))
        #expect(try daemon.status() != nil)
    }

    @Test func sleepsOnThreeThreadsWhenNothingHappens() throws {
        let daemon = try DaemonProcess()
        let gate = try PseudoTerminal(link: daemon.folder.path + "/gate")
        try daemon.start()
        try #require(try holds { try daemon.isUp("gate") })
        try gate.send(ReaderFrames.rdm6300(card: 1))
        try #require(try holds { try daemon.punches().count == 1 })
        usleep(500_000)
        let before = try Self.switches(of: daemon.pid)
        usleep(3_000_000)
        #expect(try Self.switches(of: daemon.pid) == before, "an idle daemon wakes up")
        #expect(Set(before.keys) == ["dutyclockd", "ports", "store"])
    }

    /// How often each thread has gone to sleep and been woken, by its name.
    private static func switches(of pid: Int32) throws -> [String: String] {
        let tasks = "/proc/\(pid)/task"
        var result: [String: String] = [:]
        for task in try FileManager.default.contentsOfDirectory(atPath: tasks) {
            let status = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
            let fields = status.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1) }
            let name = fields.first { $0[0] == "Name:" }?.last.map(String.init) ?? task
            #expect(result[name] == nil, "two threads called \(name)")
            result[name] = fields.first { $0[0] == "voluntary_ctxt_switches:" }?.last.map(String.init)
        }
        return result
    }
}
