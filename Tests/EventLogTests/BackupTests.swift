import AttendanceModel
import EventLog
import Evidence
import Foundation
import Testing

@Suite struct BackupTests {
    let directory: TemporaryDirectory
    let clock = TestClock()
    let store: LogStore
    let reader: LogReader

    init() throws {
        directory = try TemporaryDirectory()
        store = try clock.open(directory)
        _ = try store.append((0..<700).map { Sample.machinePunch($0) })
        reader = try LogReader.open(directory: directory.path)
    }

    @Test func copiesARunningLogIntoOneFile() throws {
        let expected = try store.checkpoint()
        let copy = directory.path + "/copy.db"
        #expect(try reader.backup(to: copy) == expected)
        _ = try store.append(Sample.machinePunch(9000))
        let verification = try Verifier.verify(path: copy, expected: expected)
        #expect(verification.findings == [])
        #expect(verification.size == 701)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(names.filter { $0.hasPrefix("copy") } == ["copy.db"])
        // A copy that was put in place of a lost log goes on where that one stood.
        let place = try TemporaryDirectory()
        try FileManager.default.copyItem(atPath: copy, toPath: place.database)
        let restored = try clock.open(place)
        #expect(try restored.append([Sample.machinePunch(1), Sample.machinePunch(9000)]) == [.known(2), .added(701)])
    }

    @Test func doesNotWriteOverAFile() throws {
        let copy = directory.path + "/copy.db"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: copy))
        #expect(throws: LogError.self) { try reader.backup(to: copy) }
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == "precious")
        #expect(throws: LogError.self) { try reader.backup(to: directory.path + "/absent/copy.db") }
    }
}
