import AttendanceModel
import TextCodec
import Timetable

/// A small plan with everything in order; tests put one thing wrong in it.
enum Fixture {
    static let bells = """
        bells: { summer: { start: "07:00", bell: ["09:00", "10:00"], noon: "11:30", club: "16:20", study: "16:45", home: "17:30" },
                 other: { like: "summer", club: "15:50", study: "16:15", home: "17:00" } },
        """
    static let seasons = #"seasons: [ { from: "05-01", to: "09-30", bells: "summer" }, { bells: "other" } ],"#

    /// A plan with `duties` (text between the braces) and `more` keys.
    static func plan(
        bells: String = bells, seasons: String = seasons, duties: String = #"club: { when: "club..study" }"#,
        more: String = ""
    ) -> String {
        """
        { plan: "p", name: "计划", from: "2026-09-01", zone: "UTC", days: "Mon-Fri", \(more)
        \(bells)
        \(seasons)
        duties: { \(duties) } }
        """
    }

    /// Zones without the computer's tzdata.
    static func zone(_ name: String) throws(ZoneError) -> ZoneRules {
        guard name == "UTC" else { throw .notFound(name) }
        return .utc
    }

    static func read(_ text: String) -> (plan: Plan?, findings: [Finding]) {
        PlanReader.read(text, zones: Fixture.zone)
    }

    static func check(_ texts: [Document.Kind: String]) -> PlanFolder.Report {
        var all: [Document.Kind: String] = [.plan: plan()]
        all.merge(texts) { $1 }
        return PlanFolder(texts: all).check(zones: Fixture.zone)
    }

    static func date(_ text: String) -> LocalDate { LocalDate(iso: text) ?? .first }
    static func time(_ text: String) -> LocalTime { LocalTime(text) ?? .midnight }
}

extension Finding {
    var inEnglish: String { description(in: .english) }
}
