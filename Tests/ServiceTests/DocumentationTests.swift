import AttendanceModel
import DeviceIO
import Foundation
import TextCodec
import Testing
import WireFormats

@testable import Service

/// The examples of the pages about the service are what the service reads.
@Suite struct DocumentationTests {
    private func page(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: root.appendingPathComponent("Sources/Service/Service.docc/\(name).md"), encoding: .utf8)
    }

    private func example(of language: String, in name: String) throws -> String {
        let parts = try page(name).components(separatedBy: "```\(language)\n")
        #expect(parts.count == 2)
        return parts[1].components(separatedBy: "\n```")[0]
    }

    @Test func configurationExampleIsAccepted() throws {
        let text = try example(of: "json5", in: "ConfigurationFile")
        let configuration = try Configuration.parse(text, path: "dutyclock.json5")
        #expect(configuration.devices.map(\.id.text) == ["hall", "bus", "desk"])
    }

    @Test func everyNoteAndEveryQuestionHasItsRow() throws {
        let page = try page("Importing")
        for note in ClockNote.allCases { #expect(page.contains("| `\(note.rawValue)` |")) }
        let east = DeviceID("east")
        for question in [
            ImportQuestion.otherDevice(machine: east, known: "", found: ""),
            .deviceOf(other: east, machine: east, serial: ""), .knownUnder(other: [], machine: east),
            .severalMachines(numbers: [], machine: east), .unlike(machine: east, days: []),
        ] {
            let name = "\(question)".prefix { $0 != "(" }.split(separator: ".").last ?? ""
            #expect(page.contains("| `\(name)` |"), "\(name)")
        }
    }

    @Test func everyDriverIsNamed() throws {
        let page = try page("ConfigurationFile")
        for driver in Driver.all { #expect(page.contains("`\(driver.name)`")) }
    }

    @Test func requestExampleIsUnderstood() throws {
        let text = try example(of: "json", in: "ControlSocket")
        let json = try JSONValue.parse(utf8: Array(text.utf8))
        guard case .contribute(let facts)? = ControlRequest(json: json) else {
            Issue.record("the example is no request")
            return
        }
        #expect(facts.count == 1)
        #expect(ControlRequest.contribute(facts).json == json)
    }
}
