import AttendanceModel
import TextCodec

@testable import Adoption

/// A school's past, with the truth beside what its files say.
struct Drawer {
    struct Row: Hashable {
        let id: String
        let wall: LocalDateTime
    }

    /// A generator that gives the same numbers for ever.
    struct Dice {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
    }

    static let now = LocalDateTime(LocalDate(year: 2026, month: 9, day: 1) ?? .first, .midnight)
    static let plausible = PlausibleTimes(now: now)

    static func date(_ text: String) -> LocalDate { LocalDate(iso: text) ?? .first }

    static func wall(_ text: String) -> LocalDateTime { LocalDateTime(text) ?? LocalDateTime(.first, .midnight) }

    /// Everybody of `ids` comes about 7:10 and leaves about 16:40 on every weekday of `days`.
    static func machine(seed: UInt64, ids: [String], days: ClosedRange<LocalDate>, morning: Int = 7 * 3600) -> [Row] {
        var dice = Dice(seed)
        var rows: [Row] = []
        for number in days.lowerBound.dayNumber...days.upperBound.dayNumber {
            let date = LocalDate(clampingDayNumber: number)
            guard date.weekday.rawValue <= 5 else { continue }
            var today: [Row] = []
            for id in ids {
                for start in [morning, 16 * 3600 + 1800] {
                    let time = LocalTime(clampingSecondOfDay: start + dice.roll(1500))
                    today.append(Row(id: id, wall: LocalDateTime(date, time)))
                }
            }
            rows += today.sorted { ($0.wall, $0.id) < ($1.wall, $1.id) }
        }
        return rows
    }

    /// A file of these rows.
    static func file(
        _ rows: [Row], _ name: String, number: String? = "1", serial: String? = nil, digest: String? = nil
    ) -> SurveyedFile {
        var surveyor = FileSurveyor(plausible: plausible)
        for (index, row) in rows.enumerated() {
            surveyor.take(SurveyRow(line: index + 1, userID: row.id, wall: row.wall))
        }
        return surveyor.finish(
            path: "drawer/\(name)", digest: digest ?? "\(name)-digest", family: "attlog", number: number,
            serial: serial, refused: 0, endsEarly: false)
    }

    /// The machine of these files, looked through in their order.
    static func survey(_ files: [[Row]], names: [(id: String, name: String, asOf: String)] = []) -> FoundMachine {
        let surveyed = files.enumerated().map { file($1, "\($0).dat") }
        var surveyor = MachineSurveyor(plausible: plausible)
        for rows in files {
            for (index, row) in rows.enumerated() {
                surveyor.take(SurveyRow(line: index + 1, userID: row.id, wall: row.wall))
            }
            surveyor.endFile()
        }
        for name in names {
            surveyor.takeUser(id: name.id, name: name.name, card: nil, asOf: wall(name.asOf))
        }
        return surveyor.finish(
            MachineFinder.Group(label: "M1", files: Array(files.indices)), files: surveyed)
    }
}
