import AttendanceModel
import Foundation
import Service
import TextCodec
import WireFormats

/// A folder of a test's own, removed with everything in it when the test lets go of it.
final class TestFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/service-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }
}

/// Waits until `condition` holds, at most `seconds`; returns whether it came to hold.
func holds(within seconds: Double = 10, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while try !condition() {
        if Date() > end { return false }
        usleep(2000)
    }
    return true
}

extension OwnerConnection {
    /// Surveys a file, then imports it, as the command does.
    func importFile(
        at path: String, _ request: ImportRequest, now: Instant = Instant(seconds: Int64(Date().timeIntervalSince1970)),
        progress: (ImportProgress) -> Void = { _ in }
    ) throws -> ImportOutcome {
        let file = try ExportFile(opening: path)
        let zone = try ZoneRules.system(named: request.zone)
        var request = request
        request.dates = try file.survey(dates: request.dates, zone: zone, now: now).dates
        return try importFile(file, request, progress: progress)
    }
}
