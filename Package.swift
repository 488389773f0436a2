// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

/// A library target of the house; `Tests/LintTests` compares its imports with this table.
func house(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: strict)
}

func tests(_ name: String, uses: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: uses, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "dutyclock",
    products: [
        .executable(name: "dutyclock", targets: ["dutyclock"]),
        .executable(name: "dutyclockd", targets: ["dutyclockd"]),
    ],
    targets: [
        .systemLibrary(name: "CLinux"),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CLibSerialPort", pkgConfig: "libserialport",
            providers: [.apt(["libserialport-dev"])]),

        house("TextCodec", uses: ["CLinux"]),
        house("AttendanceModel", uses: ["TextCodec"]),
        house("WireFormats", uses: ["AttendanceModel", "TextCodec"]),
        house("Timetable", uses: ["AttendanceModel", "TextCodec"]),
        house("Adoption", uses: ["AttendanceModel", "Timetable", "TextCodec"]),
        house("Reconciler", uses: ["AttendanceModel", "Timetable", "TextCodec"]),
        house("Evidence", uses: ["AttendanceModel", "TextCodec", "CCrypto"]),
        house("Runtime", uses: ["CLinux"]),
        house(
            "EventLog",
            uses: ["AttendanceModel", "TextCodec", "Evidence", "Runtime", "CSQLite"]),
        house(
            "DeviceIO", uses: ["AttendanceModel", "WireFormats", "Runtime", "CLibSerialPort"]),
        house("DeviceSimulators", uses: ["Runtime"]),
        house(
            "District",
            uses: ["AttendanceModel", "TextCodec", "Timetable", "Reconciler", "Evidence", "Reports"]),
        house("Reports", uses: ["AttendanceModel", "TextCodec", "Timetable", "Reconciler"]),
        house(
            "Service",
            uses: [
                "AttendanceModel", "TextCodec", "WireFormats", "Evidence", "Runtime", "EventLog", "DeviceIO",
            ]),
        .executableTarget(
            name: "dutyclockd", dependencies: ["Service", "Runtime"], swiftSettings: strict),
        .executableTarget(
            name: "dutyclock",
            dependencies: [
                "AttendanceModel", "TextCodec", "WireFormats", "Timetable", "Adoption", "Reconciler", "Evidence",
                "Runtime", "EventLog", "Reports", "District", "Service", "DeviceIO", "DeviceSimulators",
            ],
            swiftSettings: strict),

        // A developer's tool, in no package: the log beside the same work in C.
        .target(
            name: "CYardstick",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("crypto")]),
        .executableTarget(
            name: "dutyclock-bench",
            dependencies: [
                "EventLog", "WireFormats", "AttendanceModel", "TextCodec", "Timetable", "Reconciler", "CYardstick",
            ],
            swiftSettings: strict),

        tests("TextCodecTests", uses: ["TextCodec"]),
        tests("AttendanceModelTests", uses: ["AttendanceModel", "TextCodec"], exclude: ["Vectors"]),
        tests("WireFormatsTests", uses: ["WireFormats", "AttendanceModel", "TextCodec"], exclude: ["Vectors"]),
        tests("TimetableTests", uses: ["Timetable", "AttendanceModel", "TextCodec"]),
        tests("AdoptionTests", uses: ["Adoption", "Timetable", "AttendanceModel", "TextCodec"]),
        tests(
            "ReconcilerTests", uses: ["Reconciler", "Timetable", "AttendanceModel", "TextCodec"]),
        tests("EvidenceTests", uses: ["Evidence", "AttendanceModel", "TextCodec"], exclude: ["verify.py"]),
        tests("RuntimeTests", uses: ["Runtime", "CLinux"]),
        tests(
            "EventLogTests",
            uses: ["EventLog", "Evidence", "AttendanceModel", "Runtime", "TextCodec", "CSQLite", "LogWriter"]),
        // A process of its own for tests of the log: to be killed, starved of disk space, or run as somebody else.
        .executableTarget(
            name: "LogWriter", dependencies: ["EventLog", "AttendanceModel"], path: "Tests/LogWriter",
            swiftSettings: strict),
        // Gives pseudo-terminals modem lines inside the test process; never linked into the products.
        .target(name: "CPtyModem", path: "Tests/CPtyModem", cSettings: [.define("_GNU_SOURCE")]),
        tests(
            "ServiceTests",
            uses: [
                "Service", "EventLog", "DeviceIO", "DeviceSimulators", "Runtime", "AttendanceModel", "TextCodec",
                "WireFormats", "CLinux", "CPtyModem", "dutyclockd",
            ]),
        tests("ReportsTests", uses: ["Reports", "Reconciler", "Timetable", "AttendanceModel", "TextCodec"]),
        tests(
            "DistrictTests",
            uses: ["District", "Reconciler", "Reports", "Evidence", "Timetable", "AttendanceModel", "TextCodec"]),
        tests("dutyclockTests", uses: ["dutyclock", "Reports", "EventLog", "AttendanceModel", "TextCodec"]),
        tests("LintTests", uses: []),
    ]
)
