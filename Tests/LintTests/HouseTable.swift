/// Which module a target may import (design.md 4), in the order from the ground up: nothing points back up.
enum HouseTable {
    /// Modules of the system and of the toolchain.
    static let system = [
        "CLinux", "CSQLite", "CCrypto", "CLibSerialPort", "CLibUSB", "CYardstick", "Glibc", "Synchronization",
    ]

    /// The rows above in the table that know no system and no clock; any target may use those below it.
    static let pure = ["TextCodec", "AttendanceModel", "Timetable", "Adoption", "Reconciler"]

    static let rows: [(target: String, imports: [String])] = [
        ("TextCodec", ["CLinux", "Glibc"]),
        ("AttendanceModel", []),
        ("WireFormats", []),
        ("Timetable", []),
        ("Adoption", []),
        ("Reconciler", []),
        ("Evidence", ["CCrypto"]),
        ("Runtime", ["CLinux", "Glibc", "Synchronization"]),
        ("EventLog", ["Evidence", "Runtime", "CSQLite", "Glibc", "Synchronization"]),
        ("DeviceIO", ["WireFormats", "Runtime", "CLibUSB", "CLibSerialPort", "Glibc", "Synchronization"]),
        ("DeviceSimulators", ["WireFormats", "Runtime", "Glibc", "Synchronization"]),
        ("Reports", []),
        ("District", ["Evidence", "Reports"]),
        (
            "Service",
            ["WireFormats", "Evidence", "Runtime", "EventLog", "DeviceIO", "Reports", "Glibc", "Synchronization"]
        ),
        ("dutyclockd", ["Service", "Runtime", "Glibc"]),
        (
            "dutyclock",
            [
                "WireFormats", "Evidence", "Runtime", "EventLog", "DeviceIO", "DeviceSimulators", "Reports", "District",
                "Service",
                "Glibc", "Synchronization",
            ]
        ),
        ("dutyclock-bench", ["WireFormats", "EventLog", "CYardstick", "Glibc"]),
    ]

    /// What a target may import: its own row, and the pure targets below it.
    static func allowed(for target: String) -> Set<String>? {
        guard let place = rows.firstIndex(where: { $0.target == target }) else { return nil }
        let below = rows[..<place].map(\.target)
        return Set(rows[place].imports).union(pure.filter(below.contains))
    }

    /// The modules that a file imports, with their lines.
    static func imports(in code: String) throws -> [(module: String, line: Int)] {
        let regex = try Regex(
            #"^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"#
                + #"(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)"#)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { number, line in
            guard line.contains("import"), let match = line.firstMatch(of: regex),
                let module = match.output[1].substring
            else { return nil }
            return (String(module), number + 1)
        }
    }

    /// The imports of a target's file that its row does not have, one sentence each.
    static func violations(in file: SourceTree.File) throws -> [String] {
        guard let allowed = allowed(for: file.target) else { return ["\(file.path): no row for \(file.target)"] }
        return try imports(in: file.code).filter { !allowed.contains($0.module) }
            .map { "\(file.path):\($0.line): \(file.target) may not import \($0.module)" }
    }
}
