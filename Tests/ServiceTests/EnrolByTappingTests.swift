import AttendanceModel
import DeviceSimulators
import EventLog
import Foundation
import Testing

/// `enrol` beside a running program: the card comes from a reader, and the fact is written through the program.
@Suite struct EnrolByTappingTests {
    private let daemon: DaemonProcess
    private let hall: PseudoTerminal

    init() throws {
        daemon = try DaemonProcess(readers: ["hall"])
        hall = try PseudoTerminal(link: daemon.folder.path + "/hall")
        try daemon.start()
        try #require(try holds { try daemon.isUp("hall") })
        let plan = daemon.folder.path + "/plan"
        try #require(try start("init", plan, "--sample").status() == 0)
        try #require(try start("publish", plan).status() == 0)
    }

    /// A `dutyclock` that was started, and what it says on standard error.
    private struct Running {
        let process: Process
        let errors: String

        var said: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

        func status() -> Int32 {
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    private func start(_ words: String...) throws -> Running {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: DaemonProcess.program).deletingLastPathComponent()
            .appendingPathComponent("dutyclock")
        process.arguments = words + ["--data", daemon.data]
        process.environment = ["LC_ALL": "C.UTF-8"]
        let errors = try daemon.folder.write("", to: "errors-\(words[0])")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        return Running(process: process, errors: errors)
    }

    @Test func theCardThatIsTappedIsHers() throws {
        let enrol = try start("enrol", "赵敏", "--reader", "hall", "--within", "30")
        try #require(holds { enrol.said.contains("Tap 赵敏(T033)'s card at hall now") }, "\(enrol.said)")
        try hall.send(ReaderFrames.rdm6300(card: 0x62_E308_6CED))
        try #require(holds { enrol.said.contains("is 王芳(T012)'s already") }, "\(enrol.said)")
        try hall.send(ReaderFrames.rdm6300(card: 0x12_0001_E240))
        #expect(enrol.status() == 0, "\(enrol.said)")
        #expect(!enrol.said.contains("No daemon"))
        let cards = try daemon.facts([.card])
        #expect(cards.count == 1)
        guard case .entry(.card, let entry)? = cards.first?.body else { return }
        #expect(entry.person == PersonID("T033"))
        #expect(entry.other == "card:0001E240/120001E240")
        #expect(try daemon.punches() == [subject(0x62_E308_6CED), subject(0x12_0001_E240)], "both taps are in the log")
        #expect(try daemon.isUp("hall"))
    }
}
