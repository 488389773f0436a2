import AttendanceModel
import Reconciler
import Testing
import Timetable

/// A month of a small school: a stick export at the end, and signature sheets typed by the office.
@Suite struct MonthTests {
    private static let dates = (LocalDate(iso: "2026-09-01") ?? .first)...(LocalDate(iso: "2026-09-30") ?? .first)

    private static func month(sheets: Bool = true, except missing: LocalDate? = nil) throws -> World {
        var world = World()
        world.asOf = World.local("2026-10-01 10:00")
        world.roster += "\nMon-Fri,morning,3-3班,T033,,1\nMon-Fri,noon,3-3班,T033,,1"
        for offset in 0..<30 {
            let date = dates.lowerBound.advanced(byDays: offset)
            guard date.weekday.rawValue <= 5 else { continue }
            for user in ["12", "33"] {
                for time in ["06:58", "11:31", "12:48", "17:35"] where offset % 7 != 3 || time != "06:58" {
                    guard let time = LocalTime(time) else { continue }
                    world.punch(
                        .machineUser(user), at: "A", LocalDateTime(date, time),
                        received: World.local("2026-10-01 08:00"))
                }
            }
            for person in ["T012", "T033"] where offset % 7 != 3 {
                try world.write("sign,\(date),morning,,07:00,,\(person),,L001,,,,")
            }
            if sheets, date != missing { try world.write("sheet,\(date),morning,,,,,,L001,,,,") }
        }
        guard let until = LocalDateTime("2026-10-01 07:50"), let at = LocalDateTime("2026-10-01 08:00") else {
            return world
        }
        world.imported("A", until: until, at: at)
        return world
    }

    @Test func aStickAndTypedSheetsLeaveAlmostNothingPending() throws {
        let ledger = try Self.month().ledger(Self.dates)
        let pending = ledger.lines.filter { $0.verdict.flag == .pending }.count
        #expect(ledger.lines.count > 150)
        #expect(pending * 20 < ledger.lines.count, "\(pending) of \(ledger.lines.count)")
    }

    @Test func withoutTheStickEverythingWaitsForOneMachine() throws {
        var world = try Self.month()
        world.replaceFacts { $0.filter { $0.kind != .imported && $0.kind != .punch } }
        let ledger = try world.ledger(Self.dates)
        let last = try #require(ledger.pending.last)
        #expect(last.missing.date == Self.dates.upperBound)
        #expect(last.missing.from == .keeper)
        #expect(ledger.lines.contains { $0.verdict.flag == .pending })
    }

    @Test func anUntypedSheetIsOneItemForTheOffice() throws {
        let date = try #require(LocalDate(iso: "2026-09-29"))
        var world = try Self.month(except: date)
        world.replaceFacts { facts in
            facts.filter { fact in
                guard case .entry(.sign, let entry) = fact.body else { return true }
                return entry.dates?.lowerBound != date
            }
        }
        let ledger = try world.ledger(Self.dates)
        let sheets = ledger.pending.filter { $0.missing.from == .office }
        #expect(sheets.map(\.missing) == [.sheet(date: date, duty: DutyID("morning"))])
        #expect(sheets.first?.lines == 2)
        let lines = ledger.lines.filter { $0.id.date == date && $0.id.duty.text == "morning" }
        #expect(lines.allSatisfy { $0.net == $0.granted })
    }

    @Test func moneyIsWholeFenAtTheRateOfTheDate() throws {
        var world = try Self.month()
        world.rates += "\nrateA,2026-09-16,6000"
        let ledger = try world.ledger(Self.dates)
        let total = try #require(ledger.totals.first { $0.person.text == "T012" })
        let early = ledger.lines.filter { $0.id.person.text == "T012" && $0.id.date.day < 16 }.reduce(0) { $0 + $1.net }
        let late = total.net - early
        #expect(early > 0 && late > 0)
        #expect(total.fen == early * 5050 + late * 6000)
        #expect(total.pay.map(\.credits) == [early, late])
    }

    @Test func incidentNumbersDoNotDependOnTheDatesAsked() throws {
        let world = try Self.month()
        let month = try world.ledger(Self.dates)
        let date = try #require(month.incidents.last?.line.date)
        let day = try world.ledger(date...date)
        #expect(month.incidents.count > 3)
        #expect(day.incidents == month.incidents.filter { $0.line.date == date })
    }

    @Test func basisNamesThePublishedVersions() throws {
        let ledger = try Self.month().ledger(Self.dates)
        #expect(ledger.bases.count == 1)
        #expect(ledger.bases.first?.planDigest == "a41c")
        #expect(ledger.bases.first?.rosterDigest == "09b2")
        #expect(ledger.semantics == Ledger.semanticsVersion)
    }
}
