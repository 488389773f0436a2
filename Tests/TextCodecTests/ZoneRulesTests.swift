import Foundation
import Testing
import TextCodec

struct ZoneRulesTests {
    /// Seconds since 1970 of a UTC time.
    private func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Int64 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let components = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
        return calendar.date(from: components).map { Int64($0.timeIntervalSince1970) } ?? 0
    }

    @Test func knowsThatShanghaiHadSummerTimeFrom1986To1991() throws {
        let zone = try ZoneRules.system(named: "Asia/Shanghai")
        #expect(zone.offset(at: utc(1985, 7, 1)) == 8 * 3600)
        // 1986-05-04 02:00 +8 to 1986-09-14 02:00 +9 (C-37)
        #expect(zone.offset(at: utc(1986, 5, 3, 17, 59)) == 8 * 3600)
        #expect(zone.offset(at: utc(1986, 5, 3, 18, 0)) == 9 * 3600)
        #expect(zone.offset(at: utc(1986, 9, 13, 16, 59)) == 9 * 3600)
        #expect(zone.offset(at: utc(1986, 9, 13, 17, 0)) == 8 * 3600)
        #expect(zone.offset(at: utc(1991, 7, 1)) == 9 * 3600)
        #expect(zone.offset(at: utc(1992, 7, 1)) == 8 * 3600)
        #expect(zone.offset(at: utc(2026, 9, 16)) == 8 * 3600)
    }

    @Test(arguments: ["Asia/Shanghai", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "America/Sao_Paulo"])
    func agreesWithTheSystemFrom1970To2037(name: String) throws {
        let zone = try ZoneRules.system(named: name)
        let system = try #require(TimeZone(identifier: name))
        // 19 hours apart, so that every time of day and every day of a change comes up.
        for second in stride(from: Int64(0), to: 2_145_000_000, by: 68_400) {
            let expected = system.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
            guard Int(zone.offset(at: second)) != expected else { continue }
            Issue.record("\(name) at \(second): \(zone.offset(at: second)) instead of \(expected)")
            return
        }
    }

    @Test func expandsTheRuleForYearsToCome() throws {
        let zone = try ZoneRules.system(named: "America/New_York")
        // Second Sunday of March 2:00 EST, first Sunday of November 2:00 EDT: 2077-03-14 and 2077-11-07.
        #expect(zone.offset(at: utc(2077, 3, 14, 6, 59)) == -5 * 3600)
        #expect(zone.offset(at: utc(2077, 3, 14, 7, 0)) == -4 * 3600)
        #expect(zone.offset(at: utc(2077, 11, 7, 5, 59)) == -4 * 3600)
        #expect(zone.offset(at: utc(2077, 11, 7, 6, 0)) == -5 * 3600)
        #expect(zone.transitions.last.map { $0.at > utc(2100, 1, 1) } == true)
    }

    @Test func readsWallTimesAroundChanges() throws {
        let zone = try ZoneRules.system(named: "America/New_York")
        // 2026-11-01 01:30 comes twice: the first is meant. 2026-03-08 02:30 is skipped: as far after the gap.
        #expect(zone.second(ofWall: utc(2026, 11, 1, 1, 30)) == utc(2026, 11, 1, 5, 30))
        #expect(zone.second(ofWall: utc(2026, 3, 8, 2, 30)) == utc(2026, 3, 8, 7, 30))
    }

    @Test(arguments: ["", "/etc/passwd", "../../etc/passwd", "Asia/../UTC", "Asia//Shanghai", "Asia/", "上海", "A\0B"])
    func refusesNamesThatAreNoZones(name: String) {
        #expect(throws: ZoneError.invalidName(name)) { try ZoneRules.system(named: name) }
    }

    @Test(arguments: [
        ("UTC", 0), ("Z", 0), ("Etc/UTC", 0), ("+08:00", 28_800), ("UTC+8", 28_800), ("UTC-03:30", -12_600),
        ("GMT+14", 50_400), ("-00:30", -1800),
    ])
    func knowsFixedOffsets(name: String, seconds: Int32) {
        #expect(ZoneRules(fixedOffset: name) == ZoneRules(name: name, initialOffset: seconds, transitions: []))
    }

    @Test(arguments: ["", "Asia/Shanghai", "8", "+15", "+08:60", "+8:", "UTC8", "+-8", "+08:00:00", "+٨"])
    func takesNoOtherNameForAnOffset(name: String) {
        #expect(ZoneRules(fixedOffset: name) == nil)
    }

    @Test(arguments: ["Asia/Atlantis", "Asia"])
    func tellsUnknownZones(name: String) {
        #expect(throws: ZoneError.notFound(name)) { try ZoneRules.system(named: name) }
    }

    @Test func refusesFilesThatAreNotTZif() {
        #expect(throws: ZoneError.malformed("zone.tab")) {
            try ZoneRules(tzif: Array("# not a zone".utf8), name: "zone.tab")
        }
    }

    /// A version 1 file: one type of +1 h before, +2 h from second 1000 on.
    private static let versionOne: [UInt8] =
        Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
        + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 4]
        + [0, 0, 0x03, 0xE8, 1] + [0, 0, 0x0E, 0x10, 0, 0] + [0, 0, 0x1C, 0x20, 1, 0] + Array("CET\0".utf8)

    @Test func readsVersionOne() throws {
        let zone = try ZoneRules(tzif: Self.versionOne, name: "X")
        #expect(zone.initialOffset == 3600)
        #expect(zone.transitions == [ZoneRules.Transition(at: 1000, offset: 7200)])
    }

    /// A version 2 file with nothing but a rule.
    private func zone(footer: String) throws -> ZoneRules {
        let start = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
        let bytes =
            start + [UInt8](repeating: 0, count: 24) + start + counts.prefix(16) + counts.suffix(8)
            + [0, 0, 0, 0, 0, 0] + Array("UTC\0\n\(footer)\n".utf8)
        return try ZoneRules(tzif: bytes, name: "X")
    }

    @Test func countsDaysOfTheYearAsTheRuleSays() throws {
        // J60 is 1 March in every year, 60 is 29 February in a leap year and 1 March in others (POSIX.1-2017 8.3).
        let julian = try zone(footer: "UTC0SUM-1,J60/0,J300/0")
        #expect(julian.offset(at: utc(2028, 2, 29, 23, 59)) == 0)
        #expect(julian.offset(at: utc(2028, 3, 1)) == 3600)
        #expect(julian.offset(at: utc(2027, 3, 1)) == 3600)
        let counted = try zone(footer: "UTC0SUM-1,59/0,300/0")
        #expect(counted.offset(at: utc(2028, 2, 29)) == 3600)
        #expect(counted.offset(at: utc(2027, 2, 28, 23, 59)) == 0)
        #expect(counted.offset(at: utc(2027, 3, 1)) == 3600)
    }

    @Test func readsSummerTimeAllYearAndNoneAtAll() throws {
        let always = try zone(footer: "<+03>-3<+04>,0/0,J365/25")
        #expect(always.offset(at: utc(2030, 1, 1)) == 4 * 3600)
        #expect(always.offset(at: utc(2030, 12, 31, 20, 30)) == 4 * 3600)
        #expect(try zone(footer: "UTC0").transitions == [])
    }

    @Test(arguments: ["X", "UTC", "UTC0SUM", "UTC0SUM-1,M13.1.0,M3.1.0", "UTC0SUM-1,M3.1.0", "UTC0SUM,M3.1.0,M4.1.0,"])
    func refusesRulesThatAreNotPosix(footer: String) {
        #expect(throws: ZoneError.malformed("X")) { try zone(footer: footer) }
    }

    @Test func refusesEveryCutAndSurvivesEveryChange() throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Asia/Shanghai")))
        for end in bytes.indices {
            #expect(throws: ZoneError.self) { try ZoneRules(tzif: Array(bytes[..<end]), name: "X") }
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0xFF
            _ = try? ZoneRules(tzif: changed, name: "X")
        }
        for end in Self.versionOne.indices {
            #expect(throws: ZoneError.self) { try ZoneRules(tzif: Array(Self.versionOne[..<end]), name: "X") }
        }
    }
}
