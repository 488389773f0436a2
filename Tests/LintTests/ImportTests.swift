import Testing

@Suite struct ImportTests {
    @Test func everyImportIsInTheTableOfTheHouse() throws {
        let found = try SourceTree.swiftFiles(in: "Sources").flatMap { try HouseTable.violations(in: $0) }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test func everyTargetHasARowAndEveryRowATarget() {
        let folders = Set(SourceTree.swiftFiles(in: "Sources").map(\.target))
        #expect(folders == Set(HouseTable.rows.map(\.target)))
    }

    @Test func nothingPointsBackUp() {
        for (place, row) in HouseTable.rows.enumerated() {
            let below = HouseTable.rows[..<place].map(\.target) + HouseTable.system
            #expect(Set(row.imports).isSubset(of: below), "\(row.target)")
        }
    }

    @Test(arguments: [
        ("WireFormats", "import Glibc", ["WireFormats may not import Glibc"]),
        ("WireFormats", "package import AttendanceModel\nimport Runtime", ["WireFormats may not import Runtime"]),
        ("AttendanceModel", "import Timetable", ["AttendanceModel may not import Timetable"]),
        ("Reconciler", "@testable internal import struct EventLog.Writer", ["Reconciler may not import EventLog"]),
        ("Service", "import DeviceSimulators", ["Service may not import DeviceSimulators"]),
        ("EventLog", "import Evidence\nimport TextCodec // import Service", []),
    ])
    func findsAnImportThatIsNotInTheTable(_ target: String, _ text: String, _ found: [String]) throws {
        let file = SourceTree.File(path: "Sources/\(target)/A.swift", text: text)
        let violations = try HouseTable.violations(in: file)
        #expect(violations.map { String($0.drop { $0 != " " }.dropFirst()) } == found)
    }

    @Test func findsATargetWithoutARow() throws {
        let file = SourceTree.File(path: "Sources/Extra/A.swift", text: "")
        #expect(try HouseTable.violations(in: file) == ["Sources/Extra/A.swift: no row for Extra"])
    }
}
