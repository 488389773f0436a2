import AttendanceModel
import Foundation
import TextCodec

/// Three years of a school before Dutyclock: what its drawer holds, and the truth beside it.
///
/// Three machines, two of which call themselves 1 and have the same user ids; exports that overlap, were copied and
/// renamed, in several encodings; an hour's error, a reset to 2000, an id that a newcomer inherited.
struct AdoptHistory {
    struct Punch: Hashable {
        let machine: String
        let id: String
        let wall: LocalDateTime
    }

    /// What the log must hold in the end.
    private(set) var truth: Set<Punch> = []
    let folder: String

    static let people = ["1": "T012", "2": "T033", "3": "T041", "4": "T052", "5": "T060"]
    static let names = ["1": "王芳", "2": "赵敏", "3": "孙强", "4": "周丽", "5": "吴刚"]
    /// Who had id 5 of the hall before T060.
    static let leaver = "郑洁"
    static let resetRows = 3
    static let hourWrong = date("2022-03-07")...date("2022-03-25")
    static let handover = (last: date("2023-06-30"), first: date("2023-09-04"))

    private struct Row {
        let id: String
        let text: String
        let time: LocalDateTime?
    }

    init(in folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder + "/2022/stick", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "/2024", withIntermediateDirectories: true)
        try writeGate()
        try writeHall()
        try writeBus()
        try write([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46], "2022/stick/photo.jpg")
        try write(Array("keys are in the office\n".utf8), "notes.txt")
    }

    static func date(_ text: String) -> LocalDate { LocalDate(iso: text) ?? .first }

    // MARK: Machines

    /// ZK, number 1: three exports and a copy; 1 h ahead for three weeks, once back at 2000.
    private mutating func writeGate() throws {
        var rows = history("gate", seed: 1, ids: ["1", "2", "3", "4"])
        let reset = rows.firstIndex { $0.time.map { $0.date >= Self.date("2022-10-10") } ?? false } ?? 0
        let impossible = (1...Self.resetRows).map { minute in
            Row(id: "2", text: "2000-01-01 00:0\(minute):07", time: nil)
        }
        rows.insert(contentsOf: impossible, at: reset)
        func lines(_ part: ArraySlice<Row>, _ end: String) -> [UInt8] {
            Array(
                part.map { row in
                    String(repeating: " ", count: 9 - row.id.count) + "\(row.id)\t\(row.text)\t1\t255\t1\t0\(end)"
                }.joined().utf8)
        }
        let third = rows.count / 3
        try write(lines(rows[..<third], "\r\n"), "2022/stick/1_attlog.dat")
        try write(lines(rows[(third / 2)..<(2 * third)], "\n"), "2022/gate old.dat")
        try write(lines(rows[(third / 2)..<(2 * third)], "\n"), "2024/copy of gate old (2).dat")
        try write(lines(rows[(2 * third - 500)...], "\r\n"), "2024/1_attlog.dat")
    }

    /// An unbranded list, number 1 too: an early export in UTF-16, a late one in GB18030 that calls id 5 differently.
    private mutating func writeHall() throws {
        var rows = history("hall", seed: 2, ids: ["1", "2", "3", "4", "5"])
        rows.removeAll { row in
            row.id == "5"
                && (row.time.map { $0.date > Self.handover.last && $0.date < Self.handover.first } ?? false)
        }
        truth = truth.filter { punch in
            punch.machine != "hall" || punch.id != "5"
                || !(punch.wall.date > Self.handover.last && punch.wall.date < Self.handover.first)
        }
        func list(_ part: ArraySlice<Row>, _ names: [String: String]) -> String {
            "No\tTMNo\tEnNo\tName\tGMNo\tMode\tDateTime\r\n"
                + part.enumerated().map { index, row in
                    let time = row.text.replacing("-", with: "/")
                    return "\(index + 1)\t1\t\(row.id)\t\(names[row.id] ?? "")\t1\t1\t\(time)\r\n"
                }.joined()
        }
        let early = rows.prefix { $0.time.map { $0.date <= Self.date("2023-06-20") } ?? true }
        var old = Self.names
        old["5"] = Self.leaver
        let utf16 = list(early, old).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        try write([0xFF, 0xFE] + utf16, "2022/AGL_001.TXT")
        try write(GB18030.encode(list(rows[...], Self.names)) ?? [], "2024/hall.txt")
    }

    /// A black-and-white machine with a serial number that was thrown away in 2022.
    private mutating func writeBus() throws {
        let rows = history("bus", seed: 3, ids: ["1", "2"], until: "2022-06-30")
        let lines = rows.map { "        \($0.id)\t\($0.text)\t1\t0\t1\t0\r\n" }.joined()
        try write(Array("BW0012345\r\n\(lines)4321\r\n".utf8), "2022/attlog.dat")
    }

    /// Everybody twice on every weekday but in the holidays; what the clock showed, and the truth is noted.
    private mutating func history(_ machine: String, seed: UInt64, ids: [String], until: String = "2024-07-05") -> [Row]
    {
        var state = seed
        func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var rows: [Row] = []
        for day in Self.date("2021-09-01").dayNumber...Self.date(until).dayNumber {
            let date = LocalDate(clampingDayNumber: day)
            guard date.weekday.rawValue <= 5, ![1, 8].contains(date.month), !(date.month == 7 && date.day > 5) else {
                continue
            }
            var walls: [(id: String, wall: LocalDateTime)] = []
            for id in ids {
                for start in [7 * 3600, 16 * 3600 + 1800] {
                    let time = LocalTime(clampingSecondOfDay: start + roll(1500))
                    walls.append((id, LocalDateTime(date, time)))
                }
            }
            if machine == "gate", Self.hourWrong.contains(date) {
                walls = walls.map { ($0.id, LocalDateTime(wallSeconds: $0.wall.wallSeconds + 3600)) }
            }
            for (id, wall) in walls.sorted(by: { $0.wall < $1.wall }) {
                rows.append(Row(id: id, text: wall.description, time: wall))
                truth.insert(Punch(machine: machine, id: id, wall: wall))
            }
        }
        return rows
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
