import Foundation
import Testing

/// The shipped units, as systemd itself judges them.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
struct UnitFileTests {
    private static let units = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("systemd").path

    /// Copies the units with the built daemon as their program, which is all that a test cannot install.
    private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let folder = try TestFolder()
        for name in ["dutyclockd.service", "dutyclockd.socket"] {
            let text = try String(contentsOfFile: "\(Self.units)/\(name)", encoding: .utf8)
            _ = try folder.write(
                text.replacingOccurrences(of: "/usr/bin/dutyclockd", with: DaemonProcess.program), to: name)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-analyze")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    @Test func haveNoFaults() throws {
        let (status, output) = try run([
            "verify", "--recursive-errors=no", "--man=no", "./dutyclockd.service", "./dutyclockd.socket",
        ])
        #expect(status == 0)
        #expect(output.isEmpty)
    }

    @Test func leaveLittleExposed() throws {
        let (status, output) = try run(["security", "--offline=true", "--threshold=15", "./dutyclockd.service"])
        #expect(status == 0, "\(output)")
    }
}
